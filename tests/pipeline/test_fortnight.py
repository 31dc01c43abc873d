"""A fortnight of a newsroom: articles arrive, change and vanish, editors change their minds, and no address breaks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pipeline.newsroom import BEES, FERRY, LIBRARY, article, build, former, stories, story_of, write
from running import digest, engine, tree

from digest.pipeline import Edition

MOVED = re.compile(r'^moved: "?([^"\n]+)"?$', re.MULTILINE)
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
TITLE = "# agreed with the desk\ntitle: Aground off Kilronan\n"
PUBLISHERS = "publishers:\n  courier:\n    name: {name}\n    home: https://courier.example\n"
FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>urn:post</id>
<entry><id>urn:post:1</id><title>Comet breaks apart over Paranal</title><link href="https://post.example/comet"/>
<content type="text">A comet broke apart over the Paranal observatory on Friday night, an astronomer said.</content>
</entry></feed>"""
PAGE = """<html><head><title>Comet breaks apart over Paranal</title>
<link rel="canonical" href="https://post.example/comet"></head><body><article><h1>Comet breaks apart over Paranal</h1>
<p>A comet broke apart over the Paranal observatory on Friday night, the astronomer Elena Ruiz said on Saturday.</p>
<p>Its pieces will be visible from the desert for a week, she said, and then be lost in the light of the Sun.</p>
</article></body></html>"""


class Newsroom:
    """A project that remembers every address that it ever published, and under which name each story began."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.addresses: set[str] = set()
        self.slugs: dict[str, str] = {}

    def day(self) -> Edition:
        """Build as every day, twice, and look at everything that was ever published."""
        edition = build(self.root)
        once = tree(self.root / "docs"), (self.root / "stories.lock").read_bytes()
        build(self.root)
        assert (tree(self.root / "docs"), (self.root / "stories.lock").read_bytes()) == once
        pages = {page.path: page.text for page in edition.pages}
        self.addresses |= {path for path in pages if path.startswith(("stories/", "articles/"))}
        for address in self.addresses:
            assert address in pages, f"{address} is gone"
            for target in MOVED.findall(pages[address].partition("\n# ")[0]):
                assert not MOVED.search(pages[target].partition("\n# ")[0]), (
                    f"{address} leads to {target}, which leads on"
                )
        for story in edition.stories:
            assert self.slugs.setdefault(story.id, story.slug) == story.slug
        return edition

    def site(self) -> None:
        """Build the real site, and follow every address in it."""
        run = engine("mkdocs", "build", "--strict", "--quiet", cwd=self.root)
        assert run.returncode == 0, run.stderr
        led_on = 0
        for address in self.addresses:
            page = self.root / "site" / address.removesuffix(".md") / "index.html"
            for target in REFRESH.findall(page.read_text(encoding="utf-8")):
                there = (page.parent / target / "index.html").resolve()
                assert not REFRESH.search(there.read_text(encoding="utf-8"))
                led_on += 1
        assert led_on

    def editor(self, *arguments: str) -> None:
        """Type a command."""
        run = digest(*arguments, cwd=self.root)
        assert run.returncode == 0, run.stderr


@pytest.fixture
def room(project):
    for seed in (project / "seeds").iterdir():
        seed.unlink()
    for path in (project / "docs/stories", project / "docs/articles"):
        for page in path.glob("*.md"):
            page.unlink()
    (project / "docs/.digest-manifest.json").unlink()
    (project / "stories.lock").unlink()
    for name in ("index", "people", "outlets", "sources", "topics", "cleaning"):
        (project / f"docs/{name}.md").unlink()
    for name in ("docs/feed.xml", "docs/feed.json", "stories.history"):
        (project / name).unlink()
    (project / "stories/publishers.yml").write_text(PUBLISHERS.format(name="Example Courier"), encoding="utf-8")
    return Newsroom(project)


def test_a_fortnight(room):
    ferry, library, bees, comet = first_week(room)
    divers = second_week(room, ferry)
    edition = third_monday(room, ferry, library, divers)
    assert former(edition) == {divers: ferry}
    assert stories(edition)[ferry] == ["ferry-0", "ferry-1", "ferry-2", "ferry-3", "ferry-4"]
    assert stories(edition)[bees] == ["bees-0", "bees-1", "bees-2"]
    assert set(room.slugs.values()) == {ferry, library, bees, divers, comet}
    room.site()
    assert digest("verify", "--strict", cwd=room.root).returncode == 0


def first_week(room):
    """Stories begin, grow, are corrected and merged; returns their addresses."""
    root = room.root
    # Monday: two stories.
    write(root, "ferry-0.txt", article(FERRY, 0))
    write(root, "ferry-1.txt", article(FERRY, 1))
    write(root, "ferry-1.yml", "publisher: courier\npublished: 2026-03-03\n")
    write(root, "library-0.txt", article(LIBRARY, 0))
    edition = room.day()
    ferry, library = story_of(edition, "ferry-0"), story_of(edition, "library-0")
    # Tuesday: one grows, one begins.
    write(root, "library-1.txt", article(LIBRARY, 1))
    write(root, "bees-0.txt", article(BEES, 0))
    edition = room.day()
    bees = story_of(edition, "bees-0")
    assert stories(edition)[library] == ["library-0", "library-1"]
    # Wednesday: an article is corrected, so much that nothing is left of it.
    write(root, "ferry-0.r2.txt", f"Correction\n\n{BEES[1]} We had written something else here, which was wrong.\n")
    write(root, "ferry-2.txt", article(FERRY, 2))
    assert stories(room.day())[ferry] == ["ferry-0", "ferry-1", "ferry-2"]
    # Thursday: a feed.
    write(root, "post.atom", FEED)
    write(root, "bees-1.txt", article(BEES, 1))
    edition = room.day()
    assert stories(edition)[bees] == ["bees-0", "bees-1"]
    (comet,) = (a.id for a in edition.articles if a.path.endswith("post.atom"))
    comet_story = story_of(edition, comet)
    # Friday: the editor merges two stories. The site as it is published:
    room.editor("merge", library, bees)
    assert former(room.day()) == {bees: library}
    room.site()
    # Saturday: a later article follows the merge, and a publisher has another name.
    write(root, "bees-2.txt", article(BEES, 2))
    (root / "stories/publishers.yml").write_text(PUBLISHERS.format(name="The Courier"), encoding="utf-8")
    edition = room.day()
    assert story_of(edition, "bees-2") == library
    assert "The Courier" in {a.publisher.value.name for a in edition.articles if a.publisher}
    # Sunday: the editor gives a title.
    (root / f"stories/{ferry}.yml").write_text(
        "# agreed with the desk\ntitle: Aground off Kilronan\n", encoding="utf-8"
    )
    write(root, "ferry-3.txt", article(FERRY, 3))
    assert "ferry-3" in stories(room.day())[ferry]
    return ferry, library, bees, comet_story


def second_week(room, ferry):
    """A story is split, articles are withdrawn, moved and fetched; returns the address of what was split off."""
    root = room.root
    # Monday: the editor splits the story.
    room.editor("split", ferry, "ferry-2", "ferry-3")
    edition = room.day()
    divers = story_of(edition, "ferry-2")
    assert (stories(edition)[ferry], stories(edition)[divers]) == (["ferry-0", "ferry-1"], ["ferry-2", "ferry-3"])
    # Tuesday: an article is withdrawn, and one arrives.
    (root / "seeds/library-0.txt").unlink()
    write(root, "ferry-4.txt", article(FERRY, 0))
    edition = room.day()
    assert story_of(edition, "ferry-4") in (ferry, divers)
    # Wednesday: the editor moves an article.
    room.editor("move", "ferry-1.txt", divers)
    edition = room.day()
    assert story_of(edition, "ferry-1") == divers
    room.site()
    # Thursday: the page of the feed's entry.
    write(root, "comet.html", PAGE)
    (page,) = (a.id for a in room.day().articles if a.path.endswith("comet.html"))
    assert f"articles/{page}.md" in room.addresses
    return divers


def third_monday(room, ferry, library, divers):
    """The editor takes all back, while files come again and files come beside others."""
    root = room.root
    # Friday: the editor takes the merge back; what came later goes where it is at home.
    (root / f"stories/{library}.yml").unlink()
    room.day()
    # Saturday: the withdrawn article is back, and another file has a name that was taken.
    write(root, "library-0.txt", article(LIBRARY, 0))
    write(root, "ferry-1.md", article(LIBRARY, 2))
    edition = room.day()
    assert {"library-0", "ferry-1-md"} <= set(stories(edition)[library])
    assert story_of(edition, "ferry-1") == divers
    # Sunday: the editor takes the split back.
    room.editor("move", "ferry-1", ferry)
    room.editor("merge", ferry, divers)
    assert (root / f"stories/{ferry}.yml").read_text(encoding="utf-8") == TITLE
    return room.day()
