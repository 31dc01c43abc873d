"""`digest explain`: why these articles are one story, and what was done to an article."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from digest.cli.console import Console, console_options
from digest.cli.working import Work, work_options
from digest.config.project import find_project
from digest.language.codes import language_name
from digest.model import Article, Figure, Findings, Known, Origin, Quote, RemovedLine, Story
from digest.render.wording import time_of_day

T = TypeVar("T")


@click.command()
@click.argument("name")
@work_options()
@console_options
def explain(*, name: str, quiet: bool, form: str, folder: Path, work: Work) -> int:
    """Explain a STORY (by its slug) or an ARTICLE (by its id or file).

    Of a file that holds many articles, their ids are listed.
    """
    console = Console(quiet=quiet, as_json=form == "json")
    edition = work.edition(find_project(folder), console)
    for story in edition.stories:
        if name in (story.slug, story.id):
            console.say("\n".join(_story(story)))
            console.data(_story_data(story))
            return 0
    parts = [article for article in edition.articles if name in (article.path, Path(article.path).name)]
    if len(parts) > 1:
        console.say("\n".join(_parts(name, parts)))
        console.data({"file": name, "articles": [{"article": a.id, "part": a.part} for a in parts]})
        return 0
    for story in edition.stories:
        for article, findings in zip(story.articles, story.findings, strict=True):
            if name in (article.id, article.path, Path(article.path).name):
                repeats = edition.cleaning.repeats.get(article.id, {})
                console.say("\n".join(_article(article, findings, story, repeats)))
                console.data(_article_data(article, story, repeats))
                return 0
    known = [s.slug for s in edition.stories] + [a.id for a in edition.articles]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.3)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise click.UsageError(f"no story and no article is called {name!r}{hint}")


def _parts(name: str, parts: Sequence[Article]) -> list[str]:
    """What to ask for instead of a file that holds many articles."""
    shown = [(a.part or a.path, a.id, a.headline.text if a.headline else "") for a in parts]
    rows = [f"  {key}  {part}: {_short(title, width=60)}" for part, key, title in shown]
    return [f"{name} holds {len(parts):,} articles. Name one of them:", "", *rows]


def _story(story: Story) -> list[str]:
    cluster = story.cluster
    lines = [f"{story.slug}  ({story.id})", ""]
    if len(cluster.article_ids) == 1:
        return [*lines, f"One article alone: {cluster.article_ids[0]}. No other was similar enough."]
    lines.append("Similarity of each article to the others (0 to 1), the weakest link first:")
    fits = sorted((cluster.fit(key) or 0.0, key) for key in cluster.article_ids)
    lines += [f"  {fit:.3f}  {key}" for fit, key in fits]
    for heading, is_name in (("Names", True), ("Words", False)):
        terms = [t for t in cluster.terms if t.is_name is is_name]
        if terms:
            lines += ["", f"{heading} that they share, with the part each has in the similarity:"]
            lines += [f"  {t.weight:6.1%}  {t.term}" for t in terms]
    return lines


def _story_data(story: Story) -> dict[str, object]:
    cluster = story.cluster
    return {
        "story": story.slug,
        "id": story.id,
        "articles": list(cluster.article_ids),
        "similarity": [list(row) for row in cluster.similarity],
        "terms": [{"term": t.term, "name": t.is_name, "weight": t.weight} for t in cluster.terms],
    }


def _article(article: Article, findings: Findings, story: Story, repeats: Mapping[int, int]) -> list[str]:
    kinds = [block.kind for block in article.blocks]
    where = ", ".join(filter(None, (article.path, article.part)))
    lines = [f"{article.id}  ({where}, read as {article.encoding})", f"  story      {story.slug}"]
    for label, fact in _facts(article).items():
        lines.append(f"  {label:10} {f'{fact[0]} ({fact[1]})' if fact else 'not given'}")
    lines += ["", "Kept: " + ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))]
    kept = {block.line: block for block in article.blocks if block.line in article.kept_by_editor}
    lines += [
        f"  line {n:4}  kept by the editor       {_short(article.text[b.start : b.end])}" for n, b in kept.items()
    ]
    lines += ["", "Removed:" if article.removed else "Removed: nothing"]
    lines += [f"  line {r.line:4}  {_reason(r, repeats):24} {_short(r.text)}" for r in article.removed]
    lines += ["", "Found:"]
    lines += [f"  line {article.line_at(q.excerpt.span.start):4}  quotation  {_quote(q)}" for q in findings.quotes]
    lines += [
        f"  line {article.line_at(s.excerpt.span.start):4}  statement  {_short(s.excerpt.text)} <- {s.speaker.name}"
        for s in findings.statements
    ]
    lines += [f"  line {article.line_at(f.excerpt.span.start):4}  figure     {_figure(f)}" for f in findings.figures]
    lines += [f"  {len(p.mentions):3} times   person     {p.name}" for p in findings.people]
    return lines


def _facts(article: Article) -> dict[str, tuple[str, Origin] | None]:
    """What is known about an article, and how it came to be known."""
    headline, spoken = article.headline, article.language_origin
    found = (headline.text, Origin.RECOGNIZED) if headline else None
    return {
        "title": _fact(article.title, str) or found,
        "publisher": _fact(article.publisher, lambda publisher: publisher.name),
        "address": _fact(article.url, str),
        "date": _fact(article.published, dt.date.isoformat),
        "time": _fact(article.published_time, time_of_day),
        "author": _fact(article.author, str),
        "language": (language_name(article.language), spoken) if spoken else None,
    }


def _fact(known: Known[T] | None, shown: Callable[[T], str]) -> tuple[str, Origin] | None:
    return (shown(known.value), known.origin) if known else None


def _reason(line: RemovedLine, repeats: Mapping[int, int]) -> str:
    return f"{line.reason} ({repeats[line.line]} articles)" if line.line in repeats else line.reason


def _quote(quote: Quote) -> str:
    who = quote.speaker.name if quote.speaker else "nobody"
    shown = "" if quote.show else ", not shown"
    return f"“{_short(quote.excerpt.text)}” <- {who} (rule {quote.rule}, {quote.confidence:.0%}{shown})"


def _figure(figure: Figure) -> str:
    measures = f" (measures: {_short(figure.measure.text)})" if figure.measure else ""
    return f"{_short(figure.excerpt.text)}{measures}{'' if figure.key else ', not a key figure'}"


def _article_data(article: Article, story: Story, repeats: Mapping[int, int]) -> dict[str, object]:
    return {
        "article": article.id,
        "path": article.path,
        "part": article.part,
        "story": story.slug,
        "encoding": article.encoding,
        "facts": {label: {"value": f[0], "known": f[1]} for label, f in _facts(article).items() if f},
        "kept": [{"line": b.line, "kind": b.kind, "text": article.text[b.start : b.end]} for b in article.blocks],
        "kept_by_editor": list(article.kept_by_editor),
        "removed": [
            {"line": r.line, "reason": r.reason, "text": r.text}
            | ({"articles": repeats[r.line]} if r.line in repeats else {})
            for r in article.removed
        ],
    }


def _short(text: str, *, width: int = 72) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= width else folded[: width - 1] + "…"
