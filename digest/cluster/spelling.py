"""Find how articles write a term, and whether they write it as a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Spelling(NamedTuple):
    """A term as it is written: in one article, or, in lower case unless it is a name, in several."""

    form: str
    is_name: bool


def common_spelling(spellings: Iterable[Spelling]) -> Spelling:
    """How most articles write a term. A name is what most of them write with a capital."""
    forms: Counter[str] = Counter()
    names = 0
    for form, is_name in spellings:
        forms[form] += 1
        names += is_name
    form = max(forms, key=lambda f: (forms[f], f))
    is_name = 2 * names > forms.total()
    return Spelling(form if is_name else form.lower(), is_name)
