"""What a YAML file is made of once it is read: texts, lists and mappings that remember where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.diagnostics import Diagnostic, Level, Location

NUMBER = re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9]*)?")  # "12", "1_000", "2.5"
DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?", re.DOTALL)  # "2022-04-19", "2022-04-19T08:00Z"
WORDS_FOR_BOOL = frozenset({"true", "false", "yes", "no", "on", "off"})
MOST_PROBLEMS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A single value, exactly as written. `plain` means without quotation marks: only then may it be a number."""

    text: str
    plain: bool
    location: Location

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there (`title:`), which is as good as leaving the key out."""
        return self.plain and self.text in ("", "~")


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """A mapping, in the order of the file, without keys that were given twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A value that was refused and has been reported: nothing more is said about it."""

    location: Location


Node = Scalar | Items | Pairs | Broken


def describe(node: Node) -> str:
    """Name what stands there, as the second half of "expected a list, got …"."""
    if isinstance(node, (Items, Pairs)):
        return "a list" if isinstance(node, Items) else "a group of keys"
    if isinstance(node, Broken) or node.is_empty:
        return "nothing"
    if node.plain and node.text.lower() in WORDS_FOR_BOOL:
        return f"{node.text} (yes or no)"
    if node.plain and (NUMBER.fullmatch(node.text) or DAY.fullmatch(node.text)):
        return "a date" if DAY.fullmatch(node.text) else "a number"
    return "a text"


def printable(text: str) -> str:
    """A text that a terminal shows and does not obey."""
    return "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in text)


@dataclass(slots=True, kw_only=True)
class Report:
    """Collects what is wrong with one file, each problem with its place and its source line."""

    path: str
    lines: Sequence[str]
    first_line: int = 1
    problems: list[Diagnostic] = field(default_factory=list)

    def place(self, line: int, column: int) -> Location:
        """A location from a line and a column that count from 0 within the text."""
        return Location(path=self.path, line=line + self.first_line, column=column + 1)

    def add(self, code: str, message: str, location: Location, *, hint: str = "", level: Level = Level.ERROR) -> None:
        """Note a problem. Its source line is looked up here."""
        index = location.line - self.first_line
        source = self.lines[index] if 0 <= index < len(self.lines) else ""
        self.problems.append(
            Diagnostic(
                level=level,
                code=code,
                message=printable(message),
                location=location,
                hint=printable(hint),
                source=source,
            )
        )

    def finish(self) -> tuple[Diagnostic, ...]:
        """All problems in the order of the file; past the fortieth only their number."""
        whole = Location(path=self.path)
        found = sorted(self.problems, key=lambda d: (d.location or whole, d.code, d.message))
        if len(found) <= MOST_PROBLEMS:
            return tuple(found)
        rest = found[MOST_PROBLEMS:]
        worst = Level.ERROR if any(d.level is Level.ERROR for d in rest) else Level.WARNING
        more = Diagnostic(
            level=worst, code="many-problems", message=f"{len(rest)} more problems in this file", location=whole
        )
        return (*found[:MOST_PROBLEMS], more)
