"""Find what a sentence's verb says a figure is of: "**Trade** rose by 30%", "**The firm paid** $5m"."""

from __future__ import annotations

from typing import NamedTuple

from digest.extract.quantities.phrases import Context, is_participle, phrase_end
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import glued, low

SIGNS = ',;:—–()[]"“”'
FARTHEST = 40  # words back to where the clause begins
LONGEST = 9  # words of a subject


class Measure(NamedTuple):
    """The words `first` to `after` (exclusive); `rule` names how they were found."""

    first: int
    after: int
    rule: str


def by_verb(context: Context, quantity: Quantity) -> Measure | None:
    """The subject of a verb of level or change, its object ("cut **its rate** by 1%"), or subject and verb."""
    start = quantity.first
    while start > max(0, quantity.first - FARTHEST) and not _breaks(context, start - 1):
        start -= 1
    inner = _last_and(context, start, quantity)
    hit = _clause(context, inner if inner is not None else start, quantity)
    if hit is None and inner is None:
        hit = _over_comma(context, start, quantity)
    if hit is None and start > 0 and low(context.found, quantity.first - 1) == "and":
        hit = _clause(context, 0, quantity)
    return hit


def _over_comma(context: Context, start: int, quantity: Quantity) -> Measure | None:
    """The subject in front of a comma: "inflation, which stood at 9%", "Ito Foods, the biscuit maker, has paid $5m"."""
    found, verb = context.found, start
    relative = low(found, start - 1) == "which"
    comma = start - 2 if relative else start - 1
    if comma < 1 or found[comma].text != "," or verb >= quantity.first or not _is_finite(context, verb):
        return None
    end = comma if relative else next((i for i in range(comma - 1, 0, -1) if found[i].text == ","), 0)
    first = end
    while first > max(0, end - LONGEST) and not _breaks(context, first - 1) and not _is_finite(context, first - 1):
        first -= 1
        if relative and found[first].low in context.lex.stops | context.cues.openers:
            first += 1
            break
    if first >= end or not _is_subject(context, first, end, verb=verb):
        return None
    measure = _with_verb(context, first, verb, quantity)
    if measure is None or measure.rule == "subject":
        return measure and Measure(first, end, "subject")
    return measure if measure.after - measure.first <= FARTHEST // 2 else None


def _last_and(context: Context, start: int, quantity: Quantity) -> int | None:
    """The last "and" of the clause that a subject and a verb of its own follow: "prices fell **and wages rose** 3%"."""
    found = context.found
    for at in range(quantity.first - 2, start, -1):
        if found[at].low == "and":
            verb = next((i for i in range(at + 1, quantity.first) if _is_finite(context, i)), None)
            return at if verb is not None and verb > at + 1 and not _links_subjects(context, at) else None
    return None


def _is_finite(context: Context, at: int) -> bool:
    return _is_level(context, at) or context.found[at].low in context.cues.verbs or is_participle(context.found[at])


def _links_subjects(context: Context, at: int) -> bool:
    """Whether "and" only links two subjects of one verb: no verb stands in front of it ("bread and milk rose")."""
    return not any(_is_finite(context, i) for i in range(max(0, at - FARTHEST), at))


def _breaks(context: Context, at: int) -> bool:
    """Whether a clause ends with this word: a sign, or "that", "while", "but"."""
    word = context.found[at]
    if word.text in SIGNS or (word.text == "-" and not glued(context.found, at)):
        return True
    return word.low in context.cues.clause_openers


def _clause(context: Context, start: int, quantity: Quantity) -> Measure | None:
    """Read the clause that begins at a word: its subject, up to its first verb."""
    found, cues = context.found, context.cues
    while start < quantity.first and found[start].low in cues.conjunctions:
        start += 1
    for verb in range(start + 1, quantity.first):
        if not _is_finite(context, verb):
            continue
        nouns = [w for w in found[start:verb] if w.text[0].isalpha() and w.low not in cues.determiners]
        if nouns:
            return _with_verb(context, start, verb, quantity) if _is_subject(context, start, verb, verb=verb) else None
    return None


def _is_subject(context: Context, start: int, end: int, *, verb: int) -> bool:
    """Whether the words in front of a verb name something: no pronoun, no phrase of place or time, no source."""
    found, cues = context.found, context.cues
    subject = found[start:end]
    named = subject[1:] if subject[0].low in cues.determiners else subject
    if len(subject) > LONGEST or subject[0].low in cues.openers or named[0].low in cues.pronouns:
        return False
    if found[verb].low in cues.say_verbs and not _is_level(context, verb):
        return False
    if subject[-1].low in context.lex.stops or any(w.low in cues.verbs for w in named):
        return False
    return all(w.text[0].isalnum() or w.text in "-‑'’&%" for w in subject)


def _is_level(context: Context, at: int) -> bool:
    name = low(context.found, at)
    return name in context.lex.rise_verbs or name in context.lex.fall_verbs or name in context.cues.level_verbs


def _with_verb(context: Context, start: int, verb: int, quantity: Quantity) -> Measure | None:
    found, cues = context.found, context.cues
    main = verb
    while main < quantity.first and (found[main].low in cues.auxiliaries or found[main].low.endswith("ly")):
        main += 1
    if quantity.unit.kind != "count":
        end = phrase_end(context, main + 1) if main < quantity.first else 0
        if main + 1 < end < quantity.first <= end + 2 and found[end].low in ("by", "to", "from", "at"):
            return None if is_participle(found[main + 1]) else Measure(main + 1, end, "object")
        if main == quantity.first or _is_level(context, main):
            return Measure(start, verb, "subject") if _is_direct(context, main, quantity) else None
    name = low(found, main) if main < quantity.first else ""
    modal = any(w.low in cues.modals for w in found[verb:main]) and name.isalpha()
    plain = modal and not any(w.low == "and" for w in found[main : quantity.first])  # "will raise $5m"
    if name in cues.say_verbs or not (plain or name.endswith("ed") or name in cues.verbs or _is_level(context, main)):
        return None
    return Measure(start, min(main + 1, quantity.first), "clause")


def _is_direct(context: Context, main: int, quantity: Quantity) -> bool:
    """Whether the figure goes with the verb, without an object in between: "fell 3%", "rose in May to 5%"."""
    following = low(context.found, main + 1)
    return quantity.first - main <= 3 or following in context.lex.stops or not following[:1].isalpha()
