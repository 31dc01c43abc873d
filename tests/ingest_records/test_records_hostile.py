"""What is broken on purpose ends in a message, in bounded time and memory; what stands beside it is still read."""

from __future__ import annotations

import base64
import gzip
import io
import json
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_records.archive import chunked, record
from ingest_records.cases_of import read

from digest.ingest.archives.bodies import plain_body
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import UNTOLD, Content
from digest.ingest.formats import format_of
from digest.ingest.mails import mail_content
from digest.ingest.mails.message import decoded
from digest.ingest.packed import Bounded
from digest.ingest.stamps import stamp_of

GOOD = b'{"title": "Rain", "text": "It rained on the quay all night."}\n'
MAIL = b"From: Courier <news@courier.example>\nSubject: Rain\nDate: Wed, 4 Mar 2026 08:00:00 +0000\n"
PICTURE_MAIL = b"Subject: x\nContent-Type: image/png\n\n" + b"x" * 60_000 + b"\n\n"
TEXT = b"\nIt rained on the quay all night, and the ferries stayed in the harbour.\n"
START = b"WARC/1.0\r\n"
ENDLESS = {
    "address": "https://courier.example/0",
    "body": "ffffffff\r\n<html><p>x",
    "headers": {"Transfer-Encoding": "chunked"},
}
PAGE = record({"address": "https://courier.example/1", "page": "A page that is sound"})
ENDINGS = [".json", ".jsonl", ".warc", ".eml", ".mbox"]


def contents(ending: str, data: bytes) -> Iterator[Content]:
    form = format_of(ending)
    assert form is not None
    yield from form.read(Bounded(io.BytesIO(data), largest=form.largest), f"seeds/a{ending}", UNTOLD)


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))))
def test_any_bytes_give_contents_or_say_why_not(ending: str, data: bytes) -> None:
    try:
        for content in contents(ending, data):
            assert content.text is not None or content.diagnostics or not content.part
    except BrokenFileError as problem:
        assert str(problem)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "title", "url", "date", "source", "@graph", "@id", "id"]), inner)
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_any_json_gives_articles_or_says_why_not(data: object) -> None:
    found = list(contents(".json", json.dumps(data).encode()))
    assert all(content.text is not None or not content.part for content in found)


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.none(), st.lists(st.integers())))
def test_any_value_is_a_day_with_its_moment_or_nothing(value: object) -> None:
    found = stamp_of(value)
    assert found is None or found.time is None or found.time.tzinfo


@settings(max_examples=200)
@given(
    st.binary(max_size=400), st.sampled_from(["", "chunked"]), st.sampled_from(["", "gzip", "deflate", "gzip, gzip"])
)
def test_any_body_is_decoded_or_refused(body: bytes, transfer: str, content: str) -> None:
    try:
        assert len(plain_body(body, transfer=transfer, content=content)) <= 20_000_000
    except BrokenFileError as problem:
        assert str(problem)


@given(st.text(max_size=80))
def test_any_header_is_one_line(text: str) -> None:
    assert "\n" not in decoded(text)
    decoded(text).encode()


def test_chunks_are_joined() -> None:
    body = bytes(range(256)) * 3
    assert plain_body(chunked(body), transfer="chunked", content="") == body
    assert plain_body(chunked(zlib.compress(body)), transfer="Chunked", content="deflate") == body


def packed_page(page: bytes) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(
        page, mtime=0
    )
    head = b"WARC-Type: response\r\nWARC-Target-URI: https://courier.example/1\r\nContent-Type: application/http\r\n"
    return START + head + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n"


def large_page() -> bytes:
    head = b"WARC-Type: resource\r\nWARC-Target-URI: https://courier.example/0\r\nContent-Type: text/html\r\n"
    return START + head + b"Content-Length: 50000000\r\n\r\n" + b"<p>x" * 12_500_000 + b"\r\n\r\n"


def web(layers: int, many: int) -> bytes:
    """Things that each name many others, which name others again."""
    things = [{"@id": f"#{i}", "@type": "X", "name": [{"@id": f"#{i + 1}"}] * many} for i in range(layers)]
    article = {"@type": "Article", "headline": {"@id": "#0"}, "text": {"@id": "#0"}, "url": "https://courier.example/1"}
    return json.dumps({"@graph": [article, *things]}).encode()


def typed(more: bytes) -> bytes:
    return MAIL + b"Content-Type: multipart/mixed" + more + TEXT


def nested(depth: int) -> bytes:
    heads = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(depth))
    return MAIL + heads + b"Content-Type: text/plain\n" + TEXT


def attached(depth: int) -> bytes:
    return MAIL + b"Content-Type: message/rfc822\n\nSubject: x\n" * depth + TEXT


HOSTILE: dict[str, tuple[str, Callable[[], bytes], list[str]]] = {
    "JSON nested deep": (".json", lambda: b"[" * 10_000 + b"]" * 10_000, ["too-deep"]),
    "JSON nested deep and never closed": (".json", lambda: b'{"a":' * 10_000, ["too-deep"]),
    "JSON of a million lists": (".json", lambda: b"[" + b"[]," * 1_000_000 + b"[]]", ["too-large"]),
    "JSON with a number of a million digits": (".json", lambda: b"[" + b"1" * 1_000_000 + b"]", ["no-article"]),
    "JSON that is binary": (".json", lambda: b"\0\1\2" * 100, ["binary-file"]),
    "JSON that is empty": (".json", lambda: b"", ["not-json"]),
    "JSON whose things name each other by the thousand": (".json", lambda: web(6, 1_000), ["no-text"]),
    "JSON Lines in UTF-16": (".jsonl", lambda: GOOD.decode().encode("utf-16"), ["encoding"]),
    "a WARC that is a bomb inside": (".warc", lambda: packed_page(b" " * 30_000_000), ["no-article", "unread-page"]),
    "a WARC header without end": (".warc", lambda: START + b"A: b\r\n" * 100_000, ["broken-record", "no-article"]),
    "a WARC line without end": (".warc", lambda: START + b"A: " + b"b" * 1_000_000, ["broken-record", "no-article"]),
    "mail nested a thousand times": (".eml", lambda: nested(1_000), ["too-deep"]),
    "mail attached a thousand times": (".eml", lambda: attached(1_000), ["too-deep"]),
    "a header of ten megabytes": (".eml", lambda: typed(b"; a=b" * 2_000_000), ["too-large"]),
    "a header of many lines": (".eml", lambda: typed(b";\n a=b" * 500_000), ["too-large"]),
    "a mail without a text": (".eml", lambda: MAIL + b"Content-Type: image/png\n\nx\n", ["no-article"]),
    "a mail without a word": (".eml", lambda: MAIL + b"\n\n\n", ["empty-article"]),
    "a letter": (".eml", lambda: b"Dear reader,\n\nthis is no mail.\n", ["not-a-mail"]),
}  # fmt: skip


@pytest.mark.parametrize(("ending", "data", "codes"), HOSTILE.values(), ids=HOSTILE)
def test_hostile(ending: str, data: Callable[[], bytes], codes: list[str], tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "sound.txt").write_text("Rain\n\nIt rained on the quay all night.\n", encoding="utf-8")
    whole = data()
    before = time.process_time()
    found = read(tmp_path, f"a{ending}", whole)
    assert time.process_time() - before < 10
    assert sorted(d.code for d in found.diagnostics) == codes
    assert [a.id for a in found.articles] == ["sound"]


ODD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a charset that there is not": (".eml", lambda: MAIL + b"Content-Type: text/plain; charset=klingon\n" + TEXT),
    "a charset that runs code": (".eml", lambda: MAIL + b"Content-Type: text/plain; charset=unicode_escape\n" + TEXT),
    "a coding that there is not": (".eml", lambda: MAIL + b"Content-Transfer-Encoding: none\n" + TEXT),
    "rubbish around base64": (
        ".eml",
        lambda: MAIL + b"Content-Transfer-Encoding: base64\n\n\xff" + base64.b64encode(TEXT * 3) + b"=!!\xfe\n",
    ),
    "a subject of a megabyte": (".eml", lambda: MAIL.replace(b"Rain", b"=?utf-8?q?" + b"R" * 1_000_000 + b"?=") + TEXT),
    "a sender in ten thousand brackets": (".eml", lambda: MAIL.replace(b"Courier", b"(" * 10_000) + TEXT),
    "a date that is none": (".eml", lambda: MAIL.replace(b"4 Mar 2026", b"99 Foo 99999999") + TEXT),
    "a boundary that never comes": (".eml", lambda: MAIL + b"Content-Type: multipart/mixed; boundary=x\n" + TEXT),
    "ten thousand parts": (
        ".eml",
        lambda: (
            MAIL
            + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n"
            + TEXT
            + b"--x\nContent-Type: text/plain\n\nx\n" * 10_000
        ),
    ),
    "NULs in a mail": (".eml", lambda: MAIL + TEXT.replace(b" ", b" \0")),
    "a line of a hundred megabytes among others": (
        ".jsonl.gz",
        lambda: gzip.compress(b'{"text": "' + b"x" * 100_000_000 + b'"}\n' + GOOD, compresslevel=1, mtime=0),
    ),
    "a line nested deep among others": (".jsonl", lambda: b"[" * 100_000 + b"\n" + GOOD),
    "JSON that ends in the middle of its packing": (".jsonl.gz", lambda: gzip.compress(GOOD * 2000, mtime=0)[:-30]),
    "a record of fifty megabytes among others": (".warc", lambda: large_page() + PAGE),
    "chunks that never end": (
        ".warc",
        lambda: record(ENDLESS) + PAGE,
    ),
    "a WARC that ends in the middle of its packing": (".warc.gz", lambda: gzip.compress(PAGE * 3, mtime=0)[:-20]),
    "a length of twenty digits among others": (
        ".warc",
        lambda: PAGE + record({"address": "https://courier.example/2", "page": "x", "length": "9" * 20}),
    ),
    "a length below zero among others": (
        ".warc",
        lambda: record({"address": "https://courier.example/2", "page": "x", "length": "-5"}) + PAGE,
    ),
}


@pytest.mark.parametrize(("ending", "data"), ODD.values(), ids=ODD)
def test_what_is_sound_in_odd_company_is_read(ending: str, data: Callable[[], bytes], tmp_path: Path) -> None:
    whole = data()
    before = time.process_time()
    found = read(tmp_path, f"a{ending}", whole)
    assert time.process_time() - before < 10
    assert any(word in article.text for article in found.articles for word in ("rained", "walked out"))


def test_base64_with_rubbish_is_undone() -> None:
    data = MAIL + b"Content-Transfer-Encoding: base64\n\n" + base64.b64encode(TEXT) + b"=!!\n"
    assert "It rained on the quay" in (mail_content(data, part="").text or "")


BOX = b"From a@b.example Wed Mar  4 08:00:00 2026\n"
PICTURE = {"address": "https://courier.example/x.png", "headers": {"Content-Type": "image/png"}, "body": "x" * 200_000}
# What makes an article by its number, what pads the file between two, and how many there are.
LONG: dict[str, tuple[str, Callable[[int], bytes], bytes, int]] = {
    "JSON Lines": (".jsonl", lambda i: GOOD.replace(b"Rain", b"Rain %d" % i), b" " * 20_000 + b"\n", 1_000),
    "a mailbox": (".mbox", lambda i: BOX + MAIL + b"Message-ID: <%d>\n" % i + TEXT, BOX + PICTURE_MAIL, 60),
    "an archive": (
        ".warc",
        lambda i: record({"address": f"https://courier.example/{i}", "page": f"Page {i}"}),
        record(PICTURE),
        40,
    ),
}


@pytest.mark.parametrize(("ending", "piece", "padding", "count"), LONG.values(), ids=LONG)
def test_a_file_is_never_in_memory_as_a_whole(
    ending: str, piece: Callable[[int], bytes], padding: bytes, count: int
) -> None:
    data = b"".join(piece(i) + padding for i in range(count))
    list(contents(ending, data[: len(data) // count * 3]))  # what is imported and kept for all files alike
    tracemalloc.start()
    try:
        found = sum(1 for content in contents(ending, data) if content.text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found == count
    assert peak < len(data) / 4
