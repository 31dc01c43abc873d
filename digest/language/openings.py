"""Know what a story is about by the words that the openings of its sources have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from digest.language.background import rarities
from digest.language.terms import content_set

LEAST = 1.5  # nats; a word that most articles have tells nothing of one story


def words_in_common(openings: Iterable[Iterable[str]], *, language: str = "en") -> frozenset[str]:
    """The stems that two sources have in their openings, or the only source in its own.

    Each source gives the texts with which it opens: its headlines and first sentences.
    """
    held = [frozenset().union(*(content_set(text, language=language) for text in texts)) for texts in openings]
    sources = Counter(term for terms in held for term in terms)
    rare = rarities(language)
    return frozenset(t for t, count in sources.items() if count >= min(2, len(held)) and rare[t] >= LEAST)
