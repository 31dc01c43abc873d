"""Order the dated sentences of a story's articles by their days; a sentence of several articles stands once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

import numpy as np
from numpy.typing import NDArray

from digest.compare.dated_clauses import is_mentioned
from digest.compare.main_dates import dates_main
from digest.compare.one_event import PRECISIONS, Dated, may_be_same, same_event
from digest.compare.sentences import Line
from digest.compare.slips import Slips, is_weekday
from digest.language import subject
from digest.language.asides import without_asides
from digest.language.degrees import Degree
from digest.language.fitness import shows_scene
from digest.language.hanging import degree
from digest.language.introduced import not_introduced
from digest.language.nobody import calls_by_given_name, given_names, is_of_nobody
from digest.language.telling import Telling
from digest.language.tenses import is_past
from digest.language.terms import content_stems, low_words
from digest.model import Article, BlockKind, Findings, Sources, TimelineEntry

LEAST, MOST = 2, 8  # entries: one alone is no timeline, and many nobody reads
SAME_DAY, EARLY = 2, 6  # entries of one day or period, of which the second must stand early in its article
LATE = 15  # sentences of an article in which it tells what is to come of its event
LONGEST_TEXT, HEAP = 500, " | "  # letters of a row, and what parts headings that were taken for a sentence
LONGEST = 366  # days of a period that can stand in an order: "the 1990s" cannot
YEARLESS = 92  # days from the day of publication up to which a day without its year is surely the nearest of its name
OPENING, LINES = 3, 20  # sentences of an article that tell its news, and of a story that show what it is about
FOREIGN = (0.05, 0.15)  # similarity to the openings, and to its own article, below which a sentence is of another story
INITIAL = re.compile(r"\b\w-?\w?\.$")  # "Senator Ida Holm, R-S.": a sentence that was cut at an initial
OWNING = ("'s", "’s")
CAPTION = re.compile(r"(?:^|,|\b[^\W\d_a-z]\w+)\s$")  # "in Melk, March 3, 2021.", "in Melk March 3, 2021."
CLAUSE = re.compile(r"[,;:—–]|\s-\s")
YEAR = re.compile(r"\d{4}")


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
    groups: list[list[Dated]] = []
    for one in dated:
        home = next((g for g in groups if any(same_event(one, other, lines, similar, telling) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    groups = [group for group in groups if len(group) > 1 or not _is_foreign(group[0].line, lines, similar)]
    groups.sort(key=lambda g: _weight(g, lines, sources))
    kept: list[list[Dated]] = []
    for group in groups:
        if len(kept) == MOST:
            break
        beside = sum(group[0].when == other[0].when for other in kept)
        if beside >= SAME_DAY or (beside and lines[group[0].line].place >= EARLY and len(group) == 1):
            continue
        if not any(may_be_same(_first(group), _first(other), lines, similar, telling) for other in kept):
            kept.append(group)
    if len({group[0].when for group in kept}) < LEAST or not _is_of_story(kept, lines, sources):
        return ()
    kept.sort(key=lambda g: (g[0].earliest, -g[0].latest.toordinal(), lines[g[0].line].place, g[0].line))
    return tuple(_entry(_of_one_event(group, lines, similar, telling), lines) for group in kept)


def _of_one_event(
    group: Sequence[Dated], lines: Sequence[Line], similar: NDArray[np.float32], telling: Telling
) -> Sequence[Dated]:
    """The sentences of a row that tell what its own one does, not only what another one tells beside it."""
    first = _first(group)
    return [d for d in group if d is first or same_event(first, d, lines, similar, telling)]


def _first(group: Sequence[Dated]) -> Dated:
    """The sentence that is shown: "on Friday" before "last week"."""
    return min(group, key=lambda dated: PRECISIONS.index(dated.date.precision))


def _dated(articles: Sequence[Article], findings: Sequence[Findings], lines: Sequence[Line]) -> Iterable[Dated]:
    """The sentences that stand alone and have a date of their own: the most precise one, and of those the first."""
    places = {article.id: number for number, article in enumerate(articles)}
    at = {(line.article, line.index): number for number, line in enumerate(lines)}
    given = given_names(person.name for found in findings for person in found.people)
    known = _told_first(articles)
    slips = Slips(articles, findings)
    by_sentence: dict[int, list[Dated]] = {}
    for found in findings:
        if found.article_id not in places:
            continue
        article = articles[places[found.article_id]]
        for date in found.dates:
            number = at.get((places[found.article_id], date.sentence), -1)
            if number < 0 or not (date.earliest and date.latest and lines[number].whole and lines[number].alone):
                continue
            if not _can_stand(lines[number], given) or (date.ahead and lines[number].place >= LATE):
                continue
            dated = Dated(number, date.earliest, date.latest, date)
            if not (_has_a_place(dated, article) and _is_of_event(dated, lines[number], found)):
                continue
            if lines[number].place and _opens_unknown(lines[number], known):
                continue
            if not slips.has(dated.date, article):
                by_sentence.setdefault(number, []).append(dated)
    for found_in_one in by_sentence.values():
        yield min(found_in_one, key=lambda d: PRECISIONS.index(d.date.precision))


def _told_first(articles: Sequence[Article]) -> AbstractSet[str]:
    """The stems of the words of all headlines, standfirsts and openings, of which a reader of the page knows."""
    texts = []
    for article in articles:
        body = [s for s in article.sentences if s.kind is BlockKind.BODY][:OPENING]
        heads = [s for s in article.sentences if s.kind is not BlockKind.BODY]
        texts += [(article.text[s.start : s.end], article.language) for s in (*heads, *body)]
    return frozenset(term for text, language in texts for term in content_stems(text, language=language))


def _opens_unknown(line: Line, known: AbstractSet[str]) -> bool:
    """Whether a sentence opens with a thing that no headline or opening has told of: "The organization met"."""
    noun = not_introduced(line.excerpt.text, known, language=line.language)
    return " " in noun and line.excerpt.text.lower().replace("-", " ").startswith(noun.lower())


def _can_stand(line: Line, given: AbstractSet[str]) -> bool:
    """Whether a sentence can be read in a list: it is no heap of headings, and says whom it is about."""
    text = line.excerpt.text
    if len(text) > LONGEST_TEXT or HEAP in text:
        return False
    if line.place == 0:
        return True
    if degree(text, language=line.language) is Degree.HANGS or calls_by_given_name(text, given):
        return False
    return not is_of_nobody(text, named=bool(line.people), language=line.language)


def _has_a_place(dated: Dated, article: Article) -> bool:
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


def _is_of_event(dated: Dated, line: Line, found: Findings) -> bool:
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
    how = "ahead" if dated.date.ahead else "guessed" if is_weekday(dated.date, language) else ""
    if (
        behind.startswith(OWNING)  # "last year's election"
        or _in_bare_relative(before, language)
        or is_mentioned(text, start, end, language=language, how=how)
        or not dates_main(text, start, end, dated.date.precision, ahead=dated.date.ahead, language=language)
    ):
        return False
    bare_year = dated.date.precision == "year" and dated.date.excerpt.text.isdecimal()
    if bare_year and _has(line.language, "in_year") and not _right_before("in_year", line.language).search(before):
        return False
    of_picture = CAPTION.search(before) and not dated.date.relative and not behind.strip(" .")
    of_thing = dated.date.precision != "quarter" and _right_before("of_a_thing", line.language).search(before)
    return not (of_picture or of_thing or _right_before("no_event", line.language).search(before))


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


def _is_of_story(groups: Sequence[Sequence[Dated]], lines: Sequence[Line], sources: Sources) -> bool:
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


def _is_foreign(number: int, lines: Sequence[Line], similar: NDArray[np.float32]) -> bool:
    """Whether a sentence is of another story, as a teaser is: it has none of this one's people and few of its words."""
    others = [n for n in range(len(lines)) if n != number]
    if any(lines[number].people & lines[n].people for n in others):
        return False
    leads = max((float(similar[number, n]) for n in others if lines[n].place < OPENING), default=0.0)
    own = max((float(similar[number, n]) for n in others if lines[n].article == lines[number].article), default=0.0)
    return len(others) >= LINES and leads < FOREIGN[0] and own < FOREIGN[1]


def _prominence(dated: Dated, lines: Sequence[Line]) -> tuple[int, int, int]:
    line = lines[dated.line]
    return line.place, line.article, dated.line


def _weight(group: Sequence[Dated], lines: Sequence[Line], sources: Sources) -> tuple[int, int, int, int]:
    """What belongs in a short timeline first: what most sources tell, precise dates, what stands early."""
    number = sources.count_independent({lines[dated.line].article for dated in group})
    precise = PRECISIONS.index(group[0].date.precision)
    return -number, precise, lines[group[0].line].place, group[0].line


def _entry(group: Sequence[Dated], lines: Sequence[Line]) -> TimelineEntry:
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
