"""One pattern of many phrases finds what trying them one by one would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from digest.clean.phrases import any_of

PHRASES = st.lists(st.text("ab .", min_size=1, max_size=5), min_size=1, max_size=6)


@given(PHRASES, st.text("ab .", max_size=8))
def test_finds_the_longest_phrase(phrases: list[str], text: str) -> None:
    hit = re.match(any_of(phrases), text)
    fitting = [p for p in phrases if text.startswith(p) and not (p[-1].isalnum() and text[len(p) :][:1].isalnum())]
    assert (hit.group() if hit else None) == max(fitting, key=len, default=None)


def test_a_phrase_ends_where_a_word_ends() -> None:
    pattern = re.compile(any_of(["read", "read more", "read:"]))
    assert [hit.group() for hit in map(pattern.match, ["read more", "read: it", "read morel"]) if hit] == [
        "read more",
        "read:",
        "read",
    ]
    assert pattern.match("reader") is None
