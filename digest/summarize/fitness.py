"""Say whether a sentence may stand in a summary: a whole statement, no question, no caption."""

from __future__ import annotations

import re
from functools import cache

from digest.language import subject
from digest.language.terms import WORD, words

# "April 5, 2014"; "5. April 2014", "5 de abril de 2014"
FULL_DATE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b|\b\d{1,2}(?:\.| de) [^\W\d_]{3,10}(?: de)? \d{4}\b")
SCENE = 5  # words before the date of a caption
SHORTEST, LONGEST = 6, 70  # words
CLOSERS = "\"”“’')]»«"
BRACKETS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def is_usable(text: str, *, language: str = "en") -> bool:
    """Whether a sentence is a whole statement: not a question, a caption, a fragment or half a quotation."""
    return (
        text.rstrip(CLOSERS).endswith((".", "!", "…"))
        and not text.startswith(("(", "[", "*", "•"))
        and SHORTEST <= len(WORD.findall(text)) <= LONGEST
        and is_balanced(text)
        and any(letter.islower() for letter in text)
        and not any(mark in text.lower() for mark in _captions(language))
        and not _is_dated_caption(text, language)
    )


def _is_dated_caption(text: str, language: str) -> bool:
    """Whether a sentence shows a scene of a day in the present: "Clerks count ballots in Bern, April 5, 2014"."""
    date = FULL_DATE.search(text)
    if date is None:
        return False
    before = [word.text.lower() for word in words(text[: date.start()])]
    past_words = subject(language, "summarize")["past"]
    past = any(word.endswith("ed") or word in past_words for word in before)
    return len(before) >= SCENE and before[0] not in subject(language, "summarize")["day_openers"] and not past


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens in a text also closes in it."""
    low = text.count("„")  # „so“ or „so”: then “ is no mark that opens
    if low and low != text.count("“") + text.count("”"):
        return False
    brackets = BRACKETS[1:] if low else BRACKETS
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in brackets)


@cache
def _captions(language: str) -> tuple[str, ...]:
    return tuple(subject(language, "summarize")["captions"])
