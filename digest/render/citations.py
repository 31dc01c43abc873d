"""Print words of an article together with the link to their sentence.

A claim is its text, or its text in “ ” marks, directly followed by its citations:
`TEXT [[2]](../articles/x.md#sentence-5)`. The number is the article's in the story; the anchor is the sentence that
holds the first character, counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from digest.model import Excerpt, Page, Span, Story
from digest.render.escape import Markdown, escape, visible_text
from digest.render.links import article_page

REPORTS_TOO = "reports this too"
"""Title of a citation whose sentence supports the text without repeating it word for word."""

_CITATION = re.compile(r"\]\((?:\.\./)?articles/([^()#\s]+)\.md#sentence-([0-9]+)")


def cite(
    excerpts: Excerpt | Iterable[Excerpt],
    story: Story,
    *,
    also: Iterable[Excerpt] = (),
    up: str = "",
    strong: bool = False,
) -> Markdown:
    """Print a text with its citations; further excerpts of the same text add their citation only.

    `also` holds sentences that report this, most in other words. `up` leads from the page to `docs/`: "" or "../".
    """
    first, *rest = [excerpts] if isinstance(excerpts, Excerpt) else list(excerpts)
    marks = [mark(e, story, up=up) for e in (first, *rest)]
    marks += [mark(e, story, up=up, title="" if _same(e, first) else REPORTS_TOO) for e in also]
    text = Markdown(f"**{escape(first.text)}**") if strong else escape(first.text)
    return Markdown(" ").join([text, *_once(marks)])


def quote(
    excerpts: Excerpt | Iterable[Excerpt], story: Story, *, also: Iterable[Excerpt] = (), up: str = ""
) -> Markdown:
    """Print a text in quotation marks with its citations. A comma before the closing mark is left out."""
    whole = [excerpts] if isinstance(excerpts, Excerpt) else list(excerpts)
    first, *rest = [without_comma(e) for e in whole]
    marks = [mark(e, story, up=up) for e in (first, *rest)]
    marks += [mark(e, story, up=up, title=REPORTS_TOO) for e in also]
    return Markdown(" ").join([Markdown(f"“{escape(first.text)}”"), *_once(marks)])


def mark(excerpt: Excerpt, story: Story, *, up: str = "", title: str = "") -> Markdown:
    """Print a citation alone: `[[2]](../articles/x.md#sentence-5)`."""
    number = story.number(excerpt.span.article_id)
    article = story.articles[number - 1]
    anchor = f"{up}{article_page(article.id)}#sentence-{article.sentence_at(excerpt.span.start) + 1}"
    shown = f' "{title}"' if title else ""
    return Markdown(f"[[{number}]]({anchor}{shown})")


def reported(excerpts: Iterable[Excerpt], story: Story, *, up: str = "") -> Markdown:
    """Print only the citations of sentences that report what stands elsewhere on the page, as in a cell of a table."""
    return Markdown(" ").join(_once(mark(e, story, up=up, title=REPORTS_TOO) for e in excerpts))


def without_comma(excerpt: Excerpt) -> Excerpt:
    """Cut off the comma that belongs to the reporter's sentence: `we will,` said X."""
    text = excerpt.text.rstrip().removesuffix(",")
    span = excerpt.span
    return Excerpt(span=Span(article_id=span.article_id, start=span.start, end=span.start + len(text)), text=text)


def cited_sentences(pages: Iterable[Page]) -> Mapping[str, frozenset[int]]:
    """Which sentences the pages cite, counted from 0, by the article's name in addresses."""
    found: dict[str, set[int]] = {}
    for page in pages:
        for name, number in _CITATION.findall(page.text):
            found.setdefault(name, set()).add(int(number) - 1)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _same(one: Excerpt, other: Excerpt) -> bool:
    return visible_text(one.text) == visible_text(other.text)


def _once(marks: Iterable[Markdown]) -> list[Markdown]:
    """Drop a citation that is there already; the first, exact one stays."""
    seen: dict[str, Markdown] = {}
    for one in marks:
        seen.setdefault(one.split("](")[1].split(" ")[0].rstrip(")"), one)
    return list(seen.values())
