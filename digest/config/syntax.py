"""Say in an editor's words what YAML's parser says in its own."""

from __future__ import annotations

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


QUOTE_IT = "put the whole text in quotation marks"
# The first that fits is taken.
WORDINGS = (
    Wording(
        ("mapping values are not allowed",),
        "a second colon in this line",
        'a text with ": " in it needs quotation marks: title: "War: the second month"; or is the indentation off?',
    ),
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
        ("expected <block end>, but found '<scalar>'",),
        "text after a closing quotation mark",
        "put the whole text in quotation marks, and those inside it as ’ or “ ”; or use a block: `title: >-`",
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
    Wording(("scanning an alias",), "a text that begins with *", QUOTE_IT),
    Wording(("scanning an anchor",), "a text that begins with &", QUOTE_IT),
    Wording(("block scalar", "expected indentation"), "a number that does not belong after | or >", QUOTE_IT),
    Wording(("block scalar",), "text beside | or >", "begin the text in the next line, indented"),
    Wording(("while scanning a directive",), "a line that begins with %", QUOTE_IT),
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
    character = line[mark.column : mark.column + 1]
    if "cannot start any token" in said and character == "\t":
        if line[: mark.column].strip():
            report.add("tab", "a tab between a key and its value", here, hint="put a space in its place")
        else:
            report.add("tab", "a tab at the beginning of a line", here, hint="indent with spaces, two for each level")
        return
    if "cannot start any token" in said:
        report.add("yaml", f"a text cannot begin with {character}", here, hint=QUOTE_IT)
        return
    for wording in WORDINGS:
        if all(part in said for part in wording.parts):
            place = report.place(start.line, start.column) if wording.at_start else here
            report.add("yaml", wording.message, place, hint=wording.hint)
            return
    report.add("yaml", f"YAML says: {said}", here, hint=f"if this is a text, {QUOTE_IT}")


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
