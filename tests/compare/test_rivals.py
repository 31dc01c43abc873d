"""Tolls that may be of one event, though nothing brings them together, are told of each other; others are not."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare.figures import compare_figures
from digest.extract import extract
from digest.model import sources_of

MAIN = "A storm closed the harbour of Oslo on Friday, and all ferries stayed at their piers."
CASES = [
    (
        "Earlier, a lorry on the harbour bridge in Oslo killed at least eight people and sank two boats.",
        "A stolen lorry also killed at least six people on the harbour bridge, and sank boats.",
        True,
    ),
    (
        "Earlier, a lorry on the harbour bridge in Oslo killed at least eight people and sank two boats.",
        "In a school at the edge of the forest a fever killed at least six people.",
        False,
    ),
    (
        "Earlier, a lorry on the harbour bridge in Oslo killed at least eight people and sank two boats.",
        "The lorry on the harbour bridge in Oslo wounded at least six people and sank two boats.",
        False,
    ),
    (
        "Earlier, a lorry on the harbour bridge in Oslo killed at least eight people and sank two boats.",
        "In March, a lorry on the harbour bridge in Lima killed at least six people and sank two boats.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "rivals"), CASES)
def test_rivals(one: str, other: str, rivals: bool) -> None:
    texts = (("a", f"{MAIN}\n\n{one}"), ("b", f"{MAIN}\n\n{other}"))
    articles = [plain_article(text, article_id=key) for key, text in texts]
    rows = compare_figures(articles, [extract(article) for article in articles], sources_of(articles))
    tolls = [row for row in rows if row.figures[0].unit == "people"]
    assert [len(row.figures) for row in tolls] == [1, 1]
    assert [bool(row.perhaps) for row in tolls] == [rivals, rivals]
