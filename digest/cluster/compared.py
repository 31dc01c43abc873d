"""What the grouping hands on to those who look at its outcome: the articles, what was compared, and the groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scipy.sparse import csr_matrix

from digest.cluster.circumstances import Rows
from digest.cluster.demands import Groups
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
    """The places of each group, the number of the group at each place, and what was decided before."""

    rows: Sequence[Sequence[int]]
    home: Rows
    sizes: Groups
    decided: Decided
