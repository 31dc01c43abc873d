"""Dates of languages that write the day first: "3. März 2026", "3 de marzo de 2026", "hace dos semanas".

All words are those of the language's `dates.yml`; what a date means is told by `Meanings`, as for English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from digest.extract.dating.intervals import back_to, of_month, of_months, of_year, shifted
from digest.extract.dating.meanings import PRECISION, Answer, Context, Meanings, nearest
from digest.extract.dating.shapes import YEAR, Shape, any_of


def day_first_shapes(data: Mapping[str, Any]) -> tuple[Shape, ...]:
    """The shapes of a language; where two match at the same place, the longer one wins, then the first."""
    mark = re.escape(data["day_mark"])
    month_link, year_link = _link(data["month_link"]), _link(data["year_link"])
    month = rf"(?P<month>{any_of(data['months'])})\b\.?"
    clear = rf"(?P<month>{any_of(m for m in data['months'] if m not in data['ambiguous_months'] and len(m) > 4)})\b"
    weekday = any_of(data["weekdays"])
    number = rf"(?P<count>\d{{1,3}}|{any_of(data['numbers'])})"
    unit = rf"(?P<unit>{any_of(data['units'])})\b"
    which = rf"(?P<which>{any_of(data['which'])})"
    part = rf"(?P<part>{any_of(data['parts'])})"
    day = rf"(?P<day>\d{{1,2}}){mark}"
    until = rf"(?:\s?(?:[-–/]|{any_of(data['until'])})\s?(?P<until>\d{{1,2}}){mark})?"
    in_year = rf"(?:,?\s{year_link}{YEAR})"
    in_that = rf"(?:\s(?P<that>{any_of(data['other_year'])})\b)"
    dated = rf"(?:\b{weekday},?\s(?:{any_of(data['before_day'])}\s)?)?"
    lead = any_of(data["before_month"])
    spans = rf"(?:(?P<quarter>{any_of(data['quarter_words'])})|(?P<half>{any_of(data['half_words'])}))\b"
    behind = any_of(data["which_behind"]) if data["which_behind"] else r"(?!)"
    rows: list[tuple[str, str, str]] = [
        # "Montag, 3. März 2026", "3. bis 5. März", "lunes 3 de marzo de 2026"
        ("month digit", "day", rf"(?i)(?<![\d.,]){dated}{day}{until}\s?{month_link}{month}(?:{in_year}|{in_that})?"),
        ("year", "iso", r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?![\d-])"),
        # "24.2.2022", "24/02/2022", "3.4.2022": the day stands first
        ("year", "iso", rf"(?<![\d./])(?P<day>\d{{1,2}})(?P<sign>[./])\s?(?P<number>\d{{1,2}})(?P=sign)\s?{YEAR}"),
        # "Ende März 2026", "a finales de marzo"
        ("month", "month", rf"(?i)\b{part}\s{month_link}{month}{in_year}?"),
        ("year", "year", rf"(?i)\b{part}\s{year_link}{YEAR}"),
        ("month year", "month", rf"\b{month}{in_year}"),
        ("month", "month", rf"\b{clear}"),
        ("month", "month", rf"(?i)\b{lead}\s(?-i:(?P<only>{month}))"),
        ("quarter", "part_of_year", rf"(?i)\b(?P<nth>{any_of(data['quarters'])})\s{spans}{in_year}?"),
        ("weekday", "weekday", rf"(?i)\b(?:{which}\s)?(?P<weekday>{weekday})\b(?:\s(?P<behind>{behind}))?"),
        ("near", "near_day", rf"(?i){_not_after(data['not_days_after'])}\b(?P<word>{any_of(data['days'])})\b"),
        ("unit", "past", rf"(?i)\b(?:{any_of(data['past_leads'])})\s{number}\s{unit}"),
        ("unit", "near", rf"(?i)\b{which}\s{unit}"),
        ("unit", "vague", rf"(?i)\b{any_of(data['vague'])}\b"),
        ("year", "years", r"(?<![\w.,$€/-])(?P<year>(?:19|20)\d\d)[-–/](?P<last>(?:19|20)?\d\d)(?![\w/%-]|[.,]\d)"),
        ("year", "year", r"(?<![\w.,$€£/#-])(?P<year>(?:1[89]|20)\d\d)(?![\w/%°-]|[.,]\d|\s(?:Euro|euros|%|Prozent))"),
    ]  # fmt: skip
    if data["which_behind"]:
        rows.append(("unit", "near", rf"(?i)\b{unit}\s(?P<which>{behind})\b"))
    if data["ago"]:
        rows.append(("unit", "ago", rf"(?i)\b{any_of(data['ago'])}\s{number}\s{unit}"))
    if data["ago_behind"]:
        rows.append(("unit", "ago", rf"(?i)\b{number}\s{unit}\s{any_of(data['ago_behind'])}\b"))
    return tuple(Shape(frozenset(needs.split()), meaning, re.compile(pattern)) for needs, meaning, pattern in rows)


def day_first_kinds(data: Mapping[str, Any]) -> dict[str, str]:
    """Which kind of word a lower-case word is, for `Shape.needs`."""
    kinds = {word.lower(): "unit" for word in data["units"]}
    kinds |= {word.lower(): "quarter" for word in (*data["quarter_words"], *data["half_words"])}
    kinds |= {word.lower(): "near" for word in data["days"]}
    kinds |= {word.lower(): "month" for word in data["months"]}
    return kinds | {word.lower(): "weekday" for word in data["weekdays"]}


def _link(words: list[str]) -> str:
    return rf"(?:(?:{any_of(words)})\s)?" if words else ""


def _not_after(words: list[str]) -> str:
    return "".join(rf"(?<!\b{re.escape(word)}\s)" for word in words)


class DayFirst(Meanings):
    """What the shapes mean: the language's words for "last", "week" and "end" are read as the English ones."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self.units = {k.lower(): str(v) for k, v in data["units"].items()}
        self.which = {k.lower(): str(v) for k, v in {**data["which"], **data["which_behind"]}.items()}
        self.parts = {k.lower(): str(v) for k, v in data["parts"].items()}

    def month(self, match: re.Match[str], context: Context) -> Answer:
        """Read "Ende März 2026", "März"."""
        names = match.groupdict()
        month, part = self._month(match), self.parts.get((names.get("part") or "").lower(), "")
        if names.get("year"):
            return "month", False, of_month(int(match["year"]), month, part)
        if context.published is None:
            return "month", True, None
        near = [of_month(context.published.year + shift, month, part) for shift in (-1, 0, 1)]
        return "month", True, nearest([i for i in near if i], context)

    def part_of_year(self, match: re.Match[str], context: Context) -> Answer:
        """Read "im ersten Quartal 2026", "primer semestre de 2026"; without a year it stays open."""
        nth, size = int(self.quarters[match["nth"].lower()]), 6 if match["half"] else 3
        if nth * size > 12:
            return None
        precision = "year" if match["half"] else "quarter"
        if not match["year"]:
            return precision, True, None
        return precision, False, of_months(int(match["year"]), (nth - 1) * size + 1, nth * size)

    def weekday(self, match: re.Match[str], context: Context) -> Answer:
        """Read "Montag": the last one up to the day of publication, or the next where the text looks ahead."""
        if context.published is None:
            return "day", True, None
        wanted, today = int(self.weekdays[match["weekday"].lower()]), context.published.weekday()
        which = self.which.get((match["which"] or match["behind"] or "").lower(), "")
        if which == "next" or (not which and context.ahead):
            shift = (wanted - today) % 7
        else:
            shift = -((today - wanted) % 7) or (-7 if which == "last" else 0)
        return "day", True, shifted(context.published, "day", shift)

    def near_day(self, match: re.Match[str], context: Context) -> Answer:
        """Read "gestern", "ayer"."""
        shift = int(self.days[match["word"].lower()])
        return "day", True, shifted(context.published, "day", shift) if context.published else None

    def near(self, match: re.Match[str], context: Context) -> Answer:
        """Read "vergangene Woche", "la semana pasada"."""
        unit, which = self.units[match["unit"].lower()], self.which[match["which"].lower()]
        shift = {"last": -1, "this": 0, "next": 1}[which]
        interval = shifted(context.published, unit, shift) if context.published else None
        return PRECISION.get(unit, unit), True, interval

    def past(self, match: re.Match[str], context: Context) -> Answer:
        """Read "in den vergangenen zwei Wochen"."""
        unit = self.units[match["unit"].lower()]
        interval = back_to(context.published, unit, self._count(match)) if context.published else None
        return PRECISION.get(unit, unit), True, interval

    def ago(self, match: re.Match[str], context: Context) -> Answer:
        """Read "vor zwei Monaten": the month that lies two months back."""
        unit = self.units[match["unit"].lower()]
        interval = shifted(context.published, unit, -self._count(match)) if context.published else None
        return PRECISION.get(unit, unit), True, interval

    def year(self, match: re.Match[str], context: Context) -> Answer:
        """Read "2014", "Mitte 2021"."""
        part = self.parts.get((match.groupdict().get("part") or "").lower(), "")
        interval = of_year(int(match["year"]), part)
        return ("year", False, interval) if interval else None
