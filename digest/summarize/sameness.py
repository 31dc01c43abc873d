"""Tell whether two sentences say the same, so that a summary never says a thing twice."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from digest.language.background import rarity
from digest.summarize.candidates import Candidate

COSINE = 0.5  # cosine from which the words alone say so
CONTAINED = 0.66  # share of the shorter sentence's content that the longer one has
ALIKE = 0.2  # cosine from which a number in common says so too, or (in part) the names
LEADS = 0.1  # cosine from which two articles' first sentences do
NAMES = 0.33  # cosine from which three names in common say so in part


def says_same(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences say the same, so that a reader of one would learn little from the other."""
    near = cosine(one, other)
    if near >= COSINE or containment(one, other) >= CONTAINED:
        return True
    return near >= ALIKE and any(len(number) > 1 for number in one.numbers & other.numbers)


def says_alike(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences probably tell the same news in other words.

    That is so of two articles' first sentences, and of sentences that share names and much besides.
    """
    near = cosine(one, other)
    if one.article != other.article and one.place == other.place == 0:
        return near >= LEADS
    names = one.names & other.names
    return (len(names) >= 3 and near >= NAMES) or (
        len(names) >= 2 and near >= ALIKE and bool(_pairs(one) & _pairs(other))
    )


def cosine(one: Candidate, other: Candidate) -> float:
    """The angle between two sentences' content (0 to 1), words weighed by rarity."""
    first, second = set(one.content), set(other.content)
    if not first or not second:
        return 0.0
    shared = _squares(first & second, one.language)
    return shared / math.sqrt(_squares(first, one.language) * _squares(second, one.language)) if shared else 0.0


def containment(one: Candidate, other: Candidate) -> float:
    """How much of the sentence with less content (by rarity) the other one has too (0 to 1)."""
    first, second = set(one.content), set(other.content)
    smaller = min(_sum(first, one.language), _sum(second, one.language))
    return _sum(first & second, one.language) / smaller if smaller else 0.0


def _pairs(candidate: Candidate) -> set[tuple[str, str]]:
    """Neighbouring content words that are no names: "strategic coordination"."""
    content: Sequence[str] = candidate.content
    return {
        (a, b)
        for a, b in pairwise(content)
        if a not in candidate.names and b not in candidate.names and not a[0].isdigit() and not b[0].isdigit()
    }


def _squares(terms: set[str], language: str) -> float:
    return sum(rarity(term, language=language) ** 2 for term in sorted(terms))


def _sum(terms: set[str], language: str) -> float:
    return sum(rarity(term, language=language) for term in sorted(terms))
