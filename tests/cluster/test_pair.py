"""The similarity of two articles, taken apart: its parts give the whole, and each says what it rests on."""

import datetime as dt
import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.cluster import cluster_articles, compare_pair
from digest.model import Known, Origin

ONE = "Dockers of the Elmsford yard stopped work on Monday, and the cranes of the Kelmo quay stood still in October."
OTHER = "On Friday the Kelmo quay of Elmsford stood still, because the dockers asked Mara Quill for a safer crane."


def article(key, text, day=None):
    found = plain_article(text, article_id=key)
    known = Known(value=dt.date.fromisoformat(day), origin=Origin.SIDECAR) if day else None
    return replace(found, published=known)


def factors(pair):
    return {factor.name: factor for factor in pair.factors}


def test_the_parts_say_what_they_rest_on():
    pair = compare_pair(article("a", ONE, "2031-05-06"), article("b", OTHER, "2031-07-06"))
    found = factors(pair)
    assert found["weekdays"].told == ((0,), (4,))
    assert found["weekdays"].value < 1
    assert found["months"].told == ((10,), ())
    assert found["months"].value == found["years"].value == 1
    assert found["dates"].value < 1
    assert found["lengths"].told == ((20,), (19,))
    assert found["lengths"].value < 1


def test_what_both_say_and_what_only_one_says():
    pair = compare_pair(article("a", ONE), article("b", OTHER))
    shared = {term.term for term in pair.shared}
    assert {"Kelmo", "Elmsford", "dockers", "quay"} <= shared
    assert [term.term for term in pair.only[1] if term.is_name][:2] == ["Mara", "Quill"]
    assert not shared & {term.term for terms in pair.only for term in terms}


def test_the_order_of_the_two_does_not_matter():
    one, other = article("a", ONE, "2031-05-06"), article("b", OTHER)
    there, back = compare_pair(one, other), compare_pair(other, one)
    assert replace(there, only=(), factors=()) == replace(back, only=(), factors=())
    assert there.only == back.only[::-1]


WORDS = st.sampled_from(
    ["Kelmo", "yard", "dockers", "strike", "Monday", "Friday", "2013", "2016", "May", "5,000", "the"]
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)
DAYS = st.none() | st.dates(dt.date(2030, 1, 1), dt.date(2032, 1, 1)).map(dt.date.isoformat)


@settings(deadline=None)
@given(TEXTS, TEXTS, DAYS, DAYS)
def test_the_parts_give_the_whole_and_the_whole_is_that_of_the_story(first, second, one_day, other_day):
    one, other = article("a", first, one_day), article("b", second, other_day)
    pair = compare_pair(one, other)
    product = pair.base * math.prod(factor.value for factor in pair.factors)
    assert pair.similarity == pytest.approx(min(1, product), abs=0.002)
    (story,) = cluster_articles([one, other], must_link=[("a", "b")])
    assert pair.similarity == story.similarity[0][1]
    assert pair.base == pytest.approx((pair.words + 0.3 * pair.opening) / 1.3, abs=0.001)
