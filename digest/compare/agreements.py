"""Find what several articles report: pairs of sentences that share figures, people, names and rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from digest.compare.copied import same_words
from digest.compare.listed import is_one_list
from digest.compare.main_in_common import LEADS
from digest.compare.one_fact import one_fact
from digest.compare.sentences import Likeness, Line
from digest.compare.shared import plain_stems, shared_terms
from digest.language.background import rarities
from digest.language.terms import nouns_have_capitals, own_capitals, plain_words, stem
from digest.model import Agreement, Sources

LEAST = 0.2  # similarity from which two sentences may tell the same fact, if each is the other's best
ROUNDED = 1e-6  # what a similarity may lack for being rounded
SURE = 0.3  # similarity from which they may although one of them has a better partner
FIGURE, PERSON = 0.2, 0.1  # what a key figure or a person in common adds to the similarity
KNOWN = 8.0  # nats that a figure in common weighs beside the words in common
OFTEN = 0.12  # share of the story's sentences from which a word is common in it
RARE = 2.4  # nats of rarity from which a word tells something
NAMES = 4  # telling names in common that make a fact without any other word
KEPT = 0.5  # share of what two sentences have in common that one of a further article must have too
NEW = 0.5  # share of what two sentences have in common that no earlier agreement may have had
LEAST_SHARED = 3  # words, or words and figures, in common below which there is no fact
MOST = 8  # agreements of one story
TRIES = 100  # pairs whose company is looked for; real stories need ten, sentences made of one pattern any number
PAIRS = 20_000  # the strongest that are looked at; the largest of 97 labelled stories has a tenth

Pair = tuple[int, int]


def compare_agreements(lines: Sequence[Line], likeness: Likeness, sources: Sources) -> tuple[Agreement, ...]:
    """List the facts that several independent sources report, the best supported first.

    Articles that carry one text, or that are of one publisher family, are one source, and so are those that print a
    sentence in the same words: one of them had it from the other, or both from a third.
    """
    similar, telling = likeness
    found: list[tuple[int, int, Agreement]] = []
    told: set[object] = set()
    uses: dict[int, int] = {}
    common = _common([line for line in lines if line.article in sources.fullest])  # copies make no word more common
    language = lines[0].language if lines else "en"
    held = [frozenset((*line.stems, *line.figures)) for line in lines]
    tries = 0
    for i, j in _pairs(lines, similar, sources):
        if len(found) == MOST or tries == TRIES:
            break
        if uses.get(i, 0) + uses.get(j, 0) > 1:
            continue
        pair = lines[i], lines[j]
        shared = held[i] & held[j]
        if len(shared) < LEAST_SHARED:
            continue
        leads = all(line.place < LEADS for line in pair)
        roles = lines[i].roles & lines[j].roles  # who somebody is, is background
        if not _tells(shared - roles, frozenset() if leads else common, pair, language):
            continue
        if not shared.isdisjoint(told) and _weight(shared - told, language) < NEW * _weight(shared, language):
            continue
        if not one_fact(*pair, float(similar[i, j]), telling):
            continue
        tries += 1
        members = _members((i, j), lines, similar, common, held)
        members = [
            m
            for m in members
            if m in (i, j) or any(one_fact(lines[m], lines[k], float(similar[m, k]), telling) for k in (i, j))
        ]
        grouped = _by_source(members, lines, sources)
        if len(grouped) < 2:
            continue
        terms = shared_terms([lines[m] for m in members], language=language)
        if not terms:
            continue
        told |= shared
        for m in members:
            uses[m] = uses.get(m, 0) + 1
        found.append((-len(grouped), len(found), _agreement(grouped, lines, terms)))
    return tuple(agreement for _, _, agreement in sorted(found, key=lambda f: f[:2]))


def _by_source(members: Sequence[int], lines: Sequence[Line], sources: Sources) -> list[list[int]]:
    """The sentences of each independent source, the first article's first."""
    grouped: list[list[int]] = []
    for m in members:
        own = [group for group in grouped if any(_one_source(lines[m], lines[k], sources) for k in group)]
        joined = sorted([m, *(k for group in own for k in group)], key=lambda k: lines[k].article)
        grouped = [*(group for group in grouped if group not in own), joined]
    return sorted(grouped, key=lambda group: lines[group[0]].article)


def _one_source(one: Line, other: Line, sources: Sources) -> bool:
    same = sources.independent[one.article] == sources.independent[other.article]
    return same or same_words(one.excerpt.text, other.excerpt.text)


def _agreement(grouped: Sequence[Sequence[int]], lines: Sequence[Line], terms: tuple[str, ...]) -> Agreement:
    also = tuple(tuple(lines[k].excerpt for k in group[1:]) for group in grouped)
    return Agreement(
        sentences=tuple(lines[group[0]].excerpt for group in grouped), shared=terms, also=also if any(also) else ()
    )


def _common(lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand in so many sentences of the story that having them in common says nothing."""
    counts = Counter(term for line in lines for term in set(line.stems))
    return frozenset(term for term, times in counts.items() if times > max(4, OFTEN * len(lines)))


@lru_cache(maxsize=1 << 12)  # a sentence stands in many pairs
def _names(text: str, language: str) -> frozenset[str]:
    """The stems of the capitalised words of a sentence: in a story about a few people, names in common say little."""
    if nouns_have_capitals(language):
        found = own_capitals(text, language=language)
    else:
        found = [word for word in plain_words(text) if word[0].isupper()]
    return frozenset(stem(word, language=language) for word in found)


def _tells(shared: AbstractSet[object], common: frozenset[str], lines: Sequence[Line], language: str) -> bool:
    """Whether what sentences share makes a fact: a key figure with two words, or three words that are not all names."""
    terms = {term for term in shared if isinstance(term, str)}
    if len(shared) > len(terms):
        return len(terms) >= 2
    if len(terms) < LEAST_SHARED:
        return False
    rare = rarities(language)
    telling = [term for term in terms - common - plain_stems(language) if rare[term] >= RARE]
    own = set(telling)
    for line in lines:
        own -= _names(line.excerpt.text, line.language)
    if len(own) > 1 and is_one_list(own, [line.excerpt.text for line in lines], language=language):
        return False
    if len(telling) < 2 or len(telling) >= NAMES:
        return len(telling) >= NAMES
    return bool(own)


def _weight(shared: AbstractSet[object], language: str) -> float:
    rare = rarities(language)
    return sum([rare[term] if isinstance(term, str) else KNOWN for term in sorted(shared, key=str)])


def _pairs(lines: Sequence[Line], similar: NDArray[np.float32], sources: Sources) -> list[Pair]:
    """Pairs of sentences of two independent sources that may tell the same, the strongest first."""
    figures, people = (_in_common(held) for held in ([line.figures for line in lines], [line.people for line in lines]))
    close = (similar >= LEAST - ROUNDED) | ((similar >= LEAST / 2) & ((figures > 0) | (people > 0)))
    close &= _differ([sources.independent[line.article] for line in lines])
    close &= ~_differ([line.language for line in lines])  # names in common do not say what is told about them
    whole = np.array([line.whole for line in lines], dtype=bool)
    first, second = np.nonzero(np.triu(close & whole & whole[:, np.newaxis]))
    strength = similar[first, second] + FIGURE * figures[first, second] + PERSON * people[first, second]
    strength = np.round(strength, 9)
    article = np.array([line.article for line in lines], dtype=np.intp)
    place = np.array([line.place for line in lines], dtype=np.intp)
    best = np.full((len(lines), article.max(initial=0) + 1), LEAST)  # of each sentence with each article
    np.maximum.at(best, (first, article[second]), strength)
    np.maximum.at(best, (second, article[first]), strength)
    mutual = (strength == best[first, article[second]]) & (strength == best[second, article[first]])
    kept = np.flatnonzero((strength >= SURE) | mutual)
    first, second, strength = first[kept], second[kept], strength[kept]
    order = np.lexsort((second, first, place[first] + place[second], -strength))[:PAIRS]
    return list(zip(first[order].tolist(), second[order].tolist(), strict=True))


def _in_common(held: Sequence[Iterable[object]]) -> NDArray[np.uint8]:
    """How many things every two sentences have in common."""
    holders: dict[object, list[int]] = {}
    for number, things in enumerate(held):
        for thing in things:
            holders.setdefault(thing, []).append(number)
    found = np.zeros((len(held), len(held)), dtype=np.uint8)
    for numbers in holders.values():
        if len(numbers) > 1:
            found[np.ix_(numbers, numbers)] += 1
    return found


def _differ(marks: Sequence[object]) -> NDArray[np.bool_]:
    """Whether every two sentences have different marks."""
    numbers = {mark: number for number, mark in enumerate(dict.fromkeys(marks))}
    known = np.array([numbers[mark] for mark in marks], dtype=np.intp)
    return np.not_equal.outer(known, known)


def _members(
    pair: tuple[int, int],
    lines: Sequence[Line],
    similar: NDArray[np.float32],
    common: frozenset[str],
    held: Sequence[frozenset[object]],
) -> list[int]:
    """The two sentences, and from every further article the one that says the same as both.

    `held` are the content words and key figures of each sentence.
    """
    i, j = pair
    members = [i, j]
    further: dict[int, tuple[float, int]] = {}
    alike = np.minimum(similar[i], similar[j])
    near = np.flatnonzero(alike >= LEAST)
    for k, score in zip(near.tolist(), alike[near].tolist(), strict=True):
        line = lines[k]
        if (
            line.language == lines[i].language
            and line.whole
            and line.article not in (lines[i].article, lines[j].article)
            and (line.article not in further or score > further[line.article][0])
        ):
            further[line.article] = (score, k)
    before = held[i] & held[j]
    weight = _weight(before, lines[i].language)
    for _, (_, k) in sorted(further.items(), key=lambda item: (-item[1][0], item[0])):
        after = before & held[k]
        left = _weight(after, lines[i].language)
        if left >= KEPT * weight and _tells(after, common, [lines[m] for m in members], lines[i].language):
            members.append(k)
            before, weight = after, left
    return sorted(members, key=lambda m: lines[m].article)
