"""What a format finds in a file: where the article begins or its text, and the facts stated in the file."""

from __future__ import annotations

from typing import NamedTuple

from digest.config.facts import Facts
from digest.diagnostics import Diagnostic
from digest.model import BlockKind, Origin


class Content(NamedTuple):
    """The article begins at `body_start`; `facts` are those that the file itself states, if there are any.

    A format that reads bytes gives the `text` that it took out of them (None where it found none, and then says why),
    its `encoding`, and what each line of it is.
    """

    body_start: int = 0
    facts: Facts | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str | None = None
    encoding: str = ""
    kinds: tuple[BlockKind, ...] | None = None
    language: str | None = None
    origin: Origin = Origin.FRONT_MATTER
