"""Read YAML so that every key and value remembers its line and column, and hostile YAML does no harm.

Only the events of PyYAML's safe parser are used: no object is ever constructed, no alias expanded, and no value
changed behind the writer's back (`no` stays "no", `2022-04-19` stays those ten characters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from digest.config.nodes import Broken, Items, Node, Pairs, Report, Scalar
from digest.config.surprises import warn_of_surprises
from digest.config.syntax import explain
from digest.diagnostics import Location

MAX_BYTES = 1_000_000
MAX_NODES = 10_000
MAX_DEPTH = 20
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # what YAML itself counts as the end of a line
TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that was read. `root` is None where it is empty, or too broken to go on; `report` holds the problems."""

    root: Node | None
    report: Report


@dataclass(slots=True)
class _Open:
    """A list or mapping that has begun and not ended."""

    is_list: bool
    in_brackets: bool
    location: Location
    children: list[Node]


class _StopError(Exception):
    """The file has been reported as unfit to be read further."""


def read_yaml(path: Path, *, root: Path) -> Document:
    """Read a file of a project. A missing file is an empty document; every other trouble is reported in it."""
    shown = path.relative_to(root).as_posix()
    report = Report(path=shown, lines=())
    whole = Location(path=shown)
    try:
        if not path.exists() and not path.is_symlink():
            return Document(root=None, report=report)
        if not path.resolve(strict=True).is_relative_to(root.resolve()):
            report.add("outside", "this file is a link that leaves the project", whole, hint="copy the file here")
            return Document(root=None, report=report)
        if not path.is_file():
            report.add("not-a-file", "this is not a file", whole)
            return Document(root=None, report=report)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, RuntimeError) as problem:  # RuntimeError: links that lead in a circle, before Python 3.13
        reason = getattr(problem, "strerror", None) or str(problem)
        report.add("unreadable", f"this file cannot be read ({reason})", whole)
        return Document(root=None, report=report)
    return parse_bytes(data, path=shown)


def parse_bytes(data: bytes, *, path: str) -> Document:
    """Decode and read YAML; reports bytes that are not UTF-8."""
    try:
        return parse_yaml(data.decode("utf-8-sig"), path=path)
    except UnicodeDecodeError as problem:
        before = data[: problem.start]
        line, start = before.count(b"\n"), before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace"))
        shown = LINE_END.split(data.decode("utf-8", "replace")[: MAX_BYTES // 10])
        report = Report(path=path, lines=shown)
        kind = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "another encoding"
        report.add(
            "encoding",
            f"this file is not UTF-8 text; it looks like {kind}",
            report.place(line, column),
            hint='save it as "UTF-8" in your editor',
        )
        return Document(root=None, report=report)


def parse_yaml(text: str, *, path: str, first_line: int = 1) -> Document:
    """Read one YAML document. `first_line` is the number that its first line has in the file it comes from."""
    text = text.removeprefix("\ufeff")
    report = Report(path=path, lines=LINE_END.split(text[: MAX_BYTES + 1]), first_line=first_line)
    whole = Location(path=path)
    root: Node | None = None
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        report.add("too-large", "this file is larger than 1 MB", whole, hint="split it, or take out what is not YAML")
        return Document(root=None, report=report)
    try:
        root = _build(yaml.parse(text, Loader=yaml.SafeLoader), report)
    except _StopError:
        pass
    except yaml.YAMLError as problem:
        explain(problem, text=text, report=report)
    return Document(root=root, report=report)


def _build(events: Iterator[yaml.Event], report: Report) -> Node | None:
    """Make nodes from events, without recursion, so that no nesting can exhaust the stack."""
    top = _Open(True, False, Location(path=report.path), [])
    stack = [top]
    documents = nodes = 0
    for event in events:
        mark = event.start_mark
        location = report.place(mark.line, mark.column) if mark else top.location
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                report.add(
                    "several-documents",
                    "a second document begins here; one file holds one",
                    location,
                    hint="take out the line `---`, or make two files",
                )
                raise _StopError
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            done = stack.pop()
            stack[-1].children.append(
                Items(items=tuple(done.children), location=done.location)
                if done.is_list
                else Pairs(pairs=tuple(_pairs(done.children, report)), location=done.location)
            )
        elif isinstance(event, yaml.NodeEvent):
            nodes += 1
            if nodes > MAX_NODES:
                report.add("too-large", f"more than {MAX_NODES:,} keys and values in one file", location)
                raise _StopError
            _add(event, location, stack, report)
    return top.children[0] if top.children else None


def _add(event: yaml.NodeEvent, location: Location, stack: list[_Open], report: Report) -> None:
    """Add a value, or open a list or mapping."""
    if event.anchor is not None:
        report.add(
            "alias",
            f"anchors and aliases (&{event.anchor[:20]}, *{event.anchor[:20]}) are not used here",
            location,
            hint="write the value out; a text that begins with & or * needs quotation marks",
        )
    tag = getattr(event, "tag", None)
    if tag not in TEXT_TAGS:
        report.add("tag", f"YAML tags such as {_shown(tag)} are not used here", location, hint="take it out")
    if isinstance(event, yaml.ScalarEvent):
        plain = event.style is None and tag is None
        stack[-1].children.append(Scalar(text=event.value, plain=plain, location=location))
        if plain and event.value and event.end_mark:
            end = (event.end_mark.line, event.end_mark.column)
            in_brackets = stack[-1].in_brackets
            warn_of_surprises(event.value, location=location, end=end, in_brackets=in_brackets, report=report)
    elif isinstance(event, yaml.AliasEvent):
        stack[-1].children.append(Broken(location=location))
    else:
        if len(stack) > MAX_DEPTH:
            report.add("too-deep", f"lists and keys are nested more than {MAX_DEPTH} deep", location)
            raise _StopError
        is_list = isinstance(event, yaml.SequenceStartEvent)
        stack.append(_Open(is_list, is_list and bool(getattr(event, "flow_style", False)), location, []))


def _pairs(children: list[Node], report: Report) -> Iterator[tuple[Scalar, Node]]:
    """Pair keys with values; reports keys that are no text, and all but the first of those given twice."""
    seen: dict[str, Scalar] = {}
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            if not isinstance(key, Broken):
                report.add(
                    "key",
                    "a key must be a plain text",
                    key.location,
                    hint="a text that begins with [ or { needs quotation marks",
                )
        elif key.text in seen:
            report.add(
                "duplicate-key",
                f"the key {_shown(key.text)} stands here twice; it was given in line {seen[key.text].location.line}",
                key.location,
                hint="keep one of the two",
            )
        else:
            seen[key.text] = key
            yield key, value


def _shown(key: str) -> str:
    return f"'{key if len(key) <= 60 else key[:59] + '…'}'"
