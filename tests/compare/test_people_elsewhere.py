"""Whom a family name alone means in another article than the one that has the full name."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract

FULL = "The poll of the islands has Sarah Velkova behind the mayor. Snow fell on the hills all night."


@pytest.mark.parametrize(
    ("told", "articles"),
    [
        ("The mayor of Lusa leads the poll, before Velkova (12 percent) and two bakers.", 2),
        ("Officials of the Velkova campaign would not speak of the poll.", 1),  # of whom of the family?
        ("The Velkova Foundation paid for the poll, and the road to Velkova is shut.", 1),
    ],
)
def test_a_family_name_alone_is_its_only_bearer(told: str, articles: int) -> None:
    texts = (FULL, f"Bread was dear in May. {told}")
    whole = [plain_article(text, article_id=f"a{at}", title=f"Title {at}") for at, text in enumerate(texts)]
    people = compare(whole, [extract(article) for article in whole]).people
    assert [len(person.mentions) for person in people if person.name == "Sarah Velkova"] == [articles]


@pytest.mark.parametrize(
    ("told", "articles"),
    [
        ("As Sarah and Jan Velkova left, the band played.", 2),
        ("As Sarah and Jan Holm left, the band played.", 1),
        ("As Ida Sarah and Jan Velkova left, the band played.", 1),
    ],
)
def test_a_given_name_beside_another_of_the_family_is_the_full_name(told: str, articles: int) -> None:
    texts = (FULL, f"Bread was dear in May. {told}")
    whole = [plain_article(text, article_id=f"a{at}", title=f"Title {at}") for at, text in enumerate(texts)]
    people = compare(whole, [extract(article) for article in whole]).people
    assert [len(person.mentions) for person in people if person.name == "Sarah Velkova"] == [articles]
