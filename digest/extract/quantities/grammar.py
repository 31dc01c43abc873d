"""Read the quantities of one sentence: numbers with their units and qualifiers, joined where they make a range."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from digest.extract.quantities.lexicon import Lexicon, phrase
from digest.extract.quantities.numbers import Number, read_number
from digest.extract.quantities.units import Unit, money_before, read_unit
from digest.extract.quantities.words import Word, glued


class Quantity(NamedTuple):
    """A quantity in the words `first` to `after` (exclusive), qualifier and unit included; `core` is where the
    number or its currency sign stands."""

    first: int
    core: int
    after: int
    value: Decimal
    unit: Unit
    number: Number
    value_to: Decimal | None = None
    qualifier: str | None = None
    change: str | None = None


def read_quantities(found: Sequence[Word], lex: Lexicon) -> list[Quantity]:
    """Read all quantities of a sentence, in order."""
    atoms: list[Quantity] = []
    at = 0
    while at < len(found):
        atom = _atom(found, at, lex)
        if atom is None or (atoms and atom.core < atoms[-1].after):
            at += 1
            continue
        atoms.append(atom)
        at = max(atom.after, at + 1)
    return [_change(found, _qualified(found, q, lex), lex) for q in _ranges(found, atoms, lex)]


def _atom(found: Sequence[Word], at: int, lex: Lexicon) -> Quantity | None:
    word = found[at]
    digits = word.text[0].isdigit()
    if not digits and word.low not in lex.number_words and word.low not in ("a", "an", "tens"):
        return None
    if digits and not _stands_free(found, at, lex):
        return None
    money = money_before(found, at, lex) if digits else None
    number = read_number(found, at, lex, money=money is not None)
    if number is None or (not digits and not _word_counts(found, number, lex)):
        return _multiple(found, at, lex)
    unit = read_unit(found, number, lex, money=money[0] if money else None)
    if unit is None or (digits and unit.kind in ("none", "count") and _is_label(found, number, unit, lex)):
        return None
    core, value = (money[1] if money else at), number.value
    if core and digits and found[core - 1].text in "-−" and glued(found, core - 1) and not glued(found, core - 2):
        core, value = core - 1, -value
    elif money and found[at - 1].text in "-−":
        value = -value
    elif core and found[core - 1].low == "minus":
        core, value = core - 1, -value
    elif core and found[core - 1].text == "." and word.text.isdecimal() and glued(found, core - 1):
        core, value = core - 1, Decimal(f"0.{word.text}")
    return Quantity(core, core, max(unit.after, number.after), value, unit, number, number.value_to)


def _multiple(found: Sequence[Word], at: int, lex: Lexicon) -> Quantity | None:
    """Read "doubled", "tripled", "twice the …"."""
    low = found[at].low
    value = lex.multiples.get(low)
    following = found[at + 1].low if at + 1 < len(found) else ""
    if value is None or (not low.endswith("d") and following not in ("the", "as", "that", "what", "its", "their")):
        return None
    number = Number(at, at + 1, value, 1, "multiple")
    change = ("down" if value < 1 else "up") if low.endswith(("d", "ing")) else None
    return Quantity(at, at, at + 1, value, Unit("times", "multiple", at + 1), number, change=change)


def _stands_free(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a run of digits is a number of its own, not part of a name, a time, a score or an address."""
    before = found[at - 1] if at else None
    if before is not None and glued(found, at - 1):
        text = before.text
        if text.isalpha() and not (text in lex.signs or text in lex.codes):
            return False
        if text in "/:@_\\&" or (text == "." and glued(found, at - 2)):
            return False
        if text in "-‑–—" and at > 1 and glued(found, at - 2):
            left = found[at - 2]
            if left.text[0].isalpha() and left.low not in ("sub", "mid", "pre", "post", "top", "over", "plus", "a"):
                return left.text in lex.money_scales or left.low in lex.scales or left.low in lex.short_scales
    after = found[at + 1] if at + 1 < len(found) else None
    if after is not None and glued(found, at):
        if after.text in "/:" and glued(found, at + 1) and found[at + 2].text[0].isdigit():
            return False
        if after.low in ("am", "pm", "st", "nd", "rd", "th", "s"):
            return False
    return not (after is not None and after.low in ("am", "pm", "a.m", "p.m", "gmt", "et", "bst"))


def _word_counts(found: Sequence[Word], number: Number, lex: Lexicon) -> bool:
    """Whether a number word counts something: not "the two", not "one another", not the name "Big Four"."""
    at = number.first
    word, before = found[at], found[at - 1].low if at else ""
    if word.text[0].isupper() and at and found[at - 1].text not in "\"“‘'(—–:;•.":
        return False
    if number.kind in ("part", "rough") or number.scale > 1:
        return True
    if before in lex.anaphors and number.value <= 3:
        return False
    if number.value == 1:
        following = found[number.after].low if number.after < len(found) else ""
        return (
            following.isalpha()
            and following not in lex.not_one
            and before not in ("no", "any", "every", "each", "the", "this", "that", "some", "which", "only")
        )
    return True


def _is_label(found: Sequence[Word], number: Number, unit: Unit, lex: Lexicon) -> bool:
    """Whether a bare number is a year, a day of the month, a label ("Section 4") or part of a name ("Formula 1")."""
    text, at = found[number.first].text, number.first
    before = found[at - 1] if at else None
    plain = number.scale == 1 and text.isdecimal()
    if plain and len(text) == 4 and 1900 <= number.value <= 2099:
        return True
    if not plain or before is None:
        return plain and len(text) > 8
    if len(text) > 8 or (len(text) > 1 and text[0] == "0"):
        return True
    if before.low in lex.labels and unit.kind == "none":
        return True
    if before.text == "." and at > 1 and found[at - 2].low in ("no", "nos", "vol"):
        return True
    if before.text == "#":
        return True
    named = before.text[0].isupper() and before.low not in lex.stops and at > 1
    return named and (unit.kind == "none" or before.low in lex.labels)


def _ranges(found: Sequence[Word], atoms: list[Quantity], lex: Lexicon) -> list[Quantity]:
    """Join two quantities that make a range: "3-5 million", "between 10 and 20", "from $2 to $4"."""
    joined: list[Quantity] = []
    index = 0
    while index < len(atoms):
        left = atoms[index]
        right = atoms[index + 1] if index + 1 < len(atoms) else None
        both = _range(found, left, right, lex) if right else None
        if both is None:
            joined.append(left)
            index += 1
        elif both == "score":
            index += 2
        else:
            assert isinstance(both, Quantity)
            joined.append(both)
            index += 2
    return joined


def _range(found: Sequence[Word], left: Quantity, right: Quantity, lex: Lexicon) -> Quantity | str | None:
    link = tuple(w.low for w in found[left.after : right.core])
    if len(link) == 1 and link[0] == right.qualifier:
        return None
    opening = found[left.core - 1].low if left.core else ""
    dash = len(link) == 1 and link[0] in "-–—‑" and left.number.kind == right.number.kind
    if not (dash or link in (("to",), ("up", "to"), ("or",)) or (link == ("and",) and opening == "between")):
        return None
    if left.value_to is not None or right.value_to is not None:
        return None
    same = left.unit.name == right.unit.name or left.unit.kind == "none" or right.unit.kind == "none"
    if not same:
        return None
    low, high = left.value, abs(right.value) if dash else right.value
    if left.number.scale == 1 < right.number.scale and left.number.value < right.number.value / right.number.scale:
        low *= right.number.scale
    unit = right.unit if right.unit.kind != "none" else left.unit._replace(after=right.unit.after)
    bare = unit.kind == "none"
    if dash and (low >= high and (bare or unit.kind == "count")):
        return "score" if high < 200 else None
    if dash and bare and high < 100 and left.number.scale == 1:
        return "score"
    if link == ("or",) and not (low < high and (unit.kind in ("time", "count") or high - low == 1)):
        return None
    if link == ("to",) and opening not in ("from", "between") and (low >= high or bare):
        return None
    return Quantity(left.core, left.core, right.after, low, unit, right.number._replace(first=left.number.first), high)


def _qualified(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Quantity:
    """Take in the words that qualify: "almost", "more than"; "or more" behind it."""
    core = quantity.core
    if (
        quantity.value_to is not None
        and core
        and found[core - 1].low in ("between", "from")
        and quantity.number.kind != "rough"
    ):
        quantity = quantity._replace(first=core - 1)
        core -= 1
    for size in range(min(6, core), 0, -1):
        hit = phrase(found, core - size, lex.qualifiers)
        if hit and hit[1] == core:
            return quantity._replace(first=core - size, qualifier=hit[0])
    at = max(quantity.number.after, min(quantity.after, len(found)))
    for place in (at, quantity.number.after):
        hit = phrase(found, place, lex.qualifiers_after)
        if hit and (found[place].text != "plus" or glued(found, place - 1)):
            return quantity._replace(after=max(hit[1], quantity.after), qualifier=hit[0])
    return quantity


def _change(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Quantity:
    """Note that something rose or fell by it: a verb in front ("rose by 3%"), a noun behind ("a 3% rise")."""
    if quantity.change or quantity.unit.kind in ("age", "time"):
        return quantity
    for index in range(quantity.first - 1, max(-1, quantity.first - 5), -1):
        low = found[index].low
        if low in ("to", "at", "from", "than", "and", "of") or not (low[0].isalpha() or low == "-"):
            if low == "of" and index and found[index - 1].low in lex.rise_nouns | lex.fall_nouns:
                return quantity._replace(change="up" if found[index - 1].low in lex.rise_nouns else "down")
            break
        if low in lex.rise_verbs:
            return quantity._replace(change="up")
        if low in lex.fall_verbs:
            return quantity._replace(change="down")
    if quantity.unit.kind in ("money", "share", "measure"):
        for index in range(quantity.after, min(len(found), quantity.after + 3)):
            low = found[index].low
            if low in lex.rise_nouns or low in lex.fall_nouns:
                return quantity._replace(change="up" if low in lex.rise_nouns else "down")
            if low in lex.stops or not low[0].isalpha():
                break
    return quantity
