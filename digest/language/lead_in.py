"""Tell whether a sentence that stands before quoted words can be printed with them: it says something, of somebody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain

from digest.language import subject
from digest.language.clarity import speaks_of_topic
from digest.language.introduced import not_introduced
from digest.language.quoting import QUOTED
from digest.language.spoken_words import spoken_words
from digest.language.terms import Word, content_set, low_words, words

TELLING = 4  # words with a meaning of their own in a sentence that tells what the next one is about
ADDRESS = 3  # words before a family name among which it may be told how one is addressed: "Mr. Karl H. Duhr"
NEAR = 80  # letters that these words have at most


def is_lead_in(
    text: str, name: str = "", *, beside: str = "", known: AbstractSet[str] = frozenset(), language: str = "en"
) -> bool:
    """Whether a sentence tells enough before the words of the one with a `name`, which stand in the one `beside` it.

    "Ann Ito told sailors of the old bridge in a speech." -> True
    "Mr. Duhr was cautious." -> False: nothing is told
    "Ann Ito was referring to a letter that old sailors wrote." -> False: it explains what stands before it
    "The flood left her in a house in Lusa.", beside “I was young,” he said -> False: nobody knows who she is
    "Sailors asked that the board widen a channel." -> False: which one, unless it is `known`, by its stem
    """
    own = content_set(text, language=language) - content_set(name, language=language)
    if len(own) < TELLING or speaks_of_topic(text, language=language):
        return False
    if _refers(text, language) or _is_another(text, name, beside, language):
        return False
    open_ = low_words(not_introduced(text, known, language=language))
    named = name.rpartition(" ")[2].lower() in {word.partition("'")[0] for word in low_words(text)}
    return not open_ or (named and open_[-1] not in _listed(language, "counted"))


def _refers(text: str, language: str) -> bool:
    """Whether a sentence says what somebody meant: "She was referring to …"."""
    told = f" {' '.join(low_words(text))} "
    return any(f" {phrase} " in told for phrase in _listed(language, "referring"))


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize")["leaning"].get("lead_in", {}).get(name, ())))


def _is_another(text: str, name: str, beside: str, language: str) -> bool:
    """Whether a pronoun stands for a man where a woman speaks, or for her where he does, and nobody else is named."""
    genders, spoken = _genders(language), spoken_words(language)
    if not genders or spoken is None:
        return False
    speaks = _gender(text, name, language) or _gender(beside, name, language) or _by_words(beside, name, language)
    own = set(low_words(name))
    before: list[Word] = []
    for word in words(text):
        low = word.text.lower()
        other = speaks and genders.get(low, speaks) != speaks
        if other and not _has_somebody(before, own, spoken.people - _of_gender(language, speaks)):
            return True
        before.append(word)
    return False


def _has_somebody(before: Sequence[Word], own: AbstractSet[str], people: AbstractSet[str]) -> bool:
    """Whether anybody but the one who speaks is named before a pronoun, or told of: "his mother", "a woman"."""
    for at, word in enumerate(before):
        low = word.text.lower().removesuffix("'s").removesuffix("’s")
        if low in people:
            return True
        if at and word.text[0].isupper() and low not in own and len(low) > 2:
            return True
    return False


def _gender(text: str, name: str, language: str) -> str:
    """How the one with a name is addressed in a text: "m" in "Mr. Ito"."""
    last = name.rpartition(" ")[2]
    for found in re.finditer(rf"\b{re.escape(last)}\b", text) if last else ():
        for word in low_words(text[max(0, found.start() - NEAR) : found.start()])[-ADDRESS:]:
            if gender := _addressing(language).get(word):
                return gender
    return ""


def _by_words(beside: str, name: str, language: str) -> str:
    """The gender that the words outside the marks tell: "he said", "said the spokesman, Karl Duhr"."""
    outside = QUOTED.sub(" ", beside)
    told = {_genders(language).get(low) or _roles(language).get(low, "") for low in low_words(outside)} - {""}
    return told.pop() if len(told) == 1 else ""


@cache
def _genders(language: str) -> Mapping[str, str]:
    """The gender that a pronoun tells."""
    names = subject(language, "names")
    found = {str(word).lower(): str(told) for word, told in (names.get("bound") or names.get("pronouns", {})).items()}
    objects = _listed(language, "objects")
    return found | dict.fromkeys(objects, "m")


@cache
def _of_gender(language: str, gender: str) -> frozenset[str]:
    """The words for people of one gender."""
    own = (word for word, told in _roles(language).items() if told == gender)
    return _listed(language, "men" if gender == "m" else "women").union(own)


@cache
def _addressing(language: str) -> Mapping[str, str]:
    return _of_titles(language, "honorifics")


@cache
def _roles(language: str) -> Mapping[str, str]:
    return _of_titles(language, "roles")


def _of_titles(language: str, kind: str) -> Mapping[str, str]:
    """The gender that an address or a role of one word tells."""
    titles = subject(language, "titles")
    return dict(
        chain.from_iterable(
            ((str(word).lower(), gender) for word in titles.get(f"{who}_{kind}", ()))
            for who, gender in (("women", "f"), ("men", "m"))
        )
    )
