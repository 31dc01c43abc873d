"""JSON: one article, a list of them, or what a service or an agency puts around such a list."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from digest.diagnostics import Location, warning
from digest.ingest.content import Content, Told
from digest.ingest.decode import decode

EXTENSIONS = (".json", ".jsonld")
LARGEST = 50_000_000  # bytes: all of it is in memory at once, unlike JSON Lines


def read_many(stream: BinaryIO, *, path: str, told: Told) -> Iterator[Content]:
    """Yield the article of each object that holds one. Raises BrokenFileError."""
    from digest.ingest.feeds import jsonfeed  # noqa: PLC0415
    from digest.ingest.objects import contents_of, line_by_line, problem_at_end  # noqa: PLC0415 (they bring lxml)
    from digest.ingest.objects.loading import NotJsonError, load  # noqa: PLC0415
    from digest.ingest.tally import Tally  # noqa: PLC0415

    data = stream.read()
    text, encoding, problems = decode(data, path=path)
    if problems:
        yield Content(diagnostics=problems)
    if text is None:
        return
    try:
        document = load(text)
    except NotJsonError as problem:
        if problem.is_over and "\n" in text:  # one article a line, in a file that is called .json
            yield from line_by_line(io.BytesIO(data), path=path)
            return
        place = Location(path=path, line=problem.line, column=problem.column)
        yield Content(diagnostics=(warning(problem.code, f"{problem}; skipped", location=place),))
        return
    del data, text
    if jsonfeed.is_json_feed(document):
        yield from jsonfeed.contents(document, path=path)
        return
    tally = Tally(path)
    found = 0
    for found, content in enumerate(contents_of(document, path=path, tally=tally), start=1):  # noqa: B007
        yield content._replace(encoding=encoding)
    yield Content(diagnostics=problem_at_end(found, tally, path=path))
