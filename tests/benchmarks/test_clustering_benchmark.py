"""`benchmarks/clustering.py` prints every figure for a folder of labelled sets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "clustering.py"


def test_the_table_has_a_line_for_each_set_and_kind_of_batch(tmp_path):
    for name in ("one", "two"):
        records = [
            {
                "id": f"{story}-{copy}",
                "cluster": story,
                "title": f"Ferry {story} runs aground off {name}holm",
                "text": f"The ferry Nord{story} ran aground off {name}holm, captain Varga{story} said. No{copy} hurt.",
                "date": None,
            }
            for story in map(str, range(12))
            for copy in range(2)
        ]
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"clustering_{name}.jsonl").write_text(lines, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, SCRIPT, tmp_path], capture_output=True, text=True, timeout=120, check=True
    ).stdout
    starts = [line.split("  ")[0] for line in done.splitlines() if line.strip()]
    assert [start for start in starts if start in ("one", "two", "all in one batch", "batches of 6 to 50")] == [
        "one",
        "two",
        "all in one batch",
        "batches of 6 to 50",
    ]
    assert "alone, wrongly joined, all in one batch: " in done
