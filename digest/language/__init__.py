"""What depends on the language, kept as data: one folder a language, one YAML file a subject."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def subject(language: str, name: str) -> Mapping[str, Any]:
    """Load what is known about one subject, such as `subject("en", "quotes")`.

    A language without a pack falls back on English: its shapes (numbers, marks, lines) still help, and its phrases
    simply do not occur. Raises FileNotFoundError for a subject that English does not have either.
    """
    folder = files(__package__)
    source = folder / language / f"{name}.yml"
    if not source.is_file():
        source = folder / "en" / f"{name}.yml"
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise TypeError(f"{source}: a language file holds a mapping")
    return data
