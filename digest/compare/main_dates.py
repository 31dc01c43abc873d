"""Say whether a date in a sentence dates what its main clause tells, and whether that clause tells of an event.

"Ida Holm resigned on Friday"                             its event
"Ida Holm, who won in 2004, resigned"                     a clause beside it
"The pier was one of those that burned last week"         a clause inside it
"The pier did not open on Friday"                         nothing happened
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from digest.language import subject
from digest.language.deeds import persons, saying
from digest.language.quoting import QUOTED
from digest.language.tenses import is_past, may_be_verb
from digest.language.terms import function_words, low_words

ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
DASH = re.compile(r"--|[—―]|\s[-–]\s")
PART = re.compile(r"[;:](?=\s)")
PIECE = re.compile(r",(?!\d)")
EARLY = 4  # words of a piece between commas in which "who" or "which" makes it a relative clause
NEAR = 4  # words before "that" in which a verb of saying makes what follows its object
CLAUSES = 2  # verbs that two clauses have at least
SHORT = ("day", "week")  # precisions of a date at which two things can be told to have happened at once


class Piece(NamedTuple):
    """What stands before a date from some comma on, in small letters, and behind it up to the next comma.

    `earlier` are the pieces before it, `first` is its first word as it is written, and `rest` are the words behind it
    up to the end where it has no verb: "Last week, the pier burned".
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]
    earlier: tuple[tuple[str, ...], ...]
    first: str
    rest: tuple[str, ...] = ()


def dates_main(text: str, start: int, end: int, precision: str, *, ahead: bool = False, language: str = "en") -> bool:  # noqa: PLR0913
    """Whether the date at `text[start:end]` is that of what happened in the main clause; in doubt not."""
    data = _data(language)
    if not data or (not text[:start].strip() and text[end : end + 1] == ":"):
        return True  # "May 2: The pier opens"
    pieces = _pieces(text, start, end)
    if not pieces or pieces[-1].before[:1] == ("if",) or any(_is_beside(p, precision, data, language) for p in pieces):
        return False
    piece = pieces[-1]
    clause = _clause(piece.before, precision, data, language)
    whole = (*piece.before, *piece.behind)
    if clause is None or tells_nothing(whole, language):
        return False
    if [word for word in clause if word not in data["steps"]][-1:] == ["not"]:
        return False  # "did another thing Karl Duhr did not last week"
    if not ahead:
        return _is_done((*whole, *piece.rest), data, language)
    return not data["ahead"].isdisjoint((*clause, *piece.behind[:EARLY], *piece.rest)) and "if" not in piece.behind


def _is_done(clause: Sequence[str], data: Mapping[str, AbstractSet[str]], language: str) -> bool:
    """Whether a clause has a verb in the past: "was", "burned", but not "has burned", which has no date."""
    verbs = [n for n, word in enumerate(clause) if may_be_verb(word, language)]
    done = [n for n in verbs if is_past(clause[n], language) or clause[n] in data["was"]]
    if verbs and clause[verbs[0]] in data["has"] | data["is"]:
        return any(clause[n - 1] in ("and", "but") and clause[n] not in data["has"] for n in done)
    return bool(done)


def tells_nothing(clause: Sequence[str], language: str) -> bool:
    """Whether a clause tells that nothing was done, or only where somebody was: "did not open", "was in Melk"."""
    data = _data(language)
    if not saying(language).isdisjoint(clause):
        return False
    verbs = [n for n, word in enumerate(clause) if may_be_verb(word, language)]
    if not verbs:
        return False
    first = clause[verbs[0]]
    following = clause[verbs[0] + 1 : verbs[0] + 2]
    if first.endswith("n't") or following in (("not",), ("never",)):
        return True
    if clause[:1] == ("there",) and following and following[0] in data["few"]:
        return True
    stays = first in data["staying"] and bool(following) and following[0] in data["where"]
    return stays or not data["planned"].isdisjoint(clause)


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    """What stands before a date from the last comma on, and from each before it as far as no verb is in between.

    Nothing where the date stands in quotation marks, brackets or dashes, or in a part of the sentence with no verb.
    "Pirates struck, burning a ship in Melk, on the coast, in 2002" has three, the last with the verb.
    """
    for aside in (QUOTED, ASIDE):
        text = aside.sub(lambda found: " " * len(found.group()), text)
    dashes = [found for found in DASH.finditer(text) if found.start() >= end or found.end() <= start]
    opened = [found for found in dashes if found.end() <= start]
    if not text[start:end].strip() or len(opened) % 2:
        return []
    for one, other in zip(opened[::2], opened[1::2], strict=True):
        text = text[: one.start()] + " " * (other.end() - one.start()) + text[other.end() :]
    close = next((found.start() for found in dashes if found.start() >= end), len(text))
    begin = max((found.end() for found in PART.finditer(text, 0, start)), default=0)
    after = PART.search(text, end, close)
    close = after.start() if after else close
    if not any(map(may_be_verb, low_words(text[begin:close]))):
        return []
    comma = PIECE.search(text, end, close)
    behind = low_words(text[end : comma.start() if comma else close])
    commas = [begin, *(found.end() for found in PIECE.finditer(text, begin, start))]
    earlier = [low_words(text[one:other]) for one, other in pairwise(commas)]
    found: list[Piece] = []
    for number, at in reversed(list(enumerate(commas))):
        before = low_words(text[at:start])
        written = text[at:start].split()
        found.append(Piece(before, behind, tuple(earlier[:number]), written[0] if written else ""))
        if any(map(may_be_verb, before)):
            return found
    rest = () if any(map(may_be_verb, behind)) else low_words(text[end:close])
    return [*found[:-1], found[-1]._replace(rest=rest)]


def _is_beside(piece: Piece, precision: str, data: Mapping[str, AbstractSet[str]], language: str) -> bool:
    """Whether a piece between commas tells something beside the main clause."""
    words = piece.before
    if not words:
        return False
    if not piece.earlier:
        if words[0] in data["at_once"]:
            said = not saying(language).isdisjoint(words)  # "As the Courier wrote on Friday, many are tired"
            return said or precision not in SHORT or not _has_verb(words, language)
        opens = is_past(words[0], language) and piece.first[:1].isupper()  # "Born in 1989, she"
        return opens or words[0] in data["subordinate"] | data["beside"]
    if words[0] in data["subordinate"] | data["at_once"] | data["beside"]:
        return True
    return not data["relative"].isdisjoint(words[:EARLY]) or _is_apposed(piece, data, language)


def _is_apposed(piece: Piece, data: Mapping[str, AbstractSet[str]], language: str) -> bool:
    """Whether a piece opens with a participle or is a noun: ", burning a ship", ", sent last week", ", an old law"."""
    words = piece.before
    first = words[0]
    told = any(_has_verb(one, language) for one in piece.earlier if data["relative"].isdisjoint(one[:EARLY]))
    opens = words[1] if first.endswith("ly") and len(words) > 1 else first
    reduced = opens.endswith("ing") or (is_past(opens, language) and (told or len(piece.earlier) == 1))
    if reduced and piece.first[:1].islower() and opens not in data["speaking"] | saying(language):
        return True
    if first in data["naming"] and not _has_verb(words, language):
        return True
    silent = saying(language).isdisjoint((*words, *piece.behind))
    return first == "one" or (first in data["apposed"] and told and silent)


def _clause(
    words: Sequence[str], precision: str, data: Mapping[str, AbstractSet[str]], language: str
) -> Sequence[str] | None:
    """The words of the clause that a date ends, if that is a main clause, or what somebody said; else None."""
    marks = data["relative"] | data["that"] | data["subordinate"] | data["at_once"]
    for at in range(len(words) - 1, -1, -1):
        word, tail = words[at], words[at + 1 :]
        if word not in marks or not tail or tail[0][:1].isdigit() or tail[0] in data["clock"]:
            continue
        if at and words[at - 1] in data["appearing"]:
            continue  # "due to appear before a court on Friday"
        if word in data["that"]:
            if not saying(language).isdisjoint(words[max(0, at - NEAR) : at]):
                return tail
        elif word in data["at_once"] and (not _has_verb(tail, language) or precision in SHORT):
            continue
        elif word in data["then"] and _has_verb(tail, language) and not _tolls(language).isdisjoint(words[:at]):
            continue  # "drowned after a boat sank on Friday"
        if not _goes_on(tail, language):
            return None
    report = next((at for at, word in enumerate(words) if word in data["reporting"]), None)
    if report and precision not in SHORT and _has_verb(words[report + 1 :], language):
        return None  # "filed a form showing that it had earned little in 2014"
    return None if _is_relative(words, data, language) else words


def _is_relative(words: Sequence[str], data: Mapping[str, AbstractSet[str]], language: str) -> bool:
    """Whether a clause ends in another one that no word opens: "sold the house the council bought"."""
    verbs = [at for at, word in enumerate(words) if may_be_verb(word, language)]
    if len(verbs) < CLAUSES or not saying(language).isdisjoint(words[: verbs[-1]]):
        return False
    small = function_words(language)
    for first, second in pairwise(verbs):
        between = words[first + 1 : second]
        if between[:1] and between[0] in data["everything"]:
            return True
        for before, word in pairwise(between):
            who = word in data["articles"] or (word == between[-1] and word in persons(language))
            if who and before not in small and before.isalpha():
                return True
    return False


def _goes_on(tail: Sequence[str], language: str) -> bool:
    """Whether behind the verb of a clause another one stands, so that the main clause goes on."""
    verbs = [at for at, word in enumerate(tail) if may_be_verb(word, language)]
    apart = [at for at, before in zip(verbs[1:], verbs, strict=False) if at - before > 1]
    return any(tail[at - 1] not in ("and", "or", "to", "become", "becoming") for at in apart)


def _has_verb(words: Sequence[str], language: str) -> bool:
    return any(may_be_verb(word, language) for word in words)


@cache
def _tolls(language: str) -> AbstractSet[str]:
    """Words for what happened to people: "killed", "drowned"."""
    return frozenset(map(str, subject(language, "figures").get("toll", ())))


@cache
def _data(language: str) -> Mapping[str, AbstractSet[str]]:
    """The lists of a language; empty where it has none."""
    dates = subject(language, "compare").get("dates", {})
    found = dates.get("main")
    if not found:
        return {}
    lists = {str(name): frozenset(map(str, words)) for name, words in found.items()}
    return {**lists, **{name: frozenset(map(str, dates[name])) for name in ("clock", "appearing", "steps")}}
