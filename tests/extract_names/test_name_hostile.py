"""Long and strange texts are read in a time that grows with their length."""

import pytest

from digest.clean.lines import plain_article
from digest.extract.entities import find_entities

PIECES = [
    "President ",
    "Smith ",
    "John Smith and Mr Smith said he ",
    "Bank of ",
    "the Chinese diplomat ",
    "he ",
    '"',
    "“",
    "J. ",
    "al-",
    "van der ",
    ", the minister of ",
    "NATO (NATO) ",
    "A. ",
    "Qin-",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_row_of_one_piece_is_read(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    article = plain_article(text, article_id="long")
    for person in find_entities(article).people:
        assert person.mentions
