"""Of a day what came of it is told."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Change, ChangeKind
from digest.store.history.netting import appended

FIRST, SECOND = dt.date(2026, 3, 1), dt.date(2026, 3, 2)


def change(kind, day=FIRST, **parts):
    return Change(day=day, kind=ChangeKind(kind), **parts)


def left(*changes):
    told = ()
    for one in changes:
        told = appended(told, [one])
    return [(str(c.kind), c.before, c.words) for _, c in told]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([change("added", article="a"), change("gone", article="a")], []),
        ([change("added", article="a"), change("gone", article="b")], [("added", "", ""), ("gone", "", "")]),
        ([change("added", article="a"), change("gone", SECOND, article="a")], [("added", "", ""), ("gone", "", "")]),
        ([change("took-in", other="s1"), change("parted", other="s1")], []),
        ([change("hidden", article="a", words="40"), change("shown", article="a", words="40")], []),
        ([change("title", before="A", words="B"), change("title", before="B", words="C")], [("title", "A", "C")]),
        ([change("title", before="A", words="B"), change("title", before="B", words="A")], []),
        (
            [
                change("added", article="a"),
                change("moved", article="a", other="b", before="40", words="43"),
                change("gone", article="a"),
            ],
            [],
        ),
        (
            [
                change("moved", article="a", other="a", before="40", words="41"),
                change("moved", article="a", other="a", before="41", words="42"),
            ],
            [("moved", "40", "42")],
        ),
        (
            [
                change("moved", article="a", other="b", before="40", words="41"),
                change("moved", article="c", other="a", before="41", words="42"),
            ],
            [("moved", "40", "41"), ("moved", "41", "42")],
        ),
        ([change("revised", article="a", about="1"), change("revised", article="a", about="2")], [("revised", "", "")]),
    ],
)
def test_what_is_left_of_a_day(changes, expected):
    assert left(*changes) == expected


@given(
    st.lists(
        st.builds(
            Change,
            day=st.sampled_from([FIRST, SECOND]),
            kind=st.sampled_from(list(ChangeKind)),
            article=st.sampled_from("ab"),
            words=st.sampled_from("xy"),
            before=st.sampled_from("xy"),
            other=st.sampled_from("ab"),
        )
    )
)
def test_no_two_have_one_number(changes):
    told = ()
    for one in changes:
        told = appended(told, [one])
    numbers = [number for number, _ in told]
    assert len(set(numbers)) == len(numbers)
