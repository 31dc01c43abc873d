"""A cross-heading that was glued to a sentence is none of its words."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.language.datelines import told_excerpt
from digest.language.headings import glued_heading_end

GLUED = {
    "Role model His Republican rival praised the old mayor on Monday.": len("Role model "),
    "New harbour The town has opened its gates to all ships again.": len("New harbour "),
    "Police said The Courier had paid the fishermen for their story.": 0,  # a name
    "Former rapper The Game sang for the fishermen of the old harbour.": 0,
    "In the town The old gates were opened for all ships again.": 0,
    "Role model Ida Holm praised the old mayor of the town on Monday.": 0,
    "Boats sank His brother told the court about the night of the storm.": 0,  # a sentence
    "New harbour The end.": 0,
}


@pytest.mark.parametrize(("text", "end"), GLUED.items())
def test_a_sentence_begins_behind_a_glued_heading(text: str, end: int) -> None:
    assert glued_heading_end(text) == end


def test_a_sentence_is_told_without_it() -> None:
    article = plain_article("Role model Her rivals praised the old mayor of the town on Monday.", article_id="a")
    assert told_excerpt(article, article.sentences[0]).text.startswith("Her rivals")
