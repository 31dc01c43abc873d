"""Keep figures by what they count, for only those of one kind can be of one quantity: "€12" and "€14", not "14%"."""

from __future__ import annotations

from functools import lru_cache

from digest.compare.amounts import one_head, one_unit
from digest.compare.counted import Counted

Kind = tuple[str, str, str]  # see Counted.kind


class Kinds:
    """The places of figures by their kind, and for each kind the places of all that it may be one with."""

    def __init__(self) -> None:
        self._places: dict[Kind, set[int]] = {}
        self._akin: dict[Kind, list[set[int]]] = {}

    def enter(self, seen: Counted, place: int) -> None:
        """Write down that a figure stands at a place."""
        kind = seen.kind
        if kind not in self._places:
            self._places[kind] = set()
            for other, akin in self._akin.items():
                if _alike(other, kind):
                    akin.append(self._places[kind])
        self._places[kind].add(place)

    def akin(self, seen: Counted) -> list[int]:
        """The places, in order, of the figures that may be of one quantity with a figure."""
        kind = seen.kind
        if kind not in self._akin:
            self._akin[kind] = [places for other, places in self._places.items() if _alike(kind, other)]
        return sorted(set().union(*self._akin[kind]))


@lru_cache(maxsize=1 << 12)  # a story has few kinds, and every two of them are compared
def _alike(one: Kind, other: Kind) -> bool:
    """Whether two kinds have one unit, or the same happened to people: "nine people were killed", "9 deaths"."""
    return (
        (bool(one[1]) and one[1] == other[1] and bool(one[2]) == bool(other[2]))
        or one_unit(one[0], other[0])
        or one_head(one[0], other[0])
    )
