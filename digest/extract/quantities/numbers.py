"""Read numbers: digits ("1,200", "2.5 million"), words ("two dozen"), fractions, and words for a rough size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from digest.extract.quantities.lexicon import Lexicon, phrase
from digest.extract.quantities.words import Word, glued

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
        return Number(at, at + 1, lex.fractions[word.low], 1, "digits")
    return _ratio(found, at, lex) or _part(found, at, lex) or _rough(found, at, lex) or _words(found, at, lex)


def _digits(found: Sequence[Word], at: int, lex: Lexicon, *, money: bool) -> Number | None:
    text = found[at].text
    if len(text) > LONGEST or not DIGITS.fullmatch(text):
        return None
    value = Decimal(text.replace(",", ""))
    after = at + 1
    if glued(found, at) and found[after].text in lex.fractions:  # "2½"
        value, after = value + lex.fractions[found[after].text], after + 1
    ratio = _ratio_after(found, at, after, value, lex)
    if ratio:
        return ratio
    scale = 1
    step = after + 1 if after + 1 < len(found) and found[after].text == "-" and glued(found, at) else after
    if step < len(found) and found[step].low in lex.scales:
        scale, after = _scales(found, step, lex)
    elif after < len(found):
        low, close = found[after].low, glued(found, after - 1)
        if low in lex.short_scales:
            scale, after = lex.short_scales[low], after + 1
        elif low in lex.money_scales and (
            (money and (close or found[after].text.isupper())) or (close and _is_scale(found, after, lex))
        ):
            scale, after = lex.money_scales[low], after + 1
    value *= scale
    return Number(at, after, value, scale, "digits") if value <= LARGEST else None


def _is_scale(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether the "m" of "5m" means a million and not metres: something countable follows. "k" always counts."""
    if found[at].text == "k":
        return True
    return (
        found[at].text == "m"
        and at + 1 < len(found)
        and found[at + 1].text.isalpha()
        and found[at + 1].low not in lex.metre_words
    )


def _scales(found: Sequence[Word], at: int, lex: Lexicon) -> tuple[int, int]:
    """Multiply a run of scale words ("hundred thousand"); three at the most."""
    scale, after = 1, at
    while after < len(found) and after < at + 3 and found[after].low in lex.scales:
        scale, after = scale * lex.scales[found[after].low], after + 1
    return scale, after


def _words(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    """Read "twenty-five", "two hundred and fifty thousand", "a million", "half a million", "two dozen"."""
    after, total, current, largest, seen = at, Decimal(0), Decimal(0), 1, ""
    low = found[at].low
    if low in ("a", "an", "half"):
        after += 1
        if low == "half" and after < len(found) and found[after].low in ("a", "an"):
            after += 1
        if after >= len(found) or found[after].low not in lex.scales:
            return None
        current = Decimal("0.5") if low == "half" else Decimal(1)
    while after < len(found) and after < at + 16:
        low = found[after].low
        if low in lex.tens and seen not in ("ten", "unit"):
            current, seen = current + lex.tens[low], "ten"
        elif low in lex.small and seen != "unit" and not (seen == "ten" and lex.small[low] > 9):
            current, seen = current + lex.small[low], "unit"
        elif (
            low in lex.scales
            and (after > at or low in ("hundred", "thousand", "million", "billion"))
            and largest < 10**15
        ):
            scale = lex.scales[low]
            largest = max(largest, scale)
            if scale < 1000:
                current = (current or Decimal(1)) * scale
            else:
                total, current = total + (current or Decimal(1)) * scale, Decimal(0)
            seen = "scale"
        elif seen and _joins(found, after, lex, seen):
            pass
        else:
            break
        after += 1
    if not seen:
        return None
    if after + 2 < len(found) and [w.low for w in found[after : after + 3]] == ["and", "a", "half"]:
        current, after = current + Decimal("0.5"), after + 3  # "two and a half"
        if after < len(found) and found[after].low in lex.scales:
            scale, after = _scales(found, after, lex)
            return Number(at, after, current * scale, scale, "words")
    value = total + current
    return _ratio_after(found, at, after, value, lex) or Number(at, after, value, largest, "words")


def _joins(found: Sequence[Word], at: int, lex: Lexicon, seen: str) -> bool:
    """Whether "and" or a hyphen inside a number goes on to another number word."""
    if at + 1 >= len(found):
        return False
    following = found[at + 1].low
    if found[at].low == "and":
        return seen == "scale" and (following in lex.small or following in lex.tens)
    return (
        found[at].text == "-"
        and glued(found, at)
        and ((seen == "ten" and following in lex.small) or following in lex.scales)
    )


def _rough(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    """Read "dozens", "tens of thousands": from once to ten times the size."""
    low = found[at].low
    size, after = lex.vague.get(low, 0), at + 1
    if low in ("tens", "hundreds", "thousands", "dozens") and after + 1 < len(found) and found[after].low == "of":
        outer = lex.vague.get(found[after + 1].low, 0)
        if outer:
            size, after = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}[low] * outer, after + 2
    return Number(at, after, Decimal(size), size, "rough", Decimal(size * 10)) if size else None


def _part(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    """Read "a third of", "two-thirds", "three quarters of", "half of"."""
    low = found[at].low
    if low == "half":
        return (
            Number(at, at + 1, Decimal("0.5"), 1, "part")
            if _low(found, at + 1) in ("of", "the", "its", "their")
            else None
        )
    count = 1 if low in ("a", "an") else lex.small.get(low, 0)
    after = at + 2 if _low(found, at + 1) == "-" else at + 1
    name = _low(found, after)
    part = lex.fractions.get(name)
    if not count or part is None or name == "half":
        return None
    if name.endswith("s") == (count > 1) and (count > 1 or _low(found, after + 1) == "of"):
        return Number(at, after + 1, (count * part).quantize(Decimal("1e-9")).normalize(), 1, "part")
    return None


def _ratio(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    count = lex.small.get(found[at].low)
    return _ratio_after(found, at, at + 1, Decimal(count), lex) if count else None


def _ratio_after(found: Sequence[Word], at: int, after: int, value: Decimal, lex: Lexicon) -> Number | None:
    """Read "one in five", "three out of 10"."""
    link = _low(found, after)
    step = after + 2 if link == "out" and _low(found, after + 1) == "of" else after + 1 if link == "in" else 0
    if not step or step >= len(found) or not 1 <= value <= 9 or value != value.to_integral_value():
        return None
    low = found[step].low
    whole = lex.small.get(low) or lex.tens.get(low) or lex.scales.get(low) or 0
    if not whole and low.replace(",", "").isdecimal() and len(low) <= 7:
        whole = int(low.replace(",", ""))
    if link == "in" and (value > 3 or 1900 <= whole <= 2100 or phrase(found, step + 1, lex.units) is not None):
        return None
    return (
        Number(at, step + 1, (value / whole).quantize(Decimal("1e-9")).normalize(), 1, "part")
        if value < whole
        else None
    )


def _low(found: Sequence[Word], at: int) -> str:
    return found[at].low if 0 <= at < len(found) else ""
