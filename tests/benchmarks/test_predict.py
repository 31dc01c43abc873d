"""`benchmarks/predict.py` does every job on records without labels, and survives records without content."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "predict.py"
TEXT = "The harbour closed on Friday.\n\n“Nobody goes out in this,” said Mary Byrne. Some 300 passengers wait.\n"
RECORDS = [
    {
        "id": "storm",
        "title": "Harbour closes",
        "text": TEXT,
        "messy": f"Menu\nHome\nHarbour closes as storm nears the coast\n\n{TEXT * 3}\nShare this article\n",
        "html_path": "storm.html",
        "documents": [{"title": "Harbour closes", "text": TEXT}, {"title": "Storm shuts harbour", "text": TEXT}],
        "date": "2026-03-04",
        "lang": "en",
    },
    {"id": "empty", "title": None, "text": None, "messy": "", "html_path": "gone.html", "documents": [], "date": None},
]
EXPECTED = {
    "clustering": ("cluster", 2),
    "messy": ("text", 2),
    "extraction": ("text", 1),
    "quotes": ("speaker", 1),
    "quantities": ("value", 1),
    "summaries": ("text", 2),
    "headlines": ("text", 2),
}


@pytest.mark.parametrize("job", EXPECTED)
def test_each_job_writes_what_its_scorer_reads(job, tmp_path):
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    (tmp_path / "storm.html").write_text(f"<html><body><h1>Harbour closes</h1><article>{body}</article></body></html>")
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")
    command = [sys.executable, str(SCRIPT), job, "in.jsonl", "out.jsonl"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    key, number = EXPECTED[job]
    assert len(lines) == number
    assert lines[0].get("id", lines[0].get("doc")) == "storm"
    assert lines[0][key]


def test_offsets_of_quotations_are_those_of_the_text(tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps(RECORDS[0]), encoding="utf-8")
    command = [sys.executable, str(SCRIPT), "quotes", "in.jsonl", "out.jsonl"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    found = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert TEXT[found["start"] : found["end"]] == found["text"] == "Nobody goes out in this,"
    assert found["speaker"] == "Mary Byrne"
