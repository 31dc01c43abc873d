"""An article leaves words of an utterance out only where it prints them nowhere."""

from __future__ import annotations

import pytest

from digest.compare.printings import compare_printings
from digest.model import DifferenceKind, Excerpt, Quote, QuoteKind, Span

LONG = "The ferry is old and will be sold. No sailor of the harbour loses his work."
SHORT = "The ferry is old and will be sold."


def quote(article: str, words: str) -> Quote:
    excerpt = Excerpt(span=Span(article_id=article, start=0, end=len(words)), text=words)
    return Quote(excerpt=excerpt, sentence=0, kind=QuoteKind.FULL)


@pytest.mark.parametrize(
    ("rest", "left_out"),
    [
        ("She sat down. She added: no sailor of the harbour loses his work.", []),
        ("She said that no sailor would lose his work.", [DifferenceKind.END]),
    ],
)
def test_words_in_another_place_are_not_left_out(rest: str, left_out: list[DifferenceKind]) -> None:
    texts = {"bay": LONG, "post": f"{SHORT} {rest}"}
    _, second = compare_printings((quote("bay", LONG), quote("post", SHORT)), {"bay": 0, "post": 1}, "en", texts)
    assert [difference.kind for difference in second.differences] == left_out


def test_a_word_or_two_are_no_cut_of_a_sentence() -> None:
    term = Quote(excerpt=quote("post", "no sailor").excerpt, sentence=0, kind=QuoteKind.TERM)
    assert compare_printings((quote("bay", LONG), term), {"bay": 0, "post": 1}, "en") == ()


@pytest.mark.parametrize(
    ("cut", "other", "printings"),
    [
        ("The ferry is old", quote("post", "The ferry is old, and so is the harbour bridge").excerpt, 0),
        ("The ferry is old", quote("post", "Nobody has asked the town about the bridge").excerpt, 2),
        (
            "The ferry is old and will be sold. Nobody has asked the town about the bridge",
            quote("bay", "Nobody has asked the town, or the mayor, about the harbour bridge").excerpt,
            0,
        ),
    ],
)
def test_a_cut_that_fits_something_else_is_not_compared(cut: str, other: Excerpt, printings: int) -> None:
    found = compare_printings((quote("bay", LONG), quote("post", cut)), {"bay": 0, "post": 1}, "en", None, [other])
    assert len(found) == printings


def test_words_of_which_most_stand_in_a_row_elsewhere_are_not_left_out() -> None:
    texts = {"bay": LONG, "post": f"{SHORT} He said that nearly every sailor of the harbour loses his work in May."}
    long = f"{SHORT} And each sailor of the harbour loses his work."
    _, second = compare_printings((quote("bay", long), quote("post", SHORT)), {"bay": 0, "post": 1}, "en", texts)
    assert second.differences == ()
