"""A story over some days: what is told as changed, where it stands on the pages, and what is not news."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from pipeline.newsroom import BEES, FERRY, LIBRARY, article, build, stories, story_of, write
from running import digest, engine, tree

from digest.pipeline import Edition

FIRST = dt.date(2026, 3, 1)
FIRE = """Fire destroys cannery in Setubal

At least 40 people were killed in the fire at the cannery in Setubal, the fire brigade said.

“The roof fell in within minutes,” the fire chief Marta Lopes said. Smoke could be seen from the cannery for \
hours, and the harbour of Setubal was closed.
"""
LATER = """Cannery fire in Setubal: search for victims ends

At least 43 people were killed in the fire at the cannery in Setubal, the fire brigade said.

The search of the cannery in Setubal has ended, the fire chief Marta Lopes said on the day after the fire. The harbour \
was opened again.
"""


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number - 1)


@pytest.fixture
def desk(project: Path) -> Path:
    """A project without a past, with one article of the second of March."""
    for seed in (project / "seeds").iterdir():
        seed.unlink()
    (project / "stories.lock").unlink()
    (project / "stories.history").unlink()
    add(project, "fire", FIRE, "2026-03-01")
    return project


def add(root: Path, name: str, text: str, published: str = "") -> None:
    write(root, f"{name}.txt", text)
    if published:
        write(root, f"{name}.yml", f"published: {published}\npublisher: {name.title()} Post\n")


def page_of(edition: Edition, article_id: str = "fire") -> str:
    path = f"stories/{story_of(edition, article_id)}.md"
    return next(page.text for page in edition.pages if page.path == path)


def told(edition: Edition) -> list[tuple[str, str, str, str]]:
    """What the build announced."""
    return [(str(c.kind), c.article, c.before, c.words) for told in edition.announced.values() for c in told]


def section(page: str) -> str:
    return page.partition("## What changed\n")[2].partition("\n## ")[0]


def test_days_of_a_story(desk):
    edition = build(desk, today=day(1))
    slug = story_of(edition, "fire")
    assert (told(edition), len(edition.begun)) == ([], 1)
    assert "What changed" not in page_of(edition)

    add(desk, "search", LATER, "2026-03-02")
    edition = build(desk, today=day(2))
    assert told(edition) == [
        ("added", "search", "", "Cannery fire in Setubal: search for victims ends, Search Post"),
        ("moved", "search", "At least 40 people", "At least 43 people"),
    ]
    text = section(page_of(edition))
    assert "*2 March 2026*" in text
    assert (
        "- New source: [Cannery fire in Setubal: search for victims ends](../articles/search.md), Search Post" in text
    )
    assert (
        "- **At least 40 people** [[1]](../articles/fire.md#sentence-2) → "
        "**At least 43 people** [[2]](../articles/search.md#sentence-2)"
    ) in text
    home = next(page.text for page in edition.pages if page.path == "index.md")
    assert "*Updated 2 March 2026: 1 new source, 1 figure moved*" in home

    (desk / f"stories/{slug}.yml").write_text(
        'title: Fire in Setubal\nquotes:\n  speakers:\n    "The roof fell in": Rui Costa\n', encoding="utf-8"
    )
    edition = build(desk, today=day(3))
    assert [(kind, before, words) for kind, _, before, words in told(edition)] == [
        ("title", edition.history.stories[edition.stories[0].id].newest_first[1].before, "Fire in Setubal"),
        ("speaker", "Marta Lopes", "Rui Costa"),
    ]
    text = section(page_of(edition))
    assert text.index("*3 March 2026*") < text.index("*2 March 2026*")
    assert "— said by Rui Costa, as the editor corrects; before: Marta Lopes" in text

    before = tree(desk / "docs"), (desk / "stories.history").read_bytes()
    edition = build(desk, today=day(4))
    assert told(edition) == []
    assert (tree(desk / "docs"), (desk / "stories.history").read_bytes()) == before
    edition = build(desk)
    assert (tree(desk / "docs"), (desk / "stories.history").read_bytes()) == before

    (desk / f"stories/{slug}.yml").unlink()
    edition = build(desk, today=day(5))
    assert [kind for kind, *_ in told(edition)] == ["title", "speaker"]


def test_an_article_that_its_outlet_corrected(desk):
    build(desk, today=day(1))
    add(desk, "fire", FIRE.replace("40 people", "41 people"))
    edition = build(desk, today=day(2))
    assert [(kind, article) for kind, article, *_ in told(edition)] == [("revised", "fire"), ("moved", "fire")]
    text = section(page_of(edition))
    assert "- Revised since: [Fire destroys cannery in Setubal](../articles/fire.md)" in text
    assert "- **At least 41 people** [[1]](../articles/fire.md#sentence-2)" in text
    assert "· corrected by Fire Post; before: At least 40 people\n" in text


@pytest.mark.parametrize(
    "text",
    [
        FIRE.replace("Smoke could", "The smoke could"),
        FIRE.replace("\n\n", "\n\n\n"),
        FIRE.replace("closed.\n", "shut."),
    ],
)
def test_a_mended_word_is_no_news(desk, text):
    build(desk, today=day(1))
    add(desk, "fire", text)
    assert told(build(desk, today=day(2))) == []


def test_an_article_that_goes_and_comes_back(desk):
    add(desk, "search", LATER, "2026-03-02")
    build(desk, today=day(1))
    kept = (desk / "seeds/search.txt").read_bytes()
    (desk / "seeds/search.txt").unlink()
    edition = build(desk, today=day(2))
    assert [(kind, article) for kind, article, *_ in told(edition)] == [("gone", "search")]
    assert "- No longer here: Cannery fire in Setubal: search for victims ends, Search Post" in page_of(edition)
    (desk / "seeds/search.txt").write_bytes(kept)
    edition = build(desk, today=day(3))
    assert [(kind, article) for kind, article, *_ in told(edition)][:1] == [("added", "search")]


def test_without_dates_no_figure_is_called_the_later_one(desk):
    (desk / "seeds/fire.yml").unlink()
    build(desk, today=day(1))
    add(desk, "search", LATER)
    edition = build(desk, today=day(2))
    assert [kind for kind, *_ in told(edition)] == ["added", "differs"]
    assert "≠ **At least 43 people**" in section(page_of(edition))


def test_an_older_report_that_is_found_later_moves_nothing(desk):
    add(desk, "search", LATER, "2026-02-28")
    (desk / "seeds/fire.txt").rename(desk / "fire.txt")
    build(desk, today=day(1))
    (desk / "fire.txt").rename(desk / "seeds/fire.txt")
    assert [kind for kind, *_ in told(build(desk, today=day(2)))] == ["added", "moved"]
    (desk / "stories.history").unlink()
    (desk / "seeds/search.txt").rename(desk / "search.txt")
    build(desk, today=day(1))
    (desk / "search.txt").rename(desk / "seeds/search.txt")
    assert [kind for kind, *_ in told(build(desk, today=day(2)))] == ["added"]


def test_what_an_editor_takes_off_the_page_and_brings_back(desk):
    slug = story_of(build(desk, today=day(1)), "fire")
    file = desk / f"stories/{slug}.yml"
    file.write_text('figures:\n  hide: ["40 people"]\nquotes:\n  hide: ["The roof fell in"]\n', encoding="utf-8")
    edition = build(desk, today=day(2))
    assert [(kind, words) for kind, _, _, words in told(edition)] == [
        ("hidden", "At least 40 people"),
        ("hidden", "The roof fell in within minutes,"),
    ]
    text = section(page_of(edition))
    assert "- 1 quotation taken off this page by the editor" in text
    assert "40 people" not in text
    assert "roof" not in text
    file.unlink()
    edition = build(desk, today=day(3))
    assert [kind for kind, *_ in told(edition)] == ["shown", "shown"]
    assert "- At least 40 people [[1]](../articles/fire.md#sentence-2) — figure back on this page" in page_of(edition)


def test_a_figure_that_an_editor_hides_does_not_stand_among_the_changes(desk):
    slug = story_of(build(desk, today=day(1)), "fire")
    add(desk, "search", LATER, "2026-03-02")
    assert "43 people" in section(page_of(build(desk, today=day(2))))
    (desk / f"stories/{slug}.yml").write_text('figures:\n  hide: ["43 people"]\n', encoding="utf-8")
    text = section(page_of(build(desk, today=day(3))))
    assert "figures taken off this page" in text
    assert "43 people" not in text


def test_a_figure_that_moved_twice_is_told_step_by_step(desk):
    build(desk, today=day(1))
    add(desk, "search", LATER, "2026-03-02")
    court = LATER.replace("search for victims ends", "owner in court").replace("43", "45")
    add(desk, "court", court, "2026-03-08")
    moved = [(before, words) for kind, _, before, words in told(build(desk, today=day(8))) if kind == "moved"]
    assert moved == [("At least 40 people", "At least 43 people"), ("At least 43 people", "At least 45 people")]


@pytest.fixture
def three(desk):
    """Three stories of several articles each."""
    (desk / "seeds/fire.txt").unlink()
    (desk / "seeds/fire.yml").unlink()
    for name, sentences, number in (("ferry", FERRY, 4), ("library", LIBRARY, 3), ("bees", BEES, 2)):
        for place in range(number):
            write(desk, f"{name}-{place}.txt", article(sentences, place))
    return desk


def test_stories_that_are_joined_and_come_apart_again(three):
    edition = build(three, today=day(1))
    ferry, library = story_of(edition, "ferry-0"), story_of(edition, "library-0")
    digest("merge", ferry, library, cwd=three).check_returncode()
    edition = build(three, today=day(2))
    assert [(kind, words[:20]) for kind, _, _, words in told(edition)] == [("took-in", "Parliament in Riga v")]
    assert "- Another story became a part of this one: Parliament" in section(page_of(edition, "ferry-0"))
    (three / f"stories/{ferry}.yml").unlink()
    edition = build(three, today=day(3))
    assert [kind for kind, *_ in told(edition)] == ["parted"]
    assert "A part of this story is told on its own: [Parliament" in section(page_of(edition, "ferry-0"))
    assert told(build(three, today=day(4))) == []


def test_articles_that_an_editor_splits_off_or_moves(three):
    edition = build(three, today=day(1))
    ferry, bees = story_of(edition, "ferry-0"), story_of(edition, "bees-0")
    digest("split", ferry, "ferry-2", "ferry-3", cwd=three).check_returncode()
    edition = build(three, today=day(2))
    assert [kind for kind, *_ in told(edition)] == ["parted"]
    assert len(edition.begun) == 1
    digest("move", "library-0", bees, cwd=three).check_returncode()
    edition = build(three, today=day(3))
    assert sorted((kind, article) for kind, article, *_ in told(edition)) == [
        ("added", "library-0"),
        ("gone", "library-0"),
    ]
    assert "(before in [" in section(page_of(edition, "library-0"))
    assert "(now in [" in section(page_of(edition, "library-1"))


def test_the_cache_may_be_deleted_and_another_version_may_find_more(desk):
    build(desk, today=day(1))
    history = desk / "stories.history"
    lines = history.read_text(encoding="utf-8").splitlines(keepends=True)
    history.write_text("".join(line for line in lines if '"figure"' not in line and '"quote"' not in line))
    edition = build(desk, today=day(2))
    assert told(edition) == []
    assert history.read_text(encoding="utf-8") == "".join(lines)


def test_the_commands_tell_and_write_it(desk):
    run = digest("changes", "--date", "2026-03-01", cwd=desk)
    assert (run.returncode, "new: Fire destroys cannery" in run.stdout) == (0, True)
    assert not (desk / "stories.history").exists()
    run = digest("build", "--pages-only", "--date", "2026-03-01", cwd=desk)
    assert "Since the last build: 1 new story." in run.stdout
    add(desk, "search", LATER, "2026-03-02")
    found = json.loads(digest("changes", "--format", "json", "--date", "2026-03-02", cwd=desk).stdout)
    assert [change["kind"] for change in found["stories"][0]["changes"]] == ["added", "moved"]
    text = digest("changes", cwd=desk).stdout
    assert "figure moved: At least 40 people -> At least 43 people (search)" in text
    before = tree(desk / "docs"), (desk / "stories.history").read_bytes()
    assert engine("mkdocs", "build", "--strict", cwd=desk).returncode == 0
    assert (tree(desk / "docs"), (desk / "stories.history").read_bytes()) == before
    assert "What changed</h2>" not in next((desk / "site/stories").rglob("index.html")).read_text(encoding="utf-8")
    assert digest("build", "--strict", "--date", "2026-03-02", cwd=desk).returncode == 0
    assert "What changed</h2>" in next((desk / "site/stories").rglob("index.html")).read_text(encoding="utf-8")
    assert digest("verify", "--strict", cwd=desk).returncode == 0
    assert "Nothing has changed since the last build." in digest("changes", cwd=desk).stdout


def test_all_stories_keep_their_place(three):
    """The history of many stories is the same whatever the order in which they are recorded."""
    edition = build(three, today=day(1))
    assert len(edition.history.stories) == len(stories(edition)) == 3
