"""What a document says is what its author says, where two articles print the same words."""

from __future__ import annotations

from digest.clean import plain_article
from digest.compare import compare
from digest.extract import extract

WORDS = "“Nobody on the council knew that the old pier of Port Sand was for sale”"


def groups(*texts: str) -> list[int]:
    articles = [plain_article(text, article_id=f"a{n}", title="Pier of Port Sand") for n, text in enumerate(texts)]
    found = compare(articles, [extract(article) for article in articles])
    return sorted(len(group.quotes) for group in found.quotes)


def test_a_report_that_reads_as_its_author_speaks_is_one_source() -> None:
    author = f"{WORDS}, Ida Holm, the town clerk, said in her report on Friday."
    assert groups(author, f"It is a long story. {WORDS}, the report read.") == [2]


def test_two_people_are_two_sources() -> None:
    first = f"{WORDS}, Ida Holm, the town clerk, said on Friday."
    assert groups(first, f"It is a long story. {WORDS}, Per Lund, the mayor, said on Friday.") == [1, 1]
