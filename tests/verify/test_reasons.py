"""The reasons of a story are checked against its articles before a page is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import SharedTerm
from digest.verify.reasons import check_reasons


def with_cluster(story, **changes):
    return replace(story, cluster=replace(story.cluster, **changes))


def test_the_reasons_of_the_committed_stories_hold(edition):
    assert [miss for story in edition.stories for miss in check_reasons(story)] == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"terms": (SharedTerm(term="Atlantis", is_name=True, weight=0.5),)}, "'Atlantis' is said to be shared"),
        ({"article_ids": ("000_0a863f18b38ad087", "else")}, "are those of other articles"),
        ({"similarity": ((1.0, 0.5), (0.6, 1.0))}, "are no even table"),
        ({"similarity": ((1.0,),)}, "are no even table"),
    ],
)
def test_reasons_that_do_not_fit_the_articles_are_misses(edition, changes, message):
    (miss,) = check_reasons(with_cluster(edition.stories[0], **changes))
    assert message in miss.message
