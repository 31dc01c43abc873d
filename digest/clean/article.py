"""Clean an article: one cleaner after the other marks lines, and what is left is frozen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from digest.clean.author_notes import author_notes
from digest.clean.by_itself import by_itself
from digest.clean.captions import captions_of, loose_captions
from digest.clean.freeze import KeptLine, freeze
from digest.clean.furniture import furniture
from digest.clean.habits import repeated_lines, repeated_prose
from digest.clean.headline import headline_at
from digest.clean.live import live_times
from digest.clean.opening import opening_caption
from digest.clean.overrules import editors_lines
from digest.clean.page import Mark, Page, page
from digest.clean.publisher import find_publisher
from digest.clean.pulled import pulled_quotations
from digest.clean.references import references
from digest.clean.region import region
from digest.clean.related import related
from digest.clean.repeats import repeats
from digest.clean.reporters import reporters
from digest.clean.said import known_of
from digest.clean.small import PARTS
from digest.clean.stated import stated_kinds
from digest.clean.threads import threads
from digest.clean.videos import video_titles
from digest.clean.words import word_count
from digest.language.codes import language_code
from digest.language.recognizing import likely_pack
from digest.model import Article, BlockKind, LineReason, Publisher, RawArticle, RemovedLine

Cleaner = Callable[[Page], Mapping[int, Mark]]

# In this order; a line that one cleaner has marked is left alone by the next.
# What none has marked in the end is the body.
CLEANERS: tuple[Cleaner, ...] = (
    editors_lines,
    live_times,
    by_itself,
    video_titles,
    threads,
    opening_caption,
    repeated_prose,
    region,
    repeated_lines,
    repeats,
    related,
    pulled_quotations,
    loose_captions,
    references,
    reporters,
    author_notes,
)

LONGEST_TAG = 4  # words
BULLET = re.compile(r"^(?:[•‣◦▪●·*–—-]\s+)+")  # "• Talks resume"


# Of a web page only the article's own lines were read; of these only phrases give furniture away.
PAGE_CLEANERS: tuple[Cleaner, ...] = (
    editors_lines,
    stated_kinds,
    furniture,
    repeated_prose,
    repeated_lines,
    references,
    reporters,
)


def clean_article(
    raw: RawArticle, *, publishers: Sequence[Publisher] = (), habits: frozenset[str] = frozenset()
) -> Article:
    """Take the article out of its page: headline, standfirst and body are kept, verbatim, all else is listed.

    `habits` are the lines that the publisher's articles have in common (`digest.model.Habits.known`). What editors say
    of single lines comes with the article and with its publisher; the article's counts first.
    """
    publisher = find_publisher(raw, publishers)
    known = page(
        raw,
        language=(language_code(raw.language.value) if raw.language else None) or likely_pack(raw.text),
        habits=habits,
        overrules=(*raw.overrules, *(publisher.value.overrules if publisher else ())),
    )
    for cleaner in PAGE_CLEANERS if raw.kinds is not None else CLEANERS:
        known = known.marked(cleaner(known))
    known = known.marked(dict.fromkeys(known.unmarked(), BlockKind.BODY))
    stated = known_of(known)
    language = stated.language.value if stated.language else known.language
    frozen = freeze(raw, _kept(known), language=language)
    return Article(
        id=raw.id,
        path=raw.path,
        sha256=raw.sha256,
        encoding=raw.encoding,
        text=frozen.text,
        blocks=frozen.blocks,
        sentences=frozen.sentences,
        language=language,
        language_origin=stated.language.origin if stated.language else None,
        captions=tuple(captions_of(known)),
        tags=tuple(dict.fromkeys(_tags(known))),
        removed=tuple(_removed(known)),
        kept_by_editor=tuple(known.lines[i].number for i in sorted(known.kept)),
        title=stated.title,
        url=stated.url,
        publisher=publisher,
        published=stated.published,
        published_time=stated.published_time,
        author=stated.author,
        is_page=raw.kinds is not None,
        part=raw.part,
        fetched=raw.fetched,
        versions=raw.versions,
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


def _removed(known: Page) -> Iterator[RemovedLine]:
    """What was taken out: whole lines, and what ran into a line that stays."""
    for i, (line, mark) in enumerate(zip(known.lines, known.marks, strict=True)):
        ran_in = known.ran_in.get(i)
        if isinstance(mark, LineReason):
            yield RemovedLine(line.number, ran_in.whole if ran_in else line.text, mark)
        elif ran_in:
            yield from (RemovedLine(line.number, piece.text, piece.reason) for piece in ran_in.pieces)


def _tags(known: Page) -> Iterator[str]:
    """The topics above the body: the tags, and the parts of a breadcrumb."""
    tag, breadcrumb = LineReason.TAG, LineReason.BREADCRUMB
    for line, mark in zip(known.lines, known.marks[: known.first(BlockKind.BODY)], strict=False):
        if mark is tag:
            yield line.text
        elif mark is breadcrumb:
            yield from (part.strip() for part in PARTS.split(line.text) if 1 <= word_count(part) <= LONGEST_TAG)
