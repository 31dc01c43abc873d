"""Find the chosen sentences that those before them have told already, each a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language.background import rarities
from digest.language.main_names import without_teller
from digest.language.quoting import MARK
from digest.language.senses import senses_of
from digest.language.terms import content_stems
from digest.summarize.candidates import Candidate
from digest.summarize.sameness import RAREST

TOLD = 0.5  # share of what a sentence tells, by rarity, that those before it have told
TOLD_NAMED = 0.66  # the same of one with a name or a number that none of them has, or with somebody's words
FEWEST = 4  # senses that are left without who told them, or it belongs to what is told
NUMBERED = re.compile(r"\b(\d+)-[^\W\d_]{3,}")  # "40-foot"
LEAST = 2  # sentences that tell it together; of a pair, other rules judge


def told_together(chosen: Sequence[Candidate]) -> Iterator[int]:
    """The places of the chosen sentences that tell little new, whoever tells it.

    Behind "Holm resigned on Friday." and "Berg accused the mayor of theft." so does "Holm, accused of theft, resigned."
    """
    for place, one in enumerate(chosen):
        own = _told(one) if place >= LEAST else frozenset()
        if not own:
            continue
        rare = rarities(one.language)
        weights = {term: min(RAREST, max(0.0, float(rare[term]))) for term in sorted(own)}
        new = own.difference(*(other.senses for other in chosen[:place]))
        teller = frozenset(one.senses).difference(own, *(other.senses for other in chosen[:place]))
        counted = new.difference(_describing(one.excerpt.text))
        named = not (new | teller).isdisjoint(one.names) or any(term[0].isdigit() for term in counted)
        least = TOLD_NAMED if named or MARK.search(one.excerpt.text) else TOLD
        whole = sum(weights.values())
        if whole - sum(weights[term] for term in sorted(new)) >= least * whole:
            yield place


def _describing(text: str) -> frozenset[str]:
    """The numbers that only describe a thing: "the 40-foot boat"."""
    return frozenset(NUMBERED.findall(text))


def _told(one: Candidate) -> frozenset[str]:
    """The senses of what a sentence tells, without who told it to whom; of little that is left, of all."""
    told = content_stems(without_teller(one.excerpt.text, language=one.language), language=one.language)
    senses = frozenset(senses_of(told, language=one.language))
    return senses if len(senses) >= FEWEST else frozenset(one.senses)
