"""What is said without quotation marks is listed where somebody says it."""

from __future__ import annotations

import dataclasses

import pytest
from render.render_stories import storm

from digest.model import Story
from digest.render.story_page import story_page


def with_cue(cue: str) -> Story:
    """The story of a storm, whose one statement has this cue."""
    made = storm()
    first, *others = made.findings
    (said,) = first.statements
    told = dataclasses.replace(said, cue=dataclasses.replace(said.cue, text=cue))
    return dataclasses.replace(made, findings=(dataclasses.replace(first, statements=(told,)), *others))


def test_a_thought_is_no_statement() -> None:
    assert [line.sentence.text for line in story_page(with_cue("said")).statements] == [
        "Nobody was hurt, the council said."
    ]
    assert story_page(with_cue("believed")).statements == ()


def test_what_only_sets_a_scene_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.render.statements.is_scene", lambda *_, **__: True)
    assert story_page(storm()).statements == ()
