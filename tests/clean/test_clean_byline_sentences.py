"""A sentence that only names an article's authors is a byline, above the text and below it."""

from __future__ import annotations

import pytest

from digest.clean import clean_article
from digest.ingest.decode import raw_from_text
from digest.model import LineReason

HEADLINE = "Bridge over the river is closed again"
BODY = "\n\n".join(
    f"The bridge was closed for the {time} time on Monday, and the council said that it would stay so until spring."
    for time in ("first", "second", "third", "fourth")
)
BYLINE = "This article was written by Ann Ito, Tom Roth and Ida Holm"


@pytest.mark.parametrize("text", [f"{HEADLINE}\n\n{BYLINE}\n\n{BODY}", f"{HEADLINE}\n\n{BODY}\n\n{BYLINE}."])
def test_a_sentence_of_authors_is_a_byline(text: str) -> None:
    article = clean_article(raw_from_text(text, article_id="a"))
    assert article.author is not None
    assert article.author.value == "Ann Ito, Tom Roth, Ida Holm"
    assert [(line.text.rstrip("."), line.reason) for line in article.removed] == [(BYLINE, LineReason.BYLINE)]


def test_a_sentence_of_no_names_is_told() -> None:
    told = "This article was written by hand and found on the bridge on Monday."
    article = clean_article(raw_from_text(f"{HEADLINE}\n\n{told}\n\n{BODY}", article_id="a"))
    assert article.author is None
    assert told in article.body
