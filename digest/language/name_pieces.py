"""Words with a capital that name nobody by themselves: pieces of names such as "St", and of titles such as "Vice"."""

from __future__ import annotations

from functools import cache

from digest.language import subject


@cache
def name_pieces(language: str) -> frozenset[str]:
    """The short forms that stand before the rest of a name, or behind it: "St", "Sen", "Inc"."""
    abbreviations = subject(language, "quotes").get("abbreviations", ())
    return frozenset(map(str, (*abbreviations, *subject(language, "titles").get("short_roles", ()))))


@cache
def bare_titles(language: str) -> frozenset[str]:
    """The words, in small letters, that are told only with an office or a name: "vice", "prime", "mr"."""
    titles = subject(language, "titles")
    return frozenset(str(word).lower() for key in ("bare_titles", "honorifics") for word in titles.get(key, ()))
