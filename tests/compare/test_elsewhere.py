"""What another article tells, be it in two sentences, is not only in one; nor is a new name or number enough."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.compare.elsewhere import Elsewhere
from digest.compare.sentences import body_lines
from digest.extract import extract
from digest.language.telling import Telling

SHIP = "The old ferry of Melk hit the northern pier of Port Sand in thick fog and lost its rudder."
AROUND = (
    "Nobody in the hall spoke against the plan during the long debate.",
    "Snow fell on the road to the quarry, and the buses stood still until noon.",
    "Cherries ripen on the coast three weeks before those of the mountains.",
)


def only(first: str, second: str) -> list[str]:
    articles = [
        plain_article("\n\n".join((AROUND[number], text)), article_id=f"a{number}", title=f"Title {number}")
        for number, text in enumerate((first, second))
    ]
    found = compare(articles, [extract(article) for article in articles]).only
    return [sole.excerpt.text for sole in found]


@pytest.mark.parametrize(
    "told",
    [
        "A ferry lost its rudder when it hit the northern pier in fog, the Harbour Guard of Lusa said.",
        "In thick fog 14 people saw the ferry hit the northern pier and lose its rudder.",
    ],
)
def test_a_new_name_or_number_is_not_enough(told: str) -> None:
    assert told not in only(SHIP, told)


def test_two_sentences_together_may_tell_it() -> None:
    told = "Sixteen sailors of the ferry mended its rudder on the northern pier with wire from a bakery in Arden."
    apart = "The sailors took wire from a bakery. They mended the rudder of the ferry on the northern pier."
    assert told not in only(apart, told)


def test_an_apposition_does_not_hide_that_the_rest_is_told() -> None:
    told = (
        "From 1980 to 1988, Mira Olsen led the harbour choir in Tarn, a small group of bakers that sang songs of "
        "Karl Duhr, Nils Strand and other sailors of the coast about storms, herring and the long winter nights."
    )
    assert told_head("A pilot, Mira Olsen led the harbour choir in Tarn between 1980 and 1988.", told)
    assert not told_head("A pilot, Mira Olsen led the harbour choir in Tarn.", told)
    assert not told_head("Mira Olsen sold a boat in 1980.", "Mira Olsen sold a boat in 1980, a house and a cart.")


def told_head(first: str, second: str) -> bool:
    """Whether the first of two texts tells what stands before an apposition of the second."""
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate((first, second))]
    lines = body_lines(articles, [extract(article) for article in articles], ())
    return Elsewhere(lines, [0, 1], Telling(line.excerpt.text for line in lines)).told_head(1)


@pytest.mark.parametrize(
    ("number", "other", "listed"),
    [
        ("4,200", "Nearly 4,000 fishing boats lie in the bay of Melk.", False),
        ("9,700", "Nearly 4,000 fishing boats lie in the bay of Melk.", True),
        ("4,200", "Nearly 4,000 boats lie in the bay of Melk.", True),
    ],
)
def test_another_number_for_one_thing_is_a_difference(number: str, other: str, listed: bool) -> None:
    told = f"Fog horns have kept {number} fishing boats away from cliffs since the lottery paid for a lamp."
    assert (told in only(other, told)) is listed


def test_what_is_new_is_listed() -> None:
    told = "Karl Duhr of the Rescue League bought 14 lamps for the lighthouse with money from a lottery."
    assert told in only(SHIP, told)


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (
            "The owner of the little airline speaks of no history of technical faults.",
            "Karl Duhr of the Rescue League, a retired bell founder with nine grandchildren, boasted of no history of "
            "technical faults when the old plane rolled out of its hangar in Arden.",
        ),
        (
            "Two old women from the island watched at noon how sailors mended the rudder of a tug. Snow fell. "
            "At dawn the painters of a village in the hills danced with lanterns and a goat.",
            "Karl Duhr saw sailors mend the rudder, painters dance and bakers throw bread at a pilot.",
        ),
    ],
)
def test_the_same_words_or_any_two_sentences_tell_it(first: str, told: str) -> None:
    assert told not in only(first, told)


def test_who_was_introduced_before_is_not_called_by_half_a_name() -> None:
    first = "Karl Duhr keeps the lighthouse. Nobody in the hall spoke. Snow fell on the road."
    told = "Duhr bought 14 lamps for the tower with money from a lottery."
    assert told not in only(SHIP, f"{first} {told}")
    assert told in only(f"{SHIP} Karl Duhr was aboard.", f"{first} {told}")


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ("The announcement reached 14 lamp makers of the Rescue League in Arden by telegram.", False),
        ("But 14 lamp makers of the Rescue League in Arden sent a telegram.", True),
    ],
)
def test_what_points_at_a_thing_told_before_is_left_out(told: str, *, listed: bool) -> None:
    assert (told in only(SHIP, told)) is listed


def test_what_opens_an_article_is_the_event_of_the_story() -> None:
    told = "Karl Duhr of the Rescue League bought 14 lamps for the lighthouse with money from a lottery."
    articles = [plain_article(text, article_id=text[:3], title="Ships") for text in (told, SHIP)]
    assert compare(articles, [extract(article) for article in articles]).only == ()


def test_a_thing_that_nothing_introduces_is_not_listed() -> None:
    told = "Karl Duhr of the Rescue League bought 14 lamps with money from a lottery for the barracks."
    assert only(SHIP, told) == []
    assert only(SHIP, told.replace("the barracks", "the barracks of Lusa")) != []


def test_three_sentences_together_may_tell_it() -> None:
    told = "Sixteen sailors carried lanterns, ropes and a piano up the northern pier of Arden for a wedding of bakers."
    apart = "The sailors had lanterns. They took ropes and a piano. The bakers had a wedding on the northern pier."
    assert told not in only(apart, told)


@pytest.mark.parametrize("name", ["Federal Bureau of Investigation", "FBI"])
def test_a_body_is_told_of_under_any_of_its_names(name: str) -> None:
    other = "FBI" if name != "FBI" else "Federal Bureau of Investigation"
    told = f"The {name} looks into quarrels over lamps that the lighthouse of Lusa lost in the storm."
    apart = f"The {other} looks into it. The lighthouse lost lamps in the storm. Quarrels began over the lamps."
    assert told not in only(apart, told)
