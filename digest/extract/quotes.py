"""Find the words in quotation marks, and who said them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.extract.cues import Cues, cues
from digest.extract.entities import Entities
from digest.extract.marks import Pair, pair_marks
from digest.extract.resolve import Names
from digest.extract.speakers import LAST, RULES, RUNNING, SAME_PARAGRAPH, Place
from digest.extract.speech.tokens import Token, tokenize
from digest.model import Article, BlockKind, Quote, QuoteKind, Speaker

WORDS = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def find_quotes(article: Article, entities: Entities) -> tuple[Quote, ...]:
    """Return every quotation of the body in the order of the text, with its speaker where a rule earned one."""
    words = cues(article.language)
    pairs = pair_marks(article)
    names = Names(article, entities, words)
    by_block: dict[int, list[tuple[int, Pair]]] = {}
    for number, pair in enumerate(pairs):
        by_block.setdefault(pair.block, []).append((number, pair))
    starts: dict[int, list[int]] = {}
    for sentence in article.sentences:
        starts.setdefault(sentence.block, []).append(sentence.start)
    quotes: list[Quote] = []
    last: Speaker | None = None
    for block, inside in by_block.items():
        tokens = tokenize(article, block, starts.get(block, []), inside)
        found = _paragraph(article, tokens, inside, words, names, quotes[-1] if quotes else None)
        quotes.extend(found)
    return tuple(quotes)


def _paragraph(
    article: Article,
    tokens: Sequence[Token],
    pairs: Sequence[tuple[int, Pair]],
    words: Cues,
    names: Names,
    before: Quote | None,
) -> list[Quote]:
    quotes: list[Quote] = []
    for at, token in enumerate(tokens):
        if token.quote < 0:
            continue
        pair = pairs[len(quotes)][1]
        place = _place(article, tokens, at, pair, words)
        quotes.append(_attribute(article, place, pair, names, quotes, before))
    return quotes


def _place(article: Article, tokens: Sequence[Token], at: int, pair: Pair, words: Cues) -> Place:
    low = high = at
    while low > 0 and tokens[low - 1].sentence == tokens[at].sentence:
        low -= 1
    while high < len(tokens) and tokens[high].sentence == tokens[at].sentence:
        high += 1
    ending = article.text[pair.start : pair.end].rstrip(" \t\u00a0'’\"”")[-1:]
    if ending in "?!" and high == at + 1 and high < len(tokens):  # “Is it so?” Ms Ito asked.
        while high < len(tokens) and tokens[high].sentence == tokens[at + 1].sentence:
            high += 1
    return Place(tokens, at, low, high, ending, words)


def _attribute(
    article: Article, place: Place, pair: Pair, names: Names, here: Sequence[Quote], before: Quote | None
) -> Quote:
    content = article.excerpt(pair.start, pair.end)
    base = Quote(
        excerpt=content,
        sentence=article.sentence_at(pair.left),
        kind=_kind(content.text),
    )
    alone = all(not t.word for i, t in enumerate(place.tokens[place.low : place.high]) if i + place.low != place.at)
    for name, rule, confidence in RULES:
        if name == "sentence subject" and alone:
            continue
        found = rule(place)
        if found is None:
            continue
        first, last = place.tokens[found.phrase.first], place.tokens[found.phrase.last]
        speaker = names.speaker(first.start, last.end, found.phrase.form)
        if speaker is None:
            speaker = Speaker(
                name=article.text[first.start : last.end], kind="person", mention=article.excerpt(first.start, last.end)
            )
        cue = place.tokens[found.cue]
        return _with(base, speaker=speaker, cue=article.excerpt(cue.start, cue.end), rule=name, confidence=confidence)
    if here and here[-1].speaker:
        return _with(
            base,
            speaker=here[-1].speaker,
            rule=SAME_PARAGRAPH[0],
            confidence=min(here[-1].confidence, SAME_PARAGRAPH[1]),
        )
    if before and before.speaker:
        name, confidence = RUNNING if pair.resumed else LAST
        return _with(base, speaker=before.speaker, rule=name, confidence=min(before.confidence, confidence))
    return base


def _with(quote: Quote, **changes: object) -> Quote:
    from dataclasses import replace

    return replace(quote, **changes)  # type: ignore[arg-type]


def _kind(text: str) -> QuoteKind:
    count = len(WORDS.findall(text))
    if count <= 2:
        return QuoteKind.TERM
    return QuoteKind.FULL if text[:1].isupper() else QuoteKind.PARTIAL
