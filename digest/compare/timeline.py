"""Order the dated sentences of a story's articles by their days; a sentence of several articles stands once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.compare.dated_clauses import is_mentioned
from digest.compare.one_fact import tell_the_opposite
from digest.compare.sentences import Line
from digest.language import subject
from digest.language.asides import without_asides
from digest.language.deeds import deeds
from digest.language.fitness import shows_scene
from digest.language.telling import Telling
from digest.language.tenses import is_past
from digest.language.terms import low_words
from digest.model import Article, DateMention, Findings, Sources, TimelineEntry

LEAST, MOST = 2, 12  # entries: one alone is no timeline, and more than a dozen nobody reads
SAME_DAY = 2  # entries of one day or period
LONGEST = 366  # days of a period that can stand in an order: "the 1990s" cannot
# Similarity, telling words and words in common from which sentences of different articles tell the same of one day …
ALIKE = ((0.6, 1, 0), (0.5, 2, 0), (0.35, 3, 0))
DONE = ((0.35, 2, 0), (0.2, 1, 4))  # … if a verb of their main clauses is the same: "passed the bill" …
LEADS, LEAD = 1, (0.25, 0, 4)  # … if both stand first in their articles, for these tell what the day brought …
ROUGH, OF_ONE = range(8, 21), (0.3, 1, 4)  # … if of one person they tell what is in "mid-May", which is seldom said …
WITHIN = ((0.35, 1, 5), (0.3, 2, 5))  # … and where one date holds the other: a week and its Friday
YEARLESS = 92  # days from the day of publication up to which a day without its year is surely the nearest of its name
OPENING, LINES = 3, 20  # sentences of an article that tell its news, and of a story that show what it is about
FOREIGN = (0.05, 0.15)  # similarity to the openings, and to its own article, below which a sentence is of another story
SAME_ARTICLE = 0.5  # the same, within one article …
BESIDE = 2  # … where sentences so near to one another may tell one deed: "passed a bill", "approved the measure"
INITIAL = re.compile(r"\b\w-?\w?\.$")  # "Senator Ida Holm, R-S.": a sentence that was cut at an initial
OWNING = ("'s", "’s")
CAPTION = re.compile(r"(?:^|,|\b[^\W\d_a-z]\w+)\s$")  # "in Melk, March 3, 2021.", "in Melk March 3, 2021."
CLAUSE = re.compile(r"[,;:—–]|\s-\s")
YEAR = re.compile(r"\d{4}")
PRECISIONS = ("day", "week", "month", "quarter", "year")


class _Dated(NamedTuple):
    """A sentence that tells what happened on a date; `line` is its number among the compared ones."""

    line: int
    earliest: dt.date
    latest: dt.date
    date: DateMention

    @property
    def when(self) -> tuple[dt.date, dt.date, str]:
        """First and last day, and precision: sentences of one `when` may tell the same."""
        return self.earliest, self.latest, self.date.precision

    def holds(self, other: _Dated) -> bool:
        """Whether this is the date of the other, or a longer period around it."""
        return self.earliest <= other.earliest and other.latest <= self.latest


def compare_timeline(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    lines: Sequence[Line],
    similar: NDArray[np.float32],
    sources: Sources,
) -> tuple[TimelineEntry, ...]:
    """List what happened when, in the order of the days; nothing where fewer than two sentences can say it.

    Only dates that are resolved count: without a stated day of publication "on Monday" has no place in an order.
    Captions are no part of an article's text, so that their dates are not here.
    """
    dated = sorted(_dated(articles, findings, lines), key=lambda d: _prominence(d, lines))
    if len(dated) < LEAST:
        return ()
    telling = Telling((line.excerpt.text for line in lines), language=lines[0].language)
    groups: list[list[_Dated]] = []
    for one in dated:
        home = next((g for g in groups if any(_same(one, other, lines, similar, telling) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    groups = [group for group in groups if len(group) > 1 or not _is_foreign(group[0].line, lines, similar)]
    groups.sort(key=lambda g: _weight(g, lines, sources))
    kept: list[list[_Dated]] = []
    for group in groups:
        if sum(group[0].when == other[0].when for other in kept) < SAME_DAY and len(kept) < MOST:
            kept.append(group)
    if len({group[0].when for group in kept}) < LEAST or not _is_of_story(kept, lines, sources):
        return ()
    kept.sort(key=lambda g: (g[0].earliest, -g[0].latest.toordinal(), lines[g[0].line].place, g[0].line))
    return tuple(_entry(_of_one_event(group, lines, similar, telling), lines) for group in kept)


def _of_one_event(
    group: Sequence[_Dated], lines: Sequence[Line], similar: NDArray[np.float32], telling: Telling
) -> Sequence[_Dated]:
    """The sentences of a row that tell what its own one does, not only what another one tells beside it."""
    first = _first(group)
    return [d for d in group if d is first or _same(first, d, lines, similar, telling)]


def _first(group: Sequence[_Dated]) -> _Dated:
    """The sentence that is shown: "on Friday" before "last week"."""
    return min(group, key=lambda dated: PRECISIONS.index(dated.date.precision))


def _dated(articles: Sequence[Article], findings: Sequence[Findings], lines: Sequence[Line]) -> Iterable[_Dated]:
    """The sentences that stand alone and have a date of their own: the most precise one, and of those the first."""
    places = {article.id: number for number, article in enumerate(articles)}
    at = {(line.article, line.index): number for number, line in enumerate(lines)}
    by_sentence: dict[int, list[_Dated]] = {}
    for found in findings:
        if found.article_id not in places:
            continue
        article = articles[places[found.article_id]]
        for date in found.dates:
            number = at.get((places[found.article_id], date.sentence), -1)
            if number < 0 or not (date.earliest and date.latest and lines[number].whole and lines[number].alone):
                continue
            dated = _Dated(number, date.earliest, date.latest, date)
            if _has_a_place(dated, article) and _is_of_event(dated, lines[number], found):
                by_sentence.setdefault(number, []).append(dated)
    for found_in_one in by_sentence.values():
        yield min(found_in_one, key=lambda d: PRECISIONS.index(d.date.precision))


def _has_a_place(dated: _Dated, article: Article) -> bool:
    """Whether a date has one place in the order: neither "the 1990s" nor, of the time of writing, "this year".

    "On 7 October" in an article of January may be told of the autumn before, or of the year that the story is about.
    """
    if dated.date.precision not in PRECISIONS or (dated.latest - dated.earliest).days >= LONGEST:
        return False
    day = article.published.value if article.published else None
    if day is None or not dated.date.relative:
        return True
    words = dated.date.excerpt.text
    if dated.earliest == dated.latest and any(map(str.isdigit, words)) and not YEAR.search(words):
        return abs((dated.earliest - day).days) <= YEARLESS
    return not (dated.earliest <= day <= dated.latest and dated.earliest != dated.latest)


def _is_of_event(dated: _Dated, line: Line, found: Findings) -> bool:
    """Whether a date is that of an event, told by the reporter.

    Not "than in 2019", "the 2019 law" and "2019 law", nor a date that somebody speaks of, nor that of a picture: "Ida
    Holm leaves a court in Melk, March 3, 2021."
    """
    span, text = dated.date.excerpt.span, line.excerpt.text
    start = span.start - line.excerpt.span.start
    before, behind = text[:start], text[start + len(dated.date.excerpt.text) :]
    if any(quote.excerpt.span.covers(span) for quote in found.quotes) or INITIAL.search(text):
        return False
    aside = not without_asides(text, language=line.language)[start : start + 1].strip()
    if aside or text.startswith("(") or shows_scene(text, language=line.language):
        return False  # "Ida Holm, who ran in 1972, died on Sunday"
    end, language = start + len(dated.date.excerpt.text), line.language
    how = "ahead" if dated.date.ahead else "guessed" if _is_guessed(dated, language) else ""
    if _in_bare_relative(before, language) or is_mentioned(text, start, end, language=language, how=how):
        return False
    if dated.date.precision == "year" and behind.startswith(OWNING):
        return False  # "last year's election"
    bare_year = dated.date.precision == "year" and dated.date.excerpt.text.isdecimal()
    if bare_year and _has(line.language, "in_year") and not _right_before("in_year", line.language).search(before):
        return False
    of_picture = CAPTION.search(before) and not dated.date.relative and not behind.strip(" .")
    of_thing = dated.date.precision != "quarter" and _right_before("of_a_thing", line.language).search(before)
    return not (of_picture or of_thing or _right_before("no_event", line.language).search(before))


def _is_guessed(dated: _Dated, language: str) -> bool:
    """Whether a date is a weekday that is taken for the last one of its name."""
    first = dated.date.excerpt.text.split(" ")[0]
    return dated.date.relative and first in subject(language, "dates").get("weekdays", ())


def _in_bare_relative(before: str, language: str) -> bool:
    """Whether words before a date are a relative clause with no comma: "in the county that voted no in 2011".

    It has one verb; with a second one the main clause goes on: "The bridge that burned down opened on Friday".
    """
    relative = subject(language, "compare").get("asides", {}).get("bare", ())
    if not relative:
        return False
    low = low_words(CLAUSE.split(before)[-1])
    verbs = [n for n, word in enumerate(low) if is_past(word, language)]
    at = max((n - 1 for n in verbs if n > 1 and low[n - 1] in relative), default=None)
    if at is None:
        return False
    if low[at - 1] in subject(language, "figures").get("say_verbs", ()) or at == 1:
        return False  # "said that was", "Those who were"
    return all(n <= at + 2 for n in verbs)  # "who was killed"


def _is_of_story(groups: Sequence[Sequence[_Dated]], lines: Sequence[Line], sources: Sources) -> bool:
    """Whether the entries tell more than the years of a background that one article gives."""
    precise = sum(group[0].date.precision != "year" for group in groups)
    several = any(sources.count_independent({lines[d.line].article for d in group}) > 1 for group in groups)
    return several or precise >= LEAST


def _has(language: str, name: str) -> bool:
    return bool(subject(language, "compare").get("dates", {}).get(name))


@cache
def _right_before(name: str, language: str) -> re.Pattern[str]:
    """Words right before a date: such as say that it is no event's ("than in"), or a thing's ("the 2019 law")."""
    words = subject(language, "compare").get("dates", {}).get(name, ())
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\s*$", re.IGNORECASE)


def _same(one: _Dated, other: _Dated, lines: Sequence[Line], similar: NDArray[np.float32], telling: Telling) -> bool:
    """Whether two dated sentences tell one event."""
    if not (one.holds(other) or other.holds(one)):
        return False
    first, second = lines[one.line], lines[other.line]
    alike = float(similar[one.line, other.line])
    if first.article == second.article:
        return alike >= SAME_ARTICLE or (
            one.when == other.when
            and 0 < abs(first.place - second.place) <= BESIDE
            and bool(deeds(first.excerpt.text, first.language) & deeds(second.excerpt.text, first.language))
        )
    if tell_the_opposite(first, second):
        return False
    texts = first.excerpt.text, second.excerpt.text
    if one.when == other.when and _is_changed(*texts, language=first.language):
        return False
    told = len(telling.words(texts[0]) & telling.words(texts[1]))
    common = len(set(first.stems) & set(second.stems))
    rules: Sequence[tuple[float, int, int]] = ALIKE if one.when == other.when else WITHIN
    if one.when == other.when:
        if telling.same(*texts):
            return True
        if deeds(texts[0], first.language) & deeds(texts[1], first.language):
            rules = (*rules, *DONE)
        if first.place < LEADS and second.place < LEADS:
            rules = (*rules, LEAD)
        if (one.latest - one.earliest).days in ROUGH and first.people & second.people:
            rules = (*rules, OF_ONE)
    return any(alike >= least and told >= words and common >= every for least, words, every in rules)


def _is_foreign(number: int, lines: Sequence[Line], similar: NDArray[np.float32]) -> bool:
    """Whether a sentence is of another story, as a teaser is: it has none of this one's people and few of its words."""
    others = [n for n in range(len(lines)) if n != number]
    if any(lines[number].people & lines[n].people for n in others):
        return False
    leads = max((float(similar[number, n]) for n in others if lines[n].place < OPENING), default=0.0)
    own = max((float(similar[number, n]) for n in others if lines[n].article == lines[number].article), default=0.0)
    return len(others) >= LINES and leads < FOREIGN[0] and own < FOREIGN[1]


def _is_changed(*texts: str, language: str) -> bool:
    """Whether just one of two sentences tells what was planned before: "was originally to open"."""
    words = frozenset(subject(language, "compare").get("dates", {}).get("changed", ()))
    return len({words.isdisjoint(low_words(text)) for text in texts}) > 1


def _prominence(dated: _Dated, lines: Sequence[Line]) -> tuple[int, int, int]:
    line = lines[dated.line]
    return line.place, line.article, dated.line


def _weight(group: Sequence[_Dated], lines: Sequence[Line], sources: Sources) -> tuple[int, int, int, int]:
    """What belongs in a short timeline first: what most sources tell, precise dates, what stands early."""
    number = sources.count_independent({lines[dated.line].article for dated in group})
    precise = PRECISIONS.index(group[0].date.precision)
    return -number, precise, lines[group[0].line].place, group[0].line


def _entry(group: Sequence[_Dated], lines: Sequence[Line]) -> TimelineEntry:
    first = _first(group)
    exact = first.date.precision in ("day", "week")  # of which "in 2012" does not tell
    others = [dated for dated in group if dated is not first and not (exact and dated.date.precision == "year")]
    seen = {lines[first.line].article}
    also = []
    for other in others:
        if lines[other.line].article not in seen:
            seen.add(lines[other.line].article)
            also.append(lines[other.line].excerpt)
    return TimelineEntry(
        earliest=first.earliest,
        latest=first.latest,
        precision=first.date.precision,
        written=first.date.excerpt,
        sentence=lines[first.line].excerpt,
        also=tuple(also),
        ahead=first.date.ahead,
    )
