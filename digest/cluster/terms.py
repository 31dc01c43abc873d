"""Cut an article into the words, names and numbers by which it is compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from digest.model import Article, BlockKind

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")  # "state-run", "O’Neill", "5,000"
POSSESSIVE = re.compile(r"['’][sS]?$")  # "China’s" -> "China"


class Token(NamedTuple):
    """A word as it stands in a sentence: `first` where it opens one, so that its capital says nothing."""

    text: str
    first: bool
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How often each word and each name stands in one article; `headline` is the part of it that the headline has."""

    words: Counter[str]
    names: Counter[str]
    headline: Counter[str]


def stem(word: str) -> str:
    """Take the plural and the possessive off a word, so that "sanctions" meets "sanction"; lower case."""
    low = POSSESSIVE.sub("", word).lower().replace("’", "'")
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def article_terms(article: Article, *, lead: int = 0, lead_weight: int = 1, headline_weight: int = 1) -> Terms:
    """Count the terms of an article; a headline's count `headline_weight` times, the first `lead` words' more."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    headline: Counter[str] = Counter()
    seen = 0
    for sentence in article.sentences:
        is_headline = sentence.kind is BlockKind.HEADLINE
        tokens = list(_tokens(article.text[sentence.start : sentence.end]))
        weight = headline_weight if is_headline else lead_weight if seen < lead else 1
        for token in tokens:
            words[stem(token.text)] += weight
            if is_headline:
                headline[stem(token.text)] += 1
        if not _shouts(tokens):
            for name in _names(tokens):
                names[name] += weight
        seen += 0 if is_headline else len(tokens)
    return Terms(words=words, names=names, headline=headline)


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for number, found in enumerate(TOKEN.finditer(text)):
        yield Token(found.group(), number == 0, text[end : found.start()])
        end = found.end()


def _shouts(tokens: list[Token]) -> bool:
    """Whether nearly every word has a capital, as in many headlines: then a capital marks no name."""
    long = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return bool(long) and sum(token.text[0].isupper() for token in long) > 0.7 * len(long)


def _names(tokens: list[Token]) -> Iterator[str]:
    """Yield the capitalised words inside a sentence, and each neighbouring pair of them."""
    before = ""
    for token in tokens:
        if token.first or not token.text[0].isupper():
            before = ""
            continue
        name = stem(token.text)
        yield name
        if before and token.gap == " ":
            yield f"{before} {name}"
        before = name
