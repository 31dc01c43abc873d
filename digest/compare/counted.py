"""Look at a figure with what stands around it: what happened to those who are counted, where, when, and up to when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from digest.compare.amounts import last_digit, reach
from digest.compare.cues import (
    cues,
    is_former,
    is_said,
    is_until,
    names_of_day,
    outcome_of,
    owns,
    words_before,
    words_behind,
)
from digest.compare.event_places import event_places
from digest.language.remembered import Once
from digest.language.terms import content_set, low_words, own_capitals, stem, stems_of
from digest.model import Article, BlockKind, DateMention, Excerpt, Figure, Findings, Span

LEAD = 3  # sentences of a body that tell what an article is about
FEWEST = 3  # words that tell an event; with fewer the sentence before is read too
SLACK = 1.001  # a float is no exact number
LONG = ("month", "quarter", "year")


class Told(NamedTuple):
    """An article and its headline's place; its figures by value; stems of its dates, people and places.

    Its dates and places by sentence.
    """

    article: Article
    headline: Span | None
    figures: Mapping[Decimal, Sequence[Figure]]
    days: frozenset[str]
    people: frozenset[str]
    scene: frozenset[str]
    dates: Mapping[int, Sequence[DateMention]]
    places: Mapping[int, frozenset[str]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Counted:
    """A figure of one article and what is known around it. Each thing is read when it is first asked for.

    There is one for each figure: that is why it is equal to itself alone.

    `order` is the article's place in the story.
    """

    order: int
    figure: Figure
    told: Told

    @property
    def language(self) -> str:
        """The language of the article."""
        return self.told.article.language

    @Once
    def size(self) -> float:
        """Its value, for quick looks."""
        return float(self.figure.value)

    @Once
    def step(self) -> float:
        """A little more than what one more in its last digit would be worth, for quick looks."""
        return SLACK * float(last_digit(self.figure.value))

    @Once
    def most(self) -> Decimal:
        """The largest number that it can stand for."""
        return reach(self.figure)[1]

    def is_near(self, other: Counted) -> bool:
        """Whether two numbers may be one, up to the last digit of the rougher of them. Asked first, for it is cheap."""
        gap = abs(self.size - other.size)
        return gap <= self.step or gap <= other.step

    @Once
    def kind(self) -> tuple[str, str, str]:
        """What it counts: its unit; what happened to whom, "" and "" where the words tell nothing."""
        return self.figure.unit, self.outcome or "", self.noun if self.outcome else ""

    @Once
    def headed(self) -> bool:
        """Whether it stands in the headline of its article."""
        headline = self.told.headline
        return headline is not None and headline.covers(self.figure.excerpt.span)

    @Once
    def measure(self) -> frozenset[str]:
        """The stems of its measure."""
        return content_set(self.figure.measure.text, language=self.language) if self.figure.measure else frozenset()

    @Once
    def context(self) -> frozenset[str]:
        """The stems of its sentence."""
        return content_set(self._sentence.text, language=self.language)

    @Once
    def event(self) -> frozenset[str]:
        """The stems of its sentence, or of this and the one before, without words of counting."""
        unit, number, article = self._unit, self.figure.sentence, self.told.article
        event = _event(self.context, unit, self.language)
        if len(event) < FEWEST and 0 < number < len(article.sentences):
            event |= _event(
                content_set(article.sentence_excerpt(number - 1).text, language=self.language), unit, self.language
            )
        return event - self.told.days

    @Once
    def outcome(self) -> str | None:
        """What happened to those who are counted."""
        cue = cues(self.language)
        told = [cue.outcomes[word] for word in low_words(self._sentence.text) if word in cue.outcomes]
        if not told:
            return None  # of most figures
        outcome = outcome_of(self.figure, self._left, self._right, cue)
        return "killed" if outcome is None and self.is_total and "killed" in told else outcome

    @Once
    def noun(self) -> str:
        """Who they are, "" for anybody: "miners dead" are miners, "people dead" are anybody."""
        cue = cues(self.language)
        unit = " ".join(word for word in self.figure.unit.split() if word.lower() not in cue.outcomes)
        return "" if unit in cue.anybody or not unit else stem(unit, language=self.language)

    @Once
    def partial(self) -> bool:
        """Whether only a part of them is counted."""
        cue, own = cues(self.language), low_words(self.figure.excerpt.text)
        told = [word for word, following in pairwise((*own, "")) if following not in cue.than]  # not "more than 40"
        return not cue.partial.isdisjoint((*self._left[:2], *told))

    @Once
    def when(self) -> tuple[DateMention, ...]:
        """The dates of its sentence but those of saying and counting."""
        text, cue, start = self.told.article.text, cues(self.language), self._sentence.span.start
        kept = [date for date in self._dates if date not in self._until]
        return tuple(date for date in kept if not is_said(text[start : date.excerpt.span.start], cue))

    @Once
    def named_days(self) -> Mapping[str, frozenset[str]]:
        """What names its dates, by their precision: "sunday", "may"."""
        found: dict[str, frozenset[str]] = {}
        for date in self.when:
            found[date.precision] = found.get(date.precision, frozenset()) | names_of_day(date.excerpt.text)
        return found

    @Once
    def day(self) -> dt.date | None:
        """Up to when it was counted, as its sentence says, or the article's own day."""
        published = self.told.article.published
        return self._stated_day or (published.value if published else None)

    @Once
    def time(self) -> dt.datetime | None:
        """The moment up to which it was counted, where that is the article's."""
        article = self.told.article
        own = article.published_time if article.published and not self._stated_day else None
        return own.value if own else None

    @Once
    def names(self) -> frozenset[str]:
        """The stems of the names in its sentence, but for those of people: they do not tell where something was."""
        names = stems_of(own_capitals(self._sentence.text, language=self.language), language=self.language)
        source = self.figure.source
        others = self.told.days | self.told.people
        return names - others - (content_set(source.mention.text, language=self.language) if source else frozenset())

    @property
    def places(self) -> frozenset[str]:
        """The stems of the places in its sentence."""
        return self.told.places.get(self.figure.sentence, frozenset())

    @Once
    def elsewhere(self) -> bool:
        """Whether its sentence says that it turns to something else: "Meanwhile, …", "a separate plant"."""
        return self.separate or not cues(self.language).elsewhere.isdisjoint(low_words(self._sentence.text)[:2])

    @Once
    def separate(self) -> bool:
        """Whether its sentence tells of "a separate plant"."""
        return not cues(self.language).separate.isdisjoint(low_words(self._sentence.text))

    @Once
    def leads(self) -> bool:
        """Whether it stands where its article tells what it is about."""
        body = (s.index for s in self.told.article.sentences if s.kind is BlockKind.BODY)
        return self.figure.sentence in tuple(islice(body, LEAD))

    @Once
    def is_total(self) -> bool:
        """Whether it is said to be the whole: "the death toll"."""
        measure = self.figure.measure
        return measure is not None and not cues(self.language).totals.isdisjoint(low_words(measure.text))

    @Once
    def beside(self) -> str:
        """The stem of the word right before it."""
        touching = self._sentence.text[: self._at].rstrip()[-1:].isalnum()
        return stem(self._left[0], language=self.language) if self._left and touching else ""

    @Once
    def around(self) -> frozenset[str]:
        """The stems of the nearest words."""
        return stems_of((*self._left[:2], *self._right[:3]), language=self.language) - self._unit

    @Once
    def former(self) -> tuple[Figure, ...]:
        """The figures of its sentence that held before."""
        own, article, cue = self.figure, self.told.article, cues(self.language)
        others = [other for same in self.told.figures.values() for other in same if other.sentence == own.sentence]
        return tuple(other for other in others if other != own and is_former(article, other, cue))

    @Once
    def _sentence(self) -> Excerpt:
        article, number = self.told.article, self.figure.sentence
        return article.sentence_excerpt(number) if number < len(article.sentences) else self.figure.excerpt

    @Once
    def _at(self) -> int:
        """Where it stands in its sentence."""
        return max(0, self.figure.excerpt.span.start - self._sentence.span.start)

    @Once
    def _left(self) -> list[str]:
        return words_before(self._sentence.text[: self._at], cues(self.language))

    @Once
    def _right(self) -> list[str]:
        return words_behind(self._sentence.text[self._at + len(self.figure.excerpt.text) :], cues(self.language))

    @Once
    def _unit(self) -> frozenset[str]:
        return content_set(self.figure.unit, language=self.language)

    @property
    def _dates(self) -> Sequence[DateMention]:
        return self.told.dates.get(self.figure.sentence, ())

    @Once
    def _until(self) -> list[DateMention]:
        """The dates up to which it was counted."""
        text, cue = self.told.article.text, cues(self.language)
        return [d for d in self._dates if is_until(text, d, cue) or (self.is_total and not owns(text, d))]

    @Once
    def _stated_day(self) -> dt.date | None:
        return next((d.earliest for d in self._until if d.precision == "day" and d.earliest), None)


def counted(article: Article, order: int, found: Findings) -> Iterator[Counted]:
    """Each figure of an article with what stands around it."""
    dates: dict[int, list[DateMention]] = {}
    for date in found.dates:
        dates.setdefault(date.sentence, []).append(date)
    days = frozenset(word for date in found.dates for word in content_set(date.excerpt.text, language=article.language))
    values: dict[Decimal, list[Figure]] = {}
    for figure in found.figures:
        values.setdefault(figure.value, []).append(figure)
    people = frozenset(word for person in found.people for word in content_set(person.name, language=article.language))
    scene = frozenset(word for place in found.places for word in content_set(place.name, language=article.language))
    headline, places = article.headline, event_places(article, found)
    told = Told(article, headline.span if headline else None, values, days, people, scene, dates, places)
    for figure in found.figures:
        yield Counted(order=order, figure=figure, told=told)


def _event(context: frozenset[str], unit: frozenset[str], language: str) -> frozenset[str]:
    """The words of a sentence that tell what happened, and not how many."""
    return context - unit - {w for w in context if w[:1].isdigit()} - _counting(language)


@cache
def _counting(language: str) -> frozenset[str]:
    """The stems of the words that tell no event: outcomes, totals, and whoever is counted."""
    cue = cues(language)
    return frozenset(stem(w, language=language) for w in (*cue.outcomes, *cue.anybody, *cue.totals, *cue.said))
