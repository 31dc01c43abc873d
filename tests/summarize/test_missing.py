"""What a sentence speaks of as known, though nothing that a reader has seen introduces it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from digest.clean.lines import plain_article
from digest.model import Known, Origin
from digest.summarize.candidates import list_candidates
from digest.summarize.missing import is_somebody

OPENING = "A barge sank off Melk in a storm."
STORY = f"{OPENING}\n\nIda Holm left the barge with nine sailors.\n\n{{}}\n"


def missing(sentence: str, *, day: dt.date | None = dt.date(2026, 3, 4)) -> str:
    article = plain_article(STORY.format(sentence), article_id="a", title="Storm sinks barge off Melk")
    published = Known(value=day, origin=Origin.FRONT_MATTER) if day else None
    return list_candidates([replace(article, published=published)])[-1].missing


@pytest.mark.parametrize(
    ("sentence", "lacks"),
    [
        ("Ida Holm left the barge at noon on a raft.", ""),
        ("Ida Holm paid for the lifeboat out of her own pocket.", "lifeboat"),
        ("Ida Holm bought a lifeboat and left the lifeboat to sailors.", ""),
    ],
)
def test_a_definite_noun_that_nothing_introduces_is_missing(sentence: str, lacks: str) -> None:
    assert missing(sentence) == lacks


def test_a_relative_day_tells_nothing_in_an_article_without_a_date() -> None:
    assert missing("Divers will look for a wreck tomorrow.", day=None) == "tomorrow"
    assert missing("Divers will look for a wreck tomorrow.") == ""


def test_a_person_whom_nothing_introduces_is_told_from_a_thing() -> None:
    assert is_somebody(missing("Holm wrote that the captain had left."), "en")
    assert not is_somebody(missing("Holm wrote that the barge had left."), "en")
