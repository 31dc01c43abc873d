"""Find a way through a clause without a parser: where it begins, which words are verbs, where its subject starts."""

from __future__ import annotations

from digest.extract.quantities.lexicon import phrase
from digest.extract.quantities.phrases import Context, is_participle, phrase_end
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import glued, low

SIGNS = ',;:—–()[]"“”'
GOING_ON = ("to", "from", "and")  # between two quantities of one thing
REACH = 14  # words from where something came to where it went
FARTHEST = 40  # words back to where the clause begins
LONGEST = 9  # words of a subject
RELATIVE = ("that", "who", "which")


def anchor(context: Context, quantity: Quantity) -> int:
    """Where the quantity begins, or the first one that it goes on from: "by 7 points, **to 5.88%**"."""
    found, at = context.found, quantity.first
    while low(found, at - 1) in GOING_ON:
        step = at - 1 - (low(found, at - 2) == ",")
        if context.ends.get(step, at) >= at:
            break
        at = context.ends[step]
    if at != quantity.first:
        return at
    if low(found, at - 1) == "to":  # "fell from 900 before the war to fewer than 100"
        for end in range(at - 1, max(0, at - REACH), -1):
            if found[end].text in SIGNS:
                break
            first = context.ends.get(end, end)
            if first < end and "from" in (low(found, first - 1), low(found, first)):
                return first
    if low(found, at - 1) == "at" and low(found, at - 2) == ",":
        return at - 2  # "were the same, at 8 per cent"
    return at


def breaks(context: Context, at: int) -> bool:
    """Whether a clause ends with this word: a sign, or "that", "while", "but"."""
    word = context.found[at]
    if word.text in SIGNS or (word.text == "-" and not glued(context.found, at)):
        return True
    return word.low in context.cues.clause_openers


def is_finite(context: Context, at: int) -> bool:
    """Whether a word may be the verb of a clause."""
    return is_level(context, at) or context.found[at].low in context.cues.verbs or is_participle(context.found[at])


def is_level(context: Context, at: int) -> bool:
    """Whether a word is a verb of change or level: "rose", "stood"."""
    name = low(context.found, at)
    return name in context.lex.rise_verbs or name in context.lex.fall_verbs or name in context.cues.level_verbs


def is_main(context: Context, at: int) -> bool:
    """Whether a finite verb may be the main one: no other verb stands right in front of it."""
    return is_finite(context, at) and not is_finite(context, at - 1) and low(context.found, at - 1) not in RELATIVE


def last_and(context: Context, start: int, end: int) -> int | None:
    """The last "and" of the clause that a subject and a verb of its own follow: "prices fell **and wages rose** 3%"."""
    found = context.found
    for at in range(end - 2, start, -1):
        if found[at].low == "and":
            verb = next((i for i in range(at + 1, end) if is_finite(context, i)), None)
            return at if verb is not None and not _links_subjects(context, at) else None
    return None


def _links_subjects(context: Context, at: int) -> bool:
    """Whether "and" only links two subjects of one verb: no verb stands in front of it ("bread and milk rose")."""
    return not any(is_finite(context, i) for i in range(max(0, at - FARTHEST), at))


def past_opening(context: Context, start: int, at: int) -> int:
    """Step over a phrase of place or time without a comma: "**Under the deal** Norland may", "**In May** exports"."""
    found = context.found
    if low(found, start) not in context.cues.places:
        return start
    end = phrase_end(context, start + 1)
    if low(found, start + 1)[:1].isalpha() and found[start + 1].text[0].isupper():
        end = max(end, phrase_end(context, start + 2))  # "May" of "In May exports" may look like a verb
    if end == start + 1:
        return start
    for index in range(start + 2, min(end, at)):  # a name behind a common noun is something new
        if found[index].text[0].isupper() and found[index - 1].text.islower():
            return index if found[index - 1].low not in context.cues.determiners else start
        if (
            found[index].text.islower()
            and found[start + 1].text[0].isupper()
            and found[index].low not in context.cues.times
        ):
            return index  # "In May exports"
    return start


def past_helpers(context: Context, verb: int, at: int) -> int:
    """Step over helping verbs, adverbs and times: "will probably", "was on average"."""
    found, cues = context.found, context.cues
    main = verb
    while main < at:
        time = phrase(found, main, cues.periods) if found[main].low in cues.periods else None
        if time and main > verb:
            main = min(time[1], at)
        elif found[main].low in cues.auxiliaries or found[main].low.endswith("ly"):
            main += 1
        else:
            break
    return main


def is_direct(context: Context, main: int, at: int) -> bool:
    """Whether the figure goes with the verb, without an object in between: "fell 3%", "rose in May to 5%"."""
    following = low(context.found, main + 1)
    return at - main <= 3 or following in context.lex.stops or not following[:1].isalpha()


def in_front_of_source(context: Context, comma: int) -> int:
    """The comma in front of words that only name the source: "Attendance**,** he said, fell to 100"."""
    found = context.found
    opening = next((i for i in range(comma - 1, max(0, comma - LONGEST), -1) if found[i].text == ","), None)
    said = opening is not None and any(w.low in context.cues.say_verbs for w in found[opening:comma])
    return opening if opening is not None and said else comma


def says(context: Context, at: int) -> bool:
    """Whether a word is a verb of saying."""
    return context.found[at].low in context.cues.say_verbs and not is_level(context, at)


def begins_noun(context: Context, at: int) -> bool:
    """Whether an article or the like begins a noun phrase here."""
    return low(context.found, at) in context.cues.determiners - context.cues.pronouns
