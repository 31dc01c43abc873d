"""A feed that says what no page says, or leads to another sentence, is found."""

from __future__ import annotations

import pytest
from pipeline.newsroom import build
from running import digest

from digest.verify.feeds import feed_claims


@pytest.fixture
def built(project):
    assert digest("verify", "--strict", cwd=project).returncode == 0
    return project


def test_the_claims_of_an_entry():
    claims = feed_claims(
        '<p><em>Updated 1 May 2026</em></p>\n<p>We &lt;will&gt; stay. <a href="articles/a/#sentence-2">[1]</a> '
        '<a href="https://n.example/articles/b.html#sentence-3">[2]</a></p><p>2 articles · <a href="x">more</a></p>'
    )
    assert [(c.text, c.article_id, c.sentence, c.verbatim) for c in claims] == [
        ("We <will> stay.", "a", 2, True),
        ("We <will> stay.", "b", 3, False),
    ]


@pytest.mark.parametrize("name", ["feed.xml", "feed.json"])
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("increasingly isolated", "increasingly popular", "unsupported-claim"),
        ("#sentence-4", "#sentence-5", "unsupported-claim"),
        ("stories/china-vows", "stories/japan-vows", "broken-feed"),
        ("<feed", "<feed", ""),
    ],
)
def test_a_feed_that_was_changed_is_found(built, name, old, new, code):
    file = built / "docs" / name
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    run = digest("verify", cwd=built)
    assert (run.returncode == 1) is bool(code)
    assert f"docs/{name}: error[{code}]" in run.stderr if code else "error" not in run.stderr


@pytest.mark.parametrize(("name", "text"), [("feed.xml", "<feed"), ("feed.json", "[1]"), ("feed.json", '{"items": 5}')])
def test_a_feed_that_cannot_be_read_is_told(built, name, text):
    (built / "docs" / name).write_text(text, encoding="utf-8")
    assert f"docs/{name}: error[broken-feed]" in digest("verify", cwd=built).stderr


def test_a_fresh_build_mends_it(built):
    (built / "docs/feed.xml").write_text("<feed", encoding="utf-8")
    build(built)
    assert digest("verify", "--strict", cwd=built).returncode == 0
