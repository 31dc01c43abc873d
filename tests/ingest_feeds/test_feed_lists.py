"""What the fetching side asks of feeds, lists of feeds and their entries."""

from __future__ import annotations

import gzip

import pytest
from ingest_feeds.feeding import CASES, contents

from digest.diagnostics import Level
from digest.ingest.broken import BrokenFileError
from digest.ingest.feeds import FeedAddress, entries_of, feeds_of_opml

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>My feeds</title></head><body>
  <outline text="News">
    <outline text="Example &amp;amp; Courier" type="rss" xmlUrl="https://courier.example/rss?a=1&amp;b=2" htmlUrl="https://courier.example/"/>
    <outline text="Deeper"><outline title="Harbour Gazette" text="x" xmlurl="http://gazette.example/feed"></outline></outline>
  </outline>
  <outline text="Again" xmlUrl="http://gazette.example/feed"/>
  <outline text="Bad" xmlUrl="javascript:alert(1)"/><outline text="File" xmlUrl="file:///etc/passwd"/>
  <outline text="Nothing"/>
</body></opml>"""


def test_a_list_of_feeds() -> None:
    assert feeds_of_opml(LIST) == [
        FeedAddress("Example & Courier", "https://courier.example/rss?a=1&b=2"),
        FeedAddress("Harbour Gazette", "http://gazette.example/feed"),
    ]


def test_a_list_of_feeds_among_the_articles_says_what_to_do_with_it() -> None:
    (content,) = contents(LIST, name="seeds/mine.opml")
    (note,) = content.diagnostics
    assert (content.text, note.level, note.code) == (None, Level.NOTE, "list-of-feeds")
    assert note.message == "this is a list of 2 feeds, and no article"
    assert note.hint == "`digest add seeds/mine.opml` adds them"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<rss><channel/></rss>", r"this file is a feed, not a list of feeds \(OPML\)"),
        (b"<html/>", "this file is a web page, not a list of feeds"),
        (b"", "this file holds no XML"),
    ],
)
def test_what_is_no_list_of_feeds(data: bytes, words: str) -> None:
    with pytest.raises(BrokenFileError, match=words):
        feeds_of_opml(data)


def test_a_list_is_bounded_and_declares_nothing() -> None:
    outlines = "".join(f'<outline xmlUrl="https://a.example/{n}"/>' for n in range(10_001))
    assert len(feeds_of_opml(f"<opml>{'<outline>' * 10_000}{outlines}</opml>".encode())) == 10_000
    bomb = (
        '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><outline xmlUrl="https://a.example/&b;"/></opml>'
    )
    assert [feed.address for feed in feeds_of_opml(bomb.encode())] == ["https://a.example/&b;"]


def test_entries_of_feeds_of_all_kinds() -> None:
    found = entries_of((CASES / "weblog.xml").read_bytes())
    assert [(e.title, e.link, e.key) for e in found][1:] == [
        ("Bakers agree on one price", "https://milllanepost.example/2026/03/03/bread/", found[1].link),
        ("Nothing to read here", "https://milllanepost.example/2026/03/02/empty/", found[2].link),
    ]
    assert [str(e.published) for e in found[:2]] == ["2026-03-04 23:30:00-05:00", "2026-03-03 07:05:00+00:00"]
    assert [e.key for e in entries_of((CASES / "site.jsonfeed").read_bytes())] == ["42", "b", "c", "d"]
    assert [
        e.link for e in entries_of(gzip.compress((CASES / "old.rss").read_bytes()), path="https://crier.example")
    ] == [
        "https://crier.example/bell.html",
        None,
    ]


def test_the_hash_of_an_entry_changes_with_what_it_says_and_with_nothing_else() -> None:
    data = (CASES / "weblog.xml").read_bytes()
    first = entries_of(data)
    built = data.replace(b"Fri, 06 Mar", b"Sat, 07 Mar").replace(b"<slash:comments>3", b"<slash:comments>4")
    assert entries_of(built) == first
    changed = entries_of(data.replace(b"A loaf will", b"Each loaf will"))
    assert [old.content == new.content for old, new in zip(first, changed, strict=True)] == [True, False, True]
    assert [old.key for old in first] == [new.key for new in changed]


@pytest.mark.parametrize(
    ("body", "full"),
    [
        ("<content:encoded>{long}</content:encoded>", True),
        ("<content:encoded>{long} [&amp;hellip;]</content:encoded>", False),
        ("<content:encoded>{long}&lt;a href='x'&gt;Continue reading&lt;/a&gt;</content:encoded>", False),
        ("<description>{long}</description>", False),
        ("<description>{long}{long}{long}{long}</description>", True),
    ],
)
def test_whether_an_entry_has_the_whole_text(body: str, full: bool) -> None:
    text = body.format(long="The crews of the island ferries called off their strike. " * 12)
    (entry,) = entries_of(f"<rss><channel><item><title>T</title>{text}</item></channel></rss>".encode())
    assert entry.has_full_text is full


def test_what_is_no_feed_has_no_entries() -> None:
    for data in (b"", b"<html/>", b"{}", b"[1]", b"{", b'{"items": [], "version": "1"}', b"[" * 100_000):
        with pytest.raises(BrokenFileError):
            entries_of(data)
