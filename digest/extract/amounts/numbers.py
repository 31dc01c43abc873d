"""Read numbers: "1.234,5", "2,5 Millionen", "zweihundertfünfzig", "treinta y cinco mil", "Dutzende"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from digest.extract.amounts.lexicon import Lexicon
from digest.extract.quantities.words import Word, low

LONGEST = 20  # characters of digits: beyond that it is a serial number
LONGEST_WORD = 60  # letters of a number in one word
MOST_WORDS = 12  # words of a number
HUNDRED, THOUSAND, MILLION = Decimal(100), Decimal(1000), Decimal(10**6)
LARGEST = Decimal(10) ** 18


class Number(NamedTuple):
    """A number in the words `first` to `after` (exclusive); `scale` is what was multiplied in, 1 for none.

    `kind` is "digits", "words", or "rough", which goes from `value` to `value_to`.
    """

    first: int
    after: int
    value: Decimal
    scale: Decimal
    kind: str
    value_to: Decimal | None = None


def read_number(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    """The number that starts at a word, or None."""
    word = found[at]
    if word.text[0].isdigit():
        return _digits(found, at, lex)
    size = lex.vague.get(word.low)
    if size:
        outer, after = _of_scale(found, at, lex)
        size *= outer
        return Number(at, after, Decimal(size), Decimal(size), "rough", Decimal(size * 10))
    return _in_words(found, at, lex)


def _digits(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    text, after = found[at].text, at + 1
    while len(text) <= LONGEST and _is_group(found, at, after):  # "80 000"
        text, after = text + found[after].text, after + 1
    if len(text) > LONGEST or not lex.digits.fullmatch(text):
        return None
    whole, _, rest = text.partition(lex.decimal)
    value = Decimal("".join(ch for ch in whole if ch.isdigit()) + (f".{rest}" if rest else ""))
    scale, last = Decimal(1), after + 2
    while after < len(found) and after < last and _scale(found[after], lex):  # "3.000 millones", "5 mil millones"
        scale, after = scale * _scale(found[after], lex), after + 1
    value *= scale
    return Number(at, after, value, scale, "digits") if value <= LARGEST else None


def _is_group(found: Sequence[Word], at: int, after: int) -> bool:
    """Whether three digits behind one blank go on with a number."""
    if after >= len(found) or len(found[after].text) != 3 or not found[after].text.isdecimal():
        return False
    first = found[at].text.isdecimal() and len(found[at].text) <= 3
    return first and found[after].start == found[after - 1].end + 1


def _scale(word: Word, lex: Lexicon) -> Decimal:
    """What a word multiplies a number by: "Millionen", "Dutzend", "mil"; 0 for none."""
    value = lex.numbers.get(word.low, Decimal(0))
    return (
        value
        if value >= THOUSAND or (value == 12 and word.text[0].isupper()) or word.low.startswith("docena")
        else Decimal(0)
    )


def _of_scale(found: Sequence[Word], at: int, lex: Lexicon) -> tuple[int, int]:
    """The scale behind a rough number: "cientos *de miles* de", "Hunderttausende" is one word."""
    if low(found, at + 1) in lex.sets["links"] and low(found, at + 2) in lex.vague:
        return lex.vague[low(found, at + 2)], at + 3
    return 1, at + 1


def _in_words(found: Sequence[Word], at: int, lex: Lexicon) -> Number | None:
    """Several words, or one that is made of several: the parts are added and multiplied as they come."""
    parts: list[Decimal] = []
    after, linked = at, False
    while after < min(len(found), at + MOST_WORDS):
        name, following = low(found, after), low(found, after + 1)
        if parts and not linked and name in lex.ands and following in lex.numbers:
            linked = _goes_on(parts[-1], lex.numbers[following])
            if not linked:
                break
            after += 1
            continue
        more = _parts(name, lex)
        if not more or (parts and not linked and not _fits(parts[-1], more[0])):
            break
        parts.extend(more)
        after, linked = after + 1, False
    if not parts:
        return None
    value, scale = _value(parts)
    return Number(at, after, value, scale, "words") if 0 < value <= LARGEST else None


def _goes_on(before: Decimal, value: Decimal) -> bool:
    """Whether "y" stands inside a number: "treinta *y* cinco", "dos millones *y* medio"."""
    return (20 <= before < HUNDRED and 1 <= value < 10) or (before >= THOUSAND and value == Decimal("0.5"))


def _fits(before: Decimal, value: Decimal) -> bool:
    """Whether two number words that stand side by side are one number: "dos mil", "mil doscientos", not "zwei drei"."""
    return value > before or (before >= HUNDRED and value < before)


@lru_cache(maxsize=4096)
def _cut(word: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Cut a word into number words, the longest first: "zweihundertfünfzig" is zwei, hundert, fünfzig."""
    parts: list[str] = []
    at = 0
    while at < len(word):
        part = next((name for name in names if word.startswith(name, at)), None)
        if part is None:
            return ()
        parts.append(part)
        at += len(part)
    return tuple(parts)


def _parts(word: str, lex: Lexicon) -> list[Decimal]:
    if word in lex.numbers:
        return [lex.numbers[word]]
    if not lex.together or len(word) > LONGEST_WORD:
        return []
    names = _names(lex)
    cut = _cut(word, names)
    return [lex.numbers[part] for part in cut if part not in lex.ands]


@lru_cache(maxsize=8)
def _sorted_names(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted((name for name in names if len(name) > 2), key=lambda name: (-len(name), name)))


def _names(lex: Lexicon) -> tuple[str, ...]:
    small = frozenset(name for name, value in lex.numbers.items() if value <= THOUSAND and value == int(value))
    return _sorted_names(small | lex.ands)


def _value(parts: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Three, two, hundred → the number; each million or more closes what was counted before it."""
    total = thousands = current = Decimal(0)
    largest = Decimal(1)
    for part in parts:
        if part >= MILLION:
            total += ((thousands + current) or Decimal(1)) * part
            thousands = current = Decimal(0)
        elif part == THOUSAND:
            thousands += (current or Decimal(1)) * part
            current = Decimal(0)
        elif (part == HUNDRED and 0 < current < 10) or (part == 12 and current and current < 10):
            current *= part
        elif part == Decimal("0.5") and total:  # "dos millones y medio"
            total += part * largest
        else:
            current += part
        largest = max(largest, part if part >= HUNDRED else Decimal(1))
    return total + thousands + current, largest
