"""Find how the articles say that somebody said the same: "claimed" in one, "said" in another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

from digest.language import subject
from digest.language.terms import is_content, low_words, plain_words, stem, words
from digest.model import Article, Excerpt, Quote, QuoteGroup, Wording, WordingVariant

RUN = 4  # quoted words in a row that two articles have where both introduce the same
TOLD, TELLING = 5, 3  # or words in a row of two sentences, and how many of them tell something
MOST = 200  # first words of two texts that are compared: more are no words of one utterance
SHOWN = 5  # of the words in common that say which ones are meant


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
        both, shared = _of_same_words({article: cued[article] for article in kinds}, kinds, by_id)
        if len({kinds[article] for article in both}) > 1:
            variants = tuple(_variant(by_id[article], cued[article][0]) for article in both)
            found.append(Wording(about=f"words of {group.speaker.name}{shared}", variants=variants))
    return found


def _of_same_words(
    cued: Mapping[str, Sequence[Quote]], kinds: Mapping[str, str | None], by_id: Mapping[str, Article]
) -> tuple[Sequence[str], str]:
    """The articles of which another one introduces the same words by another kind of verb, and some of these words.

    "“I will fight to the end,” she told sailors" and "vowing to “fight” for the port" have little in common.
    """
    both: dict[str, None] = {}
    shared = ""
    listed = list(cued)
    for at, one in enumerate(listed):
        for other in listed[at + 1 :]:
            if kinds[one] == kinds[other]:
                continue
            quoted = _in_common([q.excerpt for q in cued[one]], [q.excerpt for q in cued[other]])
            told = _in_common(_sentences(cued[one], by_id[one]), _sentences(cued[other], by_id[other]))
            if len(quoted) >= RUN or (len(told) >= TOLD and _telling(told, by_id[one].language) >= TELLING):
                both.update({one: None, other: None})
                shared = shared or _shown(quoted)
    return [article for article in listed if article in both], shared


def _in_common(one: Sequence[Excerpt], other: Sequence[Excerpt]) -> Sequence[str]:
    """The longest row of words that two texts have in common, as the first one has it."""
    texts = [" ".join(excerpt.text for excerpt in excerpts) for excerpts in (one, other)]
    found = plain_words(texts[0])
    mine, theirs = (low_words(text)[:MOST] for text in texts)
    run = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    return found[run.a : run.a + run.size]


def _sentences(quotes: Sequence[Quote], article: Article) -> Sequence[Excerpt]:
    return [article.sentence_excerpt(quote.sentence) for quote in quotes]


def _telling(row: Sequence[str], language: str) -> int:
    """How many words of a row tell something and are no names."""
    return sum(word.islower() and is_content(word, language=language) for word in row)


def _shown(row: Sequence[str]) -> str:
    """The words that say which words of somebody are meant: ": “we will stay in …”"."""
    text = " ".join(row[:SHOWN])
    return f": “{text}{' …' if len(row) > SHOWN else ''}”" if row else ""


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
