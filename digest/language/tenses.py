"""Say whether a word is a verb in the past, or of what is going on."""

from __future__ import annotations

from functools import cache

from digest.language import subject

ENDED = 4  # letters of a word in -ed from which it is a verb's past


def is_past(word: str, language: str = "en") -> bool:
    """Whether a word in small letters may be a verb's past: "opened", "went"."""
    return word in _past(language) or is_regular_past(word)


def is_regular_past(word: str) -> bool:
    """Whether a word ends as a past does in English: "opened", not "need"."""
    return word.endswith("ed") and len(word) > ENDED


def may_be_verb(word: str, language: str = "en") -> bool:
    """Whether a word in small letters may be the verb of a clause: "opened", "is", "will"."""
    return word in _verbs(language) or is_past(word, language)


def goes_on(before: str, word: str, language: str = "en") -> bool:
    """Whether a word and the one before it tell what is going on: "is opening"."""
    ending, helping = _going_on(language)
    return bool(ending) and word.endswith(ending) and before in helping


@cache
def _verbs(language: str) -> frozenset[str]:
    """Verbs that are no past, by which the main clause of a sentence is known."""
    return frozenset(map(str, subject(language, "compare").get("main", {}).get("verbs", ())))


@cache
def _going_on(language: str) -> tuple[str, frozenset[str]]:
    found = subject(language, "compare").get("going_on", {})
    return str(found.get("ending", "")), frozenset(map(str, found.get("helping", ())))


@cache
def _past(language: str) -> frozenset[str]:
    dates = subject(language, "compare").get("dates", {})
    verbs = subject(language, "summarize")
    listed = (*verbs["past"], *dates.get("past", ()), *dates.get("participles", ()))
    return frozenset(map(str, listed)).difference(verbs.get("no_past", ()))
