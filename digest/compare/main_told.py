"""Ask whether an article's sentences tell what the main clause of a sentence tells, its names and numbers among it.

A sentence is read as its article has it: below the headline, and behind the sentence before it in its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.compare.main_in_common import LEADS
from digest.compare.sentences import Line
from digest.compare.windows import Window, best_window
from digest.language.main_names import MainThing, lacking, main_thing, part_told
from digest.language.same_main import reports_main
from digest.language.senses import senses_of
from digest.language.telling import Telling
from digest.language.terms import content_set
from digest.model import Article, BlockKind


class _Least(NamedTuple):
    """The part of what a sentence mainly tells, names aside, that a report of it tells, and one that lacks a name."""

    part: float
    but_one: float


ANY = _Least(0.37, 0.6)
LEAD = _Least(0.35, 0.36)  # of two leads
QUOTED = 0.55  # the part of somebody's words
ALL = 0.75  # the part of what a sentence mainly tells, its names among it, that neighbouring sentences tell who tell it
NEAR, NEAR_ALL = 0.36, 0.4  # the part of that, and of all that it tells, from which they may tell it
FEW = 3  # words, or names and numbers, that they must have of it


class MainTold:
    """What the sentences of a story mainly tell, and what those of its articles have of it."""

    def __init__(self, articles: Sequence[Article], telling: Telling) -> None:
        self.telling = telling
        self._articles = articles
        self._things: dict[str, MainThing] = {}
        self._held: dict[str, frozenset[str]] = {}

    def reports(self, teller: Line, lines: Sequence[Line]) -> bool:
        """Whether sentences of one article, together, report what another mainly tells."""
        leads = teller.place < LEADS and any(line.place < LEADS for line in lines)
        text = " ".join(line.excerpt.text for line in lines)
        if not reports_main(teller.excerpt.text, text, self.telling, leads=leads):
            return False
        return self._has_all(teller, lines, LEAD if leads else ANY)

    def window(self, teller: Line, lines: Sequence[Line]) -> Window | None:
        """The neighbouring sentences of an article that together may tell what a sentence mainly tells."""
        thing = self._thing(teller)
        if thing.quoted:
            return None  # somebody's words are there, or they are not
        found = best_window(thing, lines, self._own, self.telling)
        if found is None or found.whole < NEAR or found.names < found.missing:
            return None
        if found.words + found.names < FEW or not found.counted:
            return None
        own = self._own(teller)
        held = frozenset().union(*map(self._own, found.lines))
        return found if self.telling.weight(own & held) >= NEAR_ALL * self.telling.weight(own) else None

    def tells(self, teller: Line, window: Window) -> bool:
        """Whether neighbouring sentences tell all of what a sentence mainly tells."""
        text = " ".join(line.excerpt.text for line in window.lines)
        all_of_it = not window.missing and window.whole >= ALL and window.words >= FEW
        return all_of_it and reports_main(teller.excerpt.text, text, self.telling)

    def _own(self, line: Line) -> frozenset[str]:
        return self._senses(line.excerpt.text, line.language)

    def _has_all(self, teller: Line, lines: Sequence[Line], least: _Least) -> bool:
        """Whether sentences of one article have the names and numbers of what one mainly tells, and much of the rest.

        Of two leads that have a key figure in common, the figure is enough.
        """
        thing = self._thing(teller)
        held = frozenset().union(*map(self._around, lines))
        missing = len(lacking(thing, held))
        part = part_told(thing, held, language=teller.language)
        if missing:
            return missing == 1 and part >= least.but_one
        if thing.quoted:
            return part >= QUOTED
        counted = any(line.figures.keys() & teller.figures.keys() for line in lines)
        return part >= least.part or (least is LEAD and counted)

    def _thing(self, line: Line) -> MainThing:
        text = line.excerpt.text
        if text not in self._things:
            self._things[text] = main_thing(text, self.telling.names, language=line.language)
        return self._things[text]

    def _around(self, line: Line) -> frozenset[str]:
        """The senses of a sentence, of the one before it in its paragraph, and of the headline."""
        article = self._articles[line.article]
        before = article.sentences[line.index - 1 : line.index]
        same = [s for s in before if s.block == article.sentences[line.index].block]
        headline = [s for s in article.sentences[:1] if s.kind is BlockKind.HEADLINE]
        texts = [line.excerpt.text, *(article.excerpt(s.start, s.end).text for s in (*same, *headline))]
        return frozenset().union(*(self._senses(text, line.language) for text in texts))

    def _senses(self, text: str, language: str) -> frozenset[str]:
        if text not in self._held:
            self._held[text] = frozenset(senses_of(content_set(text, language=language), language=language))
        return self._held[text]
