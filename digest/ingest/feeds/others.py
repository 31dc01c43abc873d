"""Say what an XML file is that is no feed, and what to do with it."""

from __future__ import annotations

from digest.ingest.broken import BrokenFileError

FEEDS = frozenset({"rss", "feed", "rdf", "channel"})
# The outermost elements of other XML, in lower case and without a prefix: what it is, and the way out.
OTHERS = {
    "html": ("a web page", "give it a name that ends in .xhtml or .html"),
    "opml": ("a list of feeds (OPML)", "give it a name that ends in .opml"),
    "urlset": ("a sitemap", "it lists addresses and holds no articles"),
    "sitemapindex": ("a list of sitemaps", "it lists addresses and holds no articles"),
    "newsml": ("NewsML", "export the articles as HTML, JSON or text"),
    "newsitem": ("NewsML-G2", "export the articles as HTML, JSON or text"),
    "newsmessage": ("NewsML-G2", "export the articles as HTML, JSON or text"),
    "packageitem": ("NewsML-G2", "export the articles as HTML, JSON or text"),
    "nitf": ("NITF", "export the articles as HTML, JSON or text"),
    "article": ("an article in JATS or another format of its own", "export it as HTML or text"),
    "mediawiki": ("an export of a wiki", "save its pages as HTML or text"),
    "svg": ("a picture (SVG)", ""),
    "plist": ("a property list", ""),
    "envelope": ("a SOAP message", ""),
}


def no_feed(root: str) -> BrokenFileError:
    """The problem that a file is no feed, by the name of its outermost element."""
    name = root.rpartition(":")[2].lower()
    if not name:
        return BrokenFileError("not-a-feed", "this file holds no XML")
    if name in FEEDS:
        return BrokenFileError("no-entries", "this feed has no entries")
    what, hint = OTHERS.get(name, (f"XML of another kind (<{root[:40]}>)", ""))
    return BrokenFileError("not-a-feed", f"this file is {what}, not a feed", hint=hint)
