"""Find a definite noun that nothing introduces: "the program", where neither the sentence nor a headline has one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, NamedTuple

from digest.language import has_pack, subject
from digest.language.antecedents import is_plural
from digest.language.quoting import MARK, QUOTED
from digest.language.remembered import SENTENCE
from digest.language.spoken_words import spoken_words
from digest.language.tenses import is_past
from digest.language.terms import POSSESSIVE, Word, function_words, low_words, plain_words, stem, stems, words

COMPOUND = 5  # letters of a word's end by which it is known: "the quake" of an "earthquake"
STEM, ENDING = 4, 4  # letters by which a word's family is known, and of what may differ at its end
LONGEST = 6  # words of a noun phrase
ADVERB = "ly"  # "the brightly coloured coats"
JOINTS = (" ", "-")  # between two words of it


def not_introduced(text: str, known: AbstractSet[str], *, language: str = "en") -> str:
    """The first definite noun of a sentence that nothing introduces, or nothing; `known` are stems told elsewhere.

    "The Navy ended its work with the program." -> "the program", unless "program" is known
    "About half attract one visitor an hour." -> "half"; "Executions are common under his watch." -> "his"
    "The mayor of Melk …", "the mayor, Ida Holm", "the largest harbour", "the police" -> ""
    """
    data = _data(language)
    if not data or len(text) > SENTENCE or not _may_name(text, known, data, language):
        return ""
    outside = QUOTED.sub(lambda found: "”" * len(found.group()), text) if MARK.search(text) else text
    found = words(outside)
    if half := _half(language).match(outside):
        return half.group("half")
    for at, word in enumerate(found):
        low = word.text.lower()
        if low in data["owners"] and not (
            _has_owner(found[:at], data) or (at and stem(found[0].text, language=language) in known)
        ):
            return word.text
        if low in data["objects"] and _is_done_to(outside, found, at, data, language):
            return word.text
        if low in data["articles"] and (noun := _noun(outside, found, at, language)):
            of_noun = [stem(part, language=language) for part in noun]
            before = {stem(other.text, language=language) for other in found[:at]}
            if not data["named"].isdisjoint(noun) and any(other.text[0].isupper() for other in found[1:at]):
                continue  # "Karl Duhr of the Greens left the party"
            if known.isdisjoint(of_noun) and not any(
                is_of_family(part, told) for part in of_noun for told in (before, known)
            ):
                return " ".join((word.text, *noun))
    return ""


def _may_name(text: str, known: AbstractSet[str], data: Mapping[str, Any], language: str) -> bool:
    """Whether a look at the words alone leaves it open that one is not introduced: most sentences need no other."""
    low = low_words(text)
    if not (data["owners"] | data["objects"]).isdisjoint(low) or _half(language).match(text):
        return True
    if data["articles"].isdisjoint(low):
        return False
    stem_of, unasked, articles, links = stems(language), data["unique"], data["articles"], data["links"]
    found = plain_words(text)
    for at, (before, word) in enumerate(zip(low, found[1:], strict=False)):
        if before not in articles or word[0].isupper() or word in unasked:
            continue  # "the White House"
        if low[at + 2 : at + 3] and low[at + 2] in links and f"{word} {found[at + 2]}" in text:
            continue  # "the repair of"
        if stem_of[word] not in known or word in function_words(language):
            return True
    return False


class Phrase(NamedTuple):
    """What stands behind an article: its words in small letters, and whether it says itself what is meant.

    `owner` tells that the last word has something: "the crane's".
    """

    parts: tuple[str, ...]
    meant: bool = False
    owner: bool = False


def phrase_behind(text: str, found: Sequence[Word], at: int, language: str) -> Phrase:
    """The definite noun phrase behind an article, of the words that were `found` in a text.

    "the rusty crane fell" -> rusty, crane; "the crane's hook" -> crane, which has one
    "the singer Mira Olsen", "the mayor, Ida Holm", "the crane, which fell", "the largest crane", "the songs of Melk",
    "the songs sung by her" -> what is meant is said
    """
    data, parts = _data(language), list[str]()
    for number, word in enumerate(found[at + 1 : at + 2 + LONGEST], start=at + 1):
        gap, low = text[found[number - 1].end : word.start], word.text.lower()
        if (word.text[0].isupper() and (gap in JOINTS or gap.strip() == ",")) or (gap == ", " and low in data["links"]):
            return Phrase((), meant=True)
        if gap not in JOINTS:
            break
        if POSSESSIVE.search(low):
            return Phrase((*parts, POSSESSIVE.sub("", low)), owner=True)
        if low in data["links"] or low in data["articles"] or low.endswith(tuple(data["superlative"])):
            return Phrase((), meant=True)
        if parts and gap == " " and is_past(low, language):
            behind = found[number + 1].text.lower() if number + 1 < len(found) else ""
            sung = behind in data["links"] - data["speaking"]  # not "the harbour said it"
            return Phrase((), meant=True) if sung else Phrase(tuple(parts))
        if low in data["and"]:
            continue
        if parts and (low in function_words(language) or low.endswith(ADVERB)):
            break
        if not low[0].isdigit() and not low.endswith(ADVERB):
            parts.append(low)
    return Phrase(tuple(parts))


def _noun(text: str, found: Sequence[Word], at: int, language: str) -> Sequence[str]:
    """The words of a bare definite noun; none where the phrase or the world says what is meant."""
    phrase, data = phrase_behind(text, found, at, language), _data(language)
    known = any(word in data["unique"] or word.removesuffix("s") in data["unique"] for word in phrase.parts)
    known = known or not phrase.parts or phrase.parts[0] in function_words(language)  # "the two"
    return () if phrase.meant or phrase.owner or known else phrase.parts


def is_of_family(noun: str, told: AbstractSet[str]) -> bool:
    """Whether a noun was told of, be it in a word of its family: "the bomb" of a "bomber", not "the ad" of "adding"."""
    if len(noun) < STEM:
        return noun in told
    start = noun[: max(STEM, len(noun) - ENDING)]
    ends = noun if len(noun) >= COMPOUND else start
    return noun in told or any(term.startswith(start) or term.endswith(ends) for term in told)


def is_deed(noun: str, *, language: str = "en") -> bool:
    """Whether a noun says what somebody did, by its ending: "evacuation"."""
    return noun.endswith(tuple(_data(language).get("doing", ())))


def _has_owner(before: Sequence[Word], data: Mapping[str, Any]) -> bool:
    """Whether anybody is named before "his", be it by a name or a noun with an article."""
    return any(word.text[0].isupper() for word in before[1:]) or any(
        word.text.lower() in data["determiners"] or (not at and _may_own(word.text.lower(), data))
        for at, word in enumerate(before)
    )


def _is_done_to(text: str, found: Sequence[Word], at: int, data: Mapping[str, Any], language: str) -> bool:
    """Whether something is done to somebody whom nothing before names: "An accident put her in a coma"."""
    behind = found[at + 1].text.lower() if at + 1 < len(found) else ""
    if (
        at < 2
        or not is_past(found[at - 1].text.lower(), language)
        or any(word.text[0].isupper() for word in found[1:at])
    ):
        return False
    owns = found[at].text.lower() in data["owners"] and text[found[at].end : found[at].end + 1] == " "
    if owns and behind not in function_words(language) - data["own"]:
        return False  # "sold her boat"
    nouns = {POSSESSIVE.sub("", word.text.lower()) for word in found[: at - 2]}  # who does it is another
    told = _people(language)
    return not any(noun in told or is_plural(noun) for noun in nouns)


def _may_own(word: str, data: Mapping[str, Any]) -> bool:
    """Whether the first word of a sentence may be somebody: no plural, "Executions", and no preposition."""
    return not word.endswith("s") and word not in data["prepositions"]


@cache
def _people(language: str) -> frozenset[str]:
    """The words for people."""
    known = spoken_words(language)
    return known.people if known else frozenset()


@cache
def _data(language: str) -> Mapping[str, Any]:
    if not has_pack(language):
        return {}
    listed = subject(language, "summarize").get("introduced", {})
    return {name: frozenset(map(str, entries)) for name, entries in listed.items()}


@cache
def _half(language: str) -> re.Pattern[str]:
    """A part of something that is not said, with a verb behind it: "About half attract"."""
    data = _data(language)
    half, of = ("|".join(map(re.escape, sorted(data[name]))) for name in ("parts", "of_what"))
    return re.compile(rf"(?:[^\W\d_]+ )?(?i:(?P<half>{half})) (?!(?:{of})\b)[a-z]")
