"""A saved page, a feed and an address become articles on the site, each with its headline, outlet, day and link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from running import digest, engine
from webserver import Reply, WebServer

SENTENCES = (
    "The market hall of Port Anders will be rebuilt by the autumn, the town council decided on Tuesday evening.",
    "“We will not wait another winter,” said Mayor Jonas Brekke, who had asked for a larger hall.",
    "The work will cost €2.3 million, of which the region pays half; 14 members voted for it and 3 against.",
)
HALL = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
FERRY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The crews of the island ferries called off their strike on Wednesday after eleven hours of talks.",
        "Island Lines will pay them 4.5 per cent more from April, the company said in a statement.",
        "The first ship is due to leave at six o’clock on Thursday morning, weather permitting.",
    )
)
LINKED = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry crews call off strike",
"datePublished": "2026-03-04T08:30:00+01:00", "publisher": {"name": "Harbour Gazette"}, "url": "%s"}</script>"""
FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Island Post - News</title><link>%s</link>
<item><title>Market hall to be rebuilt</title><link>%s?utm_source=rss</link><guid>hall</guid>
<pubDate>Tue, 03 Mar 2026 19:00:00 GMT</pubDate><content:encoded><![CDATA[%s]]></content:encoded></item>
<item><title>Bakers agree on flour</title><link>%s</link><guid>flour</guid>
<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>The bakers have agreed.</description></item>
</channel></rss>"""
FLOUR = """<html><head><title>Bakers agree on flour - Island Post</title></head><body><nav><a href="/">News</a></nav>
<article><h1>Bakers agree on flour</h1><p>The bakers of the town and the millers of the valley agreed on Monday on a
price for flour, after three months in which bread had been short.</p><p>A sack will cost 31 euros until the harvest,
two more than the bakers had offered, and four less than the millers had asked for.</p></article></body></html>"""


def page(title: str, body: str, head: str = "") -> bytes:
    markup = f"<html lang='en'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article>"
    return f"{markup}</body></html>".encode()


@pytest.fixture
def project(tmp_path: Path, web: WebServer) -> Path:
    assert digest("init", "home", cwd=tmp_path).returncode == 0
    home = tmp_path / "home"
    (home / "digest.yml").write_text("fetch:\n  delay: 0\n  retries: 0\n  allow: [127.0.0.1]\n", encoding="utf-8")
    feed = FEED % (web.url("/"), web.url("/hall"), HALL * 3, web.url("/flour"))
    web.answers["/feed"] = Reply(feed.encode(), headers={"Content-Type": "application/rss+xml"})
    web.answers["/flour"] = Reply(FLOUR.encode(), headers={"Content-Type": "text/html"})
    hall = page("Port Anders rebuilds its market hall", HALL, "<meta property='og:site_name' content='The Tide'>")
    web.answers["/tide"] = Reply(hall, headers={"Content-Type": "text/html; charset=utf-8"})
    gazette = "https://gazette.example/ferry"
    saved = page("Ferry crews call off strike", FERRY, LINKED % gazette)
    (tmp_path / "saved.html").write_bytes(saved)
    return home


def facts(home: Path) -> dict[str, tuple[str, str, str]]:
    """Of each article's page the headline, with outlet, day and link."""
    found = {}
    for path in (home / "docs" / "articles").glob("*.md"):
        text = path.read_text(encoding="utf-8").replace("&#46;", ".").replace("&#58;", ":")
        headline, line = re.search(r"\n# (.*)\n\n(.*?) · in the story", text).groups()
        link = re.search(r"\| Address \| \[original article\]\((.*?)\)", text)[1]
        found[headline] = (*line.split(" · "), link)
    return found


def test_from_a_file_a_feed_and_an_address_to_the_site(project: Path, web: WebServer) -> None:
    run = digest("add", "../saved.html", web.url("/feed"), web.url("/tide"), "--follow", cwd=project)
    assert run.returncode == 0, run.stderr
    assert digest("build", "--strict", cwd=project).returncode == 0
    assert facts(project) == {
        "Ferry crews call off strike": ("Harbour Gazette", "4 March 2026", "https://gazette.example/ferry"),
        "Market hall to be rebuilt": ("Island Post", "3 March 2026", web.url("/hall")),
        "Bakers agree on flour": ("Island Post", "2 March 2026", web.url("/flour")),
        "Port Anders rebuilds its market hall": ("The Tide", "no date given", web.url("/tide")),
    }
    stories = sorted(path.stem for path in (project / "docs" / "stories").glob("*.md"))
    assert len(stories) == 3  # the hall is told by two outlets
    assert digest("verify", cwd=project).returncode == 0
    assert engine("mkdocs", "build", "--strict", cwd=project).returncode == 0
    site = "".join(path.read_text(encoding="utf-8") for path in (project / "site" / "stories").rglob("*.html"))
    assert "We will not wait another winter" in site
    assert web.url("/tide") in site


def test_a_corrected_article_is_a_revision_beside_the_old_one(project: Path, web: WebServer) -> None:
    assert digest("add", web.url("/tide"), cwd=project).returncode == 0
    web.answers["/tide"] = Reply(page("Port Anders rebuilds its market hall", HALL.replace("2.3", "2.8")))
    assert digest("add", "--again", web.url("/tide"), cwd=project).stdout.split()[0] == "changed"
    assert digest("build", "--strict", "--pages-only", cwd=project).returncode == 0
    (article,) = (project / "docs" / "articles").glob("*.md")
    text = article.read_text(encoding="utf-8")
    assert "€2.8 million" in text
    assert "an earlier version, SHA-256" in text
