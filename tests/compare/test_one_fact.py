"""One fact is one row, however it is told; and what only looks like one fact is not."""

from __future__ import annotations

import pytest
from compare.test_figure_rows import article, rows

from digest.model import Verdict

ONE = {
    "a number that hardly stands twice in one story": (
        ["A bomb went off in Port Sand on Sunday. Twenty-three people were injured in the attack."],
        ["An explosion shook Port Sand on Sunday. The hospital said 23 people were hurt."],
    ),
    "a noun with other words in front": (
        ["Since May about 35 Norland strikes have hit the valley of Skara, officials and villagers say."],
        ["Since May more than 35 suspected drone strikes have hit the valley of Skara, villagers say."],
    ),
    "the same number with the same reserve": (
        ["As many as 8,000 gallons of a toxic solvent spilled into the Orrin on Wednesday."],
        ["Up to 8,000 gallons of cumene poured out of the barge, Ann Ito said."],
    ),
    "an officer's nation is no place": (
        ["A bomb killed 23 people in Baghdad on Sunday."],
        ["U.S. Major General Peter Holm said the bomb on Sunday had killed 23 people."],
    ),
}


@pytest.mark.parametrize(("first", "second"), ONE.values(), ids=ONE.keys())
def test_one_fact_is_one_row(first: list[str], second: list[str]) -> None:
    found = [row for row in rows(article("a", *first), article("b", *second)) if len(row.figures) > 1]
    assert [row.verdict for row in found] == [Verdict.AGREE]


def test_what_only_takes_up_a_toll_is_not_told_again() -> None:
    lines = ("A bomb killed eight people in Port Sand on Sunday.", "Ann Ito, the mayor, spoke of the eight deaths.")
    assert len(rows(article("a", *lines))) == 1


def test_a_toll_of_another_event_stays_one_of_its_own() -> None:
    lines = ("A bomb killed eight people in Port Sand on Sunday.", "Earlier, a fire in Bern killed eight people.")
    assert len(rows(article("a", *lines))) == 2


def test_round_numbers_of_two_things_stay_two() -> None:
    first, second = "The town of Bern planted 50 trees in May.", "A storm tore down 50 trees near Port Sand."
    assert all(len(row.figures) == 1 for row in rows(article("a", first), article("b", second)))


def test_two_lower_bounds_far_apart_differ() -> None:
    found = rows(
        article("a", "The strike on the tower in Port Sand left at least eight journalists injured."),
        article("b", "The strike on the tower in Port Sand left at least six journalists injured."),
    )
    assert [row.verdict for row in found] == [Verdict.DIFFER]
