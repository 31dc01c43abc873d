"""A source that nobody names is told with what tells more of it."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.extract import extract

SOURCES = {
    "A person briefed on the matter": "said the board had also written to 20 people and firms.",
    "An official who asked not to be named": "said 40 boats were sold.",
    "A doctor at the harbour clinic": "said 40 men were hurt.",
    "The police": "said 40 boats were sold.",
}


@pytest.mark.parametrize(("name", "told"), SOURCES.items())
def test_a_source_is_whole(name: str, told: str) -> None:
    figure = extract(plain_article(f"{name} {told}", article_id="a")).figures[0]
    assert figure.source is not None
    assert (figure.source.name, figure.source.mention.text) == (name, name)


def test_what_is_counted_with_people_is_in_the_label() -> None:
    text = "The board wrote to 20 people and firms, among them the mayor."
    assert [f.excerpt.text for f in extract(plain_article(text, article_id="a")).figures] == ["20 people and firms"]
