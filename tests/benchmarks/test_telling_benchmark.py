"""The benchmarks of summaries measure the same thing each time, and what they say they do."""

from __future__ import annotations

import pytest
from sameness import score
from telling import made_up, measure, read

from digest.summarize.sameness import say_same


def test_made_up_stories_are_the_same_each_time() -> None:
    assert list(made_up(2, 3)) == list(made_up(2, 3))
    assert [len(story) for story in made_up(2, 3)] == [3, 3]


def test_each_part_and_the_whole_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    measure([read(story) for story in made_up(1, 2)])
    rows = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert rows == ["1", "summary", "headline", "comparison", "all"]


def test_precision_and_recall_of_sameness() -> None:
    text = "The council of Melk voted on Tuesday for a bridge over the Ourt."
    other = "A storm sank 14 fishing boats in the harbour of Port Sand."
    pairs = [
        {"one": text, "other": text, "same": True},
        {"one": text, "other": other, "same": False},
        {"one": text, "other": other, "same": True},
    ]
    assert score(pairs, say_same) == (1.0, 0.5)
