"""Read what a quantity is called beside its number: almost, more than; and whether something rose or fell by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.extract.quantities.lexicon import Lexicon, phrase
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import Word, glued, low


def qualified(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Quantity:
    """Take in the words that qualify: "almost", "more than"; "or more" behind it; "between" and "from" of a range.

    A verb that qualifies ("to cross $38 billion") is no part of the quantity's own words.
    """
    if quantity.qualifier is not None:
        return quantity
    first = quantity.first
    if (
        quantity.value_to is not None
        and quantity.number.kind != "rough"
        and low(found, first - 1) in ("between", "from")
    ):
        first -= 1
        quantity = replace(quantity, first=first)
    for size in range(min(6, first), 0, -1):
        hit = phrase(found, first - size, lex.qualifiers)
        if hit and hit[1] == first and not _is_place(found, quantity, first - size, lex):
            verb = low(found, first - 1) in lex.qualifying_verbs
            return replace(quantity, first=first if verb else first - size, qualifier=hit[0])
    for place in (quantity.after, quantity.number.after):
        hit = phrase(found, place, lex.qualifiers_after)
        if hit and (found[place].text != "plus" or glued(found, place - 1)):
            return replace(quantity, after=max(hit[1], quantity.after), qualifier=hit[0])
    return quantity


def _is_place(found: Sequence[Word], quantity: Quantity, at: int, lex: Lexicon) -> bool:
    """Whether "over" tells where or during which time: "a radar over 64 glaciers", "a raise over six years"."""
    if found[at].low != "over" or at + 1 != quantity.first:
        return False
    before = low(found, at - 1)
    if quantity.unit.kind == "time":
        return before not in lex.before_over and before.isalpha()
    return quantity.unit.kind == "count" and low(found, at - 2) in ("a", "an", "the") and before.isalpha()


def changed(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Quantity:
    """Note that something rose or fell by it: a verb in front ("rose by 3%"), a noun beside ("a 3% rise")."""
    if quantity.change or quantity.unit.kind in ("age", "time"):
        return quantity
    change = _verb_in_front(found, quantity, lex)
    if change is None and quantity.unit.kind in ("money", "share", "measure"):
        change = _noun_behind(found, quantity, lex)
    return replace(quantity, change=change)


def _verb_in_front(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> str | None:
    for index in range(quantity.first - 1, max(-1, quantity.first - 5), -1):
        word = found[index].low
        if word in lex.rise_verbs:
            return "up"
        if word in lex.fall_verbs:
            return "down"
        if word == "of" and quantity.unit.kind in ("money", "share", "measure"):
            noun = low(found, index - 1)
            return "up" if noun in lex.rise_nouns else "down" if noun in lex.fall_nouns else None
        if word in ("to", "at", "from", "than", "and") or not (word[0].isalpha() or word == "-"):
            return None
    return None


def _noun_behind(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> str | None:
    for word in found[quantity.after : quantity.after + 3]:
        if word.low in lex.rise_nouns:
            return "up"
        if word.low in lex.fall_nouns:
            return "down"
        if word.low in lex.stops or not word.low[0].isalpha():
            return None
    return None
