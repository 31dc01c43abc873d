"""Tell a number that counts from one that only names: years, times, scores, ordinals, articles of a law, ages."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.amounts.lexicon import Lexicon
from digest.extract.amounts.numbers import Number
from digest.extract.amounts.units import Unit
from digest.extract.quantities.words import HYPHENS, Word, glued, low

SMALL = 3  # "die zwei", "los dos" point back; they count nothing new
OLDEST = 120  # years


def stands_free(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether digits are a number of their own: not "A6", "3:1", "14.30 Uhr", "3. Liga", "COVID-19", "41-jährig"."""
    if (at and glued(found, at - 1) and _is_tied(found, at, lex)) or (glued(found, at) and _ties(found, at, lex)):
        return False
    return low(found, at + 1) not in lex.sets["clock"] and low(found, at - 1) not in lex.sets["labels"]


def _is_tied(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether digits belong to what is glued to their left: "A6", "3:1", "COVID-19"."""
    before = found[at - 1]
    hyphen = before.text in HYPHENS and glued(found, at - 2) and found[at - 2].text[0].isalpha()
    return hyphen or (before.text not in lex.signs and (before.text[0].isalnum() or before.text in "/:@_\\#."))


def _ties(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether digits belong to what is glued to their right: "3:1", "3. Liga", "2.º", "41-jährig", "5G"."""
    after = found[at + 1]
    if after.text == ".":
        return at + 2 < len(found) and not _ends_sentence(found, at + 1)
    if after.text in ("º", "ª") or (after.text == "°" and low(found, at + 2) != "c"):
        return True
    following = found[at + 2].text[0] if glued(found, at + 1) else " "
    if after.text in "/:":
        return following.isdigit()
    if after.text in HYPHENS:
        return following.isalpha()
    return after.text[0].isalpha() and after.text not in lex.sets["glued_only"]


def _ends_sentence(found: Sequence[Word], at: int) -> bool:
    return at + 1 >= len(found) or not found[at + 1].text[0].isalnum()


def is_label(found: Sequence[Word], number: Number, unit: Unit, lex: Lexicon) -> bool:
    """Whether a number without a unit, or one that is a year, only names something."""
    text, at = found[number.first].text, number.first
    if number.kind == "words":
        small = number.value <= SMALL and low(found, at - 1) in lex.sets["anaphors"]
        return small or number.value == 1 or (unit.kind == "none" and number.scale == 1)
    if number.kind == "rough":
        return False
    year = text.isdecimal() and len(text) == 4 and 1500 <= int(text) <= 2199 and number.scale == 1
    if year and unit.kind in ("none", "count", "time"):
        return True
    if text.isdecimal() and (len(text) > 9 or (len(text) > 1 and text[0] == "0")):
        return True
    if unit.kind == "none":
        return number.scale == 1
    return _is_aside(found, number)


def _is_aside(found: Sequence[Word], number: Number) -> bool:
    """Whether a number stands between commas or brackets behind a name: "Ana Lima (41)"."""
    before, after = low(found, number.first - 1), low(found, number.after)
    return number.value < OLDEST and (before, after) in (("(", ")"), (",", ","))
