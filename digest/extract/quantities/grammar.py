"""Read the quantities of one sentence: numbers with their units and qualifiers, joined where they make a range."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from digest.extract.quantities.elided import completed
from digest.extract.quantities.labels import is_age, is_label, stands_free, word_counts
from digest.extract.quantities.lexicon import Lexicon
from digest.extract.quantities.numbers import Number, read_number
from digest.extract.quantities.qualifiers import changed, qualified
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.ranges import joined
from digest.extract.quantities.ranks import read_rank
from digest.extract.quantities.units import Unit, money_before, read_unit
from digest.extract.quantities.words import HYPHENS, Word, glued, low

COLD = ("°C", "°F", "degrees")  # they may stand "below zero"


def read_quantities(found: Sequence[Word], lex: Lexicon) -> list[Quantity]:
    """Read all quantities of a sentence, in order."""
    atoms: list[Quantity] = []
    at = 0
    while at < len(found):
        if not _may_start(found[at], lex):
            at += 1
            continue
        atom = _atom(found, at, lex) or read_rank(found, at, lex)
        if atom is None or (atoms and atom.core < atoms[-1].after):
            at = _past_compound(found, at)
            continue
        atoms.append(atom)
        at = max(atom.after, at + 1)
    atoms = [changed(found, qualified(found, q, lex), lex) for q in atoms]
    whole = [qualified(found, q, lex) if q.value_to is not None else q for q in joined(found, atoms)]
    return completed(found, whole, lex)


def _may_start(word: Word, lex: Lexicon) -> bool:
    """Whether a number may start at a word."""
    low = word.low
    return low in lex.number_words or low in lex.ordinals or low[0].isdigit() or low in ("a", "an", "tens")


def _past_compound(found: Sequence[Word], at: int) -> int:
    """The word after one that is no quantity; "-2" behind a label goes with it ("ISO 3888-2", "2014-15")."""
    return _compound(found, at) + 1 if found[at].text[0].isdigit() else at + 1


def _compound(found: Sequence[Word], at: int) -> int:
    """The last run of digits that hyphens tie to the one at a word: "709-555-0100"."""
    while (
        glued(found, at) and glued(found, at + 1) and found[at + 1].text in HYPHENS and found[at + 2].text[0].isdigit()
    ):
        at += 2
    return at


def _ends_compound(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a number ends a range that hyphens tie to its beginning: "three-to-eleven", "two-to-three million"."""
    while low(found, at - 1) in lex.number_words:
        at -= 1
    return [word.low for word in found[max(0, at - 2) : at]] == ["to", "-"] and glued(found, at - 1)


def _atom(found: Sequence[Word], at: int, lex: Lexicon) -> Quantity | None:
    """The quantity whose number starts at a word."""
    word = found[at]
    digits = word.text[0].isdigit()
    if _ends_compound(found, at, lex):
        return None
    if digits and (not stands_free(found, at, lex) or _compound(found, at) > at + 2):
        return None
    money = money_before(found, at, lex) if digits else None
    number = read_number(found, at, lex, money=money is not None)
    if number is None or (not digits and not word_counts(found, number, lex)):
        return _multiple(found, at, lex)
    if number.kind == "words" and word.low in lex.scales and low(found, at - 1) in lex.several:
        number = number._replace(kind="rough", value_to=number.value * 10)
    unit = read_unit(found, number, lex, money=money[0] if money else None)
    if unit is not None and unit.kind == "none" and low(found, at - 1) in lex.scales_in_front:  # "of magnitude 6.8"
        unit = Unit("", "measure", unit.after)
    if unit is None or (digits and unit.kind in ("none", "count") and is_label(found, number, unit, lex)):
        return None
    if unit.kind == "none" and is_age(found, number, lex):
        unit = Unit("years", "age", unit.after)
    if unit.name in COLD and [w.low for w in found[unit.after : unit.after + 2]] == ["below", "zero"]:
        unit = unit._replace(after=unit.after + 2)
        number = number._replace(value=-number.value)
    core, value = _signed(found, at, money[1] if money else at, number.value) if digits else (at, number.value)
    return Quantity(
        first=core,
        core=core,
        after=max(unit.after, number.after),
        value=value,
        value_to=number.value_to,
        unit=unit,
        number=number,
    )


def _signed(found: Sequence[Word], at: int, core: int, value: Decimal) -> tuple[int, Decimal]:
    """Take in what stands right in front: a minus sign, the word "minus", the point of ".500"."""
    if core < at and found[at - 1].text in "-−":
        return core, -value
    if core == 0:
        return core, value
    before = found[core - 1]
    if before.text in "-−" and glued(found, core - 1) and not glued(found, core - 2):
        return core - 1, -value
    if before.low == "minus":
        return core - 1, -value
    if before.text == "." and found[at].text.isdecimal() and glued(found, core - 1):
        return core - 1, Decimal(f"0.{found[at].text}")
    return core, value


def _multiple(found: Sequence[Word], at: int, lex: Lexicon) -> Quantity | None:
    """Read "doubled", "tripled", "twice the …"."""
    name = found[at].low
    value = lex.multiples.get(name)
    if value is None or not (name.endswith("d") or low(found, at + 1) in ("the", "as", "that", "what", "its", "their")):
        return None
    number = Number(at, at + 1, value, 1, "multiple")
    change = ("down" if value < 1 else "up") if name.endswith("d") else None
    unit = Unit("times", "multiple", at + 1)
    return Quantity(first=at, core=at, after=at + 1, value=value, unit=unit, number=number, change=change)
