"""Make an article of a record: an entry of a feed, an object in a JSON file, a row of a table."""

from __future__ import annotations

import re

from digest.ingest.content import NOTHING, Content
from digest.ingest.decode import tidy
from digest.model import BlockKind, Stated

WORD = re.compile(r"\w+")


def record_content(body: str, *, stated: Stated = NOTHING, part: str, key: str, is_entry: bool = False) -> Content:
    """An article of a record's body, which is HTML or plain text, below the title that the record states.

    HTML is taken for the article alone, and is cleaned like a web page's article. Plain text may be anything that was
    scraped, and is cleaned as such. A body that begins with its own title keeps it. Raises BrokenFileError.
    """
    from digest.ingest.pages.fragment import fragment_lines, has_markup  # noqa: PLC0415 (brings lxml)

    title = " ".join(tidy(stated.title.value).split()) if stated.title else ""
    common = Content(stated=stated, encoding="utf-8", part=part, key=key, is_entry=is_entry)
    if not has_markup(body):
        text = tidy(body).strip("\n")
        first = text.lstrip().split("\n", 1)[0]
        return common._replace(text=text if not title or _same(first, title) else f"{title}\n\n{text}")
    lines = fragment_lines(body)
    if title and lines and _same(lines[0].text, title):
        del lines[0]
    head = [(title, BlockKind.HEADLINE)] if title and lines else []
    blocks = [*head, *((line.text, line.kind) for line in lines)]
    return common._replace(text="\n".join(text for text, _ in blocks), kinds=tuple(kind for _, kind in blocks))


def _same(one: str, other: str) -> bool:
    return WORD.findall(one.lower()) == WORD.findall(other.lower())
