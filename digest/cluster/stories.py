"""Published stories and their articles, kept in memory: which story does a new article belong to?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from typing import Self

import numpy as np

from digest.cluster.building import add, build_index
from digest.cluster.circumstances import Matrix, Rows
from digest.cluster.demands import Groups
from digest.cluster.graph import Graph, Near
from digest.cluster.linkage import grown
from digest.cluster.near import kindred, neighbours, within
from digest.cluster.settings import STANDARD, Settings
from digest.cluster.similarity import similarities
from digest.model import Article


class StoryIndex:
    """Stories that stay as they are, and grow only by what is added to them.

    It gives the verdict of `cluster_articles` on one new article beside articles that are all settled.
    """

    def __init__(
        self: Self,
        articles: Iterable[Article],
        stories: Mapping[str, str],
        *,
        settings: Settings = STANDARD,
        executor: Executor | None = None,
    ) -> None:
        """Read articles, each with a name of its story by the article's id. Raises KeyError where one has none."""
        self._index = build_index(articles, settings, executor=executor)
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._first: list[str] = []  # of each story the lowest id
        self._members: list[list[int]] = []
        self._story: list[int] = []
        for row, key in enumerate(self._index.ids):
            self._put(row, stories[key])
        first, second = within(self._index, [np.array(rows, dtype=np.intp) for rows in self._members])
        sums = np.bincount(
            np.array(self._story, dtype=np.intp)[first],
            weights=self._counting(first, second),
            minlength=len(self.names),
        )
        self._inside: list[float] = sums.tolist()

    def __len__(self: Self) -> int:
        """The number of articles."""
        return len(self._index)

    def assign(self: Self, article: Article) -> str | None:
        """The story that an article belongs to, or None where it is one of its own. The article is not put there."""
        row = add(self._index, article)
        try:
            return self._assigned(row)
        finally:
            self._index.shorten(row)

    def add(self: Self, article: Article, story: str) -> None:
        """Put an article into a story, or into a new one of that name."""
        row = add(self._index, article)
        members = np.array(self._members[self._numbers[story]] if story in self._numbers else [], dtype=np.intp)
        mine = np.full(len(members), row)
        some = kindred(self._index, mine, members)
        self._put(row, story)
        if len(self._inside) < len(self.names):
            self._inside.append(0.0)
        self._inside[self._numbers[story]] += float(self._counting(mine[some], members[some]).sum())

    def _put(self: Self, row: int, story: str) -> None:
        key = self._index.ids[row]
        number = self._numbers.setdefault(story, len(self.names))
        if number == len(self.names):
            self.names.append(story)
            self._members.append([])
            self._first.append(key)
        self._members[number].append(row)
        self._first[number] = min(self._first[number], key)
        self._story.append(number)

    def _counting(self: Self, first: Rows, second: Rows) -> Matrix:
        """The similarities of pairs, 0 below the floor."""
        values = similarities(self._index, first, second)
        values[values < self._index.settings.floor] = 0
        return values

    def _assigned(self: Self, row: int) -> str | None:
        _, others = neighbours(self._index, np.array([row]), self._rank)
        values = self._counting(np.full(len(others), row), others)
        others, values = others[values > 0], values[values > 0]
        of = [self._story[other] for other in others.tolist()]
        stories = sorted(set(of), key=self._first.__getitem__)
        if not stories:
            return None
        place = {story: number for number, story in enumerate(stories, start=1)}
        group = np.array([place[story] for story in of])
        home = grown(self._graph(stories, group, values), self._index.settings)
        joined = np.flatnonzero(home[1:] == home[0])
        return self.names[stories[int(joined[0])]] if len(joined) else None

    def _graph(self: Self, stories: list[int], group: Rows, values: Matrix) -> Graph:
        """The new article as group 0, and the stories near it; no two of those can join."""
        count = len(stories) + 1
        sums = np.bincount(group, weights=values, minlength=count)[1:]
        peaks = np.zeros(count)
        np.maximum.at(peaks, group, values)
        near = np.append(np.arange(1, count), np.zeros(count - 1, dtype=np.intp))
        return Graph(
            Groups(
                sizes=np.array([1.0, *(len(self._members[story]) for story in stories)]),
                inside=np.array([0.0, *(self._inside[story] for story in stories)]),
            ),
            np.array([0, *range(count - 1, 2 * count - 1)]),
            Near(near, np.tile(sums, 2), np.tile(peaks[1:], 2)),
            np.arange(count) > 0,
            crowd=np.zeros(count),
        )

    def _rank(self: Self, rows: Rows) -> Rows:
        return np.argsort(np.argsort(np.array([self._index.ids[row] for row in rows.tolist()])))
