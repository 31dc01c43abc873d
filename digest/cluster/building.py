"""Count the words of articles and put them into an index, a batch at a time; the articles are not kept."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from functools import partial
from typing import NamedTuple

import numpy as np

from digest.cluster.counting import Counted, count
from digest.cluster.index import Index, Listed
from digest.cluster.settings import Settings
from digest.cluster.terms import Text, as_text
from digest.cluster.vocabulary import Names, Vocabulary
from digest.cluster.work import ahead
from digest.model import Article

BATCH = 1000  # articles that are counted at once
AHEAD = 8  # batches that an executor has at a time
MOST_FORMS = 1 << 18  # that a process or thread remembers which counts for others
_own = threading.local()


class Batch(NamedTuple):
    """Some articles of one language."""

    language: str
    listed: list[Listed]
    texts: list[Text]


class Portable(NamedTuple):
    """What was counted with another vocabulary: its numbers are places in this list of forms."""

    forms: list[str]
    counted: Counted


def build_index(articles: Iterable[Article], settings: Settings, *, executor: Executor | None = None) -> Index:
    """Put articles into an index, those of one language together."""
    index = Index(settings)
    if executor is None:
        for batch in _batches(articles):
            _extend(index, batch)
        return index
    tasks = ((batch, (batch.language, batch.texts)) for batch in _batches(articles))
    for batch, (forms, counted) in ahead(partial(_count_elsewhere, settings=settings), tasks, executor, size=AHEAD):
        numbers = index.vocabulary(batch.language).numbers(forms)
        index.extend(batch.listed, counted._replace(form=numbers[counted.form]), batch.language)
    return index


def add(index: Index, article: Article) -> int:
    """Put one article into an index. Returns its row."""
    _extend(index, Batch(article.language, [_listed(article)], [as_text(article)]))
    return len(index) - 1


def _extend(index: Index, batch: Batch) -> None:
    counted = count(batch.texts, index.vocabulary(batch.language), index.settings)
    index.extend(batch.listed, counted, batch.language)


def _count_elsewhere(task: tuple[str, list[Text]], settings: Settings) -> Portable:
    """Count with a vocabulary of this process and thread."""
    language, texts = task
    known: dict[str, Vocabulary] = _own.__dict__.setdefault("vocabularies", {})
    if language not in known or len(known[language].forms) > MOST_FORMS:
        known[language] = Vocabulary(language, Names())
    vocabulary = known[language]
    counted = count(texts, vocabulary, settings)
    used, place = np.unique(counted.form, return_inverse=True)
    return Portable([vocabulary.forms.every[form] for form in used.tolist()], counted._replace(form=place))


def _batches(articles: Iterable[Article]) -> Iterator[Batch]:
    waiting: dict[str, Batch] = {}
    for article in articles:
        batch = waiting.setdefault(article.language, Batch(article.language, [], []))
        batch.listed.append(_listed(article))
        batch.texts.append(as_text(article))
        if len(batch.texts) == BATCH:
            yield waiting.pop(article.language)
    yield from waiting.values()


def _listed(article: Article) -> Listed:
    return Listed(article.id, article.published.value.toordinal() if article.published else math.nan)
