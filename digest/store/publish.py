"""Put the rendered pages in place, without ever touching a page that a person wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.diagnostics import Diagnostic, DigestError, Location, error, warning
from digest.model import Article, Page
from digest.store.files import inside, sweep, write_atomically
from digest.store.manifest import NAME, Manifest, manifest_of, read_manifest, render_manifest, sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a run did to `docs/`: paths below it, sorted."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def publish(pages: Sequence[Page], articles: Iterable[Article], *, docs: Path, root: Path) -> Published:
    """Write the pages and the manifest, and delete pages of the tool that are no more.

    The manifest first learns what is about to be written, so a run that is killed can be repeated. A page of the tool
    that somebody edited is kept under `.digest/edited/` before it is replaced, with a warning. Raises DigestError,
    before anything is written, where a page would replace a file that the tool did not write.
    """
    old, problems = read_manifest(docs, root=root)
    problems += tuple(_obstacles(pages, old, docs, root))
    if problems:
        raise DigestError(problems)
    sweep(docs)
    new = manifest_of(pages, articles)
    gone = sorted({*old.pages, *old.pending} - set(new.pages))
    edited = tuple(_keep_edits([*new.pages, *gone], old, docs, root))
    pending = Manifest(
        pages=old.pages,
        articles=old.articles,
        pending={p: h for p, h in new.pages.items() if old.pages.get(p) != h},
    )
    if pending.pending:
        write_atomically(docs / NAME, render_manifest(pending))
    written: list[str] = []
    unchanged: list[str] = []
    for page in pages:
        (written if write_atomically(docs / page.path, page.text.encode()) else unchanged).append(page.path)
    deleted = [path for path in gone if _delete(docs / path, docs)]
    write_atomically(docs / NAME, render_manifest(new))
    return Published(
        written=tuple(sorted(written)), unchanged=tuple(sorted(unchanged)), deleted=tuple(deleted), diagnostics=edited
    )


def _obstacles(pages: Iterable[Page], manifest: Manifest, docs: Path, root: Path) -> Iterable[Diagnostic]:
    for page in pages:
        target = docs / page.path
        place = Location(path=target.relative_to(root).as_posix())
        if not inside(target, docs) or (target.is_symlink() and not manifest.owns(page.path)):
            yield error(
                "outside", "this page would be written outside docs/", location=place, hint="remove the link there"
            )
        elif not manifest.owns(page.path) and target.exists() and target.read_bytes() != page.text.encode():
            yield error(
                "hand-written",
                "digest would write a page here, but this file is not one of its own",
                location=place,
                hint="move or rename the file; digest only ever rewrites what it wrote itself",
            )


def _keep_edits(paths: Iterable[str], manifest: Manifest, docs: Path, root: Path) -> Iterable[Diagnostic]:
    for path in paths:
        try:
            data = (docs / path).read_bytes()
        except OSError:
            continue
        if manifest.wrote(path, sha256(data)) or not manifest.owns(path):
            continue
        copy = root / ".digest" / "edited" / f"{path}.{sha256(data)[:8]}"
        write_atomically(copy, data)
        yield warning(
            "edited-page",
            "this page was changed by hand and is now replaced",
            location=Location(path=(docs / path).relative_to(root).as_posix()),
            hint=f"your version is kept in {copy.relative_to(root).as_posix()}; lasting changes belong in stories/",
        )


def _delete(path: Path, docs: Path) -> bool:
    if not inside(path, docs) or not path.is_file():
        return False
    path.unlink()
    if path.parent != docs and not any(path.parent.iterdir()):
        path.parent.rmdir()
    return True
