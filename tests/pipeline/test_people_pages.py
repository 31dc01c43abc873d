"""Everybody has a page with what is said of them, and its address lives on when people are joined or told apart."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

import pytest

from digest.config.project import find_project
from digest.pipeline import make_edition
from digest.store import publish, write_atomically
from digest.store.lock import render_lock
from digest.verify import verify_edition, verify_project

HARBOUR = """Mayor promises Northport a new pier

Northport will have a new pier by autumn, mayor Joanna Ito said on Monday.
“The old one is rotten through and through,” Ito said.
The fishermen want it before the herring season, and the council has set aside two million crowns for it.
"""
SCHOOL = """Northport's school opens without its roof

Pupils in Northport went back to lessons under a tent. Jo Ito, the caretaker, said the roof would be ready by Easter.
“Nobody will be cold in there,” Jo Ito told parents at the gate. Headmaster Carl Dunn thanked the carpenters.
"""
CUP = """Goalkeeper saves three penalties in final

Striker Bela Moor missed twice as goalkeeper Carl Dunn saved three penalties for Eastham in the final on Sunday.
“I only guessed the corners,” Dunn said after the match. Dunn will leave Eastham in the summer.
"""
LINK = re.compile(r"\]\(((?:\.\./)?(?:people|stories|articles)/[^)#\s]+\.md)")


@pytest.fixture
def town(project):
    for seed in (project / "seeds").iterdir():
        seed.unlink()
    (project / "stories.lock").unlink()
    for name, text in (("harbour", HARBOUR), ("school", SCHOOL), ("cup", CUP)):
        (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return project


def build(root):
    project = find_project(root)
    edition = make_edition(project)
    assert verify_edition(edition) == ()
    publish(edition.pages, edition.articles, docs=project.docs, root=project.root)
    write_atomically(project.lock, render_lock(edition.lock).encode())
    assert verify_project(project, make_edition(project)).misses == ()
    pages = {page.path: page.text for page in edition.pages}
    for path, text in pages.items():
        for target in LINK.findall(text):
            assert normpath(join(dirname(path), target)) in pages, (path, target)
    return pages, [str(problem) for problem in edition.diagnostics]


def know(root, text):
    (root / "stories/people.yml").write_text(text, encoding="utf-8")


def people(pages):
    return {path[len("people/") : -len(".md")] for path in pages if path.startswith("people/")}


def test_a_page_holds_roles_stories_and_words_with_their_sources(town):
    pages, _ = build(town)
    page = pages["people/joanna-ito.md"]
    assert "| mayor [[1]](../articles/harbour.md#sentence-" in page
    assert "> “The old one is rotten through and through” [[1]](../articles/harbour.md#sentence-" in page
    assert "Nobody will be cold" not in page
    assert "[Mayor promises Northport a new pier](../stories/mayor-promises-northport-a-new-pier.md)" in page
    story = pages["stories/mayor-promises-northport-a-new-pier.md"]
    assert "- [**Joanna Ito**](../people/joanna-ito.md) [[1]]" in story
    assert "[Joanna Ito](people/joanna-ito.md)" in pages["people.md"]


def test_people_who_are_joined_leave_an_address_that_leads_on(town):
    assert {"joanna-ito", "jo-ito"} <= people(build(town)[0])
    know(town, "people:\n  Joanna Ito: {also: Jo Ito}\n")
    pages, _ = build(town)
    assert 'moved: "people/joanna-ito.md"' in pages["people/jo-ito.md"]
    assert "Nobody will be cold" in pages["people/joanna-ito.md"]
    assert "Also called Jo Ito." in pages["people/joanna-ito.md"]
    assert build(town)[0] == pages
    know(town, "people:\n")
    assert "moved:" not in build(town)[0]["people/jo-ito.md"]


def test_two_people_of_one_name_have_two_pages(town):
    pages, _ = build(town)
    assert "carl-dunn" in people(pages)
    know(town, "people:\n  Carl Dunn (headmaster):\n  Carl Dunn (goalkeeper):\n")
    pages, problems = build(town)
    assert problems == []
    assert {"carl-dunn-headmaster", "carl-dunn-goalkeeper"} <= people(pages)
    assert "I only guessed" in pages["people/carl-dunn-goalkeeper.md"]
    assert "I only guessed" not in pages["people/carl-dunn-headmaster.md"]
    assert "moved:" not in pages["people/carl-dunn.md"]
    assert "[Carl Dunn (goalkeeper)](../people/carl-dunn-goalkeeper.md) · 1 story" in pages["people/carl-dunn.md"]


def test_somebody_who_is_no_person_is_nowhere(town):
    know(town, "hide: [Carl Dunn, Northport Harbour]\n")
    pages, problems = build(town)
    assert not [path for path, text in pages.items() if "people/carl-dunn" in path + text]
    (problem,) = problems
    assert problem.startswith(
        "stories/people.yml:1:19: warning[unmatched-override]: no story names “Northport Harbour”"
    )


def test_a_page_of_somebody_whom_no_story_names_is_taken_away(town):
    build(town)
    assert (town / "docs/people/joanna-ito.md").exists()
    (town / "seeds/harbour.txt").write_text(HARBOUR.replace("Joanna Ito", "Tove Lund").replace("Ito", "Lund"), "utf-8")
    build(town)
    assert not (town / "docs/people/joanna-ito.md").exists()
