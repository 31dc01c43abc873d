"""Find a page's standfirst: the short text under the headline that the page also gives as its description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from digest.ingest.decode import tidy

WORD = re.compile(r"\w+")
# "standfirst", "article__deck", "article-sub-headline", "post__title__excerpt", "article-header__subtitle"
CALLED = re.compile(
    r"(?:^|[ _-])(?:standfirst|dek|deck|strap-?line|kicker|sub-?(?:line|head|title|heading|headline)|excerpt|summary"
    r"|tagline|heading-des\w*)(?:[ _-]|$)",
    re.IGNORECASE,
)
HEADINGS = ("h2", "h3", "h4")
SHORTEST, LONGEST = 4, 60  # words
MOST = 400  # characters


def standfirst_of(tree: HtmlElement, *, descriptions: Sequence[str]) -> str | None:
    """The text of the first element that says what the page's description says, and by its name or rank is no
    paragraph. Many a page describes itself with its first paragraph: that one stays in the article."""
    known = {bare for text in descriptions if (bare := _bare(text))}
    if not known:
        return None
    for element in tree.iter("p", "div", "span", *HEADINGS):
        if element.tag not in HEADINGS and not CALLED.search((element.get("class") or "")[:MOST]):
            continue
        text = " ".join(tidy(_start(element)).split())
        if SHORTEST <= len(WORD.findall(text)) <= LONGEST and _bare(text) in known:
            return text
    return None


def _start(element: HtmlElement) -> str:
    """An element's text, or, where it is long, more of it than a standfirst has."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part.strip())
        if size > 2 * MOST:
            break
    return "".join(parts)


def _bare(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))
