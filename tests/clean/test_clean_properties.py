"""Whatever a page holds: nothing crashes, every block is verbatim, and no line disappears without a trace."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_article
from digest.clean.lines import lines
from digest.ingest import raw_from_text

LINES = st.sampled_from(
    [
        "Advertisement",
        "By Ada Lindqvist",
        "Photo: AP",
        "01:45",
        "Home / News / Asia",
        "Ministers meet in the old town hall",
        "The ministers met on Monday in the old town hall, and they talked until late in the evening.",
        "“It was a long night,” said one of them, who did not want to be named in this article.",
        "3 Comments",
        "Leave a reply",
        "• A point",
        "They left late on Monday, and the hall is closed again until next week. Watch them leave »",
        "Please turn on JavaScript. The hall is closed, they said. E-mail to a friend",
        "37",
        "",
        "(((((",
        '""""""""',
    ]
)
PAGES = st.one_of(st.text(), st.lists(LINES).map("\n".join), st.lists(st.one_of(LINES, st.text())).map("\n".join))


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_nothing_is_lost(text: str) -> None:
    raw = raw_from_text(text, article_id="a")
    article = clean_article(raw)
    for block in article.blocks:
        piece = article.text[block.start : block.end]
        assert raw.text[block.raw_start : block.raw_start + len(piece)] == piece
        assert piece in raw.text.split("\n")[block.line - 1]
    kept = [block.line for block in article.blocks]
    whole = {line.number: line.text for line in lines(raw)}
    gone = [line.line for line in article.removed if line.text == whole[line.line]]
    assert sorted(kept + gone) == list(whole)
    for line in article.removed:  # or what ran into a paragraph, and was cut off
        assert line.text in whole[line.line]
        assert line.line in gone or line.line in kept


@settings(max_examples=40, deadline=None)
@given(PAGES)
def test_same_in_same_out(text: str) -> None:
    raw = raw_from_text(text, article_id="a")
    assert clean_article(raw) == clean_article(raw)
