"""Find how articles write a term, and whether they write it as a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from digest.cluster.terms import as_term, sentence_tokens
from digest.model import Article


class Spelling(NamedTuple):
    """A term as it is most often written, in lower case unless it is a name."""

    form: str
    is_name: bool


def spellings(articles: Iterable[Article], terms: Set[str]) -> Mapping[str, Spelling]:
    """How articles write some terms. A name is what most of those that have it write with a capital."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    names: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for article in articles:
        found, capitals = _count(article, terms)
        for term, counts in found.items():
            forms[term][max(counts, key=lambda form: (counts[form], form))] += 1
            holders[term] += 1
            names[term] += capitals[term] > 0
    return {term: _spelling(counts, 2 * names[term] > holders[term]) for term, counts in forms.items()}


def _spelling(forms: Counter[str], is_name: bool) -> Spelling:
    form = max(forms, key=lambda f: (forms[f], f))
    return Spelling(form if is_name else form.lower(), is_name)


def _count(article: Article, terms: Set[str]) -> tuple[Mapping[str, Counter[str]], Counter[str]]:
    """By term: how often it is written in which form, and how much more often with a capital than without."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    capitals: Counter[str] = Counter()
    sentences = [tokens for _, tokens in sentence_tokens(article)]
    every = {token: as_term(token, article.language) for token in {token for tokens in sentences for token in tokens}}
    wanted = {token: term for token, term in every.items() if term in terms}
    for tokens in sentences:
        here = [(number, token) for number, token in enumerate(tokens) if token in wanted]
        says = bool(here) and not _shouts(tokens)
        for number, token in here:
            term = wanted[token]
            forms[term][token] += 1
            if number and says:  # a capital says nothing at the start of a sentence
                capitals[term] += 1 if token[0].isupper() else -1
    return forms, capitals


def _shouts(tokens: list[str]) -> bool:
    """Whether nearly every long word has a capital, as in many headlines: then a capital marks no name."""
    long = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    return bool(long) and sum(token[0].isupper() for token in long) > 0.7 * len(long)
