"""Know what the words above a sentence tell, and whom all know, so that the sentence need not tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from digest.language import subject
from digest.language.terms import stem

KNOWN = 7.5  # nats of rarity up to which a last name is known to all
SHORT = 4  # letters below which a word's beginning is that word only at the front of one: "ad", not "head"
NAMED_BEHIND = re.compile(r", [a-z\d]|,? \(|, [A-Z][\w. ]+,")  # "Holm, the mayor,", "Holm, 54, left"


def is_introduced(noun: str, told: Iterable[str], language: str) -> bool:
    """Whether a word is told that introduces a noun: "strike" for "the attack"; else the noun itself."""
    words = list(told)
    return any(have(words, start) for start in introducing(noun, language))


def have(told: Iterable[str], start: str) -> bool:
    """Whether one of some words begins so, or has it somewhere if it is long enough to say what it is."""
    return any(word.startswith(start) if len(start) < SHORT else start in word for word in told)


@cache
def introducing(noun: str, language: str) -> Sequence[str]:
    """The beginnings of words that introduce a noun."""
    data = subject(language, "summarize")
    pointing = data["pointing"].get(noun) or data["pointing"].get(noun.removesuffix("s")) or ()
    return (stem(noun, language=language), *map(str, (*pointing, *data["left_open"]["any"].get(noun, ()))))
