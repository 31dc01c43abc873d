"""Measure how well digest tells whether two sentences say the same, on pairs that were labelled by hand.

    python benchmarks/sameness.py [PAIRS.yml] [--failures]

PAIRS.yml holds two halves, `open` and `held`; it is `tests/summarize/sameness.yml` if none is given. P is the share of
the pairs taken for the same that are, R the share of those that are the same that were found. "said twice" is for the
wider question: which pairs a summary would not have in it together. --failures lists what went wrong in the open half.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from digest.clean import plain_article
from digest.extract import extract
from digest.summarize.candidates import list_candidates
from digest.summarize.sameness import Likeness, say_same, too_near
from digest.summarize.sets import Flags

PAIRS = Path(__file__).parents[1] / "tests" / "summarize" / "sameness.yml"
QUESTIONS: dict[str, Callable[[Likeness], Flags]] = {"same": say_same, "said twice": too_near}

Pair = dict[str, Any]


def read_pairs(file: Path) -> dict[str, list[Pair]]:
    """The halves, and the pairs of each."""
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


def judge(pair: Pair, question: Callable[[Likeness], Flags]) -> bool:
    """Whether the two sentences of a pair are taken for the same."""
    articles = [plain_article(pair[key], article_id=key) for key in ("one", "other")]
    candidates = list_candidates(articles, [extract(article) for article in articles])
    first, second = ([c for c in candidates if c.article == number] for number in (0, 1))
    return bool(question(Likeness(first, second)).any())


def score(pairs: Iterable[Pair], question: Callable[[Likeness], Flags]) -> tuple[float, float]:
    """Precision and recall."""
    judged = [(judge(pair, question), bool(pair["same"])) for pair in pairs]
    right = sum(found and same for found, same in judged)
    return right / max(1, sum(found for found, _ in judged)), right / max(1, sum(same for _, same in judged))


def main(arguments: Sequence[str]) -> None:
    """Print the figures of both halves, and the failures of the open one if they are asked for."""
    files = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if len(files) > 1 or set(arguments) - {"--failures", *map(str, files)}:
        sys.exit(__doc__)
    halves = read_pairs(files[0] if files else PAIRS)
    for name, question in QUESTIONS.items():
        for half, pairs in halves.items():
            precision, recall = score(pairs, question)
            print(f"{name:12} {half:6} {len(pairs):4} pairs   P {precision:.3f}   R {recall:.3f}")
    if "--failures" in arguments:
        for pair in halves["open"]:
            if judge(pair, say_same) != pair["same"]:
                print(f"{pair['kind']}: {'missed' if pair['same'] else 'wrong'}: {pair['one']} | {pair['other']}")


if __name__ == "__main__":
    main(sys.argv[1:])
