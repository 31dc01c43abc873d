"""A file's bytes become text, and what had to be assumed is said."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.diagnostics import Level
from digest.ingest.decode import INVISIBLE, LINE_ENDS, SOFT_BREAKS, decode, tidy

TEXTS = {
    "plain UTF-8": ("Zürich".encode(), "Zürich", "utf-8", []),
    "UTF-8 with a mark": (codecs.BOM_UTF8 + "Zürich".encode(), "Zürich", "utf-8", []),
    "UTF-16, small end first": (codecs.BOM_UTF16_LE + "Zürich".encode("utf-16-le"), "Zürich", "utf-16-le", []),
    "UTF-16, big end first": (codecs.BOM_UTF16_BE + "Zürich".encode("utf-16-be"), "Zürich", "utf-16-be", []),
    "windows-1252": ("“Zürich” – 5 €".encode("cp1252"), "“Zürich” – 5 €", "windows-1252", ["encoding-assumed"]),
    "UTF-8 with one bad byte": (
        "Zürich, Köln".encode() + b"\xff.",
        "Zürich, Köln\ufffd.",
        "utf-8",
        ["unreadable-characters"],
    ),
    "nothing": (b"", "", "utf-8", []),
}


@pytest.mark.parametrize(("data", "text", "encoding", "codes"), TEXTS.values(), ids=TEXTS.keys())
def test_decode(data: bytes, text: str, encoding: str, codes: list[str]) -> None:
    found = decode(data, path="seeds/a.txt")
    assert (found.text, found.encoding) == (text, encoding)
    assert [d.code for d in found.diagnostics] == codes


def test_assumed_encoding_is_named_with_its_line() -> None:
    (problem,) = decode("First line\nZürich".encode("cp1252"), path="seeds/a.txt").diagnostics
    assert str(problem).startswith("seeds/a.txt:2: warning[encoding-assumed]: ")
    assert "windows-1252" in problem.message


@pytest.mark.parametrize("data", [b"GIF89a\x00\x01", bytes(range(32)) * 100, b"\x89PNG\r\n\x1a\n\x01\x02\x03\x04"])
def test_binary_file_is_left_out(data: bytes) -> None:
    found = decode(data, path="seeds/a.txt")
    assert found.text is None
    assert [(d.level, d.code) for d in found.diagnostics] == [(Level.WARNING, "binary-file")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2029d", "a\nb\nc\nd"),
        ("one\u2028sentence", "one sentence"),
        ("Rus\u00adsia\u200b \u202esaid\u202c\ufeff", "Russia said"),
        ("no\u00a0break, می\u200cخواهم, \u200d", "no\u00a0break, می\u200cخواهم, \u200d"),
        ("Den\u200disov, Де\u200c\u200dнисов, Auf\u200clage", "Denisov, Денисов, Auflage"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@given(st.text())
def test_tidy_leaves_nothing_to_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert not INVISIBLE.search(tidy(text))


@given(st.binary())
def test_decode_never_fails(data: bytes) -> None:
    found = decode(data, path="a")
    assert found.text is None or "\r" not in found.text


def test_nothing_that_is_tidied_is_printable() -> None:
    """So a printable text needs no look at each of these characters."""
    invisible = [ch for ch in map(chr, range(0x110000)) if INVISIBLE.match(ch)]
    breaks = "".join((*LINE_ENDS, *SOFT_BREAKS))
    assert len(invisible) > 60
    assert not [ch for ch in (*invisible, *breaks) if ch.isprintable()]
