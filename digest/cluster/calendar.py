"""Read which months, weekdays and years an article names: they tell look-alike events apart when dates are unknown.

Two strikes at one plant share all words but "October" and "Monday". Nothing is dated by this; it only counts words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from digest.cluster.stem import POSSESSIVE
from digest.language import subject

YEAR = re.compile(r"(?:19|20)\d\d$")  # "2013"

Calendar = Mapping[str, Mapping[int, int]]
KINDS = ("months", "weekdays", "years")


def read_calendar(tokens: Sequence[str], language: str) -> Calendar:
    """Count the months, weekdays and years among the tokens of one sentence, each kind on its own."""
    known = _names(language)
    found: dict[str, Counter[int]] = {kind: Counter() for kind in KINDS}
    for place, token in enumerate(tokens):
        if not (token[0].isupper() or token[0].isdigit()):
            continue
        name = POSSESSIVE.sub("", token)  # "Monday’s"
        name = name.capitalize() if name.isupper() else name  # "MONDAY"
        if YEAR.match(name):
            found["years"][int(name)] += 1
        elif name in known["months"]:
            if name not in known["ambiguous"] or _is_month(tokens, place, language):
                found["months"][known["months"][name]] += 1
        elif name in known["weekdays"]:
            found["weekdays"][known["weekdays"][name]] += 1
    return found


def _is_month(tokens: Sequence[str], place: int, language: str) -> bool:
    """Whether "May" is a month: beside a number, or after a word such as "in"."""
    before = tokens[place - 1] if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    return before[:1].isdigit() or after[:1].isdigit() or before.lower() in subject(language, "dates")["before_month"]


@cache
def _names(language: str) -> Mapping[str, Mapping[str, int]]:
    """The names of months and weekdays as they are written, without full stops, each with its number."""
    data = subject(language, "dates")
    return {
        "months": {name.rstrip("."): int(number) for name, number in data["months"].items()},
        "weekdays": {name.rstrip("."): int(number) for name, number in data["weekdays"].items()},
        "ambiguous": dict.fromkeys(data["ambiguous_months"], 0),
    }
