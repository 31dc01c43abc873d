"""An article that may tell a point in other words is not held to be silent."""

from __future__ import annotations

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import KeyPoint

LEADS = [
    ["Ida Holm ended her race for mayor of Melk on Friday and backed Per Lund, the harbour master."],
    ["Ida Holm, a pilot, ended her race for mayor of Melk on Friday and backed the harbour master Per Lund."],
]
SAID = "“The broken lock of Port Sand will be rebuilt with granite before the summer,” Ida Holm said."
AGAIN = "On Friday Ida Holm said: “The broken lock of Port Sand will be rebuilt with granite before the summer.”"
FAR = "Several museums lend bicycles to visitors who arrive by ferry in the morning."


def points(bodies: list[list[str]]) -> tuple[KeyPoint, ...]:
    articles = [plain_article("\n\n".join(b), article_id=f"a{n}", title=f"Title {n}") for n, b in enumerate(bodies)]
    return compare(articles, [extract(article) for article in articles]).points


def test_of_no_article_can_be_said_that_it_lacks_what_the_leads_tell() -> None:
    (point,) = points([*LEADS, [FAR]])
    assert point.unheard == ("a2",)


def test_one_with_much_of_what_somebody_said_is_not_silent() -> None:
    bodies = [[FAR, "Per Lund repairs clocks.", SAID], ["Snow fell on Friday.", "It melted at noon.", AGAIN]]
    much = ["The lock of Port Sand is broken.", "Ida Holm promised granite for the summer."]
    (point,) = points([*bodies, much, ["Cherries ripen on the coast three weeks before those of the mountains."]])
    assert not point.near
    assert point.unheard == ("a2",)
