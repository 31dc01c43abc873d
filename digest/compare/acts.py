"""Find how the articles say that somebody said the same: "claimed" in one, "said" in another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.language import subject
from digest.language.terms import stem, words
from digest.model import Article, Quote, QuoteGroup, Wording, WordingVariant


def act_wordings(groups: Sequence[QuoteGroup], articles: Sequence[Article]) -> list[Wording]:
    """List utterances that articles introduce by different verbs, of which not all are plain."""
    by_id = {article.id: article for article in articles}
    found = []
    for group in groups:
        if group.speaker is None:
            continue
        cued: dict[str, list[Quote]] = {}
        for quote in group.quotes:
            if quote.show and quote.cue and quote.speaker and quote.excerpt.span.article_id in by_id:
                cued.setdefault(quote.excerpt.span.article_id, []).append(quote)
        verbs = {article: {_verb(quote, by_id[article]) for quote in quotes} for article, quotes in cued.items()}
        # An article that says "claimed" here and "said" there prefers neither.
        kinds = {article: next(iter(own)) for article, own in verbs.items() if len(own) == 1 and None not in own}
        if len(set(kinds.values())) > 1:
            variants = tuple(_variant(by_id[article], cued[article][0]) for article in kinds)
            found.append(Wording(about=f"words of {group.speaker.name}", variants=variants))
    return found


def _verb(quote: Quote, article: Article) -> str | None:
    """The stem of a verb that says how something was said, "" for one that only says that it was, else None."""
    telling, plain = _verbs(article.language)
    heads = [stem(word.text, language=article.language) for word in words(quote.cue.text if quote.cue else "")]
    return next((head for head in heads if head in telling), "" if plain.intersection(heads) else None)


@cache
def _verbs(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the verbs that say how something was said, and of those that only say that it was."""
    data = subject(language, "compare")["wording"]
    telling, plain = (
        frozenset(stem(str(word), language=language) for word in data.get(key, ())) for key in ("acts", "saying")
    )
    return telling, plain


def _variant(article: Article, quote: Quote) -> WordingVariant:
    cue = quote.cue or quote.excerpt
    sentence = article.sentence_excerpt(article.sentence_at(cue.span.start))
    return WordingVariant(article_id=article.id, phrase=cue.text, count=1, examples=(sentence,))
