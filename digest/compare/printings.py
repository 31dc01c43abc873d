"""Set the printings of one utterance side by side, one for each different wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.compare.alignment import Said, said
from digest.compare.differences import differences
from digest.compare.sameness import sameness
from digest.model import Excerpt, Printing, Quote

MOST = 12  # different printings of one utterance that are explained


def compare_printings(quotes: Sequence[Quote], places: Mapping[str, int], language: str) -> tuple[Printing, ...]:
    """List what the articles print of one utterance, the fullest first; nothing where only one article has it.

    `places` are the articles' places in the story, by their ids.
    """
    by_article: dict[str, list[Excerpt]] = {}
    for quote in quotes:
        by_article.setdefault(quote.excerpt.span.article_id, []).append(quote.excerpt)
    if len(by_article) < 2:
        return ()
    texts: dict[tuple[tuple[str, ...], frozenset[int]], list[Said]] = {}
    for article_id in sorted(by_article, key=lambda key: places[key]):
        text = said(_pieces(by_article[article_id], language), language)
        texts.setdefault((text.forms, text.gaps), []).append(text)
    ranked = sorted(texts.values(), key=lambda same: -len(same[0].forms))[:MOST]
    fullest = ranked[0][0]
    return tuple(
        Printing(
            pieces=first.pieces,
            words=len(first.forms),
            also=tuple(other.pieces for other in others),
            differences=() if first is fullest else differences(first, fullest, language=language),
        )
        for first, *others in ranked
    )


def _pieces(excerpts: Sequence[Excerpt], language: str) -> tuple[Excerpt, ...]:
    """The pieces of an utterance in one article, in its order; what it quotes or says a second time is left out."""
    kept: list[Excerpt] = []
    for excerpt in sorted(excerpts, key=lambda e: (-len(e.text), e.span)):
        text = said((excerpt,), language)
        if not any(sameness(text, said((o,), language), known=True, apart=False, language=language) for o in kept):
            kept.append(excerpt)
    return tuple(sorted(kept, key=lambda e: e.span))
