"""Know which things a story has introduced: those of headlines and first sentences, and what several origins tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from digest.compare.sentences import Line
from digest.language.terms import content_stems
from digest.model import Article, Sources

LEADS = 3  # first sentences of an article, in which it says what it is about
OPENS = 2  # those of them that need nothing before them to say what they mean


class Introduced:
    """The stems of the headlines and first sentences of a story, which a reader knows before anything else.

    `headed` are those that only headlines have: "raid" of "Storm Over Raid", of which no article opens.
    """

    def __init__(self, articles: Sequence[Article], lines: Sequence[Line]) -> None:
        heads = [set(content_stems(a.headline.text, language=a.language)) for a in articles if a.headline]
        firsts = (set(line.stems) for line in lines if line.place < LEADS)
        times = Counter(chain(chain.from_iterable(heads), chain.from_iterable(firsts)))
        self.stems = frozenset(times)
        openings = (line.stems for line in lines if line.place < OPENS)
        self.headed = frozenset(term for head in heads for term in head).difference(*openings)
        self._once = frozenset(term for term, count in times.items() if count == 1)

    def before(self, line: Line) -> frozenset[str]:
        """What is known without a sentence that may be one of the first itself."""
        return self.stems - self._once.intersection(line.stems) if line.place < LEADS else self.stems


def told_by_several(lines: Sequence[Line], sources: Sources) -> frozenset[str]:
    """The stems that stand in sentences of several origins."""
    held = {(term, sources.origins[line.article]) for line in lines for term in line.stems}
    times = Counter(term for term, _ in held)
    return frozenset(term for term, count in times.items() if count > 1)
