"""Say whether a sentence tells what happened or was said now, or only what is usual or was long ago."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from digest.language import has_pack, subject
from digest.language.deeds import deeds, saying
from digest.language.quoting import QUOTED
from digest.language.senses import sense
from digest.language.tenses import goes_on
from digest.language.terms import low_words, stem

BEHIND = 3  # words behind "a request for comment": "on Monday evening"
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def is_background(text: str, year: int | None = None, *, language: str = "en") -> bool:
    """Whether a sentence, told in a `year`, tells no news.

    "Ferries usually leave at noon, Ida Holm said", "The sign turns every day" -> True
    "In 1994, Ida Holm bought a ferry" -> True where the year is 2010
    "Ida Holm said she would leave", "The ferry sank" -> False
    """
    words, low = _words(language), low_words(text)
    if is_silence(text, language=language):
        return True
    if not words or not words["habits"].isdisjoint(low):
        return bool(words)
    if year is not None and any(int(found) < year for found in YEAR.findall(text)):
        return True
    return not deeds(text, language).difference(_meanwhile(low, words, language)) and (
        saying(language) | words["ahead"]
    ).isdisjoint(low)


def is_silence(text: str, *, language: str = "en") -> bool:
    """Whether a sentence ends with what somebody did not say: "Ida Holm left a request for comment open on Monday".

    So do words of somebody who says no more: “I can't comment right now,” said Ida Holm.
    """
    phrases = _words(language).get("silence", ())
    return any(_ends_with(part, phrases) for part in (text, *QUOTED.findall(text))) or _is_unable(text, language)


def _is_unable(text: str, language: str) -> bool:
    """Whether somebody was not able to say anything: "was too sad to speak"."""
    return _unable(language).search(text) is not None


@cache
def _unable(language: str) -> re.Pattern[str]:
    """What somebody was too much of to do: "too sad to speak"."""
    too, deeds = ("|".join(map(re.escape, sorted(_words(language).get(name, ())))) for name in ("too", "unable"))
    return re.compile(rf"\b(?:{too}) [a-z]+ (?:{deeds})\b" if too and deeds else "(?!)")


def _ends_with(text: str, phrases: Iterable[str]) -> bool:
    ends = [text.rfind(phrase) + len(phrase) for phrase in phrases if phrase in text]
    return bool(ends) and len(low_words(text[max(ends) :])) <= BEHIND


def is_scene(text: str, *, language: str = "en") -> bool:
    """Whether a sentence tells only what was going on when something happened: "Two guards were walking home".

    So it does if it says who told it: "According to Ida Holm, two guards were walking home".
    """
    words, low = _words(language), low_words(text)
    owed = {str(phrase).split()[0] for phrase in subject(language, "compare").get("main", {}).get("owed", ())}
    if not words or not saying(language).difference(owed).isdisjoint(low):
        return False
    done = deeds(text, language)
    return bool(done) and done <= frozenset(_meanwhile(low, words, language))


def _meanwhile(low: Sequence[str], words: Mapping[str, frozenset[str]], language: str) -> Iterator[str]:
    """What was going on, so that something else could happen: "They were walking home"."""
    for before, word in pairwise(low):
        if before in words["was"] and goes_on(before, word, language):
            yield sense(stem(word, language=language), language=language)


@cache
def _words(language: str) -> Mapping[str, frozenset[str]]:
    listed = subject(language, "summarize").get("background", {}) if has_pack(language) else {}
    return {name: frozenset(map(str, entries)) for name, entries in listed.items()}
