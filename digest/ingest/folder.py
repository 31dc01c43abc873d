"""Read every article below a folder; what cannot be read is named, and never stops the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from digest.diagnostics import Diagnostic, Location, warning
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content
from digest.ingest.continuity import Names, Published, continued
from digest.ingest.formats import extension, format_of
from digest.ingest.listing import article_files, shown, skipped
from digest.ingest.names import article_ids, ids_ever, part_id, revision, unrevised
from digest.ingest.packed import opened
from digest.ingest.pages.address import without_trackers
from digest.ingest.sidecars import Beside, beside
from digest.ingest.versions import LONG_AGO, Draft, newest, one_each
from digest.model import Known, Origin, RawArticle, Stated

MOST = 100_000  # articles of one file
NONE: Published = MappingProxyType({})


class Ingested(NamedTuple):
    """The articles, sorted by id, and what was found wrong on the way.

    `other_ids` gives the id of an article by that of each of its versions, where that is another.
    """

    articles: tuple[RawArticle, ...]
    diagnostics: tuple[Diagnostic, ...]
    other_ids: Mapping[str, str] = MappingProxyType({})


def read_seeds(root: Path, *, folder: str = "seeds", published: Published = NONE) -> Ingested:
    """Read the articles below `root/folder`, each with the facts that stand beside it or in it.

    Of the revisions of an article (`a.html`, `a.r2.html`) the newest is taken; an entry of a feed whose page is there
    as well is one article with it. The others are named as its versions. An article keeps the id under which it was
    published.
    """
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
    files = {path: PurePosixPath(path.relative_to(base).as_posix()) for path in article_files(root, base, diagnostics)}
    ids = article_ids({unrevised(name) for name in files.values()})
    drafts = [draft for path, name in files.items() for draft in _drafts(path, root, ids[unrevised(name)], diagnostics)]
    names = {shown(base / name, root): Names(now, ids_ever(name)) for name, now in ids.items()}
    drafts, of_names = continued(drafts, names, published) if published else (drafts, ())
    articles, other_ids = one_each(newest(drafts), published)
    diagnostics.extend(of_names)
    order = sorted(diagnostics, key=lambda d: (d.location or Location(path=""), d.code))
    return Ingested(tuple(sorted(articles, key=lambda a: a.id)), tuple(order), other_ids)


def _drafts(path: Path, root: Path, file_id: str, diagnostics: list[Diagnostic]) -> Iterator[Draft]:
    """The articles of one file, those before a place that cannot be read among them."""
    form = format_of(extension(path.name))
    if form is None:
        return
    known = beside(path, root, diagnostics)
    number = revision(path)
    try:
        with opened(path, largest=form.largest) as file:
            for count, content in enumerate(form.read(file.stream, shown(path, root), known.told)):
                if count >= MOST and content.text is not None:
                    words = f"this file holds more than {MOST:,} articles, the limit; the rest"
                    diagnostics.append(skipped("too-many", words, path, root, hint="split the file"))
                    break
                diagnostics.extend(content.diagnostics)
                if content.text is not None and content.text[content.body_start :].strip():
                    raw = _raw(content, known, path=shown(path, root), file_id=file_id, sha256=file.sha256)
                    as_of = content.as_of or content.fetched or LONG_AGO
                    yield Draft(raw, number, content.is_entry, as_of, known.told.address)
                elif content.text is not None:
                    words = f"{content.part or 'this file'} holds no text"
                    diagnostics.append(skipped("empty-article", words, path, root))
            if file.stream.cut:
                words = "this file ends too early; what there is of it was read"
                diagnostics.append(warning("broken-gzip", words, location=Location(path=shown(path, root))))
    except OSError as problem:
        diagnostics.append(skipped("unreadable", f"this file cannot be read: {problem.strerror}", path, root))
    except BrokenFileError as problem:
        hint = problem.hint or (form.if_larger if problem.code == "too-large" else "")
        diagnostics.append(skipped(problem.code, str(problem), path, root, hint=hint))


def _raw(content: Content, known: Beside, *, path: str, file_id: str, sha256: str) -> RawArticle:
    stated = known.stated.over(content.stated)
    fetched = content.fetched
    if known.fetched and not content.key:
        fetched = fetched or known.fetched.at
        stated = stated.over(Stated(url=Known(value=known.told.address, origin=Origin.FETCHED)))
    if stated.url:
        stated = replace(stated, url=replace(stated.url, value=without_trackers(stated.url.value)))
    return RawArticle(
        id=part_id(file_id, content.key),
        path=path,
        sha256=sha256,
        text=content.text or "",
        encoding=content.encoding,
        body_start=content.body_start,
        part=content.part,
        kinds=content.kinds,
        fetched=fetched,
        **{field.name: getattr(stated, field.name) for field in fields(Stated)},
    )
