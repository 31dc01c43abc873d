"""Read the dates of a sentence: try the shapes that its words allow, and ask what each match means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from digest.extract.dating.day_first import DayFirst, day_first_kinds, day_first_shapes
from digest.extract.dating.intervals import Interval
from digest.extract.dating.meanings import Answer, Context, Meanings
from digest.extract.dating.shapes import LETTERS, Shape, any_of, kinds, shapes
from digest.extract.dating.told import is_told
from digest.language import subject
from digest.language.tenses import is_past
from digest.language.terms import low_words

DIGITS = re.compile(r"\d+")
LONGEST_TITLE = 40  # characters of a title in front of a day in it
TITLE_BEFORE = re.compile(r"[\"“‘«„](?:[^\W\d_a-z]\w*\s)*$")
TITLE_BEHIND = re.compile(r"[,.]?[\"”’»]")
SUBJECT = 8  # words of a subject between a date and "will"
WINDOW = 60  # characters in front of a date where "will" says that it is still to come


class Reading(NamedTuple):
    """A date at `start..end`, with its interval where it could be resolved, and whether it was still to come."""

    start: int
    end: int
    precision: str
    relative: bool
    interval: Interval | None
    ahead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The shapes of a language, what they mean, and the kinds of word that call for them."""

    language: str
    kinds: Mapping[str, str]
    steps: frozenset[str]
    ahead: re.Pattern[str]
    beside: re.Pattern[str]
    behind: re.Pattern[str]
    far: re.Pattern[str]
    shapes: Sequence[Shape]
    meanings: Sequence[Callable[[re.Match[str], Context], Answer]]

    def read(self, text: str, start: int, end: int, published: dt.date | None) -> list[Reading]:
        """Read the dates of `text[start:end]`, in order; where two overlap, the one that starts first, or is longer."""
        words = LETTERS.findall(text[start:end].lower())
        present = self._kinds_of(words, DIGITS.findall(text, start, end))
        if not present:
            return []
        hits: list[tuple[int, int, int, re.Match[str]]] = []
        for order, shape in enumerate(self.shapes):
            if shape.needs <= present and not (shape.words and shape.words.isdisjoint(words)):
                group = "only" if "only" in shape.pattern.groupindex else 0
                hits += [(m.start(group), -m.end(group), order, m) for m in shape.pattern.finditer(text, start, end)]
        readings: list[Reading] = []
        for first, minus_after, order, match in sorted(hits, key=lambda hit: hit[:3]):
            if readings and first < readings[-1].end:
                continue
            ahead = self._looks_ahead(text, start, match)
            told = partial(self._is_told, text, start, end, match)
            answer = self.meanings[order](match, Context(published, ahead and published is not None, told))
            if answer is not None and not (answer[1] and _is_title(text, first, -minus_after)):
                interval = answer[2]
                to_come = interval.earliest > published if interval and published else ahead
                readings.append(Reading(first, -minus_after, *answer, to_come))
        return readings

    def _looks_ahead(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Whether the clause says that a date is still to come: "will meet on Friday", "on Friday they will meet".

        Many words may stand between only where the date opens the sentence: "On Friday, all owners of boats will meet".
        """
        window = text[max(start, match.start() - WINDOW) : match.start()]
        clause = window[max(window.rfind(sign) for sign in ".;!?") + 1 :]
        if self.ahead.search(clause) or self.beside.search(clause):
            return True
        follows = self.behind.match(text, match.end())
        if follows:
            return not (follows["subject"] and self._has_verb(low_words(clause)))
        opens = len(text[start : match.start()].split()) <= 1  # "On Friday"
        return opens and self.far.match(text, match.end()) is not None

    def _is_told(self, text: str, start: int, end: int, match: re.Match[str]) -> bool:
        """Whether the clause of a date is surely in the past."""
        return is_told(text[start:end], match.start() - start, match.end() - start, self.language)

    def _has_verb(self, before: Sequence[str]) -> bool:
        """Whether a verb in the past right before a date has it for itself: "declared in July she plans"."""
        verb = next((word for word in reversed(before) if word not in self.steps), "")
        return is_past(verb, self.language)

    def _kinds_of(self, words: Sequence[str], digits: Sequence[str]) -> set[str]:
        """The kinds of word in a sentence of these words, in lower case, and these runs of digits."""
        present = {self.kinds[word] for word in self.kinds.keys() & words}
        if digits:
            present.add("digit")
            if 4 in map(len, digits):
                present.add("year")
        if "quarter" in present:
            present.add("unit")
        return present


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a date is the end of a title in quotation marks: the "Today" show, “Our Sunday,”."""
    return bool(TITLE_BEFORE.search(text, max(0, start - LONGEST_TITLE), start) and TITLE_BEHIND.match(text, end))


def _far(language: str, data: Mapping[str, Any]) -> re.Pattern[str]:
    """A comma, a subject of several words with no verb among them, and a word such as "will"."""
    if not data.get("upcoming_far"):
        return re.compile("(?!)")
    verbs = any_of([*data["and"], *map(str, subject(language, "summarize")["past"])])
    other = rf"(?!(?:{verbs})\b)(?!\w+ed\b)[\w'’-]+"
    return re.compile(rf",\s(?:{other}\s){{1,{SUBJECT}}}{any_of(data['upcoming_far'])}\b", re.IGNORECASE)


@cache
def grammar(language: str) -> Grammar:
    """Build the grammar of a language from its words."""
    data = subject(language, "dates")
    day_first = data.get("order") == "day first"
    forms = day_first_shapes(data) if day_first else shapes(data)
    meanings = DayFirst(data) if day_first else Meanings(data)
    return Grammar(
        language=language,
        steps=frozenset(map(str, subject(language, "compare").get("dates", {}).get("steps", ()))),
        kinds=day_first_kinds(data) if day_first else kinds(data),
        ahead=re.compile(rf"\b{any_of(data['upcoming'])}\b", re.IGNORECASE),
        beside=re.compile(rf"\b{any_of(data['upcoming_beside'])}\s*$", re.IGNORECASE),
        behind=re.compile(
            rf",?\s(?:(?!{any_of(data['and'])}\s)(?P<subject>\w+)\s)?{any_of(data['upcoming'])}\b", re.IGNORECASE
        ),
        far=_far(language, data),
        shapes=forms,
        meanings=[getattr(meanings, form.meaning) for form in forms],
    )
