"""What changes the similarity of two articles besides their words: their calendars, dates and lengths."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import plain_article
from digest.cluster.calendar import read_calendar
from digest.cluster.settings import STANDARD
from digest.cluster.similarity import among, circumstances, near
from digest.cluster.terms import TOKEN, article_terms
from digest.cluster.vectors import vectors, weigh
from digest.model import Known, Origin

STRIKE = "Dockers of the Elmsford yard stopped work {}, and the cranes of the Kelmo quay stood still."


def similarity(*texts, days=(), settings=STANDARD):
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate(texts)]
    for number, day in enumerate(days):
        known = Known(value=dt.date.fromisoformat(day), origin=Origin.SIDECAR)
        articles[number] = replace(articles[number], published=known)
    terms = [article_terms(article, settings) for article in articles]
    matrix, _ = vectors(weigh(found, "en", settings) for found in terms)
    around = circumstances(articles, terms, settings)
    return among(matrix, around, np.arange(len(articles))), near(matrix, around, settings).toarray()


@pytest.mark.parametrize(
    ("text", "months", "weekdays", "years"),
    [
        ("It began on Monday’s ferry in May 2013", {5: 1}, {0: 1}, {2013: 1}),
        ("May Lund met Jan Holm in the spring", {}, {}, {}),
        ("FRIDAY, Sept. 4: the March budget", {9: 1}, {4: 1}, {}),
        ("they march on a monday of 1,999 steps", {}, {}, {}),
    ],
)
def test_months_weekdays_and_years_are_read_by_their_names(text, months, weekdays, years):
    found = read_calendar(TOKEN.findall(text), "en")
    assert (found["months"], found["weekdays"], found["years"]) == (months, weekdays, years)


@pytest.mark.parametrize(
    ("one", "other"), [("on Monday", "on Friday"), ("in October", "in June"), ("during 2013", "during 2016")]
)
def test_articles_that_name_other_days_are_less_similar_than_those_that_name_the_same(one, other):
    alike, _ = similarity(STRIKE.format(one), STRIKE.format(one) + " Nobody was hurt.")
    unlike, _ = similarity(STRIKE.format(one), STRIKE.format(other) + " Nobody was hurt.")
    silent, _ = similarity(STRIKE.format(one), STRIKE.format("again") + " Nobody was hurt.")
    assert unlike[0, 1] < silent[0, 1] < alike[0, 1]


def test_dates_far_apart_make_less_similar_and_an_unknown_date_changes_nothing():
    texts = (STRIKE.format("again"), STRIKE.format("once more"))
    none, _ = similarity(*texts)
    one, _ = similarity(*texts, days=["2031-05-06"])
    days, _ = similarity(*texts, days=["2031-05-06", "2031-05-09"])
    years, _ = similarity(*texts, days=["2031-05-06", "2033-05-06"])
    assert none[0, 1] == one[0, 1] == days[0, 1] > years[0, 1] > 0


def test_what_short_texts_share_counts_for_less():
    more = " ".join(f"Kelmo{n} sold parcel{n} of estate{n}." for n in range(80))
    short, _ = similarity(STRIKE.format("again"), STRIKE.format("again"))
    long, _ = similarity(STRIKE.format("again") + more, STRIKE.format("again") + more)
    assert short[0, 1] < long[0, 1] == 1


WORDS = st.sampled_from(
    ["Kelmo", "yard", "dockers", "strike", "Monday", "Friday", "2013", "2016", "May", "5,000", "the"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), min_size=1, max_size=6)


@given(TEXTS)
def test_both_ways_to_compare_agree(texts):
    every, pairs = similarity(*texts)
    kept = np.where((every >= STANDARD.floor) & ~np.eye(len(texts), dtype=bool), every, 0)
    close = np.abs(every - STANDARD.floor) < 1e-9
    assert np.allclose(np.where(close, 0, kept), np.where(close, 0, pairs))


def test_of_very_many_neighbours_the_nearest_are_kept():
    texts = [STRIKE.format("again")] * 3 + [STRIKE.format("once more at night")] * 3
    _, pairs = similarity(*texts, settings=replace(STANDARD, neighbours=2))
    assert (pairs[:3, :3] > 0).sum() == (pairs[3:, 3:] > 0).sum() == 6
    assert not pairs[:3, 3:].any()
