"""Find what several articles report: pairs of sentences that share figures, people, names and rare words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from digest.compare.sentences import Line
from digest.language.background import rarity
from digest.language.terms import content_stems, function_words, stem, words
from digest.model import Agreement

LEAST = 0.2  # similarity from which two sentences may tell the same fact
MOST = 8  # agreements of one story
NEW = 0.5  # share of what two sentences have in common that no earlier agreement may have had


def compare_agreements(lines: Sequence[Line], similar: NDArray[np.float64]) -> tuple[Agreement, ...]:
    """List the facts that several articles report, the best supported first."""
    found: list[Agreement] = []
    told: set[str] = set()
    for score, i, j in _pairs(lines, similar):
        if len(found) == MOST or score < LEAST:
            break
        shared = set(lines[i].stems) & set(lines[j].stems)
        weight = sum(rarity(term) for term in sorted(shared))
        if sum(rarity(term) for term in sorted(shared - told)) < NEW * weight:
            continue
        told |= shared
        members = _members(i, j, lines, similar)
        found.append(
            Agreement(
                sentences=tuple(lines[m].excerpt for m in members),
                shared=shared_words([lines[m].excerpt.text for m in members]),
            )
        )
    return tuple(found)


def _pairs(lines: Sequence[Line], similar: NDArray[np.float64]) -> list[tuple[float, int, int]]:
    """Pairs of sentences of two articles, each the other's best there, the strongest first."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    strength = similar.copy()
    for i, one in enumerate(lines):
        for j in map(int, np.flatnonzero(similar[i] >= LEAST / 2)):
            other = lines[j]
            if other.article == one.article:
                continue
            bonus = 0.15 * len(one.figures & other.figures) + 0.1 * len(one.people & other.people)
            strength[i, j] = similar[i, j] + bonus
            key = (i, other.article)
            if key not in best or (strength[i, j], -j) > (best[key][0], -best[key][1]):
                best[key] = (float(strength[i, j]), j)
    pairs = []
    for (i, _), (score, j) in best.items():
        back = best.get((j, lines[i].article))
        if i < j and back and back[1] == i:
            pairs.append((score, i, j))
    return sorted(pairs, key=lambda p: (-round(p[0], 9), lines[p[1]].place + lines[p[2]].place, p[1], p[2]))


def _members(i: int, j: int, lines: Sequence[Line], similar: NDArray[np.float64]) -> list[int]:
    """The two sentences, and from every further article the one that says the same as both."""
    further: dict[int, tuple[float, int]] = {}
    for k, line in enumerate(lines):
        if line.article not in (lines[i].article, lines[j].article):
            score = float(min(similar[i, k], similar[j, k]))
            if score >= LEAST and (line.article not in further or score > further[line.article][0]):
                further[line.article] = (score, k)
    return sorted([i, j, *(k for _, k in further.values())], key=lambda m: lines[m].article)


def shared_words(texts: Sequence[str], *, language: str = "en") -> tuple[str, ...]:
    """The runs of words that all the texts share, as the first of them writes them, without function words."""
    common = set(content_stems(texts[0], language=language))
    for text in texts[1:]:
        common &= set(content_stems(text, language=language))
    skip = function_words(language)
    runs: list[tuple[int, int]] = []
    for word in words(texts[0]):
        if word.text.lower() in skip or stem(word.text, language=language) not in common:
            continue
        if runs and texts[0][runs[-1][1] : word.start] == " " and word.text[0].isupper():
            before = texts[0][runs[-1][0] : runs[-1][1]]
            if before[0].isupper():
                runs[-1] = (runs[-1][0], word.end)
                continue
        runs.append((word.start, word.end))
    return tuple(dict.fromkeys(texts[0][a:b] for a, b in runs))
