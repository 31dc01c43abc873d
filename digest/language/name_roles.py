"""Find the roles that stand beside names, which say who somebody is, and nothing of what happened."""

from __future__ import annotations

from functools import cache

from digest.language import subject
from digest.language.terms import low_words, nouns_have_capitals, stem


def roles_of_names(text: str, *, language: str = "en") -> frozenset[str]:
    """The stems of the words of roles beside names: "General Holm", "governor of Melk", not "the driver fled"."""
    known = _roles(language)
    found: set[str] = set()
    if nouns_have_capitals(language) or _openings(language).isdisjoint(low_words(text)):
        return frozenset()  # of most sentences
    words = text.split()
    for at, word in enumerate(words):
        bare = word.strip(",.;:“”\"'’()").lower()
        if bare not in known:
            continue
        behind = words[at + 1 : at + 3] if word[-1:].isalpha() else []
        if behind and behind[0] in subject(language, "summarize")["belonging"]:
            behind = behind[1:]
        beside = bool(behind) and behind[0][:1].isupper()
        if beside or (word[:1].isupper() and at):
            found.add(stem(bare, language=language))
    return frozenset(found)


def is_role(word: str, *, language: str = "en") -> bool:
    """Whether a word is an office: "governor"."""
    return word.lower() in _roles(language)


@cache
def _roles(language: str) -> frozenset[str]:
    return frozenset(str(subject(language, "titles")["roles"]).split())


@cache
def _openings(language: str) -> frozenset[str]:
    """The first words of all roles: "vice" of "vice-president"."""
    return frozenset(low_words(role)[0] for role in _roles(language))
