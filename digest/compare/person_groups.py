"""People of several stories, while it is decided who of them is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from digest.compare.bearing import Bearing, clash, together
from digest.compare.full_names import FullName
from digest.model import StoryPerson


class Seen(NamedTuple):
    """A person in one story: the story's number, the person's place in it, and what is told of them."""

    story: int
    place: int
    person: StoryPerson
    name: FullName
    bearing: Bearing
    language: str


class Group(NamedTuple):
    """What several stories tell of one person: `heads` says in how many of them each role is told.

    `is_alone` is True where only one word of the name is known, `language` is that of the stories (of several, the
    first of the alphabet), and `known` their name in `stories/people.yml`.
    """

    seen: tuple[Seen, ...]
    names: frozenset[FullName]
    bearing: Bearing
    stories: frozenset[int]
    heads: Mapping[str, int]
    is_alone: bool
    language: str
    known: str = ""

    def can_be(self, other: Group) -> bool:
        """Whether nothing speaks against one person: no story has both, and no sign differs."""
        if self.stories & other.stories:
            return False
        return not clash(self.bearing, other.bearing, language=self.language)


def group_of(seen: Sequence[Seen], known: str = "") -> Group:
    """Put together what is told of one person."""
    return Group(
        seen=tuple(sorted(seen, key=lambda one: (one.story, one.place))),
        names=frozenset(one.name for one in seen),
        bearing=together(one.bearing for one in seen),
        stories=frozenset(one.story for one in seen),
        is_alone=all(one.name.is_alone for one in seen),
        language=min(one.language for one in seen),
        heads=Counter(head for one in seen for head in one.bearing.heads),
        known=known,
    )
