"""What can go wrong with an address, as an error that knows its words, and whether asking again may help."""

from __future__ import annotations

from digest.diagnostics import Diagnostic, Level, Location


class FetchError(Exception):
    """An address gave nothing. `passing`: it may be better soon, or after `wait` seconds, if the server says so."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        hint: str = "",
        passing: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.passing = passing
        self.wait = wait

    def diagnostic(self, address: str, *, level: Level = Level.ERROR) -> Diagnostic:
        """The problem with its place: the address."""
        return Diagnostic(
            level=level,
            code=self.code,
            message=_printable(self.message),
            location=Location(path=_printable(address)),
            hint=_printable(self.hint),
        )


def note(code: str, message: str, address: str, *, hint: str = "", level: Level = Level.NOTE) -> Diagnostic:
    """Something to know about an address that did give what was asked for."""
    return FetchError(code, message, hint=hint).diagnostic(address, level=level)


def _printable(text: str) -> str:
    """Servers write some of these words: a terminal shows them and does not obey."""
    return "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in text)[:2000]
