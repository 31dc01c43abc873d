"""Say whether a sentence can stand in a list: it opens anew, and takes up nothing of what stood before it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from digest.language import has_pack, subject
from digest.language.body_words import body_words
from digest.language.degrees import Degree
from digest.language.hanging import degree
from digest.language.spoken_words import plain, spoken_words
from digest.language.tenses import is_past
from digest.language.terms import POSSESSIVE, Word, words

OWNED = 4  # words before "colleague's" in which stands whose colleague it is
NEAR = 2  # words behind "this" in which stands what everybody knows: "this past week"
LABELS = ("[", "(")  # "[Updated at 4 p.m.] Ida Holm said": an entry of a log


def stands_alone(text: str, *, most: Degree = Degree.STANDS, language: str = "en") -> bool:
    """Whether a sentence leans by no more than `most`, answers nothing, and takes nothing up, be it in quoted words.

    "But Ida Holm won", "Asked about May, Ida Holm said", "“This ferry is old,” said Ida Holm" -> False
    "Ida Holm was only made head of the yard on Saturday", "Ida Holm used her old colleague's plan" -> False
    "Ida Holm won this year", "those who won", "such as Melk" -> True
    """
    if text.startswith(LABELS) or degree(text, language=language) > most:
        return False
    found = words(text)
    asked = found and found[0].text.lower() in _listed(language, "asked")
    if asked or _takes_up(found, language) or is_elsewhere(text, language=language):
        return False
    return not _was_only_then(found, language) and not _owns_of_nobody(found, language)


def _was_only_then(found: Sequence[Word], language: str) -> bool:
    """Whether a sentence explains what was told before it: "Ida Holm was only made head of the yard on Saturday"."""
    if not has_pack(language):
        return False
    days = frozenset(str(day).lower() for day in subject(language, "dates").get("weekdays", ()))
    low = [word.text.lower() for word in found]
    barely, being = _listed(language, "barely"), _listed(language, "being_past")
    return any(
        word in barely and before in being and is_past(behind, language) and not days.isdisjoint(low[at:])
        for at, (before, word, behind) in enumerate(zip(low, low[1:], low[2:], strict=False))
    )


def _owns_of_nobody(found: Sequence[Word], language: str) -> bool:
    """Whether something is of somebody without a name: "her old colleague's plan"."""
    owners, related = _listed(language, "owners"), _listed(language, "related")
    low = [word.text.lower() for word in found]
    for at, word in enumerate(low):
        bare = POSSESSIVE.sub("", word)
        if bare != word and bare in related and not owners.isdisjoint(low[max(0, at - OWNED) : at]):
            return True
    return False


def is_elsewhere(text: str, *, language: str = "en") -> bool:
    """Whether a place was named before: "They found 40 lamps there", "lamps lay in a street of the city"."""
    spoken, found = spoken_words(language), words(text)
    if spoken is None:
        return False
    for at, (before, word) in enumerate(pairwise(found), start=1):
        low, beside = plain(word), {plain(before), *(plain(other) for other in found[at + 1 : at + 2])}
        there = low in spoken.there and word.text.lower() == low and spoken.exists.isdisjoint(beside)
        city = low in _listed(language, "place") and plain(before) in _listed(language, "articles")
        if (there or city) and not _names_place(text, (*found[1:at], *found[at + 1 : at + 1 + NEAR]), language):
            return True
    return False


def _names_place(text: str, found: Sequence[Word], language: str) -> bool:
    """Whether some words have a name that may be a place's: no weekday, and not "the Harbour Party"."""
    for word, following in pairwise([*found, Word("", len(text), len(text))]):
        if word.text[0].isupper() and word.text.lower() not in _calendar(language):
            ends = text[word.end : following.start] != " " or not following.text[:1].isupper()
            if not ends:
                continue  # the last word of a name tells what it is
            if word.text not in body_words(language):
                return True
    return False


@cache
def _calendar(language: str) -> AbstractSet[str]:
    """The months and weekdays."""
    table = subject(language, "clean")
    return frozenset(str(name).lower() for key in ("months", "weekdays") for name in table.get(key, ()))


def also_has(text: str, *, language: str = "en") -> bool:
    """Whether a sentence tells that another one before it had the same.

    "She earned $3 million, also for 41 speeches", "She got $3 million from the same company"
    """
    low = [word.text.lower() for word in words(text)]
    joins = subject(language, "summarize").get("introduced", {}).get("prepositions", ()) if has_pack(language) else ()
    return any(
        (word in _listed(language, "adding") and second in joins)
        or (f"{word} {second}" in _listed(language, "same") and third not in _listed(language, "same_as"))
        for word, second, third in zip(low, low[1:], [*low[2:], ""], strict=False)
    )


def _takes_up(found: Sequence[Word], language: str) -> bool:
    """Whether a sentence speaks of "this" or "such" a thing, and not of this year, those who won, or such as won."""
    spoken = spoken_words(language)
    if spoken is None:
        return False
    near, several = spoken.this | spoken.these, spoken.those
    for at, word in enumerate(found):
        low, behind = plain(word), [plain(other) for other in found[at + 1 : at + 1 + NEAR]]
        if low in spoken.that and behind[:1] and behind[0] in _listed(language, "moments"):
            return True  # "For that year"
        if low in near and _here(language).isdisjoint(behind):
            return True
        if low in _listed(language, "such") and _listed(language, "like").isdisjoint(behind[:1]):
            return True
        defined = behind[:1] and (behind[0] in _listed(language, "openers") or is_past(behind[0], language))
        if low in several and not defined:
            return True
    return False


@cache
def _listed(language: str, name: str) -> AbstractSet[str]:
    data = subject(language, "summarize") if has_pack(language) else {}
    return frozenset(map(str, data.get("leaning", {}).get(name) or data.get(name, ())))


@cache
def _here(language: str) -> AbstractSet[str]:
    """What "this" can mean without more: "this year", "this country"."""
    spoken = spoken_words(language)
    return (spoken.here if spoken else frozenset()) | _listed(language, "moments")
