"""Order the figures of a story: what most sources report, what stands in a headline, what happened to people, money."""

from __future__ import annotations

from collections.abc import Sequence

from digest.compare.amounts import same_number, same_unit
from digest.compare.converted import is_measured
from digest.compare.counted import Counted
from digest.compare.cues import cues
from digest.compare.distinct import is_sum
from digest.language.terms import low_words
from digest.model import Figure, Sources

FEW = 30  # things, up to which a count of them tells little
LEAD = 3  # sentences of an article that tell what it is about


def importance(
    row: Sequence[Counted], sources: Sources, headlines: Sequence[Figure]
) -> tuple[bool, int, bool, bool, int, bool, int, int, int]:
    """The key by which rows are sorted, the most important first; ages that no headline has come last.

    1. what most independent sources report; 2. what a headline has; 3. what is no trifle; 4. what happened to people,
    the dead first, then money, then all else, as far as it stands in the first sentences; 5. what comes early in its
    article.
    """
    early = min(seen.figure.sentence for seen in row)
    headed = any(_in_headline(seen, headlines) for seen in row)
    return (
        not headed and all(_is_age(seen) for seen in row),
        -sources.count_independent({seen.order for seen in row}),
        not headed,
        all(_is_trifle(seen) for seen in row),
        min(_role(seen) for seen in row) if early < LEAD else _LAST,
        early >= LEAD,
        early,
        min(seen.order for seen in row),
        min(seen.figure.excerpt.span.start for seen in row),
    )


_DEAD, _HARMED, _MONEY, _OTHER, _LAST = range(5)


def _role(seen: Counted) -> int:
    if seen.outcome in ("killed", "bodies"):
        return _DEAD
    if seen.outcome and seen.outcome not in cues(seen.language).settled:
        return _HARMED
    return _MONEY if is_sum(seen.figure) else _OTHER


def _is_trifle(seen: Counted) -> bool:
    """Whether a figure behind the first sentences is a small count of things, or a length: "24 teams", "10 miles"."""
    figure = seen.figure
    if figure.sentence < LEAD or seen.outcome or not figure.unit[:1].islower():
        return False
    return is_measured(figure.unit) or figure.value < FEW


def _is_age(seen: Counted) -> bool:
    """Whether a figure says how old somebody or something is."""
    return seen.figure.unit == "years" and not cues(seen.language).ages.isdisjoint(low_words(seen.figure.excerpt.text))


def _in_headline(seen: Counted, headlines: Sequence[Figure]) -> bool:
    return any(
        same_number(seen.figure, told) and (not told.unit or seen.noun == "" or same_unit(seen.figure, told))
        for told in headlines
    )
