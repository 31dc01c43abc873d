"""Names that a spaCy pipeline finds take the place of those of the rules; without spaCy, an error says what to do."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest

from digest.clean.lines import plain_article
from digest.config.project import find_project
from digest.config.values import Setting
from digest.diagnostics import DigestError, Location
from digest.extract import extract, spacy_names
from digest.extract.names import names_in
from digest.extract.reading import read
from digest.extract.spacy_names import Pipeline, check_pipeline
from digest.pipeline import make_edition
from digest.work.memory import Memory, Recent
from digest.work.name_finder import chosen_pipeline

needs_spacy = pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed")
PLACE = Location(path="digest.yml", line=2, column=10)
TEXT = (
    "Minister Zuri Obando met Quix Marlow in Lisbon on Monday, the Tern Circle said. "
    "“We will build it,” Marlow said. Summer Breeze closed early, and Kim Grove stays open. He paid the bill."
)


def ruler(folder: Path, patterns: list[tuple[str, str]], language: str = "en") -> Path:
    """A pipeline that knows some names by heart."""
    import spacy  # noqa: PLC0415

    nlp = spacy.blank(language)
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": words} for label, words in patterns])
    folder.parent.mkdir(exist_ok=True)
    nlp.to_disk(folder)
    return folder


def names(article, folder):
    return spacy_names.spacy_names(read(article), Pipeline(str(folder), "x"))


@needs_spacy
def test_the_pipeline_decides_who_is_a_person(tmp_path):
    article = plain_article(TEXT, article_id="a")
    by_rules = [person.name for person in extract(article).people]
    known = [("PERSON", "Minister Zuri Obando"), ("PERSON", "Quix Marlow"), ("ORG", "the Tern Circle")]
    folder = ruler(tmp_path / "m", [*known, ("GPE", "Lisbon"), ("DATE", "Monday")])
    found = extract(article, finder=lambda reading: spacy_names.spacy_names(reading, Pipeline(str(folder), "x")))
    assert by_rules != [person.name for person in found.people] == ["Zuri Obando", "Quix Marlow"]
    assert "Tern Circle" in [organization.name for organization in found.organizations]
    assert [(place.name, place.country) for place in found.places] == [("Lisbon", "Portugal")]
    assert found.people[0].roles[0].text == "Minister"
    (quote,) = found.quotes
    assert quote.speaker.name == "Quix Marlow"


@needs_spacy
def test_names_never_overlap_and_stand_in_the_order_of_the_text(tmp_path):
    folder = ruler(tmp_path / "m", [("PERSON", "Obando met Quix"), ("ORG", "Marlow in Lisbon on"), ("PER", "bill")])
    found = names(plain_article(TEXT, article_id="a"), folder)
    assert all(one.end <= other.start for one, other in pairwise(found))


@needs_spacy
def test_articles_in_another_language_are_left_to_the_rules(tmp_path):
    reading = read(plain_article(TEXT, article_id="a"))
    german = ruler(tmp_path / "de", [("PER", "Summer Breeze")], language="de")
    every = ruler(tmp_path / "xx", [("PER", "Summer Breeze")], language="xx")
    assert spacy_names.spacy_names(reading, Pipeline(str(german), "x")) == names_in(reading)
    assert "Summer Breeze" in [n.text for n in spacy_names.spacy_names(reading, Pipeline(str(every), "x")) if n.person]


@needs_spacy
def test_a_project_chooses_it_by_its_path_and_another_pipeline_is_no_remembered_one(project):
    def people():
        edition = make_edition(find_project(project), memory=memory)
        return {person.name for story in edition.stories for person in story.comparison.people}

    memory = Memory(recent=Recent())
    by_rules = people()
    (project / "digest.yml").write_text("names:\n  spacy: models/m\n", encoding="utf-8")
    ruler(project / "models/m", [("PERSON", "Le Yucheng")])
    assert people() == {"Le Yucheng"} < by_rules
    ruler(project / "models/m", [("PERSON", "Andrey Denisov")])
    assert people() == {"Andrey Denisov"}
    (project / "digest.yml").unlink()
    assert people() == by_rules


def test_a_path_without_a_pipeline_is_told_with_its_place(tmp_path):
    with pytest.raises(DigestError) as caught:
        chosen_pipeline(Setting(value="models/none", location=PLACE), root=tmp_path)
    (problem,) = caught.value.diagnostics
    assert problem.location == PLACE
    assert problem.code == ("no-pipeline" if find_spec("spacy") else "no-spacy")
    assert problem.hint


def test_without_spacy_an_error_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setattr(spacy_names, "find_spec", lambda name: None)
    with pytest.raises(DigestError, match=r"pip install 'storydigest\[spacy\]'"):
        check_pipeline(tmp_path)


@needs_spacy
def test_a_broken_pipeline_is_told(tmp_path):
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 7\n", encoding="utf-8")
    with pytest.raises(DigestError, match="cannot be loaded"):
        names(plain_article(TEXT, article_id="a"), tmp_path)


def test_the_default_never_loads_it():
    code = "import sys, digest.cli, digest.pipeline; assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
