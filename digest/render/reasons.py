"""Why a story's articles are together: what holds them, the weakest link, what came near, before and after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from digest.model import Article, LeftOut, Neighbour, SharedTerm, Story
from digest.render.shared_names import AT_LEAST, articles_with, is_part_of_name, whole_names

DRAWN = 40
"""How many articles the picture of the similarities holds at most; of more, those that fit best and worst."""
SHADES = (0.1, 0.25, 0.4, 0.6)
"""Similarities from which a picture is a shade darker."""
CLOSE = 0.01
"""What falls short by less than this is said to be almost enough."""
LONE = 2
"""Letters or digits up to which a shared word by itself says nothing."""
OTHERS = 0.99
"""The most that is printed of articles whose texts are not the same: so many words in common are not all."""
LONG = 40
"""Letters that a compound may have before a word, and behind it."""
FREE, NAME = "", "-"
"""Of a word that stands in no compound: whether it is one by itself, or begins a name."""
NAMED = 8
"""How many names, and how many other words, are shown at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakestLink:
    """The article that fits least, with its citation number and its mean similarity to the others."""

    article: Article
    number: int
    fit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NearStory:
    """A story that came near: its most similar article and this story's, and what came near and was not enough."""

    story: Story
    near: Neighbour
    number: int
    article: Article

    @property
    def why(self) -> str:
        """Why it was left out, in words."""
        if self.near.reason is LeftOut.BELOW and self.near.short < CLOSE:
            return "almost as similar as is asked"
        return str(self.near.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The similarities of articles, by citation number; `left_out` counts the articles that are not drawn."""

    numbers: tuple[int, ...]
    rows: tuple[tuple[float, ...], ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Everything that is said about a story's making; `linked` are the articles that an editor's link names."""

    names: tuple[SharedTerm, ...]
    words: tuple[SharedTerm, ...]
    linked: tuple[int, ...]
    weakest: WeakestLink | None
    matrix: Matrix
    near: tuple[NearStory, ...]
    earlier: Story | None
    later: Story | None


def by_article(stories: Iterable[Story]) -> Mapping[str, Story]:
    """The story that tells each article."""
    return {article.id: story for story in stories for article in story.articles}


def reasons(story: Story, home: Mapping[str, Story]) -> Reasons:
    """Gather a story's reasons; `home` are the stories by the ids of their articles."""
    cluster = story.cluster
    names = whole_names(story)[:NAMED]
    words = (
        term
        for term in cluster.terms
        if not term.is_name and not _is_shred(term.term) and not is_part_of_name(term.term, names, story)
        if not _is_of_one(term.term, story)
    )
    return Reasons(
        names=names,
        words=tuple(words)[:NAMED],
        linked=tuple(number for number, a in enumerate(story.articles, start=1) if a.id in cluster.linked),
        weakest=_weakest(story),
        matrix=_matrix(story),
        near=tuple(_near(story, home)),
        earlier=home.get(cluster.earlier) if cluster.earlier else None,
        later=home.get(cluster.later) if cluster.later else None,
    )


def _is_shred(term: str) -> bool:
    """Whether a shared word tells nothing by itself: the "9" of "9 May", the "th" of "14th", the "al" of "al-Melk"."""
    return len(term) <= LONE and term.isascii()


def _is_of_one(term: str, story: Story) -> bool:
    """Whether one article alone has a word: "the remains" are not what "remained", nor is "processing" a "process"."""
    if len(story.articles) < AT_LEAST:
        return False
    singular = re.sub(r"['’]?s?['’]?$", "", term)
    form = rf"\b{re.escape(singular)}(?:e?s)?\b"
    if articles_with(re.compile(form, re.IGNORECASE), story) < AT_LEAST:
        return True
    if articles_with(re.compile(rf"[\w]-{form}|{form}-[\w]", re.IGNORECASE), story) == 0:
        return False  # of most words
    wholes = [_wholes(form, article.text) for article in story.articles]
    return not any(one and two and (FREE in one | two or one & two) for one, two in combinations(wholes, 2))


def _wholes(form: str, text: str) -> frozenset[str]:
    """The compounds and names in which a text has a word, and FREE where it stands by itself: "the high wall"."""
    found = re.finditer(rf"(?<![\w-])[\w-]{{0,{LONG}}}{form}[\w-]{{0,{LONG}}}(?: [A-Z])?", text, re.IGNORECASE)
    return frozenset(_whole(match[0]) for match in found)


def _whole(match: str) -> str:
    word, _, behind = match.partition(" ")
    if "-" in word:
        return word.lower()
    return NAME if word[0].isupper() and behind.isupper() else FREE


def _weakest(story: Story) -> WeakestLink | None:
    found = story.cluster.weakest()
    if found is None:
        return None
    number = story.number(found[0])
    article = story.articles[number - 1]
    same = all(article.text == other.text for other in story.articles)
    return WeakestLink(article=article, number=number, fit=found[1] if same else min(found[1], OTHERS))


def _near(story: Story, home: Mapping[str, Story]) -> Iterable[NearStory]:
    for near in story.cluster.neighbours:
        mine, theirs = near.nearest
        other = home.get(theirs)
        if other is not None:
            article = other.articles[other.number(theirs) - 1]
            yield NearStory(story=other, near=near, number=story.number(mine), article=article)


def _matrix(story: Story) -> Matrix:
    """The similarities in the order of the citation numbers."""
    cluster = story.cluster
    place = {key: row for row, key in enumerate(cluster.article_ids)}
    numbers = [number for number, article in enumerate(story.articles, start=1) if article.id in place]
    rows = {number: place[story.articles[number - 1].id] for number in numbers}
    if len(numbers) > DRAWN:
        fits = {number: (sum(cluster.similarity[rows[number]]), -number) for number in numbers}
        ordered = sorted(numbers, key=lambda number: fits[number])
        numbers = sorted([*ordered[: DRAWN // 2], *ordered[-(DRAWN // 2) :]])
    texts = {number: story.articles[number - 1].text for number in numbers}

    def shown(i: int, j: int) -> float:
        found = cluster.similarity[rows[i]][rows[j]]
        return found if texts[i] == texts[j] else min(found, OTHERS)

    return Matrix(
        numbers=tuple(numbers),
        rows=tuple(tuple(shown(i, j) for j in numbers) for i in numbers),
        left_out=len(story.articles) - len(numbers),
    )
