"""Find the articles that may tell a point in other words, though no sentence of them was found that reports it.

Of them nobody can say that they are silent. Nobody can of any article where the point is the story's main event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.compare.main_in_common import LEADS
from digest.compare.main_told import MainTold
from digest.compare.sentences import Line
from digest.language.quoting import MARKS, QUOTED
from digest.language.terms import content_set, plain_words

SOME = 0.32  # the part of its words, names aside, that a single sentence has
MUCH, MUCH_QUOTED = 0.28, 0.45  # the part of what a point mainly tells, or of somebody's words, that few sentences have
TERM = 3  # words in marks that are a term: “verification in pairs”
BOTH = 2  # articles that tell the story's main event in their leads


def may_tell(
    teller: Line, reports: Sequence[Line], silent: Mapping[str, Sequence[Line]], main: MainTold
) -> tuple[str, ...]:
    """The ids of those of some `silent` articles, by their sentences, that may tell what a sentence tells."""
    if _is_main_event(teller, reports):
        return tuple(silent)
    if main.is_quoted(teller):
        return tuple(article for article, lines in silent.items() if main.part_of(teller, lines) >= MUCH_QUOTED)
    return tuple(
        article
        for article, lines in silent.items()
        if main.part_of(teller, lines) >= MUCH or main.some_words(teller, lines) >= SOME or _has_term(teller, lines)
    )


def _has_term(teller: Line, lines: Sequence[Line]) -> bool:
    """Whether one of some sentences has in marks what a sentence calls a thing: 'a method called “mirror casting”'."""
    terms = _terms(teller)
    return any(not terms.isdisjoint(_terms(line)) for line in lines) if terms else False


def _terms(line: Line) -> frozenset[str]:
    """The words with content that a sentence has in marks as a term, not as what somebody said."""
    marked = (QUOTED.findall(line.excerpt.text)) if any(mark in line.excerpt.text for mark in MARKS) else ()
    able = (run for run in marked if len(plain_words(run)) <= TERM)
    return frozenset().union(*(content_set(run, language=line.language) for run in able))


def _is_main_event(teller: Line, reports: Sequence[Line]) -> bool:
    """Whether several articles tell in their leads what is told."""
    return teller.place < LEADS and len({line.article for line in reports if line.place < LEADS}) >= BOTH
