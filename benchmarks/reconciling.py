"""Measure what becomes of one quantity in several articles: do they agree, differ, was it updated, or are there two?

    python benchmarks/reconciling.py [CASES.yml] [--failures]

CASES.yml holds invented articles with the figures that a reader would set side by side, and the verdict on them; it is
`tests/compare/cases/reconciliations.yml` if none is given. Precision is the share of the rows with a verdict that
deserve it, recall the share of the verdicts that were found. Odd numbers are held: only their score is printed.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import Article, Known, Origin

CASES = Path(__file__).parents[1] / "tests" / "compare" / "cases" / "reconciliations.yml"
VERDICTS = ("agree", "differ", "updated", "apart")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A case with the verdict that it got."""

    number: int
    wanted: str
    found: str
    told: str

    @property
    def held(self) -> bool:
        """Whether nobody looked at it while the rules were tuned."""
        return self.number % 2 == 1


def judge(case: dict[str, Any]) -> Judged:
    """Compare the articles of a case, and see what becomes of its figures."""
    articles = [_article(f"a{number}", *told) for number, told in enumerate(case["told"])]
    rows = compare(articles, [extract(article) for article in articles]).figures
    wanted = {(f"a{number}", words) for number, words in enumerate(case["figures"])}
    found = "apart"
    for row in rows:
        held = {(key, w) for key, w in wanted for f in row.figures if f.excerpt.span.article_id == key and _is(f, w)}
        if len(held) == len(wanted):
            found = row.verdict.value
        elif len(held) > 1:
            found = "partly"
    told = " | ".join(f"{row.verdict.value}: {[f.excerpt.text for f in row.figures]}" for row in rows)
    return Judged(number=case["number"], wanted=case["verdict"], found=found, told=told)


def _is(figure: Any, words: str) -> bool:
    return words.lower() in figure.excerpt.text.lower()


def _article(key: str, published: dt.date | None, text: str) -> Article:
    article = plain_article(text, article_id=key)
    return replace(article, published=Known(value=published, origin=Origin.SIDECAR)) if published else article


def scores(judged: Sequence[Judged]) -> dict[str, tuple[int, int, int]]:
    """For each verdict: how many were found rightly, found in all, and wanted."""
    return {
        verdict: (
            sum(j.found == j.wanted == verdict for j in judged),
            sum(j.found == verdict for j in judged),
            sum(j.wanted == verdict for j in judged),
        )
        for verdict in VERDICTS
    }


def main(arguments: Sequence[str]) -> None:
    """Print precision and recall of each verdict in both halves, and the failures of the open one if asked for."""
    files = [Path(argument) for argument in arguments if not argument.startswith("-")]
    judged = [judge(case) for case in yaml.safe_load((files[0] if files else CASES).read_text(encoding="utf-8"))]
    if "--failures" in arguments:
        for one in judged:
            if not one.held and one.found != one.wanted:
                print(f"{one.number}: {one.wanted}, found {one.found}: {one.told}")
    for name, half in (("open", [j for j in judged if not j.held]), ("held", [j for j in judged if j.held])):
        for verdict, (right, found, wanted) in scores(half).items():
            print(f"{name} {verdict:8} P {right}/{found} R {right}/{wanted}")


if __name__ == "__main__":
    main(sys.argv[1:])
