"""Ask whether an article's sentences tell what the main clause of a sentence tells, its names and numbers among it.

A sentence is read as its article has it: below the headline, and behind the sentence before it in its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.compare.main_in_common import LEADS, have_one
from digest.compare.one_fact import of_others, tell_the_opposite
from digest.compare.sentences import Line
from digest.compare.windows import Window, best_window
from digest.language.conditions import has_condition, leaves_undecided, might_be
from digest.language.deeds import deeds
from digest.language.degrees import Degree
from digest.language.denying import denies
from digest.language.hanging import degree
from digest.language.main_clause import repeat_quoted, what_is_done
from digest.language.main_names import MainThing, Name, halves, lacking, main_thing, part_told, side_told, told_clause
from digest.language.named_days import on_other_weekdays
from digest.language.remembered import Once
from digest.language.same_main import reports_main
from digest.language.senses import senses_of
from digest.language.telling import Telling
from digest.language.terms import content_set, plain_words, stem
from digest.model import Article, BlockKind


class _Least(NamedTuple):
    """The part of what a sentence mainly tells, names aside, that a report of it tells, and one that lacks a name."""

    part: float
    but_one: float


ANY = _Least(0.37, 0.6)
LEAD = _Least(0.35, 0.36)  # of two leads
DONE = _Least(0.25, 0.25)  # of two that tell that the same was done
OPENS = 0.4  # of what either of two first sentences tells
HALF = 0.3  # of either of two things that a sentence tells
SIDE = 0.5  # of what it tells beside its main thing, that an article has anywhere
HELD = 0.6  # of what a lead tells, names aside, that another one tells, whatever either says was done
QUOTED = 0.65  # the part of somebody's words
AGAIN = 0.5  # the same, where the other repeats some of them in a row and both name one person
CORE = 0.3  # the part that a sentence tells which is told whole by the other one, and tells that the same was done
NEAR, NEAR_ALL = 0.36, 0.4  # the part of that, and of all that it tells, from which they may tell it
NAMES = 2  # names in common by which two leads are of one event, whatever they say was done
WORDS = 2  # of it beside a number or names of it
FEW = 3  # words, or names and numbers, that they must have of it


class MainTold:
    """What the sentences of a story mainly tell, and what those of its articles have of it."""

    def __init__(self, articles: Sequence[Article], lines: Sequence[Line], telling: Telling) -> None:
        self.telling = telling
        self._lines = lines
        self._windows: dict[tuple[str, int], Window | None] = {}
        self._bests: dict[tuple[str, int], Window | None] = {}
        self._articles = articles
        self._things: dict[str, MainThing] = {}
        self._held: dict[str, frozenset[str]] = {}

    def reports(self, teller: Line, lines: Sequence[Line]) -> bool:
        """Whether sentences of one article, together, report what another mainly tells, with its condition."""
        drops = (self._drop_condition, self._drop_side, self._drop_somebody, _decide_otherwise)
        if any(drop(teller, lines) for drop in drops):
            return False
        leads = teller.place < LEADS and any(line.place < LEADS and self._meet(teller, line) for line in lines)
        if not leads and self._drop_half(teller, lines):
            return False
        text = " ".join(line.excerpt.text for line in lines)
        if not reports_main(teller.excerpt.text, text, self.telling, leads=leads):
            return False
        done = leads and not deeds(teller.excerpt.text, teller.language).isdisjoint(self._senses(text, teller.language))
        if leads and not done and len(lines) == 1 and self._swapped(teller, lines[0]):
            return False
        anew = leads and any(map(_opens_anew, lines))
        if self._has_all(teller, lines, DONE if done else LEAD if anew else ANY):
            return True
        return len(lines) == 1 and self._holds(teller, lines[0])

    def open_alike(self, one: Line, other: Line) -> bool:
        """Whether two articles open with one event: either sentence reports the other, and tells much of it."""
        if one.place or other.place or not have_one(one, other) or tell_the_opposite(one, other):
            return False
        both = (one, other), (other, one)
        return all(self.reports(a, [b]) and self._part(a, self._before(b)) >= OPENS for a, b in both)

    def holds_all(self, one: Line, other: Line) -> bool:
        """Whether another lead tells what one mainly tells: all its names, and what was done.

        Of a single name, one person did it, or denies it: on one day, or so that the other lead mainly tells the same.
        """
        thing = self._thing(one)
        if thing.quoted or thing.short or not thing.names or tell_the_opposite(one, other):
            return False
        if lacking(thing, self._around(other)) or not self.reports(one, [other]):
            return False
        if on_other_weekdays(one.excerpt.text, other.excerpt.text, language=one.language):
            return False
        done = deeds(one.excerpt.text, one.language) & self._own(other)
        if len(thing.names) < NAMES:
            same = bool((done or _both_deny(one, other)) and one.people & other.people)
            return same and (bool(one.dates & other.dates) or self.reports(other, [one]))
        held = self._around(other)
        verb = what_is_done(told_clause(one.excerpt.text, language=one.language), one.language).split(maxsplit=1)[:1]
        again = self._senses(" ".join(verb), one.language) & held
        return bool(done) or (bool(again) and self._part(one, held) >= HELD)

    def _drop_condition(self, teller: Line, lines: Sequence[Line]) -> bool:
        """Whether a sentence tells what might be under a condition, in nobody's words, that none of the others have."""
        if self._thing(teller).quoted or not might_be(teller.excerpt.text, language=teller.language):
            return False
        return not any(has_condition(line.excerpt.text, language=line.language) for line in lines)

    def _drop_half(self, teller: Line, lines: Sequence[Line]) -> bool:
        """Whether a sentence tells two things that somebody does, of one of which the others have next to nothing."""
        held = frozenset().union(*map(self._before, lines))
        parts = (MainThing((), half) for half in halves(teller.excerpt.text, language=teller.language))
        return any(part_told(part, held, language=teller.language) < HALF for part in parts)

    def _swapped(self, teller: Line, line: Line) -> bool:
        """Whether two sentences open with somebody of whom the other tells, too, each with another one.

        "Ida Holm defended Per Lund": "Per Lund, whom Ida Holm appointed, has left Melk"
        """
        first, second = (self._thing(one).names[:1] for one in (teller, line))
        if not first or not second or first[0] & second[0]:
            return False
        known = first[0] & self._own(line) and second[0] & self._own(teller)
        return bool(known) and self._is_somebody(first[0], teller) and self._is_somebody(second[0], line)

    def _drop_side(self, teller: Line, lines: Sequence[Line]) -> bool:
        """Whether a sentence tells something beside its main thing of which the others' article has little anywhere."""
        side = MainThing((), side_told(teller.excerpt.text, language=teller.language))
        if not side.words or self._thing(teller).quoted:
            return False
        held = frozenset().union(*(side.words & self._article(number) for number in {line.article for line in lines}))
        return part_told(side, held, language=teller.language) < SIDE

    def _drop_somebody(self, teller: Line, lines: Sequence[Line]) -> bool:
        """Whether a sentence names somebody beside whom it opens with, of whom the others tell nothing."""
        thing = self._thing(teller)
        missing = lacking(thing, frozenset().union(*map(self._around, lines))) if teller.people else ()
        return any(name != thing.names[0] and self._is_somebody(name, teller) for name in missing)

    def _holds(self, teller: Line, line: Line) -> bool:
        """Whether a sentence tells all that another one does, which has much of it, and that the same was done.

        Of names that it has, the other one has some: "in Kenya" may be all that it tells.
        """
        thing = self._thing(teller)
        if thing.names and len(lacking(thing, self._around(line))) == len(thing.names):
            return False
        if thing.quoted or self._part(teller, self._before(line)) < CORE:
            return False
        done = deeds(teller.excerpt.text, teller.language) & self._senses(line.excerpt.text, line.language)
        told = reports_main(line.excerpt.text, teller.excerpt.text, self.telling) if done else False
        return told and self._has_all(line, [teller], ANY)

    def _meet(self, one: Line, other: Line) -> bool:
        """Whether two sentences have somebody, an organization, a number or two names in common."""
        named = [name for name in self._thing(one).names if not _is_number(name)]
        names = len(named) - len(lacking(MainThing(tuple(named), frozenset()), self._around(other)))
        return names >= NAMES or have_one(one, other) or bool(one.figures.keys() & other.figures.keys())

    def window(self, teller: Line, lines: Sequence[Line]) -> Window | None:
        """See `_window`; it is asked twice of an article, whether it reports a point and whether it may."""
        place = teller.excerpt.text, lines[0].article if lines else -1
        if place not in self._windows:
            self._windows[place] = self._window(teller, lines)
        return self._windows[place]

    def _window(self, teller: Line, lines: Sequence[Line]) -> Window | None:
        """The neighbouring sentences of an article that together may tell what a sentence mainly tells.

        A sentence with a number of it, and with words of it, may tell it in other words.
        """
        thing = self._thing(teller)
        if thing.quoted or thing.short:
            return None  # somebody's words are there, or they are not
        found = self._best(teller, lines)
        if found is not None and self._is_near(teller, found):
            return found
        numbers = frozenset().union(*(n for n in thing.names if any(w[0].isdigit() and len(w) > 1 for w in n)))
        able = [line for line in lines if not numbers.isdisjoint(self._own(line))]
        able = [line for line in able if len(thing.words & self._own(line)) >= WORDS]
        return best_window(thing, able, self._own, self.telling, most=1)

    def part_of(self, teller: Line, lines: Sequence[Line]) -> float:
        """The part of what a sentence mainly tells that an article's headline or neighbouring sentences have of it."""
        thing, found = self._thing(teller), self._best(teller, lines)
        if found is None:
            return 0.0
        terms = thing.words.union(*thing.names)
        headed = self.telling.weight(terms & self._headline(lines[0].article)) / self.telling.weight(terms)
        return max(found.whole, headed)

    def some_words(self, teller: Line, lines: Sequence[Line]) -> float:
        """The part of the words, names aside, of what a sentence mainly tells that one of some sentences has.

        One word is none: a law may be told of as a "decree", and its president without a name.
        """
        thing = self._thing(teller)
        able = [held for held in map(self._own, lines) if len(thing.words & held) >= WORDS]
        return max((part_told(thing, held, language=teller.language) for held in able), default=0.0)

    def share_in(self, teller: Line, line: Line) -> float:
        """The part of what a sentence mainly tells, names among it, that stands in another one."""
        thing = self._thing(teller)
        terms = thing.words.union(*thing.names)
        return self.telling.weight(terms & self._own(line)) / self.telling.weight(terms) if terms else 0.0

    def _best(self, teller: Line, lines: Sequence[Line]) -> Window | None:
        place = teller.excerpt.text, lines[0].article if lines else -1
        if place not in self._bests:
            self._bests[place] = best_window(self._thing(teller), lines, self._own, self.telling)
        return self._bests[place]

    def is_quoted(self, teller: Line) -> bool:
        """Whether a sentence mainly gives somebody's words."""
        return self._thing(teller).quoted

    def _is_near(self, teller: Line, found: Window) -> bool:
        if found.whole < NEAR or found.names < found.missing:
            return False
        if found.words < WORDS or found.words + found.names < FEW or not found.counted:
            return False
        own = self._own(teller)
        held = frozenset().union(*map(self._own, found.lines))
        return self.telling.weight(own & held) >= NEAR_ALL * self.telling.weight(own)

    def tells(self, teller: Line, window: Window) -> bool:
        """Whether neighbouring sentences tell all of what a sentence mainly tells."""
        if not window.is_all or window.words < FEW:
            return False
        text = " ".join(line.excerpt.text for line in window.lines)
        leads = teller.place < LEADS and window.best.place < LEADS
        return reports_main(teller.excerpt.text, text, self.telling, leads=leads)

    def with_words(self, teller: Line, window: Window) -> tuple[Line, ...]:
        """The best of neighbouring sentences, and those of them that have more than names of what one mainly tells.

        One that is about other people tells another thing.
        """
        words = self._thing(teller).words
        able = [line for line in window.lines if words & self._own(line) and not of_others(line, teller)]
        return tuple(line for line in window.lines if line == window.best or line in able)

    def adding(self, teller: Line, lines: Sequence[Line], best: Line) -> tuple[Line, ...]:
        """The best of neighbouring sentences that tell a main thing, and those that add a name or a deed of it.

        What only has words of it beside those tells what comes next.
        """
        thing, done = self._thing(teller), deeds(teller.excerpt.text, teller.language)
        kept, held = [best], self._own(best)
        for line in lines:
            with_it = held | self._own(line)
            more = len(lacking(thing, with_it)) < len(lacking(thing, held)) or not (done & with_it) <= held
            if line != best and more:
                kept.append(line)
                held = with_it
        return tuple(line for line in lines if line in kept)

    def has_words(self, teller: Line, line: Line) -> bool:
        """Whether a sentence has some words, beside names, of what another mainly tells: not only who said it."""
        words = self._thing(teller).words
        return len(words & self._own(line)) >= min(WORDS, len(words))

    def on_other_days(self, teller: Line, lines: Sequence[Line]) -> bool:
        """Whether sentences name days, and a sentence, or the last one before it to name any, names none of those."""
        start = self._lines.index(teller)
        before = (line.days for line in reversed(self._lines[: start + 1]) if line.article == teller.article)
        first, second = (
            next((days for days in before if days), frozenset()),
            frozenset().union(*(x.days for x in lines)),
        )
        return bool(first and second) and first.isdisjoint(second)

    def _own(self, line: Line) -> frozenset[str]:
        return self._senses(line.excerpt.text, line.language)

    def _has_all(self, teller: Line, lines: Sequence[Line], least: _Least) -> bool:
        """Whether sentences of one article have the names and numbers of what one mainly tells, and much of the rest.

        Of two leads that have a key figure in common, the figure is enough. One name of several may be lacking, for
        which they may write "he" or "the town", but no number.
        """
        thing = self._thing(teller)
        before = frozenset().union(*map(self._before, lines))
        missing = lacking(thing, frozenset().union(*map(self._around, lines)))
        if any(_is_number(name) for name in lacking(thing, before) if name not in missing):
            least = ANY  # a headline says of whom a sentence tells; how many there were, is what it tells
        part = self._part(teller, before)
        if missing:
            able = len(missing) == 1 < len(thing.names) and not _is_number(missing[0])
            return able and part >= least.but_one
        if thing.quoted:
            again = any(
                line.people & teller.people and repeat_quoted(teller.excerpt.text, line.excerpt.text) for line in lines
            )
            return part >= (AGAIN if again else QUOTED)
        counted = any(line.figures.keys() & teller.figures.keys() for line in lines)
        return part >= least.part or (least is not ANY and counted)

    def _is_somebody(self, name: frozenset[str], line: Line) -> bool:
        """Whether a name is that of one of the people of a sentence."""
        return any(name <= self._senses(person, line.language) for person in sorted(line.people))

    def _part(self, teller: Line, held: frozenset[str]) -> float:
        """The part of what a sentence mainly tells that others have, names aside; who somebody is, they may omit."""
        thing, language = self._thing(teller), teller.language
        roles = frozenset(senses_of(teller.roles, language=language)) - held
        return part_told(thing._replace(words=(thing.words - roles) or thing.words), held, language=language)

    @Once
    def years(self) -> frozenset[str]:
        """The years in which the articles appeared, which a sentence may leave out: "this year", "on 4 May"."""
        return frozenset(str(article.published.value.year) for article in self._articles if article.published)

    @Once
    def _plain(self) -> frozenset[str]:
        """The stems of the story's words in small letters."""
        found = {word for line in self._lines for word in plain_words(line.excerpt.text) if word[0].islower()}
        return frozenset(stem(word, language=self.telling.language) for word in found)

    def _thing(self, line: Line) -> MainThing:
        text = line.excerpt.text
        if text not in self._things:
            self._things[text] = main_thing(text, self.telling.names, plain=self._plain, language=line.language)
        return self._things[text]

    def _around(self, line: Line) -> frozenset[str]:
        """The senses of a sentence and of the one before it, of the people in it and of the headline: who a "he" is.

        What the headline tells of them is not told in the sentence.
        """
        people = (self._senses(name, line.language) for name in sorted(line.people))
        return self._before(line).union(self._headline(line.article), *people)

    def _article(self, number: int) -> frozenset[str]:
        """The senses of all of an article."""
        article = self._articles[number]
        return self._senses(article.text, article.language)

    def _headline(self, number: int) -> frozenset[str]:
        """The senses of an article's headline."""
        article = self._articles[number]
        headline = (s for s in article.sentences[:1] if s.kind is BlockKind.HEADLINE)
        texts = (article.text[s.start : s.end] for s in headline)
        return frozenset().union(*(self._senses(text, article.language) for text in texts))

    def _before(self, line: Line) -> frozenset[str]:
        """The senses of a sentence, and of the one before it in its paragraph."""
        article = self._articles[line.article]
        before = article.sentences[line.index - 1 : line.index]
        same = [s for s in before if s.block == article.sentences[line.index].block]
        texts = [line.excerpt.text, *(article.text[s.start : s.end] for s in same)]
        return frozenset().union(*(self._senses(text, line.language) for text in texts))

    def _senses(self, text: str, language: str) -> frozenset[str]:
        if text not in self._held:
            self._held[text] = frozenset(senses_of(content_set(text, language=language), language=language))
        return self._held[text]


def _opens_anew(line: Line) -> bool:
    """Whether a lead tells something new: "Holm made the comments on Friday" tells when it was that she made them."""
    return line.place < LEADS and degree(line.excerpt.text, language=line.language) is not Degree.POINTS


def _is_number(name: Name) -> bool:
    return any(word[0].isdigit() for word in name)


def _decide_otherwise(teller: Line, lines: Sequence[Line]) -> bool:
    """Whether a sentence tells what all others leave open, or the reverse: "will go", "whether she goes or stays"."""
    undecided = [leaves_undecided(line.excerpt.text, language=line.language) for line in lines]
    return not any(undecided) if leaves_undecided(teller.excerpt.text, language=teller.language) else all(undecided)


def _both_deny(one: Line, other: Line) -> bool:
    return all(denies(line.excerpt.text, language=line.language) for line in (one, other))
