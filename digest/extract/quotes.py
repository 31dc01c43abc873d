"""Find the words in quotation marks, and who said them."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.entities import Entities
from digest.extract.frames.quotes import framed_quotes
from digest.extract.frames.words import is_framed
from digest.extract.hearing import Heard, hear
from digest.extract.marks import Pair, pair_marks
from digest.extract.running_on import give_back
from digest.extract.speech.kinds import kind_of
from digest.extract.speech.reader import Reader
from digest.extract.speech.tokens import Token
from digest.model import Article, Quote


def find_quotes(article: Article, entities: Entities, heard: Heard | None = None) -> tuple[Quote, ...]:
    """Return every quotation of the body in the order of the text, with its speaker where a rule earned one.

    Words that a page must not print as somebody's statement (titles, terms, what the person named rejects) come with
    `show=False`. A quotation's `confidence` is the precision that was measured for the rule that named its speaker.
    """
    if is_framed(article.language):
        return framed_quotes(article, entities)
    paragraphs, names = heard or hear(article, entities)
    words = names.words
    quotes: list[Quote] = []
    pairs: list[Pair] = []
    above: Sequence[Token] = ()
    for paragraph in paragraphs:
        if paragraph.pairs:
            reader = Reader(article=article, words=words, names=names, paragraph=paragraph, above=above, earlier=quotes)
            found = reader.read()
            give_back(quotes, pairs, found[0], paragraph.pairs[0])
            quotes.extend(found)
            pairs.extend(paragraph.pairs)
        above = paragraph.tokens
    return tuple(quotes)


def unattributed(article: Article) -> tuple[Quote, ...]:
    """Every quotation without a speaker: all that can be said in a language without a pack."""
    return tuple(
        Quote(
            excerpt=(content := article.excerpt(pair.start, pair.end)),
            sentence=article.sentence_at(pair.left),
            kind=kind_of(content.text),
        )
        for pair in pair_marks(article)
    )
