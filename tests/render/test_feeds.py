"""The feeds are valid, say what the pages say, and are read back by digest's own reader."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from dataclasses import replace

import pytest
from lxml import etree
from render.render_stories import storm

from digest.ingest.feeds import entries_of, read_feed, read_json_feed
from digest.model import Change, ChangeKind, EditorText, Record
from digest.render.feeds import Site, feed_pages

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # RFC 3339
FIRST, LATER = dt.date(2026, 3, 1), dt.date(2026, 3, 4)
ADDED = Change(day=LATER, kind=ChangeKind.ADDED, article="post", words="Ferry sinks")
SITES = [
    Site(name="The Bay & Digest", url="https://bay.example/news", feed_id="tag:bay.example,2026-03-01:feed"),
    Site(name="The Bay & Digest"),
]


def stories():
    older = replace(storm(), id="s1", record=Record(published=FIRST, feed_id="tag:bay.example,2026-03-01:s1"))
    newer = replace(
        storm(),
        id="s2",
        slug="ferry-sinks",
        title=EditorText(text="Ferry <sinks>"),
        record=Record(published=FIRST, feed_id="tag:bay.example,2026-03-01:s2", changes=(ADDED,)),
    )
    return [older, newer, replace(storm(), id="s3", slug="not-published")]


def pages(site, found=None):
    return {page.path: page.text for page in feed_pages(stories() if found is None else found, site)}


@pytest.mark.parametrize("site", SITES)
def test_what_atom_asks_for_is_there(site):
    feed = etree.fromstring(pages(site)["feed.xml"].encode())
    assert feed.tag == f"{{{ATOM['a']}}}feed"
    for name in ("id", "title", "updated"):
        assert len(feed.findall(f"a:{name}", ATOM)) == 1, name
    assert feed.findtext("a:author/a:name", namespaces=ATOM) == "The Bay & Digest"
    assert feed.findtext("a:updated", namespaces=ATOM) == "2026-03-04T00:00:00Z"
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == 2, "a story that no build has published is in no feed"
    ids = [feed.findtext("a:id", namespaces=ATOM), *(entry.findtext("a:id", namespaces=ATOM) for entry in entries)]
    assert len(set(ids)) == 3
    assert all(re.match("[a-z]+:", one) for one in ids)
    for entry in entries:
        for name in ("id", "title", "updated", "published", "content"):
            assert len(entry.findall(f"a:{name}", ATOM)) == 1, name
        for name in ("updated", "published"):
            assert MOMENT.fullmatch(entry.findtext(f"a:{name}", namespaces=ATOM))
        assert [link.get("rel") for link in entry.findall("a:link", ATOM)] == ["alternate"]
        assert entry.find("a:content", ATOM).get("type") == "html"
    assert [entry.findtext("a:updated", namespaces=ATOM)[:10] for entry in entries] == ["2026-03-04", "2026-03-01"]


def test_links_are_whole_where_the_address_of_the_site_is_known():
    text = pages(SITES[0])["feed.xml"]
    links = re.findall(r'href="([^"]+)"', text.replace("&quot;", '"'))
    assert links
    assert all(link.startswith("https://bay.example/news/") for link in links)
    assert "https://bay.example/news/stories/ferry-sinks/" in links
    assert 'href="stories/ferry-sinks/"' in pages(SITES[1])["feed.xml"]
    assert 'href="stories/ferry-sinks.html"' in pages(Site(name="Bay", directory_urls=False))["feed.xml"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://user@evil.example/", "SITE_URL", "https://a b/"])
def test_an_address_that_cannot_be_linked_is_none(url):
    assert pages(Site(name="Bay", url=url)) == pages(Site(name="Bay"))


@pytest.mark.parametrize("name", ["feed.xml", "feed.json"])
def test_our_own_reader_reads_it_back(name):
    found = entries_of(pages(SITES[0])[name].encode())
    assert [(entry.title, entry.link) for entry in found] == [
        ("Ferry <sinks>", "https://bay.example/news/stories/ferry-sinks/"),
        ("Harbour closes as storm nears", "https://bay.example/news/stories/harbour-closes/"),
    ]
    reader = read_feed if name == "feed.xml" else read_json_feed
    contents = list(reader(io.BytesIO(pages(SITES[0])[name].encode()), path=name))
    assert [content.stated.published.value for content in contents] == [FIRST, FIRST]
    assert all("The harbour of Kilronan closed on Friday." in content.text for content in contents)


def test_both_feeds_say_the_same():
    feed = etree.fromstring(pages(SITES[0])["feed.xml"].encode())
    items = json.loads(pages(SITES[0])["feed.json"])["items"]
    for entry, item in zip(feed.findall("a:entry", ATOM), items, strict=True):
        assert entry.findtext("a:content", namespaces=ATOM) == item["content_html"]
        assert entry.findtext("a:id", namespaces=ATOM) == item["id"]
        assert entry.findtext("a:updated", namespaces=ATOM) == item["date_modified"]


def test_a_site_without_stories_has_a_feed_without_entries():
    feed = etree.fromstring(pages(SITES[1], [])["feed.xml"].encode())
    assert feed.findtext("a:updated", namespaces=ATOM) == "1980-01-01T00:00:00Z"
    assert not feed.findall("a:entry", ATOM)


def test_the_last_changes_stand_before_the_summary():
    content = json.loads(pages(SITES[0])["feed.json"])["items"][0]["content_html"]
    assert content.startswith("<p><em>Updated 4 March 2026: 1 new source</em></p>\n<p>The harbour of Kilronan closed")
