"""What a figure measures, in words that can stand in a table; a figure that tells nothing there is not shown.

29 lorries  lorries arrived at     ->  arrived
17 boats    my harbour with        ->  nothing: whose harbour it is stands in the quotation
300 desks   desks                  ->  nothing, and one article alone has it: it stands on the article's page
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.language import subject
from digest.language.terms import Word, words
from digest.model import Excerpt, Figure, FigureRow, Span, Story, Verdict


def measure_of(figure: Figure, story: Story) -> Excerpt | None:
    """What a figure measures, without the words that the figure has already, and without a loose end."""
    measure = figure.measure
    if measure is None:
        return None
    language = story.article(measure.span.article_id).language
    found = words(measure.text)
    if any(word.text.lower() in _group(language, "speakers_own") for word in found):
        return None
    rest = _behind(found, figure.excerpt.span, measure.span)
    while rest and rest[-1].text.lower() in _group(language, "hanging"):
        rest = rest[:-1]
    if not rest:
        return None
    if len(rest) == len(found):
        return measure
    first = rest[0].start if rest[0] != found[0] else 0
    last = rest[-1].end if rest[-1] != found[-1] else len(measure.text)
    start = measure.span.start
    span = Span(article_id=measure.span.article_id, start=start + first, end=start + last)
    return Excerpt(span=span, text=measure.text[first:last])


def tells(row: FigureRow, story: Story) -> bool:
    """Whether a quantity says something on a page: what it measures, a toll, or that several articles have it."""
    if row.verdict in (Verdict.DIFFER, Verdict.UPDATED):
        return True
    if len({figure.excerpt.span.article_id for figure in row.figures}) > 1:
        return True
    return any(measure_of(figure, story) or _is_toll(figure, story) for figure in row.figures)


def _behind(found: Sequence[Word], figure: Span, measure: Span) -> Sequence[Word]:
    """The words of a measure that begin where the figure has ended, if it begins inside the figure; else all."""
    if not figure.start <= measure.start < figure.end:
        return found
    return [word for word in found if measure.start + word.start >= figure.end]


def _is_toll(figure: Figure, story: Story) -> bool:
    language = story.article(figure.excerpt.span.article_id).language
    return any(word.text.lower() in _group(language, "toll") for word in words(figure.excerpt.text))


@cache
def _group(language: str, name: str) -> frozenset[str]:
    return frozenset(subject(language, "figures").get(name, ()))
