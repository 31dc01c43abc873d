"""Read a part of a whole as one figure: "**16 out of 19 mayors** signed" tells nothing as "19 mayors"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.making import excerpt_of
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import Word
from digest.model import Article, Figure

TENS = (10, 100)  # "six in 10 voters"
BARE = ("none", "elided")  # kinds of unit of a number that has no noun of its own


def with_parts(
    article: Article, found: Sequence[Word], quantities: Sequence[Quantity], figures: Sequence[Figure], cues: Cues
) -> list[Figure]:
    """The same figures; a part holds the words of its whole, which is no key figure then."""
    result = list(figures)
    for index, (part, whole) in enumerate(pairwise(quantities)):
        link = " ".join(word.low for word in found[part.after : whole.first])
        linked = link in cues.parts or (link in cues.parts_of_ten and whole.value in TENS)
        if part.unit.kind in BARE and whole.unit.kind == "count" and linked and part.value <= whole.value:
            result[index] = replace(
                result[index],
                excerpt=excerpt_of(article, found, part.first, whole.after),
                unit=result[index + 1].unit,
                measure=result[index].measure or result[index + 1].measure,
                key=result[index].key or result[index + 1].key,
            )
            result[index + 1] = replace(result[index + 1], key=False)
    return result
