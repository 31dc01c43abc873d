"""Two editors build on two branches; after the merge nothing is told twice, and nothing is forgotten."""

from __future__ import annotations

import shutil

import pytest
from pipeline.newsroom import build
from pipeline.test_branches import commit, git
from pipeline.test_changes import FIRE, LATER, add, day, desk, page_of, section, told

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
__all__ = ["desk"]
THIRD = LATER.replace("search for victims ends", "owner in court").replace("on the day after", "a week after")


def test_both_add_an_article_and_one_an_editors_title(desk):
    (desk / ".gitignore").write_text("docs/\n.digest/\n", encoding="utf-8")
    (desk / ".gitattributes").write_text("stories.lock merge=union\nstories.history merge=union\n", encoding="utf-8")
    slug = build(desk, today=day(1)).stories[0].slug
    git(desk, "init", "-q")
    commit(desk, "The first edition")
    git(desk, "checkout", "-q", "-b", "theirs")
    add(desk, "search", LATER, "2026-03-02")
    theirs = build(desk, today=day(2))
    commit(desk, "theirs")
    git(desk, "checkout", "-q", "main")
    add(desk, "court", THIRD, "2026-03-08")
    (desk / f"stories/{slug}.yml").write_text("title: Fire in Setubal\n", encoding="utf-8")
    ours = build(desk, today=day(3))
    commit(desk, "ours")
    git(desk, "merge", "-q", "--no-edit", "theirs")

    edition = build(desk, today=day(4))
    assert told(edition) == []
    (past,) = edition.history.stories.values()
    recorded = [change for _, change in past.changes]
    for branch in (ours, theirs):
        assert all(change in recorded for changes in branch.announced.values() for change in changes)
    text = section(page_of(edition))
    assert "*3 March 2026*" in text
    assert "*2 March 2026*" in text
    before = (desk / "stories.history").read_bytes()
    build(desk, today=day(5))
    assert (desk / "stories.history").read_bytes() == before


def test_a_broken_record_stops_the_build_and_nothing_is_written(desk):
    build(desk, today=day(1))
    history = desk / "stories.history"
    history.write_text(history.read_text(encoding="utf-8").replace('"published"', '"publihsed"'), encoding="utf-8")
    before = history.read_bytes(), (desk / "stories.lock").read_bytes()
    add(desk, "fire", FIRE.replace("40", "41"))
    with pytest.raises(Exception, match=r"stories\.history:\d+:1: error\[broken-history\]"):
        build(desk, today=day(2))
    assert (history.read_bytes(), (desk / "stories.lock").read_bytes()) == before
