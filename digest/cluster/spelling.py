"""Find how articles write a term, and whether they write it as a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Spelling(NamedTuple):
    """A term as it is written: in one article, or, in lower case unless it is a name, in several."""

    form: str
    is_name: bool


def common_spelling(spellings: Sequence[Spelling]) -> Spelling:
    """How most articles write a term. A name is what most of them write with a capital."""
    forms = Counter([form for form, _ in spellings])
    form = max(forms, key=lambda f: (forms[f], f)) if len(forms) > 1 else next(iter(forms))
    is_name = 2 * sum([is_name for _, is_name in spellings]) > len(spellings)
    return Spelling(form if is_name else form.lower(), is_name)
