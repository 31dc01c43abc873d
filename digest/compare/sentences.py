"""Describe every body sentence by what it holds, so that sentences of different articles can be aligned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.compare.people import known_names
from digest.language import subject
from digest.language.asides import lacks_main_clause
from digest.language.background import rarities
from digest.language.datelines import told_excerpt
from digest.language.fitness import ends_in_title, is_caption
from digest.language.leaning import leaning
from digest.language.quoting import MARK, QUOTED
from digest.language.relative_days import relative_day
from digest.language.telling import Telling
from digest.language.terms import content_stems, plain_words
from digest.model import Article, BlockKind, Excerpt, Findings, Sentence, StoryPerson

SHORTEST = 8  # words of a sentence that tells a fact
REST = re.compile(r"[^\W\d_]?\.?[,;)]|[a-z]")  # "C., made the request": what was cut off after an abbreviation
FEW = 500_000  # sentences times words of a story, up to which a table of all is faster than one of what there is
MOST_LINES = 5_000  # of a story: every two of them are compared, which then takes 100 MB


class Line(NamedTuple):
    """A body sentence: article number, sentence index, words as stems, and the things that were found in it.

    `roles` are the stems of the roles that it gives people ("senior", "minister");
    `figures` maps each key figure's value and unit to its words, and `numbers` are the words of all other figures;
    `amounts` are the values and units of them all;
    `dates` are the words of all dates, and `days` those that are known to the day;
    `marks` are all of these but the roles, for a quick look whether two sentences have any in common;
    `alone` is False where the sentence needs the one before it to be understood, and so is `whole` where it is too
    short for a fact, or a line that only looks like a sentence. It is `adrift` where it counts from a day of writing
    that nobody knows: "tomorrow".
    """

    article: int
    index: int  # type: ignore[assignment]  # it hides the method of tuples, which nothing calls
    place: int
    excerpt: Excerpt
    stems: tuple[str, ...]
    people: frozenset[str]
    roles: frozenset[str]
    figures: Mapping[tuple[str, str], str]
    numbers: frozenset[str]
    organizations: frozenset[str]
    dates: frozenset[str]
    alone: bool
    whole: bool
    language: str = "en"
    days: frozenset[date] = frozenset()
    amounts: frozenset[tuple[str, str]] = frozenset()
    adrift: bool = False
    marks: frozenset[object] = frozenset()


class Likeness(NamedTuple):
    """How alike the sentences of a story are: the cosine of every two, and which words tell something in it."""

    similar: NDArray[np.float32]
    telling: Telling


def body_lines(
    articles: Sequence[Article], findings: Sequence[Findings], people: Sequence[StoryPerson]
) -> tuple[Line, ...]:
    """List the body sentences of all articles, in order, each with its people, figures and organizations.

    Of very long articles, or very many, only the first sentences of each are compared: see MOST_LINES.
    """
    names = known_names(people)
    roles = _roles(articles, people)
    most = max(20, MOST_LINES // max(1, len(articles)))
    by_id = {found.article_id: found for found in findings}
    lines: list[Line] = []
    for number, article in enumerate(articles):
        found = by_id.get(article.id) or Findings(article_id=article.id)
        who: dict[int, set[str]] = {}
        for person in found.people:
            for mention in person.mentions:
                who.setdefault(mention.sentence, set()).add(names.get(person.name.lower(), person.name))
        bodies: dict[int, set[str]] = {}
        for organization in found.organizations:
            for mention in organization.mentions:
                bodies.setdefault(mention.sentence, set()).add(organization.name.lower())
        counted: dict[int, dict[tuple[str, str], str]] = {}
        others: dict[int, set[str]] = {}
        dates: dict[int, set[str]] = {}
        days: dict[int, set[date]] = {}
        for told in found.dates:
            dates.setdefault(told.sentence, set()).add(told.excerpt.text.lower())
            if told.earliest and told.earliest == told.latest:
                days.setdefault(told.sentence, set()).add(told.earliest)
        amounts: dict[int, set[tuple[str, str]]] = {}
        for figure in found.figures:
            amounts.setdefault(figure.sentence, set()).add((str(figure.value.normalize()), figure.unit))
            if not figure.key:
                others.setdefault(figure.sentence, set()).add(figure.excerpt.text)
            else:
                key = (str(figure.value.normalize()), figure.unit)
                counted.setdefault(figure.sentence, {}).setdefault(key, figure.excerpt.text)
        marked: tuple[Mapping[int, Iterable[object]], ...] = (who, bodies, counted, others, dates)
        body = [s for s in article.sentences if s.kind is BlockKind.BODY][:most]
        for place, sentence in enumerate(body):
            excerpt = told_excerpt(article, sentence)
            lines.append(
                Line(
                    article=number,
                    index=sentence.index,
                    place=place,
                    excerpt=excerpt,
                    stems=content_stems(excerpt.text, language=article.language),
                    people=frozenset(who.get(sentence.index, ())),
                    roles=frozenset(roles.get((article.id, sentence.index), ())),
                    figures=counted.get(sentence.index, {}),
                    numbers=frozenset(others.get(sentence.index, ())),
                    organizations=frozenset(bodies.get(sentence.index, ())),
                    dates=frozenset(dates.get(sentence.index, ())),
                    alone=place == 0 or leaning(excerpt.text, language=article.language) is None,
                    whole=_is_whole(excerpt.text, article.language),
                    language=article.language,
                    days=frozenset(days.get(sentence.index, ())),
                    amounts=frozenset(amounts.get(sentence.index, ())),
                    adrift=article.published is None and _has_own_day(excerpt.text, article.language),
                    marks=frozenset(chain.from_iterable([found.get(sentence.index, ()) for found in marked])),
                )
            )
    return tuple(lines)


def _has_own_day(text: str, language: str) -> bool:
    """Whether a reporter counts from the day of writing, "today"; what somebody said may be of any day."""
    return relative_day(QUOTED.sub(" ", text) if MARK.search(text) else text, language=language) != ""


def plain_line(article: Article, number: int, sentence: Sentence) -> Line:
    """A sentence outside the body, in which nothing was looked for."""
    excerpt = article.excerpt(sentence.start, sentence.end)
    none: frozenset[str] = frozenset()
    return Line(
        article=number,
        index=sentence.index,
        place=0,
        excerpt=excerpt,
        stems=content_stems(excerpt.text, language=article.language),
        people=none,
        roles=none,
        figures={},
        numbers=none,
        organizations=none,
        dates=none,
        alone=False,
        whole=_is_whole(excerpt.text, article.language),
        language=article.language,
    )


def _roles(articles: Sequence[Article], people: Sequence[StoryPerson]) -> Mapping[tuple[str, int], set[str]]:
    """By article and sentence: the stems of the roles that it gives people."""
    by_id = {article.id: article for article in articles}
    found: dict[tuple[str, int], set[str]] = {}
    for person in people:
        for role in person.roles:
            article = by_id.get(role.span.article_id)
            if article is not None:
                index = article.sentence_at(role.span.start)
                found.setdefault((article.id, index), set()).update(content_stems(role.text, language=article.language))
    return found


def _is_whole(text: str, language: str) -> bool:
    """Whether a sentence is long enough, begins and ends as one: not "It was led by Ms."."""
    found = plain_words(text)
    if REST.match(text) or len(found) < SHORTEST or found[-1] in subject(language, "titles")["honorifics"]:
        return False
    if not text.rstrip("\"”“’'»«)] ").endswith((".", "!", "…")) or is_caption(text, language=language):
        return False
    return not (ends_in_title(text, language=language) or lacks_main_clause(text, language=language))


def similarity(lines: Sequence[Line]) -> NDArray[np.float32]:
    """The cosine of every two sentences, their words weighed by how rare they are in the language."""
    index: dict[str, int] = {}
    columns: list[int] = []
    values: list[float] = []
    ends = [0]  # of each sentence's words in `columns` and `values`
    for line in lines:
        rare = rarities(line.language)
        terms = dict.fromkeys(line.stems)
        weights = [rare[term] for term in terms]
        norm = sum([w * w for w in weights]) ** 0.5 or 1.0
        columns += [index.setdefault(term, len(index)) for term in terms]
        values += [weight / norm for weight in weights]
        ends.append(len(columns))
    matrix = csr_matrix((values, columns, ends), shape=(len(lines), max(1, len(index))))
    matrix.sort_indices()
    turned = matrix.T.toarray() if matrix.shape[0] * matrix.shape[1] < FEW else matrix.T
    found = matrix @ turned
    return np.asarray(found if isinstance(found, np.ndarray) else found.toarray(), dtype=np.float32)
