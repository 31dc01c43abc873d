"""What depends on the language, kept as data: one folder a language, one YAML file a subject.

A folder with a `quotes.yml` is a pack. What a language without one gets is told in docs/manual/languages.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

ENGLISH = "en"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C reads a pack ten times as fast, where it is built
TAKEN = "from_english"  # the key under which a file names what it takes over from the English file


@cache
def subject(language: str, name: str) -> Mapping[str, Any]:
    """Load what is known about one subject, such as `subject("en", "quotes")`.

    A file may take over groups from English by name (`from_english: [men, women]`), and add its own to them. A language
    without the file falls back on English: that is for cleaning and grouping, where the shapes of numbers, marks and
    lines help in every language and English phrases simply do not occur. Nothing is extracted without a pack.
    Raises FileNotFoundError for a subject that English does not have either.
    """
    own = _load(language, name)
    if own is None:
        english = _load(ENGLISH, name)
        if english is None:
            raise FileNotFoundError(f"no language has a file {name}.yml")
        return english
    taken = own.get(TAKEN, ())
    if not taken:
        return own
    english = _load(ENGLISH, name) or {}
    return {**own, **{key: joined(english[key], own.get(key)) for key in taken}}


@cache
def has_pack(language: str) -> bool:
    """Whether a language has a pack of its own, so that its texts can be read and not only cleaned and grouped."""
    return (files(__package__) / language / "quotes.yml").is_file()


@cache
def packs() -> tuple[str, ...]:
    """The codes of the languages that have a pack."""
    return tuple(sorted(folder.name for folder in files(__package__).iterdir() if has_pack(folder.name)))


def joined(first: Any, second: Any) -> Any:
    """Two groups of words as one: texts, lists, and mappings key by key; what only one of them has stays."""
    if second is None:
        return first
    if isinstance(first, Mapping):
        return {
            **first,
            **{key: joined(first.get(key), value) if key in first else value for key, value in second.items()},
        }
    if isinstance(first, str):
        return f"{first.rstrip()}\n{second}"
    return [*first, *second] if isinstance(first, list) else second


def _load(language: str, name: str) -> Mapping[str, Any] | None:
    source = files(__package__) / language / f"{name}.yml"
    if not source.is_file():
        return None
    data = yaml.load(source.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - both loaders are safe ones
    if not isinstance(data, dict):
        raise TypeError(f"{source}: a language file holds a mapping")
    return data
