"""What changes the similarity of two articles besides their words: their calendars, dates and lengths."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import plain_article
from digest.cluster.building import build_index
from digest.cluster.calendar import KINDS
from digest.cluster.near import kindred, near
from digest.cluster.settings import STANDARD
from digest.cluster.similarity import among
from digest.model import Known, Origin

STRIKE = "Dockers of the Elmsford yard stopped work {}, and the cranes of the Kelmo quay stood still."


def indexed(*texts, days=(), settings=STANDARD):
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate(texts)]
    for number, day in enumerate(days):
        known = Known(value=dt.date.fromisoformat(day), origin=Origin.SIDECAR)
        articles[number] = replace(articles[number], published=known)
    return build_index(articles, settings)


def similarity(*texts, days=()):
    return among(indexed(*texts, days=days), np.arange(len(texts)))


def pairs(index):
    rows = np.arange(len(index))
    return near(index, rows, fresh=rows).toarray()


@pytest.mark.parametrize(
    ("text", "months", "weekdays", "years"),
    [
        ("It began on Monday’s ferry in May 2013", {5: 1}, {0: 1}, {2013: 1}),
        ("May Lund met Jan Holm in the spring", {}, {}, {}),
        ("FRIDAY, Sept. 4: the March budget", {9: 1}, {4: 1}, {}),
        ("they march on a monday of 1,999 steps", {}, {}, {}),
        ("We met in. May was late", {}, {}, {}),
    ],
)
def test_months_weekdays_and_years_are_read_by_their_names(text, months, weekdays, years):
    (found,) = indexed(text).around.calendars
    named = {
        kind: {int(unit): int(found[columns][unit]) for unit in np.flatnonzero(found[columns])}
        for kind, columns in KINDS.items()
    }
    assert named["months"] == {month - 1: times for month, times in months.items()}
    assert named["weekdays"] == weekdays
    assert named["years"] == {year - 1900: times for year, times in years.items()}


def test_weekdays_count_where_the_news_stands_and_months_and_years_everywhere():
    later = "The yard mends small boats. " * STANDARD.weekdays
    (found,) = indexed(f"The yard shut on Friday. {later}It had shut on a Monday in June 2013 before.").around.calendars
    named = {kind: np.flatnonzero(found[columns]).tolist() for kind, columns in KINDS.items()}
    assert named == {"months": [5], "weekdays": [4], "years": [113]}


def test_what_is_named_very_often_counts_as_often_as_can_be_counted():
    (found,) = indexed("It rained in October. " * 300).around.calendars
    assert found.max() == 255


@pytest.mark.parametrize(
    ("one", "other"), [("on Monday", "on Friday"), ("in October", "in June"), ("during 2013", "during 2016")]
)
def test_articles_that_name_other_days_are_less_similar_than_those_that_name_the_same(one, other):
    alike = similarity(STRIKE.format(one), STRIKE.format(one) + " Nobody was hurt.")
    unlike = similarity(STRIKE.format(one), STRIKE.format(other) + " Nobody was hurt.")
    silent = similarity(STRIKE.format(one), STRIKE.format("again") + " Nobody was hurt.")
    assert unlike[0, 1] < silent[0, 1] < alike[0, 1]


def test_dates_far_apart_make_less_similar_and_an_unknown_date_changes_nothing():
    texts = (STRIKE.format("again"), STRIKE.format("once more"))
    none = similarity(*texts)
    one = similarity(*texts, days=["2031-05-06"])
    days = similarity(*texts, days=["2031-05-06", "2031-05-09"])
    years = similarity(*texts, days=["2031-05-06", "2033-05-06"])
    assert none[0, 1] == one[0, 1] == days[0, 1] > years[0, 1] > 0


def test_what_short_texts_share_counts_for_less():
    more = " ".join(f"Kelmo{n} sold parcel{n} of estate{n}." for n in range(80))
    short = similarity(STRIKE.format("again"), STRIKE.format("again"))
    long = similarity(STRIKE.format("again") + more, STRIKE.format("again") + more)
    assert short[0, 1] < long[0, 1] == 1


WORDS = st.sampled_from(
    ["Kelmo", "yard", "dockers", "strike", "Monday", "Friday", "2013", "2016", "May", "5,000", "the"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), min_size=1, max_size=6)


@given(TEXTS)
def test_those_pairs_are_found_that_have_enough_in_common_and_are_similar_enough(texts):
    index = indexed(*texts)
    every = among(index, np.arange(len(texts)))
    first, second = np.triu_indices(len(texts), 1)
    counts = (every[first, second] >= STANDARD.floor) & kindred(index, first, second)
    expected = np.zeros_like(every)
    expected[first[counts], second[counts]] = every[first[counts], second[counts]]
    assert (pairs(index) == expected + expected.T).all()


@given(TEXTS, TEXTS)
def test_nothing_else_changes_the_similarity_of_two_articles(texts, others):
    alone = among(indexed(*texts), np.arange(len(texts)))
    with_others = among(indexed(*others, *texts), len(others) + np.arange(len(texts)))
    assert (alone == with_others).all()


def test_of_very_many_neighbours_the_nearest_are_kept():
    texts = [STRIKE.format("again")] * 3 + [STRIKE.format("beneath frozen lanterns of Orvelund")] * 3
    found = pairs(indexed(*texts, settings=replace(STANDARD, neighbours=2, kin=1)))
    assert (found[:3, :3] > 0).sum() == (found[3:, 3:] > 0).sum() == 6
    assert not found[:3, 3:].any()
    kin = pairs(indexed(*texts, settings=replace(STANDARD, neighbours=2)))
    assert (kin[:3, 3:] > 0).all()
    fewest = pairs(indexed(*texts, settings=replace(STANDARD, neighbours=1, most_neighbours=1)))
    assert (fewest > 0).sum(axis=1).tolist() == [2, 1, 1, 2, 1, 1]  # of equal ones that of the first id
