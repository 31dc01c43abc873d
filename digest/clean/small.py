"""Drop the small lines around an article: bylines, dates, counters, breadcrumbs, video lengths, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digest.clean.page import Mark, Page
from digest.clean.words import WORD, is_sentence, plain, word_count
from digest.language import subject
from digest.model import LineReason

VIDEO_LENGTH = re.compile(r"^(?:\d{1,2}:)?\d{1,2}:\d{2}(?: ?/ ?(?:\d{1,2}:)?\d{1,2}:\d{2})?$")  # "01:45", "0:00 / 2:31"
COUNTER = re.compile(r"^[\W\d_]*[kKmM+]?$")  # "37", "1 / 23", "4.5K", "•", "..."
COUNTED = re.compile(
    r"^\d[\d,.]*[kKmM]? ?(?i:shares?|comments?|views?|likes?|tweets?|retweets?|replies|votes?|photos?|images?)$"
)
# "News / China / Russia", "Home > World > Asia", "Home » Sport"
BREADCRUMB = re.compile(r"^[^/>»›|]{1,40}(?:\s+[/>»›|]\s+[^/>»›|]{1,60}){1,8}$|^(?i:home|news)\s*[»›>]")
PARTS = re.compile(r"[/>»›|]")
ADDRESS = re.compile(
    r"^(?:https?://|www\.)\S+$|^[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}$|^[^@.,]{0,40}@\w{2,30}$"
)
YEAR_OR_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
HOUR = re.compile(r"\d ?[ap]\.m\.$")  # a full stop that ends no sentence: "at 11:04 a.m."
UNIT = r"(?:[smhdw]|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)"
AGO = re.compile(rf"\b\d{{1,3}} ?{UNIT}\.? ago\b|\b\d{{1,2}} min(?:ute)?s? read\b")  # "3 hours ago", "2 min read"

SHAPES = (
    (VIDEO_LENGTH, LineReason.VIDEO_LENGTH),
    (COUNTER, LineReason.COUNTER),
    (COUNTED, LineReason.COUNTER),
    (ADDRESS, LineReason.SITE_NOTICE),
)
LONGEST_BYLINE = 20  # words


def small_lines(page: Page) -> Mapping[int, Mark]:
    """Mark the lines whose shape says what they are.

    "01:45" → video length; "News / China / Russia" → breadcrumb; "By Jane Doe" → byline; "37" → counter
    """
    found: dict[int, Mark] = {}
    for i, line in enumerate(page.lines):
        if page.marks[i] is None and len(line.text) <= 250 and (reason := _reason(line.text, page.language)):
            found[i] = reason
    return found


def _reason(text: str, language: str) -> LineReason | None:
    for pattern, reason in SHAPES:
        if pattern.match(text):
            return reason
    words = word_count(text)
    if words <= LONGEST_BYLINE and not (is_sentence(text) and words > 8 and not HOUR.search(text)):
        if _byline(text, language):
            return LineReason.BYLINE
        if _date(text, language):
            return LineReason.DATELINE
    if not is_sentence(text) and BREADCRUMB.match(text) and words <= 3 * len(PARTS.findall(text)) + 3:
        return LineReason.BREADCRUMB
    return None


def _byline(text: str, language: str) -> bool:
    """ "By Jane Doe", "Written by Jane Doe, Science Editor": the word, then a capital, and no end of a sentence."""
    starts, _, _ = _words(language)
    hit = starts.match(plain(text))
    if not hit:
        return False
    rest = text[hit.end() :].strip(" :")
    return not rest or rest[0].isupper() or rest[0] == "@"


def _date(text: str, language: str) -> bool:
    """ "Nov. 19, 2019 8:03 am ET", "Updated 3 hours ago": a date, and little that is not part of one."""
    looked_at = plain(text)
    _, known, months = _words(language)
    words = [w for w in WORD.findall(looked_at) if not w[0].isdigit()]
    dated = len(words) < sum(1 for _ in WORD.finditer(looked_at)) and not months.isdisjoint(words)
    if not (dated or YEAR_OR_TIME.search(looked_at) or AGO.search(looked_at)):
        return False
    strange = sum(w not in known for w in words)
    return strange <= (0 if len(words) < 2 else len(words) // 2 if len(words) > 4 else 1) or strange <= 1


@cache
def _words(language: str) -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    data = subject(language, "clean")
    starts = "|".join(re.escape(w) for w in sorted(data["byline_starts"], key=len, reverse=True))
    known = frozenset(
        part for key in ("months", "weekdays", "date_words") for word in data[key] for part in WORD.findall(str(word))
    )
    return re.compile(rf"(?:{starts})(?!\w)"), known, frozenset(data["months"])
