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


def plain_slug(text: str) -> str:
    """Reduce a text to lower-case ASCII letters, digits and single hyphens; "" where nothing is left of it."""
    split = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = "".join(ch for ch in split.translate(APOSTROPHES) if not unicodedata.combining(ch))
    return SEPARATORS.sub("-", plain).strip("-")
