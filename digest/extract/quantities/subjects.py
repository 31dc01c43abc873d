"""Find what a sentence's verb says a figure is of: "**Trade** rose by 30%", "**The firm paid** $5m"."""

from __future__ import annotations

from digest.extract.quantities.clauses import (
    FARTHEST,
    LONGEST,
    RELATIVE,
    anchor,
    begins_noun,
    breaks,
    in_front_of_source,
    is_direct,
    is_finite,
    is_level,
    is_main,
    last_and,
    past_helpers,
    past_opening,
    says,
)
from digest.extract.quantities.deeds import act, last_verb
from digest.extract.quantities.measure import Measure
from digest.extract.quantities.phrases import Context, carried_on, is_participle, phrase_end
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import low

LONGEST_RELATIVE, LONGEST_WHOLE = 14, 20  # words of a subject with a relative clause; of one that is cut later
TAKEN_UP = ("it", "they")


def by_verb(context: Context, quantity: Quantity) -> Measure | None:
    """The subject of a verb of level or change, its object ("cut **its rate** by 1%"), or subject and verb.

    A quantity that goes on from another one has the same: "eased by 7 points, to **5.88%**".
    """
    at = anchor(context, quantity)
    start = at
    while start > max(0, at - FARTHEST) and not breaks(context, start - 1):
        start -= 1
    inner = last_and(context, start, at)
    if inner is not None and is_level(context, inner + 1):
        shared = _shared_subject(context, start, inner, at)
        if shared is not None:
            return shared
        inner = None
    clause = inner if inner is not None else start
    hit = _past_relative(context, clause, at, quantity) or _clause(context, clause, at, quantity)
    if hit is None and inner is None:
        hit = _over_comma(context, start, at, quantity)
    if hit is None and start > 0 and low(context.found, at - 1) == "and":
        hit = _clause(context, 0, at, quantity)
    return hit or act(context, clause, at, quantity) or last_verb(context, clause, at, quantity)


def taken_up(context: Context, quantity: Quantity) -> Measure | None:
    """The "it" or "they" whose level or change a quantity is: "**It** rose 3%". What it stands for was said before."""
    found = context.found
    if found[0].low not in TAKEN_UP or quantity.first > FARTHEST:
        return None
    if any(breaks(context, i) for i in range(quantity.first)):
        return None
    main = past_helpers(context, 1, quantity.first)
    if main >= quantity.first or not is_level(context, main) or not is_direct(context, main, quantity.first):
        return None
    return Measure(0, 1, "subject")


def opening_subject(context: Context) -> int:
    """The end of the subject with which a sentence begins, if it changes or has a level; 0 for any other."""
    verb = next((i for i in range(1, len(context.found)) if is_finite(context, i) or breaks(context, i)), 0)
    if not verb or breaks(context, verb) or not is_level(context, past_helpers(context, verb, len(context.found))):
        return 0
    return verb if _is_subject(context, 0, verb, verb=verb) else 0


def _shared_subject(context: Context, start: int, inner: int, at: int) -> Measure | None:
    """The subject of two verbs, where the second one tells a level: "**Bread prices** rose by 4% and hit $3"."""
    verb = next((i for i in range(start + 1, inner) if is_finite(context, i)), None)
    if verb is None or not _is_subject(context, start, verb, verb=verb) or not is_direct(context, inner + 1, at):
        return None
    return Measure(start, verb, "subject")


def _over_comma(context: Context, start: int, at: int, quantity: Quantity) -> Measure | None:
    """The subject in front of a comma: "inflation, which stood at 9%", "Ito Foods, the biscuit maker, has paid $5m"."""
    found, verb = context.found, start
    relative = low(found, start - 1) == "which"
    comma = start - 2 if relative else start - 1
    if comma < 1 or found[comma].text != "," or verb >= at or not is_finite(context, verb):
        return None
    if not relative:
        comma = in_front_of_source(context, comma)
    whole = relative or comma != start - 1
    end = comma if whole else next((i for i in range(comma - 1, 0, -1) if found[i].text == ","), 0)
    first = end
    while first > max(0, end - LONGEST) and not breaks(context, first - 1) and not is_finite(context, first - 1):
        first -= 1
        if whole and found[first].low in (context.lex.stops | context.cues.openers) - context.cues.determiners:
            first += 1
            break
    if first >= end or not _is_subject(context, first, end, verb=verb):
        return None
    measure = _with_verb(context, first, verb, at, quantity)
    if measure is None or measure.rule == "subject":
        return measure and Measure(first, end, "subject")
    if relative:  # "the massacre in 2007, which left 32 people dead"
        return Measure(verb, measure.after, "act") if measure.after > verb else None
    return measure if measure.after - measure.first <= FARTHEST // 2 else None


def _past_relative(context: Context, start: int, at: int, quantity: Quantity) -> Measure | None:
    """The subject of the main verb behind a relative clause: "**The ferry that sank in May** carried 300 people"."""
    found = context.found
    if low(found, start - 1) not in RELATIVE or start >= at or not is_finite(context, start):
        return None
    first = start - 1
    while first > max(0, start - LONGEST) and not breaks(context, first - 1) and not is_finite(context, first - 1):
        first -= 1
    verb = next((i for i in range(at - 1, start + 1, -1) if is_main(context, i)), None)
    if verb is None or first == start - 1 or verb - first > LONGEST_RELATIVE:
        return None
    return _with_verb(context, first, verb, at, quantity) if _is_subject(context, first, start - 1, verb=verb) else None


def _clause(context: Context, start: int, at: int, quantity: Quantity) -> Measure | None:
    """Read the clause that begins at a word: its subject, up to its first verb."""
    found, cues = context.found, context.cues
    while start < at and found[start].low in cues.conjunctions:
        start += 1
    start = past_opening(context, start, at)
    for verb in range(start + 1, at):
        if not is_finite(context, verb):
            continue
        nouns = [w for w in found[start:verb] if w.text[0].isalpha() and w.low not in cues.determiners]
        if nouns:
            if says(context, verb) and begins_noun(context, verb + 1):  # "Doctors said the blast wounded 26 people"
                return _clause(context, verb + 1, at, quantity)
            if not _is_subject(context, start, verb, verb=verb, reading=quantity.unit.kind == "measure"):
                return None
            return _cut(context, _with_verb(context, start, verb, at, quantity), verb)
    return None


def _cut(context: Context, measure: Measure | None, verb: int) -> Measure | None:
    """A measure with a long subject, without what is more: "the death toll of the crash", or the verb alone."""
    if measure is None or verb - measure.first <= LONGEST or measure.first >= verb:
        return measure
    if measure.rule != "subject" or measure.after > verb:
        return Measure(verb, measure.after, "act") if is_participle(context.found[verb]) else None
    end = min(verb, carried_on(context, phrase_end(context, measure.first), ("of", "from", "in", "for", "on", "at")))
    return Measure(measure.first, end, "subject") if measure.first < end else None


def _is_subject(context: Context, start: int, end: int, *, verb: int, reading: bool = False) -> bool:
    """Whether the words in front of a verb name something: no pronoun, no phrase of place or time, no source."""
    found, cues = context.found, context.cues
    subject = found[start:end]
    named = subject[1:] if subject and subject[0].low in cues.determiners else subject
    if not named:
        return False
    if len(subject) > LONGEST_WHOLE or subject[0].low in cues.openers or named[0].low in cues.pronouns:
        return False
    if found[verb].low in cues.say_verbs and not is_level(context, verb):
        return reading and found[verb].low in cues.readings  # "the thermometer showed 49°C"
    if subject[-1].low in context.lex.stops or any(w.low in cues.verbs for w in named):
        return False
    return all(w.text[0].isalnum() or w.text in "-‑'’&%" for w in subject)


def _with_verb(context: Context, start: int, verb: int, at: int, quantity: Quantity) -> Measure | None:
    found = context.found
    main = past_helpers(context, verb, at)
    if quantity.unit.kind != "count":
        end = phrase_end(context, main + 1) if main < at else 0
        if main + 1 < end < at <= end + 2 and found[end].low in ("by", "to", "from", "at"):
            return None if is_participle(found[main + 1]) else Measure(main + 1, end, "object")
        if end == at and main + 1 < end and is_level(context, main):  # "costs the economy $5m"
            return Measure(start, at, "subject")
        if _is_level_of(context, verb, main, at, quantity):
            return Measure(start, verb, "subject")
        if is_level(context, main):
            return None
    return _deed(context, start, verb, main, at)


def _is_level_of(context: Context, verb: int, main: int, at: int, quantity: Quantity) -> bool:
    """Whether the quantity is the level or change of the verb's subject: "rose 3%", "were the same, at 8%"."""
    found, cues = context.found, context.cues
    if at != quantity.first and found[verb].low in cues.passives:
        return True
    if main >= at - 1 and (main == at or found[main].low in ("at", "by", "to")):
        return True
    reading = quantity.unit.kind == "measure" and found[main].low in cues.readings
    return (is_level(context, main) or reading) and is_direct(context, main, at)


def _deed(context: Context, start: int, verb: int, main: int, at: int) -> Measure | None:
    """Subject and verb, and the object between verb and quantity: "A judge fined the firm" $5m."""
    found, cues = context.found, context.cues
    name = low(found, main) if main < at else ""
    modal = any(w.low in cues.modals for w in found[verb:main]) and name.isalpha()
    plain = modal and not any(w.low == "and" for w in found[main:at])  # "will raise $5m"
    if name in cues.say_verbs or not (plain or name.endswith("ed") or name in cues.verbs or is_level(context, main)):
        return None
    if main + 1 < at and phrase_end(context, main + 1) == at:
        return Measure(start, at, "deed")
    particle = low(found, main + 1) in cues.particles  # "lay off"
    return Measure(start, min(main + 1 + particle, at), "clause")
