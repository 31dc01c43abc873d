"""Read the quantities of one sentence: numbers with units and qualifiers, joined where they make a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.extract.amounts.labels import is_label, stands_free
from digest.extract.amounts.lexicon import Lexicon
from digest.extract.amounts.numbers import Number, read_number
from digest.extract.amounts.quantity import Quantity
from digest.extract.amounts.units import Unit, read_unit
from digest.extract.quantities.lexicon import phrase
from digest.extract.quantities.words import HYPHENS, Word, glued, low

CHANGE_REACH = 5  # words between a figure and the verb that says that something rose or fell by it


def read_quantities(found: Sequence[Word], lex: Lexicon) -> list[Quantity]:
    """Read all quantities of a sentence, in order."""
    atoms: list[Quantity] = []
    at = 0
    while at < len(found):
        atom = _atom(found, at, lex)
        if atom is None:
            at += 1
            continue
        atoms.append(atom)
        at = max(atom.number.after, atom.unit.after, at + 1)
    joined = _joined(found, atoms, lex)
    kept = [q for q in joined if not is_label(found, q.number, q.unit, lex) or q.value_to is not None]
    return [_changed(found, _qualified(found, q, lex), lex) for q in kept]


def _atom(found: Sequence[Word], at: int, lex: Lexicon) -> Quantity | None:
    """The quantity whose number starts at a word."""
    word = found[at]
    digits = word.text[0].isdigit()
    if digits and not stands_free(found, at, lex):
        return None
    number = read_number(found, at, lex)
    if number is None:
        return None
    first, money = _money_before(found, at, lex) if digits else (at, "")
    unit = Unit(money, "money", number.after) if money else read_unit(found, number, lex)
    value = number.value
    minus = first > 0 and (
        low(found, first - 1) in lex.sets["minus"]
        or (found[first - 1].text in "-−" and glued(found, first - 1) and not glued(found, first - 2))
    )
    if digits and minus:
        first, value = first - 1, -value
    return Quantity(
        first=first,
        after=max(unit.after, number.after),
        value=value,
        value_to=number.value_to,
        unit=unit,
        number=number,
    )


def _money_before(found: Sequence[Word], at: int, lex: Lexicon) -> tuple[int, str]:
    """Where a currency in front of the number begins, and which it is: "€ 5", "US$ 5"."""
    sign = found[at - 1].text if at else ""
    return (at - 1, lex.signs[sign]) if sign in lex.signs else (at, "")


def _joined(found: Sequence[Word], atoms: Sequence[Quantity], lex: Lexicon) -> list[Quantity]:
    """The quantities with their ranges joined: "10 bis 15 Prozent", "entre 10 y 15 euros"; "2-1" is a score."""
    result: list[Quantity] = []
    index = 0
    while index < len(atoms):
        left = atoms[index]
        right = atoms[index + 1] if index + 1 < len(atoms) else None
        kind = _link(found, left, right, lex) if right else ""
        if right is None or not kind:
            result.append(left)
            index += 1
            continue
        both = _range(left, right)
        if both.unit.kind != "none" and both.value_to is not None and both.value < both.value_to:
            opens = low(found, left.first - 1) in lex.sets["range_leads"]
            result.append(replace(both, first=left.first - opens))
        elif kind != "dash":
            result += [left, right]
        index += 2
    return result


def _link(found: Sequence[Word], left: Quantity, right: Quantity, lex: Lexicon) -> str:
    """How two quantities are linked as a range: by a dash, by "bis" or "a", by "zwischen … und"; "" for not at all."""
    if left.value_to is not None or right.value_to is not None or right.first - left.after != 1:
        return ""
    if left.unit.kind != "none" and left.unit.name != right.unit.name:
        return ""
    link = found[left.after]
    if link.text in HYPHENS:
        return "dash" if glued(found, left.after - 1) and glued(found, left.after) else ""
    if link.low in lex.sets["range_links"]:
        return "words"
    between = low(found, left.first - 1) in lex.sets["range_leads"]
    return "words" if between and link.low in lex.ands else ""


def _range(left: Quantity, right: Quantity) -> Quantity:
    value, scale = left.value, right.number.scale
    if left.number.scale == 1 < scale and abs(value) < abs(right.value) / scale:
        value *= scale
    number: Number = right.number._replace(first=left.number.first)
    return replace(right, first=left.first, value=value, value_to=right.value, number=number)


def _qualified(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Quantity:
    """Take in what qualifies in front: "rund", "mehr als", "casi", "más de"."""
    first = quantity.first
    while first > 0 and found[first - 1].low in lex.sets["articles"] and quantity.unit.kind == "share":
        first -= 1  # "casi el 30 %"
    for size in range(min(4, first), 0, -1):
        hit = phrase(found, first - size, lex.qualifiers)
        if hit and hit[1] == first:
            return replace(quantity, first=first - size, qualifier=hit[0])
    return quantity


def _changed(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Quantity:
    """Note that something rose or fell: by a verb in front, or by one at the end of its clause: "um 3 % gestiegen"."""
    if quantity.unit.kind in ("time", "none") or low(found, quantity.first - 1) in lex.sets["to_words"]:
        return quantity  # "stieg *auf* 3 Prozent" tells the level
    for words in (
        found[max(0, quantity.first - CHANGE_REACH) : quantity.first][::-1],
        found[quantity.after : quantity.after + CHANGE_REACH],
    ):
        for word in words:
            if word.low in lex.sets["rise"]:
                return replace(quantity, change="up")
            if word.low in lex.sets["fall"]:
                return replace(quantity, change="down")
            if not word.text[0].isalnum():
                break
    return quantity
