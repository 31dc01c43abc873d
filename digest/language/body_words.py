"""The words in which the names of bodies end: "League", "Party"."""

from __future__ import annotations

from functools import cache

from digest.language import subject


@cache
def body_words(language: str) -> frozenset[str]:
    """The words that end the name of a body."""
    return frozenset(str(subject(language, "names").get("organization_heads", "")).split())
