"""Put together what is linked, directly or through others."""

from __future__ import annotations

from collections.abc import Sequence


def connected(tokens: Sequence[Sequence[str]]) -> list[list[int]]:
    """The numbers of the items, those together that have a token in common: [["a"], ["b"], ["a"]] -> [[0, 2], [1]]."""
    root = list(range(len(tokens)))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    owner: dict[str, int] = {}
    for number, own in enumerate(tokens):
        for token in own:
            first = find(owner.setdefault(token, number))
            here = find(number)
            root[max(first, here)] = min(first, here)
    parts: dict[int, list[int]] = {}
    for number in range(len(tokens)):
        parts.setdefault(find(number), []).append(number)
    return list(parts.values())
