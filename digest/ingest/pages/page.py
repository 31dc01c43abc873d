"""From the bytes of a saved page to its article: what it says of itself, and its lines."""

from __future__ import annotations

import re

from digest.diagnostics import Diagnostic, Location, warning
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import UNTOLD, Content, Told
from digest.ingest.pages.charset import decode_page
from digest.ingest.pages.unpack import Saved, unpack
from digest.model import BlockKind

# What browsers and their helpers write at the top of a page that they save.
SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})\s")
SAVED_WITH = re.compile(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})\s")
TOP = 4_000  # characters


def read_page(data: bytes, *, path: str, told: Told = UNTOLD) -> Content:
    """Read a saved page. What cannot be read gives a content without text, and says why."""
    diagnostics: list[Diagnostic] = []
    try:
        found = _article(data, path, told, diagnostics)
    except BrokenFileError as problem:
        diagnostics.append(problem.at(Location(path=path)))
        found = Content()
    return found._replace(diagnostics=tuple(diagnostics))


def _article(data: bytes, path: str, told: Told, diagnostics: list[Diagnostic]) -> Content:
    from digest.ingest.pages.body import paragraphs  # noqa: PLC0415 (these bring lxml, which few runs need)
    from digest.ingest.pages.standfirst import standfirst_of  # noqa: PLC0415
    from digest.ingest.pages.stated import facts_of  # noqa: PLC0415
    from digest.ingest.pages.tree import is_cut, parse  # noqa: PLC0415

    saved = unpack(data)
    markup, encoding, problems = decode_page(saved.data, path=path, told=saved.charset or told.charset)
    tree = parse(markup)
    if is_cut(tree):
        words = "the parts of this page are nested too deep; what stands below them was not read"
        diagnostics.append(
            warning("too-deep", words, location=Location(path=path), hint="copy its text into a .txt file")
        )
    known = facts_of(tree, told=_addresses(saved, markup, told))
    standfirst = standfirst_of(tree, descriptions=known.descriptions)
    lines = paragraphs(tree, titles=(*known.titles, standfirst or ""))
    if not any(line.kind is BlockKind.BODY for line in lines):
        hint = "it may be loaded by a script: save the page when all of it is shown, or copy its text into a .txt file"
        raise BrokenFileError("no-article", "no article was found in this page", hint=hint)
    diagnostics += problems
    if saved.cut:
        words = "this file ends too early; what there is of it was read"
        diagnostics.append(warning("broken-gzip", words, location=Location(path=path)))
    title = known.stated.title.value if known.stated.title else None
    head = ((title, BlockKind.HEADLINE), (standfirst, BlockKind.STANDFIRST))
    blocks = [(text, kind) for text, kind in head if text] + [(line.text, line.kind) for line in lines]
    return Content(
        stated=known.stated,
        text="\n".join(text for text, _ in blocks),
        encoding=encoding,
        kinds=tuple(kind for _, kind in blocks),
    )


def _addresses(saved: Saved, markup: str, told: Told) -> list[str]:
    """The addresses that whoever saved the page noted."""
    noted = (hit[1] for pattern in (SAVED_FROM, SAVED_WITH) if (hit := pattern.search(markup[:TOP])))
    return [url for url in (saved.address, *noted, told.address) if url]
