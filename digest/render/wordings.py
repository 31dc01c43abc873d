"""Put the articles' words for one thing together: each wording once, with what else says the same cited behind it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from digest.model import Excerpt, Figure
from digest.render.escape import visible_text

WORDINGS = 3
"""How many wordings of one quantity stand in a cell; the others are cited behind the last one."""
MARKS = 5
"""How many citations stand behind one wording at most; the last column tells how many articles have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that articles have in common, and where others say the same in other words."""

    excerpts: tuple[Excerpt, ...]
    also: tuple[Excerpt, ...] = ()


def number_of(figure: Figure) -> Hashable:
    """What a figure's words say of its number: "two" is not cited for "at least two", nor 17 for 15."""
    return figure.value, figure.value_to, figure.qualifier


def wordings(
    figures: Iterable[Figure],
    part: Callable[[Figure], Excerpt | None],
    bound: Callable[[Figure], Hashable] = lambda _: None,
) -> tuple[Words, ...]:
    """The different wordings of one part of some figures, each once; what is only longer or shorter is not repeated.

    Capitals and hyphens make no other wording: "three-fifths", "Three fifths".
    Behind a wording only those are cited that have the same `bound`.
    """
    same: dict[str, list[Excerpt]] = {}
    limits: dict[str, Hashable] = {}
    for figure in figures:
        if excerpt := part(figure):
            text = visible_text(excerpt.text).lower().replace("-", " ")
            same.setdefault(text, []).append(excerpt)
            limits.setdefault(text, bound(figure))
    kept = [one for one in same if not any(one != two and one in two and limits[one] == limits[two] for two in same)]
    shown = {text: _same_case(same[text]) for text in kept[:WORDINGS]}
    for text, found in same.items():
        home = next((one for one in reversed(shown) if limits[one] == limits[text]), None)
        if home and text not in shown:
            shown[home] = Words(excerpts=shown[home].excerpts, also=(*shown[home].also, *found)[:MARKS])
    return tuple(shown.values())


def _same_case(excerpts: Sequence[Excerpt]) -> Words:
    """Excerpts that differ in capitals and hyphens only: the first one's words are printed."""
    first = visible_text(excerpts[0].text)
    alike = [e for e in excerpts if visible_text(e.text) == first]
    return Words(excerpts=tuple(alike[:MARKS]), also=tuple(e for e in excerpts if e not in alike)[:MARKS])
