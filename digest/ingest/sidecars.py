"""Read what is stated beside a file, in a YAML file of the same name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digest.config.facts import Facts, parse_facts
from digest.diagnostics import Diagnostic
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import as_stated
from digest.ingest.decode import decode
from digest.ingest.listing import SIDECARS, shown, skipped, stem
from digest.ingest.names import unrevised
from digest.ingest.packed import opened
from digest.model import Origin, Stated

LARGEST = 100_000  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a file: what was stated by hand, and the facts of this very file."""

    stated: Stated
    facts: Facts


def beside(path: Path, root: Path, diagnostics: list[Diagnostic]) -> Beside:
    """What is stated beside a file; what a later revision's sidecar leaves open, that of the first one says."""
    own = _facts(stem(path), root, diagnostics)
    stated = as_stated(own, Origin.SIDECAR)
    first = unrevised(stem(path))
    if first != stem(path):
        stated = stated.over(as_stated(_facts(first, root, []), Origin.SIDECAR))  # its problems are told with its file
    return Beside(stated=stated, facts=own)


def _facts(base: Path, root: Path, diagnostics: list[Diagnostic]) -> Facts:
    for ending in SIDECARS:
        path = base.with_name(base.name + ending)
        if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
            continue
        try:
            with opened(path, largest=LARGEST) as file:
                data = file.stream.read()
        except OSError as problem:
            diagnostics.append(skipped("unreadable", f"this file cannot be read: {problem.strerror}", path, root))
            return Facts()
        except BrokenFileError as problem:
            diagnostics.append(skipped(problem.code, str(problem), path, root))
            return Facts()
        text, _, problems = decode(data or b"", path=shown(path, root))
        facts, wrong = parse_facts(text or "", path=shown(path, root))
        diagnostics.extend((*problems, *wrong))
        return facts
    return Facts()
