"""Find leads of several articles that tell one event: each of two reports what the other one mainly tells.

A lead may have few words in common with another beside a story's names, which half of its sentences have.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

from digest.compare.contradicting import Contradictions
from digest.compare.listed import is_one_list
from digest.compare.main_in_common import LEADS, have_one
from digest.compare.main_told import MainTold
from digest.compare.sentences import Line
from digest.compare.support import Support
from digest.language.denying import denies
from digest.model import Sources

MOST = 24  # leads of a story that are held against one another


def may_be_one(one: Line, other: Line) -> bool:
    """Whether they are of two articles, with somebody or something in common, and both or none deny something."""
    if one.article == other.article or one.marks.isdisjoint(other.marks):
        return False
    return denies(one.excerpt.text, language=one.language) == denies(other.excerpt.text, language=other.language)


def alike_leads(
    lines: Sequence[Line], sources: Sources, contradictions: Contradictions, main: MainTold
) -> list[tuple[Line, ...]]:
    """Each lead with all those that tell the same event, the most first."""
    leads = [line for line in lines if line.place < LEADS and line.whole][:MOST]

    @cache
    def support(number: int) -> Support:
        return Support([leads[number]], leads[number], contradictions, main)

    alike: dict[int, list[int]] = {n: [n] for n in range(len(leads))}
    for i, j in combinations(range(len(leads)), 2):
        one, other = leads[i], leads[j]
        if sources.independent[one.article] == sources.independent[other.article] or not may_be_one(one, other):
            continue
        if not (one.dates & other.dates or have_one(one, other)):
            continue
        words = main.telling.words(one.excerpt.text) & main.telling.words(other.excerpt.text)
        if is_one_list(words, [one.excerpt.text, other.excerpt.text], language=one.language):
            continue
        mutual = (support(i).alike([other]) and support(j).alike([one])) or main.open_alike(one, other)
        if mutual or main.holds_all(one, other) or main.holds_all(other, one):
            alike[i].append(j)
            alike[j].append(i)
    return [tuple(leads[n] for n in group) for group in sorted(alike.values(), key=len, reverse=True) if len(group) > 1]
