"""Tell a body by the noun that describes it before its name: "a group of clerks called Save Bern"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet


def is_body_called(before: Sequence[str], called: AbstractSet[str], heads: AbstractSet[str]) -> bool:
    """Whether the last words before a name call a body so; `heads` are nouns for bodies, in the singular: "Group"."""
    if len(before) < 2 or before[-1] not in called:
        return False
    nouns = [before[-2], *(before[-4:-3] if before[-3:-2] == ["of"] else [])]
    return any(noun.rstrip("s").capitalize() in heads for noun in nouns)
