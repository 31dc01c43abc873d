"""Tell whether a sentence in a list says who and what it is about, though the sentence before it is not there."""

from __future__ import annotations

from itertools import islice

from digest.language import subject
from digest.language.inside import points_inside
from digest.language.leaning import leaning, opens_empty, own_voice, stands_for_another
from digest.language.quoting import QUOTED
from digest.language.terms import WORD, low_words

KINDS = ("pronouns", "speaking", "open")  # ways of leaning that leave the person or thing open
OPEN = (own_voice, points_inside, stands_for_another)  # further ways of it
MOMENT = 5  # words of a moment: "just two hours later"
FIRST = 5  # words in which a sentence says who it is about


def hangs(text: str, *, language: str = "en") -> bool:
    """Whether nobody can say whom or what a sentence is about.

    "He won." -> True; "In 1942, he enlisted" -> True; "But Ida Holm won." -> False: "but" leans, and yet it is clear.
    "The group's first ad", "Two of those", "In May, he", "Likewise, Ida Holm" -> True.
    """
    data = subject(language, "summarize")["leaning"]
    lean = leaning(text, language=language)
    if lean is not None and any(lean.word in data.get(kind, ()) for kind in KINDS):
        return True
    if (
        is_speech(text)
        or is_counted_from_another(text, language=language)
        or any(shows(text, language=language) for shows in OPEN)
    ):
        return True
    if opens_empty(text, language=language):
        return False
    for word in islice(WORD.finditer(text), FIRST):
        if word[0].lower() in data["speaking"]:
            return True
        if word.start() and word[0][0].isupper():
            return False  # a name, which a pronoun after it may well mean
    return False


def is_counted_from_another(text: str, *, language: str = "en") -> bool:
    """Whether a sentence opens with a moment that is counted from another: "Two hours later, …"."""
    after = subject(language, "summarize")["leaning"]["after"]
    opening = [low_words(part) for part in text.split(",", 2)[:2]]  # "However, two hours later, …"
    return text.count(",") > 0 and any(len(found) <= MOMENT and found[-1] in after for found in opening if found)


def is_speech(text: str) -> bool:
    """Whether a sentence is nothing but words in quotation marks: whose words, stands elsewhere."""
    return WORD.search(QUOTED.sub(" ", text)) is None
