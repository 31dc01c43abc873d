"""The editors' files as they lie open: lines go in and out, and nothing is written before all is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from digest.config.lists import Item, with_item, without_item, written
from digest.config.project import Project
from digest.config.story import StoryFile, load_stories
from digest.diagnostics import Diagnostic, DigestError, Level, Location, error
from digest.ingest import read_seeds
from digest.model import RawArticle
from digest.store.lock import Lock, read_lock
from digest.store.published import published_articles


class Difference(NamedTuple):
    """A file before and after."""

    path: str
    before: str
    after: str


@dataclass(slots=True, kw_only=True)
class Desk:
    """The stories, articles and files of a project, and the changes that are wanted."""

    root: Path
    lock: Lock
    raws: tuple[RawArticle, ...]
    files: tuple[StoryFile, ...]
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def path_of(self, story: str) -> str:
        """The file of a story."""
        return f"stories/{self.lock.stories[story]}.yml"

    def files_of(self, story: str) -> list[StoryFile]:
        """The files that speak of a story: its own, and those of its former names."""
        names = self.lock.by_name()
        return [file for file in self.files if names.get(file.slug) == story]

    def add(self, path: str, key: str, item: Item) -> None:
        """Put an item into a list of a file."""
        self._change(path, with_item(self._text(path), key, item), f"add\n\n{written(key, item)}")

    def remove(self, path: str, key: str, item: str) -> None:
        """Take an item out of a list of a file, or out of each list of a list of lists."""
        self._change(path, without_item(self._text(path), key, item), f"take {item} out of `{key}`")

    def differences(self) -> list[Difference]:
        """What would change, by path. Raises DigestError where a file cannot be changed safely."""
        if self.problems:
            raise DigestError(self.problems)
        pairs = [Difference(path, self._read(path), text) for path, text in sorted(self.texts.items())]
        return [pair for pair in pairs if pair.before != pair.after]

    def _change(self, path: str, text: str | None, by_hand: str) -> None:
        if text is None:
            words = "this file is written in a way that cannot be changed safely"
            self.problems.append(error("by-hand", words, location=Location(path=path), hint=f"by hand: {by_hand}"))
        else:
            self.texts[path] = text

    def _text(self, path: str) -> str:
        return self.texts[path] if path in self.texts else self._read(path)

    def _read(self, path: str) -> str:
        file = self.root / path
        return file.read_bytes().decode("utf-8") if file.exists() else ""


def open_desk(project: Project) -> Desk:
    """Read what is needed of a project. Raises DigestError where the editors' files or the lock have errors."""
    files, of_files = load_stories(project.stories, root=project.root)
    lock, of_lock = read_lock(project.lock, root=project.root)
    errors = [problem for problem in (*of_files, *of_lock) if problem.level is Level.ERROR]
    if errors:
        raise DigestError(errors)
    published = published_articles(lock, docs=project.docs, root=project.root)
    raws = read_seeds(project.root, published=published).articles
    return Desk(root=project.root, lock=lock, raws=raws, files=files)
