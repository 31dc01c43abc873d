"""Find the chosen sentences that leave open what they mean to one who reads the title and the sentences before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from digest.language import subject
from digest.language.background import rarity
from digest.language.introduced import not_introduced, phrase_behind
from digest.language.quoting import MARK, QUOTED
from digest.language.relative_days import relative_day
from digest.language.terms import POSSESSIVE, Word, content_stems, is_content, low_words, stem, words
from digest.language.told_above import KNOWN, NAMED_BEHIND, is_introduced
from digest.language.unclear import LABEL, unclear
from digest.summarize.candidates import Candidate

IN_PLACE = re.compile(r"\b(?:in|at|near|outside|of|to|from|off|around) ([A-Z][\w’'-]+)")


def left_open(chosen: Sequence[Candidate], title: str) -> Iterator[int]:
    """The places of the chosen sentences that tell of a thing, a place or somebody that nothing above has told of.

    "The incident was over by noon", "in the centre of the city", "comes after Holm left": which, which, and who? Nor
    may a sentence count from a day that no reader knows: "this morning".
    """
    told = title
    for place, one in enumerate(chosen):
        goes_on = place > 0 and chosen[place - 1].article == one.article
        if _is_open(one, told) or (not goes_on and _answers(one)):
            yield place
        else:
            told = f"{told}\n{one.excerpt.text}"


def _is_open(one: Candidate, told: str) -> bool:
    text = one.excerpt.text
    if one.undated and relative_day(text, language=one.language):
        return True
    if not subject(one.language, "summarize").get("left_open"):
        return False
    if (label := LABEL.match(text)) and not label.group().isupper():
        return True
    kinds = (_names_no_thing, _names_stranger, _opens_bare, _means_nobody)
    return any(leaves(one, told) for leaves in kinds)


def _answers(one: Candidate) -> bool:
    """Whether a sentence answers to another: "The ferry, however, sank"."""
    answering = subject(one.language, "summarize").get("introduced", {}).get("answering", ())
    return not frozenset(map(str, answering)).isdisjoint(low_words(one.excerpt.text))


def _names_no_thing(one: Candidate, told: str) -> bool:
    """Whether a sentence speaks of "the incident", "Friday's event" or "the city" and nothing says of which."""
    text, language = one.excerpt.text, one.language
    data = subject(language, "summarize")
    outside = QUOTED.sub(lambda found: "”" * len(found.group()), text) if MARK.search(text) else text
    found, above = words(outside), frozenset(low_words(told))
    for at, word in enumerate(found):
        low = word.text.lower()
        noun = _bare(outside, found, at, language) if low in data["articles"] else _of_day(found, at, language)
        if not noun:
            continue
        before = frozenset(other.text.lower() for other in found[:at])
        if noun in data["left_open"]["places"]:
            if noun not in above | before and not _is_somewhere(f"{told}\n{text[: word.start]}", language):
                return True
        elif not is_introduced(noun, above | before, language):
            return True
    return False


def _bare(text: str, found: Sequence[Word], at: int, language: str) -> str:
    """The noun of a definite phrase that is nothing but it, one of those that must have been told of."""
    phrase = phrase_behind(text, found, at, language)
    alone = not phrase.meant and not phrase.owner and len(phrase.parts) == 1
    return phrase.parts[0] if alone and phrase.parts[0] in _nouns(language) else ""


def _of_day(found: Sequence[Word], at: int, language: str) -> str:
    """Such a noun behind a day that has it: "Friday night's event"."""
    low = POSSESSIVE.sub("", found[at].text.lower())
    if low == found[at].text.lower() or low not in _days(language) or at + 1 == len(found):
        return ""
    noun = found[at + 1].text.lower()
    return noun if noun in _nouns(language) else ""


def _is_somewhere(text: str, language: str) -> bool:
    """Whether a name stands behind a word such as "in" or "near"."""
    return any(POSSESSIVE.sub("", found.lower()) not in _no_city(language) for found in IN_PLACE.findall(text))


def _names_stranger(one: Candidate, told: str) -> bool:
    """Whether a sentence has a last name alone that is not known to all, and nobody of that name is told of."""
    above = frozenset(low_words(told))
    text = one.excerpt.text
    for fact in sorted(one.facts):
        kind, _, name = fact.partition(" ")
        last = name.rpartition(" ")[2]
        if kind != "person" or last.lower() in above or rarity(stem(last, language=one.language)) < KNOWN:
            continue
        found = re.search(rf"(?:([\w.’'-]+) )?\b{re.escape(last)}\b", text)
        if found and not _says_who(text, found, one.language):
            return True
    return False


def _says_who(text: str, found: re.Match[str], language: str) -> bool:
    """Whether a last name stands behind a first one or a role, or before what says who that is."""
    before = found[1] or ""
    if before.rstrip(".").lower() in _titles(language) or (
        not found.start() and not is_content(before, language=language)
    ):
        before = ""  # "Mr. Holm", "But Holm"
    return (
        before[:1].isupper() or before.lower() in _roles(language) or NAMED_BEHIND.match(text, found.end()) is not None
    )


def _opens_bare(one: Candidate, told: str) -> bool:
    """Whether a sentence opens with soldiers, and nothing says whose: "Troops moved into the harbour"."""
    opening = next(iter(low_words(one.excerpt.text)), "")
    whose = frozenset(map(str, subject(one.language, "summarize")["left_open"]["whose"]))
    return opening in whose and whose.isdisjoint(low_words(told))


def _means_nobody(one: Candidate, told: str) -> bool:
    """Whether a pronoun means somebody whom nothing above names: "Victory made him the champion"."""
    text, language = one.excerpt.text, one.language
    word = not_introduced(text, frozenset(content_stems(told, language=language)), language=language)
    if word.lower() not in subject(language, "summarize")["introduced"]["one"]:
        return False
    people = frozenset(word.lower() for fact in one.facts if fact.startswith("person ") for word in fact.split()[1:])
    return unclear(text, Counter(low_words(told)), people, language=language) == word


@cache
def _nouns(language: str) -> frozenset[str]:
    data = subject(language, "summarize")["left_open"]
    return frozenset(map(str, (*data["things"], *data["places"])))


@cache
def _days(language: str) -> frozenset[str]:
    """The words for days and for parts of them, in small letters."""
    weekdays = subject(language, "dates")["weekdays"]
    return frozenset(str(day).lower() for day in (*weekdays, *subject(language, "summarize")["leaning"]["moments"]))


@cache
def _no_city(language: str) -> frozenset[str]:
    """What stands behind "in" and is no city: countries, days and months, in small letters."""
    dates = subject(language, "dates")
    rows = str(subject(language, "countries")["countries"]).splitlines()
    countries = (row.partition("|")[0].strip().lower() for row in rows)
    return frozenset((*countries, *(str(day).lower() for day in (*dates["weekdays"], *dates.get("months", ())))))


@cache
def _roles(language: str) -> frozenset[str]:
    return frozenset(str(subject(language, "titles")["roles"]).split())


@cache
def _titles(language: str) -> frozenset[str]:
    return frozenset(str(word).lower().rstrip(".") for word in subject(language, "titles").get("honorifics", ()))
