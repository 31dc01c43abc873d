"""Find the figures of an article in a language whose pack gives its numbers, units and nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from digest.extract.amounts.grammar import read_quantities
from digest.extract.amounts.key import is_key
from digest.extract.amounts.lexicon import lexicon
from digest.extract.amounts.measures import find_measure
from digest.extract.amounts.quantity import Quantity
from digest.extract.quantities.making import excerpt_of, make_figure
from digest.extract.quantities.sources import find_source
from digest.extract.quantities.words import Word, words
from digest.language import subject
from digest.model import Article, BlockKind, DateMention, Excerpt, Figure, Quote, Sentence, Statement

OPENING = 40  # characters from the sentence's beginning in which a time is about all that follows


def has_amounts(language: str) -> bool:
    """Whether a language's pack gives amounts, and not the words of the English grammar."""
    return "amounts" in subject(language, "figures")


def figures_in(
    article: Article,
    sentence: Sentence,
    *,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    statements: Sequence[Statement],
) -> list[Figure]:
    """The figures of a sentence, or of a piece of it, in order."""
    lex = lexicon(article.language)
    found = words(article.text, sentence.start, sentence.end)
    quantities = [q for q in read_quantities(found, lex) if not _is_dated(found, q, dates)]
    figures = []
    for index, quantity in enumerate(quantities):
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        figure = make_figure(article, found, quantity, sentence=sentence.index)
        measure = find_measure(found, quantity, lex)
        limit = found[following.first].start if following else sentence.end
        figures.append(
            replace(
                figure,
                measure=excerpt_of(article, found, measure.first, measure.after) if measure else None,
                period=_period(article, figure.excerpt, dates, sentence, limit),
                source=find_source(article, figure.excerpt.span, quotes=quotes, statements=statements),
                key=sentence.kind is BlockKind.BODY and is_key(found, quantity, measure, lex),
            )
        )
    return figures


def _is_dated(found: Sequence[Word], quantity: Quantity, dates: Sequence[DateMention]) -> bool:
    """Whether the number is part of a date: "vor zwei Monaten", "3. März"."""
    start, end = found[quantity.number.first].start, found[quantity.number.after - 1].end
    return any(d.excerpt.span.start <= start and end <= d.excerpt.span.end for d in dates)


def _period(
    article: Article, figure: Excerpt, dates: Sequence[DateMention], sentence: Sentence, limit: int
) -> Excerpt | None:
    """The stretch of time behind the figure and in front of the next one, else one that opens the sentence."""
    stretches = [d.excerpt for d in dates if d.precision != "day"]
    behind = next((e for e in stretches if figure.span.end <= e.span.start < limit), None)
    if behind is not None:
        between = article.text[figure.span.end : behind.span.start].lower()
        origin = any(between.rstrip().endswith(f" {word}") for word in lexicon(article.language).sets["origins"])
        behind = None if origin or any(sign in between for sign in ",;:") else behind
    opening = next((e for e in stretches if e.span.end <= figure.span.start), None)
    return behind or (opening if opening and opening.span.start - sentence.start <= OPENING else None)


@cache
def numeric(language: str) -> re.Pattern[str]:
    """Matches in a sentence that may hold a quantity."""
    lex = lexicon(language)
    names = "|".join(sorted(re.escape(word) for word in lex.number_words))
    end = "" if lex.together else r"\b"
    return re.compile(rf"\d|\b(?:{names}){end}", re.IGNORECASE)
