"""How different articles print one utterance: which words each leaves out, and where the words differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from digest.model.evidence import Excerpt


class DifferenceKind(StrEnum):
    """How a printing differs from the fullest one, at one place."""

    BEGINNING = "beginning"  # it begins later
    MIDDLE = "middle"  # it leaves words out, without a mark
    END = "end"  # it ends earlier
    BETWEEN = "between"  # it leaves words out between two pieces in quotation marks
    ELLIPSIS = "ellipsis"  # it has an ellipsis where the fullest has words
    FILLED = "filled"  # it has words where the fullest has an ellipsis
    ADDED = "added"  # it has words where the fullest has none
    OTHER = "other"  # it has other words
    ORDER = "order"  # it has the same words elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words of a printing (`here`) and of the fullest one (`there`) that do not go together; either may be empty.

    Words that pieces of a quotation part are one excerpt for each piece.
    """

    kind: DifferenceKind
    here: tuple[Excerpt, ...] = ()
    there: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """The words of one utterance as an article prints them: one piece in quotation marks, or several.

    `also` holds the pieces of further articles that print the same words. `differences` are those from the fullest
    printing of the utterance, in the order of the words.
    """

    pieces: tuple[Excerpt, ...]
    words: int
    also: tuple[tuple[Excerpt, ...], ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def everywhere(self) -> tuple[Excerpt, ...]:
        """All pieces in all articles that print these words."""
        return (*self.pieces, *(piece for pieces in self.also for piece in pieces))
