"""Check a story's key points on its page: that what is cited for a point is about it, and that the table agrees.

1. The harbour closed. [[1]](…#sentence-3) [[2]](…#sentence-5 "reports this too")      <- a point and its sentences
| The Post | [[2]](…#sentence-5 "reports this too") | – |                              <- must be one of them
| The Mail | [[3]](…#sentence-2 "may report this") ? | ? |                             <- is not counted
| All articles | at least 2 of 3 | at least 1 of 3 |                                   <- must be as many
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest.diagnostics import Diagnostic, Location, error
from digest.language.terms import content_set
from digest.model import Article
from digest.verify.claims import CITATION, FRONT_MATTER

SECTION, TABLE, ALL = "What the articles agree on", "Who reports what", "All articles"
SHARED = 2  # content words that a sentence must have in common with one of another article
COUNT = re.compile(r"(?:at least )?(\d{1,6}) of (\d{1,6})")  # "3 of 4"
UNSURE = "?"
MORE = re.compile(r"and \d[\d,]* more")

_PARSER = MarkdownIt("commonmark").enable("table")

Cited = tuple[str, int]
"""An article's id and the number of its sentence, from 1."""


@dataclass(slots=True)
class _Part:
    """A point or a cell: the sentences that it cites, its text, and its line on the page."""

    line: int
    cited: list[Cited] = field(default_factory=list)
    text: str = ""


def check_points(markdown: str, *, path: str, articles: Mapping[str, Article]) -> Iterator[Diagnostic]:
    """Check the points of a page; a page without any has nothing to check."""
    points, rows = _read(markdown)
    for number, point in enumerate(points, start=1):
        for article, sentence in _strangers(point, articles):
            text = f"sentence {sentence} of {article} has too little in common with the others cited for point {number}"
            yield _miss(text, path, point.line)
    yield from _check_table(points, rows, path)


def _check_table(points: Sequence[_Part], rows: Sequence[Sequence[_Part]], path: str) -> Iterator[Diagnostic]:
    columns: list[set[str]] = [set() for _ in points]
    open_ended = False
    for row in rows:
        label, *cells = row
        if label.text.strip() == ALL:
            yield from _check_counts(cells, columns, path, open_ended=open_ended)
            return
        open_ended |= not any(cell.cited or cell.text.strip() in ("–", UNSURE) for cell in cells) or any(
            MORE.search(cell.text) for cell in cells
        )
        for column, (point, cell) in enumerate(zip(points, cells, strict=False)):
            if cell.text.strip().endswith(UNSURE):
                continue
            columns[column] |= {article for article, _ in cell.cited}
            for cited in cell.cited:
                if cited not in point.cited and not MORE.search(point.text):
                    text = (
                        f"the table cites sentence {cited[1]} of {cited[0]} for point {column + 1}, the point does not"
                    )
                    yield _miss(text, path, cell.line)


def _check_counts(
    cells: Sequence[_Part], columns: Sequence[set[str]], path: str, *, open_ended: bool
) -> Iterator[Diagnostic]:
    for number, (cell, cited) in enumerate(zip(cells, columns, strict=False), start=1):
        count = COUNT.fullmatch(cell.text.strip())
        told = int(count[1]) if count else 0
        if count is None or told < len(cited) or (told > len(cited) and not open_ended) or told > int(count[2]):
            text = f"the table says {cell.text.strip()} for point {number}, and cites {len(cited)}"
            yield _miss(text, path, cell.line)


def _strangers(point: _Part, articles: Mapping[str, Article]) -> Iterator[Cited]:
    """The cited sentences that share next to nothing with those of the other articles."""
    known = [(a, s) for a, s in point.cited if a in articles and 1 <= s <= len(articles[a].sentences)]
    words = {c: _stems(articles[c[0]], c[1]) for c in known}
    if MORE.search(point.text):
        return  # what it has most in common with may be one of those that are not cited
    for one in known:
        others = [words[other] for other in known if other[0] != one[0]]
        if not any(len(words[one] & other) >= SHARED for other in others):
            yield one


def _stems(article: Article, sentence: int) -> frozenset[str]:
    return content_set(article.sentence_excerpt(sentence - 1).text, language=article.language)


def _read(markdown: str) -> tuple[list[_Part], list[list[_Part]]]:
    """The points of the section, and the rows of its table without the head."""
    match = FRONT_MATTER.match(markdown)
    skipped = match[0].count("\n") if match else 0
    tokens = _PARSER.parse(markdown[match.end() :] if match else markdown)
    points: list[_Part] = []
    rows: list[list[_Part]] = []
    section = table = ""
    depth, in_body = 0, False
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            title = tokens[place + 1].content
            section, table = (title, "") if token.tag == "h2" else (section, title)
        depth += (token.type == "ordered_list_open") - (token.type == "ordered_list_close")
        in_body = (in_body or token.type == "tbody_open") and token.type != "tbody_close"
        if section != SECTION:
            continue
        line = (token.map or [0])[0] + 1 + skipped
        if token.type == "list_item_open" and depth == 1:
            points.append(_Part(line=line))
        elif token.type == "tr_open" and in_body and table == TABLE:
            rows.append([])
        elif token.type == "inline" and depth and points:
            _add(points[-1], token.children or ())
        elif token.type == "inline" and in_body and table == TABLE and rows:
            rows[-1].append(_Part(line=line))
            _add(rows[-1][-1], token.children or ())
    return points, rows


def _add(part: _Part, tokens: Iterable[Token]) -> None:
    linked = False
    for token in tokens:
        if token.type == "link_open":
            match = CITATION.fullmatch(str(token.attrs.get("href", "")))
            linked = match is not None
            if match:
                part.cited.append((match[1], int(match[2])))
        elif token.type == "link_close":
            linked = False
        elif not linked:
            part.text += token.content


def _miss(text: str, path: str, line: int) -> Diagnostic:
    return error(
        "unsupported-point",
        text,
        location=Location(path=path, line=line),
        hint="the page or an article was changed after the build; run `digest build` and look at what differs",
    )
