"""Drop the small lines around an article: bylines, dates, counters, breadcrumbs, video lengths, addresses."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from digest.clean.bylines import authors_in
from digest.clean.look import Look
from digest.clean.phrases import any_of
from digest.clean.words import WORD
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
HOUR = re.compile(r"\d ?[ap]\.m\.$")  # a full stop that ends no sentence: "at 10:20 a.m."
UNIT = r"(?:[smhdw]|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)"
AGO = re.compile(rf"\b\d{{1,3}} ?{UNIT}\.? ago\b|\b\d{{1,2}} min(?:ute)?s? read\b")  # "3 hours ago", "2 min read"

SHAPES = (
    (VIDEO_LENGTH, LineReason.VIDEO_LENGTH),
    (COUNTER, LineReason.COUNTER),
    (COUNTED, LineReason.COUNTER),
    (ADDRESS, LineReason.SITE_NOTICE),
)
DIGIT = re.compile(r"\d")
LONGEST = 250  # characters
LONGEST_BYLINE = 20  # words
SIGN = 2  # characters


class _Words(NamedTuple):
    starts: re.Pattern[str]
    sentences: tuple[str, ...]
    signs: frozenset[str]  # their first characters, which spare most lines the pattern
    known: frozenset[str]
    months: frozenset[str]


def small_line(text: str, look: Look, language: str) -> LineReason | None:
    """What a line is whose shape says it.

    "01:45" → video length; "News / China / Russia" → breadcrumb; "By Jane Doe" → byline; "37" → counter
    """
    if len(text) > LONGEST:
        return None
    words = _words(language)
    may_be_signed = look.words <= LONGEST_BYLINE
    if look.letters:
        return LineReason.BYLINE if may_be_signed and _byline(text, look, words) else None
    if (reason := _by_shape(text, look)) or (
        look.plain.startswith(words.sentences) and byline_sentence(text, language)
    ):
        return reason or LineReason.BYLINE
    if may_be_signed and not (look.sentence and look.words > 8 and not HOUR.search(text)):
        if _byline(text, look, words):
            return LineReason.BYLINE
        if DIGIT.search(text) and _date(look, words):
            return LineReason.DATELINE
    return LineReason.BREADCRUMB if not look.sentence and _breadcrumb(text, look) else None


def byline_sentence(text: str, language: str) -> tuple[str, ...]:
    """The authors whom a sentence names that is nothing but a byline: "This article was written by Jane Doe." """
    starts = _words(language).sentences
    start = next((start for start in starts if text.lower().startswith(start)), None)
    return authors_in(text[len(start) :], language=language) if start else ()


def _by_shape(text: str, look: Look) -> LineReason | None:
    # This spares most lines the patterns: only such lines can have one of these shapes.
    if not text[0].isalpha() or look.words <= 1 or "@" in text or text.startswith(("http", "www.")):
        for pattern, reason in SHAPES:
            if pattern.match(text):
                return reason
    return None


def _breadcrumb(text: str, look: Look) -> bool:
    separators = PARTS.findall(text)
    return bool(separators) and bool(BREADCRUMB.match(text)) and look.words <= 3 * len(separators) + 3


def _byline(text: str, look: Look, words: _Words) -> bool:
    """ "By Jane Doe", "Written by Jane Doe, Science Editor": the word, then a capital, and no end of a sentence."""
    if look.plain[:SIGN] not in words.signs:
        return False
    hit = words.starts.match(look.plain)
    if not hit:
        return False
    rest = text[hit.end() :].strip(" :")
    return not rest or rest[0].isupper() or rest[0] == "@"


def _date(look: Look, words: _Words) -> bool:
    """ "Oct. 3, 2024 7:15 am ET", "Updated 3 hours ago": a date, and little that is not part of one."""
    named = [token for token in look.tokens if not token[0].isdigit()]
    strange = sum(token not in words.known for token in named)
    if strange > max(1, len(named) // 2 if len(named) > 4 else 1):
        return False
    dated = len(named) < len(look.tokens) and not words.months.isdisjoint(named)
    return dated or bool(YEAR_OR_TIME.search(look.plain) or AGO.search(look.plain))


@cache
def _words(language: str) -> _Words:
    own, others = subject(language, "clean"), subject("mul", "furniture")
    months = frozenset((*own["months"], *others["months"]))
    words = (*months, *own["weekdays"], *own["date_words"], *others["date_words"])
    known = frozenset(part for word in words for part in WORD.findall(str(word)))
    starts = (*own["byline_starts"], *others["byline_starts"])
    sentences = tuple(own["byline_sentences"])
    return _Words(re.compile(any_of(starts)), sentences, frozenset(start[:SIGN] for start in starts), known, months)
