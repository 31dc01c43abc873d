"""What was done to an article, and what was found in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from digest.language.codes import language_name
from digest.model import Article, Figure, Findings, Known, Origin, Quote, RemovedLine, Story
from digest.render.wording import time_of_day

T = TypeVar("T")


def parts_lines(name: str, parts: Sequence[Article]) -> list[str]:
    """What to ask for instead of a file that holds many articles."""
    shown = [(a.part or a.path, a.id, a.headline.text if a.headline else "") for a in parts]
    rows = [f"  {key}  {part}: {short(title, width=60)}" for part, key, title in shown]
    return [f"{name} holds {len(parts):,} articles. Name one of them:", "", *rows]


def article_lines(article: Article, findings: Findings, story: Story, repeats: Mapping[int, int]) -> list[str]:
    """What is known of an article, each line that was kept by an editor or removed, and what was found."""
    kinds = [block.kind for block in article.blocks]
    where = ", ".join(filter(None, (article.path, article.part)))
    lines = [f"{article.id}  ({where}, read as {article.encoding})", f"  story      {story.slug}"]
    for label, fact in _facts(article).items():
        lines.append(f"  {label:10} {f'{fact[0]} ({fact[1]})' if fact else 'not given'}")
    lines += ["", "Kept: " + ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))]
    kept = {block.line: block for block in article.blocks if block.line in article.kept_by_editor}
    lines += [f"  line {n:4}  kept by the editor       {short(article.text[b.start : b.end])}" for n, b in kept.items()]
    lines += ["", "Removed:" if article.removed else "Removed: nothing"]
    lines += [f"  line {r.line:4}  {_reason(r, repeats):24} {short(r.text)}" for r in article.removed]
    lines += ["", "Found:"]
    lines += [f"  line {article.line_at(q.excerpt.span.start):4}  quotation  {_quote(q)}" for q in findings.quotes]
    lines += [
        f"  line {article.line_at(s.excerpt.span.start):4}  statement  {short(s.excerpt.text)} <- {s.speaker.name}"
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
    known = f", known by {quote.speaker.known_by}" if quote.speaker and not quote.speaker.edited else ""
    return f"“{short(quote.excerpt.text)}” <- {who} (rule {quote.rule}{known}, {quote.confidence:.0%}{shown})"


def _figure(figure: Figure) -> str:
    measures = f" (measures: {short(figure.measure.text)})" if figure.measure else ""
    return f"{short(figure.excerpt.text)}{measures}{'' if figure.key else ', not a key figure'}"


def article_data(article: Article, story: Story, repeats: Mapping[int, int]) -> dict[str, object]:
    """The same for a program."""
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


def short(text: str, *, width: int = 72) -> str:
    """The beginning of a text, on one line."""
    folded = " ".join(text.split())
    return folded if len(folded) <= width else folded[: width - 1] + "…"
