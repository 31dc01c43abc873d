"""See where two are one subject: "Ito and Roth said", "Ms Ito and her aide said", but not "with Ms Ito, Roth said"."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.extract.cues import Cues
from digest.extract.mentions import Mentions
from digest.model import Form, KnownBy, Speaker, SpeakerKind

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


def with_other(one: Speaker, start: int, named: Mentions, words: Cues) -> Speaker:
    """Both names, where two begin the clause: "Ms Ito and Mr Roth said", "Ms Ito and her aide said".

    `start` is where the words for the one begin. Nobody is sure who speaks of more than two.
    """
    text = named.article.text
    beside = _after_and(text, one.mention.span.end, words) if one.kind is SpeakerKind.PERSON else None
    if beside:
        return replace(one, name=f"{one.name} and {beside}")
    end = _before_and(text, start, words)
    if end is None:
        several = one.kind is SpeakerKind.PERSON and _is_listing(text, one.mention.span.end)
        return replace(one, known_by=KnownBy.PERHAPS) if several else one
    fit = (m for m in named.at(end - 1, end) if m.end == end and m.form not in (Form.DEMONYM, Form.METONYM))
    known = next(fit, None)
    if known and _is_listed(text, known.start):
        return replace(one, known_by=KnownBy.PERHAPS)
    begins = known is not None and begins_clause(text, known.start, words)
    other = known.name if known and begins else _before_description(text, end, words)
    return replace(one, name=f"{other} and {one.name}") if other and other != one.name else one


def _before_and(text: str, place: int, words: Cues) -> int | None:
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
    end = _before_and(text, place, words)
    found = WORD.search(text, max(0, end - REACH), end) if end else None
    return found[0] if found and begins_clause(text, found.start(), words) else None


def _before_description(text: str, end: int, words: Cues) -> str | None:
    """The description of two words that ends at a place, and begins the clause: "The mayor and his wife complained"."""
    found = DESCRIBED.search(text, max(0, end - REACH), end)
    opens = found is not None and found["the"] in words.determiners and begins_clause(text, found.start(), words)
    return found[0] if found and opens else None


def _after_and(text: str, end: int, words: Cues) -> str | None:
    """Who is joined to a name by what the one is to the other: "said Ann Ito and her husband"."""
    found = BESIDE.match(text, end)
    return found["whom"] if found and found["own"] in words.owners else None


def _is_listed(text: str, place: int) -> bool:
    """Whether another name stands before the one at a place, so that "and" joins more than two."""
    return LISTED.search(text, max(0, place - REACH), place) is not None


def _is_listing(text: str, end: int) -> bool:
    """Whether two names or more follow the one that ends at a place."""
    return LISTING.match(text, end) is not None


def begins_clause(text: str, place: int, words: Cues) -> bool:
    """Whether nothing but a title stands between the beginning of a clause and a name."""
    lead = LEAD.search(text, max(0, place - REACH), place)
    if lead is None or (lead["verb"] and lead["verb"] not in words.speech):
        return False
    return not lead["title"] or lead["title"].rstrip(" .") in words.titles
