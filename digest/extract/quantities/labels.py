"""Tell a number that counts from one that only names: years, times, scores, sections, models, addresses."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.quantities.lexicon import Lexicon
from digest.extract.quantities.numbers import Number
from digest.extract.quantities.units import Unit
from digest.extract.quantities.words import HYPHENS, Word, glued, low


def stands_free(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a run of digits is a number of its own, not part of a name, a time, a fraction or an address."""
    if at and glued(found, at - 1) and not _free_left(found, at, lex):
        return False
    if glued(found, at):
        after = found[at + 1]
        if after.text in "/:" and glued(found, at + 1) and found[at + 2].text[0].isdigit():
            return False
        if after.low in lex.ordinal_ends:
            return False
        if (
            after.text == "-"
            and glued(found, at + 1)
            and found[at + 2].text[0] == "0"
            and found[at + 2].text.isdecimal()
        ):
            return False  # "555-0100"
    return low(found, at + 1) not in lex.clock and low(found, at - 1) not in lex.eras


def _free_left(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether what is glued to the left of digits leaves them a number: "$", "sub-", not "XC40", "TA-35", "5:25"."""
    text = found[at - 1].text
    if text.isalpha():
        return text in lex.signs or text in lex.codes or (low(found, at - 2) == "$" and glued(found, at - 2))
    if text in "/:@_\\&#" or (text == "." and glued(found, at - 2)):
        return False
    if text not in HYPHENS or not glued(found, at - 2):
        return True
    left = found[at - 2]
    if not left.text[0].isalpha():
        return True
    return (
        left.low in lex.prefixes
        or left.text in lex.money_scales
        or left.low in lex.scales
        or left.low in lex.short_scales
    )


def word_counts(found: Sequence[Word], number: Number, lex: Lexicon) -> bool:
    """Whether a number in words counts something new: not "the two", not "one another", not the name "Big Four"."""
    at = number.first
    before = low(found, at - 1)
    if found[at].text[0].isupper() and at and found[at - 1].text not in "\"“‘'(—–:;•.":
        return False
    stretch = number.kind == "part" and (before in lex.ordinals or before in lex.halving)  # "in the second half"
    if stretch or low(found, number.after) in lex.eras_after:  # "the nineteen fifties"
        return False
    if number.kind in ("part", "rough") or number.scale > 1:
        return True
    if before in lex.anaphors and number.value <= 3:
        return False
    if number.value != 1:
        return True
    following = low(found, number.after)
    return following.isalpha() and following not in lex.not_one and before not in lex.before_one


def is_label(found: Sequence[Word], number: Number, unit: Unit, lex: Lexicon) -> bool:
    """Whether a bare number is a year, a label ("Section 4"), an age ("Ana Lima, 41,") or in a name ("Formula 1")."""
    text = found[number.first].text
    if number.scale > 1 or not text.isdecimal():
        return False
    if len(text) > 8 or (len(text) > 1 and text[0] == "0") or (len(text) == 4 and 1900 <= number.value <= 2099):
        return True
    if low(found, number.after) in lex.labels_after or _is_address(found, number, lex):
        return True
    if unit.kind == "none":
        return number.first == 0 or _names_something(found, number, lex)
    before = found[number.first - 1] if number.first else None
    return before is not None and before.low in lex.labels and not before.text.islower()


def _names_something(found: Sequence[Word], number: Number, lex: Lexicon) -> bool:
    """Whether a number without a unit is a label after all, by what stands around it."""
    at = number.first
    before = found[at - 1]
    if before.text[0].isdigit() or low(found, at + 1)[:1].isdigit():  # a telephone number
        return True
    if before.text == "[" and low(found, number.after) == "]":  # a reference
        return True
    if before.text == "." and low(found, at - 2) in lex.labels:  # "No. 4"
        return True
    named = before.low in lex.labels or (before.text[0].isupper() and at > 1 and before.low not in lex.stops)
    return named or _is_aside(found, number) or _is_day(found, at, lex) or _is_score(found, number, lex)


def _is_score(found: Sequence[Word], number: Number, lex: Lexicon) -> bool:
    """Whether two bare numbers are a score: "by a vote of 9 to 2", "bowled 5 for 38"."""
    at = number.first
    second = low(found, at - 1) in ("to", "for") and low(found, at - 2).isdecimal()
    first = at - 2 if second else at
    if not low(found, first + 2).isdecimal():
        return False
    if low(found, first + 1) == "to":
        return low(found, first - 1) == "of" and low(found, first - 2) in lex.votes
    return low(found, first + 1) == "for" and int(low(found, first)) <= 10


def _is_aside(found: Sequence[Word], number: Number) -> bool:
    """Whether a number stands between commas or brackets behind a name: "Ana Lima, 41, now", "Ana Lima (41)"."""
    at = number.first
    sign = found[at - 1].text
    closing = low(found, number.after)
    return (
        sign in (",", "(")
        and at > 1
        and found[at - 2].text[0].isupper()
        and number.value < 120
        and closing in ((")", ",") if sign == "(" else (",", ".", ""))
    )


def _is_day(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a small number stands beside a month: "Jan. 24", "24 January"."""
    before = low(found, at - 2) if found[at - 1].text == "." else low(found, at - 1)
    return before in lex.months or low(found, at + 1) in lex.months


def _is_address(found: Sequence[Word], number: Number, lex: Lexicon) -> bool:
    """Whether a street's name follows: "221 Baker Street"."""
    names = found[number.after : number.after + 4]
    for place, word in enumerate(names):
        if not word.text[0].isupper():
            return False
        if place and word.low in lex.streets:
            return True
    return False


def is_age(found: Sequence[Word], number: Number, lex: Lexicon) -> bool:
    """Whether a bare number says how old somebody is: "aged 18", "he will be 35"."""
    at = number.first
    if not 0 < number.value < 120:
        return False
    if low(found, at - 1) in lex.ages or (low(found, at - 1) == "of" and low(found, at - 2) in lex.ages):
        return True
    step = at - 1
    if low(found, step) not in lex.being:
        return False
    while low(found, step) in lex.being:
        step -= 1
    return low(found, step) in ("he", "she", "who", "i")
