"""Keep figures by what they count, for only those of one kind can be of one quantity: "€12" and "€14", not "14%"."""

from __future__ import annotations

from functools import lru_cache

from digest.compare.amounts import one_head, one_unit
from digest.compare.counted import Counted

Kind = tuple[str, str, str]  # see Counted.kind
Kinds = dict[Kind, set[int]]  # the places of the figures of each kind


def enter(seen: Counted, place: int, kinds: Kinds) -> None:
    """Write down that a figure of its kind stands at a place."""
    kinds.setdefault(seen.kind, set()).add(place)


def akin(seen: Counted, kinds: Kinds) -> list[int]:
    """The places, in order, of the figures that may be of one quantity with a figure."""
    kind = seen.kind
    return sorted({place for other, places in kinds.items() if _alike(kind, other) for place in places})


@lru_cache(maxsize=1 << 12)  # a story has few kinds, and every two of them are compared
def _alike(one: Kind, other: Kind) -> bool:
    """Whether two kinds have one unit, or the same happened to people: "nine people were killed", "9 deaths"."""
    return (
        (bool(one[1]) and one[1] == other[1] and bool(one[2]) == bool(other[2]))
        or one_unit(one[0], other[0])
        or one_head(one[0], other[0])
    )
