"""Words that others print in quotation marks are somebody's, with marks or without."""

from __future__ import annotations

import pytest

from digest.language.quoting import ends_in_marks, has_lost_mark, is_unmarked_speech, quoted_runs

SAID = ["“She gave her best years to this town and never asked for thanks,” the mayor said of Ida Holm."]


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("She gave her best years to this town and never asked for thanks.", True),
        ("“She gave her best years to this town and never asked for thanks,” said Ana Lopes.", False),
        ("The mayor said that Ida Holm gave her best years to this town without any thanks.", False),
        ("Ida Holm led the water works of Melk for thirty years.", False),
        ("She gave.", False),
    ],
)
def test_a_sentence_without_marks_may_be_speech(text: str, speech: bool) -> None:
    assert is_unmarked_speech(text, quoted_runs(SAID)) is speech


def test_nothing_is_speech_where_nobody_is_quoted() -> None:
    assert not is_unmarked_speech("Ida Holm led the water works of Melk for thirty years.", quoted_runs([]))


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("“We will dredge,” Ida Holm said.", False),
        ("„Wir baggern“, sagte Ida Holm.", False),
        ('"We will dredge," Ida Holm said. "And dig."', False),
        ("Ida Holm said: “We will dredge.", False),
        ("We will dredge,” Ida Holm said.", True),
        ('We will dredge," Ida Holm said.', True),
    ],
)
def test_a_mark_is_lost_where_one_closes_that_none_opens(text: str, lost: bool) -> None:
    assert has_lost_mark(text) is lost
    assert ends_in_marks(text) is text.endswith("dredge.")
