"""Say how much of somebody's speech was quoted: a clause, a phrase, or a term."""

from __future__ import annotations

import re

from digest.model import QuoteKind

WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")  # "US-led", "don’t", "2.5"
TERM = 2  # words, at most
ENDS = (".", "?", "!", ",", "…")


def kind_of(text: str) -> QuoteKind:
    """Words with a capital letter at the beginning are a sentence, or the beginning of one.

    A figure has no capital: what begins with one is a sentence if it ends as one, or if a comma leads on from it.
    """
    if len(WORD.findall(text)) <= TERM:
        return QuoteKind.TERM
    first = next((ch for ch in text if ch.isalnum()), "")
    if first.isdigit() and not text.rstrip().endswith(ENDS):
        return QuoteKind.PARTIAL
    return QuoteKind.PARTIAL if first.islower() else QuoteKind.FULL
