"""The site's feeds: the stories with their summaries, sources and last changes, as Atom and as JSON Feed."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Page, Story
from digest.render.feeds.atom import ATOM, atom
from digest.render.feeds.entries import entries_of
from digest.render.feeds.jsonfeed import JSON, json_feed
from digest.render.feeds.site import Site

__all__ = ["ATOM", "JSON", "Site", "feed_pages"]


def feed_pages(stories: Sequence[Story], site: Site) -> tuple[Page, ...]:
    """Both feeds, of the stories that were published."""
    entries = entries_of(stories, site)
    return (Page(path=ATOM, text=atom(entries, site)), Page(path=JSON, text=json_feed(entries, site)))
