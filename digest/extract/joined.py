"""See where two are one subject: "Ito and Roth said", "Ms Ito and her aide said", but not "with Ms Ito, Roth said"."""

from __future__ import annotations

import re

from digest.extract.cues import Cues

AND = re.compile(r"(?P<comma>,?) and (?P<words>(?:[\w.'’-]+ ){0,4})$")  # "Ann Ito and Mr Roth", "Tom Ito, and his wife"
BESIDE = re.compile(r",? and (?P<whom>(?P<own>[a-z]+) [a-z][\w-]+)")  # "said Ann Ito and her husband"
DESCRIBED = re.compile(r"(?P<the>[A-Za-z][a-z]+) [a-z][\w-]+$")  # "The mayor and his wife"
LEAD = re.compile(  # where a clause begins, or the words behind “…,” said
    r"(?:^|[.!?,;:—–\n\"”“’»]|[\"”’] (?P<verb>[a-z]+)) ?(?:[Bb]oth )?(?P<title>[A-Z][a-z]{1,10}\.? )?$"
)
WORD = re.compile(r"(?<![\w.])[A-Z][\w-]+$")
LISTED = re.compile(r"[A-Z][\w.’'-]*, $")  # "Ann Ito, Tom Roth and Eva Bick"
LISTING = re.compile(
    r"(?:, [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}){1,9},? and [A-Z]"
)  # "Eva Bick, Ann Ito and Tom Roth"
REACH = 40  # characters


def before_and(text: str, place: int, words: Cues) -> int | None:
    """Where the words end that "and" joins to the name or description at a place.

    Titles may stand between, and what the one is to the other: "Ann Ito and her husband Jan". A comma before "and"
    parts clauses, but not those two.
    """
    found = AND.search(text, max(0, place - REACH), place)
    if found is None:
        return None
    between = found["words"].split()
    first = (*between, *text[place : place + REACH].split(maxsplit=1))[0]
    titled = not found["comma"] and all(word[0].isupper() for word in between)
    described = first in words.determiners and first.islower() and not found["comma"]
    return found.start() if titled or described or first in words.owners else None


def before_name(text: str, place: int, words: Cues) -> str | None:
    """The name of one word that is joined to the one at a place, and begins the clause: "Bern and Thun complained"."""
    end = before_and(text, place, words)
    found = WORD.search(text, max(0, end - REACH), end) if end else None
    return found[0] if found and begins_clause(text, found.start(), words) else None


def before_description(text: str, end: int, words: Cues) -> str | None:
    """The description of two words that ends at a place, and begins the clause: "The mayor and his wife complained"."""
    found = DESCRIBED.search(text, max(0, end - REACH), end)
    opens = found is not None and found["the"] in words.determiners and begins_clause(text, found.start(), words)
    return found[0] if found and opens else None


def after_and(text: str, end: int, words: Cues) -> str | None:
    """Who is joined to a name by what the one is to the other: "said Ann Ito and her husband"."""
    found = BESIDE.match(text, end)
    return found["whom"] if found and found["own"] in words.owners else None


def is_listed(text: str, place: int) -> bool:
    """Whether another name stands before the one at a place, so that "and" joins more than two."""
    return LISTED.search(text, max(0, place - REACH), place) is not None


def is_listing(text: str, end: int) -> bool:
    """Whether two names or more follow the one that ends at a place."""
    return LISTING.match(text, end) is not None


def begins_clause(text: str, place: int, words: Cues) -> bool:
    """Whether nothing but a title stands between the beginning of a clause and a name."""
    lead = LEAD.search(text, max(0, place - REACH), place)
    if lead is None or (lead["verb"] and lead["verb"] not in words.speech):
        return False
    return not lead["title"] or lead["title"].rstrip(" .") in words.titles
