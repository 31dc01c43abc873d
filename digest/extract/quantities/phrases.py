"""Walk over noun phrases without a parser: where one ends, and how "of" and "in" carry it on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.lexicon import Lexicon
from digest.extract.quantities.words import Word, glued, low

JOINTS = "-‑'’&"  # signs that may stand inside a noun phrase, glued on both sides
LONGEST = 6  # words


class Context(NamedTuple):
    """A sentence's words, what is known about the language, and where all quantities of the sentence stand.

    `ends` leads from the word behind a quantity to its first one; `inside` are the words of all quantities.
    """

    found: Sequence[Word]
    lex: Lexicon
    cues: Cues
    ends: Mapping[int, int]
    inside: frozenset[int]


def phrase_end(context: Context, at: int) -> int:
    """The end of the noun phrase that starts at a word; `at` itself where none does."""
    found = context.found
    start = at + 1 if low(found, at) in context.cues.determiners else at
    index = start
    while index < min(len(found), start + LONGEST):
        joint = found[index].text in JOINTS and index > start and glued(found, index - 1) and glued(found, index)
        if joint:
            index += 2  # what is tied on belongs to it, whatever it is: "sun-like stars"
        elif _ends(context, index, start):
            break
        else:
            index += 1
    index = min(index, len(found))
    return index if index > start else at


def _ends(context: Context, at: int, start: int) -> bool:
    """Whether a noun phrase cannot go on with this word."""
    word, cues, lex = context.found[at], context.cues, context.lex
    if not word.text[0].isalpha() or word.low in lex.stops or word.low in cues.pronouns:
        return True
    if at > start and (word.low in cues.verbs or (is_participle(word) and _is_verb(context, at))):
        return True
    return word.text.islower() and len(word.low) > 4 and word.low.endswith("ly") and word.low not in cues.nouns_in_ly


def is_participle(word: Word) -> bool:
    """Whether a word ends like "backed"."""
    return len(word.low) > 4 and word.low.endswith("ed") and word.text.islower()


def _is_verb(context: Context, at: int) -> bool:
    """Whether a word in -ed acts as a verb: a function word, a sign or the end follows."""
    following = low(context.found, at + 1)
    return not following[:1].isalpha() or following in context.lex.stops


def carried_on(context: Context, at: int, links: Collection[str]) -> int:
    """Go on over "of the population", "in trade", "on imports": two links at the most."""
    found, times = context.found, context.cues.times
    for _ in range(2):
        if low(found, at) not in links or low(found, at + 1) in times:
            break
        end = phrase_end(context, at + 1)
        if end == at + 1 or found[end - 1].low in times or found[end - 1].low in context.cues.idioms:
            break
        at, links = end, ("of", "in", "on", "for")
    return at
