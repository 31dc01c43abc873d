"""The one exception of the readers: a file, or a part of one, that cannot be read."""

from __future__ import annotations

from digest.diagnostics import Diagnostic, Location, warning


class BrokenFileError(Exception):
    """What cannot be read, and why; `code`, the words and the `hint` are for a diagnostic."""

    def __init__(self, code: str, words: str, *, hint: str = "") -> None:
        super().__init__(words)
        self.code = code
        self.hint = hint

    def at(self, location: Location) -> Diagnostic:
        """The warning that this was skipped."""
        return warning(self.code, f"{self}; skipped", location=location, hint=self.hint)
