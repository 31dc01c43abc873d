"""Keep an article's id when another file of its name arrives, or the page of what was an entry in a feed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from digest.diagnostics import Diagnostic, Location, warning
from digest.ingest.names import unrevised
from digest.ingest.versions import Draft

Published = Mapping[str, str]
"""The ids under which articles were published, each with the path of its file, or "" where that is not known."""
FIRST = (".txt", ".md")


class Names(NamedTuple):
    """The id of a file as its folder has it now, and all that it may have had, those that tell more first."""

    now: str
    ever: tuple[str, ...]


class Continued(NamedTuple):
    """The drafts under their ids, and a warning for each published article that two files may be."""

    drafts: list[Draft]
    diagnostics: tuple[Diagnostic, ...]


def continued(drafts: Sequence[Draft], names: Mapping[str, Names], published: Published) -> Continued:
    """Give each draft the id under which it was published, if it was; `names` are by the path of the first revision.

    `harbour.txt` is "harbour" when it is published, and stays it when there is a `harbour.md`.
    """
    claims: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, draft in enumerate(drafts):
        path = _first_revision(draft.raw.path)
        part = draft.raw.id.removeprefix(names[path].now)
        wanted = next((name + part for name in names[path].ever if name + part in published), "")
        if wanted:
            claims[wanted][path].append(number)
    found = list(drafts)
    diagnostics = []
    for name, files in sorted(claims.items()):
        before = _first_revision(published[name])
        winner = before if before in files else min(files, key=_order)
        for number in files[winner]:
            found[number] = drafts[number]._replace(raw=replace(drafts[number].raw, id=name))
        if winner != before and len(files) > 1:
            others = " or ".join(sorted(set(files) - {winner}))
            words = f"this is taken for the article published as '{name}', and not {others}"
            hint = "if that is wrong, rename one of the files"
            diagnostics.append(warning("same-name", words, location=Location(path=winner), hint=hint))
    return Continued(found, tuple(diagnostics))


def _first_revision(path: str) -> str:
    return str(unrevised(PurePosixPath(path))) if path else ""


def _order(path: str) -> tuple[int, str]:
    suffix = PurePosixPath(path).suffix.lower()
    return (FIRST.index(suffix) if suffix in FIRST else len(FIRST), path)
