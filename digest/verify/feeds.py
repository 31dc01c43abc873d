"""Check the feeds: what they say of a story stands on its page, and in the sentence to which they lead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from digest.diagnostics import Diagnostic, Location, error
from digest.model import Article
from digest.render import visible_text
from digest.render.feeds import JSON
from digest.render.feeds.atom import NAMESPACE
from digest.verify.claims import Claim, read_page
from digest.verify.pages import stands

PLACE = re.compile(
    r".*\barticles/([a-z0-9_-]+)(?:/|\.html)#sentence-(\d{1,9})"
)  # "https://n.example/articles/x/#sentence-7"
STORY = re.compile(r".*\bstories/([a-z0-9-]+)(?:/|\.html)")
LARGEST = 50_000_000  # characters; a feed of ours holds fifty stories
REBUILD = "the feed was changed after the build, or the articles were; run `digest build`"


def check_feed(
    text: str, *, path: str, shown: str, articles: Mapping[str, Article], pages: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Check a feed's claims against the articles, and against the pages of the stories that it leads to."""
    place = Location(path=shown)
    try:
        entries = list(_json_entries(text) if path == JSON else _atom_entries(text))
    except (ElementTree.ParseError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        yield error("broken-feed", f"the feed cannot be read ({problem})", location=place, hint=REBUILD)
        return
    for address, content in entries:
        story = STORY.fullmatch(address)
        page = pages.get(f"stories/{story[1]}.md") if story else None
        if page is None:
            yield error("broken-feed", f"an entry leads to no story: {address[:200]}", location=place, hint=REBUILD)
            continue
        on_page = {(visible_text(c.text), c.article_id, c.sentence) for c in read_page(page).claims}
        for claim in feed_claims(content):
            article = articles.get(claim.article_id)
            known = article is not None and 1 <= claim.sentence <= len(article.sentences)
            if (claim.text, claim.article_id, claim.sentence) not in on_page:
                yield _miss(claim, place, "does not stand on the story's page")
            elif claim.verbatim and not (known and article and stands(claim.text, article, claim.sentence - 1)):
                yield _miss(claim, place, f"does not stand in sentence {claim.sentence} of {claim.article_id}")


def feed_claims(content: str) -> tuple[Claim, ...]:
    """What the HTML of an entry says, with the sentences that it cites for it: the first of them holds the words."""
    reader = _Reader()
    reader.feed(content)
    reader.close()
    return tuple(reader.claims)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.claims: list[Claim] = []
        self._text = ""
        self._cited = 0
        self._in_link = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, or note what a link cites."""
        if tag == "p":
            self._text, self._cited = "", 0
        place = PLACE.fullmatch(dict(attrs).get("href") or "") if tag == "a" else None
        self._in_link = tag == "a"
        if place:
            text = visible_text(self._text)
            verbatim = not self._cited
            self._cited += 1
            self.claims.append(Claim(text=text, article_id=place[1], sentence=int(place[2]), line=0, verbatim=verbatim))

    def handle_endtag(self, tag: str) -> None:
        """Leave a link."""
        if tag == "a":
            self._in_link = False

    def handle_data(self, data: str) -> None:
        """Gather the words before the links."""
        if not self._in_link:
            self._text += data


def _atom_entries(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > LARGEST or "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("it is none of digest's")
    name = f"{{{NAMESPACE}}}"
    for entry in ElementTree.fromstring(text).iter(f"{name}entry"):  # noqa: S314 - no entities are declared
        link, content = entry.find(f"{name}link"), entry.find(f"{name}content")
        yield (link.get("href", "") if link is not None else ""), (content.text or "" if content is not None else "")


def _json_entries(text: str) -> Iterator[tuple[str, str]]:
    data: Any = json.loads(text)
    for item in data["items"]:
        yield str(item["url"]), str(item["content_html"])


def _miss(claim: Claim, place: Location, what: str) -> Diagnostic:
    return error("unsupported-claim", f"“{claim.text[:300]}” {what}", location=place, hint=REBUILD)
