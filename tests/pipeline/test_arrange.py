"""Merge, split and move: what the commands write, what the next builds make of it, and how it is undone."""

from __future__ import annotations

import json

import pytest
from pipeline.newsroom import BEES, FERRY, LIBRARY, article, build, codes, former, stories, story_of, write
from running import digest, tree


@pytest.fixture
def room(project):
    """A project with two stories of two articles, and one of three."""
    for seed in (project / "seeds").iterdir():
        seed.unlink()
    (project / "stories.lock").unlink()
    for name, sentences, count in (("ferry", FERRY, 3), ("library", LIBRARY, 2), ("bees", BEES, 2)):
        for number in range(count):
            write(project, f"{name}-{number}.txt", article(sentences, number))
    edition = build(project)
    assert sorted(map(len, stories(edition).values())) == [2, 2, 3]
    return project


@pytest.fixture
def names(room):
    edition = build(room)
    return [story_of(edition, f"{name}-0") for name in ("ferry", "library", "bees")]


def run(root, *arguments):
    found = digest(*arguments, cwd=root)
    assert found.returncode == 0, found.stderr
    return found.stdout


def editors(root):
    return {path: text for path, text in tree(root / "stories").items() if path != "publishers.yml"}


def state(root):
    return tree(root / "docs"), (root / "stories.lock").read_text(encoding="utf-8")


def test_stories_are_merged_and_part_again(room, names):
    ferry, library, _ = names
    before = state(room)
    said = run(room, "merge", library, ferry)
    assert f"/stories/{ferry}/ will lead to /stories/{library}/" in said
    assert "digest build" in said
    assert editors(room) == {f"{library}.yml": f"merge:\n  - {ferry}\n".encode()}
    edition = build(room)
    assert len(stories(edition)[library]) == 5
    assert former(edition) == {ferry: library}
    after = state(room)
    assert stories(build(room)) == stories(edition)
    assert state(room) == after
    write(room, "ferry-3.txt", article(FERRY, 3))
    assert "ferry-3" in stories(build(room))[library]
    run(room, "split", library, "ferry-0", "ferry-1", "ferry-2", "ferry-3.txt")
    assert editors(room) in ({}, {f"{library}.yml": b""})
    edition = build(room)
    assert stories(edition)[ferry] == ["ferry-0", "ferry-1", "ferry-2", "ferry-3"]
    (room / "seeds/ferry-3.txt").unlink()
    (room / f"stories/{library}.yml").unlink()
    build(room)
    assert {k: v for k, v in state(room)[0].items() if k in before[0] and k != ".digest-manifest.json"} == {
        k: v for k, v in before[0].items() if k != ".digest-manifest.json"
    }


def test_articles_are_split_off_and_later_ones_follow(room, names):
    ferry = names[0]
    path = room / f"stories/{ferry}.yml"
    path.write_text("# Ours\ntitle: Aground  # not final\n", encoding="utf-8")
    before = stories(build(room))
    run(room, "split", ferry, "ferry-1", "seeds/ferry-2.txt")
    assert path.read_text(encoding="utf-8") == (
        "# Ours\ntitle: Aground  # not final\nexclude:\n  - ferry-1\n  - ferry-2\ntogether:\n  - [ferry-1, ferry-2]\n"
    )
    edition = build(room)
    new = story_of(edition, "ferry-1")
    assert stories(edition)[ferry] == ["ferry-0"]
    assert stories(edition)[new] == ["ferry-1", "ferry-2"]
    lines = article(FERRY, 1).replace("Rossaveal", "Inishmore")
    write(room, "ferry-9.txt", lines)
    home = story_of(build(room), "ferry-9")
    assert story_of(build(room), "ferry-9") == home
    path.write_text("title: Aground\n", encoding="utf-8")
    edition = build(room)
    assert stories(edition)[ferry] == [*before[ferry], "ferry-9"]
    assert former(edition) == {new: ferry}
    assert codes(edition) == []


def test_a_split_is_taken_back_by_a_merge(room, names):
    ferry = names[0]
    run(room, "split", ferry, "ferry-1", "ferry-2")
    new = story_of(build(room), "ferry-1")
    run(room, "merge", ferry, new)
    assert editors(room) == {f"{ferry}.yml": b""}
    edition = build(room)
    assert (len(stories(edition)[ferry]), former(edition)) == (3, {new: ferry})


def test_an_article_is_moved_and_moved_back(room, names):
    ferry, library, _ = names
    before = stories(build(room))
    run(room, "move", "ferry-2.txt", library)
    assert editors(room) == {f"{library}.yml": b"include:\n  - ferry-2\n"}
    edition = build(room)
    assert story_of(edition, "ferry-2") == library
    assert stories(build(room)) == stories(edition)
    run(room, "move", "ferry-2", ferry)
    assert editors(room) == {f"{library}.yml": b""}
    assert stories(build(room)) == before


def test_an_article_that_a_split_took_out_is_moved_back(room, names):
    ferry = names[0]
    before = stories(build(room))
    run(room, "split", ferry, "ferry-1", "ferry-2")
    build(room)
    run(room, "move", "ferry-1", ferry)
    assert editors(room) == {f"{ferry}.yml": b"exclude:\n  - ferry-2\n"}
    build(room)
    run(room, "move", "ferry-2", ferry)
    assert editors(room) == {f"{ferry}.yml": b""}
    assert stories(build(room)) == before


def test_the_last_article_of_a_story_takes_its_address_along(room, names):
    ferry, _, bees = names
    (room / "seeds/bees-1.txt").unlink()
    build(room)
    said = run(room, "move", "bees-0", ferry)
    assert f"/stories/{bees}/ has no other article, so it will lead to /stories/{ferry}/." in said
    edition = build(room)
    assert former(edition) == {bees: ferry}
    (room / f"stories/{ferry}.yml").unlink()
    assert stories(build(room))[bees] == ["bees-0"]


def test_apart_frees_those_that_are_named_and_the_rest_stays(room, names):
    ferry = names[0]
    (room / "stories/apart.yml").write_text("apart: [ferry-1, ferry-2]\n", encoding="utf-8")
    edition = build(room)
    assert {story_of(edition, "ferry-1"), story_of(edition, "ferry-2")} >= {ferry}
    assert stories(build(room)) == stories(edition)
    (room / "stories/apart.yml").unlink()
    assert stories(build(room))[ferry] == ["ferry-0", "ferry-1", "ferry-2"]


def test_wishes_that_contradict_are_told_and_nothing_is_lost(room, names):
    _, library, bees = names
    (room / f"stories/{library}.yml").write_text("include: [ferry-0]\n", encoding="utf-8")
    (room / f"stories/{bees}.yml").write_text(f"include: [ferry-0]\nmerge: [{library}x]\n", encoding="utf-8")
    edition = build(room)
    assert sorted(codes(edition)) == ["conflicting-override", "unknown-story"]
    assert all(problem.location.line for problem in edition.diagnostics)
    first = min(library, bees)
    assert story_of(edition, "ferry-0") == first
    assert len(stories(edition)) == 3


def test_what_was_hidden_stays_hidden_when_its_story_is_taken_in(room, names):
    ferry, library, _ = names
    (room / f"stories/{library}.yml").write_text(f"merge: [{ferry}]\n", encoding="utf-8")
    assert "Nora Folan" in {person.name for story in build(room).stories for person in story.comparison.people}
    (room / f"stories/{ferry}.yml").write_text("title: Aground\npeople:\n  hide: [Nora Folan]\n", encoding="utf-8")
    edition = build(room)
    assert codes(edition) == ["taken-in"]
    (story,) = (story for story in edition.stories if story.slug == library)
    assert story.title.text != "Aground"
    assert "Nora Folan" not in {person.name for person in story.comparison.people}


def test_regrouping_undoes_what_grew_but_not_what_editors_made(room, names):
    _, library, _ = names
    run(room, "move", "ferry-2", library)
    edition = build(room)
    assert stories(build(room, regroup=True)) == stories(edition)
    write(room, "bees-0.txt", article(FERRY, 3))
    write(room, "bees-1.txt", article(FERRY, 3))
    corrected = build(room)
    assert len(stories(corrected)) == 3, "a corrected article stays in its story"
    regrouped = build(room, regroup=True)
    assert stories(build(room)) == stories(regrouped)
    assert story_of(regrouped, "ferry-2") == library


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("merge", "FERRY", "liberry"), "no story is called 'liberry'"),
        (("merge", "FERRY", "FERRY"), "is a part of"),
        (("split", "FERRY", "fery-1"), "did you mean 'ferry-1'?"),
        (("split", "FERRY", "library-0"), "is not in"),
        (("split", "FERRY", "ferry-0", "ferry-1", "ferry-2"), "these are all the articles"),
        (("move", "ferry-0", "FERRY"), "is in"),
        (("move", "ferry-0.html", "FERRY"), "did you mean 'ferry-0.txt'?"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(room, names, arguments, said):
    found = digest(*(names[0] if word == "FERRY" else word for word in arguments), cwd=room)
    assert found.returncode == 2
    assert said in found.stderr
    assert editors(room) == {}


def test_a_dry_run_shows_the_lines_and_writes_nothing(room, names):
    ferry, library, _ = names
    said = run(room, "merge", ferry, library, "--dry-run")
    assert f"+++ stories/{ferry}.yml" in said
    assert f"+  - {library}" in said
    assert editors(room) == {}
    data = json.loads(run(room, "merge", ferry, library, "--dry-run", "--format", "json"))
    assert [file["path"] for file in data["files"]] == [f"stories/{ferry}.yml"]


def test_a_file_that_cannot_be_changed_safely_is_left_alone_with_the_line_to_add(room, names):
    ferry, library, _ = names
    path = room / f"stories/{ferry}.yml"
    path.write_text("{title: Aground}\n", encoding="utf-8")
    found = digest("merge", ferry, library, cwd=room)
    assert found.returncode == 1
    assert f"merge:\n  - {library}" in found.stderr
    assert path.read_text(encoding="utf-8") == "{title: Aground}\n"
