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
    files = {path: _first_revision(path) for path in {draft.raw.path for draft in drafts}}
    here = frozenset(files.values())
    owners = {name: _first_revision(path) for name, path in published.items() if path}
    claims: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, draft in enumerate(drafts):
        path = files[draft.raw.path]
        ever = [name + draft.raw.id.removeprefix(names[path].now) for name in names[path].ever]
        wanted = [name for name in ever if owners.get(name) == path]
        wanted += [name for name in ever if name in published and owners.get(name) not in here]
        if wanted:
            claims[wanted[0]][path].append(number)
    found = list(drafts)
    diagnostics = []
    for name, rivals in sorted(claims.items()):
        before = owners.get(name, "")
        winner = min(rivals, key=lambda path: (path != before, drafts[rivals[path][0]].raw.id != name, *_order(path)))
        for number in rivals[winner]:
            found[number] = drafts[number]._replace(raw=replace(drafts[number].raw, id=name))
        if winner != before and len(rivals) > 1:
            others = " or ".join(sorted(set(rivals) - {winner}))
            words = f"this is taken for the article published as '{name}', and not {others}"
            hint = "if that is wrong, rename one of the files"
            diagnostics.append(warning("same-name", words, location=Location(path=winner), hint=hint))
    return Continued(found, tuple(diagnostics))


def _first_revision(path: str) -> str:
    return str(unrevised(PurePosixPath(path))) if path else ""


def _order(path: str) -> tuple[int, str]:
    suffix = PurePosixPath(path).suffix.lower()
    return (FIRST.index(suffix) if suffix in FIRST else len(FIRST), path)
