"""Read what a number counts: money, a share, a unit of measure, or the noun behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.amounts.lexicon import Lexicon
from digest.extract.amounts.numbers import Number
from digest.extract.quantities.lexicon import phrase
from digest.extract.quantities.units import SHARES
from digest.extract.quantities.words import HYPHENS, Word, glued, low

QUALIFYING = 3  # words before a counted noun: "zwölf neue rote Busse"


class Unit(NamedTuple):
    """A unit that ends before the word `after`; `kind` as in English. Of a count, `noun` is where its phrase begins."""

    name: str
    kind: str
    after: int
    noun: int = 0


def read_unit(found: Sequence[Word], number: Number, lex: Lexicon) -> Unit:
    """The unit behind a number; of kind "none" where there is none."""
    at = number.after
    if low(found, at) in lex.sets["links"] and (number.scale >= 10**6 or number.kind == "rough" or number.scale == 12):
        at += 1  # "millones *de* euros", "cientos *de* personas"
    if at < len(found):
        named = _named(found, at, lex)
        if named is not None:
            return _with_rate(found, named, lex)
        if low(found, at) in HYPHENS and glued(found, at - 1):
            return Unit("", "none", number.after)
    return _noun(found, at, number, lex)


def _named(found: Sequence[Word], at: int, lex: Lexicon) -> Unit | None:
    """A currency or a unit of measure of the language's tables."""
    text = found[at].text
    if text in lex.signs and not text.isalpha():
        return Unit(lex.signs[text], "money", at + 1)
    cash = phrase(found, at, lex.money)
    hit = phrase(found, at, lex.units_exact, exact=True)
    if hit and found[at].text in lex.sets["glued_only"] and not glued(found, at - 1):
        hit = None
    hit = hit or phrase(found, at, lex.units)
    if cash and (not hit or cash[1] >= hit[1]):
        return Unit(cash[0], "money", cash[1])
    if hit is None:
        return None
    kind = "share" if hit[0] in SHARES else "time" if hit[0] in lex.sets["durations"] else "measure"
    return Unit(hit[0], kind, hit[1])


def _with_rate(found: Sequence[Word], unit: Unit, lex: Lexicon) -> Unit:
    """Add "pro Kilo", "je Einwohner", "por habitante" to a unit."""
    at = unit.after
    base = low(found, at + 1)
    if low(found, at) in lex.sets["per"] and base.isalpha():
        kind = "measure" if unit.kind == "time" else unit.kind
        return unit._replace(name=f"{unit.name} per {base}", kind=kind, after=at + 2)
    return unit


def _noun(found: Sequence[Word], at: int, number: Number, lex: Lexicon) -> Unit:
    """The counted noun: in German the first word with a capital, in others the first plural, behind adjectives."""
    none = Unit("", "none", number.after)
    for index in range(at, min(len(found), at + 1 + QUALIFYING)):
        word = found[index]
        if not word.text[0].isalpha() or word.low in lex.sets["stops"] or word.low in lex.number_words:
            return none
        if word.low in lex.sets["prenominal"]:
            continue
        noun = word.text[0].isupper() if lex.nouns_have_capitals else _is_plural(word, number, lex)
        if noun:
            end = _adjective(found, index + 1, lex)
            return Unit(word.low, "count", end, at)
        if not lex.nouns_have_capitals or index > at + 1 or not word.text.islower():
            return none
    return none


def _is_plural(word: Word, number: Number, lex: Lexicon) -> bool:
    """Whether a word in lower case can be what is counted: a plural, or a singular behind "one"."""
    return word.text.islower() and len(word.low) > 2 and (word.low.endswith("s") or number.value == 1)


def _adjective(found: Sequence[Word], at: int, lex: Lexicon) -> int:
    """The end of a noun phrase whose adjective stands behind: "soldados *ucranianos*"."""
    if lex.nouns_have_capitals or at >= len(found):
        return at
    word = found[at]
    follows = word.text.islower() and word.low.endswith("s") and len(word.low) > 4
    plain = word.low not in lex.sets["stops"] and word.low not in lex.sets["verbs"] and word.low not in lex.sets["toll"]
    return at + 1 if follows and plain else at
