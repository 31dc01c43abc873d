"""The words that were met so far, each looked at once: its term, its shape, and how rare it is.

A text is cut at its blanks, and what stands between them ("sanctions,") is looked up: the same things come again and
again, and only new ones are taken apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from digest.cluster.background import background
from digest.cluster.calendar import calendar_unit
from digest.cluster.growing import Growing
from digest.cluster.terms import TOKEN, Text, as_term

MOST = 1 << 17  # things between blanks that are remembered at once, which bounds the memory
Numbers = NDArray[np.int64]


class Names(dict[str, int]):
    """A number for each name, in the order of their first use."""

    def __init__(self: Self) -> None:
        super().__init__()
        self.every: list[str] = []

    def __missing__(self: Self, name: str) -> int:
        number = self[name] = len(self.every)
        self.every.append(name)
        return number


class Form(NamedTuple):
    """A word or number as it is written.

    `term` is -1 for function words, and `rarity` that of the term, in nats. `unit` is the column of the month, weekday
    or year that it names, or -1. A long word has more than three letters.
    """

    term: int
    rarity: float
    unit: int
    may_be_other: bool
    is_number: bool
    is_upper: bool
    is_long: bool


SHAPE = np.dtype(
    [
        ("term", np.int32),
        ("rarity", np.float64),
        ("unit", np.int16),
        ("may_be_other", np.bool_),
        ("is_number", np.bool_),
        ("is_upper", np.bool_),
        ("is_long", np.bool_),
    ]
)


class Tokens(NamedTuple):
    """The words and numbers of some texts, one after the other, by the numbers of their forms.

    `sentences` and `texts` are the places where each sentence and each text begins, and the end; `heads` the number of
    tokens in each headline.
    """

    form: Numbers
    sentences: Numbers
    texts: Numbers
    heads: Numbers


class Vocabulary:
    """What is known of a language's words. `terms` may be shared with other languages, the forms are its own."""

    def __init__(self: Self, language: str, terms: Names) -> None:
        self.language = language
        self.terms = terms
        self.forms = Names()
        self._shapes = Growing(SHAPE)
        self._background = background(language)
        self._forget()

    def _forget(self: Self) -> None:
        self._words = Names()
        self._sizes, self._parts = Growing(np.int64), Growing(np.int64)

    def tokens(self: Self, texts: Iterable[Text]) -> Tokens:
        """Cut texts into words and numbers."""
        if len(self._words) > MOST:
            self._forget()
        number = self._words.__getitem__
        found: list[int] = []
        sentences, ends, heads = [0], [0], []
        for text, head, body in texts:
            for start, end in head:
                found += map(number, text[start:end].split())
                sentences.append(len(found))
            heads.append(len(found))
            for start, end in body:
                found += map(number, text[start:end].split())
                sentences.append(len(found))
            ends.append(len(found))
        new = [TOKEN.findall(word) for word in self._words.every[len(self._sizes.values) :]]
        self._sizes.extend(np.fromiter(map(len, new), dtype=np.int64, count=len(new)))
        self._parts.extend(self.numbers(form for forms in new for form in forms))
        form, before = self._spread(np.array(found, dtype=np.int64))
        at_sentences, at_texts, at_heads = (before[place] for place in (sentences, ends, heads))
        return Tokens(form, at_sentences, at_texts, at_heads - at_texts[:-1])

    def _spread(self: Self, words: Numbers) -> tuple[Numbers, Numbers]:
        """Put in the place of each word the forms that it consists of; also how many stand before each word."""
        sizes = self._sizes.values
        length = sizes[words]
        before = np.append(0, np.cumsum(length))
        shift = (np.cumsum(sizes) - sizes)[words] - before[:-1]
        return self._parts.values[np.repeat(shift, length) + np.arange(before[-1])], before

    def numbers(self: Self, forms: Iterable[str]) -> Numbers:
        """The numbers of forms."""
        found = np.fromiter(map(self.forms.__getitem__, forms), dtype=np.int64)
        new = self.forms.every[len(self._shapes.values) :]
        self._shapes.extend(np.array([tuple(self._form(form)) for form in new], dtype=SHAPE))
        return found

    @property
    def shapes(self: Self) -> NDArray[np.void]:
        """What is known of each form, with the fields of `Form`."""
        return self._shapes.values

    def _form(self: Self, form: str) -> Form:
        term, unit = as_term(form, self.language), calendar_unit(form, self.language)
        return Form(
            term=-1 if term is None else self.terms[term],
            rarity=0.0 if term is None else self._background.rarity(term),
            unit=unit.column if unit else -1,
            may_be_other=unit is not None and unit.ambiguous,
            is_number=term is not None and term[0].isdigit(),
            is_upper=form[0].isupper(),
            is_long=len(form) > 3 and form[0].isalpha(),
        )
