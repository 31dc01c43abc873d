"""The verdicts on figures of several articles are right, and the benchmark counts them as they are."""

from __future__ import annotations

import pytest
import reconciling
import yaml
from reconciling import Judged, judge, scores

# Share of the verdicts that must be right, and of those wanted that must be found. A false conflict costs most.
BARS = {"agree": (0.95, 0.85), "differ": (0.95, 0.85), "updated": (0.95, 0.85)}


@pytest.mark.parametrize("held", [False, True], ids=["open", "held"])
def test_verdicts_are_right(held):
    cases = yaml.safe_load(reconciling.CASES.read_text(encoding="utf-8"))
    judged = [one for one in map(judge, cases) if one.held == held]
    assert len(judged) == len(cases) / 2
    for verdict, (right, found, wanted) in scores(judged).items():
        if verdict in BARS:
            precision, recall = BARS[verdict]
            assert right >= precision * found, f"{verdict}: {right} of {found} are right"
            assert right >= recall * wanted, f"{verdict}: {right} of {wanted} are found"


def test_a_verdict_counts_only_where_it_is_wanted():
    judged = [
        Judged(number=number, wanted=wanted, found=found, told="")
        for number, (wanted, found) in enumerate([("agree", "agree"), ("apart", "agree"), ("agree", "partly")])
    ]
    assert scores(judged)["agree"] == (1, 2, 2)
    assert scores(judged)["apart"] == (0, 0, 1)


def test_the_held_half_is_not_printed(capsys, tmp_path):
    cases = [
        {"number": n, "verdict": "agree", "figures": ["7 boats"] * 2, "told": [[None, f"In bay {n} 7 boats sank."]] * 2}
        for n in (1, 2)
    ]
    for case in cases:
        case["told"] = [case["told"][0], [None, "Nothing sank."]]
    path = tmp_path / "cases.yml"
    path.write_text(yaml.safe_dump(cases), encoding="utf-8")
    reconciling.main([str(path), "--failures"])
    printed = capsys.readouterr().out
    assert "2: agree, found apart" in printed
    assert "1: agree" not in printed
