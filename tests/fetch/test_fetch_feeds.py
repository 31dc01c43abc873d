"""Feeds: what is new in them, and the pages that they link to."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from webserver import Reply

LONG = "The ferry to Skerry runs again after the storm. " * 20


def rss(*items, extra=""):
    """A feed of items, each a pair of path and text, the newest first."""
    entries = "".join(
        f"<item><title>About {link}</title><link>{link}</link><guid isPermaLink='false'>id{link}</guid>"
        f"<pubDate>Wed, 04 Mar 2026 {23 - n % 24:02}:00:00 GMT</pubDate><description>{text}</description></item>"
        for n, (link, text) in enumerate(items)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{extra}{entries}</channel></rss>".encode()


def serve(web, *paths):
    for path in paths:
        web.answers[path] = Reply(f"<!doctype html><p>Page {path}</p>".encode(), headers={"Content-Type": "text/html"})


def test_a_feed_is_kept_with_the_pages_of_its_summaries(web, guest):
    web.answers["/feed"] = Reply(rss(("/a", "short"), ("/b", "short")))
    serve(web, "/a", "/b")
    feed, *pages = guest.get(web.url("/feed"), publisher="Island Post")
    assert (feed.outcome, feed.kind, feed.entries, feed.waiting) == ("new", "feed", 2, 0)
    assert feed.path.endswith(".xml")
    assert [(page.outcome, page.of) for page in pages] == [("new", web.url("/feed"))] * 2
    sidecars = [path for path in guest.seeds() if path.endswith(".yml")]
    assert len(sidecars) == 3
    assert all("publisher: Island Post" in (guest.root / path).read_text() for path in sidecars)


def test_pages_that_are_held_are_not_asked_for_again(web, guest):
    web.answers["/feed"] = Reply(rss(("/a", "short")))
    serve(web, "/a", "/b")
    guest.get(web.url("/feed"))
    web.answers["/feed"] = Reply(rss(("/a", "short"), ("/b", "short")))
    feed, page = guest.get(web.url("/feed"))
    assert (feed.outcome, page.address) == ("changed", web.url("/b"))
    assert web.paths == ["/feed", "/a", "/feed", "/b"]


def test_the_page_of_an_entry_that_changed_is_asked_for_again(web, guest):
    web.answers["/feed"] = Reply(rss(("/a", "short"), ("/b", "short")))
    serve(web, "/a", "/b")
    guest.get(web.url("/feed"))
    web.answers["/feed"] = Reply(rss(("/a", "corrected"), ("/b", "short")))
    web.answers["/a"] = Reply(b"<!doctype html><p>Corrected.</p>")
    _, page = guest.get(web.url("/feed"))
    assert (page.outcome, page.address) == ("changed", web.url("/a"))
    assert page.path.endswith(".r2.html")


def test_a_feed_with_the_same_entries_is_not_stored_again(web, guest):
    web.answers["/feed"] = Reply(rss(("/a", LONG * 3), extra="<lastBuildDate>today</lastBuildDate>"))
    guest.get(web.url("/feed"))
    before = guest.seeds()
    web.answers["/feed"] = Reply(rss(("/a", LONG * 3), extra="<lastBuildDate>tomorrow</lastBuildDate>"))
    assert guest.one(web.url("/feed")).outcome == "unchanged"
    assert guest.seeds() == before


def test_a_feed_says_how_long_it_is_good(web, guest):
    web.answers["/feed"] = Reply(rss(("/a", LONG * 3), extra="<ttl>30</ttl>"))
    guest.get(web.url("/feed"))
    guest.times.passed += 29 * 60
    assert guest.one(web.url("/feed")).outcome == "fresh"
    guest.times.passed += 2 * 60
    assert guest.one(web.url("/feed")).outcome == "unchanged"


@pytest.mark.parametrize(
    ("pages", "asked"), [(None, ["/short", "/cut"]), (True, ["/short", "/cut", "/full"]), (False, [])]
)
def test_which_pages_are_fetched(web, guest, pages, asked):
    web.answers["/feed"] = Reply(
        rss(("/short", "short"), ("/cut", LONG * 3 + "Read more"), ("/full", LONG * 3), ("", "no link"))
    )
    serve(web, "/short", "/cut", "/full")
    guest.get(web.url("/feed"), pages=pages)
    assert web.paths[1:] == asked


def test_of_a_feed_of_a_thousand_entries_the_newest_pages_are_fetched_and_the_rest_wait(web, guest):
    guest.settings = replace(guest.settings, pages=3)
    links = [f"/{n}" for n in range(1000)]
    web.answers["/feed"] = Reply(rss(*((link, "short") for link in links)))
    serve(web, *links)
    feed, *pages = guest.get(web.url("/feed"))
    assert (feed.entries, feed.waiting, len(pages)) == (1000, 997, 3)
    assert web.paths[1:] == ["/0", "/24", "/48"]  # those of 23 o'clock
    feed, *pages = guest.get(web.url("/feed"))
    assert (feed.outcome, feed.waiting, len(pages)) == ("unchanged", 994, 3)


def test_a_page_that_is_not_there_is_a_warning_and_asked_for_again_the_next_day(web, guest):
    web.answers["/feed"] = Reply(rss(("/gone", "short"), ("/b", "short")))
    serve(web, "/b")
    _, gone, fine = guest.get(web.url("/feed"))
    assert (gone.outcome, fine.outcome) == ("failed", "new")
    assert [(p.code, p.level) for p in gone.problems] == [("not-found", "warning")]
    guest.get(web.url("/feed"))
    assert web.paths.count("/gone") == 1
    guest.times.passed += 86_401
    guest.get(web.url("/feed"))
    assert web.paths.count("/gone") == 2


def test_what_many_pages_have_in_common_is_told_once(web, guest):
    web.answers["/feed"] = Reply(rss(*((f"/{n}", "short") for n in range(9))))
    _, *pages = guest.get(web.url("/feed"))
    (problem,) = [problem for page in pages for problem in page.problems]
    assert "8 more" in problem.message


def test_links_are_completed_by_the_address_where_the_feed_was_found(web, guest):
    web.answers["/feed"] = Reply(status=302, headers={"Location": "/deep/er/feed"})
    web.answers["/deep/er/feed"] = Reply(rss(("../a", "short")))
    serve(web, "/deep/a")
    _, page = guest.get(web.url("/feed"))
    assert page.address == web.url("/deep/a")


ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>
<entry><id>tag:1</id><title>One</title><link rel="replies" href="/no"/><link href="/a"/>
<updated>2026-03-04T08:00:00Z</updated><summary>short</summary></entry>
<entry><id>tag:2</id><title>Two</title><link rel="alternate" href="/b"/><updated>2026-03-04T07:00:00Z</updated>
<content type="html">LONG</content></entry></feed>""".replace("LONG", LONG)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": 1, "url": "/a", "summary": "short", "date_published": "2026-03-04T08:00:00Z"},
            {"id": "2", "url": "/b", "content_html": f"<p>{LONG}</p>"},
            "no item",
        ],
    }
)
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title></channel>
<item><title>One</title><link>/a</link></item>
<item><title>Two</title><link>/b</link><content:encoded><![CDATA[LONG]]></content:encoded></item></rdf:RDF>"""


@pytest.mark.parametrize("text", [ATOM, JSON_FEED, RDF.replace("LONG", LONG)])
def test_every_kind_of_feed(web, guest, text):
    web.answers["/feed"] = Reply(text.encode())
    serve(web, "/a", "/b")
    feed, *pages = guest.get(web.url("/feed"))
    assert (feed.kind, feed.entries) == ("feed", 2)
    assert [page.address for page in pages] == [web.url("/a")]


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel>",
        "<rss><channel><item><link>/a",
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><rss>&c;</rss>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><link>&x;</link></item></channel></rss>',
        "<rss>" + "<a>" * 5_000,
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 50_000,
        '{"version": "https://jsonfeed.org/version/1", "items": {}}',
    ],
)
def test_a_broken_feed_does_no_harm(web, guest, text):
    web.answers["/feed"] = Reply(text.encode(), headers={"Content-Type": "application/rss+xml"})
    feed, *pages = guest.get(web.url("/feed"))
    assert feed.outcome == "new"
    assert [page.problems[0].code for page in pages] in ([], ["not-found"])


OPML = """<opml version="2.0"><body><outline text="Islands">
<outline type="rss" text="One" xmlUrl="{one}"/><outline type="rss" text="Two" xmlURL="{two}"/>
<outline type="rss" xmlUrl="{one}"/><outline type="rss" xmlUrl="file:///etc/passwd"/></outline></body></opml>"""


def test_a_list_of_feeds_leads_to_its_feeds_and_their_pages(web, guest):
    web.answers["/list"] = Reply(OPML.format(one=web.url("/one"), two=web.url("/two")).encode())
    web.answers["/one"] = Reply(rss(("/a", "short")))
    web.answers["/two"] = Reply(rss(("/a", "short"), ("/b", LONG * 3)))
    serve(web, "/a")
    results = guest.get(web.url("/list"))
    assert [(r.kind, r.entries, r.of) for r in results if r.kind != "page"] == [
        ("list", 2, ""), ("feed", 1, web.url("/list")), ("feed", 2, web.url("/list")),
    ]  # fmt: skip
    assert sorted(web.paths) == ["/a", "/list", "/one", "/two"]
    assert [path for path in guest.seeds() if path.endswith(".opml")]


def test_a_list_in_a_list_is_not_followed(web, guest):
    web.answers["/list"] = Reply(OPML.format(one=web.url("/inner"), two=web.url("/list")).encode())
    web.answers["/inner"] = Reply(OPML.format(one=web.url("/list"), two=web.url("/deeper")).encode())
    results = guest.get(web.url("/list"))
    assert [result.kind for result in results] == ["list", "list"]
    assert web.paths == ["/list", "/inner"]
