"""What came near a story, what follows it, and what an editor might merge, split or move."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from digest.clean.lines import plain_article
from digest.cluster import cluster_articles, near_misses
from digest.cluster.across import across, by_group, homes, within
from digest.cluster.seam import seam
from digest.cluster.settings import STANDARD
from digest.model import Cluster, Known, LeftOut, Origin

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "surroundings.yml").read_text(encoding="utf-8"))


def article(key, text, day=None):
    title, _, body = text.strip().partition("\n")
    found = plain_article(body or title, article_id=key, title=title if body else None)
    return replace(found, published=Known(value=day, origin=Origin.SIDECAR)) if day else found


def clusters(case):
    days = case.get("days", {})
    return cluster_articles(
        [article(key, text, days.get(key)) for key, text in case["articles"].items()],
        must_link=[tuple(pair) for pair in case.get("together", ())],
        cannot_link=[tuple(pair) for pair in case.get("apart", ())],
        settled=case.get("settled", {}),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_surroundings(case):
    found = clusters(case)
    assert [list(cluster.article_ids) for cluster in found] == case["stories"]
    if "near" in case:
        near = [[*n.nearest, n.reason.name] for c in found for n in c.neighbours if n.nearest[0] < n.nearest[1]]
        assert near == case["near"]
    if "misses" in case:
        misses = [[m.step, m.cause.name, *m.articles, *([m.target] if m.target else [])] for m in near_misses(found)]
        assert misses == case["misses"]
    if "threads" in case:
        assert [[c.article_ids[0], c.later] for c in found if c.later] == case["threads"]
        assert [[c.earlier, c.article_ids[0]] for c in found if c.earlier] == case["threads"]


SIZES = st.integers(2, 8)
VALUES = st.sampled_from([0, 0.1, 0.15, 0.2, 0.3, 0.5, 0.9])


@st.composite
def grouped(draw):
    """A symmetric matrix of similarities, and its rows in groups."""
    size = draw(SIZES)
    upper = np.triu(np.array(draw(st.lists(VALUES, min_size=size**2, max_size=size**2))).reshape(size, size), 1)
    labels = draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    groups = [[row for row in range(size) if labels[row] == label] for label in sorted(set(labels))]
    return upper + upper.T, groups


@given(grouped())
def test_similarities_to_groups_add_up(drawn):
    matrix, groups = drawn
    home = homes(groups)
    outer, inner = across(csr_matrix(matrix), home, least=0.14), within(csr_matrix(matrix), home)
    for table, others in ((outer, True), (inner, False)):
        found = {(row, group): (s, p) for row, group, s, p in zip(*table[:4], strict=True)}
        for row in range(len(matrix)):
            for group, rows in enumerate(groups):
                near = matrix[np.ix_(groups[home[row]], rows)].max() >= 0.14 if others else True
                here = matrix[row, rows]
                if bool(home[row] == group) is others or not near or not here.any():
                    assert (row, group) not in found
                else:
                    assert found[row, group] == pytest.approx((here.sum(), here.max()))
    table, first = by_group(outer, home)
    for one, other, total, peak, nearest, row in zip(*table, first, strict=True):
        between = matrix[np.ix_(groups[one], groups[other])]
        assert (total, peak) == pytest.approx((between.sum(), between.max()))
        assert matrix[row, nearest] == peak
        assert (home[row], home[nearest]) == (one, other)


def blocks(*sizes, inside, between):
    """A cluster whose articles fall into groups of these sizes."""
    labels = np.repeat(np.arange(len(sizes)), sizes)
    similarity = np.where(labels[:, None] == labels[None, :], inside, between)
    np.fill_diagonal(similarity, 1)
    return Cluster(
        article_ids=tuple(f"a{row}" for row in range(len(labels))),
        similarity=tuple(map(tuple, similarity.tolist())),
    )


def test_the_seam_of_a_cluster_runs_between_its_tight_groups():
    found = seam(blocks(3, 2, inside=0.6, between=0.1), STANDARD)
    assert found.articles == ("a3", "a4")
    assert found.similarity == pytest.approx(0.1)
    assert found.asked > 0.19
    assert seam(blocks(1, inside=1, between=0), STANDARD) is None


def test_two_tight_groups_are_a_near_miss_and_one_loose_story_is_none():
    assert [miss.articles for miss in near_misses([blocks(3, 2, inside=0.6, between=0.1)])] == [("a3", "a4")]
    assert near_misses([blocks(5, inside=0.3, between=0)]) == ()


WORDS = st.sampled_from(["ferry", "Varga", "Tarnholm", "Nordlys", "wheat", "Brandl", "Saar", "crane", "the", "said"])
TEXTS = st.lists(st.lists(WORDS, min_size=3, max_size=14).map(" ".join), min_size=2, max_size=8)
DAYS = st.lists(st.none() | st.dates(dt.date(2031, 5, 1), dt.date(2031, 7, 1)), min_size=8, max_size=8)


@settings(deadline=None, max_examples=80)
@given(TEXTS, DAYS, st.randoms(use_true_random=False))
def test_neighbours_and_threads_look_the_same_from_both_sides_and_in_any_order(texts, days, shuffler):
    every = [article(key, f"On Monday {text}.", day) for key, text, day in zip("abcdefgh", texts, days, strict=False)]
    found = cluster_articles(every)
    assert cluster_articles(shuffler.sample(every, len(every))) == found
    published = {key: cluster.article_ids[0] for cluster in found for key in cluster.article_ids}
    assert cluster_articles(every, settled={key: f"story {name}" for key, name in published.items()}) == found
    home = {key: cluster for cluster in found for key in cluster.article_ids}
    for cluster in found:
        for near in cluster.neighbours:
            mine, theirs = near.nearest
            assert mine in cluster.article_ids
            assert theirs not in cluster.article_ids
            assert near.reason in (LeftOut.BELOW, LeftOut.CONTESTED)
            assert near.similarity <= near.asked
            for back in home[theirs].neighbours:
                if back.nearest[1] in cluster.article_ids:
                    assert (back.similarity, back.asked, back.mutual) == (near.similarity, near.asked, near.mutual)
        if cluster.later:
            after = home[cluster.later]
            assert home[after.earlier] == cluster
            assert first_day(cluster, every) < first_day(after, every)


def first_day(cluster, every):
    return min(a.published.value for a in every if a.id in cluster.article_ids and a.published)


def test_an_article_of_a_story_of_three_is_its_weakest_link():
    cluster = blocks(2, 1, inside=0.6, between=0.2)
    assert cluster.weakest() == ("a2", pytest.approx(0.2))
    assert blocks(2, inside=0.6, between=0).weakest() is None
