"""Find the figures of an article: how much, of what, over what time, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from digest.extract.amounts.figures import figures_in, has_amounts
from digest.extract.amounts.figures import numeric as amounts_numeric
from digest.extract.quantities.cues import Cues, cues
from digest.extract.quantities.grammar import read_quantities
from digest.extract.quantities.key import is_key
from digest.extract.quantities.lexicon import Lexicon, lexicon
from digest.extract.quantities.making import excerpt_of, make_figure
from digest.extract.quantities.measures import find_measure
from digest.extract.quantities.parts import with_parts
from digest.extract.quantities.periods import find_period, periods
from digest.extract.quantities.phrases import Context
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.sources import carried_source, find_source, whole
from digest.extract.quantities.subjects import opening_subject, taken_up
from digest.extract.quantities.words import Word, words
from digest.model import Article, BlockKind, DateMention, Excerpt, Figure, Quote, Sentence, Statement

DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛]")
RUN = re.compile(r"\w+")
LONGEST = 2000  # characters of a sentence: a longer one is read in pieces, so that the work stays in proportion

Placed = TypeVar("Placed", DateMention, Quote, Statement)


def find_figures(
    article: Article,
    *,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote] = (),
    statements: Sequence[Statement] = (),
) -> tuple[Figure, ...]:
    """Find every quantity, in the order of the text. What a date, a time, a score or a label says is none.

    `source` is the speaker of the quotation or statement that holds or governs the figure; nobody else is guessed.
    Figures outside the body are never key.
    """
    framed = has_amounts(article.language)
    may_hold = amounts_numeric(article.language).search if framed else _number_finder(article.language)
    dates_in, quotes_in, statements_in = _by_sentence(dates), _by_sentence(quotes), _by_sentence(statements)
    figures: list[Figure] = []
    for sentence in article.sentences:
        spoken = sentence.index in quotes_in or sentence.index in statements_in
        before = () if spoken or framed else statements_in.get(sentence.index - 1, ())
        carried = carried_source(article, sentence, before, cues(article.language)) if before else None
        for start, end in _pieces(article.text, sentence.start, sentence.end):
            if may_hold(article.text, start, end):
                read = figures_in if framed else _in_piece
                found = read(
                    article,
                    sentence._replace(start=start, end=end),
                    dates=_near(dates_in.get(sentence.index, ()), start, end),
                    quotes=_near(quotes_in.get(sentence.index, ()), start, end),
                    statements=_near(statements_in.get(sentence.index, ()), start, end),
                )
                figures += [replace(f, source=carried) if carried and not f.source else f for f in found]
    return tuple(figures)


def _in_piece(
    article: Article,
    sentence: Sentence,
    *,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    statements: Sequence[Statement],
) -> list[Figure]:
    lex, marks = lexicon(article.language), cues(article.language)
    found = words(article.text, sentence.start, sentence.end)
    quantities = [q for q in read_quantities(found, lex) if not _dated(found, q, dates)]
    if not quantities:
        return []
    figures = []
    stretches = periods(found, dates, marks)
    context = Context(
        found,
        lex,
        marks,
        ends={q.after: q.first for q in quantities if q.unit.kind != "multiple"},
        inside=frozenset(index for q in quantities for index in range(q.first, q.after)),
    )
    for index, quantity in enumerate(quantities):
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        measure = find_measure(context, quantity)
        told = excerpt_of(article, found, measure.first, measure.after) if measure else None
        pronoun = taken_up(context, quantity) if measure is None or measure.rule == "act" else None
        before = _opening_measure(article, sentence, lex, marks) if pronoun else None
        if before is not None:  # "Exports fell by 10% in May. **They** rose 3% in June"
            measure, told = pronoun, before
        period = find_period(found, quantity, following, stretches, marks)
        figure = make_figure(article, found, quantity, sentence=sentence.index)
        figures.append(
            replace(
                figure,
                measure=told,
                period=article.excerpt(period.start, period.end) if period else None,
                source=whole(
                    article,
                    find_source(article, figure.excerpt.span, quotes=quotes, statements=statements, cues=marks),
                    article.language,
                ),
                key=sentence.kind is BlockKind.BODY and is_key(found, quantity, measure, marks),
            )
        )
    return with_parts(article, found, quantities, figures, marks)


def _opening_measure(article: Article, sentence: Sentence, lex: Lexicon, marks: Cues) -> Excerpt | None:
    """The subject that changes or has a level in the sentence before, in the same paragraph: what "it" stands for."""
    before = article.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.block != sentence.block:
        return None
    found = words(article.text, before.start, min(before.end, before.start + LONGEST))
    subject = opening_subject(Context(found, lex, marks, {}, frozenset()))
    return article.excerpt(found[0].start, found[subject - 1].end) if subject else None


def _dated(found: Sequence[Word], quantity: Quantity, dates: Sequence[DateMention]) -> bool:
    """Whether the number is part of a date: "two months ago"; "the past two years" is still a time of two years."""
    if quantity.unit.kind == "time" and found[quantity.after - 1].low != "ago":
        after = found[quantity.after].low if quantity.after < len(found) else ""
        if after != "ago":
            return False
    start, end = found[quantity.number.first].start, found[quantity.number.after - 1].end
    return any(d.excerpt.span.start <= start and end <= d.excerpt.span.end for d in dates)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is; one that is longer than any sentence should be, in pieces that end at a space."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _by_sentence(found: Sequence[Placed]) -> dict[int, list[Placed]]:
    """Group what was found by sentence, each group in the order of the text."""
    groups: dict[int, list[Placed]] = {}
    for item in sorted(found, key=_start):
        groups.setdefault(item.sentence, []).append(item)
    return groups


def _near(found: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """Those that begin in a piece of text, or not far in front of it."""
    return found[bisect_left(found, start - LONGEST, key=_start) : bisect_right(found, end, key=_start)]


def _start(found: DateMention | Quote | Statement) -> int:
    return found.excerpt.span.start


@cache
def _number_finder(language: str) -> Callable[[str, int, int], bool]:
    """Make what tells whether a stretch of text may hold a quantity."""
    spelled = lexicon(language).number_words

    def may_hold(text: str, start: int, end: int) -> bool:
        return bool(DIGIT.search(text, start, end)) or not spelled.isdisjoint(RUN.findall(text[start:end].lower()))

    return may_hold
