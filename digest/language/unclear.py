"""Find what a line of a list leaves open: a thing or somebody that neither it nor the page above it has told of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from digest.language import has_pack, subject
from digest.language.antecedents import is_plural
from digest.language.introduced import LONGEST, phrase_behind
from digest.language.news import YEAR
from digest.language.quoting import MARK, QUOTED
from digest.language.spoken_words import spoken_words
from digest.language.tenses import may_be_verb
from digest.language.terms import POSSESSIVE, Word, function_words, words

NEAR = 5  # words behind "it" in which stands what it is: "to say"
FEW = 4  # words with which somebody begins to speak: "The main problem is"
NAMED = 4  # words behind an opening in which somebody is named
OPENING = 2  # words before the one whose deed opens a sentence: "But Ida Holm's revisions"
ADVERB = "ly"  # "the brightly coloured coats"
LABEL = re.compile(r"[A-Z][^:“”\"]{0,20}: ")  # "May 3: Holm said": an entry of a list


def unclear(text: str, told: Mapping[str, int], people: AbstractSet[str] = frozenset(), *, language: str = "en") -> str:
    """The first word of a sentence that leaves open what it means, or nothing.

    `told` says how often words in small letters stand above, `people` are those of the names of people.

    "The Harbour Board said that he left" -> "he"; "Holm said that he left" -> "", where Holm is known
    "Lund saw the crane" -> "crane", unless "crane" stands above; also where "cranes" do more often: which one?
    "One idea is", "May 3: Holm said" -> what opens it
    "the crane of Port Sand", "the engineer, Ida Holm", "the largest crane", "the police" -> ""
    """
    data = _data(language)
    if not data:
        return ""
    outside = QUOTED.sub(lambda found: "”" * len(found.group()), text) if MARK.search(text) else text
    found = words(outside)
    if (label := LABEL.match(outside)) or (label := _of_several(language).match(outside)):
        return label.group()
    for at, word in enumerate(found):
        low = word.text.lower().replace("’", "'")
        if low in data["answering"]:
            return word.text
        there = at > 0 and low in data["none"] and found[at - 1].text.lower() in data["being"]  # "there was no attack"
        looks = _left_open if there or low in data["articles"] else _owned
        if noun := looks(outside, found, at, (told, language)):
            return noun
        if not _is_known(outside, found, at, people, language):
            return word.text
    return ""


def opens_unclear(text: str, told: Mapping[str, int], *, language: str = "en") -> str:
    """The noun behind the article with which some quoted words open, if nothing says what it means.

    “The crane fell” -> "crane", unless `told` has it; “The crane of Melk”, “The problem is” -> ""
    """
    data, spoken, found = _data(language), spoken_words(language), words(text)
    if not data or not spoken or not found or found[0].text.lower() not in data["articles"]:
        return ""
    noun = _left_open(text, found, 0, (told, language))
    first = {word.text.lower() for word in found[1:FEW]}
    return noun if spoken.loose.isdisjoint(first) else ""


def _is_known(text: str, found: Sequence[Word], at: int, people: AbstractSet[str], language: str) -> bool:
    """Whether a word is no pronoun, or something before it may be what it means."""
    data, pronoun = _data(language), found[at].text.lower().replace("’", "'").partition("'")[0]
    if pronoun in data["one"]:
        before = _told_by_another(found, at, data, language)
        return _is_somebody(before, people, data) or _is_named_behind(text, found, at, people, language)
    if pronoun in data["several"]:
        return _are_several(found[:at], people, language)
    return pronoun not in data["thing"] or _is_something(found, at, people, language)


def _told_by_another(found: Sequence[Word], at: int, data: Mapping[str, Any], language: str) -> Sequence[Word]:
    """What stands before a pronoun; of "Holm said they had found her" only what is said, for she is not Holm."""
    low = found[at].text.lower()
    behind = found[at + 1].text.lower() if at + 1 < len(found) else "in"
    owns = low in data["owners"] and behind not in function_words(language) - data["own"]
    if low not in data["objects"] or owns:
        return found[:at]
    saying = [i for i in range(at) if found[i].text.lower() in _telling(language)]
    return found[saying[-1] + 1 : at] if saying else found[:at]


def _is_somebody(before: Sequence[Word], people: AbstractSet[str], data: Mapping[str, Any]) -> bool:
    """Whether somebody is named before "he"."""
    low = (POSSESSIVE.sub("", word.text.lower()) for word in before)
    return any(word in people or word in data["persons"] for word in low)


def _is_named_behind(text: str, found: Sequence[Word], at: int, people: AbstractSet[str], language: str) -> bool:
    """Whether the one of whom an opening tells is named right behind it: "In his speech, Mr. Holm said"."""
    data = _data(language)
    opens = _is_common(found[0].text.lower(), language) and found[0].text.lower() not in data["articles"]
    if not opens:
        return False
    comma = text.find(",", found[at].end)
    behind = [word for word in found[at + 1 :] if word.start > comma >= 0][:NAMED]
    return "," not in text[: found[at].start] and _is_somebody(behind, people, data)


def _are_several(before: Sequence[Word], people: AbstractSet[str], language: str) -> bool:
    """Whether there is anybody before "they": two names of people, another name, a noun for several, a body."""
    data, alone, last = _data(language), people | _titles(language), -2
    for at, word in enumerate(before):
        low = word.text.lower()
        if word.text[0].isupper() and (at or not _is_common(low, language)):
            named = POSSESSIVE.sub("", low) in alone or low in data["persons"]
            if not named or 0 <= last < at - 1:
                return True  # "Melk", or "Ida Holm and Per Lund"
            last = at
        if (
            (is_plural(low, strict=False) and low not in function_words(language))
            or low in data["unique"]
            or (low in data["persons"] and word.text.islower())
            or (at and before[at - 1].text.lower() in data["determiners"])
        ):
            return True
    return False


def _is_something(found: Sequence[Word], at: int, people: AbstractSet[str], language: str) -> bool:
    """Whether a name or a noun for one thing stands before "it": "a ferry", "Melk", but nobody; or what it is, behind.

    "It is too early to say" -> True; "Karl Duhr told Ida Holm about it" -> False
    """
    data, nobody = _data(language), people | _titles(language)
    owns = found[at].text.lower() in data["its"]  # "some of its sailors"
    may_be_named = at == 0 or owns or found[at - 1].text.lower() not in data["about"]
    behind = [word.text.lower() for word in found[at + 1 : at + 1 + NEAR]]
    if not data["to"].isdisjoint(behind) and data["bound"].isdisjoint(behind):
        return True  # "it is too early to say", "it seems that"; not "it is likely to sink"
    return any(
        (
            may_be_named
            and word.text[0].isupper()
            and POSSESSIVE.sub("", word.text.lower()) not in nobody
            and (i or not (_is_common(word.text.lower(), language) or _opens_plural(found)))
        )
        or (i and found[i - 1].text.lower() in data["determiners"] and _is_one_thing(found[i:at], language))
        for i, word in enumerate(found[:at])
    )


def _is_one_thing(found: Sequence[Word], language: str) -> bool:
    """Whether the noun that opens some words is one thing: "crane", not "years" or "senior official"."""
    data = _data(language)
    low = [word.text.lower() for word in found[:LONGEST]]
    end = next((n for n, word in enumerate(low) if n and _ends_noun(word, language)), len(low))
    noun = "" if _ends_noun(low[0], language) else low[end - 1]
    return noun != "" and not is_plural(noun, strict=False) and noun not in data["persons"]


def _ends_noun(low: str, language: str) -> bool:
    """Whether a word is behind a noun: "of", "said"."""
    return low in function_words(language) or may_be_verb(low, language) or low in _telling(language)


def _opens_plural(found: Sequence[Word]) -> bool:
    """Whether a sentence opens with several: "Sailors", "Several sailors"."""
    return any(is_plural(word.text.lower()) for word in found[:2])


def _is_common(low: str, language: str) -> bool:
    """Whether the first word of a sentence is no name: "Based", "With", "Moving"."""
    grammar = low in function_words(language) or low in _data(language)["determiners"]  # "One of its"
    return grammar or may_be_verb(low, language) or low.endswith(("ing", ADVERB))


def _left_open(text: str, found: Sequence[Word], at: int, page: tuple[Mapping[str, int], str]) -> str:
    """The noun behind an article that says nowhere what is meant; nothing where the phrase or the page says it."""
    told, language = page
    phrase = phrase_behind(text, found, at, language)
    before = {other.text.lower() for other in found[:at]}
    verb = (number for number, word in enumerate(phrase.parts) if number and may_be_verb(word, language))
    parts = phrase.parts[: next(verb, None)]  # "the ferry sinks"
    return "" if phrase.meant or not parts or _is_told(parts, before, told, _data(language)) else parts[-1]


def _owned(text: str, found: Sequence[Word], at: int, page: tuple[Mapping[str, int], str]) -> str:
    """What somebody did, told as if it were known: "Holm's revisions were late", unless the page has told of them."""
    told, language = page
    data = _data(language)
    opens = all(w.text[0].isupper() or w.text.lower() in function_words(language) for w in found[:at][:OPENING])
    if at > OPENING or not opens or not (found[at].text[0].isupper() and POSSESSIVE.search(found[at].text)):
        return ""
    phrase = phrase_behind(text, found, at, language)
    noun = phrase.parts[-1] if phrase.parts and not phrase.owner else ""
    return noun if noun.endswith(tuple(data["doing"])) and noun not in data["bodies"] and noun not in told else ""


def _is_told(parts: Sequence[str], before: AbstractSet[str], told: Mapping[str, int], data: Mapping[str, Any]) -> bool:
    """Whether the sentence or the page tells of a thing, and not rather of several, or all know it."""
    if parts[0] in data["beside"]:
        return False
    if YEAR.fullmatch(parts[0]):
        return True  # "the 2010 election"
    noun = parts[-1]
    if not data["unique"].isdisjoint((noun, noun.removesuffix("s"))):
        return True
    if noun not in told and noun not in before and noun.endswith("s") and len(parts) > 1:
        noun = parts[-2]  # "the board plans"
    return noun in before or told.get(noun, 0) > told.get(f"{noun}s", 0)


@cache
def _titles(language: str) -> frozenset[str]:
    """What stands before a name: "mr"."""
    return frozenset(str(word).lower() for word in subject(language, "titles").get("honorifics", ()))


@cache
def _telling(language: str) -> frozenset[str]:
    """The verbs of saying: "said"."""
    return frozenset(map(str, subject(language, "summarize")["leaning"]["inside"]["telling"]))


@cache
def _of_several(language: str) -> re.Pattern[str]:
    """One or others of those that were told of before: "One idea is", but not "One of the ideas"."""
    data = _data(language)
    several, of = ("|".join(map(re.escape, sorted(data[name]))) for name in ("out", "of_what"))
    return re.compile(rf"(?i:{several}) (?!(?:{of})\b)[a-z]+\b")


@cache
def _data(language: str) -> Mapping[str, Any]:
    if not has_pack(language):
        return {}
    listed = subject(language, "summarize").get("introduced", {})
    if "one" not in listed:
        return {}
    found = {name: frozenset(map(str, entries)) for name, entries in listed.items()}
    roles = str(subject(language, "titles")["roles"]).split()
    return {**found, "persons": found["persons"].union(roles)}
