"""The journey as a whole: stories appear, are joined and parted, keep their addresses, and obey their editors."""

from __future__ import annotations

import shutil

import pytest
from running import digest, engine, tree

STORM = """Harbour closed as storm Agnes reaches Kilronan

The harbour of Kilronan was closed on Friday after storm Agnes tore a ferry from its moorings, the harbour master said.

“Nobody goes out in this,” said Mary Byrne, the harbour master. Some 300 passengers were taken to a school.
"""
VOTE = """Parliament in Riga votes for a new library

Members of parliament in Riga voted by 61 to 20 on Thursday to build a new national library, the speaker said.

“A country that reads is a country that lasts,” said Anna Ozola, the minister of culture. It will cost €48 million.
"""


@pytest.fixture
def three(project):
    """The project with two more stories, built."""
    (project / "seeds/storm.txt").write_text(STORM, encoding="utf-8")
    (project / "seeds/vote.txt").write_text(VOTE, encoding="utf-8")
    build(project)
    return project


def build(project):
    run = digest("build", "--pages-only", cwd=project)
    assert run.returncode == 0, run.stderr
    verified = digest("verify", "--strict", cwd=project)
    assert verified.returncode == 0, verified.stderr


def stories(project) -> set[str]:
    return {p.stem for p in (project / "docs/stories").glob("*.md")}


def slug_of(project, word: str) -> str:
    return next(slug for slug in stories(project) if word in slug)


def home(project) -> str:
    return (project / "docs/index.md").read_text(encoding="utf-8")


def test_articles_of_different_stories_stay_apart(three):
    assert len(stories(three)) == 3
    page = (three / f"docs/stories/{slug_of(three, 'harbour')}.md").read_text(encoding="utf-8")
    assert "Only one article here tells this story" in page


def test_stories_that_an_editor_joins_keep_both_addresses_and_part_again(three):
    before, old = stories(three), tree(three / "docs")
    (three / "stories/joined.yml").write_text("together: [storm, vote]\n", encoding="utf-8")
    build(three)
    assert stories(three) == before
    pages = {slug: (three / f"docs/stories/{slug}.md").read_text(encoding="utf-8") for slug in before}
    moved = [slug for slug, text in pages.items() if "has become part of another" in text]
    assert len(moved) == 1
    assert engine("mkdocs", "build", "--strict", cwd=three).returncode == 0
    site = (three / f"site/stories/{moved[0]}/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh"' in site

    (three / "stories/joined.yml").unlink()
    build(three)
    assert tree(three / "docs") == old


def test_the_editors_order_stands_on_the_home_page(three):
    harbour, library = slug_of(three, "harbour"), slug_of(three, "library")
    assert home(three).index("China") < home(three).index("Harbour")
    (three / f"stories/{library}.yml").write_text("order: 1\n", encoding="utf-8")
    (three / f"stories/{harbour}.yml").write_text("pinned: true\n", encoding="utf-8")
    build(three)
    places = [home(three).index(word) for word in ("Harbour", "library", "China")]
    assert places == sorted(places)


def test_an_editor_steers_a_story(three):
    china = slug_of(three, "china")
    (three / f"stories/{china}.yml").write_text(
        "title: China renews its vow to Moscow\n"
        "note: Both articles were compared with the ministry's statement.\n"
        "tags: [China, Russia]\n"
        "quotes:\n"
        "  hide: [demilitarization]\n"
        "  speakers:\n"
        "    multipolar, just: Sergei Lavrow\n"
        "figures:\n"
        "  hide: [some 50 other countries]\n",
        encoding="utf-8",
    )
    build(three)
    assert china in stories(three)
    page = (three / f"docs/stories/{china}.md").read_text(encoding="utf-8")
    assert "# China renews its vow to Moscow\n" in page
    assert "Editor’s note" in page
    assert "- “demilitarization” [[" not in page
    assert "| some 50 other countries" not in page
    assert "corrected by the editor" in page


def test_deleting_what_is_remembered_changes_nothing(three):
    before = tree(three / "docs")
    shutil.rmtree(three / ".digest", ignore_errors=True)
    build(three)
    assert tree(three / "docs") == before


def test_the_order_of_arrival_does_not_change_the_pages(three):
    """Both new articles at once, or one after the other: the same pages."""
    at_once = tree(three / "docs")
    (three / "seeds/vote.txt").unlink()
    build(three)
    (three / "seeds/vote.txt").write_text(VOTE, encoding="utf-8")
    build(three)
    assert tree(three / "docs") == at_once
