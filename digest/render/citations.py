"""Print words of an article together with the link to their sentence.

A claim is its text, or its text in “ ” marks, directly followed by its citations:
`TEXT [[2]](../articles/x.md#sentence-5)`. The number is the article's in the story; the anchor is the sentence that
holds the first character, counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Protocol

from digest.language.quoting import ends_in_marks
from digest.model import Article, Excerpt, MachineSentence, Page, Span
from digest.render.escape import Markdown, escape, escape_inside, escape_part, visible_text
from digest.render.links import article_page

REPORTS_TOO = "reports this too"
"""Title of a citation whose sentence supports the text without repeating it word for word."""

MAY_REPORT = "may report this"
"""Title of a citation whose sentence tells something near, so that nobody can be sure whether it is the same."""

MACHINE = "a machine's words for this"
"""Title of a citation whose sentence a machine put into other words; what it wrote stands before the citation."""

IN_MARKS = "the words in quotation marks"
"""Title of a citation that answers for the words in quotation marks right before it, and for nothing before them."""

GOES_ON = "the words go on here"
"""Title of a citation whose sentence holds the rest of the words of the one before it."""

COUNTED = "counted here"
"""Title of a citation whose sentence holds something that was counted."""

_CITATION = re.compile(r"\]\((?:\.\./)?articles/([^()#\s]+)\.md#sentence-([0-9]+)")


class Numbered(Protocol):
    """What gives articles their numbers on a page: a story, or another list of articles."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the order of their numbers."""

    def number(self, article_id: str) -> int:
        """An article's number, from 1."""


def cite(  # noqa: PLR0913 - what is cited, and how it is printed
    excerpts: Excerpt | Iterable[Excerpt],
    story: Numbered,
    *,
    also: Iterable[Excerpt] = (),
    up: str = "",
    strong: bool = False,
    to: str = "",
) -> Markdown:
    """Print a text with its citations; further excerpts of the same text add their citation only.

    `also` holds sentences that report this, most in other words. `up` leads from the page to `docs/`: "" or "../".
    The text itself links `to` a page of ours, if one is given.
    """
    first, *rest = [excerpts] if isinstance(excerpts, Excerpt) else list(excerpts)
    marks = _marks(first, (*rest, *also), story, up=up)
    text = Markdown(f"**{escape(first.text)}**") if strong else escape(first.text)
    shown = Markdown(f"[{text}]({to})") if to else text
    return Markdown(" ").join([shown, *_once(marks)])


def cite_each(excerpt: Excerpt, story: Numbered, *, also: Iterable[Excerpt] = (), up: str = "") -> Markdown:
    """Print a stretch of sentences, each with its own citation, so that what is quoted leads to where it stands.

    Nothing is put between two sentences of one quotation.
    """
    article = story.articles[story.number(excerpt.span.article_id) - 1]
    start, end = excerpt.span.start, excerpt.span.end
    first, last = article.sentence_at(start), article.sentence_at(max(start, end - 1))
    starts = [article.sentences[index].start for index in range(first + 1, last + 1)]
    cuts = [start, *(at for at in starts if not ends_in_marks(article.text[start:at])), end]
    parts = [article.excerpt(a, b) for a, b in pairwise(cuts)]
    *led, own = [article.excerpt(e.span.start, e.span.start + len(e.text.rstrip())) for e in parts]
    return Markdown(" ").join([*(cite(e, story, up=up) for e in led), cite(own, story, also=also, up=up)])


def quote(
    excerpts: Excerpt | Iterable[Excerpt], story: Numbered, *, also: Iterable[Excerpt] = (), up: str = ""
) -> Markdown:
    """Print a text in quotation marks with its citations. A comma before the closing mark is left out."""
    whole = [excerpts] if isinstance(excerpts, Excerpt) else list(excerpts)
    first, *rest = [without_comma(e) for e in whole]
    marks = [*_marks(first, rest, story, up=up), *_going_on(first, story, up=up)]
    marks += [mark(e, story, up=up, title=REPORTS_TOO) for e in also]
    return Markdown(" ").join([Markdown(f"“{escape(first.text)}”"), *_once(marks)])


def machine(sentence: MachineSentence, story: Numbered, *, up: str = "") -> Markdown:
    """Print a machine's sentence with the citations that it rests on."""
    marks = [mark(e, story, up=up, title=MACHINE) for e in sentence.cites]
    return Markdown(" ").join([escape(sentence.text), *_once(marks)])


def marked_quote(
    excerpts: Iterable[Excerpt], story: Numbered, *, marks: Iterable[Excerpt] = (), up: str = ""
) -> Markdown:
    """Print a text like `quote`, with some of its words in bold type: `marks` are excerpts that lie within it."""
    first, *rest = [without_comma(e) for e in excerpts]
    shown, done = Markdown(""), first.span.start
    for inner in marks:
        if first.span.covers(inner.span) and inner.span.start >= done and visible_text(inner.text):
            shown += escape_part(first.text[done - first.span.start : inner.span.start - first.span.start])
            shown += Markdown(f"**{escape_inside(visible_text(inner.text))}**")
            done = inner.span.end
    shown += escape_part(first.text[done - first.span.start :])
    cited = _once([*_marks(first, rest, story, up=up), *_going_on(first, story, up=up)])
    return Markdown(" ").join([Markdown("“") + shown + Markdown("”"), *cited])


def words(excerpt: Excerpt, story: Numbered, *, up: str = "") -> Markdown:
    """Print words in quotation marks within a sentence of our own; their citation says that it is for these alone."""
    return Markdown(f"“{escape(excerpt.text)}” {mark(excerpt, story, up=up, title=IN_MARKS)}")


def opening(
    excerpt: Excerpt, story: Numbered, *, also: Iterable[Excerpt] = (), cut: bool = True, up: str = ""
) -> Markdown:
    """Print the first words of a sentence that stands elsewhere on the page: “The mayor of Melk …”."""
    marks = [mark(excerpt, story, up=up, title=IN_MARKS), *(mark(e, story, up=up, title=REPORTS_TOO) for e in also)]
    return Markdown(" ").join([Markdown(f"“{escape(excerpt.text)}{' …' if cut else ''}”"), *_once(marks)])


def counted(text: str, excerpts: Iterable[Excerpt], story: Numbered, *, up: str = "") -> Markdown:
    """Print a count of our own, and the sentences that hold what was counted."""
    return Markdown(" ").join([escape(text), *_once([mark(e, story, up=up, title=COUNTED) for e in excerpts])])


def mark(excerpt: Excerpt, story: Numbered, *, up: str = "", title: str = "") -> Markdown:
    """Print a citation alone: `[[2]](../articles/x.md#sentence-5)`."""
    number = story.number(excerpt.span.article_id)
    article = story.articles[number - 1]
    anchor = f"{up}{article_page(article.id)}#sentence-{article.sentence_at(excerpt.span.start) + 1}"
    shown = f' "{title}"' if title else ""
    return Markdown(f"[[{number}]]({anchor}{shown})")


def reported(excerpts: Iterable[Excerpt], story: Numbered, *, unsure: bool = False, up: str = "") -> Markdown:
    """Print only the citations of sentences that report what stands elsewhere on the page, as in a cell of a table.

    Of `unsure` ones nobody can say whether they do.
    """
    title = MAY_REPORT if unsure else REPORTS_TOO
    return Markdown(" ").join(_once(mark(e, story, up=up, title=title) for e in excerpts))


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


def _marks(first: Excerpt, others: Iterable[Excerpt], story: Numbered, *, up: str) -> list[Markdown]:
    """The citation of what is shown, and those of others; one that differs, if by a capital letter, says so."""
    titled = ((e, "" if _same(e, first) else REPORTS_TOO) for e in others)
    return [mark(first, story, up=up), *(mark(e, story, up=up, title=title) for e, title in titled)]


def _going_on(excerpt: Excerpt, story: Numbered, *, up: str) -> Iterable[Markdown]:
    """The citations of the further sentences over which quoted words go on, so that a reader finds all of them."""
    article = story.articles[story.number(excerpt.span.article_id) - 1]
    start, end = excerpt.span.start, excerpt.span.end
    for index in range(article.sentence_at(start) + 1, article.sentence_at(max(start, end - 1)) + 1):
        at = article.sentences[index].start
        yield mark(article.excerpt(at, end), story, up=up, title=GOES_ON)


def _same(one: Excerpt, other: Excerpt) -> bool:
    return visible_text(one.text) == visible_text(other.text)


def _once(marks: Iterable[Markdown]) -> list[Markdown]:
    """Drop a citation that is there already; the first, exact one stays."""
    seen: dict[str, Markdown] = {}
    for one in marks:
        seen.setdefault(one.split("](")[1].split(" ")[0].rstrip(")"), one)
    return list(seen.values())
