"""Choose the headline that says best what all the articles tell."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from digest.language.background import rarity
from digest.language.headlines import without_site
from digest.language.remembered import Remembered
from digest.language.terms import WORD, content_stems
from digest.model import Article, BlockKind, Excerpt, OriginalText, sources_of
from digest.summarize.headline_words import merits
from digest.summarize.overtaken import ages, tells_ahead

OPENING = 40  # words of an article that are its news
AGE = 0.1  # cost of the headline of an older article; twice that where it tells what is to come
BORNE_OUT = 0.3  # worth of a headline whose every word the openings of all articles have

Vector = Mapping[str, float]


def choose_headline(articles: Sequence[Article], *, origins: Sequence[OriginalText] = ()) -> Excerpt | None:
    """Pick the headline nearest to all other headlines and articles, without the site's name; None if there is none.

    A short one whose words the openings of the articles bear out is preferred; how it is worded counts, too.
    Of the articles that carry one text only the one that stands for it is asked, if any of those has a headline.
    """
    originals = [articles[number] for number in sources_of(articles, origins).originals]
    return _nearest(originals) or _nearest(articles)


def _nearest(articles: Sequence[Article]) -> Excerpt | None:
    headlines = {i: without_site(a, a.headline) for i, a in enumerate(articles) if a.headline}
    if not headlines:
        return None
    bodies = [_vector(tuple(_sentences(article)), article.language) for article in articles]
    heads = {i: _vector((headline.text,), articles[i].language) for i, headline in headlines.items()}
    openings = [_opening(article) for article in articles]
    opened = Counter(
        term
        for article, text in zip(articles, openings, strict=True)
        for term in sorted(set(content_stems(text, language=article.language)))
    )
    numbers = [frozenset(word for word in WORD.findall(text) if word[0].isdigit()) for text in openings]
    holding = Counter(number for found in numbers for number in found)
    all_bodies, all_heads = _sum(bodies), _sum([*heads.values()])
    several = len(articles) > 1
    age = ages(articles)
    scored = []
    for i, headline in headlines.items():
        near = _product(heads[i], all_bodies, bodies[i] if several else {})
        near += _product(heads[i], all_heads, heads[i])
        borne_out = _share(heads[i], opened) / len(articles)
        others = {number for number, times in holding.items() if times > (several and number in numbers[i])}
        score = near / max(1, len(articles) - 1) + BORNE_OUT * borne_out
        score -= AGE * age[i] * (1 + tells_ahead(headline.text, language=articles[i].language))
        score += merits(headline.text, articles[i].language, others)
        scored.append((-round(score, 9), i, headline))
    return min(scored, key=lambda s: s[:2])[2]


def _sentences(article: Article) -> list[str]:
    return [article.text[s.start : s.end] for s in article.sentences if s.kind is BlockKind.BODY]


def _opening(article: Article) -> str:
    return " ".join(" ".join(_sentences(article)[:OPENING]).split()[:OPENING])


def _share(headline: Vector, opened: Mapping[str, int]) -> float:
    """How much of what a headline says (by rarity) the openings say, too: the sum over all openings."""
    whole = sum(headline.values())
    return sum(weight * opened.get(term, 0) for term, weight in headline.items()) / whole if whole else 0.0


@lru_cache(maxsize=1 << 7)  # a page's title and its summary ask for a story's texts one after the other
def _vector(texts: tuple[str, ...], language: str) -> Vector:
    """The words of some texts taken together, weighed by number and by (the root of) rarity; its length is 1."""
    counts = Counter(chain.from_iterable([content_stems(text, language=language) for text in texts]))
    roots = _roots(language)
    weights = {term: (1 + math.log(times)) * roots[term] for term, times in sorted(counts.items())}
    length = math.sqrt(sum([weight * weight for weight in weights.values()]))
    return {term: weight / length for term, weight in weights.items()} if length else {}


@cache
def _roots(language: str) -> Mapping[str, float]:
    """The root of the rarity of any stem."""
    return Remembered(lambda term: math.sqrt(max(0.0, rarity(term, language=language))))


def _sum(vectors: Sequence[Vector]) -> Vector:
    """All vectors added up, so that a product with it is the sum of the products with each."""
    whole: dict[str, float] = {}
    for vector in vectors:
        for term, weight in vector.items():
            whole[term] = whole.get(term, 0.0) + weight
    return whole


def _product(headline: Vector, whole: Vector, own: Vector) -> float:
    """The sum of the cosines of a headline with all texts but its own."""
    return sum(weight * (whole.get(term, 0.0) - own.get(term, 0.0)) for term, weight in headline.items())
