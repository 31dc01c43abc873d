"""Say whether a sentence may stand in a summary: a whole statement, no question, no caption."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from operator import eq

from digest.language import subject
from digest.language.asides import lacks_main_clause
from digest.language.news import is_silence
from digest.language.remembered import SENTENCE
from digest.language.tenses import is_past
from digest.language.terms import plain_words, words
from digest.language.unsaid import STAMP

# "April 5, 2014"; "5. April 2014", "5 de abril de 2014"
FULL_DATE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b|\b\d{1,2}(?:\.| de) [^\W\d_]{3,10}(?: de)? \d{4}\b")
YEAR = re.compile(r"\d{4}")
OPENING_DATE = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4} [A-Z][a-z]")  # "May 12, 2014 Ida Holm, the singer, was"
SCENE = 5  # words before the date of a caption
SHORTEST, LONGEST = 6, 70  # words
# A live blog's moment: "10.32am: The", "Updated 9:15 p.m. ET", "Updated at 4 p.m.: The".
CLOCK = re.compile(r"\W{0,2}(?:updated|update|posted)?(?: at)?\W{0,2}\d{1,2}(?::\d\d|(?:\.\d\d)? ?[ap]\.?m\b)", re.I)
REST = re.compile(r"[A-Z]\. [a-z]")  # "S. army men", cut behind "U."; no name goes on so, but "U.S. army men" does
MARKS = '“”"„«»'
CURLY = re.compile("[“”«]")
STRAIGHT = re.compile('"')
CLOSERS = "\"”“’')]»«"
BRACKETS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
MARKED = re.compile(r"[“”«»„\"()\[\]]")  # most sentences have no quotation mark and no bracket


def is_usable(text: str, *, language: str = "en") -> bool:
    """Whether a sentence is a whole statement: no question, caption, fragment or half quotation, no "no comment"."""
    return (
        text.rstrip(CLOSERS).endswith((".", "!", "…"))
        and not text.startswith(("(", "[", "*", "•"))
        and SHORTEST <= len(plain_words(text)) <= LONGEST
        and (MARKED.search(text) is None or (is_balanced(text) and has_whole_quotations(text)))
        and not ends_in_title(text, language=language)
        and not lacks_main_clause(text, language=language)
        and not CLOCK.match(text)
        and not STAMP.match(text)
        and not REST.match(text)
        and any(letter.islower() for letter in text)
        and not is_garbled(text, language=language)
        and not is_caption(text, language=language)
        and not shows_scene(text, language=language)
        and not is_silence(text, language=language)
    )


def is_garbled(text: str, *, language: str = "en") -> bool:
    """Whether a text has a word twice in a row that no sentence needs so: "last year when when"."""
    found = plain_words(text)
    if not any(map(eq, found, found[1:])):
        return False  # most sentences
    twice = [one for one, other in pairwise(found) if one == other]
    return any(word in _doubled(language) and re.search(rf"\b{word} {word}\b", text) for word in twice)


def is_caption(text: str, *, language: str = "en") -> bool:
    """Whether a line shows a picture, prompts the reader, or is a note of the editors'."""
    return (_is_caption if len(text) <= SENTENCE else _is_caption.__wrapped__)(text, language)


@lru_cache(maxsize=1 << 12)  # summary and comparison ask for a story's sentences again
def _is_caption(text: str, language: str) -> bool:
    low = text.lower()
    for phrase in _captions(language):
        if phrase in low:  # a generator takes twice the time
            return True
    return OPENING_DATE.match(text) is not None


def shows_scene(text: str, *, language: str = "en") -> bool:
    """Whether a sentence shows a scene of a day in the present: "Clerks count ballots in Bern, April 5, 2014"."""
    date = YEAR.search(text) and FULL_DATE.search(text)
    if not date:
        return False
    before = [word.text.lower() for word in words(text[: date.start()])]
    if _ends_in_scene(text, date):
        return True
    other = subject(language, "summarize")["past"]
    past = any(word in other or is_past(word, language) for word in before)
    return len(before) >= SCENE and before[0] not in subject(language, "summarize")["day_openers"] and not past


def is_scene_of_day(text: str, *, language: str = "en") -> bool:
    """Whether a line surely shows a scene of a day: its date stands right behind a place, or ends its sentence.

    "A diver rests in Bern February 2, 2014 before the search."; not "The list begins on May 12, 2009, with a hearing".
    """
    if OPENING_DATE.match(text):
        return True
    date = FULL_DATE.search(text) if YEAR.search(text) else None
    if date is None or any(mark in text for mark in MARKS) or not shows_scene(text, language=language):
        return False
    before = plain_words(text[: date.start()])
    behind = text[date.end() :]
    return before[-1][0].isupper() or not behind or behind[0] == "." or behind.startswith(" in ")


def _ends_in_scene(text: str, date: re.Match[str]) -> bool:
    """Whether a place and, with nothing between, a day end a text: "… past tanks sent to Bern May 6, 2012."."""
    before = [word.text for word in words(text[: date.start()])]
    return (
        not any(letter.isalnum() for letter in text[date.end() :])
        and len(before) >= SCENE
        and before[-1][0].isupper()
        and text[: date.start()].endswith(f"{before[-1]} ")
    )


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens in a text also closes in it."""
    low = text.count("„")  # „so“ or „so”: then “ is no mark that opens
    if low and low != text.count("“") + text.count("”"):
        return False
    brackets = BRACKETS[1:] if low else BRACKETS
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in brackets)


def has_whole_quotations(text: str) -> bool:
    """Whether no quotation began before a text or goes on after it: marks open before a word and close behind one."""
    depth = 0
    for mark in CURLY.findall(text):
        depth += 1 if mark in "“«" else -1
        if depth < 0 and "„" not in text:
            return False
    return '"' not in text or not any(
        (number % 2 == 0 and mark.end() < len(text) and text[mark.end()] in " ,.")
        or (number % 2 == 1 and text[mark.start() - 1] == " ")
        for number, mark in enumerate(STRAIGHT.finditer(text))
    )


def ends_in_title(text: str, *, language: str = "en") -> bool:
    """Whether a text was cut behind a short form that a name follows: "… and said that Ms."."""
    last = text.rsplit(" ", 1)[-1].rpartition("-")[2]  # "then-Sen."
    return last.endswith(".") and last[:-1] in _titles(language)


def goes_on(text: str, *, language: str = "en") -> bool:
    """Whether a sentence (with the space behind it) was cut: the next is its rest, or goes on with its quotation."""
    if "\n" in text:
        return False
    marks = CURLY.findall(text)
    return ends_in_title(text.rstrip(), language=language) or ("„" not in text and marks[-1:] in (["“"], ["«"]))


@cache
def _titles(language: str) -> frozenset[str]:
    data = subject(language, "titles")
    return frozenset(str(word) for word in (*data.get("honorifics", ()), *data["short_roles"])) - {"Sir"}


@cache
def _captions(language: str) -> tuple[str, ...]:
    """The words by which captions and prompts are known, anywhere in a line: "(Photo", "read more"."""
    return tuple(str(phrase).lower() for phrase in subject(language, "summarize")["captions"])


@cache
def _doubled(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize").get("doubled", ())))
