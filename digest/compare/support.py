"""Find who else reports a key point: a sentence that is too weak to found a point may still support it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from digest.compare.contradicting import Contradictions
from digest.compare.main_in_common import main_in_common
from digest.compare.main_told import MainTold
from digest.compare.one_fact import of_others, tell_the_opposite
from digest.compare.sentences import Line, plain_line
from digest.language.denying import denies
from digest.language.same_main import may_report_main
from digest.model import Article, BlockKind

MOST_OF_IT = 0.78  # the part, by weight, of what the reports of a point have in common that a further one must have
MOST_OF_TELLER = 0.7  # or the part of what the sentence says that tells the point
WEIGHT = 9.0  # nats: what they must have in common for that part to be a fact
WORDS = 3  # and how many words of it the further one must have
NEAR, NEAR_TELLER = 0.5, 0.3  # the part of that, or of what the teller says, from which it is not sure that it does not
FEW = 2  # words of it that such a sentence must have
MANY, NEAR_MANY = 7, 0.18  # so many words of it, and the part that is then enough


class Support:
    """What the reports of a point have in common, to be looked for in further articles."""

    def __init__(self, reports: Sequence[Line], teller: Line, contradictions: Contradictions, main: MainTold) -> None:
        telling = main.telling
        own: dict[int, set[str]] = {}
        for line in reports:
            own.setdefault(line.article, set()).update(line.stems)
        self._reports = reports
        self._teller = teller
        self._contradictions = contradictions
        self._telling = telling
        self._main = main
        self._weights = telling.weights(set.intersection(*own.values()))
        self._told = telling.weights({*teller.stems})

    def report(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The sentence of a further article that reports the point, too, or neighbouring ones that do so together."""
        alone = self._reporting(lines)
        if alone is not None:
            return (alone,)
        window = self._main.window(self._teller, lines)
        if window is None or self._against(window.best, self._teller) or not self._main.tells(self._teller, window):
            return ()
        return (window.best,) if window.alone else self._main.adding(self._teller, window.lines, window.best)

    def _reporting(self, lines: Sequence[Line]) -> Line | None:
        for weights, least in ((self._weights, MOST_OF_IT), (self._told, MOST_OF_TELLER)):
            whole = sum(weights.values())
            best = self._best(lines, weights)
            if whole < WEIGHT or best is None or _part(best, weights) < least * whole:
                continue
            if len(weights.keys() & best.stems) < WORDS or any(self._against(best, r) for r in self._reports):
                continue
            if self._reports_main(best):
                return best
        return self.alike(lines)

    def alike(self, lines: Sequence[Line]) -> Line | None:
        """The sentence of a further article that reports the teller's main thing, in its own words."""
        marks = self._teller.marks
        found = [line for line in lines if line.whole and not marks.isdisjoint(line.marks) and self._has_main(line)]
        return max(found, key=lambda line: (_part(line, self._told), -line.index), default=None)

    def _reports_main(self, line: Line) -> bool:
        return self._main.reports(self._teller, [line])

    def _has_main(self, line: Line) -> bool:
        """Whether a sentence reports the teller's main thing, and enough beside it, in its own words."""
        if line.language != self._teller.language or not main_in_common(self._teller, line, self._telling):
            return False
        against = tell_the_opposite(line, self._teller) or self._contradictions.between(line, self._teller)
        return not against and self._reports_main(line)

    def may_report(self, lines: Sequence[Line], near: Line | None) -> tuple[Line, ...]:
        """The sentence of a further article that probably reports a point, or neighbouring ones that do so together.

        That is the one that has much of it, where that tells what the teller's main clause tells, and little else. What
        is known to have been on another day is another thing.
        """
        if near and may_report_main(self._teller.excerpt.text, near.excerpt.text, self._telling):
            about = self._main.has_words(self._teller, near) and not self._main.on_other_days(self._teller, [near])
            return (near,) if about else ()
        window = self._main.window(self._teller, lines)
        if window is None or window.best.language != self._teller.language:
            return ()
        if not window.is_all and self._of_another(window.best):
            return ()
        if self._main.on_other_days(self._teller, window.lines):
            return ()
        return self._main.with_words(self._teller, window)

    def near(self, lines: Sequence[Line]) -> Line | None:
        """The sentence of a further article that has much of a point: it may report it, in its own words."""
        able = [line for line in lines if self._is_about(line) and not self._of_another(line)]
        for weights, least in ((self._weights, NEAR), (self._told, NEAR_TELLER)):
            best = self._best(able, weights)
            common = weights.keys() & best.stems if best else set()
            enough = least if len(common) < MANY else NEAR_MANY
            if best and len(common) >= FEW and _part(best, weights) >= enough * sum(weights.values()):
                return best
        return None

    def _of_another(self, line: Line) -> bool:
        """Whether a sentence is about other people, or gives another number of what is no one quantity of the story."""
        if of_others(line, self._teller):
            return True
        if self._contradictions.between(line, self._teller):
            return False
        mine, theirs = line.figures.keys(), self._teller.figures.keys()
        return mine.isdisjoint(theirs) and not {unit for _, unit in mine}.isdisjoint({unit for _, unit in theirs})

    def _is_about(self, line: Line) -> bool:
        """Whether a sentence has more in common with what tells the point than names: what happened, or a number."""
        common = self._told.keys() & line.stems
        return bool(common) and (
            any(term[0].isdigit() for term in common) or not common.isdisjoint(self._telling.words(line.excerpt.text))
        )

    def _best(self, lines: Sequence[Line], weights: Mapping[str, float]) -> Line | None:
        same = (line for line in lines if line.language == self._teller.language)
        return max(same, key=lambda line: (_part(line, weights), -line.index), default=None)

    def _against(self, one: Line, other: Line) -> bool:
        first, second = (denies(line.excerpt.text, language=one.language) for line in (one, other))
        return (
            first != second
            or tell_the_opposite(one, other)
            or of_others(one, other)
            or self._contradictions.between(one, other)
        )


def texts_of(articles: Sequence[Article], lines: Sequence[Line]) -> Mapping[str, Sequence[Line]]:
    """Every article's sentences, those of its standfirst among them: what a lead tells, need not stand in the body."""
    found: dict[str, list[Line]] = {article.id: [] for article in articles}
    for number, article in enumerate(articles):
        for sentence in article.sentences:
            if sentence.kind is BlockKind.STANDFIRST:
                found[article.id].append(plain_line(article, number, sentence))
    for line in lines:
        found[articles[line.article].id].append(line)
    return found


def _part(line: Line, weights: Mapping[str, float]) -> float:
    return math.fsum(map(weights.__getitem__, weights.keys() & line.stems)) if line.whole else 0.0
