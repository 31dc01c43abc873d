"""A sentence of a summary must be clear to one who has read the title and the sentences before it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from digest.clean.lines import plain_article
from digest.extract import extract
from digest.model import Known, Origin
from digest.summarize import summarize
from digest.summarize.candidates import Candidate, list_candidates
from digest.summarize.context import reading_order
from digest.summarize.left_open import left_open

NEWS = "The council of Melk voted on Tuesday to build a bridge over the Ourt."
TITLE = "Melk builds a bridge"


def pool(*texts: str, dated: bool = True) -> tuple[Candidate, ...]:
    day = Known(value=dt.date(2031, 5, 8), origin=Origin.SIDECAR) if dated else None
    articles = [
        dataclasses.replace(plain_article(text, article_id=f"a{number}"), published=day)
        for number, text in enumerate(texts)
    ]
    return list_candidates(articles, [extract(article) for article in articles])


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("Nobody was hurt in the incident, a fire brigade of twenty sailors found.", False),
        ("Friday night's event was carried live by eleven radio stations.", False),
        ("Sailors closed the harbour after the vote in the council chamber.", True),
        ("The vote came after Mr. Zwirnlein announced that old ferries were sold.", False),
        ("The vote came after Mayor Ida Zwirnlein announced that old ferries were sold.", True),
        ("Troops moved into the old harbour with six heavy guns.", False),
        ("In pictures: The old ferries will be sold to a yard in Port Sand.", False),
        ("The ferries, however, will be sold to a yard in Port Sand.", False),
        ("Victory made him the first sailor of the valley to win two cups.", False),
    ],
)
def test_what_nothing_above_tells_of_is_left_open(text: str, clear: bool) -> None:
    assert list(left_open(pool(NEWS, text), TITLE)) == ([] if clear else [1])


def test_a_city_must_have_been_named():
    text = "Guards kept the centre of the city sealed off with barbed wire."
    assert list(left_open(pool("Holm won by a landslide, early results showed on Tuesday.", text), "Holm wins")) == [1]
    assert not list(left_open(pool(NEWS, text), "Vote in Melk"))


def test_what_is_told_above_introduces_it():
    hurt = "Nobody was hurt in the attack, a fire brigade of twenty sailors found."
    assert not list(left_open(pool("A gunman shot at a ferry near Melk on Tuesday.", hurt), "Shots at a ferry"))
    assert not list(
        left_open(pool("Ida Zwirnlein left Melk in May.", "Old ferries, said Zwirnlein, were sold."), TITLE)
    )


def test_nobody_knows_what_day_today_is_where_an_article_has_none():
    text = "The singer Mira Olsen died early this morning at her house in Lund."
    assert list(left_open(pool(text, dated=False), TITLE)) == [0]
    assert not list(left_open(pool(text), TITLE))


def test_another_sentence_is_taken_for_one_that_leaves_something_open():
    text = (
        "The council of Melk voted on Tuesday to build a bridge over the Ourt.",
        "Nobody was hurt in the incident on the bridge, the council of Melk told voters.",
        "Farmers of eleven villages had asked for such a bridge since the great flood.",
        "The bridge will cost nine million crowns and have two lanes for lorries.",
        "A ferry that has crossed the Ourt for ninety years will be sold to a yard in Lund.",
    )
    article = plain_article("\n\n".join(text), article_id="a", title="Melk to build a bridge over the Ourt")
    told = [one.excerpt.text for one in summarize([article], findings=[extract(article)], limit=3).sentences]
    assert len(told) == 3
    assert text[1] not in told


def test_the_sentences_of_an_article_stand_together():
    first = "The council of Melk voted to build a bridge.\n\nThe base of the bridge will be of stone from Lund."
    every = pool(first, "Fishermen of Port Sand protested against old ferries with drums and horns.")
    chosen = reading_order([0, 1, 2], every, {0: 1.0, 1: 0.1, 2: 0.5}, TITLE)
    assert [every[i].excerpt.text[:9] for i in chosen] == ["The counc", "The base ", "Fishermen"]


def test_a_thing_is_told_of_behind_what_introduces_it():
    first = "A blast hit Melk on Friday.\n\nThe square is the heart of the old town and its fairs."
    every = pool(first, "The blast tore windows out of a café at a square with four fountains.")
    chosen = reading_order([0, 1, 2], every, {0: 1.0, 1: 0.1, 2: 0.5}, "Blast in Melk")
    assert chosen == [0, 2, 1]


def test_a_short_sentence_without_a_figure_tells_too_little():
    assert [one.usable for one in pool("Old ferries have never been so hot.", "Old ferries cost 15 crowns each.")] == [
        False,
        True,
    ]


def test_talks_need_somebody_who_met():
    talks = "The talks came two days before a vote of all sailors on old ferries."
    assert not list(left_open(pool("Ida Holm met Karl Duhr in Melk on Tuesday.", talks), "Holm in Melk"))
    assert list(left_open(pool("Ida Holm left Karl Duhr in Melk on Tuesday.", talks), "Holm in Melk")) == [1]
