"""What has changed about a story since it was published: the lines of its page, and one line for the front page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from digest.model import Article, Change, ChangeKind, Excerpt, Findings, Story
from digest.render.escape import visible_text
from digest.render.links import article_page, story_page
from digest.render.wording import count, headline

SHOWN = 20
"""How many changes a page tells at most; older ones are counted."""
NAMED = 6
"""How many of the sources that came on one day are named."""
SOURCES = (ChangeKind.ADDED, ChangeKind.REVISED, ChangeKind.GONE)
"""What is told in one line a day."""
WORDS: Mapping[ChangeKind, tuple[str, str]] = {
    ChangeKind.ADDED: ("new source", "new sources"),
    ChangeKind.GONE: ("source no longer here", "sources no longer here"),
    ChangeKind.REVISED: ("source revised", "sources revised"),
    ChangeKind.MOVED: ("figure moved", "figures moved"),
    ChangeKind.DIFFERS: ("figure given otherwise", "figures given otherwise"),
    ChangeKind.TITLE: ("new title by the editor", "new titles by the editor"),
    ChangeKind.SPEAKER: ("speaker corrected", "speakers corrected"),
    ChangeKind.HIDDEN: ("line taken out", "lines taken out"),
    ChangeKind.SHOWN: ("line brought back", "lines brought back"),
    ChangeKind.TOOK_IN: ("story joined", "stories joined"),
    ChangeKind.PARTED: ("story split off", "stories split off"),
}
"""How many of a kind: "1 new source", "2 new sources"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A source or story that a change is about; `address` is the path of its page below `docs/`, "" without one."""

    text: str
    address: str
    outlet: str = ""
    moved: str = ""
    moved_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One line. `now` and `before` are words that stand in an article; of those that do not any more the text is left.

    `measure` is what a figure measures, `outlet` who gives it, `corrected` whether its own article had the figure
    before. `named` are sources or stories, and `more` counts those that are not named, or the lines taken out.
    """

    kind: ChangeKind
    words: str = ""
    former: str = ""
    now: Excerpt | None = None
    before: Excerpt | None = None
    measure: Excerpt | None = None
    outlet: str = ""
    corrected: bool = False
    about: str = ""
    named: tuple[Named, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDay:
    """The changes of one day."""

    day: dt.date
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that a page tells of changes, the newest day first; `older` counts what it does not tell."""

    published: dt.date
    days: tuple[ChangedDay, ...]
    older: int


def changes_of(story: Story, told: Mapping[str, Story]) -> Changes | None:
    """The changes of a story; None where there are none. `told` are all stories by their ids."""
    changes = _to_tell(story)
    if story.record is None or not changes:
        return None
    shown = changes[:SHOWN]
    days = (
        ChangedDay(day=day, lines=tuple(_lines(list(of_day), story, told)))
        for day, of_day in groupby(shown, key=lambda change: change.day)
    )
    return Changes(published=story.record.published, days=tuple(days), older=len(changes) - len(shown))


def update_line(story: Story) -> str:
    """The last day's changes in a line: "2 new sources, 1 figure moved"; "" where there are none."""
    changes = _to_tell(story)
    kinds = [change.kind for change in changes if change.day == changes[0].day]
    return ", ".join(count(kinds.count(kind), *WORDS[kind]) for kind in ChangeKind if kind in kinds)


def _to_tell(story: Story) -> tuple[Change, ...]:
    """The changes without those in words that an editor has taken off the page since."""
    changes = story.record.changes if story.record else ()
    last: dict[tuple[str, str], ChangeKind] = {}
    for change in changes:  # the newest first
        if change.kind in (ChangeKind.HIDDEN, ChangeKind.SHOWN):
            last.setdefault((change.article, change.words), change.kind)
    hidden = {words for words, kind in last.items() if kind is ChangeKind.HIDDEN}

    def may_stand(change: Change) -> bool:
        quoted = change.about if change.kind is ChangeKind.SPEAKER else change.words
        speaks = change.kind in (ChangeKind.MOVED, ChangeKind.DIFFERS, ChangeKind.SPEAKER, ChangeKind.SHOWN)
        return not (speaks and ({(change.article, quoted), (change.other, change.before)} & hidden))

    return tuple(filter(may_stand, changes))


def _lines(changes: Sequence[Change], story: Story, told: Mapping[str, Story]) -> Iterator[ChangeLine]:
    """The sources first, those of one kind in one line; then one line each, in the order in which they came about."""
    articles = {article.id: article for article in story.articles}
    for kind in SOURCES:
        of_kind = [change for change in reversed(changes) if change.kind is kind]
        if of_kind:
            named = tuple(_source(change, articles, told) for change in of_kind[:NAMED])
            yield ChangeLine(kind=kind, named=named, more=len(of_kind) - len(named))
    hidden = [change.about for change in reversed(changes) if change.kind is ChangeKind.HIDDEN]
    for about in dict.fromkeys(hidden):  # not in its words: the editor does not want them here
        yield ChangeLine(kind=ChangeKind.HIDDEN, about=about, more=hidden.count(about))
    for change in reversed(changes):
        if change.kind in (ChangeKind.TOOK_IN, ChangeKind.PARTED):
            other = told.get(change.other)
            address = story_page(other.slug) if other and other.id != story.id else ""
            yield ChangeLine(kind=change.kind, named=(Named(text=change.words, address=address),))
        elif change.kind not in (*SOURCES, ChangeKind.HIDDEN):
            yield _line(change, story, articles)


def _source(change: Change, articles: Mapping[str, Article], told: Mapping[str, Story]) -> Named:
    article = articles.get(change.article)
    other = told.get(change.other)
    moved, moved_address = (other.title.text, story_page(other.slug)) if other else ("", "")
    if article is None:
        label = change.words or change.article
        return Named(text=label, address="", moved=moved, moved_address=moved_address)
    outlet = article.publisher.value.name if article.publisher else ""
    return Named(
        text=headline(article),
        address=article_page(article.id),
        outlet=outlet,
        moved=moved,
        moved_address=moved_address,
    )


def _line(change: Change, story: Story, articles: Mapping[str, Article]) -> ChangeLine:
    """A figure, a speaker, a title, or what was taken out, with the places where its words stand now."""
    article, other = articles.get(change.article), articles.get(change.other)
    quoted = change.about if change.kind is ChangeKind.SPEAKER else change.words
    now = _place(quoted, article, story)
    return ChangeLine(
        kind=change.kind,
        words=change.words,
        former=change.before,
        now=now,
        before=_place(change.before, other, story),
        measure=_measure(now, story),
        outlet=article.publisher.value.name if article and article.publisher else "",
        corrected=change.article == change.other,
        about=change.about,
    )


def _place(words: str, article: Article | None, story: Story) -> Excerpt | None:
    """Where words stand in an article: as a figure or quotation that was found, else anywhere."""
    if article is None or not words:
        return None
    for found in _excerpts(_findings(article.id, story)):
        if visible_text(found.text) == visible_text(words):
            return found
    start = article.text.find(words)
    return article.excerpt(start, start + len(words)) if start >= 0 else None


def _measure(excerpt: Excerpt | None, story: Story) -> Excerpt | None:
    if excerpt is None:
        return None
    figures = _findings(excerpt.span.article_id, story).figures
    return next((figure.measure for figure in figures if figure.excerpt == excerpt), None)


def _findings(article_id: str, story: Story) -> Findings:
    return story.findings[story.number(article_id) - 1]


def _excerpts(found: Findings) -> Iterable[Excerpt]:
    keys = sorted(found.figures, key=lambda figure: not figure.key)
    return (*(figure.excerpt for figure in keys), *(quote.excerpt for quote in found.quotes))
