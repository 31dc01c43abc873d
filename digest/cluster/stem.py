"""Take the endings off words, so that "sanctions" meets "sanctioned"."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.language import subject

POSSESSIVE = re.compile(r"['’][sS]?$")  # "China’s" -> "China"


@lru_cache(maxsize=1 << 14)
def stem(word: str, *, language: str = "en") -> str:
    """Reduce a word to a lower-case stem. Words of one stem are meant to be akin; a stem need not be a word.

    The language's `endings` come in steps; in each step the first ending that fits is replaced, and what is left
    must keep three letters, one of them a vowel.
    """
    found = POSSESSIVE.sub("", word).lower().replace("’", "'")
    if not found.isalpha():
        return found
    rules = subject(language, "cluster")
    for step in rules["endings"]:
        for ending, instead, shortest in step:
            if found.endswith(ending) and len(found) >= shortest:
                found = _replace(found, ending, instead, rules["vowels"])
                break
    return found


def _replace(word: str, ending: str, instead: str, vowels: str) -> str:
    rest = word[: len(word) - len(ending)] + instead
    if instead == ending or len(rest) < 3 or not any(letter in vowels for letter in rest):
        return word
    doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz" and rest[-1] not in vowels
    return rest[:-1] if doubled else rest  # "planned" -> "plan", but "called" -> "call"
