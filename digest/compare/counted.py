"""Look at a figure with what stands around it: what happened to those who are counted, where, when, and up to when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from digest.compare.event_places import event_places
from digest.language import subject
from digest.language.terms import WORD, Word, content_stems, own_capitals, stem, stems_of, words
from digest.model import Article, DateMention, Figure, Findings

SIGNS = re.compile(r"[,;:()—–]")  # a clause ends here
BEFORE, BEHIND = 4, 5  # words of a clause that are looked at around a figure
FEWEST = 3  # words that tell an event; with fewer the sentence before is read too
SAID = 3  # words between a verb of saying and the day on which it was said
LONG = ("month", "quarter", "year")


class Cues(NamedTuple):
    """What a language's `compare.yml` says about figures, by stems and lower-case words."""

    outcomes: dict[str, str]
    anybody: frozenset[str]
    totals: frozenset[str]
    partial: frozenset[str]
    elsewhere: frozenset[str]
    until: tuple[str, ...]
    said: frozenset[str]
    former: frozenset[str]
    breaks: frozenset[str]
    falling: frozenset[str]
    settled: frozenset[str]
    pointing: frozenset[str]


@cache
def cues(language: str) -> Cues:
    """Load what a language says about figures."""
    data = subject(language, "compare")["figures"]
    sets = {name: frozenset(data[name]) for name in Cues._fields if name not in ("outcomes", "until")}
    outcomes = {str(word): kind for kind, forms in data["outcomes"].items() for word in forms}
    return Cues(outcomes=outcomes, until=tuple(data["until"]), **sets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A figure of one article and what is known around it.

    `measure` and `context` are the stems of its measure and its sentence, `event` those of the sentence without words
    of counting. `outcome` is what happened to those who are counted, `noun` who they are, "" for anybody. `when` are
    the dates of its sentence but those of saying and counting; `day` is up to when it was counted, as its sentence
    says, or the article's own day. `names` and `places` stand in its sentence, `beside` is the word in front of it,
    `around` are the nearest words; `elsewhere` is True where the sentence says that it turns to something else.
    `others` are all figures of the article, `former` those of the sentence that held before.
    """

    order: int
    figure: Figure
    measure: frozenset[str]
    context: frozenset[str]
    event: frozenset[str]
    outcome: str | None
    noun: str
    partial: bool
    when: tuple[DateMention, ...]
    day: dt.date | None
    time: dt.datetime | None
    names: frozenset[str]
    places: frozenset[str]
    elsewhere: bool
    beside: str
    around: frozenset[str]
    others: tuple[Figure, ...]
    former: tuple[Figure, ...]
    language: str


class _Beside(NamedTuple):
    """The stems of all dates of an article, and of the places of one sentence."""

    days: frozenset[str]
    places: frozenset[str]


def counted(article: Article, order: int, found: Findings) -> Iterator[Counted]:
    """Each key figure of an article with what stands around it."""
    days = frozenset(word for date in found.dates for word in _stems(date.excerpt.text, article.language))
    places = event_places(article, found)
    for figure in found.figures:
        if figure.key:
            yield _counted(article, order, found, figure, _Beside(days, places.get(figure.sentence, frozenset())))


def _counted(article: Article, order: int, found: Findings, figure: Figure, beside: _Beside) -> Counted:
    language, cue = article.language, cues(article.language)
    sentence = article.sentence_excerpt(figure.sentence) if figure.sentence < len(article.sentences) else figure.excerpt
    at = max(0, figure.excerpt.span.start - sentence.span.start)
    left = _clause_words(sentence.text[:at], cue, back=True)
    own = _stems(figure.unit, language)
    right = _clause_words(sentence.text[at + len(figure.excerpt.text) :], cue)
    context = _stems(sentence.text, language)
    event = _event(context, own, language)
    if len(event) < FEWEST and 0 < figure.sentence < len(article.sentences):
        event |= _event(_stems(article.sentence_excerpt(figure.sentence - 1).text, language), own, language)
    names = stems_of(own_capitals(sentence.text, language=language), language=language)
    total = figure.measure is not None and any(word in cue.totals for word in _low(figure.measure.text))
    outcome = _outcome(figure, left, right, cue)
    if outcome is None and total and "killed" in {cue.outcomes.get(word) for word in _low(sentence.text)}:
        outcome = "killed"
    when, day, time = _times(article, figure, [d for d in found.dates if d.sentence == figure.sentence], total=total)
    return Counted(
        order=order,
        figure=figure,
        measure=_stems(figure.measure.text if figure.measure else "", language),
        context=context,
        event=event - beside.days,
        outcome=outcome,
        noun="" if figure.unit in cue.anybody or not figure.unit else stem(figure.unit, language=language),
        partial=bool({*left[:2], *_low(figure.excerpt.text)} & cue.partial),
        when=when,
        day=day,
        time=time,
        places=beside.places,
        elsewhere=any(word in cue.elsewhere for word in _low(sentence.text[:30])[:2]),
        names=names - beside.days - (_stems(figure.source.mention.text, language) if figure.source else frozenset()),
        beside=stem(left[0], language=language) if left and sentence.text[:at].rstrip()[-1:].isalnum() else "",
        around=stems_of((*left[:2], *right[:3]), language=language) - own,
        others=found.figures,
        former=tuple(
            f
            for f in found.figures
            if f.sentence == figure.sentence and f is not figure and f != figure and _is_former(article, f, cue)
        ),
        language=language,
    )


def _event(context: frozenset[str], unit: frozenset[str], language: str) -> frozenset[str]:
    """The words of a sentence that tell what happened, and not how many."""
    return context - unit - {w for w in context if w[:1].isdigit()} - _counting(language)


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(content_stems(text, language=language))


def _low(text: str) -> list[str]:
    return [word.text.lower() for word in words(text)]


def _times(
    article: Article, figure: Figure, dates: Sequence[DateMention], *, total: bool
) -> tuple[tuple[DateMention, ...], dt.date | None, dt.datetime | None]:
    """The dates of what happened; the day, and the moment, up to which the figure was counted."""
    cue, text = cues(article.language), article.text
    start = article.sentences[figure.sentence].start if figure.sentence < len(article.sentences) else 0
    until = [d for d in dates if _is_until(text, d, cue) or (total and not _owns(text, d))]
    said = [d for d in dates if _is_said(text[start : d.excerpt.span.start], cue)]
    when = tuple(d for d in dates if d not in until and d not in said)
    stated = next((d.earliest for d in until if d.precision == "day" and d.earliest), None)
    if stated or not article.published:
        return when, stated, None
    return when, article.published.value, article.published_time.value if article.published_time else None


@cache
def _counting(language: str) -> frozenset[str]:
    """The stems of the words that tell no event: outcomes, totals, and whoever is counted."""
    cue = cues(language)
    return frozenset(stem(w, language=language) for w in (*cue.outcomes, *cue.anybody, *cue.totals, *cue.said))


def _clause_words(text: str, cue: Cues, *, back: bool = False) -> list[str]:
    """The words next to a figure, in lower case, up to where its clause ends: the nearest first."""
    near: list[str] = []
    edge = len(text) if back else 0
    found = reversed(words(text)) if back else (Word(m[0], *m.span()) for m in WORD.finditer(text))  # few are read
    for written, start, end in found:
        word = written.lower()
        gap = text[end:edge] if back else text[edge:start]
        if SIGNS.search(gap) or word in cue.breaks or len(near) >= (BEFORE if back else BEHIND):
            break
        near.append(word)
        edge = start if back else end
    return near


def _outcome(figure: Figure, left: Sequence[str], right: Sequence[str], cue: Cues) -> str | None:
    """What happened to those who are counted: from the figure's own words, else from the nearest around it."""
    measure = _low(figure.measure.text) if figure.measure else []
    order = (*reversed(_low(figure.excerpt.text)), *left[:1], *right, *left[1:], *reversed(measure))
    return next((cue.outcomes[word] for word in order if word in cue.outcomes), None)


def _is_until(text: str, date: DateMention, cue: Cues) -> bool:
    """Whether a date says up to when something was counted: "as of Monday"."""
    before = text[max(0, date.excerpt.span.start - 12) : date.excerpt.span.start].lower().rstrip()
    return any(before == phrase or before.endswith(f" {phrase}") for phrase in cue.until)


def _is_said(before: str, cue: Cues) -> bool:
    """Whether a date tells when somebody said it: "the ministry said late on Monday"."""
    return any(word in cue.said for word in _low(before[-40:])[-SAID:])


def _owns(text: str, date: DateMention) -> bool:
    """Whether something is of that day: "Sunday's crash"."""
    return text[date.excerpt.span.end : date.excerpt.span.end + 2] in ("'s", "’s")


def _is_former(article: Article, figure: Figure, cue: Cues) -> bool:
    """Whether a figure is what held before: "rose to 43 from 40"."""
    before = article.text[max(0, figure.excerpt.span.start - 30) : figure.excerpt.span.start]
    return any(word in cue.former for word in (*_low(before)[-2:], *_low(figure.excerpt.text)[:1]))
