"""What an editor keeps stays, what an editor drops goes, and an article's own word counts before its publisher's."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_article
from digest.clean.lines import lines
from digest.diagnostics import Location
from digest.ingest import raw_from_text
from digest.model import Article, BlockKind, Known, LineReason, Origin, Overrule, Publisher, RawArticle

TEXT = """Ferry crews call off strike

Photo: Ada Lindqvist

The crews called off their strike on Tuesday, and the first ferry left at noon, the union said.

Advertisement

Passengers waited at the quay since the early morning, and many of them had slept in the school.

The harbour café stays open until midnight, its owner said to a reporter of this newspaper.

Leave a reply

The crews were right, and I would do the same in their place, wherever I was.
"""
HEADLINE, PHOTO, FIRST, ADVERT, SECOND, CAFE, HEADING, COMMENT = TEXT.split("\n\n")


def said(*texts: str, keep: bool) -> tuple[Overrule, ...]:
    return tuple(Overrule(text=text, keep=keep, location=Location(path="x.yml")) for text in texts)


def cleaned(*overrules: Overrule, publisher: tuple[Overrule, ...] = (), raw: RawArticle | None = None) -> Article:
    outlet = Publisher(id="gazette", name="Harbour Gazette", overrules=publisher)
    raw = replace(
        raw or raw_from_text(TEXT, article_id="a"),
        overrules=overrules,
        publisher=Known(value="gazette", origin=Origin.SIDECAR),
    )
    return clean_article(raw, publishers=[outlet])


def reasons(article: Article) -> dict[str, LineReason]:
    return {line.text: line.reason for line in article.removed}


def test_without_a_word_of_an_editor() -> None:
    assert cleaned().body.split("\n\n") == [FIRST, SECOND, CAFE]


def test_keep_and_drop() -> None:
    article = cleaned(*said("photo: ada*", COMMENT, keep=True), *said("Passengers waited*", keep=False))
    assert article.body.split("\n\n") == [PHOTO, FIRST, CAFE, COMMENT.strip()]
    assert reasons(article)[SECOND] is LineReason.EDITOR
    assert article.kept_by_editor == (3, 15)


def test_a_publishers_word_counts_for_its_articles() -> None:
    assert CAFE not in cleaned(publisher=said("The harbour café*", keep=False)).body
    assert ADVERT in cleaned(publisher=said("advertisement", keep=True)).body


def test_the_articles_word_counts_before_the_publishers() -> None:
    drop, keep = said(CAFE, keep=False), said(CAFE, keep=True)
    assert CAFE in cleaned(*keep, publisher=drop).body
    assert CAFE not in cleaned(*drop, publisher=keep).body


def test_a_headline_that_is_kept_stays_the_headline() -> None:
    article = cleaned(*said(HEADLINE, keep=True))
    assert article.headline is not None
    assert article.headline.text == HEADLINE


def test_of_a_web_page_too() -> None:
    kinds = tuple(BlockKind.HEADLINE if n == 0 else BlockKind.BODY for n in range(TEXT.count("\n") + 1))
    raw = replace(raw_from_text(TEXT, article_id="a"), kinds=kinds)
    article = cleaned(*said("advertisement", keep=True), *said("The harbour café*", keep=False), raw=raw)
    assert ADVERT in article.body
    assert reasons(article)[CAFE] is LineReason.EDITOR


LINES = st.lists(
    st.sampled_from([HEADLINE, PHOTO, FIRST, ADVERT, SECOND, CAFE, HEADING, COMMENT.strip(), "By A. Writer"])
)


@settings(max_examples=60, deadline=None)
@given(LINES, LINES, LINES)
def test_whatever_is_on_the_page(page: list[str], keep: list[str], drop: list[str]) -> None:
    raw = raw_from_text("\n".join(page), article_id="a")
    article = cleaned(*said(*keep, keep=True), *said(*drop, keep=False), raw=raw)
    gone = {line.line: line for line in article.removed}
    for line in lines(raw):
        if line.text in keep:
            assert line.number not in gone
        elif line.text in drop:
            assert gone[line.number].reason is LineReason.EDITOR
