"""Find which sentences do not belong in one summary: they tell one thing, or what "today" is differs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import combinations

from digest.language import subject
from digest.language.deeds import deeds
from digest.language.tenses import is_past
from digest.language.terms import low_words
from digest.model import Excerpt
from digest.summarize.candidates import Candidate
from digest.summarize.context import carries

CLOSE = Decimal("0.1")  # share by which two figures may differ and still be two reports of one thing
ALIKE = 3  # words with which two sentences open alike: "A bomb exploded"
MANY = 20  # from which they may: "two people" and "two people" tell nothing

Pair = tuple[int, int]


def pairs_of_facts(pool: Sequence[Candidate], facts: Collection[AbstractSet[Excerpt]]) -> frozenset[Pair]:
    """The pairs of candidates that stand in one of some sets of sentences that tell one fact."""
    numbers = {candidate.excerpt: number for number, candidate in enumerate(pool)}
    groups = (sorted(numbers[excerpt] for excerpt in fact if excerpt in numbers) for fact in facts)
    return frozenset(pair for group in groups for pair in combinations(group, 2))


def told_twice(chosen: Sequence[Candidate], also: Sequence[Sequence[Excerpt]]) -> Iterator[Pair]:
    """The pairs of chosen sentences, by their places, that tell one thing.

    For both one sentence of another article is cited, or one is cited for the other; or they give figures of one thing
    that are close and not equal: "nearly 5,000 acres", "4,700 acres"; or tell that somebody did the same that day, or
    open with the same thing and what it did: "The bomb exploded", "A bomb exploded".
    """
    cited = [{one.excerpt, *others} for one, others in zip(chosen, also, strict=True)]
    for i, j in combinations(range(len(chosen)), 2):
        pair = chosen[i], chosen[j]
        if cited[i] & cited[j] or _has_close_figures(*pair) or _tell_one_deed(*pair) or _open_alike(*pair):
            yield i, j


def of_other_days(chosen: Sequence[Candidate]) -> Iterator[Pair]:
    """The first chosen sentence with each of an article of another day that counts from that day: "tonight".

    The same goes for one that leans on a sentence of its article that is not chosen: "The meeting".
    """
    for j, one in enumerate(chosen):
        if one.age == chosen[0].age:
            continue
        hangs = one.lean is not None and not any(carries(one, chosen))
        if hangs or _counted_from(one.language).search(one.excerpt.text):
            yield 0, j


@cache
def _counted_from(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, map(str, subject(language, "summarize").get("own_day", ()))))
    return re.compile(rf"\b(?:{words or '(?!)'})\b", re.IGNORECASE)


def figures_contradict(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences give other figures of one unit, and none of it in common: "26 people", "15 people"."""
    mine, theirs = _figures(one), _figures(other)
    return any(mine[unit].isdisjoint(theirs[unit]) for unit in mine.keys() & theirs.keys())


def _has_close_figures(one: Candidate, other: Candidate) -> bool:
    mine, theirs = _figures(one), _figures(other)
    return bool(one.names & other.names) and any(
        min(a, b) >= MANY and 0 < abs(a - b) <= CLOSE * max(a, b)
        for unit in mine.keys() & theirs.keys()
        for a in mine[unit]
        for b in theirs[unit]
    )


def _tell_one_deed(one: Candidate, other: Candidate) -> bool:
    """Whether two articles tell that the same one did the same on the same day: "died on Tuesday", "died Sept. 25"."""
    if one.article == other.article or not one.days & other.days:
        return False
    who = [fact for fact in one.facts & other.facts if fact.startswith(("person ", "organization "))]
    return bool(who) and bool(deeds(one.excerpt.text, one.language) & deeds(other.excerpt.text, other.language))


def _open_alike(one: Candidate, other: Candidate) -> bool:
    """Whether two articles' sentences open with one noun and verb, and one has the noun as new: "A bomb exploded"."""
    if one.article == other.article or one.language != other.language:
        return False
    opens = [low_words(candidate.excerpt.text)[:ALIKE] for candidate in (one, other)]
    if min(map(len, opens)) < ALIKE:
        return False
    (first, *mine), (second, *theirs) = opens
    data = subject(one.language, "summarize")
    definite, new = data["articles"], data["leaning"].get("inside", {}).get("one", ())
    articles = (first in new and second in (*definite, *new)) or (second in new and first in definite)
    return articles and mine == theirs and is_past(mine[-1], one.language)


def _figures(one: Candidate) -> dict[str, set[Decimal]]:
    """The key figures of a sentence, by unit."""
    found: dict[str, set[Decimal]] = {}
    for fact in sorted(one.facts):
        kind, _, rest = fact.partition(" ")
        value, _, unit = rest.partition(" ")
        if kind == "figure" and unit:
            try:
                found.setdefault(unit, set()).add(Decimal(value))
            except InvalidOperation:
                continue
    return found
