"""Articles that tell the same story come together, others do not, and editors have the last word."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.cluster import cluster_articles, contradictions
from digest.model import Known, Origin

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
CASES = yaml.safe_load((HERE / "cases" / "stories.yml").read_text(encoding="utf-8"))
WORDS = st.sampled_from(
    ["ferry", "harbour", "Varga", "Tarnholm", "wheat", "Brandl", "flood", "5.2", "the", "said", "On"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=40), max_size=8)
IDS = "abcdefgh"


def article(article_id, text):
    title, _, body = text.strip().partition("\n")
    return plain_article(body or title, article_id=article_id, title=title if body else None)


def articles(texts):
    return [article(key, text) for key, text in zip(IDS, texts, strict=False)]


def ids(clusters):
    return [list(cluster.article_ids) for cluster in clusters]


def dated(article, day):
    return replace(article, published=Known(value=dt.date.fromisoformat(day), origin=Origin.SIDECAR))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_stories(case):
    found = cluster_articles([article(key, text) for key, text in case["articles"].items()])
    assert ids(found) == case["stories"]


def test_the_two_seeds_are_one_story_and_say_why():
    (story,) = cluster_articles(
        [plain_article(path.read_text(encoding="utf-8"), article_id=path.stem) for path in sorted(SEEDS.glob("*.txt"))]
    )
    assert len(story.article_ids) == 2
    names = {term.term for term in story.terms if term.is_name}
    words = {term.term for term in story.terms if not term.is_name}
    assert {"Yucheng", "Denisov", "China", "Russia"} <= names
    assert {"coordination", "strategic"} <= words
    assert story.similarity[0][1] == story.similarity[1][0] > 0.3


def test_no_articles_no_clusters():
    assert cluster_articles([]) == ()


def test_editors_join_and_part_what_they_like():
    ferry, ferries, wheat = (article(key, CASES[0]["articles"][key]) for key in "abc")
    every = [ferry, ferries, wheat]
    assert ids(cluster_articles(every, must_link=[("c", "a")])) == [["a", "b", "c"]]
    assert ids(cluster_articles(every, cannot_link=[("b", "a")])) == [["a"], ["b"], ["c"]]
    assert ids(cluster_articles(every, must_link=[("a", "c")], cannot_link=[("b", "c")])) == [["a", "c"], ["b"]]


def test_links_lead_on_through_an_article_that_is_not_here():
    every = [article(key, CASES[0]["articles"][key]) for key in "abc"]
    assert ids(cluster_articles(every, must_link=[("a", "gone"), ("gone", "c")])) == [["a", "b", "c"]]
    assert ids(cluster_articles(every, must_link=[("a", "gone")], cannot_link=[("gone", "b")])) == [["a"], ["b"], ["c"]]
    assert ids(cluster_articles(every, must_link=[("gone", "a")], cannot_link=[("lost", "a")])) == [["a", "b"], ["c"]]


def test_published_stories_stay_as_they_are_and_new_articles_join_them():
    ferry, ferries, wheat = (article(key, CASES[0]["articles"][key]) for key in "abc")
    later = replace(ferries, id="later")
    every = [ferry, ferries, wheat, later]
    assert ids(cluster_articles(every, settled={"a": "s1", "b": "s2"})) in (
        [["a", "later"], ["b"], ["c"]],
        [["a"], ["b", "later"], ["c"]],
    )
    assert ids(cluster_articles(every, settled={"a": "s1", "c": "s1"})) == [["a", "b", "c", "later"]]
    assert ids(cluster_articles(every, settled={"a": "s1", "b": "s1"}, cannot_link=[("later", "s1")])) == [
        ["a", "b"],
        ["c"],
        ["later"],
    ]
    assert ids(cluster_articles(every, settled={"a": "s1", "c": "s2"}, must_link=[("s1", "s2")])) == [
        ["a", "b", "c", "later"]
    ]
    with pytest.raises(ValueError, match="a and s1"):
        cluster_articles(every, settled={"a": "s1"}, cannot_link=[("s1", "a")])


def test_links_that_contradict_each_other_are_refused():
    every = articles(["one", "two", "three"])
    assert contradictions([("a", "b"), ("b", "c")], [("c", "a"), ("a", "d")]) == (("a", "c"),)
    assert contradictions([], []) == ()
    with pytest.raises(ValueError, match="a and c"):
        cluster_articles(every, must_link=[("a", "b"), ("b", "c")], cannot_link=[("c", "a")])


def test_two_articles_with_one_id_are_refused():
    with pytest.raises(ValueError, match="same id"):
        cluster_articles([article("a", "one"), article("a", "two")])


def test_years_between_two_articles_part_them_and_days_do_not():
    first, second = (article(key, CASES[0]["articles"][key]) for key in "ab")
    near = cluster_articles([dated(first, "2031-05-06"), dated(second, "2031-05-08")])
    far = cluster_articles([dated(first, "2031-05-06"), dated(second, "2034-05-06")])
    one_known = cluster_articles([dated(first, "2031-05-06"), second])
    assert (ids(near), ids(far), ids(one_known)) == ([["a", "b"]], [["a"], ["b"]], [["a", "b"]])


def test_the_verdict_on_two_articles_does_not_depend_on_unrelated_ones():
    pair = [article(key, CASES[0]["articles"][key]) for key in "ab"]
    others = [article(f"z{n}", f"Notice {n}\nParcel {n} of the Kelmo{n} estate was sold.") for n in range(40)]
    alone = cluster_articles(pair)[0]
    among = cluster_articles([*others, *pair])[0]
    assert alone == among


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.randoms(use_true_random=False))
def test_every_article_is_in_one_cluster_whatever_the_order(texts, shuffler):
    every = articles(texts)
    found = cluster_articles(every)
    assert sorted(key for cluster in found for key in cluster.article_ids) == [a.id for a in every]
    assert cluster_articles(shuffler.sample(every, len(every))) == found


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_similarities_and_weights_are_shares(texts):
    for cluster in cluster_articles(articles(texts)):
        size = len(cluster.article_ids)
        for i in range(size):
            assert cluster.similarity[i][i] == 1
            assert all(0 <= cluster.similarity[i][j] == cluster.similarity[j][i] <= 1 for j in range(size))
        assert all(0 < term.weight <= 1 for term in cluster.terms)
        assert sum(term.weight for term in cluster.terms) <= 1.01
        assert size > 1 or not cluster.terms


LINKS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=4)


@settings(deadline=None, max_examples=60)
@given(TEXTS, LINKS, LINKS)
def test_links_hold(texts, must, cannot):
    every = articles(texts)
    here = {a.id for a in every}
    try:
        found = cluster_articles(every, must_link=must, cannot_link=cannot)
    except ValueError:
        return
    home = {key: number for number, cluster in enumerate(found) for key in cluster.article_ids}
    assert all(home[a] == home[b] for a, b in must if {a, b} <= here)
    assert all(home[a] != home[b] for a, b in cannot if {a, b} <= here and a != b)
