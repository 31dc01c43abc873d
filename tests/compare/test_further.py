"""A row's number in further articles: the same one stands in the row, a like one takes the count away."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import FigureRow

QUAKE = "A quake near Melk killed 13 people on Friday, and the harbour of Lund was closed, the coastguard said."
CALM = "The weather was calm."
RANGE = ("about 800", "between 600 and 800")


def rows(*texts: str) -> tuple[FigureRow, ...]:
    articles = []
    for number, text in enumerate(texts):
        title, body = text.removeprefix("# ").split("\n\n", 1) if text.startswith("# ") else (None, text)
        articles.append(plain_article(body, article_id=f"a{number}", title=title))
    return compare(articles, [extract(one) for one in articles]).figures


def held(figure: str, *texts: str) -> tuple[list[str], list[str]]:
    """The words of the row that holds a figure, and of those that may belong to it."""
    row = next(row for row in rows(*texts) if any(f.excerpt.text == figure for f in row.figures))
    return [f.excerpt.text for f in row.figures], [f.excerpt.text for f in row.perhaps]


SAME = {
    "one length in words, with another unit beside it": (
        "6 miles",
        "The plane crashed 6 miles from the harbour town of Lund on Thursday.",
        "The wreck of the plane was found on Friday 10km (six miles) from the town of Lund.",
    ),
    "one length in two units": (
        "10 kilometres",
        "The plane crashed 10 kilometres from the harbour town of Lund.",
        "The wreck of the plane lay six miles from the harbour town of Lund.",
    ),
    "those who died are those of whom none survived": (
        "46 people",
        "All 46 people on board died when a plane hit a mountain near Lund.",
        "A plane hit a mountain near Lund, and none of the 46 people aboard survived, a rescuer said.",
    ),
    "one toll, however it is put": (
        "50 people",
        "The mayor spoke of a shooting in a Lund theatre that left 50 people dead.",
        "Fifty people were killed in Lund, the mayor said." + "\n\nThe theatre is closed.",
    ),
    "two sentences with two numbers in common": (
        "five sailors",
        "In the worst accident of the strait, two ferries sank and five sailors drowned.",
        f"{CALM}\n\nIn 2004 two ferries sank in a storm, and five sailors drowned in the strait.",
    ),
    "a number of a headline": (
        "78 clerks",
        "Hackers read the letters of 78 clerks of the Lund ministry on Sunday.",
        f"# Hackers take 78 accounts of the Lund ministry\n\n{CALM}",
    ),
}


@pytest.mark.parametrize(("figure", "one", "other"), SAME.values(), ids=SAME)
def test_one_number_for_one_thing_is_one_row(figure: str, one: str, other: str):
    found, _ = held(figure, one, other)
    assert len(found) == 2


PERHAPS = {
    "a sum with no word in common": (
        "€2,000",
        "The bidding for the boat had gone up to €2,000.",
        f"{CALM}\n\nSeventy offers worth about €2,000 were made before the site closed.",
    ),
    "a bare number beside a word in common": (
        "950 residents",
        "The 950 residents of Lund ask who will pay for the whale.",
        f"{CALM}\n\nThe town (population 950) has no money for the whale.",
    ),
}


@pytest.mark.parametrize(("figure", "one", "other"), PERHAPS.values(), ids=PERHAPS)
def test_where_nobody_can_say_whether_two_numbers_are_one_the_row_says_so(figure: str, one: str, other: str):
    found = [row for row in rows(one, other) if row.perhaps]
    assert len(found) == 1
    assert figure.rpartition("€")[2] in found[0].figures[0].excerpt.text


def test_equal_numbers_of_different_things_take_no_count_away():
    found, perhaps = held("13 people", QUAKE, "The harbour of Lund has 13 cranes.")
    assert (found, perhaps) == (["13 people"], [])


def test_a_rough_number_is_none_that_is_far_from_it():
    told = "Almost a million pigs were slaughtered in Lund in May."
    _, perhaps = held("Almost a million pigs", told, "In Lund 20,000 pigs were slaughtered in May.")
    assert perhaps == []


def test_tolls_with_which_articles_open_differ_though_one_names_no_place():
    court = "Ole Berg was sentenced on Monday for planting a bomb that wounded {} people on a bus in Lund."
    charge = "Ole Berg was found guilty of murder, of helping the enemy, and of wounding 24 people."
    found, _ = held("15 people", court.format(15), charge)
    assert found == ["15 people", "24 people"]


def test_two_lower_bounds_of_the_toll_are_one_row_though_the_places_near_them_differ():
    first = "Sailors fled the port of Oslo on the sixth day of a storm that killed more than 160 people."
    second = (CALM, "Oslo is empty.", "A mole broke.", "A ship sank.", "In Norway the death toll rose to at least 140.")
    first = f"{first}\n\nNorway mourns."
    found, _ = held("more than 160 people", first, "\n\n".join(second))
    assert found == ["more than 160 people", "at least 140"]


def test_tolls_of_two_towns_stay_two():
    bomb = "A bomb in the market of {} killed {} people on Saturday."
    assert all(len(row.figures) == 1 for row in rows(bomb.format("Sarrin", 8), bomb.format("Dural", 12)))


def test_a_number_within_a_range_may_be_the_same():
    one = "The board looks at a move to a site near the port of Lund, which would house about 800 clerks."
    other = "A site in Duhr Street is said to have been found; it would house between 600 and 800 clerks of the board."
    assert held("about 800 clerks", one, other) == (["about 800 clerks"], ["between 600 and 800 clerks"])


def test_a_number_in_a_range_of_another_measure_is_another():
    one = "Holm's release comes a month after Per Lund showed a net worth between €19 million and €22 million."
    other = "Ida Holm earned nearly €20 million for advice."
    assert all(not row.perhaps for row in rows(f"{one} Holm sails.", f"{other} Holm is old."))


def test_two_near_tolls_of_a_day_may_be_one_in_other_words():
    one = "A strike in Lund on Saturday on the house of a police commander killed 18 people."
    family = "In an attack on Saturday, the chief of police survived, while 17 members of his family were killed."
    later = family.replace("Saturday", "Monday")
    assert [held("18 people", one, text)[1] for text in (family, later)] == [["17 members"], []]


def test_two_near_counts_of_one_noun_may_be_one():
    one = "The army of Norland hid some of the 700 drones that flew to the harbour."
    assert held("700 drones", one, "Sailors launched more than 800 drones.")[1] == ["more than 800 drones"]
    assert held("700 drones", one, "Sailors launched more than 800 balloons.")[1] == []


def test_what_is_told_of_a_separate_thing_takes_the_count_away():
    near = "A zone of 10 kilometres around the damaged nuclear plant of Lund was closed on Friday."
    other = f"{CALM}\n\nThose within 10 kilometres of the Arden nuclear facility, {{}}, left their homes, too."
    assert len(held("10 kilometres", near, other.format("a plant of the state"))[0]) == 2
    assert len(held("10 kilometres", near, other.format("a separate plant"))[0]) == 1


def test_a_toll_may_be_the_sum_of_two_of_one_sentence():
    whole = "More than 300 people were injured in the storm at Melk on Friday."
    parts = "Waves and wind left 220 sailors and 108 guards injured."
    apart = "Waves and wind left 220 sailors and 480 guards injured."
    assert held("More than 300 people", whole, parts)[1] == ["220 sailors"]
    assert held("More than 300 people", whole, apart)[1] == []
