"""What a format finds in a file's text: where the article begins, and the facts stated in the file."""

from __future__ import annotations

from typing import NamedTuple

from digest.config.facts import Facts
from digest.diagnostics import Diagnostic


class Content(NamedTuple):
    """The article begins at `body_start`; `facts` are those of a front matter block, if there is one."""

    body_start: int = 0
    facts: Facts | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
