"""Markdown: facts about the article may stand between two lines of `---` at the top."""

from __future__ import annotations

import re

from digest.config.facts import parse_facts
from digest.diagnostics import Location, warning
from digest.ingest.content import Content, as_stated
from digest.model import Origin

EXTENSIONS = (".md", ".markdown")

OPENING = re.compile(r"\A---[ \t]*\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def read(text: str, *, path: str) -> Content:
    """Read the front matter, and let the article begin below it."""
    opening = OPENING.match(text)
    if not opening:
        return Content()
    closing = CLOSING.search(text, opening.end())
    if not closing:
        problem = warning(
            "front-matter-open",
            "the front matter that begins here has no end, so the whole file is taken as the article",
            location=Location(path=path, line=1),
            hint="close it with a line that holds only ---",
            source=text[: opening.end()].rstrip(),
        )
        return Content(diagnostics=(problem,))
    block = text[opening.end() : closing.start()]
    # Front matter came with the article, from a stranger: what is wrong in it must not stop the others.
    facts, diagnostics = parse_facts(block, path=path, first_line=2, foreign=True)
    return Content(closing.end(), as_stated(facts, Origin.FRONT_MATTER), diagnostics)
