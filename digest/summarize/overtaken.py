"""How far the articles of a story are overtaken by newer ones, so that a summary tells where the story stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from digest.language import subject
from digest.language.terms import low_words, stem
from digest.model import Article

OLD = 2  # days by which an article is as old as it can be
HOURS = 0.5  # age of one whose headline asks for what another of its day tells as done


def ages(articles: Sequence[Article]) -> tuple[float, ...]:
    """By article: how much older than the newest it is, from 0, as new, to 1, by two days or more.

    An article without a day is as new as any. Of one day, "Holm vetoes bill" is newer than "Holm pressed to veto bill".
    """
    days = [article.published.value.toordinal() if article.published else None for article in articles]
    newest = max((day for day in days if day is not None), default=0)
    old = [0.0 if day is None else min(newest - day, OLD) / OLD for day in days]
    told = [_deeds(article) if day == newest else NO_DEEDS for article, day in zip(articles, days, strict=True)]
    done = frozenset().union(*(deeds.done for deeds in told))
    return tuple(HOURS if (deeds.asked & done) - deeds.done else age for deeds, age in zip(told, old, strict=True))


class _Deeds(NamedTuple):
    """The stems of a headline: those that it tells as done, and those that somebody is to do: "to veto"."""

    done: frozenset[str]
    asked: frozenset[str]


NO_DEEDS = _Deeds(frozenset(), frozenset())


def _deeds(article: Article) -> _Deeds:
    text = article.headline.text if article.headline else ""
    language = article.language
    low = low_words(text)
    marks = frozenset(map(str, subject(language, "summarize").get("before_deed", ())))
    asked = {stem(word, language=language) for before, word in pairwise(low) if before in marks}
    if tells_ahead(text, language=language):
        return _Deeds(frozenset(), frozenset(asked))
    return _Deeds(frozenset(stem(word, language=language) for word in low) - asked, frozenset(asked))


def tells_ahead(text: str, *, language: str) -> bool:
    """Whether a sentence tells what is to come, of which a newer article may tell that it came: "will vote"."""
    return _ahead(language).search(text) is not None


@cache
def _ahead(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in subject(language, "summarize")["ahead"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
