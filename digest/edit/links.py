"""Which articles and stories belong together or apart, as the stories' files say.

Wishes that contradict each other are told, and the stronger counts: `merge` before `include`, that before `together`,
that before `exclude` and `apart`; of two that are equally strong, the one in the file that comes first by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import combinations, pairwise
from types import MappingProxyType
from typing import NamedTuple

from digest.config.story import StoryFile
from digest.config.values import Setting
from digest.diagnostics import Diagnostic
from digest.edit.matching import Warnings
from digest.model import Joined, Links, story_node

Pair = tuple[str, str]
Group = tuple[Setting[str], ...]
NOTHING: Mapping[str, str] = MappingProxyType({})


class Linked(NamedTuple):
    """The wishes that count, and a warning for each that does not."""

    links: Links
    diagnostics: tuple[Diagnostic, ...]


def link(files: Iterable[StoryFile], stories: Mapping[str, str], other_ids: Mapping[str, str] = NOTHING) -> Linked:
    """Read what the files want together and apart; `stories` gives a story's id by its address, a former one, or id.

    `other_ids` gives the id of an article by those of its other versions.

    A file speaks of the story of its name. One whose name no story has or had is passed over where it speaks of its
    story (`unused_files` tells that).
    """
    reader = _Reader([_translated(f, other_ids) for f in sorted(files, key=lambda file: file.path)], stories)
    for step in (reader.merges, reader.includes, reader.groups, reader.excludes, reader.parted):
        step()
    links = Links(
        together=tuple(sorted(set(reader.together))),
        apart=tuple(sorted(set(reader.apart))),
        takes=tuple(sorted(set(reader.takes))),
    )
    found = [problem for warnings in reader.warnings.values() for problem in warnings.found]
    return Linked(links, tuple(found))


def _translated(file: StoryFile, other_ids: Mapping[str, str]) -> StoryFile:
    """A file that names articles by the ids that they have."""
    if not any(setting.value in other_ids for setting in file.named):
        return file

    def now(settings: Group) -> Group:
        return tuple(replace(setting, value=other_ids.get(setting.value, setting.value)) for setting in settings)

    together, apart = tuple(map(now, file.together)), tuple(map(now, file.apart))
    return replace(file, include=now(file.include), exclude=now(file.exclude), together=together, apart=apart)


class _Reader:
    """Collects the wishes of all files, the strongest kind first."""

    def __init__(self, files: Sequence[StoryFile], stories: Mapping[str, str]) -> None:
        self.files = files
        self.stories = stories
        self.warnings = {file.path: Warnings(file=file) for file in files}
        self.together: list[Pair] = []
        self.apart: list[Pair] = []
        self.takes: list[Pair] = []
        self._joined = Joined()
        self._slugs: dict[str, str] = {}  # of the story that a group of names holds, by the group's name
        self._where: dict[str, str] = {}  # the file that included an article

    def merges(self) -> None:
        """A story takes in others."""
        taker: dict[str, tuple[str, str]] = {}
        for file, story in self._of_stories():
            for item in file.merge:
                other = self._story(item, file)
                if other is None or other == story:
                    continue
                if self._takes_in(other, story, taker):
                    self._warn(file, item, f"'{file.slug}' and '{item.value}' take each other in", "keep one of them")
                elif other in taker and taker[other][0] != story:
                    words = f"'{item.value}' is taken in by {taker[other][1]} as well, so all of them are one story"
                    self._warn(file, item, words, "keep it in one file, or leave it so")
                else:
                    self.takes.append((story, other))
                    taker[other] = (story, file.path)
                self._join(story_node(story), story_node(other))

    def includes(self) -> None:
        """A story has an article."""
        for file, story in self._of_stories():
            for item in file.include:
                if not self._belongs(item.value, story_node(story)):
                    words = f"{item.value} is included by {self._where[item.value]} already, and stays there"
                    self._warn(file, item, words, "keep it in one file")
                    continue
                self._where.setdefault(item.value, file.path)
                self._join(item.value, story_node(story))

    def groups(self) -> None:
        """Articles are together."""
        for file in self.files:
            for group in file.together:
                for one, other in pairwise(group):
                    if one.value == other.value:
                        continue
                    if self._belongs(one.value, other.value):
                        self._join(one.value, other.value)
                    else:
                        words = f"{one.value} and {other.value} cannot be together: they are included in two stories"
                        self._warn(file, other, words, "take one of the two out; until then each stays where it is")

    def excludes(self) -> None:
        """A story does not have an article."""
        for file, story in self._of_stories():
            for item in file.exclude:
                if self._joined.same(item.value, story_node(story)):
                    words = f"{item.value} cannot be excluded: it is included in this story"
                    self._warn(file, item, words, "take one of the two out; until then it stays in the story")
                else:
                    self.apart.append(_sorted(item.value, story_node(story)))

    def parted(self) -> None:
        """Articles are apart."""
        for file in self.files:
            for group in file.apart:
                for one, other in combinations(group, 2):
                    if one.value == other.value:
                        continue
                    if self._joined.same(one.value, other.value):
                        words = f"{one.value} and {other.value} cannot be apart: `together` joins them"
                        if one.value in self._where or other.value in self._where:
                            words = f"{one.value} and {other.value} cannot be apart: they are included in one story"
                        self._warn(file, other, words, "take one of the two out; until then they stay together")
                    else:
                        self.apart.append(_sorted(one.value, other.value))

    def _of_stories(self) -> Iterable[tuple[StoryFile, str]]:
        """The files whose story is known, with its id."""
        return ((file, self.stories[file.slug]) for file in self.files if file.slug in self.stories)

    def _story(self, item: Setting[str], file: StoryFile) -> str | None:
        story = self.stories.get(item.value)
        if story is None:
            near = get_close_matches(item.value, sorted(self.stories), n=1, cutoff=0.5)
            hint = f"did you mean '{near[0]}'?" if near else "name a story by the last part of its address"
            words = f"there is no story '{item.value[:80]}'"
            self.warnings[file.path].add("unknown-story", words, item.location, hint=hint)
        return story

    def _takes_in(self, story: str, other: str, taker: Mapping[str, tuple[str, str]]) -> bool:
        """Whether a story takes in another, or takes in one that does."""
        while other in taker:
            other = taker[other][0]
            if other == story:
                return True
        return False

    def _belongs(self, one: str, other: str) -> bool:
        """Whether two names may be joined: they are not held by two stories."""
        first, second = (self._slugs.get(self._joined.group(name), "") for name in (one, other))
        first = first or (one if one.startswith(story_node("")) else "")
        second = second or (other if other.startswith(story_node("")) else "")
        return not first or not second or self._joined.same(first, second)

    def _join(self, one: str, other: str) -> None:
        held = [self._slugs.get(self._joined.group(name), "") for name in (one, other)]
        held += [name for name in (one, other) if name.startswith(story_node(""))]
        self._joined.join(one, other)
        if story := next(filter(None, held), ""):
            self._slugs[self._joined.group(one)] = story
        self.together.append(_sorted(one, other))

    def _warn(self, file: StoryFile, item: Setting[str], words: str, hint: str) -> None:
        self.warnings[file.path].add("conflicting-override", words, item.location, hint=hint)


def _sorted(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
