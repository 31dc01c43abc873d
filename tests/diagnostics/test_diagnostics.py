"""A problem is shown where it is, with its line, a caret and the way out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.diagnostics import DigestError, Location, error, warning


def test_a_problem_with_its_place():
    problem = error(
        "unknown-key",
        "unknown key 'titel'",
        location=Location(path="stories/x.yml", line=12, column=5),
        source="    titel: A",
        hint="did you mean 'title'?",
    )
    assert str(problem).splitlines() == [
        "stories/x.yml:12:5: error[unknown-key]: unknown key 'titel'",
        "        titel: A",
        "        ^",
        "    did you mean 'title'?",
    ]


def test_a_problem_with_a_whole_file():
    assert str(warning("empty", "nothing in it", location=Location(path="a.txt"))) == (
        "a.txt: warning[empty]: nothing in it"
    )


def test_all_problems_travel_together():
    problems = [warning("a", "one"), error("b", "two")]
    assert DigestError(problems).diagnostics == tuple(problems)


@given(st.text(min_size=1, max_size=3000), st.integers(1, 3000))
def test_the_caret_stands_below_its_column_however_long_the_line(source, column):
    lines = str(error("x", "y", location=Location(path="p", line=1, column=column), source=source)).split("\n")
    assert all(len(line) <= 104 for line in lines[1:2])
    assert all(line.isprintable() for line in lines)
