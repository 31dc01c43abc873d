"""What the grouping hands on to those who look at its outcome: the articles, what was compared, and the groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scipy.sparse import csr_matrix

from digest.cluster.circumstances import Matrix, Rows
from digest.cluster.crowd import asked_in_crowds
from digest.cluster.demands import Groups, asked
from digest.cluster.index import Index
from digest.cluster.links import Decided
from digest.cluster.settings import Settings


@dataclass(frozen=True, slots=True)
class Compared:
    """The articles, and the similarities of near pairs. Articles go by their place: `order` has the row of each."""

    index: Index
    order: Rows
    pairs: csr_matrix

    def id(self, place: int) -> str:
        """The id of the article at a place."""
        found: str = self.index.ids[self.order[place]]
        return found

    @property
    def settings(self) -> Settings:
        """What counts how much."""
        return self.index.settings


class Grouped(NamedTuple):
    """The places of each group, the number of the group at each place, and what was decided before.

    `crowd` says how crowded it is around each group, as if nothing had been published yet.
    """

    rows: Sequence[Sequence[int]]
    home: Rows
    sizes: Groups
    crowd: Matrix
    decided: Decided

    def asked(self, group: int | Rows, others: Rows, settings: Settings) -> Matrix:
        """How similar groups had to be to be one."""
        found: Matrix = asked(self.sizes, group, others, settings)
        return found + asked_in_crowds(self.crowd, group, others, settings)
