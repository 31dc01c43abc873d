"""A date belongs to the clause that holds it, which need not tell the event of the sentence."""

from __future__ import annotations

import pytest

from digest.compare.dated_clauses import is_mentioned

BESIDE = {
    "Ann Ito said that “the pier is old” after the gate was closed on Monday night.": True,
    "Ann Ito said after the gate was closed on Monday that it was rusty.": True,
    "Ann Ito said ten men drowned after a boat sank on Monday.": False,
    "Ten men drowned after a boat sank on Monday.": False,
    "“The pier is old,” Ann Ito said after a meeting on Monday.": False,
}


@pytest.mark.parametrize(("text", "beside"), BESIDE.items())
def test_what_is_said_after_a_deed_is_not_of_its_day(text: str, beside: bool) -> None:
    start = text.index("Monday")
    assert is_mentioned(text, start, start + len("Monday")) is beside


ELSEWHERE = {
    "Divers left the wreck but said it was unclear what had sunk the ship last year off Melk.": True,
    "Ann Ito, a mayor whose ship sank last year, has led Melk for long.": True,
    "What sank the ship last year is known.": False,
    "Two singers were among ten people killed last year off Melk.": False,
    "Ann Ito, who married her partner, Eva Holm, in Bern, Ohio last year, took to the radio.": True,
    "Ann Ito, who married her partner, Eva Holm, in Bern, took to the radio last year.": False,
    "Ann Ito, who is a doctor, a baker, and a mayor, opened the pier last year.": False,
    "The towns spent a million on the pier, according to a report by a board of auditors issued last year.": True,
    "According to the harbour board the towns spent a million on the pier last year.": False,
}


@pytest.mark.parametrize(("text", "beside"), ELSEWHERE.items())
def test_a_date_of_a_side_clause_or_of_a_source_is_not_the_events(text: str, beside: bool) -> None:
    start = text.index("last year")
    assert is_mentioned(text, start, start + len("last year")) is beside


SPANS = {
    "A team of the harbour board tested the pump by reading letters from May 2009 to March 2011.": "May 2009",
    "A team of the board tested the pump by reading letters from May 2009 until March 2011.": "March 2011",
}


@pytest.mark.parametrize(("text", "written"), SPANS.items())
def test_a_span_of_days_is_no_day_of_an_event(text: str, written: str) -> None:
    start = text.index(written)
    assert is_mentioned(text, start, start + len(written))


def test_a_day_of_departure_is_one() -> None:
    text = "The ferry sailed from Melk to Arden in May 2009 with sand from Lusa."
    start = text.index("May 2009")
    assert not is_mentioned(text, start, start + len("May 2009"))
