"""Find the chosen sentences that those before them have told already, each a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.language.background import rarities
from digest.language.quoting import MARK
from digest.summarize.candidates import Candidate
from digest.summarize.sameness import RAREST

TOLD = 0.5  # share of what a sentence tells, by rarity, that those before it have told
TOLD_NAMED = 0.66  # the same of one with a name or a number that none of them has, or with somebody's words
LEAST = 2  # sentences that tell it together; of a pair, other rules judge


def told_together(chosen: Sequence[Candidate]) -> Iterator[int]:
    """The places of the chosen sentences that tell little new.

    Behind "Holm resigned on Friday." and "Berg accused the mayor of theft." so does "Holm, accused of theft, resigned."
    """
    for place, one in enumerate(chosen):
        own = frozenset(one.senses)
        if place < LEAST or not own:
            continue
        rare = rarities(one.language)
        weights = {term: min(RAREST, max(0.0, float(rare[term]))) for term in one.senses}
        new = own.difference(*(other.senses for other in chosen[:place]))
        named = not new.isdisjoint(one.names) or any(term[0].isdigit() for term in new)
        least = TOLD_NAMED if named or MARK.search(one.excerpt.text) else TOLD
        whole = sum(weights.values())
        if whole - sum(weights[term] for term in sorted(new)) >= least * whole:
            yield place
