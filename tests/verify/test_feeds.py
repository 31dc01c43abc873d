"""A feed that says what no page says, or leads to another sentence, is found."""

from __future__ import annotations

import pytest

from digest.config.project import find_project
from digest.verify import verify_project
from digest.verify.feeds import feed_claims


def misses(project, edition):
    """What is wrong on disk, beside what is out of date."""
    found = verify_project(find_project(project), edition).misses
    return [(miss.code, miss.location.path) for miss in found if miss.code not in ("changed-page", "stale-page")]


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
    ("change", "codes"),
    [
        (("increasingly isolated", "increasingly popular"), {"unsupported-claim"}),
        (("#sentence-4", "#sentence-5"), {"unsupported-claim"}),
        (("stories/china-vows", "stories/japan-vows"), {"broken-feed"}),
        (("increasingly", "increasingly"), set()),
    ],
)
def test_a_feed_that_was_changed_is_found(project, edition, name, change, codes):
    file = project / "docs" / name
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    assert set(misses(project, edition)) == {(code, f"docs/{name}") for code in codes}


@pytest.mark.parametrize(("name", "text"), [("feed.xml", "<feed"), ("feed.json", "[1]"), ("feed.json", '{"items": 5}')])
def test_a_feed_that_cannot_be_read_is_told(project, edition, name, text):
    (project / "docs" / name).write_text(text, encoding="utf-8")
    assert misses(project, edition) == [("broken-feed", f"docs/{name}")]
