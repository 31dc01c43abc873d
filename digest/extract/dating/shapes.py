"""What dates look like: each shape with an example, the words that it cannot do without, and its meaning's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
THROUGH = r"(?:\s?[-–]\s?|\s(?:to|until|till|through)\s)"
UNTIL = rf"(?:{THROUGH}(?P<until>\d{{1,2}})(?:st|nd|rd|th)?)?"
FROM_YEAR, LAST_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)", r"(?P<last>(?:1[5-9]|20)\d\d)\b(?!%|[.,]\d)"
UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|decade)s?\b"
THAT_YEAR = r"(?P<which>this|last|next|that(?:\ssame)?|the\s(?:same|previous|current))\syear"
PART = r"(?i:(?P<part>early|mid|late|beginning|middle|start|end))(?:\s(?:in\s|of\s)?|-)"
# What a bare year is not followed by: it would be a count.
COUNTED = (
    r"(?:per|percent|million|billion|thousand|hundred|people|men|women|km|miles|metres|meters|feet|dollars|euros|pounds"
    r"|yen|hours|hrs|GMT|points|tons|tonnes|votes|soldiers|troops|workers|homes|jobs|cases|deaths)"
)


LETTERS = re.compile(r"[^\W\d_]+")


class Shape(NamedTuple):
    """A pattern, the kinds of word that a sentence must hold for it, and the method of Meanings that reads it.

    A group `only` marks the date itself where the pattern needs words around it. Where `words` are given, the sentence
    must hold one of them (in lower case): to ask for a word costs less than to try a pattern.
    """

    needs: frozenset[str]
    meaning: str
    pattern: re.Pattern[str]
    words: frozenset[str] = frozenset()


def shapes(data: Mapping[str, Any]) -> tuple[Shape, ...]:
    """The shapes of a language; where two match at the same place, the longer one wins, then the first."""
    full = [m for m in data["months"] if len(m) > 4]
    short = [m for m in data["months"] if m not in full]
    month = rf"(?P<month>{any_of(full)}\b|{any_of(short)}\b\.?)"
    clear = rf"(?P<month>{any_of(m for m in data['months'] if m not in data['ambiguous_months'])}\b)"
    unclear = rf"(?P<month>{any_of(data['ambiguous_months'])})"
    weekday, seasons = any_of(data["weekdays"]), any_of(data["seasons"])
    lead = rf"(?:{weekday},?\s(?:the\s)?)?"
    number = rf"(?P<count>\d{{1,3}}|{any_of(data['numbers'])})"
    which_year = rf"(?:{YEAR}|{THAT_YEAR})"
    other = month.replace("<month>", "<month2>")
    parts, unclear_words = "early mid late beginning middle start end", _words(data["ambiguous_months"])
    # What a sentence must hold, what it means, how it looks, and words of which it must hold one, where there are any.
    rows: list[tuple[str, ...]] = [
        # "June 2 to July 4, 2021"; "28 February to 3 March 2021"
        (
            "month digit",
            "days_through",
            rf"\b{month}\s{DAY}{THROUGH}{other}\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?:of\s)?{YEAR})?",
        ),
        (
            "month digit",
            "days_through",
            rf"\b{DAY}\s{month}{THROUGH}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s{other}(?:,?\s{YEAR})?",
        ),
        # "between June 2 and June 4, 2021"
        (
            "month digit",
            "days_through",
            rf"(?i:\bbetween)\s(?P<only>{month}\s{DAY}\sand\s{other}\s(?P<day2>\d{{1,2}})\b(?:,?\s{YEAR})?)",
            "between",
        ),
        # "March to May 2018"
        ("month year", "months_through", rf"\b{month}{THROUGH}{other},?\s(?:of\s)?{YEAR}"),
        # "Monday, December 2, 2021"; "Dec. 2nd"; "December 2-4, 2021"; "December 2 of that year"
        ("month digit", "day", rf"\b{lead}{month}\s{DAY}{UNTIL}\b(?![.,:]\d)(?:,?\s(?:of\s)?{which_year})?"),
        # "2 December 2021"; "the 2nd of December"
        ("month digit", "day", rf"\b{lead}{DAY}{UNTIL}\s(?:of\s)?{month}(?:,?\s(?:of\s)?{which_year})?"),
        # "2022-02-24"
        ("year", "iso", r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?![\d-])"),
        # "24/02/2022", "24.2.2022"
        (
            "year",
            "slashed",
            r"(?<![\d./])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![./]?\d)",
        ),
        # "late February 2022", "early in February", "the end of March", "mid-2021", "end of last year"
        ("month", "month", rf"\b{PART}{month}(?:,?\s(?:of\s)?{which_year})?", parts),
        ("year", "year", rf"\b{PART}(?:the\syear\s)?{YEAR}", parts),
        ("unit", "that_year", rf"(?i)\b{PART}(?:{THAT_YEAR}|(?P<the>the\syear))", parts),
        # "February 2022", "March of last year"
        ("month year", "month", rf"\b{month},?\s(?:of\s)?{YEAR}"),
        ("month unit", "month", rf"\b{month},?\s(?:of\s)?{THAT_YEAR}"),
        # "February"; "in March"
        ("month", "month", rf"\b{clear}"),
        (
            "month",
            "month",
            rf"\b(?:{any_of(data['before_month'])})\s(?P<only>{unclear})(?=[\s,.;:)]|$)(?!\s[A-Z\d])",
            unclear_words,
        ),
        # "spring of 2019", "autumn 2020", "winter 2021-22", "last summer"
        ("season year", "season", rf"\b(?P<season>{seasons})\s(?:of\s)?{YEAR}(?:[-–/](?P<last>\d\d(?:\d\d)?)\b)?"),
        ("season", "open_season", rf"\b(?:last|this|next)\s(?:{seasons})\b"),
        # "fiscal 2021", "financial year 2021-22", "FY2020"
        (
            "year",
            "fiscal",
            rf"\b(?:(?i:fiscal(?:\syear)?|financial\syear)\s|FY\s?){YEAR}(?:[-–/]\d\d(?:\d\d)?\b)?",
            "fiscal financial fy",
        ),
        # "first quarter of 2022", "Q1 2022", "second half of last year"
        (
            "quarter",
            "quarter",
            rf"(?i)\b(?P<nth>{any_of(data['quarters'])})[\s-](?P<span>quarter|half)"
            rf"(?:\s(?:of\s)?(?:the\syear\s)?{which_year}|(?P<the>\sof\sthe\syear))?\b",
        ),
        ("short", "quarter", rf"\b(?P<short>[QH])(?P<digit>[1-4])\b(?:\s(?:of\s)?{YEAR})?"),
        # "Monday", "last Friday"
        (
            "weekday",
            "weekday",
            rf"\b(?:(?P<which>last|next|this|this\spast|this\scoming)\s)?(?P<weekday>{weekday})(?!['’]?\w)",
        ),
        # "yesterday", "last night", "this morning"
        ("near", "near_day", rf"(?i)\b(?P<word>{any_of(data['days'])})\b"),
        ("part", "near_day", r"(?i)\b(?P<which>last|this)\s(?P<word>night|morning|afternoon|evening)\b"),
        # "two months ago"; "a day before", "three weeks later", "the eighth week" hang on another date
        ("unit", "ago", rf"(?i)\b{number}\s{UNIT}\sago\b", "ago"),
        ("unit", "hanging", rf"(?i)\b{number}\s{UNIT}\s(?:before|after|earlier|later)\b", "before after earlier later"),
        (
            "unit",
            "hanging",
            rf"(?i)\b{any_of(data['ordinals'])}\s(?P<unit>day|week|month|year)\b",
            _words(data["ordinals"]),
        ),
        # "last month", "earlier this year"; "the past two weeks"
        (
            "unit",
            "near",
            r"(?i)\b(?:(?P<early>earlier|later)\s)?"
            r"(?P<which>last|next|this|this\spast|this\scoming|the\s(?:previous|following|same|current|past|coming))\s"
            r"(?P<unit>weekend|week|fortnight|month|quarter|year|decade)\b(?!-)",
            "last next this previous following same current past coming",
        ),
        ("unit", "past", rf"(?i)\bthe\s(?:last|past|previous)\s{number}\s{UNIT}", "last past previous"),
        # "in recent years"
        ("unit", "vague", rf"(?i)\b{any_of(data['vague'])}\b", _words(data["vague"])),
        # "the year 2014", "2014-2017", "the 1990s", "2014"
        ("year", "year", r"(?i)\bthe\syear\s(?P<year>\d{4})\b", "year"),
        (
            "year",
            "years",
            r"(?<![\w.,$€£¥/-])(?P<year>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)?\d\d)(?![\w/%-]|[.,]\d)",
        ),
        # "from 2019 to 2021", "between 2010 and 2012"
        ("year", "years", rf"\b(?i:from)\s(?P<only>{FROM_YEAR}\s(?:to|until|through)\s{LAST_YEAR})", "from"),
        ("year", "years", rf"\b(?i:between)\s(?P<only>{FROM_YEAR}\sand\s{LAST_YEAR})", "between"),
        # "the 1990s", "the early 2000s", "the ’80s"; "the late 19th century"
        (
            "year",
            "decade",
            r"(?i)\b(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?P<year>(?:1[5-9]|20)\d0)s\b",
            "s",
        ),
        ("digit", "decade", r"(?i)(?:\bthe\s)?(?<!\w)['’‘](?P<short>[3-9]0)s\b", "s"),
        (
            "unit",
            "century",
            rf"(?i)\b(?:(?:early|mid|late)[\s-])?(?P<nth>(?:1[3-9]|2[01])(?:st|th)|{any_of(data['centuries'])})[\s-]century\b",
            "century",
        ),
        (
            "year",
            "year",
            r"(?<![\w.,$€£¥/#-])(?<![$€£¥]\s)(?P<year>(?:1[89]|20)\d\d)"
            rf"(?![\w/%°-]|[.,]\d|\s{COUNTED}\b)",
        ),
    ]
    return tuple(
        Shape(frozenset(needs.split()), meaning, re.compile(pattern), frozenset(" ".join(words).split()))
        for needs, meaning, pattern, *words in rows
    )


def _words(phrases: Iterable[str]) -> str:
    """For each phrase the longest of its words, in lower case: where none of them stands, no phrase does."""
    return " ".join(max(LETTERS.findall(phrase.lower()), key=len) for phrase in phrases)


def kinds(data: Mapping[str, Any]) -> dict[str, str]:
    """Which kind of word a lower-case word is, for `Shape.needs`."""
    words = dict.fromkeys(("century", "day", "week", "weekend", "fortnight", "month", "year", "decade"), "unit")
    words |= {f"{w}s": "unit" for w in list(words)}
    words |= {"quarter": "quarter", "half": "quarter", "quarters": "unit"}
    words |= {"q": "short", "h": "short"}  # "Q1"
    words |= dict.fromkeys(("night", "morning", "afternoon", "evening"), "part")
    words |= {w.lower(): "season" for w in data["seasons"]}
    words |= {w.lower(): "near" for w in data["days"]}
    words |= {w.lower(): "month" for w in data["months"]}
    return words | {w.lower().rstrip("."): "weekday" for w in data["weekdays"]}


def any_of(words: Iterable[str]) -> str:
    """An alternation of words, the longest first; it looks at the first letter before it tries word after word."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    first = "".join(re.escape(letter) for letter in sorted({word[0] for word in ordered}))
    return f"(?:(?=[{first}])(?:" + "|".join(re.escape(w) for w in ordered) + "))"
