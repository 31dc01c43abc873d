"""Say whether two dated sentences tell one event: surely, so that one may be cited for the other, or maybe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.compare.one_fact import of_others, tell_the_opposite
from digest.compare.sentences import Line
from digest.language import subject
from digest.language.deeds import deeds
from digest.language.main_clause import main_clause
from digest.language.main_names import told_clause
from digest.language.quoting import QUOTED
from digest.language.telling import Telling, says
from digest.language.terms import low_words
from digest.model import DateMention

# Similarity, telling words and words in common from which sentences of different articles tell the same of one day …
ALIKE = ((0.6, 1, 0), (0.5, 2, 0), (0.35, 3, 0))
DONE = ((0.35, 2, 0), (0.2, 1, 4))  # … if a verb of their main clauses is the same: "passed the bill" …
LEADS, LEAD = 1, (0.25, 0, 4)  # … if both stand first in their articles, for these tell what the day brought …
ROUGH, OF_ONE = range(8, 21), (0.3, 1, 4)  # … if of one person they tell what is in "mid-May", which is seldom said …
WITHIN = ((0.35, 1, 5), (0.3, 2, 5))  # … and where one date holds the other: a week and its Friday
SAME_ARTICLE = 0.5  # the same, within one article …
BESIDE = 2  # … where sentences so near to one another may tell one deed: "passed a bill", "approved the measure"
SAID = 0.4  # part of what is said, by weight, that is the same where somebody says one thing
OPENING = 2  # sentences of an article that tell its news
MAYBE = ((0.3, 1), (0.0, 2))  # similarity and telling words from which two rows of one day may tell the same …
ROUGHLY = ((0.2, 0), (0.0, 1))  # … and those of a day and of the month or year around it
PRECISIONS = ("day", "week", "month", "quarter", "year")


class Dated(NamedTuple):
    """A sentence that tells what happened on a date; `line` is its number among the compared ones."""

    line: int
    earliest: dt.date
    latest: dt.date
    date: DateMention

    @property
    def when(self) -> tuple[dt.date, dt.date, str]:
        """First and last day, and precision: sentences of one `when` may tell the same."""
        return self.earliest, self.latest, self.date.precision

    def holds(self, other: Dated) -> bool:
        """Whether this is the date of the other, or a longer period around it."""
        return self.earliest <= other.earliest and other.latest <= self.latest


def same_event(one: Dated, other: Dated, lines: Sequence[Line], similar: NDArray[np.float32], telling: Telling) -> bool:
    """Whether two dated sentences surely tell one event, so that the one may be cited for the other."""
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
    leads = first.place < LEADS and second.place < LEADS
    if tell_the_opposite(first, second) or (of_others(first, second) and not leads):
        return False  # "the letter for Ida Holm was found", "that for Ann Ito was opened"
    texts = first.excerpt.text, second.excerpt.text
    if one.when == other.when and (_is_changed(*texts, language=first.language) or _say_others(*texts, telling)):
        return False
    told = len(telling.words(texts[0]) & telling.words(texts[1]))
    common = len(set(first.stems) & set(second.stems))
    rules: Sequence[tuple[float, int, int]] = ALIKE if one.when == other.when else WITHIN
    if one.when == other.when:
        if telling.same(*texts):
            return True
        if deeds(texts[0], first.language) & deeds(texts[1], first.language):
            rules = (*rules, *DONE)
        if leads and _mains_in_common(*texts, telling):
            rules = (*rules, LEAD)
        if (one.latest - one.earliest).days in ROUGH and first.people & second.people:
            rules = (*rules, OF_ONE)
    return any(alike >= least and told >= words and common >= every for least, words, every in rules)


def may_be_same(
    one: Dated, other: Dated, lines: Sequence[Line], similar: NDArray[np.float32], telling: Telling
) -> bool:
    """Whether two dated sentences would seem to tell one event twice, so that only one of them is shown.

    "Ida Holm declared that she will run" and "Ida Holm made it known" on one day, a bill of March "last year".
    """
    if not (one.holds(other) or other.holds(one)):
        return False
    first, second = lines[one.line], lines[other.line]
    alike, texts = float(similar[one.line, other.line]), (first.excerpt.text, second.excerpt.text)
    exact = one.when == other.when
    if exact and (who := _first_named(first)) and who == _first_named(second):
        return True
    opening = max(first.place, second.place) < OPENING and first.article != second.article
    if exact and opening and not of_others(first, second):
        return True
    if exact and deeds(texts[0], first.language) & deeds(texts[1], first.language):
        return True
    told = len(telling.words(texts[0]) & telling.words(texts[1]))
    return any(alike >= least and told >= words for least, words in (MAYBE if exact else ROUGHLY))


def _mains_in_common(one: str, other: str, telling: Telling) -> bool:
    """Whether the main clauses of two sentences have a telling word in common, not only what was before or beside it.

    "Calm returned to Melk after the storm" and "The board won the vote, after a storm" have not.
    """
    mains = (telling.words(main_clause(text, language=telling.language)) for text in (one, other))
    return not frozenset.isdisjoint(*mains)


def _say_others(one: str, other: str, telling: Telling) -> bool:
    """Whether two sentences tell that somebody said something, and little of what was said is the same."""
    if not all(says(text, language=telling.language) for text in (one, other)):
        return False
    mine, theirs = (telling.words(told_clause(text, language=telling.language)) for text in (one, other))
    return telling.weight(mine & theirs) < SAID * min(telling.weight(mine), telling.weight(theirs))


def _first_named(line: Line) -> str:
    """The person whom a sentence names first outside of quotation marks, be it by the family name."""
    text = QUOTED.sub(lambda found: " " * len(found.group()), line.excerpt.text)
    found = ((text.find(name) if name in text else text.find(name.rpartition(" ")[2]), name) for name in line.people)
    return min((one for one in found if one[0] >= 0), default=(0, ""))[1]


def _is_changed(*texts: str, language: str) -> bool:
    """Whether just one of two sentences tells what was planned before: "was originally to open"."""
    words = frozenset(subject(language, "compare").get("dates", {}).get("changed", ()))
    return len({words.isdisjoint(low_words(text)) for text in texts}) > 1
