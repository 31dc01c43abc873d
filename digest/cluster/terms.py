"""Cut an article into the words, names, numbers and days by which it is compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from digest.cluster.calendar import KINDS, Calendar, read_calendar
from digest.cluster.settings import Settings
from digest.cluster.stem import stem
from digest.language.terms import function_words
from digest.model import Article, BlockKind

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")  # "O’Neill", "don't", "5,000"
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # the comma of "5,000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one article says, by stem: how often, the headline and the lead counted more.

    `opening` are the counts of the headline and the first words alone, nothing counted more. Function words are in
    neither, but in `length`, the number of all words.
    """

    counts: Mapping[str, int]
    opening: Mapping[str, int]
    calendar: Calendar
    length: int


def article_terms(article: Article, settings: Settings) -> Terms:
    """Count an article's terms."""
    head: list[str] = []
    body: list[str] = []
    calendar: dict[str, Counter[int]] = {kind: Counter() for kind in KINDS}
    for kind, tokens in sentence_tokens(article):
        (head if kind is BlockKind.HEADLINE else body).extend(tokens)
        for unit, named in read_calendar(tokens, article.language).items():
            calendar[unit].update(named)
    counts: Counter[str] = Counter()
    for tokens, weight in (
        (head, settings.headline),
        (body[: settings.lead], settings.lead_weight),
        (body[settings.lead :], 1),
    ):
        for term, times in _by_term(tokens, article.language).items():
            counts[term] += weight * times
    return Terms(
        counts=counts,
        opening=_by_term(head + body[: settings.opening], article.language),
        calendar=calendar,
        length=len(head) + len(body),
    )


def sentence_tokens(article: Article) -> Iterator[tuple[BlockKind, list[str]]]:
    """Yield the words and numbers of each sentence, and the kind of its block."""
    for sentence in article.sentences:
        yield sentence.kind, TOKEN.findall(article.text, sentence.start, sentence.end)


def as_term(token: str, language: str) -> str:
    """The term that a word or number stands for: a stem, or the digits without the comma of thousands."""
    return THOUSANDS.sub("", token) if token[0].isdigit() else stem(token, language=language)


def _by_term(tokens: list[str], language: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    skipped = _function_stems(language)
    for token, times in Counter(tokens).items():
        term = as_term(token, language)
        if term not in skipped:
            counts[term] += times
    return counts


@cache
def _function_stems(language: str) -> frozenset[str]:
    return frozenset(stem(word, language=language) for word in function_words(language))
