"""Read what a number counts: money, a share, a unit of measure, or the noun behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.quantities.lexicon import Lexicon, phrase
from digest.extract.quantities.numbers import Number
from digest.extract.quantities.words import HYPHENS, Word, glued, low

SHARES = ("%", "percentage points", "basis points")


class Unit(NamedTuple):
    """A unit that ends before the word `after`. `kind` is one of money, share, measure, time, age, count, none.

    For a count, the words `noun` to `after` are the noun phrase ("civilian deaths"), and `name` its head ("deaths").
    """

    name: str
    kind: str
    after: int
    noun: int = 0


def money_before(found: Sequence[Word], at: int, lex: Lexicon) -> tuple[str, int] | None:
    """The currency written in front of the number at a word ("US$", "€", "USD"), and the word where it starts."""
    left = at - 1
    if left >= 0 and found[left].text in "-−–" and glued(found, left):  # "$-5", "-$5" is read by the caller
        left -= 1
    if left >= 0 and found[left].text == "=" and left:  # "Y=28,030"
        left -= 1
    if left < 0:
        return None
    sign = found[left].text
    if sign == "." and left and glued(found, left - 1) and found[left - 1].text == "Rs":
        return lex.signs["Rs"], left - 1
    if (
        left
        and f"{found[left - 1].text}{sign}" in lex.signs
        and (glued(found, left - 1) or found[left - 1].text in ("US", "AU", "NZ", "HK"))
    ):
        return lex.signs[f"{found[left - 1].text}{sign}"], left - 1
    if sign in lex.codes:
        return ("CNY" if sign == "RMB" else sign), left
    if sign in lex.signs and (not sign.isalpha() or len(sign) > 1 or glued(found, left)):
        return (
            (lex.signs[sign], left)
            if not sign.isalpha() or glued(found, left) or sign in ("Rs", "Rp", "RM", "Tk")
            else None
        )
    return None


def read_unit(found: Sequence[Word], number: Number, lex: Lexicon, *, money: str | None) -> Unit | None:
    """Read the unit behind a number; None where what follows shows that it is no quantity ("4th", "5G")."""
    at = number.after
    if low(found, at) == "+" and glued(found, at - 1):  # "5,000+ tickets"
        at += 1
    if money is not None:
        return _with_rate(found, Unit(money, "money", _skip_country(found, at)), lex)
    if low(found, at) in ("-", "‑") and glued(found, at - 1) and glued(found, at):
        return _compound(found, at + 1, number, lex)
    if at >= len(found):
        return Unit("", "none", number.after)
    unit = _named(found, at, number, lex)
    if unit is not None:
        return _with_rate(found, _age(found, unit), lex)
    if glued(found, at - 1) and found[at].text[0].isalpha():
        return None
    return read_noun(found, at, number, lex)


def _compound(found: Sequence[Word], at: int, number: Number, lex: Lexicon) -> Unit | None:
    """The unit behind a hyphen: "5,000-word", "250-ml"; a number in words only describes ("five-year")."""
    if number.kind == "words" and number.scale == 1:
        return None
    unit = _named(found, at, number, lex)
    if unit is not None:
        return _with_rate(found, _age(found, unit), lex)
    if found[at].text.isalpha() and found[at].low not in lex.stops:
        return Unit(found[at].low, "count", at + 1, at)
    return Unit("", "none", number.after)


def _skip_country(found: Sequence[Word], at: int) -> int:
    """Step over the country behind a sum with a sign: "$76 US", "$5 USD"."""
    return at + 1 if at < len(found) and found[at].text in ("US", "USD", "Cdn", "CAD", "AUD", "Canadian") else at


def _named(found: Sequence[Word], at: int, number: Number, lex: Lexicon) -> Unit | None:
    """A currency or a unit of measure that the language's tables know."""
    close = glued(found, at - 1)
    text = found[at].text
    if text in lex.codes:
        return Unit("CNY" if text == "RMB" else text, "money", at + 1)
    if close and text in lex.signs and not text.isalpha():
        return Unit(lex.signs[text], "money", at + 1)
    hit = phrase(found, at, lex.units, exact=True)
    if hit and hit[1] == at + 1 and text in lex.glued_only and not close:
        hit = None
    hit = hit or phrase(found, at, lex.units_low)
    if hit and hit[0] == "times" and low(found, hit[1])[:1].isdigit():  # "7×7"
        hit = None
    cash = phrase(found, at, lex.money)
    if cash and (not hit or cash[1] >= hit[1]):
        return Unit(cash[0], "money", cash[1])
    return _measured(found, hit[0], hit[1], number, lex) if hit else None


def _measured(found: Sequence[Word], name: str, after: int, number: Number, lex: Lexicon) -> Unit:
    """Say what kind a known unit is; "2 million pounds" and "pounds sterling" are money."""
    sterling = low(found, after) == "sterling"
    if name == "pounds" and (sterling or number.scale >= 10**6):
        return Unit("GBP", "money", after + sterling)
    kind = "share" if name in SHARES else "time" if name in lex.durations else "measure"
    return Unit(name, kind, after)


def _age(found: Sequence[Word], unit: Unit) -> Unit:
    """Turn "years old", "-year-old" and "years of age" into an age."""
    if unit.kind != "time":
        return unit
    at = unit.after
    if at < len(found) and found[at].text in "-‑":
        at += 1
    if at < len(found) and found[at].low in ("old", "olds"):
        return Unit(unit.name, "age", at + 1)
    if [w.low for w in found[at : at + 2]] == ["of", "age"]:
        return Unit(unit.name, "age", at + 2)
    return unit


def _with_rate(found: Sequence[Word], unit: Unit, lex: Lexicon) -> Unit:
    """Add "per month", "a barrel", "/share" or "-a-day" to a unit."""
    at = unit.after
    hyphen = at < len(found) and found[at].text == "-"
    at += hyphen
    if at + 1 >= len(found) or unit.kind == "age":
        return unit
    link, step = found[at].low, at + 1
    step += hyphen and found[step].text == "-"
    if step >= len(found) or link not in ("per", "a", "an", "/"):
        return unit
    return _per(found, unit, link, step, lex)


def _per(found: Sequence[Word], unit: Unit, link: str, step: int, lex: Lexicon) -> Unit:
    """The unit with what it is counted by, which stands at the word `step`."""
    base, of = found[step].low, low(found, step + 1)
    if link == "per" and base[0].isdigit():  # "40 deaths per 100,000 people"
        named = of.isalpha() and of not in lex.stops
        return unit._replace(name=f"{unit.name} per {base}{' ' + of if named else ''}", after=step + 1 + named)
    if of in lex.times_after:  # "12 contracts a week earlier" is no rate
        return unit
    if base in ("square", "sq", "cubic") and step + 1 < len(found):
        return unit._replace(name=f"{unit.name} per {base} {found[step + 1].low}", after=step + 2)
    if (link == "per" and base.isalpha()) or base in lex.per:
        kind = "measure" if unit.kind == "time" else unit.kind
        return unit._replace(name=f"{unit.name} per {base}", kind=kind, after=step + 1)
    return unit


def read_noun(found: Sequence[Word], at: int, number: Number, lex: Lexicon) -> Unit:
    """Find the head of the noun phrase: the first plural within six words, before any word that ends a phrase."""
    if number.kind == "part":
        return Unit("", "share", number.after)
    at = _noun_start(found, at, number, lex)
    if low(found, at + 1) == "per" and found[at].text.isalpha():  # an unknown unit: "0.7 Q per day"
        counted = is_plural(found[at], lex)  # "40 deaths per 100,000 people"
        unit = Unit(found[at].low, "count" if counted else "measure", at + 1, at if counted else 0)
        return _with_rate(found, unit, lex)
    head, index = -1, at
    while index < min(len(found), at + 7):
        word = found[index]
        joint = word.text in HYPHENS or word.text == "&"
        if joint and index > at and glued(found, index - 1) and glued(found, index):
            index += 2 if head < 0 else 1
            if head >= 0:
                break
            continue
        if not word.text[0].isalpha() or word.low in lex.stops or word.low in lex.number_words:
            break
        plural = is_plural(word, lex)
        if head >= 0 and not (plural and found[head].low.endswith("s") and word.low not in lex.verbs):
            break
        head = index if plural else head
        index += 1
    if head < 0 and low(found, at) in lex.qualities:
        head = at
    if head < 0 and number.value == 1 and number.kind == "words" and index > at and index <= len(found):
        head = index - 1
    if head < at or not found[head].text[0].isalpha():
        return Unit("", "none", number.after)
    return _with_rate(found, Unit(found[head].low, "count", _past_second(found, head + 1, lex), at), lex)


def _past_second(found: Sequence[Word], at: int, lex: Lexicon) -> int:
    """Step over a second noun that is counted with the first: "10,000 calls **and letters** on the bill"."""
    if low(found, at) != "and" or at + 1 >= len(found) or not found[at - 1].low.endswith(("s", "people")):
        return at
    second, following = found[at + 1], low(found, at + 2)
    many = second.low.endswith("s") or second.low in lex.plurals  # "300 passengers and crew"
    plain = second.text.islower() and many and second.low not in lex.verbs | lex.number_words
    ends = not following[:1].isalpha() or following in lex.stops - lex.verbs - {"and", "or", "but", "of"}
    return at + 2 if plain and ends and is_plural(second, lex) else at


def _noun_start(found: Sequence[Word], at: int, number: Number, lex: Lexicon) -> int:
    """Step over what links a number to its noun: "40 of the boats", "dozens of boats", "1,500 more nurses"."""
    if low(found, at) == "of" and low(found, at + 1) in lex.anaphors:
        at += 2
    elif low(found, at) == "of" and number.kind == "rough":
        at += 1
    return at + 1 if low(found, at) == "more" and low(found, at + 1) not in ("", "than", *lex.stops) else at


def is_plural(word: Word, lex: Lexicon) -> bool:
    """Whether a word looks like a plural noun."""
    name = word.low
    if name in lex.plurals:
        return True
    if len(name) < 3 or not name.endswith("s") or name in lex.not_plural:
        return False
    return word.text[:-1].isupper() or not name.endswith(("ss", "us", "is", "'s"))
