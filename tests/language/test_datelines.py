"""A sentence begins behind its dateline, and a dash inside of it is no dateline's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import plain_article
from digest.language.datelines import bare_dateline_end, dateline_end, stamp_end, told_excerpt

NEWS = "The old bridge over the Ourt is open again."


@pytest.mark.parametrize(
    "line",
    [
        "MELK — ",
        "MELK, Austria – ",
        "PORT SAND, N.Y. (Agency) -- ",
        "MELK, Jan. 9 (Example News) -- ",
        "Jan. 9 (Example News) -- ",
        "MELK/ARDEN (Agency) - ",
        "Port Sand (XYZ) -- ",
        "(XYZ) -- ",
        "MELK, Mich (May 2, 2014) – ",
        "MELK –- ",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(line: str) -> None:
    assert dateline_end(line + NEWS) == len(line)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("NORTHPORT ", ""),
        ("NORTHPORT, Austria ", ""),
        ("NORTHPORT, Austria, July 6  ", ""),
        ("PORT SAND/MELKSTADT ", ""),
        ("LUSA ", "Nobody sails from Lusa in winter."),
    ],
)
def test_a_place_in_capitals_is_a_dateline_without_its_dash(line: str, body: str) -> None:
    assert bare_dateline_end(line + NEWS, body) == len(line)


def test_a_colon_may_stand_behind_the_place_where_an_article_begins() -> None:
    assert bare_dateline_end(f"NORTHPORT: {NEWS}", "", first=True) == len("NORTHPORT: ")
    assert bare_dateline_end(f"NORTHPORT: {NEWS}", "") == 0
    assert bare_dateline_end(f"BREAKING: {NEWS}", "", first=True) == 0


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "NATO The alliance has closed its old bridge over the Ourt.",
        "NORTHPORT BRIDGE IS OPEN The old bridge over the Ourt is open.",
        "NORTHPORT is a town with an old bridge over the Ourt.",
        "EDITOR'S NOTE The author of this article lives in Melk on the Ourt.",
        "U.S. Senator Ida Holm has opened the old bridge over the Ourt.",
        "NORTHPORT The bridge.",
        "LUSA Ferries has opened its old bridge. Lusa Ferries has two of them.",
    ],
)
def test_what_is_no_place_in_capitals_stays(text: str) -> None:
    assert bare_dateline_end(text, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "The mayor of Melk — who had opposed it — opened the bridge on Monday.",
        "Ida Holm — The mayor who never slept, a biography, is out on Monday.",
        "MELK — a town of bridges — has opened another one on Monday.",
        "EDITOR'S NOTE — The author of this article lives in Melk on the Ourt.",
        "MELK — The bridge.",
        "A - The first of the three bridges over the Ourt.",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert dateline_end(text) == 0


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Port Sand – In the old harbour of the town, a bridge is open.", 12),
        ("Port Sand ― The old bridge over the Ourt is open.", 12),
        ("Ida Holm of Melk – The mayor has opened the bridge over the Ourt.", 0),
        ("Ida Holm – she is the mayor – has opened the bridge over the Ourt.", 0),
        ("Melk–Arden is the line that the railways closed.", 0),
        ("PORT SAND: The old bridge over the Ourt is open again.", 11),
        ("UPDATE: The old bridge over the Ourt is open again.", 0),
        ("Port Sand: the old bridge over the Ourt is open again.", 0),
    ],
)
def test_an_article_may_begin_with_a_place_in_small_letters(text: str, end: int) -> None:
    assert dateline_end(text, first=True) == end
    assert dateline_end(text) == 0


def test_only_the_first_sentence_of_a_paragraph_has_a_dateline() -> None:
    article = plain_article(f"MELK — {NEWS}\n\nIt had been closed for a year. MELK — {NEWS}", article_id="a")
    told = [told_excerpt(article, sentence).text for sentence in article.sentences]
    assert told[0] == NEWS
    assert "MELK" in " ".join(told[1:])


@pytest.mark.parametrize(
    ("stamp", "early"),
    [
        ("— ", True),
        ("(XYZ)", True),
        ("(XYZ) ", True),
        ("Updated at 4:15 p.m. ET: ", False),
        ("UPDATE: ", False),
    ],
)
def test_a_stamp_and_the_rest_of_a_dateline_are_no_part_of_the_sentence(stamp: str, early: bool) -> None:
    assert stamp_end(stamp + NEWS, early=early) == len(stamp)
    article = plain_article(stamp + NEWS, article_id="a")
    assert told_excerpt(article, article.sentences[-1]).text == NEWS
    assert stamp_end(stamp + NEWS) == (0 if early else len(stamp))


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "— Ida Holm, head of the harbour board of the town of Melk",
        "Updates are to come from the harbour board of Melk, says Ida Holm.",
        "Update on the bridge is due, and Ida Holm said “it is: Wait for it.”",
        "(XYZ)The bridge.",
    ],
)
def test_what_is_no_stamp_stays(text: str) -> None:
    assert stamp_end(text, early=True) == 0


def test_captions_may_stand_before_the_paragraph_with_the_place() -> None:
    captions = [f"A boat leaves the harbour of Northport, May {day}." for day in (2, 3, 4, 5)]
    article = plain_article("\n\n".join((*captions, f"NORTHPORT {NEWS}")), article_id="a")
    assert told_excerpt(article, article.sentences[4]).text == NEWS


@given(st.text(alphabet="AbÉ. ,/()-—–9“", max_size=300))
def test_any_text_has_an_end(text: str) -> None:
    assert 0 <= dateline_end(text) <= len(text)
