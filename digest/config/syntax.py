"""Say in an editor's words what YAML's parser says in its own."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml
from yaml.reader import ReaderError

from digest.config.nodes import Report
from digest.diagnostics import Location


class Wording(NamedTuple):
    """How to word a problem whose description by the parser holds all of `parts`; `at_start` points where it began."""

    parts: tuple[str, ...]
    message: str
    hint: str
    at_start: bool = False


QUOTE_IT = 'put the whole text in straight quotation marks: "…"'
COLON = re.compile(r":(?=\s|$)")  # "title: x"
# The first that fits is taken.
WORDINGS = (
    Wording(
        ("quoted scalar", "end of stream"),
        "this quotation mark is never closed",
        "add the closing mark; inside '…' write an apostrophe twice: 'it''s'",
        at_start=True,
    ),
    Wording(
        ("quoted scalar", "document separator"),
        "this quotation mark is never closed",
        "add the closing mark; inside '…' write an apostrophe twice: 'it''s'",
        at_start=True,
    ),
    Wording(
        ("double-quoted scalar", "escape"),
        "a backslash that YAML does not know",
        'inside "…" write a backslash twice: \\\\; or use single quotation marks',
    ),
    Wording(
        ("expected <block end>, but found '<block mapping start>'",),
        "this line is indented differently from those it belongs to",
        "keys of one group begin in the same column",
    ),
    Wording(
        ("expected <block end>, but found '-'",),
        "a list stands where a key was expected",
        "all items of a list begin in the same column, and below a key",
    ),
    Wording(
        ("expected <block end>, but found '<block sequence start>'",),
        "this item does not begin in the column of those above it",
        "all items of a list begin with `- ` in the same column",
    ),
    Wording(
        ("expected <block end>", "block mapping"),
        "this does not belong here",
        "keys of one group look like `key: value`",
    ),
    Wording(
        ("expected <block end>", "block collection"),
        "this list ends unexpectedly",
        "all items of a list begin with `- ` in the same column",
    ),
    Wording(
        ("could not find expected ':'",),
        "a key without a colon",
        "write `key: value`, with a space after the colon; is a line of the text above not indented?",
        at_start=True,
    ),
    Wording(("flow sequence", "expected ',' or ']'"), "a list in [ ] that is not closed", "add a comma or `]`"),
    Wording(("flow mapping", "expected ',' or '}'"), "a group in { } that is not closed", "add a comma or `}`"),
    Wording(("scanning an alias",), "a text that begins with *", QUOTE_IT, at_start=True),
    Wording(("flow node", "<stream end>"), "a list in [ ] or a group in { } that is not closed", "add `]` or `}`"),
    Wording(("expected the node content",), "a text cannot begin with this sign", QUOTE_IT),
    Wording(("mapping keys are not allowed",), "a text cannot begin with ? and a blank", QUOTE_IT),
    Wording(("a tag", "expected"), "a text that begins with !", QUOTE_IT, at_start=True),
    Wording(("scanning an anchor",), "a text that begins with &", QUOTE_IT, at_start=True),
    Wording(("block scalar", "expected indentation"), "a number that does not belong after | or >", QUOTE_IT),
    Wording(("block scalar",), "text beside | or >", "begin the text in the next line, indented"),
    Wording(("while scanning a directive",), "a line that begins with %", QUOTE_IT),
    Wording(
        ("expected '<document start>'", "'<block mapping start>'"),
        "this line is indented less than the lines above it",
        "keys of one group begin in the same column; those at the top begin at the edge",
    ),
    Wording(
        ("expected '<document start>'",),
        "this does not fit what stands above it",
        f"every line looks like `key: value`; if this is a text, {QUOTE_IT}",
    ),
    Wording(("sequence entries are not allowed",), "a list item where none can stand", "begin a list in its own line"),
)


def explain(problem: yaml.YAMLError, *, text: str, report: Report) -> None:
    """Add a parser's complaint to the report, with its place and the way out."""
    if isinstance(problem, ReaderError):
        _explain_character(problem, text, report)
        return
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    start = getattr(problem, "context_mark", None) or mark
    if mark is None or start is None:
        report.add("yaml", "this is not YAML", Location(path=report.path))
        return
    said = f"{getattr(problem, 'context', '') or ''} {getattr(problem, 'problem', '') or ''}".strip()
    line = report.lines[mark.line] if mark.line < len(report.lines) else ""
    here = report.place(mark.line, mark.column)
    special = _explain_by_line(said, line, mark.column)
    if special:
        report.add(special.code, special.message, here, hint=special.hint)
        return
    for wording in WORDINGS:
        if all(part in said for part in wording.parts):
            place = report.place(start.line, start.column) if wording.at_start else here
            report.add("yaml", wording.message, place, hint=wording.hint)
            return
    report.add("yaml", f"YAML says: {said}", here, hint=f"if this is a text, {QUOTE_IT}")


class _Special(NamedTuple):
    code: str
    message: str
    hint: str


def _explain_by_line(said: str, line: str, column: int) -> _Special | None:
    """Word what depends on the line, and not only on what the parser says."""
    before, character = line[:column], line[column : column + 1]
    found = None
    if "cannot start any token" in said and character == "\t" and before.strip():
        found = _Special("tab", "a tab between a key and its value", "put a space in its place")
    elif "cannot start any token" in said and character == "\t":
        found = _Special("tab", "a tab at the beginning of a line", "indent with spaces, two for each level")
    elif "cannot start any token" in said:
        found = _Special("yaml", f"a text cannot begin with {character}", QUOTE_IT)
    elif "mapping values are not allowed" in said and COLON.search(before):
        found = _Special(
            "yaml",
            "a second colon in this line",
            'a text with ": " in it needs straight quotation marks: title: "War: the second month"',
        )
    elif "mapping values are not allowed" in said:
        found = _Special(
            "yaml",
            "this key does not fit the lines above it",
            "keys of one group begin in the same column; or does the line above lack the space after its colon?",
        )
    elif "expected <block end>, but found '<scalar>'" in said and ('"' in before or "'" in before):
        found = _Special(
            "yaml",
            "text after a closing quotation mark",
            "put the whole text in quotation marks, and those inside it as ’ or “ ”; or use a block: `title: >-`",
        )
    elif "expected <block end>, but found '<scalar>'" in said:
        found = _Special(
            "yaml",
            "this line is indented differently from the text it belongs to",
            "all lines of a text after | or > are indented as its first one is",
        )
    return found


def _explain_character(problem: ReaderError, text: str, report: Report) -> None:
    position = problem.position if isinstance(problem.position, int) else 0
    before = text[:position].replace("\r\n", "\n")
    for other in "\r\x85\u2028\u2029":
        before = before.replace(other, "\n")
    column = len(before) - before.rfind("\n") - 1
    code = f"U+{problem.character:04X}" if isinstance(problem.character, int) else "unknown"
    report.add(
        "character",
        f"an invisible character that YAML does not allow ({code})",
        report.place(before.count("\n"), column),
        hint="delete it and type the text around it again",
    )
