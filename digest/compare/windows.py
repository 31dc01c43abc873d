"""Find the neighbouring sentences of an article that together tell most of what a sentence mainly tells.

What one article tells in a sentence, another tells in two or three: then no single one of them has enough of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from digest.compare.sentences import Line
from digest.language.main_names import MainThing, lacking
from digest.language.numerals import number_stems
from digest.language.telling import Telling

MOST = 3  # sentences
ALL = 0.75  # the part of what a sentence mainly tells, its names among it, that neighbouring sentences tell who tell it
EACH = 0.07  # what each sentence after the first must add to what they tell


class Window(NamedTuple):
    """Sentences near one another, the `best` of which tells most of a main thing: all together `whole`, by weight.

    `names` and `words` count what they have of it, `missing` the names that they lack. `counted` says whether they have
    a number of it, where it has any, and `alone` whether the best has all its names.
    """

    lines: tuple[Line, ...]
    best: Line
    whole: float
    names: int
    words: int
    missing: int
    counted: bool
    alone: bool

    @property
    def is_all(self) -> bool:
        """Whether they have all names of a main thing, and nearly all else."""
        return not self.missing and self.whole >= ALL


def best_window(
    thing: MainThing,
    lines: Sequence[Line],
    senses: Callable[[Line], frozenset[str]],
    telling: Telling,
    *,
    most: int = MOST,
) -> Window | None:
    """The neighbouring sentences that tell most of a main thing, as few as will do; none where none tells any."""
    terms = thing.words.union(*thing.names)
    weights = telling.weights(terms)
    total = sum(weights.values())
    held = [terms & senses(line) for line in lines]
    best: tuple[float, int, int] | None = None
    for size in range(1, most + 1):
        for start in range(len(lines) - size + 1):
            if not held[start] or not held[start + size - 1]:
                continue
            found = held[start].union(*held[start + 1 : start + size])
            score = sum([weights[term] for term in sorted(found)]) / total - EACH * (size - 1)
            if best is None or score > best[0]:
                best = score, start, size
    if best is None:
        return None
    score, start, size = best
    chosen = range(start, start + size)
    found = frozenset().union(*(held[n] for n in chosen))
    missing = len(lacking(thing, found))

    def share(terms: AbstractSet[str]) -> float:
        return sum([weights[term] for term in sorted(terms)]) / total

    first = max(chosen, key=lambda n: (share(held[n]), -n))
    numbers = thing.words & number_stems(telling.language)
    return Window(
        lines=tuple(lines[n] for n in chosen if n == first or share(held[n] - held[first]) >= EACH),
        best=lines[first],
        whole=score + EACH * (size - 1),
        names=len(thing.names) - missing,
        words=len(thing.words & found),
        missing=missing,
        counted=not numbers or not numbers.isdisjoint(found),
        alone=not lacking(thing, held[first]),
    )
