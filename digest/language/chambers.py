"""Say whether a role leaves open of which chamber a committee is, where both chambers have one of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from digest.language import subject


def is_of_either(role: str, texts: Iterable[str], language: str = "en") -> bool:
    """Whether texts name a role's committee of two chambers, and the role does not say of which one it is.

    "harbor committee chairman", where texts have "the Senate harbor committee" and "the House Harbor Committee".
    """
    shape = _committee(language)
    found = shape.search(role) if shape else None
    if found is None or found["chamber"]:
        return False
    chambers, between = ("|".join(map(re.escape, _listed(language, name))) for name in ("chambers", "between"))
    whole = re.compile(rf"\b({chambers}) (?:(?:{between}) )?{re.escape(found['name'])}\b", re.IGNORECASE)
    return len({match.lower() for text in texts for match in whole.findall(text)}) > 1


@cache
def _committee(language: str) -> re.Pattern[str] | None:
    """A committee with the chamber before it, if any: "Senate *Harbor Committee* chairman"."""
    chambers, bodies = _listed(language, "chambers"), _listed(language, "bodies")
    if not chambers or not bodies:
        return None
    first, last = ("|".join(map(re.escape, words)) for words in (chambers, bodies))
    return re.compile(rf"(?P<chamber>\b(?:{first}) )?(?P<name>[^\W\d_]+ (?:{last}))\b", re.IGNORECASE)


def _listed(language: str, name: str) -> tuple[str, ...]:
    return tuple(map(str, subject(language, "compare").get("of_chambers", {}).get(name, ())))
