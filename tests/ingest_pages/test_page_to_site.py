"""A saved page becomes an article on the site, like any other."""

from __future__ import annotations

import datetime as dt
import gzip
import shutil
from pathlib import Path

from running import digest

from digest.clean import clean_article
from digest.ingest import read_seeds
from digest.model import Known, Origin, Publisher

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
    assert "a web page, read as utf-8" in page
    checked = digest("verify", "--strict", cwd=project)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_sidecar_beats_the_page(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "ferry.html.gz").write_bytes(gzip.compress((CASES / "ferry.html").read_bytes(), mtime=0))
    (seeds / "ferry.yml").write_text("publisher: Island Post\npublished: 2026-03-05\n", encoding="utf-8")
    found = read_seeds(tmp_path)
    assert found.diagnostics == ()
    (article,) = found.articles
    assert article.id == "ferry"
    assert article.publisher == Known(value="Island Post", origin=Origin.SIDECAR)
    assert article.published == Known(value=dt.date(2026, 3, 5), origin=Origin.SIDECAR)
    assert article.author == Known(value="Ada Lindqvist, Tom Marsh", origin=Origin.PAGE)
    assert article.language == Known(value="en", origin=Origin.PAGE)


def test_a_listed_publisher_is_known_by_the_address(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    shutil.copy(CASES / "ferry.html", tmp_path / "seeds")
    (raw,) = read_seeds(tmp_path).articles
    listed = Publisher(id="gazette", name="The Gazette", home="https://gazette.example/")
    assert clean_article(raw, publishers=(listed,)).publisher == Known(value=listed, origin=Origin.PAGE)
