"""Stories in German and in Spanish, from files to checked pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from running import digest

ARTICLES = Path(__file__).parent / "articles"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a project with two German and two Spanish articles, about two bridges."""
    folder = tmp_path_factory.mktemp("bridges")
    made = digest("init", "project", cwd=folder)
    assert made.returncode == 0, made.stderr
    project = folder / "project"
    for article in sorted(ARTICLES.glob("*.txt")):
        shutil.copy(article, project / "seeds")
    built = digest("build", "--pages-only", cwd=project)
    assert built.returncode == 0, built.stdout + built.stderr
    checked = digest("verify", "--strict", cwd=project)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    return project / "docs"


def story(pages: Path, word: str) -> str:
    found = [p.read_text(encoding="utf-8") for p in sorted((pages / "stories").glob("*.md"))]
    (page,) = [text for text in found if word in text]
    return page


def test_the_two_articles_of_each_language_are_one_story(pages):
    assert len(list((pages / "stories").glob("*.md"))) == 2
    assert "2 articles" in story(pages, "Südbrücke")
    assert "2 articles" in story(pages, "Rande")


@pytest.mark.parametrize(
    ("word", "speaker", "words"),
    [
        ("Südbrücke", "Anna Weber", "Wir können niemanden mehr darüber fahren lassen"),
        ("Südbrücke", "Karl Ruppert", "Das war seit Jahren bekannt"),
        ("Südbrücke", "Jens Kolb", "Für uns ist das eine Katastrophe"),
        ("Rande", "Ana Ruiz Soler", "No podemos dejar pasar a nadie"),
        ("Rande", "Pedro Lago", "Se sabía desde hace años"),
        ("Rande", "Luis Soto", "Para nosotros es una catástrofe"),
    ],
)
def test_what_they_said_stands_under_their_names(pages, word, speaker, words):
    said = story(pages, word).partition("## Who said what")[2].partition("\n## ")[0]
    under = {part.partition("\n")[0].strip(): part for part in said.split("\n### ")[1:]}
    assert words in under[speaker]


@pytest.mark.parametrize(
    ("word", "figure", "clause"),
    [
        ("Südbrücke", "Rund 30.000 Autos", "Rund 30.000 Autos nutzten die Brücke bisher jeden Tag."),
        (
            "Südbrücke",
            "40 Millionen Euro",
            "Der Neubau kostet nach Angaben des Verkehrsministeriums 40 Millionen Euro.",
        ),
        ("Rande", "Unos 30.000 coches", "Unos 30.000 coches usaban cada día el puente."),
        ("Rande", "40 millones de euros", "El nuevo puente cuesta 40 millones de euros"),
    ],
)
def test_figures_stand_in_their_clauses(pages, word, figure, clause):
    (row,) = [row for row in story(pages, word).splitlines() if row.startswith(f"| {figure} ")]
    assert row.split("|")[2].strip().startswith(clause)


def test_one_utterance_in_two_articles_is_shown_once(pages):
    assert story(pages, "Südbrücke").count("> “Wir können niemanden mehr darüber fahren lassen”") == 1
    assert story(pages, "Rande").count("> “No podemos dejar pasar a nadie”") == 1


def test_what_both_articles_report_is_said_to_agree(pages):
    for word, shared in (("Südbrücke", "in common: 40 Millionen Euro"), ("Rande", "in common: 40 millones de euros")):
        agreed = story(pages, word).partition("## What the articles agree on")[2].partition("\n## ")[0]
        assert f"2 of 2 articles · {shared}" in agreed


def test_a_person_with_two_family_names_is_one_person(pages):
    people = story(pages, "Rande").partition("## People")[2].partition("\n## ")[0]
    assert people.count("**Ana Ruiz") == 1
    assert "in 2 of 2 articles" in people.partition("**Ana Ruiz Soler**")[2].partition("\n")[0]


def test_the_summary_is_made_of_whole_sentences_of_the_articles(pages):
    for word in ("Südbrücke", "Rande"):
        summary = story(pages, word).partition("## Summary")[2].partition("\n## ")[0]
        assert len([line for line in summary.splitlines() if line.strip()]) >= 3
