"""Stories keep their names: through more articles, splits, merges, and in any order of the input."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Cluster
from digest.store.lock import Lock, assign, read_lock, render_lock

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "histories.yml").read_text(encoding="utf-8"))

# Which cluster each of the articles a, b, c … is in, or None where it is away; one list a run.
RUNS = st.lists(st.lists(st.none() | st.integers(0, 3), min_size=8, max_size=8), min_size=1, max_size=5)


def cluster(articles):
    row = (1.0,) * len(articles)
    return Cluster(article_ids=tuple(sorted(articles)), similarity=(row,) * len(articles))


def clusters_of(run):
    members = {}
    for article, label in zip("abcdefgh", run, strict=True):
        if label is not None:
            members.setdefault(label, []).append(article)
    return [cluster(articles) for articles in members.values()]


def titles_of(clusters):
    return {c.article_ids: f"About {c.article_ids[0]}" for c in clusters}


def play(runs):
    lock, named = Lock(), ()
    for run in runs:
        lock, named = assign(lock, clusters_of(run), titles_of(clusters_of(run)))
    return lock, named


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_history(case):
    lock = Lock()
    for run in case["runs"]:
        titles = {tuple(sorted(articles)): title for title, articles in run.items()}
        lock, named = assign(lock, [cluster(articles) for articles in run.values()], titles)
    found = {titles[n.cluster.article_ids]: (n.slug, n.former) for n in named}
    assert found == {title: (e["slug"], tuple(e.get("former", ()))) for title, e in case["expected"].items()}


@given(RUNS)
def test_assigning_the_same_clusters_again_changes_nothing(runs):
    lock, named = play(runs)
    again = clusters_of(runs[-1])
    assert assign(lock, again, {}) == (lock, named)


@given(RUNS, st.randoms(use_true_random=False))
def test_order_of_clusters_does_not_matter(runs, shuffler: random.Random):
    lock, _ = play(runs[:-1])
    clusters = clusters_of(runs[-1])
    mixed = shuffler.sample(clusters, len(clusters))
    assert assign(lock, mixed, titles_of(mixed)) == assign(lock, clusters, titles_of(clusters))


@given(RUNS)
def test_a_name_is_never_lost_renamed_or_shared(runs):
    lock = Lock()
    for run in runs:
        before = lock
        lock, named = assign(lock, clusters_of(run), titles_of(clusters_of(run)))
        assert before.stories.items() <= lock.stories.items()
        assert before.articles.keys() <= lock.articles.keys()
        assert len({n.id for n in named}) == len({n.slug for n in named}) == len(named)
        assert len(set(lock.stories.values())) == len(lock.stories)
        assert not set(lock.merged) & (set(lock.merged.values()) | {n.id for n in named})


@given(RUNS)
def test_written_and_read_back_it_is_the_same_lock(tmp_path_factory, runs):
    lock, _ = play(runs)
    folder = tmp_path_factory.mktemp("lock")
    (folder / "stories.lock").write_text(render_lock(lock), encoding="utf-8")
    assert read_lock(folder / "stories.lock", root=folder) == (lock, ())
