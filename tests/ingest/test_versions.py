"""An article that a feed names and a page tells is one article, and so are its revisions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from digest.ingest.versions import Draft, newest, one_each
from digest.model import Known, Origin, RawArticle, VersionKind

ADDRESS = "https://courier.example/strike"


def draft(key: str, text: str, *, url: str = "", entry: bool = False, day: int = 0, revision: int = 1) -> Draft:  # noqa: PLR0913
    origin = Origin.FEED if entry else Origin.PAGE
    raw = RawArticle(
        id=key,
        path=f"seeds/{key}.{revision}",
        sha256="",
        text=text,
        encoding="utf-8",
        url=Known(value=url, origin=origin) if url else None,
        published=Known(value=dt.date(2026, 3, day), origin=origin) if day else None,
    )
    return Draft(raw, revision, entry)


def test_the_page_is_taken_and_the_entry_fills_its_gaps() -> None:
    page = draft("page", "The crews walked out.", url=ADDRESS)
    entry = draft(
        "entry", "The crews walked out, the union said on Monday.", url=f"{ADDRESS}?utm_source=rss", entry=True, day=4
    )
    (article,), _ = one_each([entry, page])
    assert (article.id, article.text) == ("page", "The crews walked out.")
    assert article.published == Known(value=dt.date(2026, 3, 4), origin=Origin.FEED)
    assert [(v.kind, v.path) for v in article.versions] == [(VersionKind.FEED_ENTRY, "seeds/entry.1")]


def test_the_feed_names_an_outlet_better_than_a_host_does() -> None:
    def named(found: Draft, name: str) -> Draft:
        return found._replace(raw=replace(found.raw, publisher=Known(value=name, origin=Origin.PAGE)))

    page = named(draft("page", "The crews walked out.", url=ADDRESS), "courier.example")
    entry = named(draft("entry", "Crews walk out.", url=ADDRESS, entry=True), "Example Courier")
    (article,), _ = one_each([page, entry])
    assert article.publisher is not None
    assert article.publisher.value == "Example Courier"


def test_an_entry_in_two_feeds_is_one_article() -> None:
    long = draft("a", "The crews walked out, the union said.", url=ADDRESS, entry=True)
    short = draft("b", "The crews walked out.", url=ADDRESS, entry=True)
    assert [a.id for a in one_each([short, long])[0]] == [a.id for a in one_each([long, short])[0]] == ["a"]


LONG = "The crews of the island ferries walked out on Monday morning."
LATER = "They went back to work after eleven hours of talks on Wednesday."


def test_a_page_that_was_saved_twice_is_one_article() -> None:
    (article,), _ = one_each([draft("a", f"Menu\n{LONG}\n{LATER}", url=ADDRESS), draft("b", LONG, url=ADDRESS, day=4)])
    assert article.id == "a"
    assert article.published is not None
    assert [(v.kind, v.path) for v in article.versions] == [(VersionKind.SAME_PAGE, "seeds/b.1")]


def test_two_articles_with_one_address_are_both_kept() -> None:
    """A website may name its front page as the address of all articles."""
    assert len(one_each([draft("a", LONG, url=ADDRESS), draft("b", LATER, url=ADDRESS)])[0]) == 2


def test_entries_without_an_address_are_all_kept() -> None:
    assert len(one_each([draft("a", "One.", entry=True), draft("b", "Two.", entry=True)])[0]) == 2


def test_an_entry_that_left_the_feed_stays() -> None:
    first = [draft("f-1", "One.", entry=True), draft("f-2", "Two.", entry=True)]
    later = [draft("f-2", "Two, corrected.", entry=True, revision=2)]
    found = newest([*later, *first])
    assert [(d.raw.id, d.raw.text) for d in found] == [("f-1", "One."), ("f-2", "Two, corrected.")]
    assert [v.kind for v in found[1].raw.versions] == [VersionKind.EARLIER]


def test_two_articles_with_one_key_are_both_kept() -> None:
    found = newest([draft("f-1", "One."), draft("f-1", "One."), draft("f-1", "Two.")])
    assert [(d.raw.id, d.raw.text) for d in found] == [("f-1", "One."), ("f-1-2", "Two.")]
