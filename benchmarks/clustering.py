"""Measure the grouping of articles on labelled sets: each set, all in one batch, small batches, and articles alone.

    python benchmarks/clustering.py FOLDER

FOLDER holds `clustering_NAME.jsonl`, one record a line: id, cluster, title, text, date, and perhaps topic. Each set is
measured whole and by halves, split by the hash of the topic, or of the cluster where there is none, so that look-alike
events stay in one half. F, P and R are B-cubed (Bagga and Baldwin, 1998); "pure" is the share of the groups of two or
more articles that hold one story only. Small batches hold 6 to 50 articles of stories drawn from all sets; articles
alone are batches in which no two belong together, and the figure is the share of articles that were wrongly joined.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from predict import clustering

Record = dict[str, Any]
BATCHES = 60  # small batches of each kind
SEED = 7


class Score(NamedTuple):
    """How good a grouping is, each figure from 0 to 1."""

    f: float
    precision: float
    recall: float
    pure: float


def score(records: Sequence[Record]) -> Score:
    """Group records in one batch and compare the groups with their clusters."""
    found = {row["id"]: row["cluster"] for row in clustering(records)}
    both = Counter((record["label"], found[record["id"]]) for record in records)
    gold = Counter(record["label"] for record in records)
    groups = Counter(found.values())
    precision = sum(n * n / groups[group] for (_, group), n in both.items()) / len(records)
    recall = sum(n * n / gold[label] for (label, _), n in both.items()) / len(records)
    labels = Counter(group for _, group in both)
    several = [labels[group] == 1 for group, n in groups.items() if n > 1]
    f = 2 * precision * recall / (precision + recall)
    return Score(f, precision, recall, mean(several) if several else 1.0)


def read(folder: Path) -> dict[str, list[Record]]:
    """Read the sets; ids and labels are made unique across them."""
    sets = {}
    for path in sorted(folder.glob("clustering_*.jsonl")):
        name = path.stem.removeprefix("clustering_")
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for record in records:
            record["id"], record["label"] = f"{name}:{record['id']}", f"{name}:{record['cluster']}"
            topic = f"{name}:{record.get('topic') or record['cluster']}"
            record["topic"] = topic
            record["half"] = hashlib.sha256(topic.encode()).digest()[0] % 2
        sets[name] = records
    return sets


def by(records: Iterable[Record], key: str) -> Mapping[str, list[Record]]:
    """Records by one of their fields."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record[key]].append(record)
    return found


def small(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield batches of 6 to 50 articles: whole stories drawn by chance, the last one cut."""
    stories, chance = by(records, "label"), random.Random(SEED)
    for _ in range(BATCHES):
        size, batch = chance.randint(6, 50), list[Record]()
        for label in chance.sample(sorted(stories), len(stories)):
            if len(batch) < size:
                batch += stories[label]
        yield batch[:size]


def alone(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield batches of 2 to 30 articles of as many topics."""
    topics, chance = by(records, "topic"), random.Random(SEED)
    for _ in range(BATCHES):
        drawn = chance.sample(sorted(topics), min(len(topics), chance.randint(2, 30)))
        yield [chance.choice(topics[topic]) for topic in drawn]


def wrongly_joined(batches: Iterable[Sequence[Record]]) -> float:
    """The share of articles that share a group, in batches in which none should."""
    articles = joined = 0
    for batch in batches:
        groups = Counter(row["cluster"] for row in clustering(batch))
        articles += len(batch)
        joined += sum(n for n in groups.values() if n > 1)
    return joined / articles


def line(name: str, rows: Iterable[Iterable[float]]) -> str:
    """A line of the table."""
    return f"{name:20}" + "   ".join(" ".join(f"{value:5.3f}" for value in row) for row in rows)


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sets = read(Path(sys.argv[1]))
    sets["all in one batch"] = [record for records in sets.values() for record in records]
    print(f"{'':20}{'whole':^26}{'half 0':^26}{'half 1':^26}\n{'':20}" + "    F     P     R  pure   " * 3)
    start = time.process_time()
    for name, records in sets.items():
        parts = [records, *([r for r in records if r["half"] == half] for half in (0, 1))]
        print(
            f"{name:18}" + "   ".join(" ".join(f"{value:5.3f}" for value in score(part)) for part in parts), flush=True
        )
    parts = [sets["all in one batch"], *([r for r in sets["all in one batch"] if r["half"] == h] for h in (0, 1))]
    rows = [[score(batch) for batch in small(part)] for part in parts]
    means = [[mean(score[figure] for score in row) for figure in range(4)] for row in rows]
    print(line("batches of 6 to 50", means))
    for name, records in sets.items():
        print(f"alone, wrongly joined, {name}: {wrongly_joined(alone(records)):.3f}")
    print(f"{time.process_time() - start:.0f} s of CPU")


if __name__ == "__main__":
    main()
