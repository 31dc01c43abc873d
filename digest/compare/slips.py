"""Find the slip of one article that gives the day of the story's own event by another weekday than the others do.

"The debate on Tuesday was", where two articles of the same day tell of a debate that was on Thursday
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from digest.language import subject
from digest.language.tenses import is_past
from digest.language.terms import content_stems, function_words, stem, words
from digest.model import Article, DateMention, Findings

OTHERS = 2  # articles that name another weekday
NEAR = 1  # days between the publication of two articles of which one may have a slip


class Slips:
    """What is known of the weekdays that a story's articles name."""

    def __init__(self, articles: Sequence[Article], findings: Sequence[Findings]) -> None:
        self._articles, self._findings = articles, findings

    def has(self, date: DateMention, article: Article) -> bool:
        """Whether a date is the day of what most headlines name, once, and only other articles agree on another one."""
        day, own = date.earliest, article.published
        if own is None or day is None or date.precision != "day" or not is_weekday(date, article.language):
            return False
        others = [
            self._weekdays.get(other.id, Counter())
            for other in self._articles
            if other.id != article.id and other.published and abs((other.published.value - own.value).days) <= NEAR
        ]
        if len(others) < OTHERS or self._weekdays[article.id][day] > 1 or any(day in days for days in others):
            return False
        agreed = Counter(other for days in others for other in days)
        return max(agreed.values(), default=0) >= OTHERS and self._is_headed(_dated_noun(date, article))

    def _is_headed(self, noun: str) -> bool:
        """Whether most headlines have a noun, by its stem."""
        heads = [content_stems(_head(article), language=article.language) for article in self._articles]
        return noun != "" and 2 * sum(noun in head for head in heads) > len(heads)

    @cached_property
    def _weekdays(self) -> Mapping[str, Counter[dt.date]]:
        """The days that each article names by their weekdays, and how often."""
        language = {article.id: article.language for article in self._articles}
        return {
            found.article_id: Counter(
                date.earliest
                for date in found.dates
                if date.earliest and date.precision == "day" and is_weekday(date, language[found.article_id])
            )
            for found in self._findings
            if found.article_id in language
        }


def is_weekday(date: DateMention, language: str) -> bool:
    """Whether a date is a weekday that is taken for the last one of its name."""
    first = date.excerpt.text.split(" ")[0]
    return date.relative and first in subject(language, "dates").get("weekdays", ())


def _head(article: Article) -> str:
    if article.headline:
        return article.headline.text
    return article.title.value if article.title else ""


def _dated_noun(date: DateMention, article: Article) -> str:
    """The stem of the word that a date stands right behind, if that may be a noun: "the debate on Tuesday"."""
    sentence = article.sentence_excerpt(date.sentence)
    before = [word.text.lower() for word in words(sentence.text[: date.excerpt.span.start - sentence.span.start])]
    while before and before[-1] in function_words(article.language):
        before.pop()
    return "" if not before or is_past(before[-1], article.language) else stem(before[-1], language=article.language)
