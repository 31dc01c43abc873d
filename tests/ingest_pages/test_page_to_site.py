"""A saved page becomes an article on the site, like any other."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

from running import digest

CASES = Path(__file__).parent / "cases"


def test_page_becomes_an_article_on_the_site(project: Path) -> None:
    shutil.copy(CASES / "ferry.html", project / "seeds" / "ferry.html")
    built = digest("build", cwd=project)
    assert built.returncode == 0, built.stderr
    page = (project / "docs" / "articles" / "ferry.md").read_text(encoding="utf-8")
    assert "# Ferry crews call off strike after night of talks\n" in page
    assert "Harbour Gazette · 4 March 2026 · in the story" in page
    assert "| Author | Ada Lindqvist, Tom Marsh | stated in the page |" in page
    assert "(https://gazette.example/news/ferry-strike?id=7)" in page
    assert "a saved page, read as utf-8" in page
    checked = digest("verify", "--strict", cwd=project)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_sidecar_beats_the_page(project: Path) -> None:
    (project / "seeds" / "ferry.html.gz").write_bytes(gzip.compress((CASES / "ferry.html").read_bytes(), mtime=0))
    (project / "seeds" / "ferry.yml").write_text("publisher: Island Post\npublished: 2026-03-05\n", encoding="utf-8")
    built = digest("build", cwd=project)
    assert built.returncode == 0, built.stderr
    page = (project / "docs" / "articles" / "ferry.md").read_text(encoding="utf-8")
    assert "| Publisher | Island Post | given beside the file |" in page
    assert "| Date | 5 March 2026 | given beside the file |" in page
    assert "| Author | Ada Lindqvist, Tom Marsh | stated in the page |" in page
