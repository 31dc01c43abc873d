"""Warn of a day of publication that the article's own address contradicts."""

from __future__ import annotations

from collections.abc import Iterable

from digest.diagnostics import Diagnostic, Location, warning
from digest.language.addresses import day_in_address
from digest.model import Article, Origin

APART = 2  # days: the address of a newspaper often has the day of print, which is the next one


def contradicted_days(articles: Iterable[Article]) -> tuple[Diagnostic, ...]:
    """Warn where an article's stated day and that of its address lie apart; what an editor states is not doubted."""
    found: list[Diagnostic] = []
    for article in articles:
        day = day_in_address(article.url.value) if article.url else None
        if day is None or article.published is None or article.published.origin is Origin.STORY:
            continue
        if abs((article.published.value - day).days) >= APART:
            words = f"it says that it was published on {article.published.value}, and its address says {day}"
            hint = "state the right day as `published` in the story's file"
            found.append(warning("other-day", words, location=Location(path=article.path), hint=hint))
    return tuple(found)
