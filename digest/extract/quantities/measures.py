"""Find the words that say what a quantity measures: "a 30% **rise in trade**", "2,000 **civilian deaths**"."""

from __future__ import annotations

from digest.extract.quantities.beside import in_front, what_for
from digest.extract.quantities.measure import Measure
from digest.extract.quantities.phrases import Context, carried_on, is_participle, phrase_end
from digest.extract.quantities.predicates import passive_end, predicate_end
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.subjects import by_verb
from digest.extract.quantities.words import glued, low

CROWD = 100  # a bare number from which it may be people: "some 3,000 signed the petition", not "those 21 and over"


def find_measure(context: Context, quantity: Quantity) -> Measure | None:
    """Find what a quantity measures, or None where the sentence does not say it in so many words."""
    measure = _measured(context, quantity)
    return measure if measure is None or _says_what(context, measure) else None


def _says_what(context: Context, measure: Measure) -> bool:
    """Whether the words say what is measured: not "we have come", "bailing", "state", "announced compensation"."""
    found = context.found[measure.first : measure.after]
    if not found or found[0].low in context.cues.nobody:
        return False
    if measure.rule == "act":
        return found[0].low not in context.cues.measures_nothing
    if len(found) == 1:
        said = found[0].low
        return (
            not said.endswith(context.cues.act_endings)
            and said not in context.cues.measures_nothing | context.cues.dimensions
        )
    return measure.rule in ("passive", "noun", "bare", "verb", "of", "predicate") or not found[0].low.endswith("ed")


def _measured(context: Context, quantity: Quantity) -> Measure | None:
    kind = quantity.unit.kind
    if kind == "count":
        return _counted(context, quantity)
    people = _what_happened(context, quantity) if kind in ("none", "elided") else None
    if people is not None or kind not in ("money", "share", "measure", "none"):
        return people
    near = _on_scale(context, quantity) or _behind(context, quantity) or _before_of(context, quantity)
    if near is not None:
        return near
    told = by_verb(context, quantity)
    if kind == "money" and (told is None or told.rule in ("clause", "act")):
        return what_for(context, quantity) or told
    return told


def _what_happened(context: Context, quantity: Quantity) -> Measure | None:
    """What a number without its noun did, or what happened to it: "of whom 19 **were killed**"."""
    passive = passive_end(context, quantity.after)
    if passive is not None:
        return Measure(quantity.after, passive, "passive")
    if quantity.value < CROWD or quantity.qualifier == "at least":
        return None
    told = predicate_end(context, quantity.after)
    return Measure(quantity.after, told, "predicate") if told is not None else None


def _counted(context: Context, quantity: Quantity) -> Measure | None:
    """The counted noun phrase with what is said of it; else with the verb, or the noun, in front of it."""
    found, cues = context.found, context.cues
    first, after = quantity.unit.noun, quantity.unit.after
    passive = passive_end(context, after)
    if passive is not None:
        return Measure(first, passive, "passive")
    bare = found[after - 1].low in cues.bare_nouns and all(w.low in cues.other for w in found[first : after - 1])
    end = carried_on(context, after, ("of", "in", "for", "with", "from"))
    told = predicate_end(context, end)
    if told is not None:
        return Measure(first, told, "predicate")
    telling = (
        after - first > 1 or found[after - 1].low in cues.toll or first >= quantity.after
    )  # "flooded homes", "deaths"
    if not bare and (end > after or telling):
        return Measure(first, end, "noun")
    if end > after and found[after].low in ("of", "with", "from", "for"):
        return Measure(first, end, "noun")
    return (
        by_verb(context, quantity)
        or in_front(context, quantity)
        or Measure(first, end, "noun" if end > after or not bare else "bare")
    )


def _behind(context: Context, quantity: Quantity) -> Measure | None:
    """The noun right behind a share or sum: "a 30% rise in trade", "30% of voters", "a $2bn loan"."""
    found, at = context.found, quantity.after
    word = low(found, at)
    if word == "of" and quantity.unit.kind != "money":
        end = _those_who(context, at + 1) or carried_on(context, at, ("of",))
        return Measure(at + 1, end, "of") if end > at + 1 else None
    if word == "the" and quantity.unit.name == "times":  # "1.4 times the size of the old one"
        end = phrase_end(context, at)
        return Measure(at, carried_on(context, end, ("of",)), "of") if end > at else None
    if word == "in" and quantity.unit.kind == "money":
        return _in_what(context, at + 1)
    return _noun_behind(context, quantity)


def _noun_behind(context: Context, quantity: Quantity) -> Measure | None:
    found, cues, at = context.found, context.cues, quantity.after
    word = low(found, at)
    if _is_dimension(context, quantity) or word in cues.verbs | cues.times | cues.determiners:
        return None
    end = phrase_end(context, at)
    while end > at and found[end - 1].low in cues.times:  # "a $2bn plan last month"
        end -= 1
    if end > at and is_participle(found[at]):  # "71 per cent backed the plan"
        end = phrase_end(context, at + 1) if quantity.unit.kind == "share" else at
        return Measure(at, end, "verb") if end > at + 1 else None
    if end <= at:
        return None
    if end == at + 1 and (low(found, end) in cues.pronouns or low(found, end) in ("as", "that", "than", "to")):
        return None  # "22 per cent identify as liberals", "40% smaller than"
    return Measure(at, carried_on(context, end, cues.links), "behind")


def _is_dimension(context: Context, quantity: Quantity) -> bool:
    """Whether an adjective without a noun follows: "the queue is 800 metres long", "shares closed 4% lower"."""
    at = quantity.after
    return low(context.found, at) in context.cues.dimensions and phrase_end(context, at) == at + 1


def _those_who(context: Context, at: int) -> int | None:
    """The end of "those who voted", or None where something else stands there."""
    found = context.found
    if low(found, at) != "those" or low(found, at + 1) != "who" or not low(found, at + 2).isalpha():
        return None
    return at + 3


def _in_what(context: Context, at: int) -> Measure | None:
    """What a sum is made up of: "$5m in aid"; a place or a time is no such thing."""
    first = context.found[at] if at < len(context.found) else None
    if first is None or not first.text.islower() or first.low in context.cues.times:
        return None
    if first.low in context.cues.determiners or first.low in context.cues.weak_heads:
        return None
    end = phrase_end(context, at)
    return Measure(at, carried_on(context, end, ("for", "of", "to")), "in") if end > at else None


def _on_scale(context: Context, quantity: Quantity) -> Measure | None:
    """The scale in front of a bare number, and what is measured on it: "**An earthquake of magnitude** 6.8"."""
    found, at = context.found, quantity.first - 1
    if low(found, at) not in context.lex.scales_in_front:
        return None
    first = at
    if low(found, at - 1) in ("of", "with", "a"):
        first = at - 1 if low(found, at - 1) != "a" else at
        while first > max(0, at - 5) and first != at and found[first - 1].text[0].isalpha():
            first -= 1
            if found[first].low in context.cues.determiners:
                break
    return Measure(first, at + 1, "scale")


def _before_of(context: Context, quantity: Quantity) -> Measure | None:
    """The noun in front of "of": "sales of $5m", "a deficit of 3%"."""
    found, cues, at = context.found, context.cues, quantity.first - 1
    link = low(found, at)
    if link not in ("of", "worth"):
        return None
    at -= link == "worth" and low(found, at - 1) == ","  # "4,900 awards, worth $5m"
    first = at
    while first > max(0, at - 6):
        word = found[first - 1]
        joint = word.text in "-‑'’" and glued(found, first - 2) and glued(found, first - 1)
        if not joint and (not word.text[0].isalpha() or word.low in context.lex.stops or word.low in cues.verbs):
            break
        if word.low in context.lex.number_words:
            break
        first -= 1
    while first < at and not found[first].text[0].isalpha():
        first += 1
    if first == at or found[at - 1].low in cues.weak_heads:
        return None
    return Measure(first, quantity.first if link == "worth" else at, "before")
