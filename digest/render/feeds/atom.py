"""Write the Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from digest.render.escape import visible_text
from digest.render.feeds.entries import FeedStory, moment
from digest.render.feeds.site import Site

ATOM = "feed.xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
NEVER = dt.date(1980, 1, 1)
"""The day of a feed in which nothing stands: a feed must have one, and the clock's would be another every time."""


def atom(entries: Sequence[FeedStory], site: Site) -> str:
    """The feed as XML. Where the site's address is not known, links go from the feed's own place on."""
    name = visible_text(site.name) or "Stories"
    feed = Element("feed", {"xmlns": NAMESPACE})
    SubElement(feed, "title").text = name
    SubElement(feed, "id").text = site.feed_id or uuid5(NAMESPACE_URL, name).urn
    SubElement(feed, "updated").text = moment(max((entry.updated for entry in entries), default=NEVER))
    SubElement(SubElement(feed, "author"), "name").text = name
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{site.base}{ATOM}"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": site.base or "./"})
    SubElement(feed, "generator").text = "digest"
    for entry in entries:
        _entry(feed, entry)
    indent(feed, space=" ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(feed: Element, entry: FeedStory) -> None:
    found = SubElement(feed, "entry")
    SubElement(found, "title").text = entry.title
    SubElement(found, "id").text = entry.id
    SubElement(found, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
    SubElement(found, "published").text = moment(entry.published)
    SubElement(found, "updated").text = moment(entry.updated)
    SubElement(found, "content", {"type": "html"}).text = entry.content
