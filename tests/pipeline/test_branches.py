"""Two editors work on two branches, git merges them, and no story, article or address is lost."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from pipeline.newsroom import BEES, FERRY, LIBRARY, article, build, codes, former, stories, story_of, write
from running import digest

from digest.store.lock import read_lock

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
NOBODY = {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(root, *arguments, fine=(0,)):
    environment = {**os.environ, **NOBODY, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode in fine, run.stdout + run.stderr
    return run.stdout


@pytest.fixture
def desk(project):
    """A project under version control with three stories; its pages are not committed, its lock is."""
    for seed in (project / "seeds").iterdir():
        seed.unlink()
    (project / "stories.lock").unlink()
    (project / ".gitignore").write_text("docs/\n.digest/\n", encoding="utf-8")
    (project / ".gitattributes").write_text("stories.lock merge=union\n", encoding="utf-8")
    for name, sentences, count in (("ferry", FERRY, 4), ("library", LIBRARY, 3), ("bees", BEES, 2)):
        for number in range(count):
            write(project, f"{name}-{number}.txt", article(sentences, number))
    build(project)
    git(project, "init", "-q")
    commit(project, "The first edition")
    return project


def commit(root, message):
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


def on_branches(root, one, other):
    """Do one thing on a branch and another on main, build and commit both; return every address that was published."""
    addresses = set()
    for branch, work in (("theirs", one), ("main", other)):
        git(root, "checkout", "-q", *([] if branch == "main" else ["-b"]), branch)
        work()
        edition = build(root)
        addresses |= {page.path for page in edition.pages}
        commit(root, branch)
    return addresses


def merged(root, addresses):
    """Merge the branch, build, and check that every address still answers."""
    git(root, "merge", "-q", "--no-edit", "theirs")
    lock, problems = read_lock(root / "stories.lock", root=root)
    assert not [problem for problem in problems if problem.level == "error"]
    edition = build(root)
    pages = {page.path: page.text for page in edition.pages}
    assert addresses <= set(pages)
    for address in addresses:
        moved = [line for line in pages[address].splitlines()[:5] if line.startswith("moved: ")]
        assert not moved or "\nmoved: " not in pages[moved[0].removeprefix("moved: ").strip('"')]
    again = build(root)
    assert (again.lock, stories(again)) == (edition.lock, stories(edition))
    assert lock.stories.items() <= edition.lock.stories.items()
    return edition


def test_both_add_articles(desk):
    strike = "Dockers in Piraeus walked out on Friday, and the dockers' union wants higher pay.\n"
    night = "The observatory at Paranal saw a comet break apart on Friday night, an astronomer said.\n"

    def theirs():
        write(desk, "ferry-4.txt", article(FERRY, 1))
        write(desk, "strike.txt", f"Dockers walk out\n\n{strike}")

    def ours():
        write(desk, "library-4.txt", article(LIBRARY, 1))
        write(desk, "comet.txt", f"Comet breaks apart\n\n{night}")

    edition = merged(desk, on_branches(desk, theirs, ours))
    assert story_of(edition, "ferry-4") == story_of(edition, "ferry-0")
    assert story_of(edition, "library-4") == story_of(edition, "library-0")
    assert len(stories(edition)) == 5
    assert codes(edition) == []


def test_both_merge_stories(desk):
    ferry, library, bees = (story_of(build(desk), f"{name}-0") for name in ("ferry", "library", "bees"))

    def merge(*names):
        return lambda: digest("merge", *names, cwd=desk).check_returncode()

    edition = merged(desk, on_branches(desk, merge(ferry, library), merge(bees, library)))
    assert len(stories(edition)) == 1
    assert set(former(edition)) < {ferry, library, bees}
    (desk / f"stories/{bees}.yml").unlink()
    edition = build(desk)
    assert stories(edition)[bees] == ["bees-0", "bees-1"]
    assert former(edition) == {library: ferry}


def test_both_merge_the_same_into_each_other(desk):
    ferry, library = (story_of(build(desk), f"{name}-0") for name in ("ferry", "library"))

    def merge(*names):
        return lambda: digest("merge", *names, cwd=desk).check_returncode()

    edition = merged(desk, on_branches(desk, merge(ferry, library), merge(library, ferry)))
    assert len(stories(edition)) == 2
    assert "conflicting-override" in codes(edition)
    for slug in (ferry, library):
        (desk / f"stories/{slug}.yml").unlink()
    assert {ferry, library} <= set(stories(build(desk)))


def test_both_split_a_story(desk):
    ferry, library = (story_of(build(desk), f"{name}-0") for name in ("ferry", "library"))

    def split(*names):
        return lambda: digest("split", *names, cwd=desk).check_returncode()

    edition = merged(desk, on_branches(desk, split(ferry, "ferry-2", "ferry-3"), split(library, "library-2")))
    assert stories(edition)[ferry] == ["ferry-0", "ferry-1"]
    assert stories(edition)[library] == ["library-0", "library-1"]
    assert stories(edition)[story_of(edition, "ferry-2")] == ["ferry-2", "ferry-3"]


def test_one_merges_a_story_to_which_the_other_adds(desk):
    ferry, library = (story_of(build(desk), f"{name}-0") for name in ("ferry", "library"))

    def theirs():
        digest("merge", library, ferry, cwd=desk).check_returncode()

    def ours():
        write(desk, "ferry-0a.txt", article(FERRY, 2))

    edition = merged(desk, on_branches(desk, theirs, ours))
    assert story_of(edition, "ferry-0a") == library
    (desk / f"stories/{library}.yml").unlink()
    edition = build(desk)
    assert stories(edition)[ferry] == ["ferry-0", "ferry-0a", "ferry-1", "ferry-2", "ferry-3"]


def test_without_the_attribute_the_marks_that_git_leaves_are_named(desk):
    (desk / ".gitattributes").unlink()
    commit(desk, "No attributes")
    on_branches(
        desk,
        lambda: write(desk, "ferry-4.txt", article(FERRY, 1)),
        lambda: write(desk, "ferry-5.txt", article(FERRY, 3)),
    )
    git(desk, "merge", "-q", "--no-edit", "theirs", fine=(1,))
    run = digest("build", "--pages-only", cwd=desk)
    assert run.returncode == 1
    assert "conflict-marker" in run.stderr
    assert "keep the lines of both sides" in run.stderr
