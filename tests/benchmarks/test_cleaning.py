"""`benchmarks/cleaning.py` measures as it says, and names the peers that are not installed."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from shingles import compare, score

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "cleaning.py"
TITLE = "Harbour closes as storm nears the coast"
BODY = [
    "The harbour closed on Friday at noon, as a storm came nearer to the coast.",
    "“Nobody goes out in this,” said Mary Byrne, who has run the ferry office for nine years.",
    "Some 300 passengers wait in the school, and the mayor said that all of them have a bed.",
]


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ("one two three four five", "one two three four five", 1.0, 1.0),
        ("one two three four five", "one two three four", 1.0, 0.5),
        ("one two three four", "zero one two three four", 0.5, 1.0),
        ("one two three four five", "", 0.0, 0.0),
        ("one two", "one two", 1.0, 1.0),
    ],
)
def test_runs_of_four_words_are_compared(gold: str, found: str, precision: float, recall: float) -> None:
    whole = score([compare(gold, found)])
    assert (whole.precision, whole.recall) == (precision, recall)
    assert whole.bad == (precision + recall == 0)


def test_a_page_where_nothing_was_found_counts_for_recall_only() -> None:
    whole = score([compare("one two three four", "one two three four"), compare("five six seven eight", "")])
    assert (whole.precision, whole.recall, whole.bad) == (1.0, 0.5, 1)


def test_one_command_measures_pages_and_texts(tmp_path: Path) -> None:
    page = "".join(f"<p>{line}</p>" for line in BODY)
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(f"<h1>{TITLE}</h1><article>{page}</article>".encode()))
    messy = "\n".join(["Menu", "Sport", TITLE, *BODY, "Share this article"])
    records = [{"id": n, "html_path": "a.html.gz", "messy": messy, "text": "\n".join(BODY), "title": ""} for n in "ab"]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    command = [sys.executable, str(SCRIPT), "in.jsonl", "digest", "no cleaning"]
    lines = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        "page -> body",
        "digest",
        "text -> body",
        "digest",
        "no cleaning",
    ]
    for line in (lines[1], lines[3]):
        assert line.split()[1:7] == ["1.000"] * 5 + ["0"]
        assert line.endswith("100.0%")
    assert lines[4].split()[2] != "1.000"


def test_a_method_that_fails_to_load_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "newspaper.py").write_text("raise ImportError('not here')")  # stands before the real one
    command = [sys.executable, str(SCRIPT), "in.jsonl", "newspaper4k"]
    environment = {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True, env=environment)
    assert "skipped: newspaper4k (ImportError: not here)" in done.stdout
