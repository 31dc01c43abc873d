"""Prepare an article for the search for speech: once, for quotations and statements alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.cues import cues
from digest.extract.entities import Entities
from digest.extract.resolve import Names
from digest.extract.speech.paragraphs import Paragraph, paragraphs
from digest.model import Article


class Heard(NamedTuple):
    """The body's paragraphs in words and quotations, and everybody who is named."""

    paragraphs: Sequence[Paragraph]
    names: Names


def hear(article: Article, entities: Entities) -> Heard:
    """Cut the body into words and quotations, and make those whom it names ready to be looked up."""
    return Heard(paragraphs(article), Names(article, entities, cues(article.language)))
