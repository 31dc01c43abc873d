"""Feeds that are broken, far too large, or meant to do harm, each beside a good one."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_feeds.feeding import CASES, articles, contents

from digest.ingest import read_seeds
from digest.ingest.broken import BrokenFileError
from digest.ingest.feeds import read_feed

GOOD = (CASES / "weblog.xml").read_bytes()
SECRET = "the-word-in-the-secret-file"
HEAD = '<rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>'
ITEM = "<item><title>{0}</title><link>https://courier.example/{0}</link><description>{1}</description></item>"
LAST = ITEM.format("last", "The last entry of this feed says so.")
TAIL = f"{LAST}</channel></rss>"


def feed(*bodies: str, head: str = HEAD) -> bytes:
    items = (ITEM.format(number, body) for number, body in enumerate(bodies))
    return (head + "".join(items) + TAIL).encode()


def gzip_bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b" " * 1_000_000
    return b"".join(packer.compress(block) for _ in range(101)) + packer.flush()


LAUGHS = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
BOMB = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">{LAUGHS}]>{HEAD}'
BLOW_UP = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]>{HEAD}'
OUTSIDE = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://PLACE"><!ENTITY % y SYSTEM "file://PLACE">%y;]>{HEAD}'
HTML = "<html><body><p>A page of the web, and no feed at all.</p></body></html>"

HOSTILE: dict[str, tuple[bytes, list[str], list[str]]] = {
    # what it is: its bytes, the codes of the warnings, and something of what is read of it
    "truncated gzip": (gzip.compress(feed(*map(str, range(4_000))))[:-4_000], ["broken-gzip", "titles-only"], []),
    "gzip bomb": (gzip_bomb(), ["too-large"], []),
    "entity bomb": (gzip.compress(feed("Ten billion words: &j;", head=BOMB)), [], ["Ten billion words: &j;"]),
    "quadratic entities": (gzip.compress(feed("Words, words, words. " + "&a;" * 10_000, head=BLOW_UP)), [], []),
    "external entity": (feed("The file says &x; and nothing more.", head=OUTSIDE), [], ["says &x; and"]),
    "an entry of 20 MB": (feed("<![CDATA[" + "<p>word</p>" * 1_900_000 + "]]>"), ["too-large"], []),
    "nested 10,000 deep": (feed("<div>" * 10_000 + "Very deep words." + "</div>" * 10_000), [], ["Very deep words."]),
    "opened 10,000 times": (feed("<div>" * 10_000 + "Very deep words."), [], ["Very deep words."]),
    "nested in the feed": (("<a>" * 10_000).encode() + feed("Very deep words."), ["not-a-feed"], []),
    "wrong charset": (
        b'<?xml version="1.0" encoding="utf-8"?>' + feed("Über die Brücke ging keiner.").decode().encode("cp1252"),
        ["encoding-assumed"],
        ["Über die Brücke ging keiner."],
    ),
    "charset of its own": (
        b'<?xml version="1.0" encoding="windows-1251"?>' + feed("Паром ушел в море утром.").decode().encode("cp1251"),
        [],
        ["Паром ушел в море утром."],
    ),
    "UTF-16 without a mark": (
        feed("Über die Brücke ging keiner.").decode().encode("utf-16-le"),
        [],
        ["Über die Brücke"],
    ),
    "NULs": (feed("The words of this entry.").replace(b"o", b"o\0"), [], ["The words of this entry."]),
    "controls": (feed("The \x08words&#8; of\x1b this\x7f entry.\x0c"), [], ["The words of this entry."]),
    "half characters": (feed("The &#xD800;words&#xDFFF; of &#1114112; this entry."), [], ["words"]),
    "one guid for all": (
        feed(*("Number one is here.", "Number two is here.")).replace(b"<item>", b"<item><guid>same</guid>"),
        [],
        ["Number one is here.", "Number two is here."],
    ),
    "scripts": (
        feed('&lt;script&gt;evil()&lt;/script&gt;&lt;p onclick="evil()"&gt;Quite harmless words.&lt;/p&gt;'),
        [],
        ["Quite harmless words."],
    ),
    "100,000 elements in an entry": (feed("&lt;i&gt;x&lt;/i&gt;" * 100_001), ["too-large"], []),
    "a web page": (HTML.encode(), ["not-a-feed"], []),
    "no entries": (f"{HEAD}</channel></rss>".encode(), ["no-entries"], []),
    "plain text": (b"No markup here.", ["not-a-feed"], []),
    "empty": (b"", ["not-a-feed"], []),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, ["not-a-feed"], []),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_feed_ends_in_a_warning_or_is_read(name: str, tmp_path: Path) -> None:
    data, expected, words = HOSTILE[name]
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "bad.xml.gz").write_bytes(data.replace(b"PLACE", str(secret).encode()))
    (seeds / "good.xml").write_bytes(GOOD)
    found = read_seeds(tmp_path)
    bad = [a for a in found.articles if a.path == "seeds/bad.xml.gz"]
    told = [d for d in found.diagnostics if d.location and d.location.path == "seeds/bad.xml.gz"]
    assert sorted(d.code for d in told) == expected
    assert len(found.articles) - len(bad) == 2
    text = "\n".join(a.text for a in bad)
    assert all(word in text for word in words)
    assert SECRET not in repr(found)
    assert "evil" not in text
    if not expected or expected == ["encoding-assumed"]:
        assert "The last entry of this feed says so." in text


@pytest.mark.parametrize(
    ("root", "what"),
    [
        (
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url/></urlset>",
            "this file is a sitemap, not a feed",
        ),
        ("<NewsML><NewsItem/></NewsML>", "this file is NewsML, not a feed"),
        ("<newsItem/>", "this file is NewsML-G2, not a feed"),
        ("<nitf><body/></nitf>", "this file is NITF, not a feed"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "this file is a web page, not a feed"),
        ("<opml><body/></opml>", r"this file is a list of feeds \(OPML\), not a feed"),
        ("<x:strange xmlns:x='x'/>", "this file is XML of another kind .<x:strange>., not a feed"),
        ("<item><title>Alone</title></item>", "this file is XML of another kind .<item>., not a feed"),
    ],
)
def test_other_xml_is_named(root: str, what: str) -> None:
    data = f"<?xml version='1.0'?>\n<!-- {HEAD} -->{root}".encode()
    with pytest.raises(BrokenFileError, match=what):
        contents(data)


def test_what_a_server_says_before_its_feed_is_passed_over() -> None:
    warned = b"<br />\n<b>Warning</b>: something failed in line 7<br />\n" + GOOD
    assert [c.key for c in articles(contents(warned))] == [c.key for c in articles(contents(GOOD))]


class Endless(io.RawIOBase):
    """A feed of so many entries, made while it is read."""

    def __init__(self, count: int, *, words: str = "This entry has a text. ") -> None:
        self._parts = self._made(count, words)
        self._waiting = b""
        self.read_bytes = 0

    def _made(self, count: int, words: str) -> Iterator[bytes]:
        yield HEAD.encode()
        for number in range(count):
            yield ITEM.format(number, words).encode()
        yield TAIL.encode()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while len(self._waiting) < len(buffer) and (part := next(self._parts, b"")):
            self._waiting += part
        piece, self._waiting = self._waiting[: len(buffer)], self._waiting[len(buffer) :]
        buffer[: len(piece)] = piece
        self.read_bytes += len(piece)
        return len(piece)


def test_of_100_000_entries_the_first_10_000_are_read() -> None:
    stream = Endless(100_000)
    found = [c.part or c.diagnostics for c in read_feed(io.BufferedReader(stream), path="many.xml")]
    assert found[9_999] == "entry 10000 of the feed"
    (problem,) = found[10_000]
    assert "more than 10,000 entries" in str(problem)
    assert len(found) == 10_001
    assert stream.read_bytes < 3_000_000


def test_a_large_feed_takes_little_memory() -> None:
    stream = Endless(100, words="The words of this entry are many. " * 1_000)
    tracemalloc.start()
    try:
        count = sum(1 for _ in read_feed(io.BufferedReader(stream), path="large.xml"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 101
    assert stream.read_bytes > 3_400_000
    assert peak < 1_500_000


DIRTY = st.text(
    alphabet="<>/!?[]&;#\"'= \n\x00\x0béa1-:", max_size=60
) | st.sampled_from(
    ["<item>", "</item>", "<entry>", "<title>", "</title>", "<link>", "<link href='x'/>", "<![CDATA[", "]]>", "<!--",
     "<author>", "<name>", "</author>", "<source>", "xmlns:a='x'", "<channel>", "</channel>", "<feed>", "<guid>",
     "<content type='xhtml'>", "<div>", "</div>", "<pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate>", "&nbsp;",
     "<updated>2026-03-04T08:00:00Z</updated>", "Some words that make up a sentence.", "http://[", "https://a.example"]
)  # fmt: skip


@settings(deadline=None, max_examples=100)
@given(st.lists(DIRTY, max_size=25), st.sampled_from(["feed.xml", "feed.atom", "list.opml", "feed.jsonfeed"]))
def test_no_feed_breaks_the_reader(parts: list[str], name: str) -> None:
    for data in (
        "".join(parts).encode(),
        f"<rss><channel>{''.join(parts)}".encode(),
        GOOD[:1_500] + "".join(parts).encode(),
    ):
        try:
            found = contents(data, name=name)
        except BrokenFileError as problem:
            assert problem.code
            continue
        assert found == contents(data, name=name)
        for content in articles(found):
            assert content.key
            assert content.part
            assert len(content.kinds or ()) == len((content.text or "").split("\n")) or not content.text


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["feed.rss", "list.opml", "feed.jsonfeed", "table.csv"]))
def test_no_bytes_break_the_reader(data: bytes, name: str) -> None:
    try:
        found = contents(data, name=name)
    except BrokenFileError:
        return
    assert found == contents(data, name=name)


def test_a_project_without_feeds_does_not_load_what_reads_them(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Rain falls.\n\nIt rained.", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from digest.ingest import read_seeds; read_seeds(Path(sys.argv[1]));"
        "assert not [name for name in sys.modules if name.startswith(('digest.ingest.feeds', 'digest.ingest.tables'))]"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
