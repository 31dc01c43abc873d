"""Summarize a story: whole sentences of its articles, word for word, with the other articles that say the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from digest.language.telling import Telling
from digest.language.unsaid import leaves_unsaid
from digest.model import Article, Excerpt, Findings, OriginalText, Summary, SummarySentence, sources_of
from digest.summarize.candidates import Candidate, list_candidates
from digest.summarize.choose import LEAST, Wishes, choose
from digest.summarize.citing import Citing
from digest.summarize.headline import choose_headline
from digest.summarize.latest import latest
from digest.summarize.left_open import left_open
from digest.summarize.misread import misread
from digest.summarize.other_events import other_events
from digest.summarize.overtaken import long_before
from digest.summarize.targets import targets_of
from digest.summarize.together import told_together
from digest.summarize.twice import of_other_days, pairs_of_facts, told_twice

ENOUGH = 2  # usable sentences for each of a summary that the articles of the day must have
TRIES = 4  # times that a summary is chosen anew because two of its sentences tell one thing


def summarize(
    articles: Sequence[Article],
    *,
    findings: Sequence[Findings] = (),
    limit: int | None = None,
    origins: Sequence[OriginalText] = (),
    facts: Collection[AbstractSet[Excerpt]] = (),
) -> Summary:
    """Summarize a story in whole sentences of its articles; `limit` is their number (3 to 7 if it is not given).

    Of the articles that carry one text only the one with most of it is read, so that the text counts once; the others
    are cited besides. Of sentences that tell one of the `facts` no two are taken.
    """
    numbers = {number: place for place, number in enumerate(sorted(sources_of(articles, origins).fullest))}
    told = [articles[number] for number in numbers]
    every = list_candidates(articles, findings)
    pool = every
    if len(told) < len(articles):
        pool = tuple(_moved(one, numbers[one.article]) for one in every if one.article in numbers)
    number = default_limit(pool, len(told)) if limit is None else limit
    pool, every = _of_now(pool, told, number), _of_now(every, articles, number)
    headline = choose_headline(articles, origins=origins)
    if headline:
        pool = _of_event(pool, other_events(told, pool, headline.text), number)
        every = _of_event(every, other_events(articles, every, headline.text), number)
    targets = targets_of(told, pool, limit=max(1, number))
    telling = Telling((c.excerpt.text for c in pool), language=articles[0].language if articles else "en")
    apart = set(pairs_of_facts(pool, facts))
    title, avoid, keep = headline.text if headline else "", set[int](), list[int]()
    for left in reversed(range(TRIES)):
        chosen = choose(pool, targets, limit=number, headline=title, wishes=Wishes(apart, avoid, keep))
        taken = [pool[i] for i in chosen]
        citing = Citing(taken, every, telling)
        also = [citing.also(place) for place in range(len(taken))]
        wrong = {(chosen[i], chosen[j]) for i, j in (*told_twice(taken, also), *of_other_days(taken))} - apart
        again = [chosen[i] for i in (*told_together(taken), *_without_lead_in(taken), *misread(taken, pool))]
        unclear = {chosen[i] for i in left_open(taken, title)}
        better = left > 0 and not unclear <= avoid  # others are looked for
        if not wrong and not better and len(chosen) - len(again) >= min(LEAST, len(chosen)):
            break
        start_over = bool(not better or wrong or again or chosen[0] in unclear)
        keep = [] if start_over else [i for i in chosen if i not in unclear]
        apart, avoid = apart | wrong, avoid | unclear
        pool = tuple(one._replace(usable=False) if i in again else one for i, one in enumerate(pool))
    again += [i for i in chosen if i in unclear and i not in again][: max(0, len(chosen) - len(again) - LEAST)]
    kept = {i: citing.also(place, sure=True) for place, i in enumerate(chosen) if i not in again}
    news = latest(kept, pool, told) if number > 1 else None
    if news is not None:
        kept = dict([*kept.items()][: number - 1]) | {news: Citing([pool[news]], every, telling).also(0, sure=True)}
    sentences = tuple(SummarySentence(excerpt=pool[i].excerpt, also=cited) for i, cited in kept.items())
    return Summary(headline=headline, sentences=sentences)


def _of_now(pool: tuple[Candidate, ...], articles: Sequence[Article], number: int) -> tuple[Candidate, ...]:
    """The candidates without those of articles that lie long before the others, where these have enough to tell."""
    old = long_before(articles)
    if not old or sum(one.usable and one.article not in old for one in pool) < ENOUGH * number:
        return pool
    return tuple(one._replace(usable=False) if one.article in old else one for one in pool)


def _of_event(pool: tuple[Candidate, ...], others: AbstractSet[int], number: int) -> tuple[Candidate, ...]:
    """The candidates without those of articles about another event, where the others have enough to tell."""
    if not others or sum(one.usable and one.article not in others for one in pool) < number:
        return pool
    return tuple(one._replace(usable=False) if one.article in others else one for one in pool)


def _without_lead_in(chosen: Sequence[Candidate]) -> Iterator[int]:
    """The places of the sentences that answer to, or leave out, what the one before told, where that is not chosen."""
    places = {(one.article, one.place) for one in chosen}
    for place, one in enumerate(chosen):
        text = one.excerpt.text
        if one.place and (one.article, one.place - 1) not in places and leaves_unsaid(text, language=one.language):
            yield place


def _moved(one: Candidate, article: int) -> Candidate:
    return one if one.article == article else one._replace(article=article)


def default_limit(pool: Sequence[Candidate], articles: int) -> int:
    """How many sentences a story gets: 3 for one article, 5 for two, up to 7, and at most half of what it has."""
    most = 3 if articles < 2 else min(7, 4 + articles // 2)
    return max(1, min(most, len(pool) // 2 or 1))
