"""Tell whether two wordings name one role: "Rep." and "Representative", "leader" and "Senate majority leader"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from digest.language import subject

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
OWN = re.compile(r"['’]s\b")


class RoleWords(NamedTuple):
    """A role as it is compared: its head, what else it says, and the words that make another role of it.

    "the former U.S. vice president" has the head `president`, says `us`, and is altered by `former` and `vice`.
    """

    head: str
    says: frozenset[str]
    altered: frozenset[str]
    judges: bool

    def holds(self, other: RoleWords) -> bool:
        """Whether this wording says all that the other says, of the same role."""
        return self.head == other.head and self.altered == other.altered and other.says <= self.says


class _Words(NamedTuple):
    roles: frozenset[str]
    small: frozenset[str]
    links: frozenset[str]
    altering: frozenset[str]
    judging: frozenset[str]
    written: dict[str, str]


@cache
def role_words(role: str, language: str = "en") -> RoleWords:
    """Read a role's wording, without articles, full stops and capitals, short forms written out."""
    data = _data(language)
    plain = OWN.sub("", role.lower()).replace(".", "")
    words = WORD.findall(plain)
    linked = next((place for place, word in enumerate(words) if place and word in data.links), len(words))
    altered = frozenset(words[:linked]) & data.altering
    front = [data.written.get(word, word) for word in words[:linked] if word not in data.small | altered]
    behind = [data.written.get(word, word) for word in words[linked:] if word not in data.small | data.links]
    at = next((n for n in range(len(front) - 1, -1, -1) if front[n] in data.roles), len(front) - 1)
    head = front[at] if front else ""
    says = frozenset(front + behind) - {head}
    return RoleWords(head, says - data.judging, altered, bool(says & data.judging))


def join_roles(wordings: Sequence[str], language: str = "en") -> tuple[tuple[int, ...], ...]:
    """Put the wordings of one role together, by their places; the fullest stands first, the groups in their order."""
    read = [role_words(wording, language) for wording in wordings]
    fullest = sorted(range(len(read)), key=lambda n: (-len(read[n].says), read[n].judges, -_length(wordings[n]), n))
    groups: list[list[int]] = []
    for place in fullest:
        home = next((group for group in groups if read[group[0]].holds(read[place])), None)
        if home is None:
            groups.append([place])
        else:
            home.append(place)
    return tuple((group[0], *sorted(group[1:])) for group in sorted(groups, key=min))


def _length(wording: str) -> int:
    """The length of the words alone: "US President" is not fuller for being written "U.S. President"."""
    return sum(map(len, WORD.findall(OWN.sub("", wording).replace(".", ""))))


@cache
def _data(language: str) -> _Words:
    titles, compare = subject(language, "titles"), subject(language, "compare")
    written = {
        str(word): str(row[-1]) for key in ("titles", "same_words") for row in compare.get(key, ()) for word in row
    }
    articles = {word.strip().lower() for word in str(titles["articles"]).split(",")}
    roles = {written.get(word, word) for word in _list(titles["roles"])}
    return _Words(
        roles=frozenset(roles),
        small=frozenset(articles),
        links=frozenset(_list(compare.get("role_links", ()))),
        altering=frozenset(_list(compare.get("altering", ()))),
        judging=frozenset(_list(compare.get("judging", ()))),
        written=written,
    )


def _list(words: str | Iterable[object]) -> list[str]:
    return words.split() if isinstance(words, str) else [str(word) for word in words]
