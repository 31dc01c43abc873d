"""Wrong decodings are undone, and nothing else is touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.diagnostics import Level
from digest.ingest import read_seeds
from digest.ingest.decode import decode
from digest.ingest.mojibake import MARKER, mended
from digest.ingest.pages import read_page

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "mojibake.yml").read_text(encoding="utf-8"))
MIXED = st.lists(
    st.text(max_size=12)
    | st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace").decode("latin-1"))
    | st.text("éà–’“€ßñж あ", max_size=8).map(lambda text: text.encode().decode("cp1252", "ignore")),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(("saved", "meant"), CASES)
def test_mended(saved: str, meant: str) -> None:
    assert mended(saved).text == meant
    assert (mended(saved).repairs > 0) == (saved != meant)


@given(MIXED)
def test_mending_is_final_and_keeps_the_lines(text: str) -> None:
    once = mended(text)
    assert mended(once.text).text == once.text
    assert once.text.count("\n") == text.count("\n")
    assert [c for c in once.text if c.isascii()] == [c for c in text if c.isascii()]


@given(st.text(max_size=200).filter(lambda text: not MARKER.search(text)))
def test_text_without_signs_is_not_touched(text: str) -> None:
    assert mended(text) == (text, 0, 0)


def test_it_is_said_where(tmp_path: Path) -> None:
    data = "Storm\n\nThe crew donâ€™t sail.\nâ€“ Ann Poe".encode()
    (problem,) = decode(data, path="seeds/a.txt").diagnostics
    assert (problem.level, problem.code) == (Level.NOTE, "encoding-mended")
    assert str(problem).startswith("seeds/a.txt:3: note[encoding-mended]: 2 groups of letters were saved")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(data)
    (article,) = read_seeds(tmp_path).articles
    assert article.text == "Storm\n\nThe crew don’t sail.\n– Ann Poe"


def test_a_page_is_mended_before_it_is_read() -> None:
    text = "<p>The crew donâ€™t sail before Thursday, the operator said, and the islands wait for bread.</p>" * 4
    content = read_page(f"<html><body><h1>Ã‰ire</h1><article>{text}</article></body></html>".encode(), path="a.html")
    assert content.text is not None
    assert "don’t" in content.text
    assert content.stated.title is not None
    assert content.stated.title.value == "Éire"
    assert [d.code for d in content.diagnostics] == ["encoding-mended"]


def test_a_sound_text_needs_no_library() -> None:
    code = "import sys; from digest.ingest.decode import decode; decode('café – “é”'.encode(), path='a'); "
    subprocess.run([sys.executable, "-c", code + "assert 'ftfy' not in sys.modules"], check=True, timeout=60)


def test_a_long_text_full_of_it_is_mended_in_bounded_steps() -> None:
    text = "donâ€™t\n" * 100_000 + "â€™" * 100_000
    assert mended(text).repairs > 50_000
