"""Find what a sentence leaves out because the one before it told it, and what was glued to its front."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from digest.language import subject
from digest.language.quoting import MARK, QUOTED
from digest.language.remembered import SENTENCE
from digest.language.terms import low_words

SUBJECT = 6  # words before a verb that tell who does it
CLAUSE = re.compile(r"[,;:—]|\.$")
# A live blog's moment with a dot: "21.20 The ferry", "9.05pm: The ferry".
STAMP = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d(?: ?[ap]\.?m\.?|(?<=\d\d\.\d\d))\W{0,2} (?!Uhr\b)[A-Z“\"‘]")
Finder = Callable[[str], re.Match[str] | None]


def leaves_unsaid(text: str, *, language: str = "en") -> bool:
    """Whether a sentence leaves out what stands before it, or opens with what is none of it.

    "When Ida Holm said she had, the board left." "The board won, but paid." "The board responded with a ban."
    "Noting that Karl Duhr stayed, she left." "Analysis Sailors say that the ferry is old." "21.20 The ferry is back."
    """
    return (_leaves if len(text) <= SENTENCE else _leaves.__wrapped__)(text, language)


@lru_cache(maxsize=1 << 12)  # summary and comparison ask for a story's sentences again
def _leaves(text: str, language: str) -> bool:
    if STAMP.match(text):
        return True
    shapes = _shapes(language)
    if not shapes:
        return False
    outside = QUOTED.sub("“”", text) if MARK.search(text) else text
    return any(find(outside) for find in shapes) or _elides(outside, language)


def _elides(text: str, language: str) -> bool:
    """Whether the first clause ends where a verb or its object would stand: "The board won, but paid"."""
    data = subject(language, "summarize")["leaning"]["unsaid"]
    clause = CLAUSE.split(text, maxsplit=1)[0]
    low = [word.replace("’", "'") for word in low_words(clause)]
    if len(low) < 2 or not {*low}.isdisjoint(data["whole"]):
        return False
    if low[-1] in data["incomplete"]:  # "The board won 5-3" and "The board won, 5-3" are whole
        return "that" not in low and len(low) <= SUBJECT and not text[len(clause) :].lstrip(", ")[:1].isdigit()
    return low[-1] in data["helping"] and low[-2] in data["who"] and not {*low}.isdisjoint(data["asking"])


@cache
def _shapes(language: str) -> tuple[Finder, ...]:
    data = subject(language, "summarize")["leaning"].get("unsaid")
    if not data:
        return ()
    doer = rf"(?:[\w.’'-]+ ){{1,{SUBJECT}}}"
    names = ("answering", "with", "headings", "no_deed", "persons")
    answering, by, headings, no_deed, persons = (_any(data[name]) for name in names)
    return (
        re.compile(rf"{doer}(?:{answering}) (?:{by})\b(?!.* to (?:the|a|an) )").match,
        re.compile(rf"(?i:{headings}) (?:[A-Z][a-z]+ [a-z]|“”)").match,
        re.compile(rf"(?!(?:{no_deed})\b)[A-Z][a-z]+ing\b[^“”]{{2,160}}?, (?:{persons})\b").match,
    )


def _any(words: Iterable[object]) -> str:
    return "|".join(map(re.escape, map(str, words)))
