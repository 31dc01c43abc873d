"""Tell what only looks as if somebody said something: "the confirmed cases", "the same day the union announced"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digest.extract.cues import Cues
from digest.extract.speech.shapes import Phrase, shape
from digest.extract.speech.tokens import Token

NOT = ("n't", "n’t")  # "didn't say"


def is_denied(tokens: Sequence[Token], at: int, low: int, words: Cues) -> bool:
    """Whether somebody did not say it: "Ms Ito did not say that the plan was sound"."""
    before = tokens[max(low, at - 2) : at]
    return any(token.text in words.negations or token.text.endswith(NOT) for token in before)


def is_quality(tokens: Sequence[Token], cue: int, words: Cues) -> bool:
    """Whether a verb of saying belongs to the noun behind it: "all of the confirmed cases", "Bern's reported debt"."""
    before = tokens[cue - 1] if cue else None
    return before is not None and (before.text in words.bare_determiners or before.possessive)


def without_time(tokens: Sequence[Token], source: Phrase, words: Cues) -> Phrase:
    """A source without the time before it: "the same day *the union* announced"."""
    span = range(source.first, source.last + 1)
    start = next(
        (there for here, there in pairwise(span) if tokens[here].text in words.spans and _opens(tokens[there], words)),
        None,
    )
    own = shape(tokens, start, source.last, words) if start is not None else None
    return own or source


def _opens(token: Token, words: Cues) -> bool:
    """Whether a word opens a phrase with a noun."""
    return token.text in words.determiners or token.capital
