"""A summary in a machine's words: each sentence with the sentences of articles that it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model.evidence import Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineSentence:
    """A sentence that a language model wrote, and the whole sentences that it cites for it."""

    text: str
    cites: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """What is left of a model's summary once each sentence was held against those that it cites.

    `model` is the model's name, `dropped` how many of its sentences said what the cited ones do not.
    """

    model: str
    sentences: tuple[MachineSentence, ...]
    dropped: int = 0
