"""Set the printings of one utterance side by side, one for each different wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from digest.compare.alignment import Said, said
from digest.compare.differences import differences
from digest.compare.sameness import sameness
from digest.language.terms import low_words
from digest.model import Difference, DifferenceKind, Excerpt, Printing, Quote

Kind = DifferenceKind
LEFT_OUT = frozenset({Kind.BEGINNING, Kind.MIDDLE, Kind.END, Kind.BETWEEN, Kind.ELLIPSIS})
MOST = 12  # different printings of one utterance that are explained


def compare_printings(
    quotes: Sequence[Quote], places: Mapping[str, int], language: str, texts_of: Mapping[str, str] | None = None
) -> tuple[Printing, ...]:
    """List what the articles print of one utterance, the fullest first; nothing where only one article has it.

    `places` are the articles' places in the story, by their ids, and `texts_of` their whole texts: what an article has
    in another place it does not leave out.
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
    held = {article_id: _held((texts_of or {}).get(article_id, "")) for article_id in by_article}
    return tuple(
        Printing(
            pieces=first.pieces,
            words=len(first.forms),
            also=tuple(other.pieces for other in others),
            differences=() if first is fullest else _told(first, fullest, held, language),
        )
        for first, *others in ranked
    )


def _told(printing: Said, fullest: Said, held: Mapping[str, str], language: str) -> tuple[Difference, ...]:
    """What differs, without the words that the article prints elsewhere."""
    text = held[printing.pieces[0].span.article_id]
    found = differences(printing, fullest, language=language)
    return tuple(d for d in found if d.kind not in LEFT_OUT or not all(_forms(e.text) in text for e in d.there))


@lru_cache(maxsize=1 << 6)  # the articles of the story at hand, which print many utterances
def _held(text: str) -> str:
    return _forms(text)


def _forms(text: str) -> str:
    """The words of a text in small letters, one space around each."""
    return f" {' '.join(low_words(text))} "


def _pieces(excerpts: Sequence[Excerpt], language: str) -> tuple[Excerpt, ...]:
    """The pieces of an utterance in one article, in its order; what it quotes or says a second time is left out."""
    kept: list[Excerpt] = []
    for excerpt in sorted(excerpts, key=lambda e: (-len(e.text), e.span)):
        text = said((excerpt,), language)
        if not any(sameness(text, said((o,), language), known=True, apart=False, language=language) for o in kept):
            kept.append(excerpt)
    return tuple(sorted(kept, key=lambda e: e.span))
