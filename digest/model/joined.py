"""Put names together that are linked, at any remove."""

from __future__ import annotations

from collections.abc import Iterable


class Joined:
    """Groups of names that grow as links are added; a group goes by one of its names."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._above: dict[str, str] = {}
        for one, other in pairs:
            self.join(one, other)

    def group(self, name: str) -> str:
        """The name by which a name's group goes."""
        path = []
        while (above := self._above.get(name, name)) != name:
            path.append(name)
            name = above
        for passed in path:
            self._above[passed] = name
        return name

    def join(self, one: str, other: str) -> None:
        """Make one group of those of two names."""
        first, second = self.group(one), self.group(other)
        self._above[max(first, second)] = min(first, second)

    def same(self, one: str, other: str) -> bool:
        """Whether two names are in one group."""
        return self.group(one) == self.group(other)
