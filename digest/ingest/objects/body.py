"""Find an article's text in the fields of an object: the longest there is, and a whole page only for want of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.ingest.objects.names import NAMES, Fields
from digest.ingest.objects.values import Named, texts_of

PAGE = re.compile(r"<!doctype html|<(?:html|body)[\s>]", re.IGNORECASE)
TOP = 4_000  # characters in which a page says that it is one
ALTERNATIVES = frozenset({"bodies"})  # lists that hold one text in several forms, and not its paragraphs
CUT = re.compile(r"\s{0,9}(?:…|\.\.\.)?\s{0,9}\[\+?\d{1,7} char(?:acter)?s?\]\s{0,9}\Z")  # "walked out… [+1234 chars]"
SHORTEST = 40  # characters of a text that is one; a label that happens to be called "text" is shorter


def body_of(fields: Fields, named: Named) -> str:
    """The article's text, as plain text or as a piece of HTML; "" where there is none."""
    return max((text for text in _bodies(fields, named) if not PAGE.search(text[:TOP])), key=len, default="")


def page_of(fields: Fields, named: Named) -> str:
    """The whole page, where a field holds one; else ""."""
    pages = (text for name in NAMES["html"] for text in _texts(name, fields, named))
    return next((text for text in pages if PAGE.search(text[:TOP])), "")


def uncut(body: str) -> tuple[str, bool]:
    """The text without the mark that some services put where they cut it, and whether there was one."""
    hit = CUT.search(body, max(0, len(body) - 60))
    return (body[: hit.start()], True) if hit else (body, False)


def _bodies(fields: Fields, named: Named) -> Iterator[str]:
    for name in NAMES["body"]:
        texts = _texts(name, fields, named)
        if name in ALTERNATIVES or len(texts) < 2:
            yield from texts
        else:
            yield "\n\n".join(texts)


def _texts(name: str, fields: Fields, named: Named) -> Sequence[str]:
    return list(texts_of(fields[name], named)) if name in fields else []
