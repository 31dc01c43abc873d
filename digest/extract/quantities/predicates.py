"""Find what is said of those who are counted: "7,000 dockers **walked out**", "17 people **are still missing**"."""

from __future__ import annotations

from digest.extract.quantities.phrases import Context, is_participle, phrase_end
from digest.extract.quantities.words import low

NO_HELPERS = ("to", "about")  # "tickets to people"
LONGEST = 4  # helping verbs and adverbs in front of the verb


def passive_end(context: Context, at: int) -> int | None:
    """The end of "were killed", "have been displaced", "are still missing", "died" behind a noun, or None."""
    cues, found = context.cues, context.found
    index = _past_helpers(context, at)
    helped = any(w.low in cues.passives for w in found[at:index])
    if index >= len(found):
        return None
    participle = is_participle(found[index]) or found[index].low in cues.participles
    if found[index].low in cues.say_verbs and low(found, index - 1) in cues.having:  # "the cases have found"
        return None
    if not (found[index].low in cues.toll or (helped and participle)) or _has_object(context, at, index):
        return None
    following = low(found, index + 1)
    return index + 2 if following in cues.toll or following in cues.particles else index + 1


def _has_object(context: Context, at: int, verb: int) -> bool:
    """Whether those in front do it to others: "two men **killed five people**", "strikes have wounded 30"."""
    found, cues = context.found, context.cues
    helpers = {w.low for w in found[at:verb]} & cues.passives
    if found[verb].low not in cues.hitting or helpers - cues.having:
        return False
    return verb + 1 in context.inside or low(found, verb + 1) in cues.determiners


def predicate_end(context: Context, at: int) -> int | None:
    """The end of the verb behind a noun phrase and what belongs to it, or None where no verb follows.

    Who says or finds something is a source: "a survey of 2,000 people found" tells nothing of the people.
    """
    found, cues = context.found, context.cues
    index = _past_helpers(context, at)
    if index >= len(found) or found[index].low in cues.say_verbs:
        return None
    helped = index > at and any(w.low in cues.auxiliaries for w in found[at:index])
    name = found[index].low
    if helped and name in cues.states:  # "have been without teachers"
        end = phrase_end(context, index + 1)
        return end if end > index + 1 else None
    modal = any(w.low in cues.modals for w in found[at:index])
    if name in cues.auxiliaries or not (is_participle(found[index]) or name in cues.acts or (modal and name.isalpha())):
        return None
    return _with_object(context, index + 1)


def _past_helpers(context: Context, at: int) -> int:
    """Step over helping verbs and adverbs: "have now been", "are still"."""
    found, cues = context.found, context.cues
    index = at
    while index < min(len(found), at + LONGEST) and (
        found[index].low in cues.passives
        or (found[index].low in cues.auxiliaries and found[index].low not in NO_HELPERS)
        or found[index].low in cues.adverbs
        or (found[index].low.endswith("ly") and found[index].low not in cues.nouns_in_ly)
    ):
        index += 1
    return index


def _with_object(context: Context, at: int) -> int:
    """Take in what the verb needs: its particle, its object, or a phrase of place: "walked out", "broke bones"."""
    found, cues = context.found, context.cues
    if low(found, at) in cues.particles:
        return at + 1
    first = at + 1 if low(found, at) in cues.places else at
    if first in context.inside:
        return at
    end = phrase_end(context, first)
    return at if end == first or found[end - 1].low in cues.times else end
