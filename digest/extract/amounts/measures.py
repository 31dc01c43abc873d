"""Find the words that say what a quantity measures: "die *Inflation* stieg auf 3 %", "30 % der *Wähler*"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.amounts.lexicon import Lexicon
from digest.extract.amounts.quantity import Quantity
from digest.extract.quantities.words import Word, low

TOLL_REACH = 6  # words from the counted noun to "getötet", "heridas"
LONGEST = 8  # words of a subject
CLAUSE = frozenset(',;:—–()"“”„«»')


class Measure(NamedTuple):
    """The words `first` to `after` (exclusive); `rule` names how they were found."""

    first: int
    after: int
    rule: str


def find_measure(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Measure | None:
    """What a quantity measures, or None where the sentence does not say it in so many words."""
    if quantity.unit.kind == "count":
        return _counted(found, quantity, lex)
    if quantity.unit.kind in ("money", "share", "measure"):
        return _behind(found, quantity, lex) or _before_of(found, quantity, lex) or _subject(found, quantity, lex)
    return None


def _counted(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Measure:
    """The counted noun; with what happened to it where a verb tells: "drei Menschen wurden verletzt"."""
    first, after = quantity.unit.noun, quantity.unit.after
    for index in range(after, min(len(found), after + TOLL_REACH)):
        word = found[index]
        if word.text in CLAUSE or word.text[0].isdigit() or word.low in lex.number_words:
            break
        if word.low in lex.sets["toll"]:
            return Measure(first, index + 1, "toll")
    if any(word.low in lex.sets["toll"] for word in found[first:after]):
        return Measure(first, after, "toll")
    bare = quantity.unit.name in lex.sets["bare_nouns"]
    return Measure(first, after, "bare" if bare else "noun")


def _phrase_end(found: Sequence[Word], at: int, lex: Lexicon) -> int:
    """The end of the noun phrase that begins at a word; `at` itself where none does."""
    index = at
    while index < min(len(found), at + LONGEST):
        word = found[index]
        if not word.text[0].isalpha() or word.low in lex.number_words:
            break
        if index > at and any(word.text in lex.sets[group] for group in ("rise", "fall", "level_verbs")):
            break
        article = word.low in lex.sets["articles"] or word.low in lex.sets["of"]
        if (word.low in lex.sets["stops"] or word.low in lex.sets["verbs"]) and not article:
            break
        index += 1
    while index > at and (low(found, index - 1) in lex.sets["articles"] or low(found, index - 1) in lex.sets["of"]):
        index -= 1
    return index


def _behind(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Measure | None:
    """The noun right behind: "30 Prozent *der Wähler*", "el 30 % *de los votantes*", "5 Millionen Euro *Schulden*"."""
    at = quantity.after
    linked = low(found, at) in lex.sets["of"]
    noun = at < len(found) and lex.nouns_have_capitals and found[at].text[0].isupper()
    if not linked and not noun:
        return None
    first = at + 1 if linked else at
    while first < len(found) and found[first].low in lex.sets["articles"]:
        first += 1
    end = _phrase_end(found, first, lex)
    if end <= first or found[first].low in lex.sets["times"]:
        return None
    if lex.nouns_have_capitals:  # the phrase ends with its last noun
        while end > first and not found[end - 1].text[0].isupper():
            end -= 1
    return Measure(first, end, "behind") if end > first else None


def _before_of(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Measure | None:
    """The noun in front of "von" or "de": "*Schulden* von 5 Millionen Euro", "*un déficit* del 3 %"."""
    at = quantity.first - 1
    while at > 0 and found[at].low in lex.sets["articles"]:
        at -= 1
    if low(found, at) not in lex.sets["links"]:
        return None
    first = at
    while first > max(0, at - LONGEST):
        word = found[first - 1]
        ends = ("stops", "verbs", "times", "level_verbs")  # with their case: "die Kosten" are no verb
        if not word.text[0].isalpha() or any(word.text in lex.sets[group] for group in ends):
            break
        first -= 1
        if word.low in lex.sets["articles"]:
            first += 1
            break
    noun = first < at and (not lex.nouns_have_capitals or found[at - 1].text[0].isupper())
    return Measure(first, at, "before") if noun and found[at - 1].low not in lex.sets["weak_heads"] else None


def _subject(found: Sequence[Word], quantity: Quantity, lex: Lexicon) -> Measure | None:
    """The subject of a verb of level or change, before it or behind it: "im März stieg die *Inflation* auf 3 %"."""
    start = quantity.first
    while start > 0 and found[start - 1].text not in CLAUSE and found[start - 1].low not in lex.sets["clause_words"]:
        start -= 1
    verb = next((i for i in range(start, quantity.first) if _tells_level(found, i, quantity, lex)), None)
    if verb is None:
        return None
    for first in (start, verb + 1):
        if first >= len(found) or found[first].low in lex.sets["prepositions"]:
            continue
        begin = first
        while begin < len(found) and found[begin].low in lex.sets["articles"]:
            begin += 1
        end = _phrase_end(found, begin, lex)
        whole = end == verb if first == start else end <= quantity.first
        if end > begin and whole and found[begin].low not in lex.sets["times"]:
            if lex.nouns_have_capitals and not found[end - 1].text[0].isupper():
                continue
            return Measure(begin, end, "subject")
    return None


def _tells_level(found: Sequence[Word], at: int, quantity: Quantity, lex: Lexicon) -> bool:
    """Whether a verb says how high something is, or how it changed; "ist … gestiegen" is cut in two."""
    word = found[at].low
    if word in lex.sets["level_verbs"] or word in lex.sets["rise"] or word in lex.sets["fall"]:
        return True
    behind = [w.low for w in found[quantity.after : quantity.after + 4]]
    changed = any(w in lex.sets["rise"] or w in lex.sets["fall"] or w in lex.sets["level_verbs"] for w in behind)
    return word in lex.sets["auxiliaries"] and changed
