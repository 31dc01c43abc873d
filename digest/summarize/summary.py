"""Summarize a story: whole sentences of its articles, word for word, with the other articles that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.language.telling import Telling
from digest.model import Article, Excerpt, Findings, OriginalText, Summary, SummarySentence, sources_of
from digest.summarize.candidates import Candidate, list_candidates
from digest.summarize.choose import choose
from digest.summarize.headline import choose_headline
from digest.summarize.nearness import Nearness
from digest.summarize.sameness import containment, cosine

NEAR = 0.35  # cosine from which a sentence of another article may be cited for one
NUMBER = 0.2  # or this much with a number in common, or with half of the shorter one's content
HOLDS = 0.5
COMMON = 3  # content words that both have, at least
PEOPLE = 2  # people in common who, on one date, do one thing


def summarize(
    articles: Sequence[Article],
    *,
    findings: Sequence[Findings] = (),
    limit: int | None = None,
    origins: Sequence[OriginalText] = (),
) -> Summary:
    """Summarize a story in whole sentences of its articles; `limit` is their number (3 to 7 if it is not given).

    Of the articles that carry one text only the one with most of it is read, so that the text counts once; the others
    are cited besides.
    """
    told = [articles[number] for number in sorted(sources_of(articles, origins).fullest)]
    every = list_candidates(articles, findings)
    pool = every if len(told) == len(articles) else list_candidates(told, findings)
    number = default_limit(pool, len(told)) if limit is None else limit
    chosen = choose(pool, Nearness(told, pool, limit=max(1, number)), limit=number)
    telling = Telling((c.excerpt.text for c in pool), language=articles[0].language if articles else "en")
    sentences = tuple(SummarySentence(excerpt=pool[i].excerpt, also=_also(pool[i], every, telling)) for i in chosen)
    return Summary(headline=choose_headline(articles, origins=origins), sentences=sentences)


def default_limit(pool: Sequence[Candidate], articles: int) -> int:
    """How many sentences a story gets: 3 for one article, 5 for two, up to 7, and at most half of what it has."""
    most = 3 if articles < 2 else min(7, 4 + articles // 2)
    return max(1, min(most, len(pool) // 2 or 1))


def _also(chosen: Candidate, pool: Sequence[Candidate], telling: Telling) -> tuple[Excerpt, ...]:
    """From every other article the sentence that says the same, if there is one."""
    best: dict[int, tuple[float, Candidate]] = {}
    for other in pool:
        if other.excerpt.span.article_id == chosen.excerpt.span.article_id:
            continue
        near = cosine(chosen, other)
        held = containment(chosen, other)
        numbers = bool(chosen.numbers & other.numbers) and near >= NUMBER
        common = len(set(chosen.content) & set(other.content))
        if other.usable and common >= COMMON and (near >= NEAR or numbers or (near >= NUMBER and held >= HOLDS)):
            score = near + held
            if not _tells_same(chosen, other, telling):
                continue
            if other.article not in best or score > best[other.article][0]:
                best[other.article] = (score, other)
    return tuple(other.excerpt for _, (_, other) in sorted(best.items(), key=lambda item: item[0]))


def _tells_same(one: Candidate, other: Candidate, telling: Telling) -> bool:
    """Whether two sentences tell the same.

    A key figure in common makes up for other words, if one of them is left; so do two people and a date, for what two
    people do on one day is hardly two things.
    """
    kinds = Counter(fact.partition(" ")[0] for fact in one.facts & other.facts)
    if kinds["person"] >= PEOPLE and kinds["date"]:
        return True
    if kinds["figure"] and telling.words(one.excerpt.text) & telling.words(other.excerpt.text):
        return True
    return telling.same(one.excerpt.text, other.excerpt.text)
