"""Measure the wording that is found to differ: pairs of words in invented passages, half of them held back.

    python benchmarks/wording.py

Prints precision and recall of both halves, and what is missed or wrong in the open one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from digest.clean import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import Wording

# What a word is worth in a story shows only in a story of some length; these sentences have nothing in common.
AROUND = (
    """The orchard behind the station was planted by a retired pilot.
Cherries ripen there three weeks before those of the coast.
A brass band practises every evening in the cellar of the bakery.
Its tuba was made by hand from the pipes of a closed brewery.
Tourists photograph the lighthouse more often than the cathedral.
Owls nest under the clock of the post office.""",
    """Several museums lend bicycles to visitors who arrive by ferry.
Glass blowers have worked in the valley for many generations.
The longest tunnel of the region is used for ripening cheese.
A chess tournament for beginners takes place in the gymnasium.
Beekeepers complain about a lack of lime trees along the avenues.
Its theatre sells tickets for standing room at noon.""",
)
GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "wording"


def main() -> None:
    """Score both halves."""
    for half in ("open", "held"):
        cases = yaml.safe_load((GOLD / f"{half}.yml").read_text(encoding="utf-8"))
        right = found = wanted = 0
        for number, case in enumerate(cases, start=1):
            wordings = differing(case["a"], case["b"])
            hits = [pair for pair in case["pairs"] if any(names(pair, wording) for wording in wordings)]
            wrong = [w for w in wordings if not any(names(pair, w) for pair in case["pairs"])]
            right, wanted, found = right + len(hits), wanted + len(case["pairs"]), found + len(hits) + len(wrong)
            if half == "open":
                for line in _failures(number, case["pairs"], hits, wrong):
                    print(line)
        print(f"{half}: {len(cases)} passages, precision {right / max(1, found):.3f}, recall {right / wanted:.3f}")


def differing(first: str, second: str) -> tuple[Wording, ...]:
    """What is found to be named differently in two articles."""
    texts = {"a": f"{first}\n{AROUND[0]}", "b": f"{second}\n{AROUND[1]}"}
    articles = [plain_article(text, article_id=key, title=f"Title {key}") for key, text in texts.items()]
    return compare(articles, [extract(article) for article in articles]).wording


def names(pair: list[str], wording: Wording) -> bool:
    """Whether a wording is about the two words of a pair."""
    phrases = [variant.phrase for variant in wording.variants]
    return all(any(word in phrase for phrase in phrases) for word in pair)


def _failures(number: int, pairs: Any, hits: list[list[str]], wrong: list[Wording]) -> Iterator[str]:
    yield from (f"  {number}: missed {' / '.join(pair)}" for pair in pairs if pair not in hits)
    yield from (f"  {number}: wrong {' / '.join(v.phrase for v in w.variants)}" for w in wrong)


if __name__ == "__main__":
    main()
