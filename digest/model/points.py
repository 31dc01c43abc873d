"""A key point of a story: a fact that several independent sources report, and where each article reports it."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model.evidence import Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The sentences in which one article reports a point, in the article's order; mostly there is one."""

    article_id: str
    sentences: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A fact that several independent sources report.

    `tellers` are the sentences that tell it by themselves, the best first; `reports` say, in the order of the
    articles, who reports it and where; `shared` are the words that the sentences have in common. `near` are sentences
    of further articles that have so much of it that it is not sure whether they report it, too, and `unheard` are the
    ids of those that may tell it in other words, of which no sentence can be shown.
    """

    tellers: tuple[Excerpt, ...]
    reports: tuple[Report, ...]
    shared: tuple[str, ...]
    near: tuple[Excerpt, ...] = ()
    unheard: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[Excerpt, ...]:
        """All sentences that report it, in the order of the articles."""
        return tuple(sentence for report in self.reports for sentence in report.sentences)
