"""The key points of a story: what several sources report, in whose words, and who of all the outlets reports it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from digest.language import subject
from digest.language.hanging import hangs, is_speech, takes_up_else
from digest.language.main_clause import repeat_quoted
from digest.language.quoting import ALL_MARKS, EACH_MARK, QUOTED
from digest.language.relative_days import relative_day
from digest.language.terms import content_set, function_words, low_words, plain_words
from digest.model import Excerpt, KeyPoint, Sole, Story
from digest.render.origins import AT_LEAST, printed_by, support
from digest.render.wording import label

POINTS = 6
"""How many points a page shows at most."""
SHARED = 6
"""How many of the words that the sentences of a point have in common are named."""
CITED = 12
"""How many articles a point cites at most."""
SIDE_BY_SIDE = 4
"""In how many sources' words a point is told at most."""
ROWS = 12
"""How many rows the table of points and outlets has at most."""
MARKS = 3
"""How many articles of one text a cell of that table cites at most."""
NAMES = 3
"""How many outlets of one text that table names at most."""
OPENING = 8
"""How many words of a sentence that the summary has printed stand in the list of points."""
SAME = 0.9
"""The share of its words that a sentence must have in common with one of the page, to be told there already."""
QUOTING = 0.5
"""The share of a sentence's words from which it is most of all a quotation."""
ADVERB = "ly"  # a verb follows: "angrily criticized"


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirWords:
    """The sentences in which one source reports a point; `label` names it, `copies` have the first of them, too."""

    label: str
    sentences: tuple[Excerpt, ...]
    copies: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLine:
    """A point: the sentence that tells it, those that report it too, and how many articles report it.

    Where the summary has printed the one that tells it, `opening` are its first words, and it is `cut` if more follow.
    `support` is in words, "at least 2 of 4 articles" where more may; `more` counts the articles that are not cited;
    `words` are what the other sources write.
    """

    number: int
    teller: Excerpt
    also: tuple[Excerpt, ...]
    more: int
    shared: tuple[str, ...]
    support: str
    words: tuple[TheirWords, ...]
    opening: Excerpt | None = None

    @property
    def cut(self) -> bool:
        """Whether the sentence goes on behind its first words."""
        return self.opening is not None and self.opening.span.end < self.teller.span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where the articles of a row report a point; `more` counts those that are not cited.

    Where none does for sure, `near` are sentences that may report it, and `open` says whether others may, of which none
    is shown.
    """

    sentences: tuple[Excerpt, ...]
    more: int
    near: tuple[Excerpt, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An outlet, or the outlets that carry one text: where each point stands, and how much it alone has."""

    label: str
    cells: tuple[Cell, ...]
    only: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointTable:
    """Who reports which point. `left_out` counts the articles of rows that are not shown, `rest` who of them reports.

    `articles` and `origins` say for each point how many of all report it; `origins` is empty where each article is one.
    """

    rows: tuple[Row, ...]
    left_out: int
    rest: tuple[str, ...]
    articles: tuple[str, ...]
    origins: tuple[str, ...]

    @property
    def unsure(self) -> bool:
        """Whether any cell is not sure."""
        return any(cell.near or cell.open for row in self.rows for cell in row.cells)


def point_lines(story: Story, told: Iterable[Excerpt]) -> tuple[PointLine, ...]:
    """The points of a story, each in a sentence that the page has not `told` already, where there is one."""
    known, shown = set(told), set[Excerpt]()
    return tuple(
        _line(number, point, story, (known, shown))
        for number, point in enumerate(story.comparison.points[:POINTS], start=1)
    )


def _line(number: int, point: KeyPoint, story: Story, seen: tuple[set[Excerpt], set[Excerpt]]) -> PointLine:
    """A point, whose teller is none that the page has told, and whose other words are none that are shown already."""
    told, shown = seen
    fresh = (t for t in point.tellers if t not in told and not _is_told(t, told, story))
    teller = next(fresh, next((t for t in point.tellers if t in told), point.tellers[0]))
    others = [report for report in point.reports if report.article_id != teller.span.article_id]
    same = [e for report in point.reports for e in report.sentences if e != teller and report not in others]
    also = [*same, *(e for report in others[: CITED - 1] for e in report.sentences)]
    return PointLine(
        number=number,
        teller=teller,
        also=tuple(also),
        more=max(0, len(others) - CITED + 1),
        shared=point.shared[:SHARED],
        support=_at_least(point) + support(point.sentences, story),
        words=tuple(_their_words(point, teller, story, shown)),
        opening=_opening(teller, story) if teller in told else None,
    )


def _is_told(teller: Excerpt, told: Iterable[Excerpt], story: Story) -> bool:
    """Whether another sentence that the page has told is nearly the same, word for word."""
    language = story.article(teller.span.article_id).language
    own = content_set(teller.text, language=language)
    others = (content_set(other.text, language=language) for other in told)
    return any(len(own & other) >= SAME * max(len(own), len(other), 1) for other in others)


def _opening(teller: Excerpt, story: Story) -> Excerpt | None:
    """The first words of a sentence, by which a reader knows it again: those in marks, or those before any mark."""
    article = story.article(teller.span.article_id)
    text = teller.text.lstrip(ALL_MARKS)
    start = teller.span.end - len(text)
    every = [*re.finditer(r"\S+", text)]
    marked = (n for n, word in enumerate(every) if EACH_MARK.search(word.group()))
    found = every[: min(OPENING, next(marked, OPENING))]
    while found and _goes_on(found[-1].group(), every[len(found) :][:1], article.language):
        found.pop()
    return article.excerpt(start, start + len(text[: found[-1].end()].rstrip(","))) if len(found) > 1 else None


def _goes_on(word: str, following: Sequence[re.Match[str]], language: str) -> bool:
    """Whether nobody would stop behind a word: "in the …", "New …" of "New York", "angrily …"."""
    named = word[0].isupper() and any(after.group()[0].isupper() for after in following) and word[-1].isalnum()
    return bool(following) and (named or word.lower() in function_words(language) or word.endswith(ADVERB))


def _at_least(point: KeyPoint) -> str:
    """What stands before the number of those that report a point, where others may."""
    return AT_LEAST if point.near or point.unheard else ""


def _their_words(point: KeyPoint, teller: Excerpt, story: Story, shown: set[Excerpt]) -> Iterable[TheirWords]:
    """What the other sources write: one article's sentences for each source, and where others have them word for word.

    A sentence is `shown` once, though it may report two points; one that speaks of a "today" of which nobody knows the
    day is not.
    """
    place = {article.id: number for number, article in enumerate(story.articles)}
    by_source: dict[int, list[tuple[Excerpt, ...]]] = {}
    for report in point.reports:
        by_source.setdefault(story.sources.independent[place[report.article_id]], []).append(report.sentences)
    home = story.sources.independent[place[teller.span.article_id]]
    others = [(source, texts) for source, texts in by_source.items() if source != home][: SIDE_BY_SIDE - 1]
    for _, (first, *copies) in others:
        article = story.article(first[0].span.article_id)
        known = (
            s
            for s in first
            if s not in shown and (article.published or not relative_day(s.text, language=article.language))
        )
        sentences = tuple(s for s in known if _shows(s, teller, article.language))
        elsewhere = tuple(text[0] for text in copies if _is_printed_as(text[0], first[0]))
        shown.update(sentences)
        if sentences:
            yield TheirWords(label=printed_by((*first, *elsewhere), story), sentences=sentences, copies=elsewhere)


def _shows(sentence: Excerpt, teller: Excerpt, language: str) -> bool:
    """Whether a sentence shows how another source words a point, and by itself.

    It is not in the teller's, word for word, nor a clause without its noun, nor words of somebody whom nothing names.
    Nor does it quote the same words, or take up what the teller does not tell.
    """
    low = low_words(sentence.text)
    again = f" {' '.join(low)} " in f" {' '.join(low_words(teller.text))} "
    if again or (low[:1] and low[0] in _relatives(language) and "?" not in sentence.text):
        return False
    if _says_again(sentence, teller, language) or takes_up_else(sentence.text, teller.text, language=language):
        return False
    hanging = is_speech(sentence.text) and hangs(sentence.text, language=language)
    return not hanging or repeat_quoted(teller.text, sentence.text)


def _says_again(sentence: Excerpt, teller: Excerpt, language: str) -> bool:
    """Whether a sentence is most of all a quotation that the teller gives, too: "“We will stay,” the mayor wrote"."""
    quoted = " ".join(QUOTED.findall(sentence.text))
    if len(plain_words(quoted)) < QUOTING * len(plain_words(sentence.text)):
        return False
    own = content_set(quoted, language=language)
    return len(own & content_set(teller.text, language=language)) >= SAME * len(own) > 0


@cache
def _relatives(language: str) -> frozenset[str]:
    """Words that open a clause about the noun before them: "who"."""
    return frozenset(map(str, subject(language, "quotes").get("whose_verb", ())))


def _is_printed_as(one: Excerpt, other: Excerpt) -> bool:
    return one.text.split() == other.text.split()


def point_table(story: Story, points: Sequence[PointLine], only: Sequence[Sole]) -> PointTable | None:
    """Who reports which of the points, and how much of what the page lists as `only` in one each of them has.

    None where there is no point, or nobody to compare.
    """
    sources = story.sources
    if not points or len(set(sources.origins)) < 2:
        return None
    place = {article.id: number for number, article in enumerate(story.articles)}
    chosen = story.comparison.points[: len(points)]
    reports = [{place[r.article_id]: r.sentences[0] for r in point.reports} for point in chosen]
    near = [_by_article(point.near, place) for point in chosen]
    unheard = [frozenset(place[article] for article in point.unheard) for point in chosen]
    least = [_at_least(point) for point in chosen]
    by_origin: dict[int, list[int]] = {}
    for number, origin in enumerate(sources.origins):
        by_origin.setdefault(origin, []).append(number)
    soles = [sources.origins[place[sole.excerpt.span.article_id]] for sole in only]
    rows = {o: _row(members, (reports, near, unheard), soles.count(o), story) for o, members in by_origin.items()}
    ranked = sorted(rows, key=lambda o: (-sum(bool(cell.sentences) for cell in rows[o].cells), by_origin[o]))
    shown = set(ranked if len(ranked) <= ROWS + 1 else ranked[:ROWS])
    rest = [number for o in rows if o not in shown for number in by_origin[o]]
    whole, texts = len(story.articles), len(by_origin)
    return PointTable(
        rows=tuple(rows[o] for o in by_origin if o in shown),
        left_out=len(rest),
        rest=tuple(
            f"{more}{sum(n in told for n in rest)} of {len(rest)}" for more, told in zip(least, reports, strict=True)
        ),
        articles=tuple(f"{more}{len(told)} of {whole}" for more, told in zip(least, reports, strict=True)),
        origins=tuple(
            f"{more}{sources.count_origins(told)} of {texts}" for more, told in zip(least, reports, strict=True)
        )
        if texts < whole
        else (),
    )


def _by_article(excerpts: Iterable[Excerpt], place: Mapping[str, int]) -> dict[int, list[Excerpt]]:
    found: dict[int, list[Excerpt]] = {}
    for excerpt in excerpts:
        found.setdefault(place[excerpt.span.article_id], []).append(excerpt)
    return found


Told = Sequence[dict[int, Excerpt]]
Near = Sequence[dict[int, list[Excerpt]]]
Open = Sequence[frozenset[int]]


def _row(members: Sequence[int], points: tuple[Told, Near, Open], only: int, story: Story) -> Row:
    names = list(dict.fromkeys(label(story.articles[number], story) for number in members))
    named = ", ".join(names[:NAMES])
    more = f" and {len(names) - NAMES} more" if len(names) > NAMES else ""
    text = " (one text)" if len(members) > 1 else ""
    cells = []
    for told, perhaps, unheard in zip(*points, strict=True):
        found = [told[number] for number in members if number in told]
        near = [] if found else [e for number in members for e in perhaps.get(number, ())]
        may = not found and not unheard.isdisjoint(members)
        left = max(0, len(found) - MARKS)
        cells.append(Cell(sentences=tuple(found[:MARKS]), more=left, near=tuple(near[:MARKS]), open=may))
    return Row(label=f"{named}{more}{text}", cells=tuple(cells), only=only)
