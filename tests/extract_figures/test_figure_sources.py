"""Who says a figure is who says the clause in which it stands, and nobody else."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.extract import extract

SOURCES = {
    "who is named at the end": ("Exports rose by 5% in May, according to Ana Lima.", "5%", "Ana Lima"),
    "who says that it is so": ("Ana Lima said 26 boats had been sunk in May.", "26 boats", "Ana Lima"),
    "the reporter, in a clause that only describes": (
        "Ana Lima said on Sunday the attack, in which a man wounded 26 people, had been planned.",
        "26 people",
        None,
    ),
    "the reporter, beside what others are urged to do": (
        "The council urged both ports to stop the trade as a fire killed 15 sailors in Lund.",
        "15 sailors",
        None,
    ),
    "the reporter, beside what several agree to do": (
        "Lund and Bern agreed to leave the port, ending nine months of fights that killed 15 sailors.",
        "15 sailors",
        None,
    ),
    "the reporter, where a thing is agreed to": (
        "Lund and Bern agreed to a truce on Sunday after fights that killed 15 sailors.",
        "15 sailors",
        None,
    ),
    "the reporter, where a thing is declared": (
        "Ana Lima declared a day of mourning in Lund after a fire had killed 15 sailors.",
        "15 sailors",
        None,
    ),
    "the reporter, behind what led to a thing that is declared": (
        "Ana Lima declared a day of mourning late on Tuesday after the Tide Party alleged fraud, sparking a riot that "
        "killed 15 sailors.",
        "15 sailors",
        None,
    ),
    "who declares that it is so": ("Ana Lima declared that a fire had killed 15 sailors.", "15 sailors", "Ana Lima"),
    "the reporter, behind what many are called on to do": (
        "The council called on Ana Lima to cancel her trip after the police had seized 15 boats.",
        "15 boats",
        None,
    ),
    "who calls for it, in what goes on with a list": (
        "Ana Lima called for help, such as 15 doctors and a nurse.",
        "15 doctors",
        "Ana Lima",
    ),
    "nobody, where something is only estimated": (
        "A young sailor was arrested after pearls with an estimated value of £380,000 were found in Lund.",
        "£380,000",
        None,
    ),
    "nobody, where a number is won": ("Ana Lima added 17 points for the team of Bern on Sunday.", "17 points", None),
    "who is quoted within a quotation": (
        "“Medics said 48 people had been hurt on Sunday,” the Norland News Agency reported.",
        "48 people",
        "Medics",
    ),
    "nobody, where those who are counted speak": (
        "Some 40 fishermen said the harbour was “a ruin” by now.",
        "40",
        None,
    ),
}


@pytest.mark.parametrize(("text", "figure", "source"), SOURCES.values(), ids=SOURCES.keys())
def test_the_source_is_who_says_the_clause(text: str, figure: str, source: str | None) -> None:
    found = extract(plain_article(text, article_id="a"))
    (told,) = (f for f in found.figures if figure in f.excerpt.text)
    assert (told.source.name if told.source else None) == source
