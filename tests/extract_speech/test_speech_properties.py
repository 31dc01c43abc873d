"""Whatever the text: no crash, every excerpt verbatim, the body only, in order, and linear time in the worst cases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.extract.entities import Entities, find_entities
from digest.extract.quotes import find_quotes
from digest.extract.statements import find_statements
from digest.model import Article, Block, BlockKind, Excerpt, Sentence

PIECES = st.sampled_from(
    [
        *'“”„«»‘’",.:;?!()—',
        "''",
        "``",
        "\n\n",
        " ",
        " Ann Ito ",
        " said ",
        " that ",
        " he ",
        " told ",
        " according to ",
        " the minister ",
        " called ",
        " saying ",
        " was ",
        " by ",
        " rejected the claim about ",
        " a ",
        " statement ",
        "it",
        "’s ",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def excerpts(article: Article) -> list[Excerpt | None]:
    entities = find_entities(article)
    found: list[Excerpt | None] = []
    for quote in find_quotes(article, entities):
        found += [quote.excerpt, quote.cue, quote.via, quote.addressee, quote.speaker and quote.speaker.mention]
    for statement in find_statements(article, entities):
        found += [statement.excerpt, statement.cue, statement.via, statement.speaker.mention]
    return found


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_excerpt_is_verbatim(text):
    article = plain_article(text, article_id="a")
    for excerpt in excerpts(article):
        assert excerpt is None or article.text[excerpt.span.start : excerpt.span.end] == excerpt.text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_quotations_come_in_order_apart_and_with_sane_values(text):
    article = plain_article(text, article_id="a")
    quotes = find_quotes(article, find_entities(article))
    ends = [0, *(q.excerpt.span.end for q in quotes)]
    assert all(end <= quote.excerpt.span.start for end, quote in zip(ends, quotes, strict=False))
    for quote in quotes:
        assert 0 <= quote.confidence <= 1
        assert (quote.speaker is None) <= (quote.confidence == 0)
        assert 0 <= quote.sentence < len(article.sentences)


def test_headlines_are_not_quoted():
    article = plain_article("Ann Ito said “so”.", article_id="a", title="Ito: “No bridge for ‘us’”")
    assert [q.excerpt.text for q in find_quotes(article, Entities())] == ["so"]


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "”", "“a” ", "‘a’ ", "’s ", "said ", "Ann Ito said that ", ", saying ", "according to ", "A'", ", "],
)
def test_long_lines_are_read_to_their_end(piece):
    text = piece * (60_000 // len(piece))
    whole = Block(kind=BlockKind.BODY, start=0, end=len(text), raw_start=0, line=1)
    sentence = Sentence(index=0, start=0, end=len(text), block=0, kind=BlockKind.BODY)
    article = Article(id="a", path="a", sha256="", encoding="utf-8", text=text, blocks=(whole,), sentences=(sentence,))
    quotes = find_quotes(article, Entities())
    assert all(text[q.excerpt.span.start : q.excerpt.span.end] == q.excerpt.text for q in quotes)
    find_statements(article, Entities())


def test_same_in_same_out():
    text = "“We will build it,” Ann Ito told Paul Roth. He said “no”, according to the readout. Ito vowed to go on."
    first, second = (plain_article(text, article_id="a") for _ in range(2))
    assert find_quotes(first, find_entities(first)) == find_quotes(second, find_entities(second))
    assert find_statements(first, find_entities(first)) == find_statements(second, find_entities(second))
