"""Cut a sentence into words, digit runs and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# A run of digits with its separators ("1,200.50"), a vulgar fraction, an abbreviation ("U.S."), the country of a dollar
# sign ("HK$"), a word ("company's"), or any single sign ("%").
WORD = re.compile(
    r"\d[\d.,٫٬．，]*\d|\d|[½¼¾⅓⅔⅛]|[A-Za-z]\.[A-Za-z]\.|(?:US|AU|CA|NZ|HK|NT|CN|[ACSRZJ])(?=[$¥])"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_+"
)
OTHER_SIGNS = str.maketrans("٫．٬，", "..,,")  # what other scripts write for the point and the comma of a number
HYPHENS = ("-", "‑", "–", "—")


class Word(NamedTuple):
    """One word with its place in the text. `low` is the text in lower case, with straight apostrophes."""

    text: str
    low: str
    start: int
    end: int


def words(text: str, start: int, end: int) -> list[Word]:
    """Cut `text[start:end]` into words. Places are offsets into `text`."""
    made = tuple.__new__  # what Word(…) calls, too: half of the time, for the many words of a text
    found: list[Word] = []
    find, after = text.find, start
    for word in WORD.findall(text, start, end):
        at = find(word, after)  # only blanks stand between two words
        after = at + len(word)
        found.append(made(Word, (word, word.lower().replace("’", "'"), at, after)))
    return found


def glued(found: Sequence[Word], left: int) -> bool:
    """Whether nothing stands between the word at `left` and the next one; False at either end."""
    return 0 <= left < len(found) - 1 and found[left].end == found[left + 1].start


def low(found: Sequence[Word], at: int) -> str:
    """The word at an index in lower case; "" outside the sentence."""
    return found[at].low if 0 <= at < len(found) else ""
