"""How far the articles of a story are overtaken by newer ones, so that a summary tells where the story stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from digest.language import subject
from digest.language.addresses import day_of
from digest.language.deeds import deeds
from digest.language.denying import denies
from digest.language.senses import senses_of
from digest.language.terms import low_words, own_capitals, stem
from digest.model import Article, BlockKind

OLD = 2  # days by which an article is as old as it can be
LONG_BEFORE = 14  # days by which an article lies before the story's news: its "today" is not theirs
NEAR = 3  # words before or behind "plans" in which "no" denies it
FIRST = 2  # sentences of an article that tell its news
HOURS = 0.5  # age of one whose headline asks for what another of its day tells as done


def ages(articles: Sequence[Article]) -> tuple[float, ...]:
    """By article: how much older than the newest it is, from 0, as new, to 1, by two days or more.

    An article without a day is as new as any. Of one day, "Holm vetoes bill" is newer than "Holm pressed to veto bill".
    """
    days = _days_of(articles)
    newest = max((day for day in days if day is not None), default=0)
    old = [0.0 if day is None else min(newest - day, OLD) / OLD for day in days]
    told = [_deeds(article) if day == newest else NO_DEEDS for article, day in zip(articles, days, strict=True)]
    done = frozenset().union(*(deeds.done for deeds in told))
    return tuple(HOURS if (deeds.asked & done) - deeds.done else age for deeds, age in zip(told, old, strict=True))


def long_before(articles: Sequence[Article]) -> frozenset[int]:
    """The articles that lie well before most of a story's: an old comment beside the news of today.

    Nothing is known of that where most of them have no day.
    """
    days = _days_of(articles)
    known = sorted(day for day in days if day is not None)
    if len(known) <= len(days) / 2:
        return frozenset()
    news = known[len(known) // 2]
    return frozenset(n for n, day in enumerate(days) if day is not None and news - day > LONG_BEFORE)


def _days_of(articles: Sequence[Article]) -> list[int | None]:
    known = (day_of(article) for article in articles)
    return [day.toordinal() if day else None for day in known]


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


class Done(NamedTuple):
    """What an article's headline or first sentences tell as done: who or what is named there, and the deeds."""

    article: int
    names: frozenset[str]
    deeds: frozenset[str]


def done_first(articles: Sequence[Article]) -> tuple[Done, ...]:
    """What the first sentences of the articles tell as done, and of a headline what another one asks for."""
    headlines = [_deeds(article) for article in articles]
    asked = frozenset().union(*(one.asked for one in headlines))
    found = []
    for number, (article, headline) in enumerate(zip(articles, headlines, strict=True)):
        language = article.language
        texts = [(text, deeds(text, language)) for text in _opening(article)]
        if article.headline:
            texts.append((article.headline.text, frozenset(senses_of(headline.done & asked, language=language))))
        found += [Done(number, names_of(text, language), done) for text, done in texts if done]
    return tuple(found)


def _opening(article: Article) -> list[str]:
    body = (sentence for sentence in article.sentences if sentence.kind is BlockKind.BODY)
    return [article.text[sentence.start : sentence.end] for sentence in islice(body, FIRST)]


def names_of(text: str, language: str) -> frozenset[str]:
    """The stems of the words with a capital inside a sentence, without days."""
    capitals = {stem(word, language=language) for word in own_capitals(text, language=language)}
    return frozenset(capitals - _days(language))


@cache
def _days(language: str) -> frozenset[str]:
    return frozenset(stem(str(day), language=language) for day in subject(language, "dates").get("days", {}))


def is_done(text: str, done: Sequence[Done], *, language: str) -> bool:
    """Whether a sentence tells what somebody wants or plans, and one of some openings tells that it was done.

    "Friends of Ida Holm called on her to resign." -> True beside "Ida Holm resigned on Friday."
    """
    asked = _asked(text, language)
    able = [one for one in done if not asked.isdisjoint(one.deeds)] if asked else []
    if not able:
        return False
    asked, names = asked - deeds(text, language), names_of(text, language)
    return any(not asked.isdisjoint(one.deeds) and not names.isdisjoint(one.names) for one in able)


def _asked(text: str, language: str) -> frozenset[str]:
    """The senses of the verbs that somebody wants or plans to do: "called on her to veto the bill".

    None of "had no plans to resign" or of "called for a return to Melk".
    """
    marks, low = subject(language, "summarize").get("before_deed", ()), low_words(text)
    if _asking(language).isdisjoint(low):
        return frozenset()
    capitals = {word.lower() for word in own_capitals(text, language=language)}
    found, open_ = [], False
    for at, (word, following) in enumerate(pairwise(low)):
        if word in _asking(language):
            open_ = not denies(" ".join(low[max(0, at - NEAR) : at + NEAR]), language=language)
        if open_ and word in marks and following not in capitals:
            found.append(stem(following, language=language))
            open_ = False
    return frozenset(senses_of(found, language=language))


@cache
def _asking(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize").get("asking", ())))


def tells_ahead(text: str, *, language: str) -> bool:
    """Whether a sentence tells what is to come, of which a newer article may tell that it came: "will vote"."""
    return _ahead(language).search(text) is not None


@cache
def _ahead(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in subject(language, "summarize")["ahead"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
