"""`benchmarks/speakers.py` counts for each rule how often the speaker is the labelled one, in halves."""

from __future__ import annotations

import json
from pathlib import Path

import speakers

TEXT = "Mary Byrne is the pilot. “Nobody goes out in this weather,” she said. “We stay here for now,” said Paul Roth."


def record(key: str, second: str) -> dict[str, object]:
    """A labelled article; the second quotation's label is the given name."""
    quotes = []
    for words, speaker in (("Nobody goes out in this weather", "she"), ("We stay here for now", second)):
        start = TEXT.index(words)
        at = TEXT.index(speaker, start) if speaker in TEXT[start:] else TEXT.index(speaker)
        quotes.append(
            {
                "start": start,
                "end": start + len(words),
                "text": words,
                "speaker": speaker,
                "speaker_start": at,
            }
        )
    return {"id": key, "text": TEXT, "quotes": quotes}


def test_the_words_that_were_taken_for_the_speaker_count_where_the_label_is_a_pronoun(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(
        "\n".join(json.dumps(record(key, name)) for key, name in (("a", "Paul Roth"), ("b", "Mary Byrne"))),
        encoding="utf-8",
    )
    said = list(speakers.from_records(path))
    assert [(s.quote.rule if s.quote else None, s.right) for s in said] == [
        ("said after", True),
        ("said, inverted", True),
        ("said after", True),
        ("said, inverted", False),
    ]
    assert {s.half for s in said} <= set(speakers.HALVES[:2])


def test_the_table_has_a_row_for_each_rule_and_each_way_to_know_a_speaker(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps(record("a", "Paul Roth")), encoding="utf-8")
    rows = [line.split(" | ")[0] for line in speakers.table(list(speakers.from_records(path)))]
    assert rows[2:] == [
        "| of all, shown",
        "| shown on the page",
        "| said after",
        "| said, inverted",
        "| by name",
        "| by pronoun, one person",
    ]
