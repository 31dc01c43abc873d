"""The one place that words a problem: where it is, what it is, and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is: an error stops the command, a warning is counted, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place in one of the user's files; `line` and `column` count from 1, and 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One problem. `code` is stable and greppable; `hint` is the way out; `source` the line that it is about."""

    level: Level
    code: str
    message: str
    location: Location | None = None
    hint: str = ""
    source: str = ""

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        lines = [f"{place}{self.level}[{self.code}]: {self.message}"]
        if self.source and self.location:
            shown, caret = _window(self.source, self.location.column)
            lines.append(f"    {shown}")
            if self.location.column:
                lines.append(f"    {' ' * caret}^")
        if self.hint:
            lines.append(f"    {self.hint}")
        return "\n".join(lines)


class DigestError(Exception):
    """The user's files have problems that stop the work; carries all that were found, not only the first."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))

    def __reduce__(self) -> tuple[type[DigestError], tuple[Sequence[Diagnostic]]]:
        """Travel between processes whole."""
        return type(self), (self.diagnostics,)


def error(code: str, message: str, *, location: Location | None = None, hint: str = "", source: str = "") -> Diagnostic:
    """Word a problem that stops the command."""
    return Diagnostic(level=Level.ERROR, code=code, message=message, location=location, hint=hint, source=source)


def warning(
    code: str, message: str, *, location: Location | None = None, hint: str = "", source: str = ""
) -> Diagnostic:
    """Word a problem that is worked around, and counted."""
    return Diagnostic(level=Level.WARNING, code=code, message=message, location=location, hint=hint, source=source)


def note(code: str, message: str, *, location: Location | None = None, hint: str = "", source: str = "") -> Diagnostic:
    """Word what was done, where somebody may want to know."""
    return Diagnostic(level=Level.NOTE, code=code, message=message, location=location, hint=hint, source=source)


def _window(source: str, column: int, *, width: int = 100) -> tuple[str, int]:
    """Cut a long source line down to the part around its column; return it with the caret's offset in it."""
    line = "".join(ch if ch.isprintable() else " " for ch in source)
    start = 0 if column <= width else column - width // 2
    return line[start : start + width], max(0, column - 1 - start)
