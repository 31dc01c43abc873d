"""See of whom a sentence is not told: who owns something, and who stands in a clause below or before the main one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from digest.extract.name import Name
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import CLOSE_QUOTES, Reading
from digest.language import subject

TITLE = 4  # words between two names that are a title


def is_aside(name: Name, reading: Reading) -> bool:
    """Whether the sentence is about somebody else: a name that owns something, or stands below the main clause."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    owns = words[name.last : name.last + 1] in (["'s"], ["’s"]) or _is_of_a_title(words, name.last, lex)
    before = name.first - 1
    if owns or before < 0 or words[before] in lex.prepositions:
        return owns or before >= 0
    while before > 0 and words[before][0].isupper():  # "when President Roth decided"
        before -= 1
    return words[before].lower() in lex.opens_below


def is_topic(name: Name, reading: Reading) -> bool:
    """Whether a name only says of whom something is said: "*Of Ito*, he said", "*As for Mr. Ito*, she said"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    first = name.first
    while first and _only_titles(words[first - 1 : first], lex):
        first -= 1
    opens = first > 0 and all(word.lower() in lex.prepositions for word in words[:first])
    return opens and words[name.last : name.last + 1] == [","]


def is_of_the_subject(words: Sequence[str], at: int, firsts: Iterable[int], language: str) -> bool:
    """Whether what opens a sentence is told of the pronoun at word `at`, and so its names are others'.

    "Noting that Ms Ito left, *he* joked", "Asked whether Ms Ito would stay, *she* said". `firsts` is where names begin.
    """
    opens = words[0].lower() in _opens_with_speech(language)
    if not opens or words[at - 1] != ",":
        return False
    begun = [first for first in firsts if 0 < first < at and words[first - 1] == ","]
    ends = (next(i for i in range(first, at) if not words[i][0].isupper()) for first in begun)
    return all(words[end] == "," for end in ends)  # "his deputy, Jan Roth, would go", but not ", Mr. Ito said that"


@cache
def _opens_with_speech(language: str) -> frozenset[str]:
    return frozenset(subject(language, "names").get("opens_with_speech", ()))


def _is_of_a_title(words: Sequence[str], last: int, lex: Lexicon) -> bool:
    """Whether the words behind a name say what the next one is: "*Ito* campaign chairman Ida Roth"."""
    end = last
    while end < min(last + TITLE, len(words)) and words[end].islower():
        if words[end] not in lex.roles | lex.role_modifiers and words[end].capitalize() not in lex.organization_heads:
            return False
        end += 1
    return last < end < len(words) and words[end - 1] in lex.roles and words[end][0].isupper()


def main_start(names: Iterable[Name], reading: Reading) -> int:
    """The first word of the name with which the main clause begins behind another: "As Ann Ito left, *Ida Roth* spoke".

    0 where the sentence itself begins with one of its names.
    """
    ordered = sorted(names, key=lambda name: name.first)
    words, lex = reading.phrases[ordered[0].sentence].words, reading.lex
    if _only_titles(words[: ordered[0].first], lex):
        return 0
    return next((name.first for name in ordered if _begins_clause(words, name, lex)), 0)


def _begins_clause(words: Sequence[str], name: Name, lex: Lexicon) -> bool:
    """Whether a name is the subject of a clause that begins with it, behind a comma: ", Mr. Ito spoke"."""
    before = name.first
    while before and (words[before - 1] in CLOSE_QUOTES or _only_titles(words[before - 1 : before], lex)):
        before -= 1
    behind = words[name.last : name.last + 2]
    if not before or words[before - 1] != "," or len(behind) < 2:
        return False
    if behind[0] == ",":
        return behind[1] in lex.articles  # ", Mr. Ito, the mayor, spoke"
    joins = lex.prepositions | lex.relatives_of_people | lex.opens_below
    return behind[0].isalpha() and behind[0].islower() and behind[0] not in joins


def _only_titles(words: Sequence[str], lex: Lexicon) -> bool:
    """Whether words are but those that stand before a name: "the former President", "Mr."."""
    return all(
        word in {".", "the", "The"}
        or word in lex.honorifics
        or word in lex.short_roles
        or word.lower() in lex.roles
        or word.lower() in lex.role_modifiers
        for word in words
    )
