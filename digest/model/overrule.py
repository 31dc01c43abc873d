"""An editor's word about single lines of an article: keep this one, drop that one."""

from __future__ import annotations

from dataclasses import dataclass, field

from digest.diagnostics import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrule:
    """A line to keep or to drop, whatever the cleaners think of it. A `text` that ends with `*` is how it begins.

    Where it is written makes no difference to what it does, so two that differ in nothing else are equal.
    """

    text: str
    keep: bool
    location: Location = field(compare=False)
