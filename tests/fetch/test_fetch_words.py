"""Names, sidecars, kinds and entries: small functions that must bear any text."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.config.facts import parse_facts
from digest.fetch.entries import addresses_of_csv, entries_of, feeds_of_opml, feeds_of_page, ttl_of
from digest.fetch.naming import place_of
from digest.fetch.problems import FetchError
from digest.fetch.sidecar import Coming, sidecar
from digest.fetch.sniff import ending_of, kind_of
from digest.fetch.target import identity, parse_target, plain_address
from digest.fetch.waiting import fresh_for, http_date, pause_before_retry, retry_after

NOW = dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("address", "host", "words"),
    [
        ("https://example.org/world/2026/harbour-strike.html", "example.org", "harbour-strike"),
        ("https://www.example.org/harbour_strike/", "www.example.org", "harbour-strike"),
        ("https://example.org/", "example.org", "home"),
        ("https://example.org:8443/a?id=7", "example.org-8443", "a"),
        ("https://example.org/caf%C3%A9/th%C3%A9", "example.org", "the"),
        ("https://example.org/%E6%96%B0%E9%97%BB", "example.org", "home"),
        ("https://example.org/2026/12345678", "example.org", "2026-12345678"),
        ("https://example.org/sport/feed.xml", "example.org", "sport-feed"),
        ("https://example.org/README.html", "example.org", "page-readme"),
        ("https://example.org/con", "example.org", "page-con"),
        ("https://[2606:4700::1111]/a", "2606-4700-1111", "a"),
        ("https://münchen.example/a", "xn--mnchen-3ya.example", "a"),
        ("https://example.org/" + "very-long-" * 9, "example.org", "very-long" + "-very-long" * 5),
        ("https://example.org/../../etc/passwd", "example.org", "passwd"),
    ],
)  # fmt: skip
def test_names_can_be_read(address, host, words):
    place = place_of(address)
    assert place.host == host
    assert re.fullmatch(rf"{re.escape(words)}-[0-9a-f]{{10}}", place.name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/a?utm_source=x", "https://EXAMPLE.org:443/a#top", True),
        ("http://example.org/a", "https://example.org/a", True),
        ("https://example.org", "https://example.org/", True),
        ("https://example.org/caf\u00e9", "https://example.org/caf%C3%A9", True),
        ("https://example.org/a", "https://example.org/A", False),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://example.org/a/b", "https://example.org/a-b", False),
        ("https://example.org/a", "https://example.org:8443/a", False),
    ],
)
def test_which_addresses_are_one(one, other, same):
    assert (identity(one) == identity(other)) is same
    assert (place_of(one) == place_of(other)) is same


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_is_an_address_or_is_refused(path, host):
    for address in (f"https://example.org/{path}", f"https://{host}/{path}", path):
        try:
            target = parse_target(address)
            place = place_of(address)
        except (FetchError, ValueError) as problem:
            assert isinstance(problem, FetchError), address
            continue
        assert target.url.isascii()
        assert parse_target(target.url) == target
        assert plain_address(plain_address(address)) == plain_address(address)
        assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*", place.host)
        assert ".." not in place.host
        assert re.fullmatch(r"[a-z0-9-]+", place.name)


HEADER = st.text(st.characters(max_codepoint=255), max_size=40) | st.text(max_size=20)


@given(
    st.text(min_size=1, max_size=40).filter(str.strip),
    st.dictionaries(st.sampled_from(["etag", "date", "content-type"]), HEADER),
)
def test_every_sidecar_can_be_read_again(publisher, headers):
    coming = Coming(
        address="https://example.org/a?b=%20#c", final="https://example.org:81/[x]", at=NOW, status=200,
        headers=headers, publisher=publisher,
    )  # fmt: skip
    text = sidecar(coming, b"abc").decode()
    facts, problems = parse_facts(text, path="seeds/a.yml")
    assert not [problem for problem in problems if "final" not in problem.message]
    assert facts.fetched.address == coming.address
    assert facts.fetched.at == NOW
    assert len(text.splitlines()) <= 13


@given(st.binary(max_size=200), st.sampled_from(["text/html", "text/plain", "image/png", "application/xml; x", ""]))
def test_any_bytes_have_a_kind_or_none(data, kind):
    ending = ending_of(data, content_type=kind, address="https://example.org/a.xyz?b")
    assert re.fullmatch(r"(?:\.[a-z]+){0,2}", ending)
    assert kind_of(data, ending)


@given(st.text(alphabet="<>/?!-[] \n\"'=&;rsitemlnkfdouhpxU{}:,", max_size=200) | st.binary(max_size=100))
@settings(deadline=None)
def test_any_bytes_can_be_read_as_a_feed(data):
    raw = data.encode() if isinstance(data, str) else data
    for prefix in (b"", b"<rss><channel><item>", b'{"items": ['):
        assert isinstance(entries_of(prefix + raw), list)
        assert ttl_of(prefix + raw) >= 0
        assert isinstance(feeds_of_opml(prefix + raw), list)
        assert isinstance(addresses_of_csv(prefix + raw), list)
        assert isinstance(feeds_of_page(prefix + raw, address="https://example.org/"), list)


def test_a_page_names_its_feed():
    page = b"""<link rel=alternate type="application/rss+xml" href="/feed?a=1&amp;b=2"><link href=x type=text/css>
    """
    assert feeds_of_page(page, address="https://example.org/news/") == ["https://example.org/feed?a=1&b=2"]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("title,url\nA,https://example.org/a\nB,https://example.org/b\nC,\n", 2),
        ("https://example.org/a;x\nhttps://example.org/a;y\n", 1),
        ("id\tlink\n1\thttps://example.org/a\n", 1),
        ('home,address\nhttps://example.org/,"https://example.org/a"\n', 1),
        ("\ufeffURL\r\nhttps://example.org/a\r\n", 1),
        ("a,b\n1,2\n", 0),
        ('"unclosed\n' * 3, 0),
        ("", 0),
    ],
)
def test_addresses_of_a_table(table, found):
    addresses = addresses_of_csv(table.encode())
    assert len(addresses) == found
    assert "https://example.org/" not in addresses


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("12", 12), ("Wed, 04 Mar 2026 08:01:00 GMT", 60), ("Wed, 04 Mar 2020 08:01:00 GMT", 0), ("soon", None),
     ("", None), ("\u0661", None), ("9" * 400, 999_999_999)],
)  # fmt: skip
def test_retry_after(value, seconds):
    assert retry_after(value, now=NOW) == seconds


def test_pauses_grow_and_end():
    assert [pause_before_retry(n, asked=None) for n in range(6)] == [2, 4, 8, 16, 32, 60]
    assert pause_before_retry(0, asked=60) == 60
    assert pause_before_retry(0, asked=61) is None


@given(st.text(max_size=50))
def test_no_header_is_too_strange(text):
    assert 0 <= fresh_for({"cache-control": text}) <= 86_400
    assert http_date(text) is None or http_date(text).tzinfo
    assert retry_after(text, now=NOW) is None or retry_after(text, now=NOW) >= 0
