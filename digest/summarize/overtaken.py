"""How far the articles of a story are overtaken by newer ones, so that a summary tells where the story stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from digest.language import subject
from digest.model import Article

OLD = 2  # days by which an article is as old as it can be


def ages(articles: Sequence[Article]) -> tuple[float, ...]:
    """By article: how much older than the newest it is, from 0, as new, to 1, by two days or more.

    An article without a day is as new as any.
    """
    days = [article.published.value.toordinal() if article.published else None for article in articles]
    newest = max((day for day in days if day is not None), default=0)
    return tuple(0.0 if day is None else min(newest - day, OLD) / OLD for day in days)


def tells_ahead(text: str, *, language: str) -> bool:
    """Whether a sentence tells what is to come, of which a newer article may tell that it came: "will vote"."""
    return _ahead(language).search(text) is not None


@cache
def _ahead(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in subject(language, "summarize")["ahead"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
