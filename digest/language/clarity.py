"""Count what quoted words leave open for one who reads nothing but them, to rank the clear ones first.

`leans` says what surely hangs in the air; this counts every doubt: a "you", a bare "this", a phrase without a verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from digest.language import subject
from digest.language.antecedents import ENDS, STOPS, ends_sentence, is_known, is_last, names_a_thing, names_among
from digest.language.degrees import Degree
from digest.language.introduced import not_introduced
from digest.language.pointers import Said
from digest.language.quoting import MARKS
from digest.language.spoken import is_empty, leans
from digest.language.spoken_words import SpokenWords, plain, spoken_words
from digest.language.tenses import is_past, may_be_verb
from digest.language.terms import Word, content_set, function_words, low_words, words

OPEN, DOUBTFUL = 3, 2  # doubts from which words do not stand, or stand only where nothing explains them
LITTLE, HARDLY = 5, 2  # words with a meaning of their own, of which fewer tell little without a name
PHRASE = 8  # words of a mere phrase, which say nothing without a verb
QUESTION = re.compile(r"\?\W*$")
JOINT = re.compile(r"[,;:.?!…—–]|--")  # marks between two clauses


class _Words(NamedTuple):
    """What a language lists for it, in small letters."""

    answers: frozenset[str]
    linking: frozenset[str]
    addressed: frozenset[str]
    pointers: frozenset[str]
    comparing: frozenset[str]
    beside: frozenset[str]
    belonging: frozenset[str]
    against: frozenset[str]
    topics: frozenset[str]
    topical: frozenset[str]
    subjects: frozenset[str]
    relative: frozenset[str]
    nouns: frozenset[str]
    objects: frozenset[str]


@cache
def _listed(language: str) -> _Words | None:
    found = subject(language, "summarize")["leaning"].get("clarity")
    return _Words(**{name: frozenset(map(str, found[name])) for name in _Words._fields}) if found else None


def standing(text: str, *, before: str = "", language: str = "en") -> Degree:
    """How far quoted words lean on what is told before them, where a doubt is held against them.

    “What were you thinking?”, “Yes, the council can help”, “A bridge with two roofs” -> HANGS.
    """
    certain = leans(text, before=before, language=language)
    if certain is Degree.HANGS:
        return certain
    found = doubts(text, before=before, language=language)
    return max(certain, Degree.HANGS if found >= OPEN else Degree.POINTS if found >= DOUBTFUL else Degree.STANDS)


def doubts(
    text: str, *, before: str = "", named: bool = False, known: frozenset[str] | None = None, language: str = "en"
) -> int:
    """How many things words leave open; the sentences `before` them on the page may tell some of it.

    “Ida Holm will build the bridge of Melk” -> 0; “And you want this?” -> 5. Where who speaks is `named` above a whole
    sentence, "he" is clear. Only where what is `known` is given, a definite noun that nothing introduces counts, too.
    """
    data, spoken = _listed(language), spoken_words(language)
    found = words(text)
    if data is None or spoken is None or not found:
        return 0
    above = f"{before.rstrip()} " if before else ""
    told = words(above)
    shifted = [Word(word.text, word.start + len(above), word.end + len(above)) for word in found]
    whole = [*told, *shifted]
    names = names_among(above + text, whole, language)
    said = Said(above + text, whole, len(told), names, language)
    count = _opening(text, found, data) + DOUBTFUL * (speaks_of_topic(text, before=before, language=language) != "")
    count += _pointing(said, data, spoken, named=named) + _addressing(text, found, data)
    if not has_predicate(text, found, data, language):
        count += 2 + (len(found) < PHRASE)
    if names.isdisjoint(word.text for word in found):
        telling = len(content_set(above + text, language=language) - spoken.light)
        count += (telling < LITTLE) + (telling < HARDLY)
    if known is not None and not_introduced(
        text, known.union(content_set(above, language=language)), language=language
    ):
        count += 1
    return count


def opens_against(text: str, *, language: str = "en") -> bool:
    """Whether a sentence opens against something that is told elsewhere: "Instead, Ida Holm spoke of the bridge"."""
    data = _listed(language)
    return data is not None and next(iter(low_words(text)[:1]), "") in data.against


def speaks_of_topic(text: str, *, before: str = "", language: str = "en") -> str:
    """The noun for a topic of which words speak without naming it: "The issue will come up", not "the issue of tolls".

    Where they have the noun before, or the sentences `before` them have it, it was named there.
    """
    data = _listed(language)
    if data is None or data.topics.isdisjoint(low_words(text)):
        return ""
    found, told = words(text), set(low_words(before))
    for at, word in enumerate(found):
        low = plain(word)
        if low not in data.topics or not at or plain(found[at - 1]) != "the":
            continue
        behind = plain(found[at + 1]) if at + 1 < len(found) else ""
        named = text[word.end : word.end + 1] in (",", ":") or behind in data.topical or word.text[0].isupper()
        if not named and told.isdisjoint((low, low.removesuffix("s"))) and low not in map(plain, found[:at]):
            return word.text
    return ""


def opens_beside(text: str, *, language: str = "en") -> bool:
    """Whether a sentence opens with one beside others that were told of: "Another sailor, Jan Roth, said", "Both"."""
    data = _listed(language)
    if data is None or text[:1] in MARKS:
        return False
    first, second = (*low_words(text)[:2], "", "")[:2]
    return first in data.beside and second not in data.belonging


def _opening(text: str, found: Sequence[Word], data: _Words) -> int:
    """Whether words open as an answer, or as a sentence that goes on: "Yes, …", "And …"."""
    first = plain(found[0])
    if first in data.answers:
        alone = len(found) == 1 or text[found[0].end : found[1].start].strip() or plain(found[1]) in data.subjects
        return 3 if alone or first == "yes" else 0
    return int(first in data.linking)


def _addressing(text: str, found: Sequence[Word], data: _Words) -> int:
    """Whether somebody is spoken to or asked, nobody knows who."""
    asks = QUESTION.search(text) is not None
    speaks = any(plain(word) in data.addressed for word in found)
    return speaks + asks


def _pointing(said: Said, data: _Words, spoken: SpokenWords, *, named: bool) -> int:
    """How many pronouns and pointers have nothing before them that is surely meant; two tell enough."""
    text, found, told, names, language = said
    count, compares = 0, False
    for at, word in enumerate(found[told:], start=told):
        low = plain(word)
        if low in spoken.persons:
            count += not named and not any(other.text in names for other in found[:at])
        elif low in spoken.several:
            count += not is_known(found[:at], names, spoken, several=True)
        elif low in spoken.things:
            count += not is_empty(text, found, at, spoken) and not names_a_thing(found[:at], names, spoken, language)
        elif low in spoken.that:
            count += 2 * _is_named_again(said, at, spoken) if not at else _is_bare(said, at, spoken)
        elif low in data.pointers and at + 1 < len(found):
            behind = found[at + 1 : at + 4]
            defined = not spoken.defining.isdisjoint(map(plain, behind[:2])) or plain(found[at + 1]) == "as"
            if not defined and spoken.here.isdisjoint(map(plain, behind)):
                count += 2 if not at else 1  # "This plan" opens the words, and nothing stands above them
        elif low in data.comparing:
            compares |= at == told or not ends_sentence(text, found, at - 1)
    return min(count + compares, 2)


def _is_bare(said: Said, at: int, spoken: SpokenWords) -> bool:
    """Whether "that" stands for something by itself: "That was wrong", "we know that."."""
    text, found, told, _, _ = said
    if "'" in found[at].text.replace("’", "'"):
        return True
    if is_last(text, found, at):
        return True
    opens = at == told or STOPS.search(text[found[at - 1].end : found[at].start]) is not None
    return opens and plain(found[at + 1]) in spoken.verbs


def _is_named_again(said: Said, at: int, spoken: SpokenWords) -> bool:
    """Whether "that" opens words of which nothing stands above: "That cable was cut", but not "That we lost it"."""
    return at + 1 == len(said.found) or plain(said.found[at + 1]) not in spoken.defining


def has_predicate(text: str, found: Sequence[Word], data: _Words, language: str) -> bool:
    """Whether words surely or likely have the verb of a main clause: not "this idea and who is going to pay"."""
    aside = False
    asks = QUESTION.search(text) is not None
    for at, word in enumerate(found):
        gap = text[found[at - 1].end : word.start] if at else "."
        if JOINT.search(gap):
            aside = False
        low = plain(word)
        if low in data.relative and not (asks and gap != " "):
            aside = True
        elif not aside:
            before = "" if not at or ENDS.search(gap) else "," if gap.strip() else plain(found[at - 1])
            behind = plain(found[at + 1]) if at + 1 < len(found) else ""
            if _is_verb(_Clause(word, before, behind), data, language):
                return True
    return False


class _Clause(NamedTuple):
    """A word of some words, with those beside it in small letters; none before it where it opens a sentence."""

    word: Word
    before: str
    behind: str


def _is_verb(clause: _Clause, data: _Words, language: str) -> bool:
    """Whether a word is likely the verb of its clause: "is", "we'll", "Holm waited", "I love", "sailors love"."""
    low, full = plain(clause.word), clause.word.text.lower().replace("’", "'")
    if full.endswith("n't") or (full != low and low in data.subjects):
        return True  # "won't", "we'll"
    if may_be_verb(low, language):
        return not (is_past(low, language) and clause.before in data.nouns)  # "a broken bridge"
    if clause.before in data.subjects - data.nouns:  # not "this idea"
        return clause.word.text.islower() and low not in data.linking
    if not function_words(language).isdisjoint((low, clause.before)) or not clause.word.text[1:].islower():
        return False
    several = clause.before.endswith("s")
    if clause.before and several != low.endswith("s"):
        return several or clause.behind in data.objects  # "Sailors love", "Holm leans to"
    return not clause.before and clause.behind in data.objects  # "Stop the"
