"""See whether somebody has a role, "mayor of the town" is a mayor and no town, and where it is told of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.extract.cues import Cues
from digest.extract.name_lexicon import lexicon
from digest.model import Person

ARTICLE = len("the ")


def has_role(  # noqa: PLR0913 - a role, and what it may not be
    person: Person, roles: Sequence[str], words: Cues, language: str, *, lesser: bool, field: str = ""
) -> bool:
    """Whether somebody has one of the roles, and not only a lesser one, if none is meant: "vice president".

    Nor one of another `field` than is meant: a "prime minister" is no "defence minister".
    """
    return any(
        (lesser or stated[: match.start()].replace("-", " ").rstrip().rpartition(" ")[2] not in words.lesser)
        and _is_head(stated, match, words, language)
        and not _is_of_another_field(stated[: match.start()], field, language)
        for stated in (role.text.lower() for role in person.roles)
        for role in roles
        for match in re.finditer(rf"\b{re.escape(role)}\b", stated)
    )


def _is_of_another_field(before: str, field: str, language: str) -> bool:
    """Whether another word stands before a role than the one that is meant, where both say what it is about."""
    modifiers = lexicon(language).role_modifiers
    own = before.rstrip().rpartition(" ")[2]
    return own != field and own in modifiers and field in modifiers


def stands_for(person: Person, start: int, name: int) -> bool:
    """Whether the words from `start` to a name are its bearer's role: "the attorney for the City of Bern Ann Ito"."""
    return any(role.span.start <= start + ARTICLE and 0 <= name - role.span.end <= 1 for role in person.roles)


def _is_head(stated: str, match: re.Match[str], words: Cues, language: str) -> bool:
    """Whether words say what somebody is: of "mayor of the town" and "town mayor", only "mayor"."""
    behind = re.match(r" (\w+)", stated[match.end() :])
    small = words.prepositions | words.conjunctions
    ends = behind is None or behind[1] in small or match[0].split()[-1] in lexicon(language).roles
    return ends and words.prepositions.isdisjoint(stated[: match.start()].split())
