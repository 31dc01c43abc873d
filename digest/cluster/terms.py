"""Cut an article into the words, names and numbers by which it is compared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from digest.cluster.settings import Settings
from digest.cluster.stem import stem
from digest.model import Article, BlockKind

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")  # "O’Neill", "don't", "5,000"
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # the comma of "5,000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one article says, by stem: how often (the headline and the lead counted more), and how it is written.

    `names` are the stems that stand with a capital inside its sentences more often than not.
    """

    counts: Mapping[str, int]
    forms: Mapping[str, str]
    names: frozenset[str]


def article_terms(article: Article, settings: Settings) -> Terms:
    """Count an article's terms."""
    counts: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    capitals: Counter[str] = Counter()
    seen = 0
    for sentence in article.sentences:
        headline = sentence.kind is BlockKind.HEADLINE
        tokens = TOKEN.findall(article.text, sentence.start, sentence.end)
        weight = settings.headline if headline else settings.lead_weight if seen < settings.lead else 1
        seen += 0 if headline else len(tokens)
        says = not _shouts(tokens)
        for number, token in enumerate(tokens):
            word = THOUSANDS.sub("", token) if token[0].isdigit() else stem(token, language=article.language)
            counts[word] += weight
            forms[word][token] += 1
            if number and says:  # a capital says nothing at the start of a sentence
                capitals[word] += 1 if token[0].isupper() else -1
    return Terms(
        counts=counts,
        forms={word: max(found, key=lambda form: (found[form], form)) for word, found in forms.items()},
        names=frozenset(word for word, more in capitals.items() if more > 0),
    )


def _shouts(tokens: list[str]) -> bool:
    """Whether nearly every long word has a capital, as in many headlines: then a capital marks no name."""
    long = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    return bool(long) and sum(token[0].isupper() for token in long) > 0.7 * len(long)
