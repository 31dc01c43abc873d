"""Tell which texts of a publisher are one text: copies, revisions, the same agency story printed twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

LONG = 60  # characters: shorter lines are shared by texts that are not the same
MOST_LINES = 40  # long lines of a text that are compared, the first ones
ALIKE = 0.5  # the share of the smaller text, in characters of its long lines


class Copies:
    """Puts each text that is handed to it into a group; texts of one group are one text.

    A text joins the group that knows at least half of it, or of which it holds at least half. Each line leads to the
    one group that had it first, so the time is linear. Hand texts over in an order of their own (sorted), since the
    groups depend on it.
    """

    def __init__(self) -> None:
        self._group_of_line: dict[int, int] = {}
        self._group_of_address: dict[str, int] = {}
        self._sizes: list[int] = []

    def group(self, lines: Iterable[str], *, address: str | None = None) -> int:
        """The number of the group of a text, given the lines that are its own; texts of one address are one text."""
        pieces = _pieces(lines)
        size = sum(pieces.values())
        found = self._group_of_address.get(address) if address else None
        if found is None:
            found = self._alike(pieces, size)
        if found is None:
            found = len(self._sizes)
            self._sizes.append(size)
        for piece in pieces:
            self._group_of_line.setdefault(piece, found)
        if address:
            self._group_of_address.setdefault(address, found)
        return found

    def _alike(self, pieces: Mapping[int, int], size: int) -> int | None:
        shared: dict[int, int] = {}
        for piece, length in pieces.items():
            known = self._group_of_line.get(piece)
            if known is not None:
                shared[known] = shared.get(known, 0) + length
        best = max(shared, key=lambda group: (shared[group], -group), default=None)
        if best is None or shared[best] < ALIKE * min(size, self._sizes[best]):
            return None
        return best


def _pieces(lines: Iterable[str]) -> Mapping[int, int]:
    """The long lines, each as a number with its length; of a text without any, all of it as one."""
    known = list(lines)
    long = [line for line in known if len(line) >= LONG][:MOST_LINES]
    return {hash(line): len(line) for line in long} or {hash(tuple(known)): 1}
