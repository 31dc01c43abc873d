"""Find the sentences whose content only one of the articles has."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.compare.elsewhere import Elsewhere
from digest.compare.introducing import LEADS, Introduced
from digest.compare.sentences import Likeness, Line
from digest.language import subject
from digest.language.background import rarities
from digest.language.fitness import has_whole_quotations, is_balanced
from digest.language.hanging import hangs
from digest.language.introduced import not_introduced
from digest.language.leaning import leaning
from digest.language.telling import Telling
from digest.language.terms import content_set, content_stems, low_words, stems_held
from digest.model import Article, Excerpt, Sole, Sources

MOST = 6  # sentences of one origin
SAME = 0.75  # similarity from which a sentence of a copy is the same sentence
PERSON, FIGURE, ORGANIZATION, DATE = 1.5, 1.5, 0.75, 0.25  # what each thing that no other article has adds
WORDS = 1.5  # what a sentence adds whose words are all unknown to the other articles
LEANS = 1.5  # cost of pointing at something that was told before: "the meeting", "but"
PARTLY = 1.25  # cost of calling somebody by a part of the name whom the story is about; others are left out
HEADLINE_EARLY, HEADLINE = 0.5, 0.85  # part of what a headline tells that makes a sentence, a first one or any, tell it
DEEDS = 2  # words of it, names aside, that the sentence must have
EARLY = 0.5  # what standing first adds
ECHO = 1.0  # cost of being like a sentence of another article
MANY, CLOSE = 100, Decimal("0.1")  # from which a number is large, and the part by which a rounder one differs from it
IN_COMMON = 2  # words with content of two sentences that give a number of one thing
SAID = 0.5  # similarity to a sentence of another article from which that one says it, too
TOLD = 0.3  # similarity to a listed sentence of the same article, or to any of another, from which it is no news


def compare_only(
    articles: Sequence[Article],
    lines: Sequence[Line],
    likeness: Likeness,
    agreed: AbstractSet[Excerpt],
    sources: Sources,
) -> tuple[Sole, ...]:
    """List sentences with a person, figure or organization that no other origin has, the weightiest first.

    None is `agreed`, or may be. An article that is the only one in its language is compared with nothing.
    """
    similar, telling = likeness
    origin = [sources.origins[line.article] for line in lines]
    sole = _sole_words(articles, sources)
    by_language: dict[str, set[int]] = {}
    for article, number in zip(articles, sources.origins, strict=True):
        by_language.setdefault(article.language, set()).add(number)
    compared = {language for language, numbers in by_language.items() if len(numbers) > 1}
    known = _known(articles, lines, sources)
    introduced = Introduced(articles, lines)
    figures = _figures(lines, origin)
    events = [content_set(a.headline.text, language=a.language) for a in articles if a.headline]
    elsewhere = Elsewhere(lines, origin, telling)
    other = np.not_equal.outer(origin, origin)
    said = np.logical_or.reduce((similar >= SAID) & other, axis=1)  # by a sentence of another origin
    scored: list[tuple[float, int, _Sole]] = []
    for i, line in enumerate(lines):
        if said[i] or not line.whole or line.language not in compared or line.excerpt in agreed:
            continue
        own, half = _without_close(_sole(line, sole[origin[i]]), line, figures, origin[i]), _half_named(line)
        if not own.things or any(known.isdisjoint(parts) for parts in half):
            continue
        weight = _weight(line, own, sole[origin[i]]) - ECHO * bool(((similar[i] >= TOLD) & other[i]).any())
        weight -= LEANS * (not line.alone) + PARTLY * bool(half)
        if weight > 0:
            scored.append((round(weight, 4), i, own))
    scored.sort(key=lambda s: (-s[0], lines[s[1]].place, lines[s[1]].article))

    def is_news(i: int, own: _Sole) -> bool:
        """Whether a sentence can stand in the list, and tells what no other origin does."""
        line, text = lines[i], lines[i].excerpt.text
        if not _by_itself(line) or _tells_event(line, events, telling):
            return False
        if not_introduced(text, introduced.before(line), language=line.language) or elsewhere.repeats(i):
            return False
        if elsewhere.told_head(i):
            return False
        foreign = np.flatnonzero((similar[i] >= TOLD) & other[i]).tolist()
        if any(telling.same(text, lines[k].excerpt.text) for k in foreign):
            return False
        return not elsewhere.told(i, _new(line, own), named=not own.figures and not own.numbers)

    found: list[int] = []
    told: set[str] = set()
    listed: Counter[int] = Counter()
    result = []
    for weight, i, own in scored:
        if listed[origin[i]] == MOST or own.things <= told or any(similar[i, k] >= TOLD for k in found):
            continue
        if not is_news(i, own):  # asked last, for it costs most
            continue
        found.append(i)
        told |= own.things
        listed[origin[i]] += 1
        first, *also = _everywhere(i, lines, similar, origin)
        result.append(Sole(excerpt=first, weight=weight, also=tuple(also)))
    return tuple(result)


def _new(line: Line, own: _Sole) -> set[str]:
    """The stems of the things that no other origin has, and of the roles of the people among them."""
    found = {term for thing in sorted(own.things) for term in content_stems(thing, language=line.language)}
    return found | line.roles if own.people else found


def _by_itself(line: Line) -> bool:
    """Whether a sentence can be read in a list: it says whom it is about, and is no part of a longer quotation.

    "The remark went viral" is none; of what leans on the sentence before it, "But the mayor" and "also" can be read.
    """
    text = line.excerpt.text
    lean = leaning(text, language=line.language)
    if lean and not lean.firm and lean.word not in subject(line.language, "summarize")["leaning"]["adding"]:
        return False
    return not hangs(text, language=line.language) and is_balanced(text) and has_whole_quotations(text)


def _tells_event(line: Line, events: Sequence[frozenset[str]], telling: Telling) -> bool:
    """Whether a sentence opens its article, or has most of what a headline tells: that is what all articles tell."""
    part = HEADLINE_EARLY if line.place < LEADS else HEADLINE
    rare, deeds = rarities(line.language), telling.words(line.excerpt.text)

    def weight(stems: AbstractSet[str]) -> float:
        return math.fsum(map(rare.__getitem__, stems))

    return line.place == 0 or any(
        len(event & deeds) >= DEEDS and weight(event.intersection(line.stems)) >= part * weight(event)
        for event in events
    )


def _half_named(line: Line) -> list[list[str]]:
    """The names, in small letters, of which a sentence has a part only, as of one who was introduced before: "Holm"."""
    whole = [name for name in line.people if not all(part in line.excerpt.text for part in name.split())]
    return [name.lower().split() for name in whole]


def _known(articles: Sequence[Article], lines: Sequence[Line], sources: Sources) -> frozenset[str]:
    """The words, in lower case, of a headline, or of the first sentences of two origins: whom a story is about."""
    headed = {word for article in articles if article.headline for word in low_words(article.headline.text)}
    first = [line for line in lines if line.place < LEADS]
    leads = {(sources.origins[line.article], word) for line in first for word in low_words(line.excerpt.text)}
    times = Counter(word for _, word in leads)
    return frozenset(headed | {word for word, count in times.items() if count > 1})


def _everywhere(i: int, lines: Sequence[Line], similar: NDArray[np.float32], origin: Sequence[int]) -> list[Excerpt]:
    """A sentence in all copies of an article, in their order."""
    best = {lines[i].article: (1.0, -i)}
    for k in map(int, np.flatnonzero(similar[i] >= SAME)):
        if origin[k] == origin[i] and lines[k].article != lines[i].article:
            best[lines[k].article] = max(best.get(lines[k].article, (0.0, 0)), (float(similar[i, k]), -k))
    return [lines[-k].excerpt for _, (_, k) in sorted(best.items())]


def _sole_words(articles: Sequence[Article], sources: Sources) -> dict[int, frozenset[str]]:
    """The stems of all words that stand in the texts of one origin only, by the origin."""
    by_origin: dict[int, set[str]] = {}
    for number, article in zip(sources.origins, articles, strict=True):
        by_origin.setdefault(number, set()).update(stems_held(article.text, language=article.language))
    times = Counter(chain.from_iterable(by_origin.values()))
    return {number: frozenset(term for term in terms if times[term] == 1) for number, terms in by_origin.items()}


class _Sole(NamedTuple):
    """The people, figures, other numbers and organizations that no other origin has under any of their words."""

    people: frozenset[str]
    figures: frozenset[str]
    numbers: frozenset[str]
    organizations: frozenset[str]

    @property
    def things(self) -> frozenset[str]:
        """All of them."""
        return self.people | self.figures | self.numbers | self.organizations


def _sole(line: Line, sole: AbstractSet[str]) -> _Sole:
    """What a sentence has that no other origin has."""
    language = line.language
    return _Sole(
        frozenset(name for name in line.people if _is_only(name, sole, language)),
        frozenset(f"{value} {unit}" for (value, unit), text in line.figures.items() if _is_only(text, sole, language)),
        frozenset(text for text in line.numbers if _is_only(text, sole, language)),
        frozenset(n for n in line.organizations if not sole.isdisjoint(content_stems(n, language=language))),
    )


class _Given(NamedTuple):
    """A figure that an origin gives in a line."""

    origin: int
    value: Decimal
    line: Line


def _figures(lines: Sequence[Line], origin: Sequence[int]) -> Mapping[str, Sequence[_Given]]:
    """The figures of all sentences by what they count, "boats" of "fishing boats", the smallest ones first."""
    found: dict[str, list[_Given]] = {}
    for line, home in zip(lines, origin, strict=True):
        for value, unit in line.figures:
            found.setdefault(_counted(unit), []).append(_Given(home, Decimal(value), line))
    return {unit: sorted(given, key=_value) for unit, given in found.items()}


def _value(given: _Given) -> Decimal:
    return given.value


def _around(value: Decimal, given: Sequence[_Given]) -> Iterable[_Given]:
    """Those of some figures, the smallest first, that are near to a number, and not the number itself."""
    low = bisect_left(given, value * (1 - CLOSE), key=_value)
    high = bisect_right(given, value / (1 - CLOSE) + 1, key=_value)  # rounded, and so a little too far
    own, behind = (cut(given, value, low, high, key=_value) for cut in (bisect_left, bisect_right))
    near = chain(islice(given, low, own), islice(given, behind, high))
    return (other for other in near if abs(other.value - value) <= CLOSE * max(other.value, value))


def _counted(unit: str) -> str:
    return unit.rpartition(" ")[2]


def _without_close(own: _Sole, line: Line, figures: Mapping[str, Sequence[_Given]], origin: int) -> _Sole:
    """What a sentence alone has, without what others give by a number near to it: that is a difference."""
    if not own.figures and not own.numbers:
        return own  # of most sentences, before all figures of a unit are gone through
    terms = set(line.stems)

    def is_near(text: str, unit: str) -> bool:
        value = Decimal(text)
        return value >= MANY and any(
            other.origin != origin and len(terms.intersection(other.line.stems)) >= IN_COMMON
            for other in (_around(value, figures[_counted(unit)]) if unit else ())
        )

    near = {(value, unit): text for (value, unit), text in line.figures.items() if is_near(value, unit)}
    if not near:
        return own
    return own._replace(
        figures=own.figures - {f"{value} {unit}" for value, unit in near},
        numbers=frozenset(number for number in own.numbers if not any(number in text for text in near.values())),
    )


def _is_only(name: str, sole: AbstractSet[str], language: str) -> bool:
    """Whether the number in a name, or else its last word, stands in one origin only."""
    stems = content_stems(name, language=language)
    numbers = [term for term in stems if term[0].isdigit()]
    return bool(stems) and (numbers[0] if numbers else stems[-1]) in sole


def _weight(line: Line, own: _Sole, sole: AbstractSet[str]) -> float:
    rare = rarities(line.language)
    terms = set(line.stems)
    total = math.fsum(map(rare.__getitem__, terms)) or 1.0
    new = math.fsum(map(rare.__getitem__, terms & sole))
    return (
        PERSON * min(len(own.people), 2)
        + FIGURE * min(len(own.figures), 2)
        + ORGANIZATION * min(len(own.organizations), 2)
        + DATE * bool(line.dates)
        + WORDS * new / total
        + EARLY / (1 + line.place)
    )
