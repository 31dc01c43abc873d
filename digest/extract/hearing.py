"""Prepare an article for the search for speech: once, for quotations and statements alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.cues import cues
from digest.extract.entities import Entities
from digest.extract.frames.words import is_framed
from digest.extract.resolve import Mentions, Names
from digest.extract.speech.paragraphs import Paragraph, paragraphs
from digest.model import Article


class Heard(NamedTuple):
    """The body's paragraphs in words and quotations, and everybody named; `Names` where the cues are a language's."""

    paragraphs: Sequence[Paragraph]
    names: Mentions


def hear(article: Article, entities: Entities) -> Heard:
    """Cut the body into words and quotations, and make those whom it names ready to be looked up."""
    framed = is_framed(article.language)
    names = Mentions(article, entities) if framed else Names(article, entities, cues(article.language))
    return Heard(paragraphs(article), names)
