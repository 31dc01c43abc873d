"""Tell whether a sentence in a list says who and what it is about, though the sentence before it is not there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice, pairwise
from typing import Any

from digest.language import subject
from digest.language.body_words import body_words
from digest.language.degrees import Degree
from digest.language.inside import points_inside
from digest.language.leaning import leaning, opens_empty, own_voice, stands_for_another
from digest.language.quoting import MARKS, QUOTED
from digest.language.spoken import leans, tells_about
from digest.language.tenses import is_past
from digest.language.terms import WORD, first_words, low_words, plain_words
from digest.language.unsaid import leaves_unsaid

KINDS = ("pronouns", "speaking", "open", "voice", "ordinals")  # ways of leaning that leave the person or thing open
OPEN = (own_voice, points_inside)  # further ways of it, which `leaning` asks, too
MOMENT = 5  # words of a moment: "just two hours later"
FIRST = 5  # words in which a sentence says who it is about
AGED = re.compile(r"\w+ \d{1,3}-year-old ")  # "The 26-year-old German was"


def hangs(text: str, *, language: str = "en") -> bool:
    """Whether nobody can say whom or what a sentence is about.

    "He won." -> True; "In 1942, he enlisted" -> True; "But Ida Holm won." -> False: "but" leans, and yet it is clear.
    "The group's first ad", "Two of those", "In May, he", "Likewise, Ida Holm" -> True.
    """
    return degree(text, language=language) is Degree.HANGS


def degree(text: str, *, language: str = "en") -> Degree:
    """How far a sentence leans on what stands before it: what a point, a statement and a clause of a figure may do.

    A summary, which may print what a sentence leans on, asks `leaning` itself.
    """
    data = subject(language, "summarize")["leaning"]
    lean = leaning(text, language=language)
    if lean is not None and any(lean.word in data.get(kind, ()) for kind in KINDS):
        return Degree.HANGS
    if (
        is_speech(text)
        or _ends_open(text, data)
        or is_counted_from_another(text, language=language)
        or (lean is not None and any(shows(text, language=language) for shows in OPEN))
        or stands_for_another(text, language=language)
        or _opens_with_pronoun(text, data, language)
        or _tells_of_nobody(text, language)
        or _does_it(text, language)
        or _is_only_aged(text, data, language)
        or opens_with_hanging_words(text, language=language)
        or leaves_unsaid(text, language=language)
    ):
        return Degree.HANGS
    if lean is None:
        return Degree.STANDS
    return Degree.POINTS if lean.triggers or lean.word in data.get("demonstratives", ()) else Degree.LINKS


def without_link(text: str, *, language: str = "en") -> str:
    """A sentence without the opening words that only link it to another: "In response, Ida Holm won"."""
    lean = leaning(text, language=language)
    links = subject(language, "summarize")["leaning"].get("open", ())
    if lean is None or lean.word not in links or not text.lower().startswith(lean.word):
        return text
    rest = text[len(lean.word) :].lstrip(" ,")
    return rest[:1].upper() + rest[1:]


def opens_with_link(text: str, *, language: str = "en") -> bool:
    """Whether the first word links a sentence to another: "But Ida Holm won", not "Ida Holm won earlier on Friday"."""
    lean = leaning(text, language=language)
    links = subject(language, "summarize")["leaning"]["connectives"]
    return lean is not None and lean.word in links and low_words(text)[:1] == low_words(lean.word)[:1]


def takes_up_else(text: str, beside: str, *, language: str = "en") -> bool:
    """Whether a sentence takes up what a sentence beside it, which tells the same, does not tell either.

    "Separately, Ida Holm won", "That's because she won" -> True; "She won" -> False: the one beside says who did.
    "The council's decision came a day later" -> True, unless the one beside has the word.
    """
    lean, low, data = leaning(text, language=language), low_words(text)[:2], subject(language, "summarize")["leaning"]
    if lean is not None and lean.word in data.get("open", ()):
        return True
    first, _, short = (low or ("",))[0].partition("'")
    being = data.get("inside", {}).get("being", ())
    if first in _that(language) and (short or any(word in being for word in low[1:])):
        return True
    found = _owned_deed(language).match(text)
    return found is not None and found[1].lower() not in low_words(beside)


@cache
def _owned_deed(language: str) -> re.Pattern[str]:
    """What a body has done, which it takes up: "The council's decision"."""
    deeds = "|".join(map(re.escape, map(str, subject(language, "compare").get("main", {}).get("deeds", ())))) or "(?!)"
    articles = "|".join(map(re.escape, subject(language, "summarize")["articles"]))
    return re.compile(rf"(?i:{articles}) (?:[\w-]+ ){{0,2}}[\w-]+[’']s? ({deeds})\b")


def _ends_open(text: str, data: Mapping[str, Any]) -> bool:
    """Whether what a sentence is about stands before or behind it: "it was much more than that", "He wrote:"."""
    last = next(iter(low_words(text)[-1:]), "")
    return last in data.get("spoken", {}).get("pointers", ()) or text.rstrip().endswith(":")


def _opens_with_pronoun(text: str, data: Mapping[str, Any], language: str) -> bool:
    """Whether a pronoun comes before any name: "In 1942, he enlisted", but not "Ida Holm said she would"."""
    if _speaking(language).isdisjoint(low_words(text)[:FIRST]) or opens_empty(text, language=language):
        return False
    inside, told = data.get("inside", {}), False
    for at, word in enumerate(islice(WORD.finditer(text), FIRST)):
        low = word[0].lower()
        if low in data["speaking"]:
            return not (told and low in inside["people"])
        if word.start() and word[0][0].isupper():
            return False  # a name, which a pronoun after it may well mean
        told = told or (at == 1 and low in inside.get("telling", ()))  # "Residents said they …"
    return False


def _tells_of_nobody(text: str, language: str) -> bool:
    """Whether a body tells of somebody whom nothing names: "The Harbour League said on Friday that he would go"."""
    low = low_words(text)
    if _one(language).isdisjoint(low):
        return False
    that, one = _that(language), _one(language)
    said = next((at for at, (word, who) in enumerate(pairwise(low)) if word in that and who in one), 0)
    if not said:
        return False
    found = plain_words(text)[:said]
    named = next((at for at, word in enumerate(found) if not word[0].isupper()), said)
    others = (word for word in found[named:] if word[0].isupper() and word.lower() not in _days(language))
    return named > 1 and found[named - 1] in body_words(language) and next(others, None) is None


@cache
def _that(language: str) -> frozenset[str]:
    """The word behind which it is told what was said."""
    return frozenset(map(str, subject(language, "summarize")["leaning"].get("spoken", {}).get("that", ())))


@cache
def _days(language: str) -> frozenset[str]:
    """The weekdays."""
    return frozenset(map(str, subject(language, "clean").get("weekdays", ())))


@cache
def _one(language: str) -> frozenset[str]:
    """The pronouns for one who speaks: "he"."""
    leaning = subject(language, "summarize")["leaning"]
    people = leaning.get("inside", {}).get("people", ())
    return frozenset(map(str, people)).difference(map(str, leaning.get("spoken", {}).get("several", ())))


def _is_only_aged(text: str, data: Mapping[str, Any], language: str) -> bool:
    """Whether a deed comes before a name: "The 26-year-old German was", not "The 26-year-old German Ida Holm"."""
    aged = AGED.match(text)
    for at, word in enumerate(first_words(text[aged.end() :], FIRST) if aged else ()):
        if word.text[0].isupper() and at:
            return False
        if word.text in data.get("inside", {}).get("being", ()) or is_past(word.text, language):
            return True
    return False


@cache
def _speaking(language: str) -> frozenset[str]:
    """The pronouns for somebody who speaks: "he"."""
    return frozenset(map(str, subject(language, "summarize")["leaning"]["speaking"]))


def _does_it(text: str, language: str) -> bool:
    """Whether a name does something to what has none yet: "Holm called it ugly", not "Holm made it clear that"."""
    shape = None if _objects(language).isdisjoint(low_words(text)) else _doing(language)
    return shape is not None and shape.match(text) is not None


@cache
def _objects(language: str) -> frozenset[str]:
    """The pronouns to whom something is done: "them"."""
    return frozenset(map(str, subject(language, "summarize")["leaning"].get("inside", {}).get("objects", ())))


@cache
def _doing(language: str) -> re.Pattern[str] | None:
    """A name, or what has done it, a verb, and "it" or "them"."""
    every = subject(language, "summarize")
    data = every["leaning"].get("inside", {})
    if "objects" not in data:
        return None
    other, joints, has = (
        "|".join(map(str, words)) for words in ((*data["telling"], *data["making"]), every["belonging"], data["having"])
    )
    name = r"(?:[A-Z][\w.’'-]*,? ){1,4}"
    some = rf"(?:(?!(?:{joints})\b)[\w’'-]+ ){{1,5}}(?:{has}) "  # "Most sailors have "
    return re.compile(rf"(?:{name}|{some})(?!(?:{other})\b)[a-z]+ (?:{'|'.join(data['objects'])})\b")


def is_counted_from_another(text: str, *, language: str = "en") -> bool:
    """Whether a sentence opens with a moment that is counted from another: "Two hours later, …"."""
    after = subject(language, "summarize")["leaning"]["after"]
    if "," not in text or not any(word in after for word in low_words(text)[: 2 * MOMENT + 2]):
        return False
    opening = [low_words(part) for part in text.split(",", 2)[:2]]  # "However, two hours later, …"
    return any(len(found) <= MOMENT and found[-1] in after for found in opening if found)


def opens_with_hanging_words(text: str, *, language: str = "en") -> bool:
    """Whether a sentence opens with somebody's words that take up what stands nowhere: “It is old,” said Ida Holm."""
    quoted = QUOTED.match(text) if text[:1] in MARKS else None
    if quoted is None or leans(quoted.group(), language=language) is not Degree.HANGS:
        return False
    return not tells_about(text[quoted.end() :], language=language)


def is_speech(text: str) -> bool:
    """Whether a sentence is nothing but words in quotation marks: whose words, stands elsewhere."""
    outside = QUOTED.sub(" ", text) if any(mark in text for mark in MARKS) else text
    return WORD.search(outside) is None
