"""Read numbers: digits ("1,200", "2.5 million"), fractions of a whole, and words for a rough size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from digest.extract.quantities.lexicon import Lexicon, phrase
from digest.extract.quantities.spelled import spelled
from digest.extract.quantities.words import OTHER_SIGNS, Word, glued, low

# "1,200,000.50", the Indian "1,20,000", "1200.5"; not "1,2,3", not "1.2.3".
DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?")
LONGEST = 20  # characters: beyond that it is a serial number
LARGEST = Decimal(10) ** 24


class Number(NamedTuple):
    """A number in the words `first` to `after` (exclusive). `scale` is what was multiplied in, 1 for none.

    `kind` is one of digits, words, rough (`value` to `value_to`), part (a fraction of a whole), multiple.
    """

    first: int
    after: int
    value: Decimal
    scale: int
    kind: str
    value_to: Decimal | None = None


def read_number(found: Sequence[Word], at: int, lex: Lexicon, *, money: bool = False) -> Number | None:
    """Read the number that starts at a word, or None. With `money`, "5m" is five million."""
    word = found[at]
    if word.text[0].isdigit():
        return _digits(found, at, lex, money=money)
    if word.low in lex.fractions and not word.low.isalpha():
        return _of_a_unit(found, at, lex) or Number(at, at + 1, lex.fractions[word.low], 1, "digits")
    count = lex.small.get(word.low)
    ratio = _ratio(found, at, at + 1, Decimal(count), lex) if count else None
    return ratio or _part(found, at, lex) or _rough(found, at, lex) or _spelled(found, at, lex)


def _digits(found: Sequence[Word], at: int, lex: Lexicon, *, money: bool) -> Number | None:
    text = found[at].text.translate(OTHER_SIGNS)
    if len(text) > LONGEST or not DIGITS.fullmatch(text):
        return None
    value = Decimal(text.replace(",", ""))
    after = at + 1
    if glued(found, at) and found[after].text in lex.fractions:  # "2½"
        value, after = value + lex.fractions[found[after].text], after + 1
    ratio = _ratio(found, at, after, value, lex)
    if ratio:
        return ratio
    scale, after = _scale(found, after, lex, money=money)
    value *= scale
    return Number(at, after, value, scale, "digits") if value <= LARGEST else None


def _scale(found: Sequence[Word], at: int, lex: Lexicon, *, money: bool) -> tuple[int, int]:
    """What digits are multiplied by, and the word after it: "million", "-million", "bn", "m" of money."""
    step = at + 1 if low(found, at) == "-" and glued(found, at - 1) else at
    if low(found, step) in lex.scales:
        scale, after = 1, step
        while after < step + 3 and low(found, after) in lex.scales:  # "hundred thousand"
            scale, after = scale * lex.scales[found[after].low], after + 1
        return scale, after
    name = low(found, at)
    if name in lex.short_scales:
        return lex.short_scales[name], at + 1
    if name not in lex.money_scales:
        return 1, at
    close = glued(found, at - 1)
    if (money and (close or found[at].text.isupper() or found[at].text == "m")) or (
        close and _is_scale(found, at, lex)
    ):
        return lex.money_scales[name], at + 1
    return 1, at


def _is_scale(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether the "m" of "5m" means a million and not metres: something countable follows. "k" always counts."""
    if found[at].text == "k":
        return True
    following = low(found, at + 1)
    return found[at].text == "m" and following.isalpha() and following not in lex.metre_words


def _spelled(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    reading = spelled(found, at, lex)
    if reading is None or reading.value > LARGEST:
        return None
    ratio = _ratio(found, at, reading.after, reading.value, lex)
    return ratio or Number(at, reading.after, reading.value, reading.scale, "words")


def _rough(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    """Read "dozens", "tens of thousands": from once to ten times the size."""
    name = found[at].low
    size, after = lex.vague.get(name, 0), at + 1
    outer = lex.vague.get(low(found, at + 2), 0) if low(found, at + 1) == "of" else 0
    if outer and (size or name == "tens"):
        size, after = (size or 10) * outer, at + 3
    return Number(at, after, Decimal(size), size, "rough", Decimal(size * 10)) if size else None


def _part(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    """Read "a third of", "two-thirds", "three quarters of", "half of"."""
    name = found[at].low
    unit = _of_a_unit(found, at, lex)
    if unit is not None:
        return unit
    if name == "half":
        return Number(at, at + 1, lex.fractions[name], 1, "part") if low(found, at + 1) == "of" else None
    count = 1 if name in ("a", "an") else lex.small.get(name, 0)
    after = at + 2 if low(found, at + 1) == "-" else at + 1
    part = lex.fractions.get(low(found, after))
    if not count or part is None or low(found, after) == "half":
        return None
    several = low(found, after).endswith("s")
    if several != (count > 1) or (count == 1 and low(found, after + 1) != "of"):
        return None
    return Number(at, after + 1, _rounded(count * part), 1, "part")


def _of_a_unit(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    """Read a part of one unit or scale: "half a percentage point", "three quarters of a million", "½ a mile"."""
    count = 1 if low(found, at) in ("a", "an") else lex.small.get(low(found, at), 0)
    first = at + 1 if count else at
    first += bool(count) and low(found, first) == "-"
    part, step = lex.fractions.get(low(found, first)), first + 1
    if part is None or (first > at and low(found, first) == "half"):
        return None
    step += low(found, step) == "of"
    if low(found, step) not in ("a", "an"):
        return None
    value = _rounded((count or 1) * part)
    scale = lex.scales.get(low(found, step + 1), 0)
    if scale and step > first + 1:
        return Number(at, step + 2, value * scale, scale, "words")
    return Number(at, step + 1, value, 1, "words") if phrase(found, step + 1, lex.units_low) else None


def _ratio(found: Sequence[Word], at: int, after: int, value: Decimal, lex: Lexicon) -> Number | None:
    """Read "one in five", "three out of 10" from the count and the link behind it; not "number one in 28 countries"."""
    if low(found, at - 1) in lex.labels or (low(found, at - 1) == "." and low(found, at - 2) in lex.labels):
        return None
    link = low(found, after)
    step = after + 2 if link == "out" and low(found, after + 1) == "of" else after + 1 if link == "in" else 0
    if not step or not 1 <= value <= 9 or value != value.to_integral_value():
        return None
    name = low(found, step)
    whole = lex.small.get(name) or lex.tens.get(name) or lex.scales.get(name) or 0
    digits = name.replace(",", "")
    if not whole and digits.isdecimal() and len(digits) <= 7:
        whole = int(digits)
    if link == "in" and (value > 3 or 1900 <= whole <= 2100 or phrase(found, step + 1, lex.units)):
        return None
    return Number(at, step + 1, _rounded(value / whole), 1, "part") if value < whole else None


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("1e-9")).normalize()
