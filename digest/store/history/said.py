"""Say in short what a story's page says now, to compare it with what the next build finds."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import EditorText, QuoteGroup, Story
from digest.store.history.essence import hash_of_words, said_article
from digest.store.history.past import Said, SaidEdit, SaidFigure, SaidFile, SaidQuote, SaidTitle

LONGEST = 300  # letters of a figure, a title or a name
RULE = "editor"  # by which a quotation's speaker was found


def said_now(story: Story, unedited: Story, *, editors: str, titled: bool) -> frozenset[Said]:
    """What a story says; `unedited` is the same before the editors' files were applied, `editors` their hash.

    `titled` says whether the title is an editor's choice.
    """
    return frozenset(_said(story, unedited, editors, titled))


def _said(story: Story, unedited: Story, editors: str, titled: bool) -> Iterator[Said]:
    yield from map(said_article, story.articles)
    yield SaidTitle(_short(story.title.text))
    if editors:
        yield SaidFile(editors)
    if titled or isinstance(story.title, EditorText):
        yield SaidEdit("title", "", "", _short(story.title.text))
    yield from figures(story)
    for group in shown(story):
        first = group.quotes[0]
        article, words = first.excerpt.span.article_id, first.excerpt.text
        speaker = _short(first.speaker.name) if first.speaker else ""
        yield SaidQuote(article, hash_of_words(words), speaker)
        if first.rule == RULE:
            yield SaidEdit("speaker", article, _short(words), speaker)
    yield from _left_out(story, unedited)


def figures(story: Story) -> Iterator[SaidFigure]:
    """The figures of the rows that the page shows."""
    for row in story.comparison.figures:
        for figure in row.figures if any(f.key for f in row.figures) else ():
            yield SaidFigure(
                article=figure.excerpt.span.article_id,
                words=_short(figure.excerpt.text),
                value=str(figure.value),
                unit=_short(figure.unit),
                measure=_short(figure.measure.text) if figure.measure else "",
            )


def shown(story: Story) -> Iterator[QuoteGroup]:
    """The quotations that the page shows."""
    return (group for group in story.comparison.quotes if group.quotes and any(q.show for q in group.quotes))


def _left_out(story: Story, unedited: Story) -> Iterator[SaidEdit]:
    """What an editor hides."""
    here = {(entry.article, entry.words) for entry in figures(story)}
    for entry in figures(unedited):
        if (entry.article, entry.words) not in here:
            yield SaidEdit("figure", entry.article, "figure", entry.words)
    spans = {quote.excerpt.span for group in shown(story) for quote in group.quotes}
    for group in shown(unedited):
        first = group.quotes[0].excerpt
        if first.span not in spans:
            yield SaidEdit("quotation", first.span.article_id, "quotation", _short(first.text))


def _short(text: str) -> str:
    return text[:LONGEST]
