"""Merge, split and move stories as an editor wishes: the lines in `stories/` that say so."""

from digest.arrange.desk import Desk, Difference, open_desk
from digest.arrange.names import UnknownNameError
from digest.arrange.wishes import merge, move, split

__all__ = ["Desk", "Difference", "UnknownNameError", "merge", "move", "open_desk", "split"]
