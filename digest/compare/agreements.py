"""Find what several articles report: pairs of sentences that share figures, people, names and rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from digest.compare.copied import same_words
from digest.compare.sentences import Likeness, Line
from digest.compare.shared import plain_stems, shared_terms
from digest.language.background import rarity
from digest.language.denying import denies
from digest.language.senses import opposites
from digest.language.telling import Telling
from digest.language.terms import nouns_have_capitals, own_capitals, stem, words
from digest.model import Agreement, Sources

LEAST = 0.2  # similarity from which two sentences may tell the same fact, if each is the other's best
ROUNDED = 1e-6  # what a similarity may lack for being rounded
SURE = 0.3  # similarity from which they may although one of them has a better partner
FIGURE, PERSON = 0.2, 0.1  # what a key figure or a person in common adds to the similarity
KNOWN = 8.0  # nats that a figure in common weighs beside the words in common
OFTEN = 0.12  # share of the story's sentences from which a word is common in it
RARE = 2.4  # nats of rarity from which a word tells something
PEOPLE, DEEDS = 2, 2  # people in common who, on one date, do one thing, and words in common that tell what
LEADS = 2  # first sentences of an article, in which a story's own words tell its main fact
# Similarity, words in common, and those of them that tell something, with which leads of one story tell its event.
LEAD_FACTS = ((0.5, 5, 1), (0.42, 8, 2))
RETOLD = 0.6, 10, 2  # the same, of any two sentences
MUCH = 0.25  # of what the fuller one of the two tells, names among it, that the other must tell, too
NAMES = 4  # telling names in common that make a fact without any other word
KEPT = 0.5  # share of what two sentences have in common that one of a further article must have too
NEW = 0.5  # share of what two sentences have in common that no earlier agreement may have had
LEAST_SHARED = 3  # words, or words and figures, in common below which there is no fact
MOST = 8  # agreements of one story
TRIES = 100  # pairs whose company is looked for; real stories need ten, sentences made of one pattern any number
PAIRS = 20_000  # the strongest that are looked at; the largest of 97 labelled stories has a tenth

Pair = tuple[float, int, int]


def compare_agreements(lines: Sequence[Line], likeness: Likeness, sources: Sources) -> tuple[Agreement, ...]:
    """List the facts that several independent sources report, the best supported first.

    Articles that carry one text, or that are of one publisher family, are one source, and so are those that print a
    sentence in the same words: one of them had it from the other, or both from a third.
    """
    similar, telling = likeness
    found: list[tuple[int, int, Agreement]] = []
    told: set[object] = set()
    uses: dict[int, int] = {}
    once = [line for line in lines if line.article in sources.fullest]  # copies make no word more common
    common = _common(once)
    language = lines[0].language if lines else "en"
    held = [frozenset((*line.stems, *line.figures)) for line in lines]
    tries = 0
    for _, i, j in _pairs(lines, similar, sources)[:PAIRS]:
        if len(found) == MOST or tries == TRIES:
            break
        shared = held[i] & held[j]
        if len(shared) < LEAST_SHARED:
            continue
        leads = lines[i].place < LEADS and lines[j].place < LEADS
        names = _names(lines[i]) | _names(lines[j])
        roles = lines[i].roles & lines[j].roles  # who somebody is, is background
        if not _tells(shared - roles, frozenset() if leads else common, names, language):
            continue
        if not (_same(telling, lines[i], lines[j]) or _one_event((i, j), lines, similar, telling)):
            continue
        if uses.get(i, 0) + uses.get(j, 0) > 1 or _weight(shared - told, language) < NEW * _weight(shared, language):
            continue
        tries += 1
        members = _members((i, j), lines, similar, common, held)
        members = [
            m
            for m in members
            if m in (i, j)
            or any(_same(telling, lines[m], lines[k]) or _one_event((m, k), lines, similar, telling) for k in (i, j))
        ]
        terms = shared_terms([lines[m] for m in members], language=language)
        grouped = _by_source(members, lines, sources)
        if not terms or len(grouped) < 2:
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


def _same(telling: Telling, one: Line, other: Line) -> bool:
    """Whether two sentences tell the same.

    A figure in common and its unit's words make up for other words in common; so do two people and a date, for what
    two people do on one day is hardly two things.
    """
    if tell_the_opposite(one, other):
        return False
    deeds = telling.words(one.excerpt.text) & telling.words(other.excerpt.text)
    if len(one.people & other.people) >= PEOPLE and one.dates & other.dates and len(deeds) >= DEEDS:
        return True
    if deeds and one.figures.keys() & other.figures.keys():
        return True
    return telling.same(one.excerpt.text, other.excerpt.text)


def _one_event(pair: tuple[int, int], lines: Sequence[Line], similar: NDArray[np.float32], telling: Telling) -> bool:
    """Whether two sentences tell a story's event in other words: as leads do, whose names and words the story shares.

    "The council of Melk voted on Friday to close the harbour" and "Melk will lose its harbour after Friday's vote" have
    no rare word in common, for all sentences of the story are about that.
    """
    one, other = (lines[number] for number in pair)
    if tell_the_opposite(one, other) or denies(one.excerpt.text, language=one.language) != denies(
        other.excerpt.text, language=other.language
    ):
        return False
    alike = float(similar[pair])
    first, second = set(one.stems), set(other.stems)
    if telling.weight(first & second) < MUCH * max(telling.weight(first), telling.weight(second)):
        return False
    common = len(first & second)
    deeds = len(telling.words(one.excerpt.text) & telling.words(other.excerpt.text))
    leads = LEAD_FACTS if one.place < LEADS and other.place < LEADS else ()
    return any(alike >= least and common >= words and deeds >= told for least, words, told in (*leads, RETOLD))


def tell_the_opposite(one: Line, other: Line) -> bool:
    """Whether two sentences tell the opposite: "rose by 12 percent", "fell by 12 percent"."""
    first, second = set(one.stems), set(other.stems)
    return any(
        (first & side and second & against and not first & against and not second & side)
        for this, that in opposites(one.language)
        for side, against in ((this, that), (that, this))
    )


def _common(lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand in so many sentences of the story that having them in common says nothing."""
    counts = Counter(term for line in lines for term in set(line.stems))
    return frozenset(term for term, times in counts.items() if times > max(4, OFTEN * len(lines)))


def _names(line: Line) -> frozenset[str]:
    """The stems of the capitalised words of a sentence: in a story about a few people, names in common say little."""
    return _capitalised(line.excerpt.text, line.language)


@lru_cache(maxsize=1 << 12)  # a sentence stands in many pairs
def _capitalised(text: str, language: str) -> frozenset[str]:
    if nouns_have_capitals(language):
        found = own_capitals(text, language=language)
    else:
        found = [word.text for word in words(text) if word.text[0].isupper()]
    return frozenset(stem(word, language=language) for word in found)


def _tells(shared: AbstractSet[object], common: frozenset[str], names: frozenset[str], language: str) -> bool:
    """Whether what sentences share makes a fact: a key figure with two words, or three words that are not all names."""
    terms = {term for term in shared if isinstance(term, str)}
    if len(shared) > len(terms):
        return len(terms) >= 2
    if len(terms) < LEAST_SHARED:
        return False
    telling = {term for term in terms - common - plain_stems(language) if rarity(term, language=language) >= RARE}
    return len(telling) >= 2 and (bool(telling - names) or len(telling) >= NAMES)


def _weight(shared: AbstractSet[object], language: str) -> float:
    return sum(rarity(term, language=language) if isinstance(term, str) else KNOWN for term in sorted(shared, key=str))


def _pairs(lines: Sequence[Line], similar: NDArray[np.float32], sources: Sources) -> list[Pair]:
    """Pairs of sentences of two independent sources that may tell the same, the strongest first."""
    articles = 1 + max((line.article for line in lines), default=0)
    best = [0.0] * (articles * len(lines))  # of each sentence with each article
    found: list[Pair] = []
    source = np.array([sources.independent[line.article] for line in lines], dtype=np.intp)
    whole = np.array([line.whole for line in lines], dtype=bool)
    holders = _holders(lines)
    for i, one in enumerate(lines):
        if not one.whole:
            continue
        behind = slice(i + 1, len(lines))
        alikes = similar[i, behind]
        close = alikes >= LEAST - ROUNDED
        for thing in (*one.figures, *one.people):
            close |= holders[thing][behind] & (alikes >= LEAST / 2)
        near = i + 1 + np.flatnonzero(close & whole[behind] & (source[behind] != source[i]))
        for j, alike in zip(near.tolist(), similar[i, near].tolist(), strict=True):
            other = lines[j]
            if other.language != one.language:
                continue  # names and figures in common do not say what is told about them
            strength = alike
            if one.figures and other.figures:
                strength += FIGURE * len(one.figures.keys() & other.figures.keys())
            if one.people and other.people:
                strength += PERSON * len(one.people & other.people)
            strength = round(strength, 9)
            if strength < LEAST:
                continue
            for place in (i * articles + other.article, j * articles + one.article):
                best[place] = max(best[place], strength)
            found.append((strength, i, j))
    pairs = [
        (strength, i, j)
        for strength, i, j in found
        if strength >= SURE
        or strength == best[i * articles + lines[j].article] == best[j * articles + lines[i].article]
    ]
    return sorted(pairs, key=lambda p: (-p[0], lines[p[1]].place + lines[p[2]].place, p[1], p[2]))


def _holders(lines: Sequence[Line]) -> dict[object, NDArray[np.bool_]]:
    """Which sentences have a key figure or a person."""
    holders: dict[object, NDArray[np.bool_]] = {}
    for number, line in enumerate(lines):
        for thing in (*line.figures, *line.people):
            holders.setdefault(thing, np.zeros(len(lines), dtype=np.bool_))[number] = True
    return holders


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
    for k in map(int, np.flatnonzero(np.minimum(similar[i], similar[j]) >= LEAST)):
        line = lines[k]
        if (
            line.language == lines[i].language
            and line.whole
            and line.article not in (lines[i].article, lines[j].article)
        ):
            score = float(min(similar[i, k], similar[j, k]))
            if line.article not in further or score > further[line.article][0]:
                further[line.article] = (score, k)
    for _, (_, k) in sorted(further.items(), key=lambda item: (-item[1][0], item[0])):
        before = frozenset.intersection(*(held[m] for m in members))
        after = before & held[k]
        told = _tells(after, common, frozenset().union(*(_names(lines[m]) for m in members)), lines[i].language)
        if told and _weight(after, lines[i].language) >= KEPT * _weight(before, lines[i].language):
            members.append(k)
    return sorted(members, key=lambda m: lines[m].article)
