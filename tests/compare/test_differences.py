"""What the printings of one utterance leave out, hide and word differently; bounded work for any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.compare.alignment import MOST_WORDS, Said, align, said
from digest.compare.differences import differences
from digest.compare.sameness import sameness
from digest.model import Excerpt, Span

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "differences.yml").read_text(encoding="utf-8"))


def spoken(pieces: str | list[str], *, article: str, language: str = "en") -> Said:
    """Pieces as they would stand in an article, one behind the other."""
    found, place = [], 0
    for piece in [pieces] if isinstance(pieces, str) else pieces:
        span = Span(article_id=article, start=place, end=place + len(piece))
        found.append(Excerpt(span=span, text=piece))
        place += len(piece) + 10
    return said(tuple(found), language)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_differences_are_told_apart(case: dict[str, Any]) -> None:
    language = case.get("language", "en")
    first, other = (spoken(case[key], article=key, language=language) for key in ("first", "other"))
    found = differences(other, first, language=language)
    assert [[d.kind.value, [e.text for e in d.here], [e.text for e in d.there]] for d in found] == case["expected"]


WORDS = [
    "the",
    "valley",
    "Valley's",
    "not",
    "…",
    "...",
    "12",
    "of",
    "river",
    "rivers",
    "“",
    "harbour",
    "и",
    "\u200b",
    "\n",
]
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=30).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(texts, min_size=1, max_size=3), st.lists(texts, min_size=1, max_size=3))
def test_every_difference_is_verbatim(one: list[str], other: list[str]) -> None:
    """Whatever the words, what is said of them stands in the pieces, and no run in common is counted twice."""
    first, second = spoken(one, article="one"), spoken(other, article="other")
    chain, moved = align(first, second)
    places = [tile.one + k for tile in (*chain, *moved) for k in range(tile.length)]
    assert len(places) == len(set(places))
    for difference in differences(first, second):
        for excerpt in (*difference.here, *difference.there):
            pieces = first.pieces if excerpt.span.article_id == "one" else second.pieces
            assert any(
                p.span.covers(excerpt.span)
                and p.text[excerpt.span.start - p.span.start : excerpt.span.end - p.span.start] == excerpt.text
                for p in pieces
            )


@pytest.mark.parametrize("words", ["river ", "river valley ", "the river the valley and ", "a b c d e f g h "])
def test_hostile_quotations_take_bounded_time(words: str) -> None:
    """Ten times the text costs nothing more once a quotation is longer than what is compared."""
    one, other = (spoken(words * MOST_WORDS * times, article=str(times)) for times in (1, 10))
    start = time.process_time()
    sameness(one, other, known=True, apart=True)
    differences(one, other)
    assert time.process_time() - start < 3
