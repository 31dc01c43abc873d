"""Read every article below a folder; what cannot be read is named, and never stops the others."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from digest.config.facts import Facts, parse_facts
from digest.diagnostics import Diagnostic, Level, Location, warning
from digest.ingest.decode import decode
from digest.ingest.formats import extension, formats
from digest.ingest.names import article_ids
from digest.model import Known, Origin, RawArticle

LARGEST_SIDECAR = 100_000
SIDECARS = (".yml", ".yaml")


class Ingested(NamedTuple):
    """The articles, sorted by id, and what was found wrong on the way."""

    articles: tuple[RawArticle, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_seeds(root: Path, *, folder: str = "seeds") -> Ingested:
    """Read the articles below `root/folder`, each with the facts that stand beside it or in it."""
    diagnostics: list[Diagnostic] = []
    base = root / folder
    if not base.is_dir():
        missing = warning(
            "no-folder",
            "there is no such folder, so there are no articles",
            location=Location(path=folder),
            hint=f"put the articles, as .txt, .md or .html files, into {folder}/",
        )
        return Ingested((), (missing,))
    found = sorted(_files(root, base, diagnostics))
    stems = {_stem(path) for path in found if extension(path.name) in formats()}
    seeds = [path for path in found if _is_article(path, root, stems, diagnostics)]
    ids = article_ids([PurePosixPath(path.relative_to(base).as_posix()) for path in seeds])
    articles = []
    for path in seeds:
        article = _article(path, root, ids[PurePosixPath(path.relative_to(base).as_posix())], diagnostics)
        if article:
            articles.append(article)
    order = sorted(diagnostics, key=lambda d: (d.location or Location(path=""), d.code))
    return Ingested(tuple(sorted(articles, key=lambda a: a.id)), tuple(order))


def _files(root: Path, base: Path, diagnostics: list[Diagnostic]) -> Iterator[Path]:
    """Yield the files below a folder that lie in the project; links to folders are not followed (they may loop)."""
    home = root.resolve()

    def unlisted(problem: OSError) -> None:
        place = Path(problem.filename)
        diagnostics.append(_skipped("unreadable", f"this folder cannot be listed: {problem.strerror}", place, root))

    for folder, folders, files in os.walk(base, onerror=unlisted):
        here = Path(folder)
        for name in folders:
            if (here / name).is_symlink():
                diagnostics.append(_skipped("linked-folder", "a link to a folder is not followed", here / name, root))
        folders[:] = sorted(n for n in folders if not n.startswith(".") and not (here / n).is_symlink())
        for name in files:
            path = here / name
            if name.startswith("."):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(home):
                problem = "this is a link to a place outside the project"
                diagnostics.append(_skipped("outside-project", problem, path, root, hint="copy the file here instead"))
            elif path.is_file():
                yield path
            else:
                diagnostics.append(_skipped("unreadable", "this is not a file that can be read", path, root))


def _is_article(path: Path, root: Path, stems: set[Path], diagnostics: list[Diagnostic]) -> bool:
    ending = extension(path.name)
    if path.name.upper().startswith("README"):
        return False
    if ending in formats():
        return True
    place = Location(path=_shown(path, root))
    if ending not in SIDECARS:
        known = ", ".join(sorted(formats()))
        text = f"files ending in {ending or 'nothing'} are not read as articles (known: {known})"
        diagnostics.append(Diagnostic(level=Level.NOTE, code="unknown-format", message=text, location=place))
    elif _stem(path) not in stems:
        text = "no article stands beside this file"
        hint = f"it belongs to an article of the same name, such as {path.stem}.txt"
        diagnostics.append(warning("lone-sidecar", text, location=place, hint=hint))
    return False


def _article(path: Path, root: Path, article_id: str, diagnostics: list[Diagnostic]) -> RawArticle | None:
    shown = _shown(path, root)
    form = formats()[extension(path.name)]
    data = _bytes(path, root, form.largest, diagnostics)
    if data is None:
        return None
    content = form.read(data, shown)
    diagnostics.extend(content.diagnostics)
    if content.text is None:
        return None
    if not content.text[content.body_start :].strip():
        diagnostics.append(_skipped("empty-article", "this file holds no text", path, root))
        return None
    beside = _sidecar(path, root, diagnostics)

    def stated(name: str) -> Known[Any] | None:
        """What stands beside the file wins over what stands in it."""
        for facts, origin in ((beside, Origin.SIDECAR), (content.facts, content.origin)):
            value = getattr(facts, name, None)
            if value is not None:
                return Known(value=value, origin=origin)
        return None

    return RawArticle(
        id=article_id,
        path=shown,
        sha256=hashlib.sha256(data).hexdigest(),
        text=content.text,
        encoding=content.encoding,
        body_start=content.body_start,
        title=stated("title"),
        url=stated("url"),
        publisher=stated("publisher"),
        published=stated("published"),
        author=stated("author"),
        language=Known(value=content.language, origin=content.origin) if content.language else None,
        kinds=content.kinds,
        overrules=tuple(o for facts in (beside, content.facts) if facts for o in facts.overrules),
    )


def _sidecar(path: Path, root: Path, diagnostics: list[Diagnostic]) -> Facts | None:
    for ending in SIDECARS:
        beside = _stem(path).with_name(_stem(path).name + ending)
        if not beside.is_file() or not beside.resolve().is_relative_to(root.resolve()):
            continue
        data = _bytes(beside, root, LARGEST_SIDECAR, diagnostics)
        text, _, problems = decode(data or b"", path=_shown(beside, root))
        facts, wrong = parse_facts(text or "", path=_shown(beside, root))
        diagnostics.extend((*problems, *wrong))
        return facts
    return None


def _bytes(path: Path, root: Path, largest: int, diagnostics: list[Diagnostic]) -> bytes | None:
    """Read a file, but never more of it than the limit."""
    try:
        size = path.stat().st_size
        if size <= largest:
            with path.open("rb") as file:
                data = file.read(largest + 1)
            if len(data) <= largest:
                return data
            size = len(data)  # it grew while we looked
    except OSError as problem:
        diagnostics.append(_skipped("unreadable", f"this file cannot be read: {problem.strerror}", path, root))
        return None
    too_large = f"this file has {size / 1e6:.1f} MB; the limit is {largest / 1e6:.1f} MB"
    way_out = "one file holds one article; split the file, or move it out of the folder"
    diagnostics.append(_skipped("too-large", too_large, path, root, hint=way_out))
    return None


def _stem(path: Path) -> Path:
    """A path without the extension by which it is read: "a.html.gz" → "a"."""
    ending = extension(path.name)
    return path.with_name(path.name[: -len(ending)]) if ending else path


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _skipped(code: str, message: str, path: Path, root: Path, *, hint: str = "") -> Diagnostic:
    return warning(code, f"{message}; skipped", location=Location(path=_shown(path, root)), hint=hint)
