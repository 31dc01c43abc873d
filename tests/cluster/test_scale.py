"""However many articles there are, and however the work is shared out, the verdicts are the same."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import numpy as np
import pytest
from corpus import corpus
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import plain_article
from digest.cluster import StoryIndex, cluster_articles
from digest.cluster.building import build_index
from digest.cluster.linkage import join
from digest.cluster.links import decide
from digest.cluster.near import near
from digest.cluster.settings import STANDARD

NEWS = [article for _, article in corpus(60)]
TALE = "{} told the {} of Tarnholm that {} had been seen near {} in {}."
WORDS = ("Varga", "harbour", "ferry", "Brandl", "flood", "wheat", "Ilsemark", "dockers", "2031", "Monday", "strike")
SOME = st.lists(st.sampled_from(WORDS), min_size=5, max_size=5)
TEXTS = st.lists(st.lists(SOME, min_size=1, max_size=3), min_size=2, max_size=9)


def told(texts):
    lines = [" ".join(TALE.format(*words) for words in sentences) for sentences in texts]
    return [plain_article(line, article_id=f"a{number}") for number, line in enumerate(lines)]


def work_on(monkeypatch, size):
    """Let every step look at so many things at once."""
    for place in (
        "building.BATCH",
        "index.SEGMENT",
        "near.SEGMENT",
        "near.AT_ONCE",
        "near.PAIRS",
        "similarity.PAIRS",
        "graph.AT_ONCE",
        "reasons.AT_ONCE",
        "outcome.AT_ONCE",
    ):
        monkeypatch.setattr(f"digest.cluster.{place}", size)


@pytest.mark.parametrize("size", [1, 7, 59])
def test_how_many_are_worked_on_at_once_changes_nothing(size, monkeypatch):
    found = cluster_articles(NEWS)
    assert max(len(cluster.article_ids) for cluster in found) > 2
    work_on(monkeypatch, size)
    assert cluster_articles(NEWS) == found


def test_articles_may_be_made_as_they_are_asked_for_and_in_any_order():
    found = cluster_articles(NEWS)
    assert cluster_articles(iter(NEWS)) == cluster_articles(article for article in reversed(NEWS)) == found


@pytest.mark.parametrize("size", [1, 16])
def test_an_executor_changes_nothing(size, monkeypatch):
    monkeypatch.setattr("digest.cluster.building.BATCH", size)
    mixed = [replace(article, language="de") if number % 3 else article for number, article in enumerate(NEWS)]
    found = cluster_articles(mixed)
    with ThreadPoolExecutor(3) as threads:
        assert cluster_articles(mixed, executor=threads) == found
    if size > 1:
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
            assert cluster_articles(iter(mixed), executor=processes) == found


def test_a_story_is_the_same_alone_and_among_many():
    found = {cluster.article_ids: cluster for cluster in cluster_articles(NEWS)}
    for ids, cluster in found.items():
        alone = cluster_articles([article for article in NEWS if article.id in ids])
        assert alone == (replace(cluster, neighbours=(), strays=()),)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.data())
def test_pairs_of_two_published_stories_decide_nothing(texts, data):
    articles = told(texts)
    stories = data.draw(st.lists(st.sampled_from(["s", "t", None]), min_size=len(articles), max_size=len(articles)))
    settled = {article.id: story for article, story in zip(articles, stories, strict=True) if story}
    found = [list(cluster.article_ids) for cluster in cluster_articles(articles, settled=settled)]
    index = build_index(articles, STANDARD)
    rows = np.arange(len(articles))
    decided = decide((), (), settled, {key: row for row, key in enumerate(index.ids)})
    every = near(index, rows, fresh=rows, together=[np.array(group) for group in decided.groups])
    assert [[index.ids[row] for row in group] for group in join(every, STANDARD, decided)] == found


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.data())
def test_a_story_in_memory_takes_what_it_would_take_in_a_new_run(texts, data):
    *known, later, new = told([*texts, *data.draw(st.lists(st.lists(SOME, min_size=1), min_size=1, max_size=1))])
    stories = data.draw(st.lists(st.sampled_from("stu"), min_size=len(known), max_size=len(known)))
    settled = {article.id: story for article, story in zip(known, stories, strict=True)}
    index = StoryIndex(known, settled)
    for article in (later, new):
        found = index.assign(article)
        (cluster,) = (
            cluster
            for cluster in cluster_articles([*known, article], settled=settled)
            if article.id in cluster.article_ids
        )
        assert found == next((settled[key] for key in cluster.article_ids if key in settled), None)
        assert index.assign(article) == found  # asking changes nothing
        settled[article.id] = found or article.id
        index.add(article, settled[article.id])
        known.append(article)


def test_real_stories_grow_one_article_at_a_time():
    index = StoryIndex((), {})
    held = {}
    for article in NEWS:
        held[article.id] = index.assign(article) or article.id
        index.add(article, held[article.id])
    assert len(index) == len(NEWS)
    assert len({(story, key.partition("-")[0]) for key, story in held.items()}) == len(index.names)  # none is mixed
    assert len(index.names) <= len(cluster_articles(NEWS))
