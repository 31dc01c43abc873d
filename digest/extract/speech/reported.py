"""Find where reported speech begins and ends in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.cues import Cues
from digest.extract.speech.clauses import Cue
from digest.extract.speech.details import addressee
from digest.extract.speech.place import Place
from digest.extract.speech.tokens import Token

THAT_REACH = 12  # words between a cue and its "that": "said in Bern last month that"
VERB_REACH = 25  # words between the beginning of a clause and its verb


def content_after(tokens: Sequence[Token], cue: Cue, high: int, words: Cues) -> int | None:
    """The first token of what was said, or None where the cue has no clause behind it."""
    verb, at = tokens[cue.at].text, cue.at + 1
    if at < high and verb in words.infinitive and tokens[at].text in words.to:
        return None if _is_thing(tokens, at + 1, high, words) else at
    if at >= high or (verb not in words.clausal and verb not in words.speech):
        return None
    told = addressee(Place(tokens, at, cue.at, high, "", words), cue.at)
    at = told.last + 1 if told else at
    that = _that(tokens, at, high if verb in words.clausal else min(high, at + 2), words)
    if that is not None:
        return that if tokens[that].quote < 0 else None
    at = _skip_adverbial(tokens, at, high, words)
    if at + 1 < high and tokens[at].text.endswith("ly") and tokens[at + 1].text in words.prepositions:
        return None  # "announced personally in a message"
    bare = verb in words.clausal and at < high and tokens[at].word and tokens[at].text not in words.no_clause
    thing = bare and verb in words.takes_object and tokens[at].text not in words.pronouns - words.neuter
    end = _first_break(tokens, at, high, words) if thing else high
    return at if bare and has_verb(tokens, at, end, words) else None


def _is_thing(tokens: Sequence[Token], at: int, high: int, words: Cues) -> bool:
    """Whether a thing and no verb follows "agreed to": "agreed to a truce", "agreed to talks"."""
    if at >= high:
        return False
    text = tokens[at].text
    several = text.endswith("s") and not text.endswith(("ss", "us"))
    return text in words.determiners or tokens[at].capital or text[0].isdigit() or several


def _first_break(tokens: Sequence[Token], at: int, high: int, words: Cues) -> int:
    """Where the first clause ends: what has no verb before that reports no clause.

    "Announced plans, which were …", "declared a holiday after the town had won".
    """
    ends = words.relatives | words.breaks
    for index in range(at + 1, high):
        if (not tokens[index].word and tokens[index].text in ",—–-:;(") or tokens[index].text in ends:
            return index
    return high


def _that(tokens: Sequence[Token], at: int, high: int, words: Cues) -> int | None:
    """The token behind "that", where only time, place and channel stand before it."""
    for index in range(at, min(high - 1, at + THAT_REACH)):
        text = tokens[index].text
        if tokens[index].quote >= 0 or text in ";:" or text in words.finite or text.endswith("ing"):
            return None
        if tokens[index].text in words.that:
            first = tokens[at].text
            adverbial = first in words.prepositions or first in words.adverbs or first in words.times or first == ","
            broken = any(t.text == "," for t in tokens[at + 1 : index]) and tokens[index - 1].text != ","
            adverbial = adverbial and not broken  # "ruled on Monday, in a case that …"
            return index + 1 if index == at or adverbial else None
    return None


def _skip_adverbial(tokens: Sequence[Token], at: int, high: int, words: Cues) -> int:
    while at < high and (
        tokens[at].text in words.not_names
        or (tokens[at].text in words.adverbs and tokens[at].text not in words.plurals)
    ):
        at += 1
    if at + 1 < high and tokens[at].text in words.beside and tokens[at + 1].text in words.not_names:
        at += 2
    return at


def has_verb(tokens: Sequence[Token], first: int, high: int, words: Cues) -> bool:
    """Whether a verb follows the first noun, as far as its looks tell."""
    for index in range(first + 1, min(high, first + VERB_REACH)):
        text = tokens[index].text
        if tokens[index].quote >= 0 or text in ";:":
            return False
        thing = text in words.also_nouns and tokens[index - 1].text in words.determiners  # "announced the charges"
        if (text in words.auxiliaries and text not in words.not_auxiliaries) or (text in words.finite and not thing):
            return True
        noun = text.endswith("s") and index == first + 1 and tokens[first].text not in words.pronouns  # "bold plans"
        if text.islower() and (text.endswith("ed") or (text in words.irregular and not noun)):
            return True
        if _third_person(tokens, index, words):
            return True
    return False


def _third_person(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    """Whether a word in -s follows a name or a pronoun: "Bern wants"."""
    text, before = tokens[at].text, tokens[at - 1]
    if (
        not (text.islower() and text.endswith("s"))
        or not text.isalpha()
        or text.endswith(("ss", "us", "is"))
        or text in words.prepositions
    ):
        return False
    return before.capital or before.text in words.pronouns


def content_end(tokens: Sequence[Token], first: int, high: int, words: Cues) -> int:
    """The last token of what was said: without full stop, trailing source, or a predicate that is a quotation."""
    last = high - 1
    while last > first and tokens[last].quote < 0 and not tokens[last].word and tokens[last].text not in ")%":
        last -= 1
    for index in range(first + 1, last):
        if tokens[index].text == "," and _breaks_off(tokens, index, last, words):
            return index - 1
        if tokens[index].text in words.splits and _says_more(tokens, index, last, words):
            return index - 1
    return last


def _says_more(tokens: Sequence[Token], split: int, last: int, words: Cues) -> bool:
    """Whether the same source goes on to say something else: "said it was late *and added that* it was long"."""
    cue = tokens[split + 1]
    verb = cue.text in words.clausal and cue.text not in words.also_nouns
    return verb and split + 2 <= last and tokens[split + 2].text in words.that


def _breaks_off(tokens: Sequence[Token], comma: int, last: int, words: Cues) -> bool:
    following = tokens[comma + 1].text
    if following in words.according_starts and tokens[comma + 2].text in words.to:
        return True
    if following in words.participles and following in words.speech:
        return True
    if following not in words.splits or comma + 2 > last:
        return False
    behind = tokens[comma + 2].text
    if behind in words.clausal and behind not in words.also_nouns:
        return True  # ", but admits that …"
    if any(t.quote < 0 and t.text in words.clausal and t.text in words.pasts for t in tokens[comma + 2 : last + 1]):
        return True  # ", while the union said …"
    predicate = tokens[comma + 2].text in words.auxiliaries or tokens[comma + 2].text in words.finite
    return predicate and any(t.quote >= 0 for t in tokens[comma : last + 1])


def opening(tokens: Sequence[Token], low: int, high: int, words: Cues) -> int:
    """The first token that is not "But" or "Meanwhile,"; "There" stays in "There were three"."""
    first = low
    while first < high and (
        tokens[first].text == ","
        or tokens[first].text in words.conjunctions
        or (tokens[first].text in words.leading and tokens[first + 1].text == ",")
    ):
        first += 1
    return first if first < high else low


def last_part(tokens: Sequence[Token], low: int, last: int, words: Cues) -> int:
    """Where the sourced part begins: of "it burned, with 40 deaths, according to …" only the deaths are sourced.

    Before a semicolon stands another statement.
    """
    for index in range(last, low, -1):
        if tokens[index].text == ";":
            return index + 1
        if tokens[index].text == "," and tokens[index + 1].text in words.accompanies:
            return index + 1
    return low
