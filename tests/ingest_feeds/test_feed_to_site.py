"""A feed among the articles becomes pages of the site, like any other article."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

from ingest_feeds.feeding import CASES
from running import digest

from digest.ingest import read_seeds
from digest.model import VersionKind


def test_entries_become_articles_on_the_site(project: Path) -> None:
    shutil.copy(CASES / "weblog.xml", project / "seeds" / "lane.xml")
    built = digest("build", cwd=project)
    assert built.returncode == 0, built.stderr
    assert "note[titles-only]: 1 entry holds nothing but a title, and no article" in built.stdout + built.stderr
    pages = {page.stem: page.read_text(encoding="utf-8") for page in (project / "docs" / "articles").glob("lane-*.md")}
    assert len(pages) == 2
    (page,) = (text for text in pages.values() if "Canal reopens" in text)
    assert "# Canal reopens after ‘worst leak in decades’\n" in page
    assert "Mill Lane Post · 4 March 2026 · in the story" in page
    assert "| Author | Ada Lindqvist | stated in the feed |" in page
    assert "(https://milllanepost.example/2026/03/04/canal/)" in page
    assert "entry 1 of the feed" in page
    checked = digest("verify", "--strict", cwd=project)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_an_entry_keeps_its_id_when_the_feed_grows(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    data = (CASES / "weblog.xml").read_bytes()
    (seeds / "lane.xml.gz").write_bytes(gzip.compress(data, mtime=0))
    before = {article.id for article in read_seeds(tmp_path).articles}
    new = b"<item><title>New</title><guid>new</guid><description>A new entry stands at the top.</description></item>"
    (seeds / "lane.r2.xml.gz").write_bytes(gzip.compress(data.replace(b"<item>", new + b"<item>", 1)))
    after = read_seeds(tmp_path).articles
    assert len(after) == 3
    assert before < {article.id for article in after}


def test_an_entry_whose_page_is_here_as_well_is_one_article_with_it(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    shutil.copy(CASES / "weblog.xml", seeds / "lane.xml")
    body = (
        "<p>The upper lock holds again, the canal office said on Wednesday, after nine days of waiting boats.</p>" * 3
    )
    page = f"<html><head><link rel=canonical href=https://milllanepost.example/2026/03/04/canal/></head><body>{body}</body></html>"
    (seeds / "canal.html").write_text(page, encoding="utf-8")
    found = {article.id: article for article in read_seeds(tmp_path).articles}
    assert len(found) == 2
    assert [version.kind for version in found["canal"].versions] == [VersionKind.FEED_ENTRY]
    assert found["canal"].published is not None
