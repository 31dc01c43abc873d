"""Find the news agency that an article's text comes from, by what the article says around its text.

"OSLO (AP) — The harbour …"              -> the Associated Press, the whole text, in the dateline
"By Jane Roe, Reuters"                   -> Reuters, the whole text, in the byline
"Reuters contributed to this report."    -> Reuters, a part of the text, in a note
"…, Reuters reported."                   -> nothing: that is what the article heard, not where its text is from
"(AP Photo/Jane Roe)"                    -> nothing: that is a picture
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from digest.cluster.origins.agency_shapes import Found, shapes
from digest.model import AgencyCredit, AgencySign, Article, Block, BlockKind, LineReason

LONGEST = 300  # characters of a line that is looked at from its start, or from its end
LONGEST_NOTE = 40  # words of a note
EDGE = 3  # paragraphs at the end of an article that may be notes
SIGNS = tuple(AgencySign)
# Where furniture of the page stands, or a picture: nothing there is about the article's text.
ELSEWHERE = frozenset(
    {
        LineReason.CAPTION,
        LineReason.CREDIT,
        LineReason.RELATED,
        LineReason.VIDEO_TITLE,
        LineReason.ELSEWHERE,
        LineReason.NAVIGATION,
        LineReason.TAG,
        LineReason.ADVERT,
    }
)


class Edges(NamedTuple):
    """Between which lines of the file the body stands."""

    first: int
    last: int


def agency_credits(article: Article) -> tuple[AgencyCredit, ...]:
    """The agencies that an article names as sources of its text, each once, by its surest sign."""
    best: dict[str, AgencyCredit] = {}
    for credit in _all(article):
        known = best.get(credit.agency)
        if known is None or _rank(credit) < _rank(known):
            best[credit.agency] = credit
    return tuple(best[name] for name in sorted(best))


def _rank(credit: AgencyCredit) -> tuple[bool, int]:
    return not credit.whole, SIGNS.index(credit.sign)


def _all(article: Article) -> Iterator[AgencyCredit]:
    if article.publisher:
        known = shapes().named(article.publisher.value.name)
        if known:
            yield AgencyCredit(article_id=article.id, agency=known, sign=AgencySign.PUBLISHER, whole=True)
    if article.author:
        for found in shapes().byline(article.author.value[:LONGEST]):
            yield _credit(article, found, AgencySign.BYLINE, article.author.value, None)
    body = [block for block in article.blocks if block.kind is BlockKind.BODY]
    if body:
        yield from _in_body(article, body)
    yield from _in_removed(article, Edges(body[0].line, body[-1].line) if body else Edges(0, 0))


def _in_body(article: Article, body: list[Block]) -> Iterator[AgencyCredit]:
    for block in body[:2]:
        text = article.text[block.start : min(block.end, block.start + LONGEST)]
        for found in shapes().dateline(text):
            yield _credit(article, found, AgencySign.DATELINE, found.words, block.line)
    for block in body[-EDGE:]:
        text = article.text[block.start : block.end]
        yield from _notes(article, text, block.line)
        if block is body[-1]:
            for found in shapes().signature(text[-LONGEST:]):
                yield _credit(article, found, AgencySign.SIGNATURE, found.words, block.line)


def _in_removed(article: Article, edges: Edges) -> Iterator[AgencyCredit]:
    after_byline = 0
    for line in article.removed:
        text = line.text[:LONGEST]
        if line.reason is LineReason.BYLINE and line.line < edges.first:
            after_byline = line.line
            for found in shapes().byline(text):
                yield _credit(article, found, AgencySign.BYLINE, text, line.line)
        elif line.reason is LineReason.CREDIT:
            yield from _in_credit(article, text, line.line, edges, after_byline)
        elif line.reason not in ELSEWHERE:
            yield from _notes(article, text, line.line)
        if line.reason is LineReason.DATELINE and line.line < edges.first:
            for found in shapes().dateline(f"{text} -"):
                yield _credit(article, found, AgencySign.DATELINE, text, line.line)


def _in_credit(article: Article, text: str, line: int, edges: Edges, after_byline: int) -> Iterator[AgencyCredit]:
    """A line that was taken for a picture's credit may be a signature, or go on a byline: "By Jane Roe", "Reuters"."""
    if 0 < line - edges.last <= 2:
        for found in shapes().signature(text):
            yield _credit(article, found, AgencySign.SIGNATURE, text, line)
    elif line < edges.first and after_byline and line - after_byline <= 2:
        known = shapes().named(text)
        if known:
            yield _credit(article, Found(known, True, text), AgencySign.BYLINE, text, line)
    elif line < edges.first:
        for found in shapes().dateline(f"{text} -"):
            if found.place.isupper():  # "OSLO (AP)", a line of its own
                yield _credit(article, found, AgencySign.DATELINE, text, line)


def _notes(article: Article, text: str, line: int) -> Iterator[AgencyCredit]:
    if len(text) <= LONGEST and len(text.split()) <= LONGEST_NOTE:
        for found in shapes().note(text):
            yield _credit(article, found, AgencySign.NOTE, text, line)
        for found in shapes().source(text):
            yield _credit(article, found, AgencySign.SIGNATURE, text, line)
        for found in shapes().copyright(text):
            yield _credit(article, found, AgencySign.COPYRIGHT, text, line)


def _credit(article: Article, found: Found, sign: AgencySign, words: str, line: int | None) -> AgencyCredit:
    return AgencyCredit(
        article_id=article.id, agency=found.agency, sign=sign, whole=found.whole, words=words.strip(), line=line
    )
