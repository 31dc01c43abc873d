"""What the stories of a project are about, and in which of them: the editors' topics, words, people and other names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SubjectKind(StrEnum):
    """What a subject is, and so who says that a story is about it."""

    TAG = "tag"  # an editor names it in the story's file
    WORD = "word"  # a word, or two in a row, that the story is known by
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class InStory:
    """A story (its id) that a subject is in, and which of its articles (their ids) have it, in the story's order."""

    story: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Something that stories are about, with all the stories that it is in, in the order of the stories.

    `slug` is the address of a person's page; `alike` counts the people of this name, this one among them. `language`
    is the code of a word's language. `weight` is how much a word weighs in its stories, added up.
    """

    kind: SubjectKind
    name: str
    stories: tuple[InStory, ...]
    slug: str = ""
    alike: int = 1
    language: str = ""
    weight: float = 0.0

    @property
    def key(self) -> tuple[str, str, str]:
        """What no other subject of the project has."""
        return self.kind, self.slug or self.name, self.language

    @property
    def articles(self) -> int:
        """The number of articles that have it."""
        return sum(len(one.articles) for one in self.stories)
