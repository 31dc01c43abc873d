"""Choose the headline that says best what all the articles tell."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from digest.language import subject
from digest.language.background import rarity
from digest.language.terms import content_stems, words
from digest.model import Article, BlockKind, Excerpt, OriginalText, sources_of

BAIT = 0.2  # cost of a question, a promise or a list
QUOTED = 0.2  # cost of quotation marks: one voice's words, which seldom stand for all
LONG = 10  # words of a headline from which each one more has a cost
WORDY = 0.03  # that cost
OPENING = 40  # words of an article that are its news
BORNE_OUT = 0.3  # worth of a headline whose every word the openings of all articles have
SITE = re.compile(r" {1,3}[|–—-] {1,3}[^|–—]{2,40}$")  # "Floods hit the coast | The Daily Example"
QUOTATION = re.compile(r"(?<!\w)['‘“„«\"]\w")  # "Envoy calls talks ‘a farce’"

Vector = dict[str, float]


def choose_headline(articles: Sequence[Article], *, origins: Sequence[OriginalText] = ()) -> Excerpt | None:
    """Pick the headline nearest to all other headlines and articles, without the site's name; None if there is none.

    A short one whose words the openings of the articles bear out is preferred; bait and quotation marks count against.
    Of the articles that carry one text only the one that stands for it is asked, if any of those has a headline.
    """
    originals = [articles[number] for number in sources_of(articles, origins).originals]
    return _nearest(originals) or _nearest(articles)


def _nearest(articles: Sequence[Article]) -> Excerpt | None:
    headlines = [(i, _without_site(a, a.headline)) for i, a in enumerate(articles) if a.headline]
    if not headlines:
        return None
    bodies = [_vector(_body(article), article.language) for article in articles]
    openings = [frozenset(content_stems(_opening(article), language=article.language)) for article in articles]
    heads = {i: _vector(headline.text, articles[i].language) for i, headline in headlines}
    scored = []
    for i, headline in headlines:
        others = [j for j in range(len(articles)) if j != i] or [i]
        near = sum(_cosine(heads[i], bodies[j]) for j in others)
        near += sum(_cosine(heads[i], heads[j]) for j in others if j in heads and j != i)
        borne_out = sum(_share(heads[i], opening) for opening in openings) / len(openings)
        score = near / len(others) + BORNE_OUT * borne_out - _faults(headline.text, articles[i].language)
        scored.append((-round(score, 9), i, headline))
    return min(scored, key=lambda s: s[:2])[2]


def _without_site(article: Article, headline: Excerpt) -> Excerpt:
    """Cut "| The Daily Example" off a headline, unless the words before it are too few to be one."""
    found = SITE.search(headline.text)
    if not found or sum(1 for _ in words(headline.text[: found.start()])) < 4:
        return headline
    tail = [word.text for word in words(found.group())]
    if "|" not in found.group() and not all(word[0].isupper() or not word[0].isalpha() for word in tail):
        return headline
    start = headline.span.start
    return article.excerpt(start, start + found.start())


def _faults(text: str, language: str) -> float:
    """What speaks against a headline, whatever it says."""
    extra = max(0, sum(1 for _ in words(text)) - LONG)
    return BAIT * _bait(text, language) + WORDY * extra + (QUOTED if QUOTATION.search(text) else 0.0)


def _bait(text: str, language: str) -> int:
    """How many marks of a headline that promises instead of telling: a question, a label, a list."""
    data = subject(language, "summarize")["headline"]
    low = text.lower().replace("’", "'")
    opening = " ".join(word.text.lower() for _, word in zip(range(3), words(low), strict=False)) + " "
    return (
        ("?" in text)
        + any(opening.startswith(f"{word} ") for word in (*data["labels"], *data["asking"]))
        + any(phrase in low for phrase in data["bait"])
    )


def _body(article: Article) -> str:
    return " ".join(article.text[s.start : s.end] for s in article.sentences if s.kind is BlockKind.BODY)


def _opening(article: Article) -> str:
    return " ".join(_body(article).split()[:OPENING])


def _share(headline: Vector, opening: frozenset[str]) -> float:
    """How much of what a headline says (by rarity) an opening says, too (0 to 1)."""
    whole = sum(headline.values())
    return sum(weight for term, weight in headline.items() if term in opening) / whole if whole else 0.0


def _vector(text: str, language: str) -> Vector:
    """The words of a text, weighed by number and by (the root of) rarity."""
    counts = Counter(content_stems(text, language=language))
    return {
        term: (1 + math.log(times)) * math.sqrt(max(0.0, rarity(term, language=language)))
        for term, times in sorted(counts.items())
    }


def _cosine(one: Vector, other: Vector) -> float:
    dot = sum(value * other.get(term, 0.0) for term, value in one.items())
    norm = math.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))
    return dot / norm if norm else 0.0
