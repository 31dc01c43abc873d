"""See where two people are one subject: "both Ito and Roth said", but not "after talks with Ms Ito, Mr Roth said"."""

from __future__ import annotations

import re

from digest.extract.cues import Cues

AND = re.compile(r" and (?:[A-Z][a-z]{1,4}\.? )?$")  # "Ann Ito and Mr Roth"
LEAD = re.compile(r"(?:^|[.!?,;:—–\n\"”“’»]) ?(?:[Bb]oth )?(?P<title>[A-Z][a-z]{1,10}\.? )?$")  # where a clause begins
WORD = re.compile(r"(?<![\w.])[A-Z][\w-]+$")
REACH = 24  # characters


def before_and(text: str, place: int) -> int | None:
    """Where the name ends that "and" joins to the one at a place."""
    found = AND.search(text, max(0, place - REACH), place)
    return found.start() if found else None


def before_name(text: str, place: int, words: Cues) -> str | None:
    """The name of one word that is joined to the one at a place, and begins the clause: "Bern and Thun complained"."""
    end = before_and(text, place)
    found = WORD.search(text, max(0, end - REACH), end) if end else None
    return found[0] if found and begins_clause(text, found.start(), words) else None


def begins_clause(text: str, place: int, words: Cues) -> bool:
    """Whether nothing but a title stands between the beginning of a clause and a name."""
    lead = LEAD.search(text, max(0, place - REACH), place)
    title = (lead["title"] or "").rstrip(" .") if lead else ""
    return lead is not None and (not title or title in words.titles)
