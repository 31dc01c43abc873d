"""The wording benchmark: what is found to differ is right, and most of what differs is found."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "wording.py"


def test_both_halves_are_scored_and_only_the_open_one_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(SCRIPT), run_name="__main__")
    out = capsys.readouterr().out
    scores = {
        half: (float(precision), float(recall))
        for half, precision, recall in re.findall(
            r"(open|held): \d+ passages, precision ([\d.]+), recall ([\d.]+)", out
        )
    }
    assert scores["open"][0] >= 0.95
    assert scores["open"][1] >= 0.75
    assert scores["held"][0] >= 0.85
    assert scores["held"][1] >= 0.45
    assert out.rstrip().splitlines()[-1].startswith("held")
    assert out.index("open:") > out.rindex("missed")
