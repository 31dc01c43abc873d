"""What a page has printed above a list: its words and sentences, and the people whom a reader may know by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from digest.language.spoken import says_same
from digest.language.taken_up import taken_up
from digest.language.terms import low_words
from digest.language.unclear import opens_unclear, unclear
from digest.model import Excerpt, Story

SHORTEST = 3
"""Of how many letters a part of a name is at least, by which somebody is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What stands above a list: the `texts`, how often `words` do, and the words of `people`'s names.

    `families` are their last names, `names` the title and the names of which the page tells beside the texts.
    """

    words: Mapping[str, int]
    texts: tuple[str, ...]
    people: frozenset[str]
    families: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()

    def repeats(self, text: str, *, language: str) -> bool:
        """Whether the page has told what a sentence tells."""
        return any(says_same(text, other, language=language) for other in self.texts)

    def has(self, excerpt: Excerpt) -> bool:
        """Whether some words stand on the page as they are, however few of them tell something."""
        return any(excerpt.text.strip(" .,") in text for text in self.texts)

    def leaves_open(self, text: str, *, language: str) -> bool:
        """Whether a sentence speaks of what the page has told nothing of: "the crane"."""
        return unclear(text, self.words, self.people, language=language) != ""

    def opens_open(self, text: str, *, language: str) -> bool:
        """Whether quoted words open with a thing of which the page has told nothing: "The article leaves out"."""
        return opens_unclear(text, self.words, language=language) != ""

    def takes_up(self, text: str, *, quoted: bool = False, alone: bool = False, language: str) -> bool:
        """Whether words take up what the page has told nothing of: "Soon, …"; for the rest see `taken_up`."""
        above = (*self.names, *self.texts)
        return taken_up(text, above, self.families, quoted=quoted, alone=alone, language=language) != ""

    def plus(self, excerpts: Iterable[Excerpt]) -> Printed:
        """The same with more sentences behind it."""
        texts = tuple(excerpt.text for excerpt in excerpts)
        if not texts:
            return self
        words = Counter(self.words)
        words.update(word for text in texts for word in low_words(text))
        return replace(self, words=words, texts=(*self.texts, *texts))


def printed(story: Story, excerpts: Iterable[Excerpt], names: Iterable[str] = ()) -> Printed:
    """What a story's page has printed: its title, some `excerpts`, and some `names`."""
    bodies = {word for found in story.findings for body in found.organizations for word in low_words(body.name)}
    people = [low_words(person.name) for found in story.findings for person in found.people]
    family = {name[-1] for name in people if name}
    whole = family.union(word for name in people for word in name if word not in bodies)  # no "republican"
    known = frozenset(word for word in whole if len(word) >= SHORTEST)
    alone = frozenset(name[-1] for name in people if len(name) > 1 and name[-1] in known)
    told = (story.title.text, *names)
    words = Counter(word for text in told for word in low_words(text))
    return Printed(words=words, texts=(), people=known, families=alone, names=told).plus(excerpts)
