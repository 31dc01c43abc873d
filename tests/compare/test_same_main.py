"""Another sentence reports a point where it tells who did what, not where it only has the words around that."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.language.main_clause import main_clause
from digest.language.named_days import on_other_days
from digest.language.same_main import is_another_deed, may_report_main, reports_main, says_main
from digest.language.telling import Telling

PAIRS = yaml.safe_load((Path(__file__).parent / "cases" / "main_clauses.yml").read_text(encoding="utf-8"))
TELLING = Telling([pair[key] for pair in PAIRS for key in ("one", "other")])


def measured(question) -> tuple[float, float]:
    """Precision and recall of a question that is asked of all pairs."""
    found = [pair["same"] for pair in PAIRS if question(pair["one"], pair["other"], TELLING)]
    return sum(found) / len(found), sum(found) / sum(pair["same"] for pair in PAIRS)


@pytest.mark.parametrize(
    ("question", "precision", "recall"),
    [(reports_main, 0.6, 0.85), (may_report_main, 0.5, 0.95), (says_main, 0.6, 0.95)],
    ids=["reports", "may report", "says"],
)
def test_what_is_told_beside_is_not_reported(question, precision: float, recall: float) -> None:
    found = measured(question)
    assert found[0] >= precision
    assert found[1] >= recall


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("A ferry sank off Melk in a gale, the mayor of Melk said on Friday.", "A ferry sank off Melk in a gale"),
        ("A tape, aired on Friday by Radio Sand, frightened all of Melk's sailors.", "A tape frightened all of Melk's"),
        ("When the gale began, Ida Holm closed the harbour of Melk.", "Ida Holm closed the harbour of Melk."),
        ("Ida Holm closed the harbour of Melk after a ferry had sunk.", "Ida Holm closed the harbour of Melk"),
        ("Melk (a town of 900 people) sold its lighthouse to Per Lund.", "Melk sold its lighthouse to Per Lund."),
        ("It sank after Melk.", "It sank after Melk."),
    ],
)
def test_the_main_clause_of_a_sentence(text: str, main: str) -> None:
    found = main_clause(text)
    assert len(found) == len(text)
    assert " ".join(found.split()).replace(" ,", ",").lstrip(", ").startswith(main)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The race is on October 11.", "The race is on Oct. 16.", True),
        ("The race is on 11 October.", "The race is on Oct. 11, 2019.", False),
        ("The race is on October 11.", "The race is on Friday.", False),
    ],
)
def test_days_of_a_year_that_differ(one: str, other: str, *, apart: bool) -> None:
    assert on_other_days(one, other) is apart


SOLD = "The harbour board put an old ferry up for sale, which had drifted into the bay of Melk."


@pytest.mark.parametrize(
    ("other", "another"),
    [
        ("The old ferry had drifted into the bay of Melk.", True),
        ("The courier company removed the advertisement for the board's old ferry.", True),
        ("The harbour board wants to sell an old ferry that drifted into the bay.", False),
        ("An old ferry was put on the market in Melk.", False),
    ],
)
def test_another_deed_is_no_report(other: str, *, another: bool) -> None:
    assert is_another_deed(SOLD, other) is another


def test_what_was_undone_is_reported_by_who_tells_that_it_was_undone() -> None:
    assert not is_another_deed("The board removed the old ferry.", "The old ferry was removed by the board.")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_asked(one: str, other: str) -> None:
    assert len(main_clause(one)) == len(one)
    for question in (reports_main, may_report_main, says_main):
        assert question(one, other, TELLING) in {True, False}
