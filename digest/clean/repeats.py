"""Drop what stands twice: the headline above a gallery, a teaser and its link, a pulled quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from digest.clean.page import Mark, Page
from digest.clean.shape import Shape
from digest.model import BlockKind, LineReason

FEWEST_AGAIN = 12  # lines that were there before …
SHARE_AGAIN = 0.3  # … and their share of all lines of the body
FEWEST_WORDS = 5  # shorter lines may well come twice: "Yes.", "Round two"


def repeats(page: Page) -> Mapping[int, Mark]:
    """Mark the lines of the body that were there before; of two equal titles in a row both are a teaser."""
    body = page.unmarked()
    if _made_of_repeats([page.looks[i].bare for i in body]):
        return {}
    found: dict[int, Mark] = {}
    seen: dict[str, int] = {}
    headline = page.first(BlockKind.HEADLINE)
    if headline is not None:
        seen[page.looks[headline].bare] = headline
    last = -1
    for i in body:
        look = page.looks[i]
        text = look.bare
        first = seen.get(text)
        if first is not None and text:
            if first == headline or look.words >= FEWEST_WORDS:
                found[i] = LineReason.REPEAT
            if first == last and look.shape is Shape.TITLE:
                found[first] = found[i] = LineReason.RELATED
        seen.setdefault(text, i)
        last = i
    return found


def _made_of_repeats(body: Sequence[str]) -> bool:
    """Whether the body is a list in which lines come again and again: a week's meals, a training plan, a timetable."""
    again = sum(count - 1 for count in Counter(body).values())
    return again >= FEWEST_AGAIN and again >= SHARE_AGAIN * len(body)
