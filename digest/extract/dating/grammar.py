"""Read dates by shape: each pattern has an example, and a rule that turns it into an interval."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from digest.extract.dating.intervals import (
    Interval,
    back_to,
    of_month,
    of_months,
    of_year,
    one_day,
    shifted,
)
from digest.language import subject

LONGEST = 60  # characters of a date; a sentence's window for "will" and the like
PRECISION = {"fortnight": "week", "weekend": "week", "decade": "year", "century": "year"}


class Reading(NamedTuple):
    """A date at `start..end`, with its interval where it could be resolved."""

    start: int
    end: int
    precision: str
    relative: bool
    interval: Interval | None


class Context(NamedTuple):
    """What a rule may know besides its match: the day of publication, and whether the text looks ahead."""

    published: dt.date | None
    ahead: bool


# A rule gives precision, whether relative, and the interval; None where the match is no date after all.
Answer = tuple[str, bool, Interval | None] | None
Rule = Callable[[re.Match[str], Context], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The patterns of a language. `trigger` matches in a sentence that may hold a date."""

    trigger: re.Pattern[str]
    ahead: re.Pattern[str]
    rules: Sequence[tuple[re.Pattern[str], Rule]]

    def read(self, text: str, start: int, end: int, published: dt.date | None) -> list[Reading]:
        """Read the dates of `text[start:end]`, in order and without overlap."""
        hits: list[tuple[int, int, int, re.Match[str]]] = []
        for order, (pattern, _) in enumerate(self.rules):
            hits += [(m.start(), -m.end(), order, m) for m in pattern.finditer(text, start, end)]
        readings: list[Reading] = []
        for first, minus_last, order, match in sorted(hits, key=lambda hit: hit[:3]):
            if readings and first < readings[-1].end:
                continue
            ahead = bool(self.ahead.search(text, max(start, first - LONGEST), first))
            answer = self.rules[order][1](match, Context(published, ahead))
            if answer is not None:
                readings.append(Reading(first, -minus_last, *answer))
        return readings


@cache
def grammar(language: str) -> Grammar:
    """Build the patterns of a language from its words."""
    data = subject(language, "dates")
    rules = _Rules(data)
    month = _any(data["months"]) + r"\b\.?"
    clear = _any(m for m in data["months"] if m not in data["ambiguous_months"]) + r"\b\.?"
    unclear = _any(data["ambiguous_months"]) + r"\b\.?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)"
    weekday = _any(data["weekdays"], dots=True)
    lead = rf"(?:(?:{weekday}),?\s(?:the\s)?)?"
    number = rf"(?P<count>\d{{1,3}}|{_any(data['numbers'])})"
    unit = r"(?P<unit>day|week|fortnight|month|quarter|year|decade)s?\b"
    part = r"(?P<part>early|mid|late|beginning|middle|start|end)"
    that_year = r"(?P<which>this|last|next|the\s(?:same|previous|current))\syear"
    before = _any(data["before_month"])
    patterns: list[tuple[str, Rule, int]] = [
        # "Monday, December 2, 2021"; "Dec. 2nd"; "December 2-4, 2021"
        (
            rf"\b{lead}(?P<month>{month})\s{day}(?:\s?[-–]\s?(?P<until>\d{{1,2}}))?\b(?![.,:]\d)(?:,?\s(?:of\s)?{year})?",
            rules.day,
            0,
        ),
        # "2 December 2021"; "the 2nd of December"
        (
            rf"\b{lead}{day}(?:\s?[-–]\s?(?P<until>\d{{1,2}}))?\s(?:of\s)?(?P<month>{month})(?:,?\s{year})?",
            rules.day,
            0,
        ),
        # "2022-02-24"
        (r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?![\d-])", rules.iso, 0),
        # "24/02/2022", "24.2.2022"
        (
            r"(?<![\d./])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d./]\d|\d)",
            rules.slashed,
            0,
        ),
        # "late February 2022", "early in February", "the end of March", "mid-2021"
        (
            rf"\b{part}(?:\s(?:in\s|of\s)?|-)(?P<month>{month})(?:,?\s(?:of\s)?(?:{year}|{that_year}))?",
            rules.month,
            re.I,
        ),
        (rf"\b{part}(?:\s(?:in\s|of\s)?|-)(?:the\syear\s)?{year}", rules.year, re.I),
        (rf"\b{part}\sof\s(?:{that_year}|(?P<the>the\syear))", rules.that_year, re.I),
        # "February 2022", "March of last year"
        (rf"\b(?P<month>{month}),?\s(?:of\s)?(?:{year}|{that_year})", rules.month, 0),
        # "February", "in March"
        (rf"\b(?P<month>{clear})", rules.month, 0),
        (rf"(?<=\b)(?:{before})\s(?P<only>(?P<month>{unclear}))(?=[\s,.;:)]|$)(?!\s[A-Z])", rules.month, 0),
        # "first quarter of 2022", "Q1 2022", "second half of last year"
        (
            rf"\b(?P<nth>{_any(data['quarters'])})[\s-](?P<span>quarter|half)(?:\s(?:of\s)?(?:the\syear\s)?(?:{year}|{that_year})|(?P<the>\sof\sthe\syear))?\b",
            rules.quarter,
            re.I,
        ),
        (rf"\b(?P<short>[QH])(?P<digit>[1-4])\b(?:\s(?:of\s)?{year})?", rules.quarter, 0),
        # "Monday", "last Friday"
        (
            rf"\b(?:(?P<which>last|next|this|this\spast|this\scoming)\s)?(?P<weekday>{weekday})(?!['’]?\w)",
            rules.weekday,
            0,
        ),
        # "yesterday", "last night", "this morning"
        (rf"\b(?P<word>{_any(data['days'])})\b", rules.near_day, re.I),
        (r"\b(?P<which>last|this)\s(?P<word>night|morning|afternoon|evening)\b", rules.near_day, re.I),
        # "two months ago"; "a day before", "three weeks later" hang on another date
        (rf"\b(?:{number})\s{unit}\sago\b", rules.ago, re.I),
        (rf"\b(?:{number})\s{unit}\s(?:before|after|earlier|later)\b", rules.hanging, re.I),
        # "last month", "earlier this year", "the past two weeks"
        (
            r"\b(?:(?P<early>earlier|later)\s)?(?P<which>last|next|this|this\spast|this\scoming|the\s(?:previous|following|same|current|past|coming))\s(?P<unit>weekend|week|fortnight|month|quarter|year|decade)\b(?!-)",
            rules.near,
            re.I,
        ),
        (rf"\bthe\s(?:last|past|previous)\s(?:{number})\s{unit}", rules.past, re.I),
        # "eighth week"
        (rf"\b(?:{_any(data['ordinals'])})\s(?P<unit>day|week|month|year)\b", rules.hanging, re.I),
        # "in recent years"
        (rf"\b(?:{_any(data['vague'])})\b", rules.vague, re.I),
        # "the year 2014", "2014-2017", "the 1990s", "2014"
        (r"\b(?:the\syear\s)(?P<year>\d{4})\b", rules.year, re.I),
        (
            r"(?<![\w.,$€£¥/-])(?P<year>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)?\d\d)(?![\w/%-]|[.,]\d)",
            rules.years,
            0,
        ),
        (r"\b(?:the\s)?(?P<year>(?:1[5-9]|20)\d0)s\b", rules.decade, re.I),
        (
            r"(?<![\w.,$€£¥/#-])(?<![$€£¥]\s)(?P<year>(?:1[89]|20)\d\d)(?![\w/%°-]|[.,]\d|\s(?:per|percent|million|billion|thousand|hundred|people|men|women|km|miles|metres|meters|feet|dollars|euros|pounds|yen|points|tons|tonnes|votes|soldiers|troops|workers|homes|jobs|cases|deaths)\b)",
            rules.year,
            re.I,
        ),
    ]
    trigger = rf"\d|\b(?:{_any(data['months'])}|{_any(data['weekdays'])}|{_any(data['days'])})|\b(?:night|morning|afternoon|evening|days?|weeks?|weekend|fortnights?|months?|quarters?|half|years?|decades?)\b"
    return Grammar(
        trigger=re.compile(trigger, re.IGNORECASE),
        ahead=re.compile(rf"\b(?:{_any(data['upcoming'])})\b", re.IGNORECASE),
        rules=[(re.compile(_flag(p), flags), rule) for p, rule, flags in patterns],
    )


def _flag(pattern: str) -> str:
    return pattern


def _any(words: object, *, dots: bool = False) -> str:
    """An alternation of words, the longest first; a month of three letters stays capitalised where case counts."""
    forms = sorted(words, key=lambda w: (-len(w), w))  # type: ignore[call-overload]
    return "(?:" + "|".join(re.escape(w) for w in forms) + ")"


class _Rules:
    """What each shape means. A relative date needs the day of publication, and stays open without it."""

    def __init__(self, data: Mapping[str, object]) -> None:
        self.months = {k.lower(): v for k, v in data["months"].items()}  # type: ignore[attr-defined]
        self.weekdays = {k.lower(): v for k, v in data["weekdays"].items()}  # type: ignore[attr-defined]
        self.numbers = data["numbers"]
        self.quarters = data["quarters"]
        self.days = data["days"]

    def _month(self, match: re.Match[str]) -> int:
        return int(self.months[match["month"].lower().rstrip(".")])

    def day(self, match: re.Match[str], context: Context) -> Answer:
        month, number = self._month(match), int(match["day"])
        until = int(match["until"] or 0)
        if not 1 <= number <= 31 or until > 31:
            return None
        if match["year"]:
            first = one_day(int(match["year"]), month, number)
            last = one_day(int(match["year"]), month, until) if until else first
            return ("day", False, Interval(first.earliest, last.latest)) if first and last else None
        if context.published is None:
            return "day", True, None
        near = [
            i for i in (one_day(context.published.year + shift, month, number) for shift in (-1, 0, 1)) if i is not None
        ]
        chosen = _nearest(near, context)
        last = one_day(chosen.latest.year, month, until) if chosen and until else chosen
        return "day", True, Interval(chosen.earliest, last.latest) if chosen and last else None

    def iso(self, match: re.Match[str], _: Context) -> Answer:
        interval = one_day(int(match["year"]), int(match["number"]), int(match["day"]))
        return ("day", False, interval) if interval else None

    def slashed(self, match: re.Match[str], _: Context) -> Answer:
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if first <= 12 and second <= 12 and first != second:
            return "day", False, None
        interval = one_day(year, second, first) if second <= 12 else one_day(year, first, second)
        return ("day", False, interval) if interval else None

    def month(self, match: re.Match[str], context: Context) -> Answer:
        names = match.groupdict()
        month, part = self._month(match), (names.get("part") or "").lower()
        if names.get("year"):
            return "month", False, of_month(int(match["year"]), month, part)
        if context.published is None:
            return "month", True, None
        if names.get("which"):
            year = _which_year(match["which"], context.published)
            return "month", True, of_month(year, month, part) if year else None
        near = [of_month(context.published.year + shift, month, part) for shift in (-1, 0, 1)]
        return "month", True, _nearest([i for i in near if i], context)

    def year(self, match: re.Match[str], _: Context) -> Answer:
        part = (match.groupdict().get("part") or "").lower()
        interval = of_year(int(match["year"]), part)
        return ("year", False, interval) if interval else None

    def that_year(self, match: re.Match[str], context: Context) -> Answer:
        if context.published is None or match["the"]:
            return "year", True, None
        year = _which_year(match["which"], context.published)
        return "year", True, of_year(year, match["part"].lower()) if year else None

    def quarter(self, match: re.Match[str], context: Context) -> Answer:
        names = match.groupdict()
        half = (names.get("span") or "").lower() == "half" or names.get("short") == "H"
        nth = int(names.get("digit") or 0) or int(self.quarters[match["nth"].lower()])  # type: ignore[index]
        if half:
            nth = 2 if nth == 4 else nth
            if nth > 2:
                return None
        if half and not (names.get("year") or names.get("which") or names.get("the") or names.get("short")):
            return None
        precision, size = ("year", 6) if half else ("quarter", 3)
        if names.get("year"):
            return precision, False, of_months(int(match["year"]), (nth - 1) * size + 1, nth * size)
        if context.published is None or not names.get("which"):
            return precision, True, None
        year = _which_year(match["which"], context.published)
        return precision, True, of_months(year, (nth - 1) * size + 1, nth * size) if year else None

    def weekday(self, match: re.Match[str], context: Context) -> Answer:
        if context.published is None:
            return "day", True, None
        wanted, today = int(self.weekdays[match["weekday"].lower()]), context.published.weekday()
        which = (match["which"] or "").lower()
        if which == "next" or "coming" in which or (not which and context.ahead):
            shift = (wanted - today) % 7 or (7 if which == "next" else 0)
        else:
            shift = -((today - wanted) % 7) or (-7 if which == "last" else 0)
        return "day", True, shifted(context.published, "day", shift)

    def near_day(self, match: re.Match[str], context: Context) -> Answer:
        word = match["word"].lower()
        shift = -1 if match.groupdict().get("which", "").lower() == "last" else int(self.days.get(word, 0))  # type: ignore[attr-defined]
        return "day", True, shifted(context.published, "day", shift) if context.published else None

    def near(self, match: re.Match[str], context: Context) -> Answer:
        unit, which = match["unit"].lower(), match["which"].lower()
        precision = PRECISION.get(unit, unit)
        if context.published is None or which in ("the previous", "the following", "the same"):
            return precision, True, None
        if which in ("the past", "this past"):
            return precision, True, back_to(context.published, "week" if unit == "weekend" else unit, 1)
        shift = -1 if which == "last" else 1 if which in ("next", "this coming", "the coming") else 0
        interval = shifted(context.published, unit, shift)
        if interval and match["early"] and shift == 0:
            early = match["early"].lower() == "earlier"
            interval = Interval(
                *((interval.earliest, context.published) if early else (context.published, interval.latest))
            )
        return precision, True, interval

    def past(self, match: re.Match[str], context: Context) -> Answer:
        unit = match["unit"].lower()
        interval = back_to(context.published, unit, self._count(match)) if context.published else None
        return PRECISION.get(unit, unit), True, interval

    def ago(self, match: re.Match[str], context: Context) -> Answer:
        unit = match["unit"].lower()
        interval = shifted(context.published, unit, -self._count(match)) if context.published else None
        return PRECISION.get(unit, unit), True, interval

    def hanging(self, match: re.Match[str], _: Context) -> Answer:
        unit = match["unit"].lower()
        return PRECISION.get(unit, unit), True, None

    def vague(self, _: re.Match[str], __: Context) -> Answer:
        return "vague", True, None

    def years(self, match: re.Match[str], _: Context) -> Answer:
        first, last = int(match["year"]), match["last"]
        until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        start, end = of_year(first), of_year(until)
        return ("year", False, Interval(start.earliest, end.latest)) if start and end and until > first else None

    def decade(self, match: re.Match[str], _: Context) -> Answer:
        start, end = of_year(int(match["year"])), of_year(int(match["year"]) + 9)
        return ("year", False, Interval(start.earliest, end.latest)) if start and end else None

    def _count(self, match: re.Match[str]) -> int:
        said = match["count"].lower()
        return int(said) if said.isdecimal() else int(self.numbers[said])  # type: ignore[index]


def _which_year(which: str, published: dt.date) -> int | None:
    shift = {"this": 0, "last": -1, "next": 1, "the current": 0}.get(" ".join(which.lower().split()))
    return None if shift is None else published.year + shift


def _nearest(near: Sequence[Interval], context: Context) -> Interval | None:
    """The last one that has begun by the day of publication; the next one to come where the text looks ahead."""
    today = context.published
    assert today is not None
    if context.ahead:
        return next((i for i in near if i.latest >= today), None)
    return next((i for i in reversed(near) if i.earliest <= today), None)
