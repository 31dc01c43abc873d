"""Whatever the text and the language: every finding stands where it says, and is the same each time."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from hostile_texts import TEXTS, names
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_article, plain_article
from digest.extract import extract
from digest.ingest.decode import raw_from_text
from digest.model import Article, Excerpt, Findings

LANGUAGES = ("en", "de", "es", "fr")  # the last one has no pack

# Parts of news, in three languages, with what goes wrong in them: open marks, numbers, names cut in two.
PIECES = (
    *'“”„«»‘’",.:;?!()—-–…$€£%½٣५５ ',
    "\n\n",
    "\u200d",
    "\u0301",
    "\u202e",
    " Mary Byrne ",
    " Byrne",
    " Den\u200disov ",
    " President Ann Ito of Japan ",
    " the Chinese foreign ministry ",
    " NATO (NATO) ",
    " said ",
    ", saying that ",
    " according to the readout ",
    " told reporters ",
    " he ",
    " she ",
    " the minister ",
    " called the “new axis” a threat ",
    " on Monday 3 May 2021 ",
    " two weeks ago ",
    " almost 30 per cent ",
    " from $5m to 6 million ",
    " three to four dozen people ",
    " rose by a third ",
    " that killed 12 and this was 5 per cent, which had ",
    "US-led ",
    " sagte die Bürgermeisterin Eva Weber, ",
    " laut der Polizei ",
    " rund 3,5 Millionen Euro ",
    " dijo la alcaldesa Ana Ruiz Soler ",
    " según el Gobierno ",
    " el 3 de mayo de 2021 ",
    "—No nos iremos —dijo ella—. ",
    " harbour was closed. ",
)
TEXT = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=80).map("".join))


def excerpts(thing: Any) -> Iterator[Excerpt]:
    """Every excerpt that a finding is made of, however deep it lies."""
    if isinstance(thing, Excerpt):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from excerpts(part)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from excerpts(getattr(thing, field.name))


def check(article: Article) -> Findings:
    """Read an article, and look up every excerpt, sentence and value."""
    findings = extract(article)
    for excerpt in excerpts(findings):
        assert excerpt.span.article_id == article.id
        assert 0 <= excerpt.span.start < excerpt.span.end <= len(article.text)
        assert article.text[excerpt.span.start : excerpt.span.end] == excerpt.text
    named = (*findings.people, *findings.organizations, *findings.places)
    mentions = [mention for entity in named for mention in entity.mentions]
    for found in (*findings.statements, *findings.figures, *findings.dates, *mentions):
        assert found.sentence == article.sentence_at(found.excerpt.span.start)
    for quote in findings.quotes:  # the opening mark may stand at the end of the sentence before
        assert 0 <= quote.sentence <= article.sentence_at(quote.excerpt.span.start)
    for figure in findings.figures:
        assert figure.value.is_finite()
        assert figure.value_to is None or figure.value_to.is_finite()
    return findings


@settings(max_examples=200, deadline=None)
@given(TEXT, st.sampled_from(LANGUAGES))
def test_every_finding_is_verbatim_at_its_place(text: str, language: str) -> None:
    check(plain_article(text, article_id="any", language=language))


@settings(max_examples=60, deadline=None)
@given(TEXT, st.sampled_from(LANGUAGES))
def test_every_finding_of_a_cleaned_page_is_verbatim_too(text: str, language: str) -> None:
    article = clean_article(raw_from_text(text, article_id="any"))
    check(dataclasses.replace(article, language=language))


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT, st.sampled_from(LANGUAGES))
def test_findings_hang_on_nothing_but_their_article(text: str, other: str, language: str) -> None:
    article = plain_article(text, article_id="any", language=language)
    first = extract(article)
    extract(plain_article(other, article_id="other", language=language))
    extract(plain_article(other + text, article_id="any", language="en"))
    assert extract(plain_article(text, article_id="any", language=language)) == first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_are_read(name: str, language: str) -> None:
    check(plain_article(TEXTS[name](3000), article_id="hostile", language=language))


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_are_cleaned(name: str) -> None:
    check(clean_article(raw_from_text(TEXTS[name](3000), article_id="hostile")))


@pytest.mark.parametrize(
    ("name", "length"), [("one word", 10**6), ("one sentence", 10**6), ("only digits", 10**6), ("only dots", 10**5)]
)
def test_a_very_long_line_is_read(name: str, length: int) -> None:
    article = plain_article(TEXTS[name](length), article_id="long")
    check(article)
    longest = max(sentence.end - sentence.start for sentence in article.sentences)
    assert longest <= 8000, "a sentence without an end is cut"


def test_very_many_names_and_paragraphs_are_read() -> None:
    many = names(5000)
    article = plain_article("\n".join(f"{name} left." for name in many), article_id="many")
    assert len(article.blocks) == len(many)
    found = check(article)
    assert len({person.name for person in found.people}) > len(many) * 0.7  # some given names stand in no table


@pytest.mark.parametrize("joiner", ["\u200b", "\u200c", "\u200d", "\u00ad", "\u2060", "\ufeff"])
def test_a_name_with_something_invisible_inside_is_the_same_name(joiner: str) -> None:
    text = f"Mary Den{joiner}isov closed the harbour on Friday. “Nobody goes out,” said Denisov."
    article = clean_article(raw_from_text(text, article_id="a"))
    (person,) = check(article).people
    assert person.name == "Mary Denisov"
    assert [mention.excerpt.text for mention in person.mentions] == ["Mary Denisov", "Denisov"]
