"""Whether what was found is what a label says: places, names, numbers and units."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from gold_sets import Label, Place
from quantities import unit_name

from digest.model import Article, Excerpt, Figure

EDGE = " \t\n\"“”„«»‘’',.;:!?…–—"
EMPTY_WORDS = frozenset(
    ["a", "an", "the", "of", "his", "her", "its", "their", "mr", "mrs", "ms", "dr", "prof", "sir", "lord", "dame"]
)
CLOSE = Decimal("0.001")  # "a third" is .3333 in the labels
T = TypeVar("T")


def same_name(names: Iterable[str], found: str) -> bool:
    """Whether the words of one name are among those of the other, titles and articles aside."""
    have = name_words(found)
    return any(want and have and (want <= have or have <= want) for want in map(name_words, names))


def paired(
    labels: Sequence[Label], found: Sequence[T], where: Callable[[T], Place], text: str
) -> list[tuple[Label, T]]:
    """Pair labels and findings one to one, where their common part is at least half of the longer one."""
    pairs = []
    for label in labels:
        for thing in found:
            a, b = _trimmed(label.place, text), _trimmed(where(thing), text)
            common = a.overlap(b)
            if common and 2 * common >= max(a.end - a.start, b.end - b.start):
                pairs.append((common, label, thing))
    pairs.sort(key=lambda pair: -pair[0])
    taken: set[int] = set()
    kept = []
    for _, label, thing in pairs:
        if not taken & {id(label), id(thing)}:
            taken |= {id(label), id(thing)}
            kept.append((label, thing))
    return kept


def _trimmed(place: Place, text: str) -> Place:
    start, end = place
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Place(start, end)


def place_of(article: Article, excerpt: Excerpt) -> Place:
    """Where an excerpt stands in the passage as it was given."""
    span = excerpt.span
    block = max((b for b in article.blocks if b.start <= span.start), key=lambda b: b.start)
    start = block.raw_start + span.start - block.start
    return Place(start, start + span.end - span.start)


def same_value(label: Label, figure: Figure) -> bool:
    """Whether a figure has the value of a label, and the other end too where it is a range."""
    assert label.value is not None
    value, end = label.value
    if (end is None) != (figure.value_to is None):
        return False
    return _close(value, figure.value) and (end is None or _close(end, figure.value_to or Decimal(0)))


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= CLOSE * max(abs(a), abs(b))


def same_unit(label: Label, unit: str) -> bool:
    """Whether a unit is one of the label's, or ends in the same noun. A label without units leaves it open."""
    if not label.units:
        return True
    have = unit_name(unit)
    wanted = [unit_name(u) for u in label.units]
    return any(have == want or (have and want and have.split()[-1] == want.split()[-1]) for want in wanted)


def name_words(name: str) -> frozenset[str]:
    """The words of a name, without titles, articles and the genitive."""
    return frozenset(w for w in re.findall(r"[\w-]+", re.sub(r"['’]s\b", "", name.lower())) if w not in EMPTY_WORDS)


def words(text: str) -> frozenset[str]:
    """The words of a phrase, without the plural's "s"."""
    return frozenset(w.removesuffix("s") for w in re.findall(r"\w+", text.lower()))


def same_words(a: str, b: str) -> bool:
    """Whether the words of one phrase are all among those of the other."""
    left, right = words(a), words(b)
    return bool(left and right) and (left <= right or right <= left)
