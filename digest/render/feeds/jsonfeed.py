"""Write the same as JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from digest.render.escape import visible_text
from digest.render.feeds.entries import FeedStory, moment
from digest.render.feeds.site import Site

JSON = "feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(entries: Sequence[FeedStory], site: Site) -> str:
    """The feed as JSON."""
    whole = {"home_page_url": site.base, "feed_url": f"{site.base}{JSON}"} if site.base else {}
    data = {
        "version": VERSION,
        "title": visible_text(site.name) or "Stories",
        **whole,
        "items": [
            {
                "id": entry.id,
                "url": entry.address,
                "title": entry.title,
                "content_html": entry.content,
                "date_published": moment(entry.published),
                "date_modified": moment(entry.updated),
            }
            for entry in entries
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
