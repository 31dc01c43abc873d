"""Make articles of a feed's entries: what has a text becomes one, and what has only a title is counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from digest.diagnostics import Diagnostic, Level, Location, note, warning
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content
from digest.ingest.feeds.endings import with_endings_marked
from digest.ingest.feeds.entry import Entry, Feed
from digest.ingest.feeds.outlets import outlet_of
from digest.ingest.feeds.texts import letters_in
from digest.ingest.mojibake import MENDED, mended
from digest.ingest.pages.titles import SEPARATOR
from digest.ingest.records import record_content
from digest.language.days import moment_of
from digest.model import Known, Origin, Stated

MOST = 10_000  # entries of one feed that are read
SHORTEST = 12  # letters and digits of a body: "Comments" is none
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
CLOCK = re.compile(r"\d:\d\d")


def contents_of(entries: Iterable[Entry], feed: Callable[[], Feed], *, path: str) -> Iterator[Content]:
    """Yield an article for each entry with a text; `feed` gives what the feed has said of itself so far."""
    bare = repaired = 0
    found = _with_days(entries)
    for number, saved in enumerate(islice(found, MOST), start=1):
        entry = _mended(saved)
        repaired += entry is not saved
        outlet = outlet_of(entry, feed())
        title = without_outlet(entry.title, outlet)
        body = text_of(entry, title=title, outlet=outlet)
        if body or entry.too_large:
            facts = _stated(entry, feed(), title=title, outlet=outlet)
            content = _content(entry, body, facts, part=f"entry {number} of the feed", path=path)
            bare += content.text == ""
            if content.text != "":
                yield content
        else:
            bare += 1
    if next(found, None) is not None:
        words = f"this feed has more than {MOST:,} entries, the limit; the first {MOST:,} were read"
        yield _told(warning("too-many", words, location=Location(path=path), hint="split the file"))
    if bare:
        yield _told(_titles_only(bare, path))
    if repaired:
        many = f"{repaired:,} entries had" if repaired > 1 else "an entry had"
        words = f"{many} letters in {MENDED}"
        yield _told(note("encoding-mended", words, location=Location(path=path)))


def _mended(entry: Entry) -> Entry:
    """An entry whose words are as they were meant; the same one where nothing was wrong."""
    better = entry._replace(
        title=mended(entry.title).text,
        author=mended(entry.author).text,
        content=mended(entry.content).text,
        summary=mended(entry.summary).text,
    )
    return entry if better == entry else better


def text_of(entry: Entry, *, title: str, outlet: str | None) -> str:
    """The body to show, as HTML: the content, or the summary where it says more; "" where it is the title again."""
    content, summary = letters_in(entry.content), letters_in(entry.summary)
    longer, letters = (entry.content, content) if len(content) >= len(summary) else (entry.summary, summary)
    name = letters_in(title)
    names = {letters_in(entry.source), letters_in(outlet or ""), ""}
    again = {head + tail for head in (name, letters_in(entry.title)) for tail in names}
    return "" if len(letters) < SHORTEST or letters in again else longer


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name behind it: "Crews walk out - Example Courier" → "Crews walk out"."""
    cuts = list(SEPARATOR.finditer(title))
    if not cuts or not outlet:
        return title
    head, tail = title[: cuts[-1].start()].strip(), title[cuts[-1].end() :]
    return head if head and letters_in(tail) == letters_in(outlet) else title


def _with_days(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Where no day of publication is stated, take that of the last change.

    Not where the next entry, or the one before, was changed in the same second: that is when the feed was built.
    """
    before, current = "", None
    for after in entries:
        if current is not None:
            yield _with_day(current, (before, after.updated))
            before = current.updated
        current = after
    if current is not None:
        yield _with_day(current, (before,))


def _with_day(entry: Entry, beside: tuple[str, ...]) -> Entry:
    if entry.published or not entry.updated or (entry.updated in beside and CLOCK.search(entry.updated)):
        return entry
    return entry._replace(published=entry.updated)


def _content(entry: Entry, body: str, facts: Stated, *, part: str, path: str) -> Content:
    try:
        if entry.too_large:
            raise BrokenFileError("too-large", "it has more than 2,000,000 characters, the limit")
        return with_endings_marked(record_content(body, stated=facts, part=part, key=entry.key, is_entry=True))
    except BrokenFileError as problem:
        return _told(BrokenFileError(problem.code, f"{part}: {problem}").at(Location(path=path)))


def _stated(entry: Entry, feed: Feed, *, title: str, outlet: str | None) -> Stated:
    day, moment = moment_of(entry.published) or (None, None)
    author = entry.author or feed.author
    author = "" if letters_in(author) == letters_in(outlet or "") else author
    language = LANGUAGE.fullmatch((entry.language or feed.language).strip())
    return Stated(
        title=Known(value=title, origin=Origin.FEED) if title else None,
        url=Known(value=entry.link, origin=Origin.FEED) if entry.link else None,
        publisher=Known(value=outlet, origin=Origin.FEED) if outlet else None,
        published=Known(value=day, origin=Origin.FEED) if day else None,
        published_time=Known(value=moment, origin=Origin.FEED) if moment else None,
        author=Known(value=author, origin=Origin.FEED)
        if letters_in(author) not in ("", letters_in(outlet or ""))
        else None,
        language=Known(value=language[1].lower(), origin=Origin.FEED) if language else None,
    )


def _told(problem: Diagnostic) -> Content:
    return Content(diagnostics=(problem,))


def _titles_only(count: int, path: str) -> Diagnostic:
    many = f"{count:,} entries hold" if count > 1 else "1 entry holds"
    return Diagnostic(
        level=Level.NOTE,
        code="titles-only",
        message=f"{many} nothing but a title, and no article",
        location=Location(path=path),
        hint=f"`digest add {path}` fetches the pages that the feed leads to",
    )
