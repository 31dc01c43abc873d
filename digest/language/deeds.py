"""List what a sentence tells as done: the verbs of its main clauses in the past, and what is going on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from digest.language import subject
from digest.language.asides import REDUCED, without_asides
from digest.language.senses import sense
from digest.language.tenses import goes_on, is_past
from digest.language.terms import low_words, plain_words, stem

BOUND = re.compile(r"[,;:—–“”\"]|\s-\s|--")  # between two clauses


@lru_cache(maxsize=1 << 12)  # a sentence is held against many others
def deeds(text: str, language: str = "en") -> frozenset[str]:
    """The verbs of a sentence's main clauses in the past or going on, in senses; not those of saying, being and having.

    "The council, which met on Friday, adopted the budget" tells that it passed something.
    Nor is it told of the "rugged hills", and of "the letter he left" it is told what was done with that.
    """
    off = _off(language)
    no_verb = _most(language) | before_nouns(language)  # "the most watched clip" was not watched in the sentence
    found: set[str] = set()
    for clause in BOUND.split(_without_reduced(without_asides(text, language=language), language)):
        low = low_words(clause)
        end = next((n for n, word in enumerate(low) if word in off), len(low))
        if not persons(language).isdisjoint(low):
            end = min(end, _relative(low, language))
        behind = zip(["", *low], low[:end], strict=False)
        named = {word.lower() for word in plain_words(clause)[1:] if word[0].isupper()}  # the "Deferred Tax Act"
        found |= {
            word
            for before, word in behind
            if (is_past(word, language) and before not in no_verb) or goes_on(before, word, language)
        } - named
    done = found - _empty(language)
    return frozenset(sense(stem(word, language=language), language=language) for word in done)


def _without_reduced(text: str, language: str) -> str:
    """A sentence without a participle behind its subject: "The books, opened on Friday, show"."""
    found = REDUCED.search(text)
    if not found or any(is_past(word, language) for word in low_words(text[: found.start()])):
        return text
    return text[: found.start()] + text[found.end() :]


def _relative(low: Sequence[str], language: str) -> int:
    """Where a relative clause without a word for it begins: "apologized for a letter he left"."""
    verbs = [n for n, word in enumerate(low) if is_past(word, language)]
    if not verbs or low[verbs[0]] in saying(language):
        return len(low)
    subjects, links = persons(language), _links(language)
    behind = range(verbs[0] + 2, len(low))
    return next((n for n in behind if low[n] in subjects and low[n - 1] not in links), len(low))


@cache
def _off(language: str) -> frozenset[str]:
    """Words behind which a clause tells another thing: "that", "when", "before"."""
    return _links(language) - {"and", "or", "but"}


@cache
def _links(language: str) -> frozenset[str]:
    data = subject(language, "compare").get("dates", {})
    return frozenset(map(str, (*data.get("links", ()), *data.get("others", ()))))


@cache
def persons(language: str) -> frozenset[str]:
    """Pronouns that are subjects: "he"."""
    return frozenset(str(word).lower() for word in subject(language, "quotes").get("pronouns", ()))


@cache
def before_nouns(language: str) -> frozenset[str]:
    """Words right behind which no verb stands: "the", "their"."""
    return frozenset(word.strip().lower() for word in str(subject(language, "titles").get("articles", "")).split(","))


@cache
def _most(language: str) -> frozenset[str]:
    """Words that stand before what is the utmost of its kind: "most", "best"."""
    return frozenset(map(str, subject(language, "figures").get("superlatives", ())))


@cache
def _empty(language: str) -> frozenset[str]:
    """Words that say nothing of what was done: "was", "said", "urged"."""
    data = subject(language, "compare").get("dates", {})
    return saying(language).union(map(str, (*data.get("helping", ()), *data.get("empty", ()))))


@cache
def saying(language: str) -> frozenset[str]:
    """The verbs of saying: "said"."""
    return frozenset(map(str, subject(language, "figures").get("say_verbs", ())))
