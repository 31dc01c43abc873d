"""The degrees to which a sentence, or words that were quoted, lean on what stands before them."""

from __future__ import annotations

from enum import IntEnum


class Degree(IntEnum):
    """How far a sentence, or words that were quoted, lean on what stands before them."""

    STANDS = 0
    """Clear by itself."""
    LINKS = 1
    """A word links it to something before it, and yet it is clear: "But Ida Holm won"."""
    POINTS = 2
    """It names something again that a reader of the story may know: "The meeting took two hours"."""
    HANGS = 3
    """Nobody can say whom or what it is about: "He won"."""
