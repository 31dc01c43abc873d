"""Why two articles are in one story, or are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from digest.cli.explaining.article import short
from digest.cli.explaining.names import Found
from digest.cluster import compare_pair
from digest.cluster.pair import Factor, Pair
from digest.model import Article, LeftOut, SharedTerm, Story
from digest.render.wording import MONTHS, count, day, headline

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHOWN = 12  # terms that are named


def pair_lines(one: Found, other: Found) -> list[str]:
    """Everything about two articles, for people."""
    first, second = _articles(one, other)
    pair = compare_pair(first, second)
    same = one.story.id == other.story.id
    verdict = "They are in one story." if same else "They are in two stories."
    enough = "enough" if pair.similarity > pair.asked else "not enough"
    figures = f"{pair.similarity:.3f} similar (0 to 1); two articles alone are asked for {pair.asked:.3f}"
    return [
        *(f"{a.id}  {short(headline(a))}\n    in {f.story.slug}" for a, f in ((first, one), (second, other))),
        "",
        f"{verdict} They are {figures}, so that is {enough}.",
        *(f"  {step}" for step in path(one, other, pair)),
        "",
        "How the similarity comes about:",
        *_parts(pair),
        *_terms("What both say, with the part each has in what their words share:", pair.shared),
        *_terms(f"What only {first.id} says, with the part each has in it:", pair.only[0]),
        *_terms(f"What only {second.id} says, with the part each has in it:", pair.only[1]),
    ]


def _articles(one: Found, other: Found) -> tuple[Article, Article]:
    if one.article is None or other.article is None:
        raise ValueError("both are to be articles")
    return one.article, other.article


def _parts(pair: Pair) -> Iterator[str]:
    yield f"  {pair.words:6.3f}  the words of the whole articles"
    yield f"  {pair.opening:6.3f}  the words of their openings"
    yield f"  {pair.base:6.3f}  both together"
    for factor in pair.factors:
        yield f"  ×{factor.value:5.3f}  {factor.name}: {in_words(factor)}"
    yield f"  {pair.similarity:6.3f}  similarity"


def in_words(factor: Factor) -> str:
    """What the two articles say of months, weekdays, years, dates or lengths, and what follows from it."""
    one, other = factor.told
    if factor.name == "lengths":
        return f"{count(one[0], 'word')} and {count(other[0], 'word')}; what short texts share counts for less"
    if not one or not other:
        missing = "the date of one or both is not known" if factor.name == "dates" else "not both name any"
        return f"{missing}, which changes nothing"
    if factor.name == "dates":
        days = " and ".join(day(dt.date.fromordinal(told[0])) for told in (one, other))
        return f"published on {days}, {count(abs(one[0] - other[0]), 'day')} apart"
    names = {"months": dict(enumerate(MONTHS, start=1)), "weekdays": dict(enumerate(WEEKDAYS))}.get(factor.name, {})
    said = [", ".join(names.get(number, str(number)) for number in told) for told in (one, other)]
    return f"both name {said[0]}" if one == other else f"one names {said[0]}, the other {said[1]}"


def _terms(heading: str, terms: Sequence[SharedTerm]) -> Iterator[str]:
    if terms:
        yield ""
        yield heading
        for term in terms[:SHOWN]:
            yield f"  {term.weight:6.1%}  {term.term}{' (name)' if term.is_name else ''}"


def path(one: Found, other: Found, pair: Pair) -> Iterator[str]:
    """How the two came to be where they are."""
    first, second = _articles(one, other)
    linked = [a.id for a, f in ((first, one), (second, other)) if a.id in f.story.cluster.linked]
    if one.story.id == other.story.id:
        if linked:
            yield f"An editor's link names {' and '.join(linked)}; links come before all figures."
        elif pair.similarity <= pair.asked:
            yield from _through(one.story, first.id, second.id)
        return
    if linked:
        yield f"An editor's link holds {' and '.join(linked)} where it is."
    for article, found in ((first, one), (second, other)):
        nearest = _nearest(found.story, article.id)
        if nearest:
            yield f"{article.id} went with {nearest[0]} ({nearest[1]:.3f}), in {found.story.slug}."
    near = next((n for n in one.story.cluster.neighbours if n.nearest[1] in {a.id for a in other.story.articles}), None)
    if near is None:
        yield "Their stories as a whole are far from what is asked."
        return
    sizes = count(len(one.story.articles), "article"), count(len(other.story.articles), "article")
    yield (
        f"The two stories ({sizes[0]} and {sizes[1]}) are {near.similarity:.3f} similar and are asked for "
        f"{near.asked:.3f}: {near.reason}."
    )
    if near.reason is LeftOut.BELOW and near.asked > pair.asked:
        yield "Groups of similar articles are asked for more, because two events of one kind look alike."


def _through(story: Story, one: str, other: str) -> Iterator[str]:
    """The article by which two that are not similar enough hang together best."""
    cluster = story.cluster
    first, second = cluster.article_ids.index(one), cluster.article_ids.index(other)
    rows = zip(cluster.article_ids, cluster.similarity[first], cluster.similarity[second], strict=True)
    between = [(min(a, b), key, a, b) for key, a, b in rows if key not in (one, other)]
    if between:
        _, key, a, b = max(between, key=lambda found: (found[0], found[1]))
        yield f"Other articles hold them together: {key} is {a:.3f} similar to {one} and {b:.3f} to {other}."


def _nearest(story: Story, article_id: str) -> tuple[str, float] | None:
    cluster = story.cluster
    row = cluster.similarity[cluster.article_ids.index(article_id)]
    others = [(value, key) for key, value in zip(cluster.article_ids, row, strict=True) if key != article_id]
    value, key = max(others, default=(0.0, ""))
    return (key, value) if key else None


def pair_data(one: Found, other: Found) -> dict[str, object]:
    """The same for a program."""
    first, second = _articles(one, other)
    pair = compare_pair(first, second)
    return {
        "articles": [first.id, second.id],
        "stories": [one.story.slug, other.story.slug],
        "together": one.story.id == other.story.id,
        "similarity": pair.similarity,
        "asked": pair.asked,
        "words": pair.words,
        "opening": pair.opening,
        "base": pair.base,
        "factors": {f.name: {"value": f.value, "told": [list(told) for told in f.told]} for f in pair.factors},
        "shared": _as_data(pair.shared),
        "only": [_as_data(terms) for terms in pair.only],
        "path": list(path(one, other, pair)),
    }


def _as_data(terms: Sequence[SharedTerm]) -> list[dict[str, object]]:
    return [{"term": term.term, "name": term.is_name, "weight": term.weight} for term in terms]
