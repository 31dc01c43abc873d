"""Measure what digest finds in passages that were labelled by hand, each half by itself.

    python benchmarks/findings.py [FOLDER] [--failures]

FOLDER holds `news/*.yml` and `pronouns.yml`; it is `tests/gold` if none is given. docs/method/findings.md explains the
labels. P is the share of what was found that is so, R the share of what is so that was found, F their harmonic mean.
--failures lists what went wrong in the open half, for a person to read. Of the held half only the figures are printed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from gold_scores import news_hits, pronoun_hits
from gold_sets import Passage, read_news, read_pronouns
from gold_tally import Hit, Tally, tally

GOLD = Path(__file__).parents[1] / "tests" / "gold"
HALVES = {"open": False, "held": True}
Counted = list[tuple[Passage, Hit]]


def measure(folder: Path) -> Counted:
    """Everything that is counted in a folder's passages."""
    news = [(passage, hit) for passage in read_news(folder) for hit in news_hits(passage)]
    return news + [(passage, hit) for passage in read_pronouns(folder) for hit in pronoun_hits(passage)]


def table(counted: Counted) -> list[str]:
    """The figures of both halves, row by row."""
    halves = [tally(hit for passage, hit in counted if passage.held == held) for held in HALVES.values()]
    names = sorted({name for half in halves for name in half}, key=_order(counted))
    lines = [f"{'':34}" + "".join(f"{name:^34}" for name in HALVES)]
    lines += [f"{'':34}" + "     n      P     R     F  right    " * 2]
    empty = Tally(0, 0, 0)
    lines += [f"{name:34}" + "".join(_cells(half.get(name, empty)) for half in halves) for name in names]
    return lines


def failures(counted: Counted) -> list[str]:
    """What went wrong in the open half."""
    wrong = [(passage, hit) for passage, hit in counted if hit.column != "right" and hit.told and not passage.held]
    return [f"{passage.number:3} {passage.about}: {hit.row}, {hit.column}: {hit.told}" for passage, hit in wrong]


def _order(counted: Counted) -> Callable[[str], tuple[bool, str, int]]:
    """Rows in the order in which they were first counted, those of single rules last, by their names."""
    rows = list(dict.fromkeys(hit.row for _, hit in counted))
    return lambda row: ("rule:" in row, row if "rule:" in row else "", rows.index(row))


def _cells(row: Tally) -> str:
    return f"{sum(row):6}  {row.precision:6.3f}{row.recall:6.3f}{row.f1:6.3f}  {row.share:5.3f}   "


def main(arguments: Sequence[str]) -> None:
    """Print the table, and the failures if they are asked for."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if len(folders) > 1 or set(arguments) - {"--failures", *map(str, folders)}:
        sys.exit(__doc__)
    start = time.process_time()
    counted = measure(folders[0] if folders else GOLD)
    print("\n".join(failures(counted) if "--failures" in arguments else table(counted)))
    print(f"{time.process_time() - start:.1f} s of CPU")


if __name__ == "__main__":
    main(sys.argv[1:])
