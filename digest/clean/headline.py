"""Find the headline: among the lines above the prose, the one that page and article speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from digest.clean.page import Page
from digest.clean.phrases import any_of
from digest.clean.shape import is_item
from digest.clean.stretch import Stretch
from digest.clean.words import WORD, has_full_stop, plain, word_count
from digest.language import subject
from digest.model import LineReason

HEADING = re.compile(r"^#{1,6}\s+")  # a heading's mark in Markdown
# Between a page's title and the site's name; the look-behind keeps a start inside a long gap from being tried.
SEPARATOR = re.compile(r"(?<!\s)\s+(?:[–—»«·:-]\s+|\|\s*)|\|\s*")
SITE_BEFORE = re.compile(r"(?P<site>[^:|»]{4,40}):\s+(?=\S)")  # "Port Sand Courier: "
REMARK = re.compile(r"(?<=\S)\s\[[^\[\]]{2,20}\]\s*$")  # "Talks resume in Oslo [video]"
SHORTEST_SITE = 5  # letters
LEAST_LABELLED = 3  # words behind a site's name or a label
LONGEST_TITLE = 1_000  # characters of a first line that may hold the site's name
NEAR_PROSE = 1_500  # characters of the article that a headline's words are looked for in
FARTHEST = 120  # lines between a headline and the first prose
SHORT, LONG = 2, 32  # words
LOST = 20.0  # how much the prose above a line, as a share of all, speaks against it
ENOUGH = 2.2
HALF = 0.5  # so much in common with the page's title, or no prose may stand above it
SAME = 0.8  # so much in common with the title, and it is the title
MOST_LOST = 0.5
NEAR = 12  # lines
SIGNED = frozenset({LineReason.BYLINE, LineReason.DATELINE})


class Headline(NamedTuple):
    """The headline's line and its edges in the line's text."""

    at: int
    start: int
    end: int


def find_headline(page: Page, values: Sequence[float], stretch: Stretch) -> Headline | None:
    """Weigh every line that could be the headline of a stretch, and take the best if enough speaks for it.

    For a line speak: no prose of the stretch stands above it, and much soon below; it stands in the page's own title
    (a scraped page begins with that); its words come up in the prose; a byline or a date follows; it is repeated.
    """
    prose = list(accumulate((max(0.0, value) for value in values), initial=0.0))
    total = prose[stretch.end] - prose[stretch.start]
    counts = Counter(look.bare for look in page.looks[: stretch.end])
    article = _words_after(page, stretch.start)
    titles = _title_parts(page)
    first = _first_after_title(page)
    near = next_prose(values)
    top = next((i for i, mark in enumerate(page.marks) if mark is None), -1)
    best: tuple[float, int] | None = None
    known = frozenset().union(*titles)
    for i in range(max(0, stretch.start - FARTHEST), stretch.end):
        lost = max(0.0, prose[i] - prose[stretch.start]) / total
        if lost > MOST_LOST:
            break
        text, look = page.lines[i].text, page.looks[i]
        if page.marks[i] or not SHORT <= look.words <= LONG or is_item(text):
            continue
        distance = near[i + 1] - i - 1
        may_be_title = i >= first and not known.isdisjoint(look.tokens)
        in_title = _in_title(look.tokens, titles) if may_be_title else 0.0
        if (lost and in_title < HALF) or (has_full_stop(text) and in_title < SAME):
            continue
        score = (
            5.0 * in_title
            + 3.0 * _share(look.tokens, article)
            + _looks_good(text, look.words)
            - min(distance, 30) * 0.1
            + (2.5 if i == top and distance <= NEAR else 0.0)
            + (1.5 if signed(page, i) else 0.0)
            + (0.5 if counts[look.bare] > 1 else 0.0)
            + (6.0 if HEADING.match(text) else 0.0)
            - LOST * lost
        )
        if best is None or score > best[0]:
            best = (score, i)
    if best is None or best[0] < ENOUGH:
        return None
    return headline_at(page, best[1])


def title_lines(page: Page) -> list[int]:
    """The lines that say what the page's own title says: almost always the headline."""
    titles = _title_parts(page)
    first = _first_after_title(page)
    # With fewer words no line has so much in common.
    fewest = max(SHORT + 1, SAME / (2 - SAME) * min(map(len, titles)))
    known = frozenset().union(*titles)
    return [
        i
        for i, (look, mark) in enumerate(zip(page.looks, page.marks, strict=True))
        if mark is None
        and fewest <= look.words <= LONG
        and i >= first
        and not known.isdisjoint(look.tokens)
        and _in_title(look.tokens, titles) >= SAME
    ]


def next_prose(values: Sequence[float]) -> list[int]:
    """For every line (and the end) the next one, itself included, that is worth as much as a sentence."""
    following = [len(values)] * (len(values) + 1)
    for i in range(len(values) - 1, -1, -1):
        following[i] = i if values[i] > 4 else following[i + 1]
    return following


def _looks_good(text: str, words: int) -> float:
    score = 1.0 if 5 <= words <= 22 else -1.0 if words < 4 else 0.0
    if not text.lstrip("‘’'\"“”«[(#0123456789 $£€")[:1].isupper():
        score -= 0.5
    return score


def signed(page: Page, index: int) -> bool:
    """Whether a byline or a date stands within the next lines."""
    return not SIGNED.isdisjoint(page.marks[index + 1 : index + 6])


def _words_after(page: Page, start: int) -> frozenset[str]:
    words: set[str] = set()
    size = 0
    for line, mark in zip(page.lines[start:], page.marks[start:], strict=True):
        if mark is None:
            words.update(_content(WORD.findall(plain(line.text[:NEAR_PROSE]))))
            size += len(line.text)
        if size > NEAR_PROSE:
            break
    return frozenset(words)


def _content(tokens: Sequence[str]) -> list[str]:
    return [w for w in tokens if len(w) > 3 or w.isdigit()]


def _share(tokens: Sequence[str], article: frozenset[str]) -> float:
    words = _content(tokens)
    return sum(w in article for w in words) / max(3, len(words))


def _title_parts(page: Page) -> tuple[frozenset[str], ...]:
    """The page's title, whole and without the site's name: what is stated, else the first line of the scraped page."""
    return _parts_of(page.raw.title.value if page.raw.title else page.lines[0].text[:300])


@lru_cache(maxsize=1)  # three cleaners ask for those of the same page
def _parts_of(title: str) -> tuple[frozenset[str], ...]:
    longest = max(SEPARATOR.split(title), key=word_count)
    return tuple(frozenset(WORD.findall(plain(part))) for part in dict.fromkeys([title, longest]))


def _first_after_title(page: Page) -> int:
    """The first line to compare with the title: where none is stated, the page's first line is itself the title."""
    return 0 if page.raw.title else 1


def _in_title(tokens: Sequence[str], titles: Sequence[frozenset[str]]) -> float:
    """How much a line and the best part of the title share, from 0 to 1 (Dice)."""
    best = 0.0
    for title in titles:
        if shared := len(title.intersection(tokens)):
            best = max(best, 2 * shared / (len(set(tokens)) + len(title)))
    return best


def headline_at(page: Page, index: int) -> Headline:
    """Cut what is no headline's: a Markdown mark, a label, and on the page's first line the site's name.

    "# Talks resume" → "Talks resume"; "Video: Talks resume in Oslo [english]", "Talks resume in Oslo | Site"
    """
    text = page.lines[index].text
    mark = HEADING.match(text)
    start, end = mark.end() if mark else 0, len(text)
    if index == 0 and end <= LONGEST_TITLE:
        cut = [hit for hit in SEPARATOR.finditer(text) if word_count(text[: hit.start()]) >= 4]
        if cut and word_count(text[cut[-1].end() :]) <= 5 and text[cut[-1].end() :][:1].isupper():
            end = cut[-1].start()
        start = max(start, _site_before(page, text))
    if remark := REMARK.search(text, start, end):
        end = remark.start()
    label = _labels(page.language).match(text, start)
    if label and word_count(text[label.end() : end]) >= LEAST_LABELLED and not text[label.end()].islower():
        start = label.end()
    return Headline(index, start, end)


def _site_before(page: Page, text: str) -> int:
    """Where a title begins behind the name of its own site: "Port Sand Courier: Talks resume in Oslo"; 0 without."""
    before = SITE_BEFORE.match(text)
    if before is None:
        return 0
    name = _squeezed(before["site"])
    raw = page.raw
    home = _squeezed(raw.url.value.partition("//")[2].partition("/")[0]) if raw.url else ""
    known = _squeezed(raw.publisher.value) if raw.publisher else ""
    is_site = len(name) >= SHORTEST_SITE and (name in home or name in (known, known.removesuffix("com")))
    return before.end() if is_site and word_count(text[before.end() :]) >= LEAST_LABELLED else 0


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@cache
def _labels(language: str) -> re.Pattern[str]:
    """Match what news sites and agencies print before a headline: "Video: …", "UPDATE 2-…"."""
    labels = subject(language, "clean")["headline_labels"]
    agencies = any_of(label.upper() for label in labels)
    return re.compile(rf"(?i:{any_of(labels)})(?: ?:| [–—|-])\s+|{agencies}(?: \d{{1,2}})?-(?=[^\W\d_a-z])")
