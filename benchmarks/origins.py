"""Measure how well copies of one text are found, and how fast, on a made-up corpus in which the copies are known.

    python benchmarks/origins.py [EVENTS ...]

For each number of events (default: 250 500 1000 2000) a corpus is made: of every event an agency's report, copies of it
(whole, cut from the bottom, with an own first paragraph, reworded here and there, with sentences left out), reports
that were written independently, and two hard cases that are no copies: a report of which half is the agency's, and a
long one that quotes a short item of the agency's whole. Precision and recall are over pairs of articles. "rensa"
(pip install rensa) is measured in the same run if it is installed: RMinHash of the same runs of four words, 64 bands
of 128 permutations, every pair that it returns with an estimated resemblance of at least .2, or .3, .4 and .5.
"""

from __future__ import annotations

import random
import re
import sys
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from digest.cluster.origins.copies import groups
from digest.cluster.origins.overlap import Text
from digest.cluster.origins.shingles import RUN, numbered

SEED = 11
WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("origins_words.yml").read_text(encoding="utf-8"))
LISTS = {"N": "nouns", "a": "adjectives", "v": "verbs", "l": "links", "place": "places", "name": "names", "day": "days"}


class Made(NamedTuple):
    """An article of the corpus: whose text it is (`label`), and how it was made."""

    label: str
    kind: str
    text: str


Find = Callable[[Sequence[Made]], list[tuple[int, int]]]


def corpus(events: int) -> list[Made]:
    """Make the articles of some events."""
    chance = random.Random(SEED)
    found: list[Made] = []
    for event in range(events):
        found += _event(event, chance)
    return found


def _event(event: int, chance: random.Random) -> Iterator[Made]:
    facts = _Facts(chance)
    agency = [facts.sentence() for _ in range(chance.randint(10, 30))]
    yield Made(f"{event} agency", "original", _paragraphs(agency))
    makers: dict[str, Callable[[], list[str]]] = {
        "whole": lambda: agency,
        "cut": lambda: agency[: max(4, round(len(agency) * chance.uniform(0.35, 0.85)))],
        "own lead": lambda: [facts.sentence(), *agency[: max(5, round(len(agency) * chance.uniform(0.5, 1)))]],
        "reworded": lambda: [_reworded(sentence, chance) for sentence in agency],
        "trimmed": lambda: [sentence for sentence in agency if chance.random() > 0.2],
    }
    for kind in chance.sample(sorted(makers), chance.randint(1, 5)):
        yield Made(f"{event} agency", kind, _paragraphs(makers[kind]()))
    for number in range(chance.randint(1, 2)):
        own = [facts.sentence() for _ in range(chance.randint(8, 30))]
        yield Made(f"{event} own {number}", "independent", _paragraphs(own))
    half = len(agency) // 2
    own = [facts.sentence() for _ in range(half + 3)]
    mixed = [sentence for pair in zip(own, agency, strict=False) for sentence in pair][: 2 * half]
    yield Made(f"{event} merged", "merged", _paragraphs(mixed))
    item = [facts.sentence() for _ in range(4)]
    own = [facts.sentence() for _ in range(20)]
    yield Made(f"{event} item", "short item", _paragraphs(item))
    yield Made(f"{event} quoting", "quoting", _paragraphs([*own[:8], *item, *own[8:]]))


class _Facts:
    """What an event is about: the words that its reports share, and what is said, which most of them quote."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        sizes = {"N": 12, "a": 5, "v": 8, "place": 2, "name": 3, "day": 1}
        self._words = {kind: chance.sample(WORDS[LISTS[kind]], size) for kind, size in sizes.items()}
        self._words["n"] = [str(chance.randint(2, 400)) for _ in range(5)]
        self._said = [self.sentence() for _ in range(3)]

    def sentence(self) -> str:
        """One sentence; the next one is another."""
        if self._chance.random() < 0.1 and hasattr(self, "_said"):
            return f"“{self._chance.choice(self._said)}” {self._fill('{name} said')}."
        text = self._fill(self._chance.choice(WORDS["shapes"]))
        if self._chance.random() < 0.5:
            text = f"{text}, {self._fill(self._chance.choice(WORDS['stock']))}"
        return text[0].upper() + text[1:] + "."

    def _fill(self, shape: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda match: self._word(match[1]), shape)

    def _word(self, kind: str) -> str:
        if kind in self._words and self._chance.random() < 0.6:
            return self._chance.choice(self._words[kind])
        if kind == "n":
            return str(self._chance.randint(2, 400))
        return self._chance.choice(WORDS[LISTS.get(kind, "months")])


def _reworded(sentence: str, chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS["others"]) if chance.random() < 0.1 else word for word in sentence.split(" "))


def _paragraphs(sentences: Sequence[str]) -> str:
    return "\n\n".join(sentences)


class Score(NamedTuple):
    """Precision and recall over pairs of articles."""

    precision: float
    recall: float


def score(made: Sequence[Made], pairs: Iterable[tuple[int, int]]) -> Score:
    """Compare the pairs found (of places in the corpus) with the true ones."""
    by_label: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(made):
        by_label[article.label].append(place)
    true = {pair for places in by_label.values() for pair in combinations(places, 2)}
    found = {(min(pair), max(pair)) for pair in pairs}
    both = len(true & found)
    return Score(both / len(found) if found else 1.0, both / len(true))


def by_kind(made: Sequence[Made], pairs: Iterable[tuple[int, int]]) -> str:
    """Of each kind: how many are joined with a text that is not theirs, or with their original."""
    right, wrong = Counter[str](), Counter[str]()
    joined: dict[int, set[bool]] = defaultdict(set)
    for one, other in pairs:
        for place in (one, other):
            joined[place].add(made[one].label == made[other].label)
    for place, truths in joined.items():
        right[made[place].kind] += True in truths
        wrong[made[place].kind] += False in truths
    number = Counter(article.kind for article in made)
    return "; ".join(f"{kind} {right[kind] / n:.3f}/{wrong[kind] / n:.3f}" for kind, n in sorted(number.items()))


def ours(made: Sequence[Made]) -> list[tuple[int, int]]:
    """The pairs that digest takes for copies."""
    found = groups(Text(f"{place:07d}", numbered(article.text)) for place, article in enumerate(made))
    return [(int(one.key), int(other.key)) for group in found for one, other in combinations(group, 2)]


def by_rensa(made: Sequence[Made], *, least: float) -> list[tuple[int, int]]:
    """The pairs that rensa finds to resemble each other at least so much."""
    rensa: Any = import_module("rensa")
    lsh = rensa.RMinHashLSH(0.2, 128, 64)
    hashes: list[Any] = []
    pairs: list[tuple[int, int]] = []
    for place, article in enumerate(made):
        words = re.findall(r"\w+", article.text.lower())
        one = rensa.RMinHash(128, 42)
        one.update([" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)])
        pairs += [(other, place) for other in lsh.query(one) if hashes[other].jaccard(one) >= least]
        lsh.insert(place, one)
        hashes.append(one)
    return pairs


def measure(name: str, find: Find, made: Sequence[Made]) -> None:
    """Print a line of the table."""
    start = time.process_time()
    pairs = find(made)
    seconds = time.process_time() - start
    tracemalloc.start()
    find(made)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    result = score(made, pairs)
    print(
        f"{name:10} {len(made):7,} articles  P {result.precision:.3f}  R {result.recall:.3f}  "
        f"{len(made) / seconds:7,.0f} articles/s  {peak:6.0f} MB of Python's memory",
        flush=True,
    )
    print(f"           joined rightly/wrongly: {by_kind(made, pairs)}")


def main() -> None:
    """Print the table."""
    peers: list[tuple[str, Find]] = [("digest", ours)]
    if find_spec("rensa"):
        peers += [(f"rensa {least}", partial(by_rensa, least=least)) for least in (0.2, 0.3, 0.4, 0.5)]
    for events in [int(n) for n in sys.argv[1:]] or [250, 500, 1000, 2000]:
        made = corpus(events)
        for name, find in peers:
            measure(name, find, made)


if __name__ == "__main__":
    main()
