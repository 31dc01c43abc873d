"""Find the figures of an article: how much, of what, over what time, and who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from digest.extract.quantities.cues import cues
from digest.extract.quantities.grammar import read_quantities
from digest.extract.quantities.key import is_key
from digest.extract.quantities.lexicon import lexicon
from digest.extract.quantities.measures import find_measure
from digest.extract.quantities.periods import find_period
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.sources import find_source
from digest.extract.quantities.words import Word, words
from digest.model import Article, BlockKind, DateMention, Figure, Quote, Sentence, Statement


def find_figures(
    article: Article,
    *,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote] = (),
    statements: Sequence[Statement] = (),
) -> tuple[Figure, ...]:
    """Find every quantity, in the order of the text. What a date, a time, a score or a label says is none.

    `source` is the speaker of the quotation or statement that holds the figure. Figures outside the body are never key.
    """
    numeric = _numeric(article.language)
    dates_in: dict[int, list[DateMention]] = {}
    for date in dates:
        dates_in.setdefault(date.sentence, []).append(date)
    said_in = _by_sentence(quotes, statements)
    figures: list[Figure] = []
    for sentence in article.sentences:
        if numeric.search(article.text, sentence.start, sentence.end):
            quoted, stated = said_in.get(sentence.index, ((), ()))
            figures += _in_sentence(article, sentence, dates_in.get(sentence.index, ()), quoted, stated)
    return tuple(figures)


def _in_sentence(
    article: Article,
    sentence: Sentence,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    statements: Sequence[Statement],
) -> list[Figure]:
    lex, marks = lexicon(article.language), cues(article.language)
    found = words(article.text, sentence.start, sentence.end)
    quantities = [q for q in read_quantities(found, lex) if not _dated(found, q, dates)]
    figures = []
    for quantity in quantities:
        excerpt = article.excerpt(found[quantity.first].start, found[quantity.after - 1].end)
        measure = find_measure(found, quantity, lex, marks)
        period = find_period(found, quantity, quantities, dates, marks)
        figures.append(
            Figure(
                excerpt=excerpt,
                sentence=sentence.index,
                value=_plain(quantity.value),
                value_to=None if quantity.value_to is None else _plain(quantity.value_to),
                unit=quantity.unit.name,
                qualifier=quantity.qualifier,
                change=quantity.change,
                measure=article.excerpt(found[measure.first].start, found[measure.after - 1].end) if measure else None,
                period=article.excerpt(*period) if period else None,
                source=find_source(excerpt.span, sentence.index, quotes=quotes, statements=statements),
                key=sentence.kind is BlockKind.BODY and is_key(found, quantity, measure, marks),
            )
        )
    return figures


def _plain(value: Decimal) -> Decimal:
    """The same value without an exponent or trailing zeros: 5.0E+6 becomes 5000000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _dated(found: Sequence[Word], quantity: Quantity, dates: Sequence[DateMention]) -> bool:
    """Whether the number is part of a date: "two months ago", "24 February"; "the past two years" is still two years."""
    if quantity.unit.kind == "time" and found[quantity.after - 1].low != "ago":
        after = found[quantity.after].low if quantity.after < len(found) else ""
        if after != "ago":
            return False
    start, end = found[quantity.number.first].start, found[quantity.number.after - 1].end
    return any(d.excerpt.span.start <= start and end <= d.excerpt.span.end for d in dates)


def _by_sentence(
    quotes: Sequence[Quote], statements: Sequence[Statement]
) -> dict[int, tuple[list[Quote], list[Statement]]]:
    said: dict[int, tuple[list[Quote], list[Statement]]] = {}
    for quote in quotes:
        said.setdefault(quote.sentence, ([], []))[0].append(quote)
    for statement in statements:
        said.setdefault(statement.sentence, ([], []))[1].append(statement)
    return said


@cache
def _numeric(language: str) -> re.Pattern[str]:
    """Matches in a sentence that may hold a quantity."""
    alternatives = "|".join(sorted(word for word in lexicon(language).number_words if word.isalpha()))
    return re.compile(rf"[\d½¼¾⅓⅔⅛]|\b(?:{alternatives})\b", re.IGNORECASE)
