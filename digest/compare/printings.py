"""Set the printings of one utterance side by side, one for each different wording."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from digest.compare.alignment import Said, align, said
from digest.compare.differences import differences
from digest.compare.sameness import sameness
from digest.language.quoting import QUOTED
from digest.language.terms import count_words, function_words, in_rows, low_words, words
from digest.model import Article, Difference, DifferenceKind, Excerpt, Printing, Quote, QuoteKind

Kind = DifferenceKind
LEFT_OUT = frozenset({Kind.BEGINNING, Kind.MIDDLE, Kind.END, Kind.BETWEEN, Kind.ELLIPSIS})
CUTS = LEFT_OUT | {Kind.ADDED}
EDGES = frozenset({Kind.BEGINNING, Kind.BETWEEN, Kind.END})
FEW = 6  # words
IN_ROW = 4  # words that stand in a text twice by no chance
MOSTLY = 0.75  # of the words that a printing leaves out, which its article prints in a row elsewhere
MOST = 12  # different printings of one utterance that are explained


def compare_printings(
    quotes: Sequence[Quote],
    places: Mapping[str, int],
    language: str,
    articles: Mapping[str, Article] | None = None,
    others: Sequence[Excerpt] = (),
) -> tuple[Printing, ...]:
    """List what the articles print of one utterance, the fullest first; nothing where only one article has it.

    `places` are the articles' places in the story, by their ids, and `articles` they themselves: what an article has
    in another place it does not leave out. `others` is what else the speaker says: a printing that has words of that,
    too, is no cut of this utterance alone. A word or two by themselves are none either.
    """
    by_article: dict[str, list[Excerpt]] = {}
    telling = {quote.excerpt.span.article_id for quote in quotes if quote.kind is not QuoteKind.TERM}
    for quote in quotes:
        if not telling or quote.excerpt.span.article_id in telling:
            by_article.setdefault(quote.excerpt.span.article_id, []).append(quote.excerpt)
    if len(by_article) < 2:
        return ()
    texts: dict[tuple[tuple[str, ...], frozenset[int]], list[Said]] = {}
    for article_id in sorted(by_article, key=lambda key: places[key]):
        text = said(_pieces(by_article[article_id], language), language)
        texts.setdefault((text.forms, text.gaps), []).append(text)
    ranked = sorted(texts.values(), key=lambda same: -len(same[0].forms))[:MOST]
    fullest = ranked[0][0]
    found = []
    for first, *same in ranked:
        article = (articles or {}).get(first.pieces[0].span.article_id)
        told = () if first is fullest else _told(first, fullest, article, language)
        if any(map(_is_cut, told)) and _is_of_two(first, fullest, others, language):
            continue  # an article that prints all the words, however it cuts them, has the utterance
        also = tuple(other.pieces for other in same)
        number = sum(count_words(piece.text) for piece in first.pieces)
        found.append(Printing(pieces=first.pieces, words=number, also=also, differences=told))
    return tuple(found) if sum(len(printing.also) + 1 for printing in found) > 1 else ()


def _is_of_two(printing: Said, fullest: Said, others: Sequence[Excerpt], language: str) -> bool:
    """Whether a printing has words of two utterances, or leaves out what its own article prints as another one.

    Or it is as well a cut of something else.
    """
    if printing.forms == fullest.forms:
        return False
    here, there = (
        [said((o,), language) for o in others if o.span.article_id == text.pieces[0].span.article_id]
        for text in (printing, fullest)
    )
    parts = [printing, *_ends(printing, fullest, language)] if here or there else []
    left_out = _ends(fullest, printing, language) if here else ()
    pairs = [*((part, other) for part in parts for other in (*here, *there)), *((p, o) for p in left_out for o in here)]
    return any(sameness(part, other, known=True, apart=True, language=language) for part, other in pairs)


def _is_cut(difference: Difference) -> bool:
    """Whether a difference is more than a word or two for others."""
    return difference.kind in CUTS or any(len(low_words(excerpt.text)) > 2 for excerpt in difference.here)


def _ends(printing: Said, fullest: Said, language: str) -> Iterable[Said]:
    """What a printing has before and behind all that the fullest one has, too, if it is more than a few words."""
    chain, _ = align(printing, fullest)
    if not chain:
        return
    for first, last in ((0, chain[0].one), (chain[-1].one + chain[-1].length, len(printing.stems))):
        if last - first >= FEW:
            yield said(printing.between(first, last), language)


def _told(printing: Said, fullest: Said, article: Article | None, language: str) -> tuple[Difference, ...]:
    """What differs, without the words that the article prints elsewhere, or most of them."""
    text, beside = (article.text, _beside(article, printing.pieces)) if article else ("", ())
    marked = _marked_beside(article, printing.pieces) if article else ()
    whole = " ".join(fullest.forms)
    all_of = differences(printing, fullest, language=language)
    found = [
        d
        for d in all_of
        if (d.kind not in LEFT_OUT or not _is_elsewhere(d, _held(text), language))
        and not (d.kind in EDGES and (_is_beside(d, beside) or _is_in_part(d, marked, language)))
        and not (d.kind is Kind.OTHER and _letters(d.here) == _letters(d.there))
        and not (d.kind is Kind.ADDED and all(_is_in(excerpt.text, whole) for excerpt in d.here))
    ]
    if any(d.kind is Kind.ADDED for d in all_of):
        found = [shorter for d in found if (shorter := _without_pieces(d, printing))]
    return tuple(found)


def _without_pieces(difference: Difference, printing: Said) -> Difference | None:
    """Words that are left out at an edge, without those of them that the printing has as another piece."""
    if difference.kind not in EDGES:
        return difference
    there = [left for excerpt in difference.there if (left := _without(excerpt, printing.pieces)).text]
    return replace(difference, there=tuple(there)) if there else None


def _without(excerpt: Excerpt, pieces: Sequence[Excerpt]) -> Excerpt:
    """Some words without those pieces with which they begin: “It was no joke. I see” without “it was no joke”."""
    for piece in pieces:
        own, found = low_words(piece.text), words(excerpt.text)
        if len(own) > 1 and low_words(excerpt.text)[: len(own)] == own and len(found) >= len(own):
            start = found[len(own)].start if len(found) > len(own) else len(excerpt.text)
            span = replace(excerpt.span, start=excerpt.span.start + start)
            excerpt = Excerpt(span=span, text=excerpt.text[start:])
    return excerpt


def _letters(excerpts: Sequence[Excerpt]) -> str:
    """The letters and digits of some words: "U.N." and "UN" are one."""
    return "".join(letter for excerpt in excerpts for letter in excerpt.text.lower() if letter.isalnum())


def _is_in(some: str, whole: str) -> bool:
    """Whether more than one word stands in a row in the fullest printing: it is moved, and no other one."""
    low = low_words(some)
    return len(low) > 1 and f" {' '.join(low)} " in _forms(whole)


def _is_beside(difference: Difference, beside: Sequence[str]) -> bool:
    """Whether an article has the missing words in a row in the sentences of its pieces: “Go,” she said, “or not?”."""
    forms = "|".join(map(_forms, beside))
    missing = [low_words(excerpt.text) for excerpt in difference.there]
    return all(not some or (len(some) > 1 and f" {' '.join(some)} " in forms) for some in missing)


def _is_in_part(difference: Difference, marked: Sequence[str], language: str) -> bool:
    """Whether an article has a part of the missing words in marks of their own: it “hurts” our need to “see more”."""
    missing = "|".join(_forms(excerpt.text) for excerpt in difference.there)
    return any(words in missing and not function_words(language).issuperset(words.split()) for words in marked)


def _marked_beside(article: Article, pieces: Sequence[Excerpt]) -> Sequence[str]:
    """What an article prints in marks in the sentences of some pieces, but for the pieces."""
    own = {_forms(piece.text) for piece in pieces}
    found = (QUOTED.findall(_sentences_of(article, piece)) for piece in pieces)
    return [forms for texts in found for forms in map(_forms, texts) if forms not in own and forms.strip()]


def _beside(article: Article, pieces: Sequence[Excerpt]) -> Sequence[str]:
    """What an article prints in the sentences of some pieces, but for the pieces."""
    rest = [_sentences_of(article, piece) for piece in pieces]
    for piece in pieces:  # what is quoted there is none of the article's own words
        rest = [part for some in rest for part in some.split(piece.text)]
    return rest


def _sentences_of(article: Article, piece: Excerpt) -> str:
    """The sentence in which a piece stands, or the first to the last of several."""
    start, end = piece.span.start, piece.span.end
    first, last = article.sentence_at(start), article.sentence_at(max(start, end - 1))
    return article.text[article.sentences[first].start : article.sentences[last].end]


def _is_elsewhere(difference: Difference, text: str, language: str) -> bool:
    """Whether an article prints all the missing words in another place; "Oh" and "the mayor" stand in any text."""
    words = [word for excerpt in difference.there for word in low_words(excerpt.text)]
    told = any(word not in function_words(language) for word in words)
    long = min((len(low_words(excerpt.text)) for excerpt in difference.there), default=0) >= IN_ROW
    return told and long and all(_is_held(excerpt.text, text) for excerpt in difference.there)


def _is_held(words: str, text: str) -> bool:
    """Whether a text holds some words, or so many of them in a row that it prints the rest in its own."""
    low = low_words(words)
    run = len(low) if len(low) < FEW else math.ceil(MOSTLY * len(low))
    return any(f" {' '.join(some)} " in text for some in in_rows(low, run))


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
