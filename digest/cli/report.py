"""`digest report`: what was done to the articles as a whole, for editors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from digest.cli.console import Console, console_options
from digest.cli.working import Work, work_options
from digest.config.nodes import printable
from digest.config.overrules import fitting_text
from digest.config.project import find_project
from digest.model import DroppedLine, InForce, OutletCleaning, Portion
from digest.render import learned_from, outlet_facts

T = TypeVar("T")
ROWS = 20
WIDTH = 76


@click.group()
def report() -> None:
    """Sum up what was done to the articles."""


@report.command()
@click.option("--publisher", help="Report on this one only: its id.")
@work_options()
@console_options
def cleaning(*, publisher: str | None, quiet: bool, form: str, folder: Path, work: Work) -> int:
    """Show for each publisher what was dropped from its articles, and how to overrule it."""
    console = Console(quiet=quiet, as_json=form == "json")
    outlets = work.edition(find_project(folder), console).cleaning.outlets
    if publisher is not None:
        chosen = [o for o in outlets if o.publisher and o.publisher.id == publisher]
        if not chosen:
            known = ", ".join(o.publisher.id for o in outlets if o.publisher) or "none"
            raise click.UsageError(f"no article is from the publisher {publisher!r} (known here: {known})")
        outlets = tuple(chosen)
    console.say(printable_lines(line for outlet in outlets for line in _text(outlet)) or "There are no articles yet.")
    console.data({"publishers": [_data(outlet) for outlet in outlets]})
    return 0


def printable_lines(lines: Iterator[str]) -> str:
    """Lines that a terminal shows and does not obey."""
    return "\n".join(printable(line) for line in lines).rstrip()


def _text(outlet: OutletCleaning) -> Iterator[str]:
    name = f"{outlet.publisher.name}  ({outlet.publisher.id})" if outlet.publisher else "Publisher not known"
    yield from (name, f"  {outlet_facts(outlet)}", "")
    yield from _table(
        "The longest sentences left out, a few for each reason (a mistake shows here first):",
        [line for suspect in outlet.suspects for line in _suspect(suspect)],
        rows=3 * ROWS,
    )
    yield from _table("Next to nothing was kept of:", [_portion(p) for p in outlet.little])
    yield from _table("Nearly everything was kept, though it is long, of:", [_portion(p) for p in outlet.all_kept])
    yield from _table(
        "By reason (lines, words, articles):",
        [f"{r.amount.lines:6,} {r.amount.words:7,} {r.articles:6,}  {r.reason}" for r in outlet.reasons],
    )
    yield from _table(
        "Left out most often (articles):",
        [f"{r.articles:6,}  {r.reason:24} {_short(r.text)}" for r in outlet.repeated],
    )
    yield from _table(
        f"Printed again and again: {learned_from(outlet.habits)}{':' if outlet.habits.lines else ''}",
        [f"{h.articles:6,}  {_short(h.text)}" for h in outlet.habits.lines],
        always=True,
    )
    yield from _table("In force, by the editors (lines here):", [_in_force(rule) for rule in outlet.overrules])
    yield ""


def _table(title: str, lines: Sequence[str], *, rows: int = ROWS, always: bool = False) -> Iterator[str]:
    if not lines and not always:
        return
    yield f"  {title}"
    yield from (f"    {line}" for line in lines[:rows])
    if len(lines) > rows:
        yield f"    … and {len(lines) - rows:,} more"
    yield ""


def _suspect(line: DroppedLine) -> Iterator[str]:
    yield f"{line.article_id}, line {line.line}, {line.reason}: {_short(line.text)}"
    keep = f"{{{line.article_id}: {{keep: [{fitting_text(line.text)}]}}}}"
    yield f"  to keep it, in a file of stories/:  articles: {keep}"


def _portion(portion: Portion) -> str:
    kept, whole = portion.kept, portion.whole
    return f"{portion.article_id}: {kept.lines:,} of {whole.lines:,} lines, {kept.words:,} of {whole.words:,} words"


def _in_force(rule: InForce) -> str:
    about = f"for {rule.article_id}" if rule.article_id else "for all articles"
    what = "keep" if rule.overrule.keep else "drop"
    return f"{rule.lines:6,}  {what} “{_short(rule.overrule.text)}” {about} ({rule.overrule.location})"


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= WIDTH else folded[: WIDTH - 1] + "…"


def _data(outlet: OutletCleaning) -> dict[str, object]:
    return {
        "publisher": outlet.publisher.id if outlet.publisher else None,
        "articles": outlet.articles,
        "lines": outlet.whole.lines,
        "words": outlet.whole.words,
        "dropped_lines": outlet.dropped.lines,
        "dropped_words": outlet.dropped.words,
        "reasons": [
            {
                "reason": r.reason,
                "lines": r.amount.lines,
                "words": r.amount.words,
                "articles": r.articles,
                "longest": _line(r.longest),
            }
            for r in outlet.reasons
        ],
        "repeated": [{"text": r.text, "reason": r.reason, "articles": r.articles} for r in outlet.repeated],
        "learned_from": {"articles": outlet.habits.articles, "copies": outlet.habits.copies},
        "habits": [{"text": h.text, "articles": h.articles} for h in outlet.habits.lines],
        "suspects": [{**_line(line), "keep": fitting_text(line.text)} for line in outlet.suspects],
        "little": [_portion_data(p) for p in outlet.little],
        "all_kept": [_portion_data(p) for p in outlet.all_kept],
        "overrules": [
            {
                "what": "keep" if rule.overrule.keep else "drop",
                "text": rule.overrule.text,
                "article": rule.article_id,
                "place": str(rule.overrule.location),
                "lines": rule.lines,
            }
            for rule in outlet.overrules
        ],
    }


def _line(line: DroppedLine) -> dict[str, object]:
    return {"article": line.article_id, "line": line.line, "text": line.text, "reason": line.reason}


def _portion_data(portion: Portion) -> dict[str, object]:
    return {
        "article": portion.article_id,
        "lines": portion.whole.lines,
        "words": portion.whole.words,
        "kept_lines": portion.kept.lines,
        "kept_words": portion.kept.words,
    }
