"""An overrule that fits no line is told once, however many articles it is about."""

from __future__ import annotations

from dataclasses import replace

from digest.diagnostics import Location
from digest.edit import unmatched_overrules
from digest.ingest import raw_from_text
from digest.model import Overrule

PLACE = Location(path="seeds/many.yml", line=1, column=8)


def test_what_stands_beside_a_file_of_many_articles_must_fit_one_of_them() -> None:
    rules = (
        Overrule(text="the ferry*", keep=False, location=PLACE),
        Overrule(text="the tram*", keep=True, location=PLACE),
    )
    raws = [
        replace(raw_from_text(text, article_id=f"many-{number}"), overrules=rules)
        for number, text in enumerate(("The bus left.\n", "The ferry left.\n"))
    ]
    (warned,) = unmatched_overrules(raws, ())
    assert (warned.location, warned.code) == (PLACE, "unmatched-override")
    assert "begins with “the tram”" in warned.message


def test_the_same_text_in_two_places_is_told_for_each() -> None:
    places = [PLACE, replace(PLACE, line=2)]
    rules = tuple(Overrule(text="the tram", keep=False, location=place) for place in places)
    raw = replace(raw_from_text("The bus left.\n", article_id="a"), overrules=rules)
    assert [warned.location for warned in unmatched_overrules([raw], ())] == places
