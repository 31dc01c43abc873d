"""See whom "the woman" means, where the article has introduced one person as "a Bern woman, Ann Ito"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from digest.model import Article, Excerpt, Form, Person

FARTHEST = 20_000  # characters before a description in which somebody is introduced
NAMED = (Form.NAME, Form.PART)


def introduced(article: Article, description: Excerpt, people: Iterable[Person], starts: Set[str]) -> str | None:
    """The one person whom the same noun introduces: "a Bern woman, Ann Ito", "Ann Ito, a Bern woman".

    Nobody where the noun, after one of the words that `starts` has, speaks of anybody else as well.
    """
    first, _, noun = description.text.partition(" ")
    if first.lower() != "the" or not noun.isalpha() or not noun.islower():
        return None
    by_start = {m.excerpt.span.start: person.name for person in people for m in person.mentions if m.form in NAMED}
    by_end = {m.excerpt.span.end: person.name for person in people for m in person.mentions if m.form in NAMED}
    low, high = max(0, description.span.start - FARTHEST), description.span.start
    opener = "|".join(sorted(map(re.escape, starts)))
    new = re.compile(rf"\b(?:{opener}) (?:[\w'’-]+ ){{0,3}}{noun}\b", re.IGNORECASE)
    found = {
        by_start.get(match.end() + 2, "") or by_end.get(match.start() - 2, "")
        for match in new.finditer(article.text, low, high)
    }
    return found.pop() or None if len(found) == 1 else None
