"""Write a name or a title in the letters of an address: "China’s trade: up 30 %" -> "chinas-trade-up-30"."""

from __future__ import annotations

import re
import unicodedata

SEPARATORS = re.compile(r"[^a-z0-9]+")
APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")  # "China’s" becomes "chinas", not "china-s"
# Letters that Unicode does not split into an ASCII letter and a mark.
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)

LONGEST = 60
# "index" is the list of pages; the others are names of devices under Windows, where no file may be called so.
RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))})


def plain_slug(text: str) -> str:
    """Reduce a text to lower-case ASCII letters, digits and single hyphens; "" where nothing is left of it."""
    split = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = "".join(ch for ch in split.translate(APOSTROPHES) if not unicodedata.combining(ch))
    return SEPARATORS.sub("-", plain).strip("-")


def name_key(name: str) -> str:
    """A name as names are compared: without capitals, accents and marks; in other scripts than the Latin, as it is."""
    return plain_slug(name) or " ".join(name.casefold().split())


def page_slug(text: str, *, other: str) -> str:
    """The last part of a page's address, of at most 60 characters; `other` stands where nothing is left of the text."""
    found = cut_slug(plain_slug(text), LONGEST) or other
    return f"{found}-{other}" if found in RESERVED else found


def cut_slug(words: str, longest: int) -> str:
    """Cut at a word border; a first word that is longer than allowed is cut inside."""
    if len(words) <= longest:
        return words
    border = words.rfind("-", 0, longest + 1)
    return words[: border if border > 0 else longest].strip("-")
