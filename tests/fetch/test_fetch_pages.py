"""Pages from a real server: what is kept, under which name, and what is said where nothing can be kept."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import zlib
from dataclasses import replace

import pytest
from webserver import Reply

from digest.config.facts import Fetched, parse_facts

PAGE = b"<!doctype html><title>Ferry</title><p>The ferry to Skerry runs again.</p>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_a_page_is_kept_as_it_came_with_a_sidecar(web, guest):
    web.answers["/news/ferry?utm_source=x&id=7"] = Reply(PAGE, headers={**HTML, "ETag": '"a1"', "Set-Cookie": "a=b"})
    web.answers["/news/ferry?id=7"] = web.answers["/news/ferry?utm_source=x&id=7"]
    address = web.url("/news/ferry?utm_source=x&id=7#top")
    result = guest.one(address, publisher="Island Post")
    assert (result.outcome, result.kind, result.problems) == ("new", "page", ())
    path, sidecar = guest.seeds()
    assert path == result.path
    assert path.startswith(f"seeds/127.0.0.1-{web.port}/ferry-")
    assert path.endswith(".html")
    assert (guest.root / path).read_bytes() == PAGE
    text = (guest.root / sidecar).read_text(encoding="utf-8")
    facts, problems = parse_facts(text, path=sidecar)
    assert not problems
    assert facts.publisher == "Island Post"
    assert facts.fetched == Fetched(
        address=address,
        final=web.url("/news/ferry?id=7"),
        at=dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC),
        status=200,
        sha256=hashlib.sha256(PAGE).hexdigest(),
        content_type="text/html; charset=utf-8",
    )
    assert "etag" in text
    assert "cookie" not in text.lower()


def test_the_server_is_told_who_asks_and_gets_no_cookies_back(web, guest):
    guest.settings = replace(guest.settings, contact="desk@example.org")
    web.answers["/a"] = Reply(PAGE, headers={**HTML, "Set-Cookie": "spy=1"})
    web.answers["/b"] = Reply(PAGE, headers=HTML)
    guest.get(web.url("/a"), web.url("/b"))
    for asked in web.asked:
        assert asked.headers["user-agent"].startswith("storydigest/")
        assert asked.headers["user-agent"].endswith(" (+desk@example.org)")
        assert asked.headers["host"] == f"127.0.0.1:{web.port}"
        assert "cookie" not in asked.headers
        assert "referer" not in asked.headers


def test_redirects_are_followed_to_their_end(web, guest):
    web.answers["/old"] = Reply(status=301, headers={"Location": "/middle"})
    web.answers["/middle"] = Reply(status=302, headers={"Location": web.url("/new?a=b")})
    web.answers["/new?a=b"] = Reply(PAGE, headers=HTML)
    result = guest.one(web.url("/old"))
    assert result.outcome == "new"
    facts, _ = parse_facts((guest.root / guest.seeds()[1]).read_text(), path="x.yml")
    assert (facts.fetched.address, facts.fetched.final) == (web.url("/old"), web.url("/new?a=b"))
    assert [problem.code for problem in result.problems] == []


def test_an_address_that_moved_for_good_is_told(web, guest):
    web.answers["/old"] = Reply(status=308, headers={"Location": "/new"})
    web.answers["/new"] = Reply(PAGE, headers=HTML)
    (problem,) = guest.one(web.url("/old")).problems
    assert (problem.code, problem.level) == ("moved", "note")
    assert web.url("/new") in problem.message


def test_a_redirect_loop_is_named(web, guest):
    web.answers["/a"] = Reply(status=302, headers={"Location": "/b"})
    web.answers["/b"] = Reply(status=302, headers={"Location": "/a"})
    result = guest.one(web.url("/a"))
    assert result.problems[0].code == "redirect-loop"
    assert f"{web.url('/a')} → {web.url('/b')} → {web.url('/a')}" in result.problems[0].message


def test_too_many_redirects(web, guest):
    for n in range(10):
        web.answers[f"/{n}"] = Reply(status=302, headers={"Location": f"/{n + 1}"})
    assert guest.code(web.url("/0")) == "too-many-redirects"
    assert web.paths == [f"/{n}" for n in range(guest.settings.redirects + 1)]


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("ftp://example.org/a", "bad-address"),
        ("file:///etc/passwd", "bad-address"),
        ("http://user:secret@example.org/", "user-info"),
        ("http://:80/", "bad-address"),
        ("http://[::1", "bad-address"),
        ("http://exa mple.org/", "bad-address"),
    ],
)
def test_redirects_to_what_is_no_address(web, guest, location, code):
    web.answers["/a"] = Reply(status=302, headers={"Location": location})
    assert guest.code(web.url("/a")) == code


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(status=404), "not-found"),
        (Reply(status=410), "not-found"),
        (Reply(status=403), "forbidden"),
        (Reply(status=500), "server-error"),
        (Reply(status=418), "refused"),
        (Reply(b""), "empty"),
        (Reply(b" \n "), "empty"),
        (Reply(b"%PDF-1.7 ..."), "not-readable"),
        (Reply(b"\0\1\2\3" * 50), "not-readable"),
        (Reply(b"<p>The first half", length=1000), "cut-short"),
        (Reply(gzip.compress(PAGE)[:-12], headers={"Content-Encoding": "gzip"}), "cut-short"),
        (Reply(b"no gzip at all", headers={"Content-Encoding": "gzip"}), "packing"),
        (Reply(PAGE, headers={"Content-Encoding": "br"}), "packing"),
        (Reply(raw=[b"220 mail.example.org ESMTP\r\n\r\n"]), "no-http"),
        (Reply(raw=[b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n"]), "cut-short"),
        (Reply(raw=[b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000]), "no-http"),
        (Reply(raw=[]), "no-http"),
    ],
)
def test_nothing_is_kept_of_a_bad_answer(web, guest, reply, code):
    web.answers["/a"] = reply
    assert guest.code(web.url("/a")) == code


def test_of_a_body_longer_than_it_says_only_what_it_says_is_read(web, guest):
    web.answers["/a"] = Reply(PAGE + b"smuggled", length=len(PAGE), headers=HTML)
    result = guest.one(web.url("/a"))
    assert (guest.root / result.path).read_bytes() == PAGE


def test_a_body_without_a_length_is_read_to_its_end(web, guest):
    web.answers["/a"] = Reply(PAGE, length=False, headers=HTML)
    assert (guest.root / guest.one(web.url("/a")).path).read_bytes() == PAGE


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])),
        ("GZIP", gzip.compress(PAGE) + b"rubbish behind it"),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),  # without the header that it should have
        ("identity", PAGE),
    ],
)
def test_packed_answers_are_unpacked(web, guest, coding, packed):
    web.answers["/a"] = Reply(packed, headers={**HTML, "Content-Encoding": coding})
    assert (guest.root / guest.one(web.url("/a")).path).read_bytes() == PAGE


def test_an_endless_body_ends_at_the_limit(web, guest):
    def endless():
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        while True:
            yield b"<p>and on it goes</p>" * 500

    guest.settings = replace(guest.settings, largest=300_000)
    web.answers["/a"] = Reply(raw=endless())
    assert guest.code(web.url("/a")) == "too-large"


def test_a_gzip_bomb_is_not_unpacked(web, guest):
    guest.settings = replace(guest.settings, largest=300_000)
    bomb = gzip.compress(b"<p>" + b"0" * 100_000_000)
    assert len(bomb) < guest.settings.largest
    web.answers["/a"] = Reply(bomb, headers={**HTML, "Content-Encoding": "gzip"})
    assert guest.code(web.url("/a")) == "too-large"


@pytest.mark.parametrize(
    "first", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"]
)
def test_a_server_that_drips_is_left(web, guest, first):
    """One byte now and then, in the headers or in the body: the time for the whole answer is what counts."""
    guest.settings = replace(guest.settings, timeout=0.3)
    web.answers["/a"] = Reply(raw=[first, *(b"a" for _ in range(1000))], pause=0.02)
    assert guest.code(web.url("/a")) == "too-slow"


def test_a_server_that_says_nothing_is_left(web, guest):
    guest.settings = replace(guest.settings, timeout=0.2)
    web.answers["/a"] = Reply(raw=[b"", b""], pause=30)
    assert guest.code(web.url("/a")) == "too-slow"


def test_nobody_there(guest):
    assert guest.code("http://127.0.0.1:9/") == "no-connection"
    guest.names.known["courier.example"] = [()]
    assert guest.code("http://courier.example/") == "no-address"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("ftp://example.org/a", "bad-address"),
        ("https://", "bad-address"),
        ("https://user:secret@example.org/", "user-info"),
        ("https://example.org:0/", "bad-address"),
        ("https://example.org:99999/", "bad-address"),
        ("https://example..org/", "bad-address"),
        ("https://exa%6dple.org/", "bad-address"),
        ("https://[::1%25eth0]/", "bad-address"),
        ("https://\u2488.example.org/", "bad-address"),
    ],
)
def test_what_is_no_address_is_not_asked(guest, address, code):
    assert guest.code(address) == code


@pytest.mark.parametrize(
    ("body", "kind", "ending"),
    [
        (PAGE, "application/octet-stream", ".html"),
        (b"\xff\xfe" + "<html><p>Fähre</p>".encode("utf-16-le"), "", ".html"),
        ("<p>Fähre".encode("cp1252"), "text/html; charset=utf-8", ".html"),
        (b"<html>\0<p>The ferry\0 runs.</p>", "text/html", ".html"),
        (b"The ferry runs again.", "text/plain", ".txt"),
        (b'{"headline": "Ferry"}', "application/json", ".json"),
        (b"<?xml version='1.0'?><!-- x --><newsItem/>", "text/xml", ".xml"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n", "", ".warc"),
        (gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"), "application/gzip", ".warc.gz"),
        (gzip.compress(PAGE), "application/gzip", ".html.gz"),
        (b"From: a@example.org\r\nSubject: News\r\nDate: today\r\n\r\nHello", "text/plain", ".eml"),
    ],
)
def test_the_bytes_tell_the_kind(web, guest, body, kind, ending):
    web.answers["/a"] = Reply(body, headers={"Content-Type": kind})
    result = guest.one(web.url("/a"))
    assert result.path.endswith(f"/{result.path.rsplit('/', 1)[1].split('.')[0]}{ending}")
    assert (guest.root / result.path).read_bytes() == body
