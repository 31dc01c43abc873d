"""Look for what mails say of themselves, in the languages that are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from digest.language import subject

QUOTES = str.maketrans("’‘“”", "''\"\"")


def mail_words() -> Mapping[str, Any]:
    """The phrases, as they stand in digest/language/mul/mail.yml."""
    return subject("mul", "mail")


@cache
def any_phrase(kind: str) -> re.Pattern[str]:
    """A pattern that finds any phrase of a kind, as whole words."""
    phrases = sorted(mail_words()[kind], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


def plain(text: str) -> str:
    """A line as phrases are compared."""
    return " ".join(text.lower().translate(QUOTES).split())
