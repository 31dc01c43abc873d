"""An article leaves words of an utterance out only where it prints them nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.clean import plain_article
from digest.compare.printings import compare_printings
from digest.model import Article, DifferenceKind, Excerpt, Quote, QuoteKind, Span

LONG = "The ferry is old and will be sold. No sailor of the harbour loses his work."
SHORT = "The ferry is old and will be sold."


def quote(article: str, words: str) -> Quote:
    excerpt = Excerpt(span=Span(article_id=article, start=0, end=len(words)), text=words)
    return Quote(excerpt=excerpt, sentence=0, kind=QuoteKind.FULL)


def articles(**texts: str) -> dict[str, Article]:
    return {name: plain_article(text, article_id=name) for name, text in texts.items()}


@pytest.mark.parametrize(
    ("rest", "left_out"),
    [
        ("She sat down. She added: no sailor of the harbour loses his work.", []),
        ("She said that no sailor would lose his work.", [DifferenceKind.END]),
    ],
)
def test_words_in_another_place_are_not_left_out(rest: str, left_out: list[DifferenceKind]) -> None:
    told = articles(bay=LONG, post=f"{SHORT} {rest}")
    _, second = compare_printings((quote("bay", LONG), quote("post", SHORT)), {"bay": 0, "post": 1}, "en", told)
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
    told = articles(bay=LONG, post=f"{SHORT} He said that nearly every sailor of the harbour loses his work in May.")
    long = f"{SHORT} And each sailor of the harbour loses his work."
    _, second = compare_printings((quote("bay", long), quote("post", SHORT)), {"bay": 0, "post": 1}, "en", told)
    assert second.differences == ()


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("“The ferry is old,” she said with a smile, “but who is not?” The crowd laughed.", 0),
        ("“The ferry is old,” she said with a smile. But nobody laughed at the ferry.", 1),
    ],
)
def test_short_words_in_the_same_sentence_are_not_left_out(text: str, left_out: int) -> None:
    whole, cut = quote("bay", "The ferry is old, but who is not?"), quote("post", "The ferry is old")
    cut = replace(cut, excerpt=replace(cut.excerpt, span=Span(article_id="post", start=1, end=17)))
    _, second = compare_printings((whole, cut), {"bay": 0, "post": 1}, "en", articles(post=text))
    assert len(second.differences) == left_out


def test_words_in_both_are_neither_left_out_nor_added() -> None:
    whole, cut = (
        quote("bay", "With all respect, that's just a heap of herring."),
        quote("post", "That's a heap of herring."),
    )
    _, second = compare_printings((whole, cut), {"bay": 0, "post": 1}, "en")
    found = [(one.kind, *(excerpt.text for excerpt in one.there)) for one in second.differences]
    assert found == [(DifferenceKind.BEGINNING, "With all respect"), (DifferenceKind.MIDDLE, "just")]


def test_a_few_words_that_stand_elsewhere_are_left_out_nevertheless() -> None:
    whole = quote("bay", "Madam chair, no ferry between Lusa and Old Melk will ever be sold to strangers")
    cut = quote("post", "no ferry between Lusa and Melk will ever be sold")
    text = f"{cut.excerpt.text}. She told it to the old clerk, to madam chair and to strangers."
    _, second = compare_printings((whole, cut), {"bay": 0, "post": 1}, "en", articles(bay="", post=text))
    found = [excerpt.text for one in second.differences for excerpt in one.there]
    assert found == ["Madam chair", "Old", "to strangers"]


def test_a_word_that_a_reader_counts_is_one() -> None:
    whole = quote("bay", "The G8 and the U.S. face a re-election")
    _, second = compare_printings((whole, quote("post", "The G8 and the U.S.")), {"bay": 0, "post": 1}, "en")
    assert second.words == 5


def test_words_in_the_middle_and_all_that_differs_are_told() -> None:
    whole, cut = quote("bay", "These ferries will all be sold in May"), quote("post", "will all be sold in May")
    text = "She said that the ferries “will all be sold in May” to Lusa."
    cut = replace(cut, excerpt=replace(cut.excerpt, span=Span(article_id="post", start=27, end=50)))
    _, second = compare_printings((whole, cut), {"bay": 0, "post": 1}, "en", articles(post=text))
    assert [difference.kind for difference in second.differences] == [DifferenceKind.BEGINNING]


def test_an_article_that_cuts_the_words_at_another_place_has_them_all() -> None:
    here = "Our ferry has never run aground. Our pier has never burnt down"
    behind = quote("post", "Our pier has never burnt down. Our crane has never fallen over.").excerpt
    found = compare_printings(
        (quote("bay", here), quote("post", "Our ferry has never run aground")),
        {"bay": 0, "post": 1},
        "en",
        articles(bay=here, post=f"“Our ferry has never run aground,” Ann Ito said. “{behind.text}”"),
        [behind],
    )
    assert [printing.differences for printing in found] == [(), ()]


def test_points_in_a_name_make_no_difference() -> None:
    whole, other = quote("bay", "The U.N. will buy the old ferry"), quote("post", "The UN will buy that old ferry")
    _, second = compare_printings((whole, other), {"bay": 0, "post": 1}, "en")
    assert [[excerpt.text for excerpt in d.here] for d in second.differences] == [["that"]]


def test_words_that_stand_in_another_piece_are_not_told_beside_a_cut() -> None:
    text = "It “was no joke,” she said, and the ferry “was bound to sink in that autumn storm of the year.”"
    pieces = [text[4:15], text[text.index("was bound") : -2]]
    cuts = [
        Excerpt(span=Span(article_id="post", start=text.index(p), end=text.index(p) + len(p)), text=p) for p in pieces
    ]
    whole = quote("bay", "Was bound to sink in that autumn storm of the year. Was no joke. I see that.")
    parts = [replace(quote("post", cut.text), excerpt=cut) for cut in cuts]
    _, second = compare_printings((whole, *parts), {"bay": 0, "post": 1}, "en", articles(post=text))
    assert ["I see that"] in [[excerpt.text for excerpt in d.there] for d in second.differences]


@pytest.mark.parametrize(("marked", "left_out"), [("“hurts”", []), ("hurts", [DifferenceKind.BEGINNING])])
def test_a_part_in_marks_of_its_own_is_not_left_out(marked: str, left_out: list[DifferenceKind]) -> None:
    whole, part = (
        "It only hurts our need to understand what the mayor of the harbour did",
        "understand what the mayor of the harbour did",
    )
    told = articles(bay=f"“{whole},” she said.", post=f"She said it {marked} their need to “{part}.”")
    start = told["post"].text.index(part)
    cut = Quote(
        excerpt=Excerpt(span=Span(article_id="post", start=start, end=start + len(part)), text=part),
        sentence=0,
        kind=QuoteKind.FULL,
    )
    _, second = compare_printings((quote("bay", whole), cut), {"bay": 0, "post": 1}, "en", told)
    assert [difference.kind for difference in second.differences] == left_out
