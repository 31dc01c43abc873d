"""Say how much of somebody's speech was quoted: a clause, a phrase, or a term."""

from __future__ import annotations

import re

from digest.model import QuoteKind

WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")  # "US-led", "don’t", "2.5"
TERM = 2  # words, at most


def kind_of(text: str) -> QuoteKind:
    """Words with a capital letter at the beginning are a sentence, or the beginning of one."""
    if len(WORD.findall(text)) <= TERM:
        return QuoteKind.TERM
    first = next((ch for ch in text if ch.isalnum()), "")
    return QuoteKind.PARTIAL if first.islower() else QuoteKind.FULL
