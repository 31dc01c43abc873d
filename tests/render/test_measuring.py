"""What a figure measures is said without loose ends, and a figure that tells nothing stands on its article's page."""

from __future__ import annotations

import pytest
from render.test_render_figures import page, told

from digest.render.figures import key_figures

MEASURES = [
    ("Some 29 lorries were burned on Sunday.", "29 lorries", ["were burned"]),
    ("It tore the roof of a market hall with 3,000 stalls.", "3,000 stalls", ["a market hall"]),
    ("Exports of herring fell by 10% in May.", "10%", ["Exports of herring"]),
]


@pytest.mark.parametrize(("text", "figure", "measure"), MEASURES, ids=[figure for _, figure, _ in MEASURES])
def test_a_measure_repeats_nothing_and_ends_well(text: str, figure: str, measure: list[str]) -> None:
    (row,) = key_figures(told(text)).rows
    assert figure in row.figure[0].excerpts[0].text
    shown = [words.excerpts[0].text for words in row.measure]
    assert len(shown) == 1
    assert shown[0].endswith(measure[0])


def test_a_count_of_which_nothing_is_said_stands_on_the_page_of_its_article() -> None:
    text = "The ministry sent 300 special agents. Exports of herring fell by 10% in May."
    assert "1 more figure stands on the pages of the articles." in page(told(text))


def test_a_count_that_two_articles_have_is_shown() -> None:
    text = "The ministry sent 300 special agents to Port Sand on Sunday."
    assert len(key_figures(told(text, text.replace("sent", "has sent"))).rows) == 1


def test_a_toll_needs_no_more_words() -> None:
    assert len(key_figures(told("The war has seen 2,000 civilian deaths.")).rows) == 1


def test_what_only_the_one_who_is_quoted_can_say_is_no_measure() -> None:
    text = "“They came to my home with 17 vehicles and a drum,” said Ann Ito, the mayor of Bern."
    assert not any(row.measure for row in key_figures(told(text)).rows)
