"""From the bytes of a saved page to its article: what it says of itself, and its lines."""

from __future__ import annotations

import re

from digest.diagnostics import Diagnostic, Location, warning
from digest.ingest.content import Content
from digest.ingest.pages.charset import decode_page
from digest.ingest.pages.unpack import BrokenFileError, unpack
from digest.model import BlockKind, Origin

# What browsers and their helpers write at the top of a page that they save.
SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})\s")
SAVED_WITH = re.compile(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})\s")
TOP = 4_000  # characters


def read_page(data: bytes, *, path: str) -> Content:
    """Read a saved page. What cannot be read gives a content without text, and says why."""
    try:
        saved = unpack(data)
    except BrokenFileError as problem:
        return Content(diagnostics=(_warn(problem.code, f"{problem}; skipped", path, hint=problem.hint),))
    markup, encoding, problems = decode_page(saved.data, path=path, told=saved.charset)
    diagnostics = list(problems)
    if saved.cut:
        diagnostics.append(_warn("broken-gzip", "this file ends too early; what there is of it was read", path))
    told = [saved.address, *(hit[1] for p in (SAVED_FROM, SAVED_WITH) if (hit := p.search(markup[:TOP])))]
    return _content(markup, encoding, told, path, diagnostics)


def _content(markup: str, encoding: str, told: list[str], path: str, diagnostics: list[Diagnostic]) -> Content:
    from digest.ingest.pages.body import paragraphs  # noqa: PLC0415 (these bring lxml, which few runs need)
    from digest.ingest.pages.stated import stated  # noqa: PLC0415
    from digest.ingest.pages.tree import parse  # noqa: PLC0415

    tree = parse(markup)
    if tree is None:
        problem = _warn("not-a-page", "this file holds no web page; skipped", path)
        return Content(diagnostics=(*diagnostics, problem))
    known = stated(tree, told=[url for url in told if url])
    lines = paragraphs(tree, titles=known.titles)
    if not lines:
        hint = (
            "the text may be loaded by a script: save the page when it is shown in full, or copy its text into a .txt"
        )
        diagnostics.append(_warn("no-article", "no article was found in this page; skipped", path, hint=hint))
        return Content(diagnostics=tuple(diagnostics))
    kinds = [BlockKind.BODY] * len(lines)
    if known.facts.title:
        lines.insert(0, known.facts.title)
        kinds.insert(0, BlockKind.HEADLINE)
    return Content(
        facts=known.facts,
        origin=Origin.PAGE,
        diagnostics=tuple(diagnostics),
        text="\n".join(lines),
        encoding=encoding,
        kinds=tuple(kinds),
        language=known.language,
    )


def _warn(code: str, words: str, path: str, *, hint: str = "") -> Diagnostic:
    return warning(code, words, location=Location(path=path), hint=hint)
