"""A sentence reports what it tells itself: not what its headline tells, without a condition, or of another day."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import KeyPoint

AROUND = "The orchard behind the station was planted by a retired pilot."
SNOW = "Snow fell on the road to the quarry, and the buses stood still until noon."
CHERRIES = "Cherries ripen on the coast three weeks before those of the mountains."
ELSEWHERE = "Several museums lend bicycles to visitors who arrive by ferry."


def points(*bodies: list[str], title: str = "Melk") -> tuple[KeyPoint, ...]:
    articles = [plain_article("\n\n".join(body), article_id=f"a{n}", title=title) for n, body in enumerate(bodies)]
    return compare(articles, [extract(article) for article in articles]).points


def test_a_headline_lends_names_and_nothing_else() -> None:
    one = (
        "Pilot Ida Holm said Friday she doubts the age of the lighthouse of Melk and has sent divers to Tarn looking "
        "for its plans."
    )
    other = (
        "Pilot Ida Holm said Friday she hopes that questions about the lighthouse of Melk will not decide the vote of "
        "the guild."
    )
    assert not points([one, AROUND], [other, ELSEWHERE], title="Ida Holm Has Divers Looking for Plans In Tarn")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "But the guild has demanded a second survey, asserting that the wall could have been built in Tarn.",
            "The clerk has shown the plans, but the guild of the masons has demanded a second survey.",
            False,
        ),
        (
            "But the guild has demanded a second survey, asserting that the wall could have been built in Tarn.",
            "The guild of the masons has demanded a second survey, saying that the wall may have been built in Tarn.",
            True,
        ),
        (
            "Ida Holm added that if there is no answer from the guild, the council may consider closing the harbour.",
            "The guild gave no answer, and so the council will consider closing the harbour.",
            False,
        ),
        (
            "Ida Holm added that if there is no answer from the guild, the council may consider closing the harbour.",
            "If the guild gives no answer, said Ida Holm, the council will consider closing the harbour.",
            True,
        ),
        (
            "A house in Quay Lane was searched on Friday evening and 38 kilos of amber were seized.",
            "Thirty-eight kilos were recovered during a planned search of a house in Quay Lane on Friday evening.",
            True,
        ),
        (
            "“The fog made it so much harder for all of us but I am really happy,” Ida Holm said.",
            "“Today made it so much harder for all of us with that wind, but I am really happy,” said Ida Holm.",
            True,
        ),
    ],
)
def test_a_report_has_what_makes_the_point(one: str, other: str, same: bool) -> None:
    assert bool(points([SNOW, AROUND, one], [CHERRIES, ELSEWHERE, other])) == same


@pytest.mark.parametrize(("day", "same"), [("3 May 2031", True), ("9 May 2031", False)])
def test_what_was_on_another_day_may_not_report_a_point(day: str, *, same: bool) -> None:
    sold = "The council of Melk sold its old lighthouse to Per Lund for 90,000 crowns on 3 May 2031."
    again = "For 90,000 crowns the council of Melk sold its old lighthouse on 3 May 2031; the buyer is Per Lund."
    gave = f"The 90,000 crowns that Per Lund gave on {day} for the lighthouse go to a school near the quarry."
    (point,) = points([sold, AROUND], [again, ELSEWHERE], [CHERRIES, gave, SNOW])
    assert (gave in [excerpt.text for excerpt in (*point.sentences, *point.near)]) == same
