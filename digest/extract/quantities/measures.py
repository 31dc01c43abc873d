"""Find the words that say what a quantity measures: "a 30% **rise in trade**", "2,000 **civilian deaths**"."""

from __future__ import annotations

from digest.extract.quantities.phrases import Context, carried_on, is_participle, phrase_end
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.subjects import Measure, by_verb
from digest.extract.quantities.words import glued, low

PASSIVE = frozenset(("were", "was", "have", "had", "been", "are", "being", "has"))


def find_measure(context: Context, quantity: Quantity) -> Measure | None:
    """Find what a quantity measures, or None where the sentence does not say it in so many words."""
    measure = _measured(context, quantity)
    return measure if measure is None or _says_what(context, measure) else None


def _says_what(context: Context, measure: Measure) -> bool:
    """Whether the words say what is measured: not "we have come", "bailing", "state", "announced compensation"."""
    found = context.found[measure.first : measure.after]
    if not found or found[0].low in context.cues.nobody:
        return False
    if len(found) == 1:
        return not found[0].low.endswith("ing") and found[0].low not in context.cues.measures_nothing
    return measure.rule in ("passive", "noun", "bare", "verb") or not found[0].low.endswith("ed")


def _measured(context: Context, quantity: Quantity) -> Measure | None:
    if quantity.unit.kind == "count":
        return _counted(context, quantity)
    if quantity.unit.kind in ("money", "share", "measure", "none"):
        passive = _passive(context, quantity.after) if quantity.unit.kind == "none" else None
        if passive is not None:  # "of whom 19 were killed"
            return Measure(quantity.after, passive, "passive")
        return _behind(context, quantity) or _before_of(context, quantity) or by_verb(context, quantity)
    return None


def _counted(context: Context, quantity: Quantity) -> Measure | None:
    """The counted noun phrase; with its verb where the noun alone says too little ("people were killed")."""
    found, cues = context.found, context.cues
    first, after = quantity.unit.noun, quantity.unit.after
    passive = _passive(context, after)
    if passive is not None:
        return Measure(first, passive, "passive")
    bare = found[after - 1].low in cues.bare_nouns and all(w.low in cues.other for w in found[first : after - 1])
    end = carried_on(context, after, ("of", "in", "for", "with", "from"))
    if not bare or (end > after and found[after].low in ("of", "with", "from")):
        return Measure(first, end, "noun")
    return by_verb(context, quantity) or Measure(first, end, "noun" if end > after else "bare")


def _passive(context: Context, at: int) -> int | None:
    """The end of "were killed", "have been displaced", "died" behind a noun, or None."""
    found, toll = context.found, context.cues.toll
    index = at
    while index < at + 3 and low(found, index) in PASSIVE:
        index += 1
    if index >= len(found) or not (found[index].low in toll or (index > at and is_participle(found[index]))):
        return None
    return index + 2 if low(found, index + 1) in toll or low(found, index + 1) in context.cues.particles else index + 1


def _behind(context: Context, quantity: Quantity) -> Measure | None:
    """The noun right behind a share or sum: "a 30% rise in trade", "30% of voters", "a $2bn loan"."""
    found, cues, at = context.found, context.cues, quantity.after
    word = low(found, at)
    if word == "of" and quantity.unit.kind != "money":
        end = _those_who(context, at + 1) or carried_on(context, at, ("of",))
        return Measure(at + 1, end, "of") if end > at + 1 else None
    if word == "in" and quantity.unit.kind == "money":
        return _in_what(context, at + 1)
    starts = (
        not _is_dimension(context, quantity)
        and word not in cues.verbs
        and word not in cues.times
        and word not in cues.determiners
    )
    end = phrase_end(context, at) if starts else at
    if end <= at or found[end - 1].low in cues.times:
        return None
    if is_participle(found[at]):  # "71 per cent backed the plan"
        end = phrase_end(context, at + 1) if quantity.unit.kind == "share" else at
        return Measure(at, end, "verb") if end > at + 1 else None
    if end == at + 1 and (low(found, end) in cues.pronouns or low(found, end) in ("as", "that", "than", "to")):
        return None  # "22 per cent identify as liberals", "40% smaller than"
    return Measure(at, carried_on(context, end, cues.links), "behind")


def _is_dimension(context: Context, quantity: Quantity) -> bool:
    """Whether an adjective without a noun follows a length or a time: "the queue is 800 metres long"."""
    at = quantity.after
    is_one = quantity.unit.kind == "measure" and low(context.found, at) in context.cues.dimensions
    return is_one and phrase_end(context, at) == at + 1


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


def _before_of(context: Context, quantity: Quantity) -> Measure | None:
    """The noun in front of "of": "sales of $5m", "a deficit of 3%"."""
    found, cues, at = context.found, context.cues, quantity.first - 1
    if low(found, at) not in ("of", "worth"):
        return None
    at -= low(found, at) == "worth" and low(found, at - 1) == ","  # "4,900 awards, worth $5m"
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
    return Measure(first, at, "before") if first < at and found[at - 1].low not in cues.weak_heads else None
