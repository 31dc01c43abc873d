"""Whose voices each article quotes is counted from what the page shows, and every count names its sentences."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from render.render_stories import alone, find, storm, unquoted
from render.test_render_figures import told
from render.test_render_pages import story_text

from digest.language.terms import count_words
from digest.model import (
    BlockKind,
    Excerpt,
    Form,
    Mention,
    Person,
    QuoteKind,
    Span,
    SpeakerKind,
    Story,
    TimelineEntry,
)
from digest.render.people import person_line
from digest.render.silent import silent_people
from digest.render.timeline import in_words
from digest.render.voice_shares import article_voices


def test_words_are_counted_by_speaker_with_their_sentences() -> None:
    text = story_text(storm())
    cited = '[[1]](../articles/bay.md#sentence-3 "counted here")'
    assert f"| The Bay &#42;Times&#42; | Mary Byrne: 8 words {cited}, 100 % | 8 words |" in text
    assert (
        '| article 2 | Mary Byrne: 5 words [[2]](../articles/post.md#sentence-3 "counted here"), 100 % | 5 words |'
        in text
    )


def _unsure(*, apart: bool) -> Story:
    """The storm, where the first article does not tell who speaks; `apart` keeps its words from those of the other."""
    story = storm()
    long, short = story.comparison.quotes[0].quotes
    unsure = dataclasses.replace(long, confidence=0.5)
    quotes = [(unsure,), (short,)] if apart else [(unsure, short)]
    groups = tuple(dataclasses.replace(story.comparison.quotes[0], quotes=same) for same in quotes)
    findings = (dataclasses.replace(story.findings[0], quotes=(unsure,)), story.findings[1])
    return dataclasses.replace(
        story, findings=findings, comparison=dataclasses.replace(story.comparison, quotes=groups)
    )


def test_an_article_whose_speakers_are_mostly_not_certain_is_not_shared_out() -> None:
    assert article_voices(_unsure(apart=True)) == ()  # one article alone is compared with nothing


def test_words_that_another_article_gives_to_a_speaker_are_theirs_as_on_the_page() -> None:
    shares = article_voices(_unsure(apart=False))
    assert [(voice.name, voice.words) for voice in shares[0].voices] == [("Mary Byrne", "8 words")]


def test_articles_of_one_outlet_have_their_numbers() -> None:
    story = storm()
    bay, post = story.articles
    changed = dataclasses.replace(story, articles=(bay, dataclasses.replace(post, publisher=bay.publisher)))
    assert [one.outlets for one in article_voices(changed)] == ["The Bay *Times* (1)", "The Bay *Times* (2)"]


def test_who_is_named_often_and_not_quoted_is_listed() -> None:
    story = storm()
    often = dataclasses.replace(story.comparison.people[0], mentions=(("bay", 3), ("post", 1)))
    hidden = dataclasses.replace(story.findings[0], quotes=(), statements=())
    comparison = dataclasses.replace(story.comparison, people=(often,))
    articles = (unquoted(story.articles[0]), story.articles[1])
    changed = dataclasses.replace(story, articles=articles, comparison=comparison, findings=(hidden, story.findings[1]))
    assert [[silent.name for silent in one.named] for one in article_voices(changed)] == [["Mary Byrne"], []]
    assert "| The Bay &#42;Times&#42; | nobody | 0 words |" in story_text(changed)


def test_one_article_has_nobody_to_be_compared_with() -> None:
    assert article_voices(alone()) == ()
    assert "Whose voices" not in story_text(alone())


DATES = [
    ((2022, 4, 19), (2022, 4, 19), "day", "19 April 2022"),
    ((2022, 4, 18), (2022, 4, 24), "week", "week from 18 April 2022"),
    ((2022, 3, 3), (2022, 3, 5), "day", "3 March 2022 to 5 March 2022"),
    ((2024, 2, 1), (2024, 2, 29), "month", "February 2024"),
    ((2022, 3, 1), (2022, 5, 31), "month", "March to May 2022"),
    ((2022, 1, 1), (2022, 3, 31), "quarter", "first quarter of 2022"),
    ((2022, 1, 1), (2022, 12, 31), "year", "2022"),
    ((9999, 12, 31), (9999, 12, 31), "day", "31 December 9999"),
]


@pytest.mark.parametrize(("first", "last", "precision", "words"), DATES, ids=[words for *_, words in DATES])
def test_a_date_is_as_precise_as_it_is_known(first: tuple[int, ...], last: tuple[int, ...], precision: str, words: str):
    bay = storm().articles[0]
    where = find(bay, "Friday")
    entry = TimelineEntry(
        earliest=dt.date(*first), latest=dt.date(*last), precision=precision, written=where, sentence=where
    )
    assert in_words(entry) == words


def _with_few(words: str, kind: QuoteKind) -> Story:
    """The storm, whose first article has a few more words in marks, of nobody."""
    story = storm()
    (sure,) = story.findings[0].quotes
    few = dataclasses.replace(sure, excerpt=find(story.articles[0], words), kind=kind, speaker=None, confidence=0.0)
    findings = (dataclasses.replace(story.findings[0], quotes=(sure, few)), story.findings[1])
    return dataclasses.replace(story, findings=findings)


FEW = [
    ("No boat", QuoteKind.PARTIAL, []),  # a fifth of the words may be anybody's
    ("No boat leaves in", QuoteKind.TERM, ["8 words"]),
]


@pytest.mark.parametrize(("words", "kind", "counted"), FEW)
def test_no_article_is_shared_out_with_words_of_nobody_that_are_no_term(
    words: str, kind: QuoteKind, counted: list[str]
) -> None:
    shares = article_voices(_with_few(words, kind))
    assert [voice.words for article in shares[:1] for voice in article.voices] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The I.R.S. of the U.S. wrote 12 letters.", 8),
        ("The G8 wants a one-on-one re-election", 6),
        ("He is b-----y old – so I heard", 7),
        ("It sank--twice … and then … it rose...slowly", 8),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text: str, counted: int) -> None:
    assert count_words(text) == counted


@pytest.mark.parametrize("listed", [True, False])
def test_whose_word_a_term_in_marks_may_be_is_not_said_to_be_unquoted(listed: bool) -> None:
    story = storm()
    often = dataclasses.replace(story.comparison.people[0], mentions=(("bay", 3), ("post", 1)))
    own = story.findings[0]
    (said,) = own.quotes
    mention = Mention(excerpt=find(story.articles[0], "Mary Byrne"), sentence=1, form=Form.NAME)
    people = (Person(name=often.name, mentions=(mention,)),)
    term = dataclasses.replace(said, speaker=None, show=False, kind=QuoteKind.TERM, sentence=2 if listed else 1)
    hidden = dataclasses.replace(own, people=people, quotes=(term,), statements=())
    comparison = dataclasses.replace(story.comparison, people=(often,))
    changed = dataclasses.replace(story, comparison=comparison, findings=(hidden, story.findings[1]))
    assert bool(list(silent_people(0, {}, changed))) is listed


def test_the_words_of_whom_nothing_says_who_it_is_are_not_certain() -> None:
    story = storm()
    (said,) = story.findings[0].quotes
    assert said.speaker
    where = find(story.articles[0], "the council")
    his = dataclasses.replace(said.speaker, name="the council", kind=SpeakerKind.DESCRIPTION, mention=where)
    group = dataclasses.replace(story.comparison.quotes[0], speaker=his)
    comparison = dataclasses.replace(story.comparison, quotes=(group, *story.comparison.quotes[1:]))
    findings = (dataclasses.replace(story.findings[0], quotes=(dataclasses.replace(said, speaker=his),)),)
    changed = dataclasses.replace(story, comparison=comparison, findings=(*findings, *story.findings[1:]))
    assert article_voices(changed) == ()  # all words of the first article are of "the council", whichever it is


def test_an_article_with_marks_of_which_none_is_read_is_not_told_to_quote_nobody() -> None:
    story = storm()
    silent = dataclasses.replace(story.findings[1], quotes=())
    assert article_voices(dataclasses.replace(story, findings=(story.findings[0], silent))) == ()


def test_an_article_with_a_mark_that_is_never_closed_is_not_shared_out() -> None:
    story = storm()
    bay = story.articles[0]
    block = next(b for b in bay.blocks if b.kind is BlockKind.BODY)
    lone = dataclasses.replace(bay, text=f"{bay.text[: block.start]}“{bay.text[block.start + 1 :]}")
    changed = dataclasses.replace(story, articles=(lone, *story.articles[1:]))
    assert article_voices(changed) == ()  # one article alone is compared with nothing


def test_words_in_which_a_mark_opens_again_are_not_shared_out() -> None:
    own = "“We sold the old boat on Monday and the new one on Tuesday,” Ann Ito said."
    lost = (
        "Ann Ito calls it the “pride of Melk. But she notes that it is the largest of the “old boats” of the harbour."
    )
    closed = lost.replace("Melk.", "Melk.”")
    assert [a.certain for a in article_voices(told(own, f"{own} {closed}"))] == [True, True]
    assert article_voices(told(own, f"{own} {lost}")) == ()


def test_a_role_is_cited_to_those_who_have_it_whole() -> None:
    wordings = ("the former harbour director of Melk", "former director", "former Melk harbour director")
    excerpts = [
        Excerpt(span=Span(article_id=f"a{n}", start=0, end=len(text)), text=text) for n, text in enumerate(wordings)
    ]
    whole, part, same = excerpts
    person = dataclasses.replace(storm().comparison.people[0], roles=tuple(excerpts))
    (role,) = person_line(person).roles
    assert {*role.excerpts, *role.also} == {whole, same}
    assert role.shorter == (part,)
