"""All articles that are compared, as vectors that stay in memory; more can be added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.cluster.calendar import KINDS, UNITS
from digest.cluster.circumstances import Circumstances, Rows, named
from digest.cluster.counting import Counted
from digest.cluster.growing import Growing
from digest.cluster.settings import Settings
from digest.cluster.spelling import Spelling
from digest.cluster.vectors import coarse, weigh
from digest.cluster.vocabulary import Names, Numbers, Vocabulary

SEGMENT = 8192  # rows whose marks are looked up at once: what adds up for them stays in the processor's cache


class Listed(NamedTuple):
    """An article's id, and its day as a number, NaN where it is not known."""

    id: str
    day: float


class Index:
    """Articles by row, in the order in which they came. What stands in a row does not depend on the others."""

    def __init__(self: Self, settings: Settings) -> None:
        self.settings = settings
        self.ids: list[str] = []
        self._terms = Names()
        self._vocabularies: dict[str, Vocabulary] = {}
        self._of_language: list[Vocabulary] = []
        self._weights = _Rows(np.complex64)
        self._marks = _Rows(np.float32)
        self._languages = Growing(np.int16)
        self._forms = Growing(np.int32)  # beside the weights: how the article writes the term,
        self._is_name = Growing(np.bool_)  # and whether as a name
        self._dates, self._lengths = Growing(np.float64), Growing(np.float64)
        self._calendars = Growing(np.uint8, width=UNITS)
        self._named = Growing(np.float64, width=len(KINDS))
        self._segments: list[csr_matrix] = []

    def __len__(self: Self) -> int:
        """The number of articles."""
        return len(self.ids)

    def vocabulary(self: Self, language: str) -> Vocabulary:
        """What is known of a language's words."""
        if language not in self._vocabularies:
            self._vocabularies[language] = Vocabulary(language, self._terms)
            self._of_language.append(self._vocabularies[language])
        return self._vocabularies[language]

    def extend(self: Self, listed: Sequence[Listed], counted: Counted, language: str) -> None:
        """Put articles of one language at the end, in the order in which they were counted with its vocabulary."""
        vocabulary = self.vocabulary(language)
        weighed = weigh(counted, vocabulary, self.settings)
        term = vocabulary.shapes["term"][counted.form]
        row = np.repeat(np.arange(len(listed)), np.diff(counted.starts))
        order = np.argsort(row * len(self.terms) + term)  # rows with sorted columns are compared fastest
        term, weights, is_mark = term[order], weighed.weights[order], weighed.is_mark[order]
        self._weights.extend(row, term, weights, count=len(listed))
        self._marks.extend(row[is_mark], term[is_mark], coarse(weights[is_mark]), count=len(listed))
        self._forms.extend(counted.form[order])
        self._is_name.extend(counted.is_name[order])
        self._languages.extend(np.full(len(listed), self._of_language.index(vocabulary)))
        self._dates.extend(np.array([one.day for one in listed], dtype=np.float64))
        self._lengths.extend(counted.lengths)
        self._calendars.extend(counted.calendar)
        self._named.extend(named(counted.calendar))
        self.ids += [one.id for one in listed]

    def shorten(self: Self, count: int) -> None:
        """Keep so many articles from the beginning."""
        beside = int(self._weights.starts.values[count])
        for part in (self._forms, self._is_name):
            part.shorten(beside)
        for part in (self._languages, self._dates, self._lengths, self._calendars, self._named):
            part.shorten(count)
        self._weights.shorten(count)
        self._marks.shorten(count)
        del self.ids[count:]
        del self._segments[count // SEGMENT :]

    @property
    def terms(self: Self) -> Sequence[str]:
        """The terms by their numbers, which are the columns of the weights."""
        return self._terms.every

    @property
    def weights(self: Self) -> csr_matrix:
        """The weights of each article's terms; see `vectors` for what a complex number stands for."""
        return self._weights.matrix(len(self.terms))

    @property
    def marks(self: Self) -> csr_matrix:
        """The rough weights of each article's marks."""
        return self._marks.matrix(len(self.terms))

    def spellings(self: Self, rows: Rows, places: Rows) -> list[Spelling]:
        """How articles write the terms at some places of the weights."""
        forms = [vocabulary.forms.every for vocabulary in self._of_language]
        found = (self._languages.values[rows], self._forms.values[places], self._is_name.values[places])
        return [
            Spelling(forms[language][form], is_name)
            for language, form, is_name in zip(*(part.tolist() for part in found), strict=True)
        ]

    def names(self: Self, rows: Rows, places: Rows) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
        """Whether articles write the terms at some places of the weights as names, and how rare the terms are.

        A number is no name.
        """
        language, form = self._languages.values[rows], self._forms.values[places]
        is_name, rarity = self._is_name.values[places].copy(), np.zeros(len(places))
        for number, vocabulary in enumerate(self._of_language):
            here = language == number
            shapes = vocabulary.shapes[form[here]]
            rarity[here] = shapes["rarity"]
            is_name[here] &= ~shapes["is_number"]
        return is_name, rarity

    @property
    def around(self: Self) -> Circumstances:
        """What is known of the articles besides their words."""
        return Circumstances(
            dates=self._dates.values,
            lengths=self._lengths.values,
            calendars=self._calendars.values,
            named=self._named.values,
            settings=self.settings,
        )

    def segments(self: Self) -> Sequence[csr_matrix]:
        """The marks once more, by term: a matrix of terms and rows for each `SEGMENT` rows."""
        if self._segments and self._segments[-1].shape[1] < SEGMENT:
            self._segments.pop()  # rows may have come
        marks = self.marks
        for start in range(len(self._segments) * SEGMENT, len(self), SEGMENT):
            self._segments.append(marks[start : start + SEGMENT].T.tocsr())
        for segment in self._segments:
            segment.resize(len(self.terms), segment.shape[1])
        return self._segments


class _Rows:
    """A sparse matrix that grows by rows."""

    def __init__(self: Self, dtype: type[np.generic]) -> None:
        self.starts, self.columns, self.data = Growing(np.int64), Growing(np.int32), Growing(dtype)
        self.starts.extend(np.zeros(1, dtype=np.int64))

    def extend(self: Self, row: Numbers, columns: Numbers, data: NDArray[np.generic], *, count: int) -> None:
        """Put so many rows at the end; `row` counts from 0 and is sorted."""
        self.starts.extend(self.starts.values[-1] + np.searchsorted(row, np.arange(1, count + 1)))
        self.columns.extend(columns)
        self.data.extend(data)

    def shorten(self: Self, count: int) -> None:
        """Keep so many rows from the beginning."""
        size = int(self.starts.values[count])
        self.starts.shorten(count + 1)
        self.columns.shorten(size)
        self.data.shorten(size)

    def matrix(self: Self, width: int) -> csr_matrix:
        """The matrix as it is now; not to be kept while it grows."""
        starts = self.starts.values
        return csr_matrix((self.data.values, self.columns.values, starts), shape=(len(starts) - 1, width), copy=False)
