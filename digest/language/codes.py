"""The codes of languages, "en", and their names, "English"."""

from __future__ import annotations

import re
from functools import cache

from digest.language import subject

CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].{0,60})?")  # "en", "en-GB", "pt_BR"
NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})  # the codes for "another", "several", "unknown", "none"


def language_code(text: str) -> str | None:
    """The code in a language tag, without the country, in lower case; None where it names no one language."""
    hit = CODE.fullmatch(text.strip())
    code = hit[1].lower() if hit else ""
    return code if code and code not in NO_LANGUAGE else None


def is_language_name(text: str) -> bool:
    """Whether a text is nothing but the English name of a language: "English"."""
    return text.strip().casefold() in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(str(name).casefold() for name in subject("mul", "languages")["names"].values())


def language_name(code: str) -> str:
    """The English name of a language: "de" → "German"; the code itself where the name is not listed."""
    return str(subject("mul", "languages")["names"].get(code, code))
