"""A project of several small stories of several publishers, with all that results may depend on."""

from __future__ import annotations

from pathlib import Path

import pytest
from editions import pages_of

TEXT = """{town} closes its {thing} after storm {storm}

The {thing} of {town} was closed on Friday after storm {storm} tore its roof away, the mayor of {town} said.

“Nobody goes near the {thing} before it is mended,” said {mayor}, the mayor of {town}. Some {number} people live there.

The {thing} has {number} windows, and {town} will pay €{number} million until it opens again, {mayor} said on Monday.

You can read more of this in our app.
"""
TOWNS = (
    ("Kilronan", "harbour", "Agnes", "Mary Byrne", 300),
    ("Tartu", "library", "Boris", "Anna Ozola", 48),
    ("Ancona", "market", "Carla", "Piero Conti", 72),
    ("Lulea", "station", "Doris", "Nils Berg", 910),
)


@pytest.fixture
def town_project(project: Path) -> Path:
    """This repository's project with two articles on each of four towns, from three publishers; one story is edited."""
    for row, (town, thing, storm, mayor, number) in enumerate(TOWNS):
        text = TEXT.format(town=town, thing=thing, storm=storm, mayor=mayor, number=number)
        for turn, words in enumerate(
            (text, text.replace("was closed on", "has been shut since").replace("app", "paper"))
        ):
            name = f"{thing}-{turn}"
            (project / f"seeds/{name}.txt").write_text(words, encoding="utf-8")
            outlet = ("The Quay", "The Bay", "The Pier")[(row + turn) % 3]
            facts = f"publisher: {outlet}\npublished: 2024-03-0{1 + turn}T10:00:00+02:00\n"
            (project / f"seeds/{name}.yml").write_text(facts, encoding="utf-8")
    return project


@pytest.fixture
def plain(town_project: Path) -> str:
    """The SHA-256 of all pages of a run without any help."""
    return pages_of(town_project)
