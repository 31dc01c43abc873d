"""Find the sentences of other articles that say what a chosen one says, to be cited with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from digest.language.main_clause import repeat_quoted
from digest.language.same_main import is_another_deed, says_main
from digest.language.senses import sense
from digest.language.telling import Telling
from digest.language.times_of_day import times_of_day
from digest.model import Excerpt
from digest.summarize.candidates import Candidate
from digest.summarize.sameness import Likeness, say_same
from digest.summarize.twice import figures_contradict

NEAR = 0.35  # cosine from which a sentence of another article may be cited for one
NUMBER = 0.2  # or this much with a number in common, or with half of the shorter one's content
HOLDS = 0.5
COMMON = 3  # content words that both have, at least
BESIDE = 2  # telling words in common beside a key figure
PEOPLE = 2  # people in common who, on one date, do one thing
FIGURES = 2  # in common, which hardly two things have


class Citing:
    """The sentences of a `pool` that may be cited for some chosen ones.

    `_near` holds for each chosen one the columns of each other article that are near to it, the nearest first.
    """

    def __init__(self, chosen: Sequence[Candidate], pool: Sequence[Candidate], telling: Telling) -> None:
        self._chosen, self._pool, self._telling = chosen, pool, telling
        self._near = _near(chosen, pool) if chosen else []
        self._said: dict[tuple[int, int], bool] = {}

    def also(self, place: int, *, sure: bool = False) -> tuple[Excerpt, ...]:
        """From every other article the sentence that says the same as the chosen one at a place, if there is one.

        Where it must be `sure`, it tells what the main clause of the chosen one tells, and has each of its numbers.
        """
        one, found = self._chosen[place], list[Excerpt]()
        for columns in self._near[place]:
            for column, same in columns:
                other = self._pool[column]
                if self._says(place, column, same=same) and (not sure or self._is_sure(one, other)):
                    found.append(other.excerpt)
                    break
        return tuple(found)

    def _is_sure(self, one: Candidate, other: Candidate) -> bool:
        """Whether another tells what a sentence mainly tells, with its figures, people and time: 44 is not 43."""
        texts = one.excerpt.text, other.excerpt.text
        if not one.figures <= other.figures or not times_of_day(texts[0]) <= times_of_day(texts[1]):
            return False
        if repeat_quoted(*texts):
            return says_main(*texts, self._telling)
        if not (_people(one) <= _people(other) and says_main(*texts, self._telling)):
            return False
        much = len(_people(one)) >= PEOPLE or len(one.figures) >= FIGURES
        return much or not is_another_deed(*texts, language=one.language)

    def _says(self, place: int, column: int, *, same: bool) -> bool:
        """Whether one of the pool says what a chosen one does, which is asked once more of those that are kept."""
        if (place, column) not in self._said:
            one, other = self._chosen[place], self._pool[column]
            able = other.usable and not figures_contradict(one, other)
            self._said[place, column] = able and (same or _tells_same(one, other, self._telling))
        return self._said[place, column]


def _near(chosen: Sequence[Candidate], pool: Sequence[Candidate]) -> list[list[list[tuple[int, bool]]]]:
    """By chosen sentence and other article: what is near, the nearest first, and whether it surely says the same."""
    like = Likeness(chosen, pool)
    shared_number = (like.all_numbers > 0) & (like.cosine >= NUMBER)
    near = (like.cosine >= NEAR) | shared_number | ((like.cosine >= NUMBER) & (like.containment >= HOLDS))
    same = say_same(like)
    fits = (near | same) & (like.common >= COMMON)
    scores = np.round(like.cosine + like.containment, 9)
    found = []
    for row, one in enumerate(chosen):
        columns = np.flatnonzero(fits[row])
        of_article: dict[int, list[tuple[int, bool]]] = {}
        for column in columns[np.argsort(-scores[row, columns], kind="stable")].tolist():
            other = pool[column]
            if other.excerpt.span.article_id != one.excerpt.span.article_id:
                of_article.setdefault(other.article, []).append((column, bool(same[row, column])))
        found.append([of_article[article] for article in sorted(of_article)])
    return found


def _tells_same(one: Candidate, other: Candidate, telling: Telling) -> bool:
    """Whether two sentences tell the same.

    A key figure in common makes up for other words, if two of them are left; so do two people and a date, for what two
    people do on one day is hardly two things.
    """
    kinds = Counter(fact.partition(" ")[0] for fact in one.facts & other.facts)
    if kinds["person"] >= PEOPLE and kinds["date"]:
        return True
    if kinds["figure"] and len(_told(one, telling) & _told(other, telling)) >= BESIDE:
        return True
    texts = one.excerpt.text, other.excerpt.text
    return telling.same(*texts) and telling.is_main(*texts)


def _people(one: Candidate) -> frozenset[str]:
    """The last names of the people in a sentence."""
    return frozenset(fact.rpartition(" ")[2] for fact in one.facts if fact.startswith("person "))


def _told(one: Candidate, telling: Telling) -> frozenset[str]:
    """What a sentence tells, with one word for each group of words that news use for one another."""
    return frozenset(sense(term, language=one.language) for term in telling.words(one.excerpt.text))
