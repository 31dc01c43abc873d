"""Say how often a speaker is the right one, by what leads from the words of the article to the name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from digest.model import KnownBy, Quote, Speaker

# Shares of speakers that were right, where the rule had found the right words, in the open half of our own passages;
# for those who are only described, in half of some hundred annotated articles. `benchmarks/speakers.py` tells them.
TRUST: Mapping[KnownBy, float] = {
    KnownBy.NAME: 1.0,
    KnownBy.ITSELF: 0.9,
    KnownBy.ROLE: 0.98,
    KnownBy.NEAR: 0.97,
    KnownBy.ONE: 0.98,
    KnownBy.NEAREST: 0.9,
    KnownBy.FIRST: 0.9,
    KnownBy.AGAIN: 0.9,
    KnownBy.SUBJECT: 0.9,
    KnownBy.PERHAPS: 0.5,
}


def trusted(precision: float, speaker: Speaker | None) -> float:
    """The precision of a rule together with that of who is meant; a pronoun that stands for nobody known names none."""
    return round(precision * TRUST[speaker.known_by], 3) if speaker else 0.0


def taken_over(quote: Quote, other: Quote | None, rule: tuple[str, float]) -> Quote:
    """A quotation with the speaker of another one, by a rule that says so; it is no surer than that one."""
    if other is None or other.speaker is None:
        return quote
    return replace(quote, speaker=other.speaker, rule=rule[0], confidence=min(other.confidence, rule[1]))
