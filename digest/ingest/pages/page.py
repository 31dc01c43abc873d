"""From the bytes of a saved page to its article: what it says of itself, and its lines."""

from __future__ import annotations

import re

from digest.diagnostics import Diagnostic, Location, warning
from digest.ingest.content import Content
from digest.ingest.pages.charset import decode_page
from digest.ingest.pages.unpack import BrokenFileError, Saved, unpack
from digest.model import BlockKind, Origin

# What browsers and their helpers write at the top of a page that they save.
SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})\s")
SAVED_WITH = re.compile(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})\s")
TOP = 4_000  # characters


def read_page(data: bytes, *, path: str) -> Content:
    """Read a saved page. What cannot be read gives a content without text, and says why."""
    diagnostics: list[Diagnostic] = []
    try:
        found = _article(data, path, diagnostics)
    except BrokenFileError as problem:
        diagnostics.append(_warn(problem.code, f"{problem}; skipped", path, hint=problem.hint))
        found = Content()
    return found._replace(diagnostics=tuple(diagnostics))


def _article(data: bytes, path: str, diagnostics: list[Diagnostic]) -> Content:
    from digest.ingest.pages.body import paragraphs  # noqa: PLC0415 (these bring lxml, which few runs need)
    from digest.ingest.pages.standfirst import standfirst_of  # noqa: PLC0415
    from digest.ingest.pages.stated import stated  # noqa: PLC0415
    from digest.ingest.pages.tree import parse  # noqa: PLC0415

    saved = unpack(data)
    markup, encoding, problems = decode_page(saved.data, path=path, told=saved.charset)
    tree = parse(markup)
    known = stated(tree, told=_told(saved, markup))
    standfirst = standfirst_of(tree, descriptions=known.descriptions)
    lines = paragraphs(tree, titles=(*known.titles, standfirst or "")).lines
    if not lines:
        hint = "it may be loaded by a script: save the page when all of it is shown, or copy its text into a .txt file"
        raise BrokenFileError("no-article", "no article was found in this page", hint=hint)
    diagnostics += problems
    if saved.cut:
        diagnostics.append(_warn("broken-gzip", "this file ends too early; what there is of it was read", path))
    head = ((known.facts.title, BlockKind.HEADLINE), (standfirst, BlockKind.STANDFIRST))
    blocks = [(text, kind) for text, kind in head if text] + [(line, BlockKind.BODY) for line in lines]
    return Content(
        facts=known.facts,
        origin=Origin.PAGE,
        text="\n".join(text for text, _ in blocks),
        encoding=encoding,
        kinds=tuple(kind for _, kind in blocks),
        language=known.language,
    )


def _told(saved: Saved, markup: str) -> list[str]:
    """The addresses that whoever saved the page noted."""
    noted = (hit[1] for pattern in (SAVED_FROM, SAVED_WITH) if (hit := pattern.search(markup[:TOP])))
    return [url for url in (saved.address, *noted) if url]


def _warn(code: str, words: str, path: str, *, hint: str = "") -> Diagnostic:
    return warning(code, words, location=Location(path=path), hint=hint)
