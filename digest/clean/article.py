"""Clean an article: one cleaner after the other marks lines, and what is left is frozen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from digest.clean.author_notes import author_notes
from digest.clean.by_itself import by_itself
from digest.clean.captions import captions_of, loose_captions
from digest.clean.freeze import KeptLine, freeze
from digest.clean.furniture import furniture
from digest.clean.headline import headline_at
from digest.clean.page import Mark, Page, page
from digest.clean.publisher import find_publisher
from digest.clean.region import region
from digest.clean.related import related
from digest.clean.repeats import repeats
from digest.clean.reporters import reporters
from digest.clean.small import PARTS
from digest.clean.stated import stated_kinds
from digest.clean.threads import threads
from digest.clean.videos import video_titles
from digest.clean.words import word_count
from digest.model import Article, BlockKind, LineReason, Publisher, RawArticle, RemovedLine

Cleaner = Callable[[Page], Mapping[int, Mark]]

# In this order; a line that one cleaner has marked is left alone by the next.
# What none has marked in the end is the body.
CLEANERS: tuple[Cleaner, ...] = (
    by_itself,
    video_titles,
    threads,
    region,
    repeats,
    related,
    loose_captions,
    reporters,
    author_notes,
)

LONGEST_TAG = 4  # words
BULLET = re.compile(r"^(?:[•‣◦▪●·*–—-]\s+)+")  # "• Talks resume"


# Of a web page only the article's own lines were read; of these only phrases give furniture away.
PAGE_CLEANERS: tuple[Cleaner, ...] = (stated_kinds, furniture, reporters)


def clean_article(raw: RawArticle, *, publishers: Sequence[Publisher] = ()) -> Article:
    """Take the article out of its page: headline, standfirst and body are kept, verbatim, all else is listed."""
    known = page(raw, language=raw.language.value if raw.language else "en")
    for cleaner in PAGE_CLEANERS if raw.kinds is not None else CLEANERS:
        known = known.marked(cleaner(known))
    known = known.marked(dict.fromkeys(range(len(known.lines)), BlockKind.BODY))
    frozen = freeze(raw, _kept(known), language=known.language)
    return Article(
        id=raw.id,
        path=raw.path,
        sha256=raw.sha256,
        encoding=raw.encoding,
        text=frozen.text,
        blocks=frozen.blocks,
        sentences=frozen.sentences,
        language=known.language,
        captions=tuple(captions_of(known)),
        tags=tuple(dict.fromkeys(_tags(known))),
        removed=tuple(
            RemovedLine(line=line.number, text=line.text, reason=mark)
            for line, mark in zip(known.lines, known.marks, strict=True)
            if isinstance(mark, LineReason)
        ),
        title=raw.title,
        url=raw.url,
        publisher=find_publisher(raw, publishers),
        published=raw.published,
        author=raw.author,
        is_page=raw.kinds is not None,
    )


def _kept(known: Page) -> Iterator[KeptLine]:
    for i, (line, mark) in enumerate(zip(known.lines, known.marks, strict=True)):
        if not isinstance(mark, BlockKind):
            continue
        start, end = line.start, line.end
        if mark is BlockKind.HEADLINE and known.raw.kinds is None:  # of a page it is cut already
            edges = headline_at(known, i)
            start, end = line.start + edges.start, line.start + edges.end
        elif mark is BlockKind.STANDFIRST and (bullet := BULLET.match(line.text)):
            start += bullet.end()
        yield KeptLine(mark, start, end, line.number)


def _tags(known: Page) -> Iterator[str]:
    """The topics above the body: the tags, and the parts of a breadcrumb."""
    for line, mark in zip(known.lines, known.marks, strict=True):
        if mark is BlockKind.BODY:
            return
        if mark is LineReason.TAG:
            yield line.text
        elif mark is LineReason.BREADCRUMB:
            yield from (part.strip() for part in PARTS.split(line.text) if 1 <= word_count(part) <= LONGEST_TAG)
