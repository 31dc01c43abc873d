"""Find what stands right beside a quantity: "**stranding** 65,000 passengers", "€46m for **the club**"."""

from __future__ import annotations

from digest.extract.quantities.measure import Measure
from digest.extract.quantities.phrases import Context, carried_on, phrase_end
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import glued, low

LONGEST = 5  # words of a noun phrase in front


def in_front(context: Context, quantity: Quantity) -> Measure | None:
    """What is done to, or is there for, those who are counted: "cutting power to", "jackets for", "stranding"."""
    found, cues = context.found, context.cues
    at = quantity.first - 1
    if at < 0:
        return None
    if _acts(context, at):
        return Measure(at, quantity.first, "act")
    if found[at].low not in cues.links_in_front:
        return None
    end = at - 1 if low(found, at - 1) == "," else at  # "the balloon, with 14 tourists"
    first = _noun_in_front(context, end)
    if first == end:
        return None
    if first and found[first - 1].low in cues.determiners:
        first -= 1
    elif end < at:
        return None
    if first and _acts(context, first - 1):
        first -= 1
    return Measure(first, end if found[at].low == "of" else at + 1, "link")


def _noun_in_front(context: Context, end: int) -> int:
    """Where the common noun begins that ends in front of a word; `end` itself where there is none."""
    found, cues = context.found, context.cues
    first = end
    while first > max(0, end - LONGEST) and _is_noun(context, first - 1):
        first -= 1
    if first == end or found[end - 1].low in cues.weak_heads | cues.times | cues.idioms:
        return end
    return first if any(w.text.islower() for w in found[first:end]) else end  # "a flight to Melk with 239 people"


def _acts(context: Context, at: int) -> bool:
    """Whether a word is a verb in -ing: "stranding", not "including" or "building"."""
    word = context.found[at]
    return (
        word.text.islower()
        and len(word.low) > 5
        and word.low.endswith(context.cues.act_endings)
        and word.low not in context.cues.not_acts
    )


def _is_noun(context: Context, at: int) -> bool:
    found, cues, lex = context.found, context.cues, context.lex
    word = found[at]
    if word.text in "-‑'’" and glued(found, at - 1) and glued(found, at):
        return True
    return (
        word.text[0].isalpha()
        and word.low not in lex.stops
        and word.low not in cues.verbs
        and word.low not in cues.pronouns
        and word.low not in lex.number_words
        and not (word.text.islower() and word.low.endswith(("ed", "ly")) and len(word.low) > 4)
        and not _acts(context, at)
    )


def what_for(context: Context, quantity: Quantity) -> Measure | None:
    """What a sum is paid, raised or asked for: "€46m for **the club**", "$5m on **a new bridge**"."""
    found, cues, at = context.found, context.cues, quantity.after
    if low(found, at) not in cues.purposes or at + 1 >= len(found):
        return None
    first = found[at + 1]
    if (
        not first.text.islower()
        or first.low in cues.times | cues.idioms
        or first.low in cues.pronouns - cues.determiners
    ):
        return None
    deed = _acts(context, at + 1)  # "for polluting the river"
    end = phrase_end(context, at + 2 if deed else at + 1)
    if end <= at + 1 + deed or found[end - 1].low in cues.times | cues.idioms | cues.weak_heads:
        return None
    if any(index in context.inside for index in range(at + 1, end)):
        return None
    return Measure(at + 1, carried_on(context, end, ("of", "for", "to", "in", "over")), "for")
