"""The language's words about speech: every entry is a word (YAML reads a bare `on` or `no` as true or false)."""

from typing import Any

from digest.extract.cues import cues
from digest.language import subject


def words(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [w for pair in value.items() for part in pair for w in words(part)]
    return [w for part in value for w in words(part)] if isinstance(value, list) else [value]


def test_every_entry_is_a_word():
    assert [w for w in words(dict(subject("en", "quotes"))) if not isinstance(w, str)] == []


def test_every_cue_verb_has_its_present_forms_first():
    data = subject("en", "quotes")
    lines = [line.split() for line in [*data["speech"], *data["naming"]]]
    assert [line for line in lines if len(line) < 2 or not line[1].endswith("s")] == []


def test_cues_are_matched_with_their_case():
    assert "states" in cues("en").verbs
    assert "States" not in cues("en").verbs
