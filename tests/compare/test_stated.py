"""The same words of one speaker, in quotation marks in one article and without them in another."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract

QUOTED = (
    "The harbour of Melk stays closed. “We will rebuild the lighthouse with money from the fishermen of the island,” "
    "Ida Holm, the mayor of Melk, said on Monday."
)
CASES = [
    ("Ida Holm said that the town would rebuild the lighthouse with money from the fishermen of the island.", True),
    ("Ida Holm said that the fishermen of the island had asked her for a new harbour wall.", False),
    ("Ida Holm said that the town would rebuild the lighthouse with “money” from the fishermen of the island.", False),
    ("Per Lund said that the town would rebuild the lighthouse with money from the fishermen of the island.", False),
]


@pytest.mark.parametrize(("told", "same"), CASES)
def test_a_statement_stands_beside_the_quotation_of_its_words(told: str, same: bool) -> None:
    articles = [plain_article(QUOTED, article_id="a"), plain_article(f"{told} Nobody objected.", article_id="b")]
    findings = [extract(article) for article in articles]
    assert findings[1].statements
    group = next(g for g in compare(articles, findings).quotes if "lighthouse" in g.quotes[0].excerpt.text)
    assert bool(group.stated) is same
    assert all(s.excerpt.span.article_id == "b" for s in group.stated)


def test_the_speaker_who_is_certain_says_the_words_of_all() -> None:
    words = "All sailors who were born in Melk are free of the harbour dues and of the tolls of the town"
    texts = f"The harbour charter of Melk says: “{words}.”", f"Ida Holm spoke of the charter. “{words}.”"
    articles = [plain_article(text, article_id=name) for name, text in zip("ab", texts, strict=True)]
    (group,) = compare(articles, [extract(article) for article in articles]).quotes
    assert group.speaker is not None
    assert group.speaker.name == "The harbour charter of Melk"
