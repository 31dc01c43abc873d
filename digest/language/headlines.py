"""Say what belongs to a headline, and whether it quotes somebody."""

from __future__ import annotations

import re

from digest.language.terms import words
from digest.model import Article, Excerpt

SITE = re.compile(r" {1,3}[|–—-] {1,3}[^|–—]{2,40}$")  # "Floods hit the coast | The Daily Example"
QUOTATION = re.compile(r"(?<!\w)['‘“„«\"]\w")  # "Envoy calls talks ‘a farce’"
SHORTEST = 4  # words that a headline keeps


def without_site(article: Article, headline: Excerpt) -> Excerpt:
    """Cut "| The Daily Example" off a headline, unless the words before it are too few to be one."""
    found = SITE.search(headline.text)
    if not found or sum(1 for _ in words(headline.text[: found.start()])) < SHORTEST:
        return headline
    tail = [word.text for word in words(found.group())]
    if "|" not in found.group() and not all(word[0].isupper() or not word[0].isalpha() for word in tail):
        return headline
    start = headline.span.start
    return article.excerpt(start, start + found.start())


def has_quotation(headline: str) -> bool:
    """Whether a headline has words in quotation marks: one voice's, which seldom stand for all."""
    return QUOTATION.search(headline) is not None
