"""A title by which somebody is only called in a quotation is no article's word for who they are."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        ("“I told President Sarah Velkova that I would row,” said Jan Ostrow.", []),
        ("“I told the mayor of Lusa, Sarah Velkova, that I would row,” said Jan Ostrow.", ["mayor of Lusa"]),
        ("President Sarah Velkova told Jan Ostrow that she would row.", ["President"]),
    ],
)
def test_an_address_is_no_role(told: str, roles: list[str]) -> None:
    article = plain_article(told, article_id="a", title="Boats")
    people = compare([article], [extract(article)]).people
    assert [role.text for person in people if person.name == "Sarah Velkova" for role in person.roles] == roles
