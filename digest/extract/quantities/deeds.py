"""Find the verb in front of a quantity, where nothing tells whose it is: "**sold** two million"."""

from __future__ import annotations

from digest.extract.quantities.clauses import is_level
from digest.extract.quantities.measure import Measure
from digest.extract.quantities.phrases import Context, is_participle, phrase_end
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import low


def act(context: Context, start: int, at: int, quantity: Quantity) -> Measure | None:
    """A verb without its subject, and what it does it to: "**sold** two million", "and **pays its neighbour** $5m"."""
    found, cues = context.found, context.cues
    while start < at and found[start].low in cues.conjunctions:
        start += 1
    if start >= at or at != quantity.first or found[start].low in cues.say_verbs | cues.auxiliaries:
        return None
    if not (is_participle(found[start]) or found[start].low in cues.verbs):
        return None
    end = start + 2 if low(found, start + 1) in cues.particles else start + 1
    if end < at and phrase_end(context, end) != at:
        return None
    return Measure(start, at, "act")


def last_verb(context: Context, start: int, at: int, quantity: Quantity) -> Measure | None:
    """The verb right in front of a sum, where nothing tells whose it is: "and **was fined** £200", "it **cost** $5"."""
    found, cues = context.found, context.cues
    if quantity.unit.kind != "money" or at != quantity.first:
        return None
    verb = at - 1 if low(found, at - 1) not in ("for", "at", "to") else at - 2
    if verb < start or found[verb].low in cues.say_verbs | cues.auxiliaries:
        return None
    if not (is_participle(found[verb]) or found[verb].low in cues.verbs or is_level(context, verb)):
        return None
    first = verb
    while first > start and found[first - 1].low in cues.auxiliaries:
        first -= 1
    return Measure(first, at, "act")
