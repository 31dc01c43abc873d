"""Rows of figures: what comes first, in which order updates stand, and what copies are worth."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import Article, Carrier, FigureRow, Known, Origin, OriginalText, Verdict

SANK = "A ferry sank off Port Sand on Sunday and 40 people were killed, the coastguard said."
MORE = "A ferry sank off Port Sand on Sunday and 43 people were killed, the coastguard said."
COST = "The ferry Aurora had cost €12 million and was insured."
SHARES = "Shares in its owner fell by 8%."


def article(key: str, *lines: str, day: int | None = None, hour: int | None = None, title: str = "") -> Article:
    made = plain_article("\n\n".join(lines), article_id=key, title=title or None)
    if day is None:
        return made
    published = Known(value=dt.date(2026, 3, day), origin=Origin.SIDECAR)
    moment = dt.datetime(2026, 3, day, hour, tzinfo=dt.UTC) if hour is not None else None
    return replace(made, published=published, published_time=moment and Known(value=moment, origin=Origin.SIDECAR))


def rows(*articles: Article, origins: tuple[OriginalText, ...] = ()) -> tuple[FigureRow, ...]:
    return compare(articles, [extract(one) for one in articles], origins=origins).figures


def test_the_dead_come_before_money_and_money_before_shares():
    (row, *others) = rows(article("a", SHARES, COST, SANK))
    assert [r.figures[0].unit for r in (row, *others)] == ["people", "EUR", "%"]


def test_what_most_sources_report_comes_first():
    found = rows(article("a", SANK, COST), article("b", COST, "The weather was calm."))
    assert [r.figures[0].unit for r in found] == ["EUR", "people"]


def test_what_a_headline_says_comes_before_what_none_says():
    found = rows(article("a", SANK, COST, title="Ferry that cost €12 million sinks"))
    assert [r.figures[0].unit for r in found] == ["EUR", "people"]


def test_what_is_told_late_does_not_come_first_because_of_its_kind():
    late = ("The mayor spoke.", "The sea was calm.", "In the hotel 14 people were injured.")
    found = rows(article("a", SHARES, *late))
    assert [r.figures[0].unit for r in found] == ["%", "people"]


def test_updates_stand_in_the_order_of_their_days():
    (row,) = rows(article("late", MORE, day=3), article("early", SANK, day=2))
    assert row.verdict is Verdict.UPDATED
    assert [(f.excerpt.text, day.day) for f, day in zip(row.figures, row.days, strict=True)] == [
        ("40 people", 2),
        ("43 people", 3),
    ]


def test_the_hour_decides_where_the_day_does_not():
    (row,) = rows(article("a", SANK, day=2, hour=8), article("b", MORE, day=2, hour=18))
    assert row.verdict is Verdict.UPDATED
    (row,) = rows(article("a", SANK, day=2, hour=18), article("b", MORE, day=2, hour=8))
    assert row.verdict is Verdict.DIFFER


def test_without_dates_nothing_is_called_an_update():
    (row,) = rows(article("a", SANK), article("b", MORE))
    assert (row.verdict, row.days) == (Verdict.DIFFER, (None, None))


def test_a_copy_does_not_agree_with_its_original_but_may_differ_from_it():
    text = OriginalText(carriers=(Carrier(article_id="a"), Carrier(article_id="b")), fullest="a")
    (row,) = rows(article("a", SANK), article("b", SANK), origins=(text,))
    assert row.verdict is Verdict.ONLY
    (row,) = rows(article("a", SANK), article("b", MORE), origins=(text,))
    assert row.verdict is Verdict.DIFFER


def test_a_figure_that_others_contradict_differs_though_two_agree():
    found = rows(article("a", SANK), article("b", MORE), article("c", SANK.replace("coastguard", "police")))
    assert [(r.verdict, len(r.figures)) for r in found] == [(Verdict.DIFFER, 3)]


ABOARD = "The pilot made no call before the ferry went down with 43 passengers and a dog."
CARRIED = "The ferry was carrying 43 passengers, the coastguard said."


def test_a_distinct_number_that_several_articles_have_is_told_however_they_put_it():
    found = [figure for figure in extract(article("a", ABOARD)).figures if figure.value == 43]
    assert [figure.key for figure in found] == [False]
    (row,) = rows(article("a", ABOARD), article("b", CARRIED))
    assert [(f.value, f.key) for f in row.figures] == [(43, True), (43, True)]
    assert row.verdict is Verdict.AGREE
    assert rows(article("a", ABOARD)) == ()


def test_a_number_of_a_headline_is_told_by_the_sentence_that_opens_the_article():
    assert [r.figures[0].value for r in rows(article("a", ABOARD, title="Ferry with 43 aboard sinks"))] == [43]


def test_a_number_in_passing_contradicts_nobody():
    (row,) = rows(article("a", ABOARD.replace("43", "46"), title="Ferry sinks"), article("b", CARRIED))
    assert row.verdict is Verdict.ONLY


def test_those_who_died_in_one_event_are_one_number_whatever_they_are_called():
    pupils = "A school bus hit a lorry near Melk on Friday, killing 13 pupils, police said."
    children = "In Melk 13 children died on Friday when their bus hit a lorry."
    (row,) = rows(article("a", pupils), article("b", children))
    assert [f.excerpt.text for f in row.figures] == ["13 pupils", "13 children"]


def test_people_dead_are_people():
    dead = "A gunman left 52 people dead in a club in Melk on Sunday, police said."
    killed = "In the club in Melk 52 people were killed on Sunday by a gunman, the mayor said."
    (row,) = rows(article("a", dead), article("b", killed))
    assert len(row.figures) == 2


def test_a_sum_in_a_headline_is_told_in_the_words_of_the_text():
    told = "A sailor has been arrested after pearls worth £380,000 were seized in Lund."
    found = rows(article("a", told, title="Pearls worth £380,000 found"), article("b", "The sea was calm."))
    assert [f.sentence for row in found for f in row.figures if f.value == 380000] == [1]


def test_ages_come_last():
    told = "The 44-year-old captain Ida Holm was heard on Sunday."
    found = rows(article("a", told, "Ida Holm sold 300 boats in May."), article("b", told))
    assert [str(row.figures[0].value) for row in found][-1] == "44"
    assert len(found) == 2


def test_a_distinct_count_that_an_article_gives_again_by_another_name_has_one_row():
    first, second = "The council of Lund took 19 separate steps.", "The mayor said the 19 measures would cost nothing."
    assert [row.figures[0].excerpt.text for row in rows(article("a", first, second))] == ["19 separate steps"]
    other = rows(article("a", first, "The council of Lund took 20 boats out of the harbour."))
    assert [row.figures[0].excerpt.text for row in other] == ["19 separate steps", "20 boats"]
