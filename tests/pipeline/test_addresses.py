"""Articles keep their addresses when files arrive beside theirs, and lead on when they are gone."""

from __future__ import annotations

import pytest
from running import digest

from digest.config.project import find_project
from digest.pipeline import make_edition
from digest.store import publish, write_atomically
from digest.store.lock import read_lock, render_lock

FERRY = """The ferry to Inishmore is late

The ferry to Inishmore left Rossaveal an hour late on Monday because of fog, the captain said.
"""
LIBRARY = """Riga opens its library at night

The national library in Riga will stay open until midnight from Tuesday, its director said.
"""
FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>urn:post</id>
<entry><id>urn:post:1</id><title>The ferry to Inishmore is late</title><link href="https://post.example/ferry"/>
<content type="text">The ferry to Inishmore left Rossaveal an hour late on Monday because of fog.</content></entry>
</feed>"""
PAGE = """<html><head><title>The ferry to Inishmore is late</title>
<link rel="canonical" href="https://post.example/ferry"></head><body><article><h1>The ferry to Inishmore is late</h1>
<p>The ferry to Inishmore left Rossaveal an hour late on Monday because of fog, the captain said to the passengers.</p>
<p>It arrived on the island in the evening, and the last bus had waited for it in the harbour.</p></article></body>
</html>"""


@pytest.fixture
def empty(project):
    for seed in (project / "seeds").iterdir():
        seed.unlink()
    (project / "stories.lock").unlink()
    return project


def build(root):
    project = find_project(root)
    edition = make_edition(project)
    publish(edition.pages, edition.articles, docs=project.docs, root=project.root)
    write_atomically(project.lock, render_lock(edition.lock).encode())
    return edition


def paths(edition):
    return {article.path.removeprefix("seeds/"): article.id for article in edition.articles}


def page(root, path):
    return (root / "docs" / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("first", "second"), [("a.txt", "a.md"), ("a.md", "a.txt")])
def test_a_second_file_of_a_name_takes_no_address_away(empty, first, second):
    (empty / "seeds" / first).write_text(FERRY, encoding="utf-8")
    assert paths(build(empty)) == {first: "a"}
    (empty / "seeds" / second).write_text(LIBRARY, encoding="utf-8")
    both = {first: "a", second: second.replace(".", "-")}
    assert paths(build(empty)) == both
    assert paths(build(empty)) == both
    (empty / "seeds" / first).unlink()
    assert paths(build(empty)) == {second: both[second]}
    assert "no longer here" in page(empty, "articles/a.md")


def test_a_name_that_looks_like_that_of_another_file_takes_nothing_away(empty):
    (empty / "seeds/a.md").write_text(FERRY, encoding="utf-8")
    (empty / "seeds/a-md.txt").write_text(LIBRARY, encoding="utf-8")
    both = {"a.md": "a", "a-md.txt": "a-md"}
    assert paths(build(empty)) == both
    assert paths(build(empty)) == both
    (empty / "docs/.digest-manifest.json").unlink()
    assert paths(make_edition(find_project(empty))) == both


def test_where_nothing_says_which_file_it_was_one_is_taken_and_that_is_told(empty):
    (empty / "seeds/a.md").write_text(FERRY, encoding="utf-8")
    build(empty)
    (empty / "docs/.digest-manifest.json").unlink()
    (empty / "seeds/a.txt").write_text(LIBRARY, encoding="utf-8")
    edition = make_edition(find_project(empty))
    assert [p.code for p in edition.diagnostics] == ["same-name"]
    assert paths(edition) == {"a.txt": "a", "a.md": "a-md"}


def test_the_page_of_an_entry_in_a_feed_keeps_its_address_and_story(empty):
    (empty / "seeds/post.atom").write_text(FEED, encoding="utf-8")
    (before,) = build(empty).articles
    (empty / "seeds/ferry.html").write_text(PAGE, encoding="utf-8")
    edition = build(empty)
    (after,) = edition.articles
    assert (after.path, after.id) == ("seeds/ferry.html", before.id)
    assert "passengers" in after.text
    assert list(edition.lock.articles) == [before.id]
    (empty / "seeds/ferry.html").unlink()
    assert [article.id for article in build(empty).articles] == [before.id]


def test_two_articles_that_turn_out_to_be_one_lead_to_it(empty):
    entry = FEED.replace("https://post.example/ferry", "https://post.example/short/1")
    (empty / "seeds/post.atom").write_text(entry, encoding="utf-8")
    (empty / "seeds/ferry.html").write_text(PAGE, encoding="utf-8")
    assert len(build(empty).articles) == 2
    (empty / "seeds/post.atom").write_text(FEED, encoding="utf-8")
    edition = build(empty)
    (article,) = edition.articles
    (gone,) = set(edition.lock.articles) - {article.id}
    assert f"moved: articles/{article.id}.md" in page(empty, f"articles/{gone}.md").replace('"', "")
    assert digest("verify", "--strict", cwd=empty).returncode == 0


def test_an_article_that_is_gone_leads_to_its_story_and_a_story_that_is_gone_says_so(empty):
    (empty / "seeds/a.txt").write_text(FERRY, encoding="utf-8")
    (empty / "seeds/b.txt").write_text(FERRY.replace("an hour", "two hours"), encoding="utf-8")
    (story,) = build(empty).stories
    (empty / "seeds/a.txt").unlink()
    build(empty)
    assert f"moved: stories/{story.slug}.md" in page(empty, "articles/a.md").replace('"', "")
    (empty / "seeds/b.txt").unlink()
    (empty / "seeds/c.txt").write_text(LIBRARY, encoding="utf-8")
    build(empty)
    assert "None of its articles are" in page(empty, f"stories/{story.slug}.md")
    assert "moved" not in page(empty, "articles/b.md")
    assert digest("verify", "--strict", cwd=empty).returncode == 0
    (empty / "seeds/a.txt").write_text(FERRY, encoding="utf-8")
    assert story.slug in {s.slug for s in build(empty).stories}
    assert read_lock(empty / "stories.lock", root=empty)[1] == ()
