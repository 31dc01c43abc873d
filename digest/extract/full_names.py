"""Find names of two words or more by their looks, whether or not anything is known of whom they name."""

from __future__ import annotations

import re

from digest.extract.cues import Cues
from digest.model import Article, BlockKind

# "Ann B. Ito", "Ursula von der Au"; the look-behind keeps a start inside a word from being tried
NAME = re.compile(
    r"(?<![\w’'-])[A-Z][\w’'-]+(?:\s{1,2}(?:[A-Z]\.|(?:de|van|von|bin|al|del|der|la|le)\b|[A-Z][\w’'-]+))+"
)
ENDING = re.compile(r"[’']s?$")


def full_names(article: Article, words: Cues) -> dict[str, str]:
    """Last names with the first full name that ends in them, unless several people have it: "Ito" -> "Ann Ito"."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for block in article.blocks:
        if block.kind is not BlockKind.BODY:
            continue
        for match in NAME.finditer(article.text, block.start, block.end):
            parts = full_name(match, words)
            if parts and found.setdefault(parts[-1], " ".join(parts)).partition(" ")[0] != parts[0]:
                several.add(parts[-1])
    return {last: name for last, name in found.items() if last not in several}


def full_name(match: re.Match[str], words: Cues) -> list[str] | None:
    """The words of a name of two or more, without what may stand before a name: "Senator Ann Ito" -> Ann, Ito."""
    parts = ENDING.sub("", match.group()).split()
    while len(parts) > 1 and _before_a_name(parts[0].rstrip("."), words):
        parts = parts[1:]
    counted = bool(parts) and parts[0].lower() in words.counts  # "Four Danish" of "Four Danish divers"
    return parts if len(parts) > 1 and not counted else None


def _before_a_name(word: str, words: Cues) -> bool:
    return word in words.titles or word in words.leading or word in words.prepositions or word in words.determiners
