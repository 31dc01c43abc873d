"""Say whether two sentences of a story tell the same, by the words that tell something in that story.

A name says who a sentence is about and not what it tells, and so does a role beside it ("Governor Holm"); a word that
half the story's sentences have tells nothing. What counts is what is left: "said it would vote against the bill" has
four such words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

from digest.language import subject
from digest.language.asides import without_asides
from digest.language.background import rarities
from digest.language.denying import denies
from digest.language.name_roles import roles_of_names
from digest.language.remembered import Remembered
from digest.language.terms import content_set, own_capitals, stem

RAREST = 6.0  # nats; a word that the language hardly knows tells no more than a rare one
LIGHTEST = 1e-9  # what tells nothing, for wholes of which a part is taken
MAIN = 0.4  # of what two sentences have in common, by weight, what one must tell in its main clauses
YEAR = range(1900, 2100)
BETWEEN = 5  # words between a verb of saying and "that": "told the council on Friday that"
OPENER = 40  # letters of what may stand before the rest with a comma: "In a statement on Friday, "


class Telling:
    """The words of one story's sentences, each weighed by how rare it is in the language and in the story."""

    def __init__(self, sentences: Iterable[str], *, language: str = "en") -> None:
        self.language = language
        self._stems: dict[str, frozenset[str]] = {}
        self._told: dict[str, tuple[frozenset[str], float]] = {}  # a sentence is held against many others
        self._digits: dict[str, frozenset[str]] = {}
        listed = list(sentences)
        counts = Counter(chain.from_iterable(map(self._of, listed)))
        self._weights = _weights(counts, max(2, len(listed)), language)
        self.names = frozenset(
            stem(word, language=language) for text in listed for word in own_capitals(text, language=language)
        )

    def same(self, one: str, other: str) -> bool:
        """Whether two sentences tell the same; the thresholds were set on sentence pairs of news stories, read by hand.

        Either half of what the fuller one tells, or enough words of the shorter one, or less with numbers in common.
        """
        (first, mine), (second, theirs) = self._weighed(one), self._weighed(other)
        shared = first & second
        numbers = len(self._numbers(one) & self._numbers(other))
        if not shared:
            return numbers > 1 and self._of(one) == self._of(other)
        weight = self._weight(shared)
        held, alike = weight / min(mine, theirs), weight / max(mine, theirs)
        count = len(shared)
        if alike < 0.6 and denies(one, language=self.language) != denies(other, language=self.language):
            return False  # "a leak is feared", "there was no leak"
        return (
            alike >= 0.5
            or (count >= 3 and held >= 0.55)
            or (count >= 3 and held >= 0.38 and weight >= 8)
            or (count >= 4 and held >= 0.33 and weight >= 10)
            or (count >= 3 and held >= 0.35 and numbers > 0)
            or (numbers > 1 and held >= 0.1)
        )

    def is_main(self, one: str, other: str) -> bool:
        """Whether what the second sentence has in common with the first stands in the first one's main clauses.

        "Ida Holm resigned in Melk, where a ferry sank in May" says beside the main thing what "A ferry sank" tells.
        """
        shared = self.words(one) & self.words(other)
        main = self.words(without_asides(one, language=self.language))
        return self._weight(shared & main) >= MAIN * self._weight(shared)

    def words(self, text: str) -> frozenset[str]:
        """The stems of a sentence that tell something: no names, numbers, or words of reporting."""
        return self._weighed(text)[0]

    def weight(self, terms: Iterable[str]) -> float:
        """What stems tell in this story, names among them, in nats."""
        return self._weight(terms)

    def weights(self, terms: Iterable[str]) -> dict[str, float]:
        """The same of each stem by itself, in the order of the alphabet."""
        return {term: self._weights[term] or LIGHTEST for term in sorted(terms)}

    def _weighed(self, text: str) -> tuple[frozenset[str], float]:
        """The words of a sentence that tell something, and what all of them weigh."""
        if text not in self._told:
            known = self._of(text) - self.names - reporting_stems(self.language)
            found = frozenset([term for term in known if not term[0].isdigit()])
            told = found - roles_of_names(text, language=self.language)
            self._told[text] = told, self._weight(found)
        return self._told[text]

    def _numbers(self, text: str) -> frozenset[str]:
        """The numbers of a sentence, but no years and no lone digits."""
        if text not in self._digits:
            found = [t for t in self._of(text) if t[0].isdigit() and len(t) > 1]
            self._digits[text] = frozenset([t for t in found if not (t.isdigit() and int(t[:9]) in YEAR)])
        return self._digits[text]

    def _of(self, text: str) -> frozenset[str]:
        if text not in self._stems:
            self._stems[text] = content_set(text, language=self.language)
        return self._stems[text]

    def _weight(self, terms: Iterable[str]) -> float:
        """The sum of the terms' weights, in nats."""
        return math.fsum(map(self._weights.__getitem__, terms)) or LIGHTEST  # in any order the same


def _weights(counts: Mapping[str, int], size: int, language: str) -> Mapping[str, float]:
    """What a stem tells in a story of so many sentences, of which so many have it."""
    rare, whole = rarities(language), math.log(size)
    return Remembered(lambda term: min(rare[term], RAREST) * (1 - math.log(counts.get(term) or 1) / whole))


def says(text: str, *, language: str = "en") -> bool:
    """Whether a sentence tells first of all that somebody said something: "The mayor said on Friday that …"."""
    return _saying(language).match(text) is not None


@cache
def _saying(language: str) -> re.Pattern[str]:
    """A verb of saying without a comma before it, but behind an opener, and "that" a few words behind it."""
    links = subject(language, "compare").get("said_that")
    if not links:
        return re.compile("(?!)")
    verbs, that, openers = ("|".join(map(re.escape, map(str, links[name]))) for name in ("verbs", "that", "openers"))
    opener = rf"(?:(?i:{openers})\b[^,]{{0,{OPENER}}}, )?"
    return re.compile(rf"{opener}[^,]*?\b(?:{verbs})(?: [^\s,;:“”\"]+){{0,{BETWEEN}}} (?:{that})\b")


@cache
def reporting_stems(language: str) -> frozenset[str]:
    """The stems of the words by which news report, which tell nothing themselves: "said"."""
    return frozenset(stem(str(word), language=language) for word in subject(language, "compare")["plain"])
