"""Count the like problems of a file that holds many articles: one message for all of a kind, not one for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from digest.diagnostics import Diagnostic, Level, Location

NAMED = 3  # places


class Kind(NamedTuple):
    """A kind of problem: its code, its words for one and for several, and the way out."""

    code: str
    one: str
    several: str
    hint: str = ""
    level: Level = Level.NOTE


@dataclass
class Tally:
    """How often each kind of problem was found in one file, and where first."""

    path: str
    found: dict[Kind, list[str]] = field(default_factory=dict)
    counts: dict[Kind, int] = field(default_factory=dict)

    def add(self, kind: Kind, *, part: str = "") -> None:
        """Count one more; `part` says where it is."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        places = self.found.setdefault(kind, [])
        if part and len(places) < NAMED:
            places.append(part)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """One message for each kind."""
        return tuple(self._diagnostics())

    def _diagnostics(self) -> Iterator[Diagnostic]:
        for kind, count in self.counts.items():
            places = self.found[kind]
            rest = count - len(places)
            where = f" ({', '.join(places)}{f' and {rest:,} more' if rest else ''})" if places else ""
            words = f"{count:,} {kind.one if count == 1 else kind.several}{where}"
            location = Location(path=self.path)
            yield Diagnostic(level=kind.level, code=kind.code, message=words, location=location, hint=kind.hint)
