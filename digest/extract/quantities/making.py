"""Make a figure of the article from a quantity as a grammar reads it; the grammars of all languages end here."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from digest.extract.quantities.plain import plain
from digest.extract.quantities.words import Word
from digest.model import Article, Excerpt, Figure


class Named(Protocol):
    """A unit of any grammar."""

    @property
    def name(self) -> str:
        """As `Figure.unit` has it."""


class Read(Protocol):
    """A quantity of any grammar, in the words `first` to `after` (exclusive) of its sentence."""

    @property
    def first(self) -> int:
        """Its first word."""

    @property
    def after(self) -> int:
        """The word behind it."""

    @property
    def value(self) -> Decimal:
        """As `Figure.value`, in any form."""

    @property
    def value_to(self) -> Decimal | None:
        """As `Figure.value_to`, in any form."""

    @property
    def unit(self) -> Named:
        """What it counts."""

    @property
    def qualifier(self) -> str | None:
        """As `Figure.qualifier`."""

    @property
    def change(self) -> str | None:
        """As `Figure.change`."""


def excerpt_of(article: Article, found: Sequence[Word], first: int, after: int) -> Excerpt:
    """Point at some words of a sentence."""
    return article.excerpt(found[first].start, found[after - 1].end)


def make_figure(article: Article, found: Sequence[Word], quantity: Read, *, sentence: int) -> Figure:
    """The figure with its words and its value, written plainly; what it measures and who says it are still open."""
    return Figure(
        excerpt=excerpt_of(article, found, quantity.first, quantity.after),
        sentence=sentence,
        value=plain(quantity.value),
        value_to=None if quantity.value_to is None else plain(quantity.value_to),
        unit=quantity.unit.name,
        qualifier=quantity.qualifier,
        change=quantity.change,
    )
