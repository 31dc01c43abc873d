"""Make articles of a JSON document: each object that holds a text becomes one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from digest.config.facts import Facts
from digest.config.values import is_web_address
from digest.diagnostics import Diagnostic, Level, Location, warning
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content, Told, as_stated
from digest.ingest.mojibake import MENDED as WRONG_ENCODING
from digest.ingest.mojibake import mend_strings
from digest.ingest.objects.body import body_of, page_of, uncut
from digest.ingest.objects.finding import Thing, is_linked, is_other_thing, named_in, things_in
from digest.ingest.objects.names import NAMES, Fields
from digest.ingest.objects.values import (
    Named,
    author_of,
    language_of,
    published_of,
    publisher_of,
    stated_texts,
    title_of,
    url_of,
)  # fmt: skip
from digest.ingest.pages import read_page
from digest.ingest.pages.address import without_trackers
from digest.ingest.records import record_content
from digest.ingest.stamps import stamp_of
from digest.ingest.tally import Kind, Tally
from digest.model import Known, Origin, Stated

ADD = "fetch their pages with `digest add ADDRESS`, or export them with their text"
TEXT = "an article needs a field such as text, body, content or articleBody"
LEFT = "; left out"
NO_TEXT = Kind(
    "no-text", f"article has an address but no text{LEFT}", f"articles have an address but no text{LEFT}", ADD
)
CUT = Kind("cut-text", "article was cut by what exported it", "articles were cut by what exported them", ADD)
WITHDRAWN = Kind("withdrawn", f"article was withdrawn{LEFT}", f"articles were withdrawn{LEFT}")
NO_ARTICLE = Kind("no-article", f"object holds no article{LEFT}", f"objects hold no article{LEFT}", TEXT)
MENDED = Kind(
    "encoding-mended",
    f"text had letters in {WRONG_ENCODING}",
    f"texts had letters in {WRONG_ENCODING}",
)
UNREAD = Kind(
    "unread-page",
    f"page in a field gave no article{LEFT}",
    f"pages in fields gave no article{LEFT}",
    level=Level.WARNING,
)
GONE = frozenset({"canceled", "cancelled", "withheld"})


def contents_of(data: object, *, path: str, line: int = 0, tally: Tally) -> Iterator[Content]:
    """The articles of a parsed document, which is all of a file, or one of its lines.

    If it is all of a file, and an object that holds an article, then the file is that article. Letters in a wrong
    encoding are mended in the document itself.
    """
    repairs = mend_strings(data)
    named = named_in(data)
    for number, (thing, fields) in enumerate(things_in(data), start=1):
        whole = not line and thing is data  # the file is the article
        if line:
            part = f"line {line:,}" if number == 1 else f"line {line:,}, object {number:,}"
        else:
            part = "its object" if whole else f"object {number:,}"
        try:
            content = _content(thing, fields, named, path=path, part=part, tally=tally)
        except BrokenFileError as problem:
            tally.add(Kind(problem.code, f"article: {problem}", f"articles: {problem}", level=Level.WARNING), part=part)
            continue
        if content:
            if repairs:
                tally.add(MENDED, part=f"line {line:,}" if line else "")
                repairs = 0  # told once of a document
            yield content._replace(key="") if whole else content


def _content(  # noqa: PLR0913
    thing: Thing, fields: Fields, named: Named, *, path: str, part: str, tally: Tally
) -> Content | None:
    if is_other_thing(thing):
        return None
    if any(text.lower() in GONE for text in stated_texts(fields, "status", named)):
        tally.add(WITHDRAWN, part=part)
        return None
    stated = _stated(thing, fields, named)
    body, cut = uncut(body_of(fields, named))
    if cut:
        tally.add(CUT, part=part)
    key = _key(fields, stated, body)
    as_of = stamp_of(fields.get(NAMES["version"][0]))
    if body.strip():
        content = record_content(body, stated=stated, part=part, key=key)
        return content._replace(as_of=as_of.time if as_of else None)
    page = page_of(fields, named)
    if not page:
        tally.add(NO_TEXT if stated.url else NO_ARTICLE, part=part)
        return None
    told = Told(stated.url.value if stated.url else "", "utf-8")
    content = read_page(page.encode("utf-8", "replace"), path=path, told=told)
    if content.text is None:
        tally.add(UNREAD, part=part)
        return None
    return content._replace(stated=stated.over(content.stated), diagnostics=(), part=part, key=key)


def _stated(thing: Thing, fields: Fields, named: Named) -> Stated:
    origin = Origin.LINKED_DATA if is_linked(thing) else Origin.FRONT_MATTER
    url = url_of(fields, named)
    stamp = published_of(fields)
    facts = Facts(
        title=title_of(fields, named),
        url=url,
        publisher=publisher_of(fields, named, url),
        author=author_of(fields, named),
        published=stamp.day if stamp else None,
    )
    moment = Known(value=stamp.time, origin=origin) if stamp and stamp.time else None
    return replace(as_stated(facts, origin, language=language_of(fields, named)), published_time=moment)


def _key(fields: Fields, stated: Stated, body: str) -> str:
    """What tells this article from the others and stays when the file grows: its id or address, else its words."""
    for name in NAMES["key"]:
        value = fields.get(name)
        if isinstance(value, int) or (isinstance(value, str) and value.strip()):
            return without_trackers(value.strip()) if isinstance(value, str) and is_web_address(value) else str(value)
        if isinstance(value, dict) and isinstance(value.get("$oid"), str):  # a database's id
            return str(value["$oid"])
    title = stated.title.value if stated.title else ""
    return hashlib.sha256(f"{title}\n{body}".encode("utf-8", "replace")).hexdigest()


def problem_at_end(found: int, tally: Tally, *, path: str) -> tuple[Diagnostic, ...]:
    """What to say of a file once all of it was read: what was counted, and that nothing was found if that is all."""
    if found or tally.counts:
        return tally.diagnostics()
    words = "no article was found in this file"
    return (warning("no-article", words, location=Location(path=path), hint=NO_ARTICLE.hint),)
