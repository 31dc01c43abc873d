"""The people of all stories together: who of one story is who of another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPerson:
    """A person across the stories. Those of the stories (`StoryPerson`) that are this person carry its `slug`.

    `aliases` are all other forms of the name in any story. `namesakes` are the slugs of other people of one name.
    `known` is True of those whom `stories/people.yml` names.
    """

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    known: bool = False
