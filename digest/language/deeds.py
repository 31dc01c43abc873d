"""List what a sentence tells as done: the verbs of its main clauses in the past, and what is going on."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.language import subject
from digest.language.asides import without_asides
from digest.language.senses import sense
from digest.language.tenses import goes_on, is_past
from digest.language.terms import low_words, plain_words, stem

BOUND = re.compile(r"[,;:—–“”\"]|\s-\s|--")  # between two clauses


@lru_cache(maxsize=1 << 12)  # a sentence is held against many others
def deeds(text: str, language: str = "en") -> frozenset[str]:
    """The verbs of a sentence's main clauses in the past or going on, in senses; not those of saying, being and having.

    "The council, which met on Friday, adopted the budget" tells that it passed something.
    """
    off = _off(language)
    most = _most(language)  # "the most watched clip" was not watched in the sentence
    found: set[str] = set()
    for clause in BOUND.split(without_asides(text, language=language)):
        low = low_words(clause)
        end = next((n for n, word in enumerate(low) if word in off), len(low))
        behind = zip(["", *low], low[:end], strict=False)
        named = {word.lower() for word in plain_words(clause)[1:] if word[0].isupper()}  # the "Deferred Tax Act"
        found |= {
            word
            for before, word in behind
            if (is_past(word, language) and before not in most) or goes_on(before, word, language)
        } - named
    done = found - _empty(language)
    return frozenset(sense(stem(word, language=language), language=language) for word in done)


@cache
def _off(language: str) -> frozenset[str]:
    """Words behind which a clause tells another thing: "that", "when", "before"."""
    data = subject(language, "compare").get("dates", {})
    return frozenset(map(str, (*data.get("links", ()), *data.get("others", ())))) - {"and", "or", "but"}


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
