"""Hand the editors' overrules to the cleaner, and warn of those that fit no line of their article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from digest.config.nodes import printable
from digest.config.overrules import keeps_first, overrule_of
from digest.config.story import ArticleFacts, StoryFile
from digest.diagnostics import Diagnostic, Location, warning
from digest.edit.matching import nearest, shorten
from digest.model import Known, Origin, Overrule, RawArticle


def with_stated(raw: RawArticle, stated: ArticleFacts | None) -> RawArticle:
    """An article with what must be known before it is cleaned: its publisher, and which lines an editor overrules."""
    facts = stated.facts if stated else None
    if facts and facts.publisher is not None:
        raw = replace(raw, publisher=Known(value=facts.publisher, origin=Origin.STORY))
    overrules = keeps_first((*(facts.overrules if facts else ()), *raw.overrules))
    return raw if overrules == raw.overrules else replace(raw, overrules=overrules)


def unmatched_overrules(raws: Iterable[RawArticle], files: Sequence[StoryFile]) -> tuple[Diagnostic, ...]:
    """Warn of each overrule of an article that fits none of its lines, with the nearest that there is.

    What stands beside a file of many articles must fit a line of one of them.
    """
    sources = {file.path: file.lines for file in files}
    about: dict[tuple[Location, Overrule], list[RawArticle]] = {}
    for raw in raws:
        for overrule in raw.overrules:
            about.setdefault((overrule.location, overrule), []).append(raw)
    found = (
        _unmatched(overrule, articles[0], sources)
        for (_, overrule), articles in about.items()
        if not any(overrule_of(line, (overrule,)) is not None for raw in articles for line in _lines(raw))
    )
    return tuple(sorted(found, key=lambda d: (d.location or Location(path=""), d.message)))


def _lines(raw: RawArticle) -> Iterator[str]:
    return (line.strip() for line in raw.text[raw.body_start :].split("\n") if line.strip())


def _unmatched(overrule: Overrule, raw: RawArticle, sources: Mapping[str, Sequence[str]]) -> Diagnostic:
    return warning(
        "unmatched-override",
        printable(f"no line of {raw.path} {_what(overrule)}"),
        location=overrule.location,
        hint=printable(_hint(overrule, list(_lines(raw)))),
        source=_source(overrule.location, sources),
    )


def _what(overrule: Overrule) -> str:
    begins = overrule.text.endswith("*")
    return f"{'begins with' if begins else 'says'} “{shorten(overrule.text.rstrip('*'))}”"


def _hint(overrule: Overrule, lines: Sequence[str]) -> str:
    near = nearest(overrule.text, lines)
    if near is None:
        return "it may have changed: take the line out, or copy the text from the article's page"
    return f"did you mean “{shorten(near)}”? A text that ends with * fits all lines that begin with it"


def _source(place: Location, sources: Mapping[str, Sequence[str]]) -> str:
    lines = sources.get(place.path, ())
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""
