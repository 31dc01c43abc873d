"""Find the words in quotation marks, and who said them."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.cues import cues
from digest.extract.entities import Entities
from digest.extract.resolve import Names
from digest.extract.speech.paragraphs import paragraphs
from digest.extract.speech.reader import Reader
from digest.extract.speech.tokens import Token
from digest.model import Article, Quote


def find_quotes(article: Article, entities: Entities) -> tuple[Quote, ...]:
    """Return every quotation of the body in the order of the text, with its speaker where a rule earned one.

    Words that a page must not print as somebody's statement (titles, terms, what the person named rejects) come with
    `show=False`. A quotation's `confidence` is the precision that was measured for the rule that named its speaker.
    """
    words = cues(article.language)
    names = Names(article, entities, words)
    quotes: list[Quote] = []
    above: Sequence[Token] = ()
    for paragraph in paragraphs(article):
        if paragraph.pairs:
            reader = Reader(article=article, words=words, names=names, paragraph=paragraph, above=above, earlier=quotes)
            quotes.extend(reader.read())
        above = paragraph.tokens
    return tuple(quotes)
