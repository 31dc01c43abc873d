"""Which articles belong together or apart, as the stories' files say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from digest.config.story import StoryFile
from digest.config.values import Setting
from digest.diagnostics import Diagnostic
from digest.edit.matching import Warnings


def must_link(files: Iterable[StoryFile]) -> tuple[tuple[str, str], ...]:
    """Pairs of articles that belong to one story."""
    return _pairs(file.together for file in files)


def cannot_link(files: Sequence[StoryFile]) -> tuple[tuple[str, str], ...]:
    """Pairs of articles that do not belong to one story, without those that the files join in spite of it."""
    home = _homes(files)
    pairs = _pairs(group for file in files for group in file.apart)
    return tuple((one, other) for one, other in pairs if home.get(one, one) != home.get(other, other))


def contradictions(files: Sequence[StoryFile]) -> tuple[Diagnostic, ...]:
    """Warn of articles that are to be apart, and that are joined by the same or another file."""
    home = _homes(files)
    found: list[Diagnostic] = []
    for file in sorted(files, key=lambda f: f.path):
        warnings = Warnings(file=file)
        for group in file.apart:
            for one, other in combinations(group, 2):
                if one.value != other.value and home.get(one.value, one.value) == home.get(other.value, other.value):
                    warnings.add(
                        "conflicting-override",
                        f"{one.value} and {other.value} cannot be apart: `together` joins them",
                        other.location,
                        hint="take one of the two out; until then they stay together",
                    )
        found.extend(warnings.found)
    return tuple(found)


def _homes(files: Iterable[StoryFile]) -> Mapping[str, str]:
    """For each article that is joined with others, the first id of all that are joined with it, at any remove."""
    home: dict[str, str] = {}
    for file in files:
        for one, other in pairwise(setting.value for setting in file.together):
            joined = (home.setdefault(one, one), home.setdefault(other, other))
            home = {key: min(joined) if value in joined else value for key, value in home.items()}
    return home


def _pairs(groups: Iterable[Sequence[Setting[str]]]) -> tuple[tuple[str, str], ...]:
    def pairs() -> Iterator[tuple[str, str]]:
        for group in groups:
            yield from combinations(sorted({setting.value for setting in group}), 2)

    return tuple(sorted(set(pairs())))
