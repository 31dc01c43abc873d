"""Keep the stories' names: which article tells which story, and under which address each story was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

FREE = "nowhere"  # the home of an article that was in no story before an editor put it into one


@dataclass(frozen=True, kw_only=True)
class Lock:
    """The names of all stories that ever were.

    `articles` maps an article's id to its story's id, `stories` a story's id to its slug, and `merged` the id of a
    story that was taken in by another to that other, which is never itself merged. Entries are never dropped: an
    article that comes back finds its story, and no slug is ever given to a second story.

    Where an editor moved an article, `homes` keeps the story where it would be otherwise, or `FREE`; `parted` keeps
    for a story that an editor split off the id of the story that it was a part of. So what an editor did can be undone.
    """

    articles: Mapping[str, str] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)
    parted: Mapping[str, str] = field(default_factory=dict)

    def now(self, story: str) -> str:
        """The story itself, or the one that took it in for good: nobody is at home in it any more."""
        return story if story in self._lived_in else self.merged.get(story, story)

    def by_name(self) -> dict[str, str]:
        """The ids of all stories by their slugs and ids, as they are `now`."""
        return {name: self.now(story) for story, address in self.stories.items() for name in (story, address)}

    @cached_property
    def _lived_in(self) -> frozenset[str]:
        return frozenset(self.homes.values())
