"""What a quantity measures: words of its sentence, and the rule that found them."""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """The words `first` to `after` (exclusive); `rule` names how they were found."""

    first: int
    after: int
    rule: str
