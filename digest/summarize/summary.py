"""Summarize a story: whole sentences of its articles, word for word, with the other articles that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from digest.language.same_main import says_main
from digest.language.senses import sense
from digest.language.telling import Telling
from digest.model import Article, Excerpt, Findings, OriginalText, Summary, SummarySentence, sources_of
from digest.summarize.candidates import Candidate, list_candidates
from digest.summarize.choose import LEAST, choose
from digest.summarize.headline import choose_headline
from digest.summarize.sameness import Likeness, say_same
from digest.summarize.targets import targets_of
from digest.summarize.together import told_together
from digest.summarize.twice import figures_contradict, of_other_days, pairs_of_facts, told_twice

TRIES = 4  # times that a summary is chosen anew because two of its sentences tell one thing
NEAR = 0.35  # cosine from which a sentence of another article may be cited for one
NUMBER = 0.2  # or this much with a number in common, or with half of the shorter one's content
HOLDS = 0.5
COMMON = 3  # content words that both have, at least
BESIDE = 2  # telling words in common beside a key figure
PEOPLE = 2  # people in common who, on one date, do one thing


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
    headline = choose_headline(articles, origins=origins)
    targets = targets_of(told, pool, limit=max(1, number))
    telling = Telling((c.excerpt.text for c in pool), language=articles[0].language if articles else "en")
    apart = set(pairs_of_facts(pool, facts))
    for _ in range(TRIES):
        chosen = choose(pool, targets, limit=number, headline=headline.text if headline else "", apart=apart)
        taken = [pool[i] for i in chosen]
        also = _also(taken, every, telling)
        wrong = {(chosen[i], chosen[j]) for i, j in (*told_twice(taken, also), *of_other_days(taken))} - apart
        again = [chosen[i] for i in told_together(taken)]
        if not wrong and len(chosen) - len(again) >= min(LEAST, len(chosen)):
            chosen = [i for i in chosen if i not in again]
            break
        apart |= wrong
        pool = tuple(one._replace(usable=False) if i in again else one for i, one in enumerate(pool))
    cited = _also([pool[i] for i in chosen], every, telling, sure=True)
    sentences = tuple(
        SummarySentence(excerpt=pool[i].excerpt, also=more) for i, more in zip(chosen, cited, strict=True)
    )
    return Summary(headline=headline, sentences=sentences)


def _moved(one: Candidate, article: int) -> Candidate:
    return one if one.article == article else one._replace(article=article)


def default_limit(pool: Sequence[Candidate], articles: int) -> int:
    """How many sentences a story gets: 3 for one article, 5 for two, up to 7, and at most half of what it has."""
    most = 3 if articles < 2 else min(7, 4 + articles // 2)
    return max(1, min(most, len(pool) // 2 or 1))


def _also(
    chosen: Sequence[Candidate], pool: Sequence[Candidate], telling: Telling, *, sure: bool = False
) -> list[tuple[Excerpt, ...]]:
    """For each chosen sentence: from every other article the one that says the same, if there is one.

    Where it must be `sure`, the other tells what the main clause of the chosen one tells.
    """
    if not chosen:
        return []
    like = Likeness(chosen, pool)
    shared_number = (like.all_numbers > 0) & (like.cosine >= NUMBER)
    near = (like.cosine >= NEAR) | shared_number | ((like.cosine >= NUMBER) & (like.containment >= HOLDS))
    same = say_same(like)
    fits = (near | same) & (like.common >= COMMON)
    scores = np.round(like.cosine + like.containment, 9)
    found = []
    for row, one in enumerate(chosen):
        best: dict[int, int] = {}
        for column in np.flatnonzero(fits[row]).tolist():
            other = pool[column]
            if (
                other.excerpt.span.article_id == one.excerpt.span.article_id
                or not other.usable
                or figures_contradict(one, other)
            ):
                continue
            held = best.get(other.article)
            if held is not None and scores[row, column] <= scores[row, held]:
                continue
            if not (same[row, column] or _tells_same(one, other, telling)):
                continue
            if not sure or says_main(one.excerpt.text, other.excerpt.text, telling):
                best[other.article] = column
        found.append(tuple(pool[column].excerpt for _, column in sorted(best.items())))
    return found


def _tells_same(one: Candidate, other: Candidate, telling: Telling) -> bool:
    """Whether two sentences tell the same.

    A key figure in common makes up for other words, if two of them are left; so do two people and a date, for what two
    people do on one day is hardly two things.
    """
    kinds = Counter(fact.partition(" ")[0] for fact in one.facts & other.facts)
    if kinds["person"] >= PEOPLE and kinds["date"]:
        return True
    if kinds["figure"] and len(_told(one, telling) & _told(other, telling)) >= BESIDE:
        return True
    texts = one.excerpt.text, other.excerpt.text
    return telling.same(*texts) and telling.is_main(*texts)


def _told(one: Candidate, telling: Telling) -> frozenset[str]:
    """What a sentence tells, with one word for each group of words that news use for one another."""
    return frozenset(sense(term, language=one.language) for term in telling.words(one.excerpt.text))
