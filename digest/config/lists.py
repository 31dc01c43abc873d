"""Put an item into a list of a YAML file, or take one out, and leave all the rest as it was written.

The text is changed where it must be and nowhere else: comments, order, quotation marks and line ends stay. What comes
out is read again; where it does not say exactly what was meant, or where the file is written in a way that is not
understood here, the answer is None and the file is left alone.

| before | with `c` in `exclude` | without `a` |
|---|---|---|
| `exclude: [a, b]  # not ours` | `exclude: [a, b, c]  # not ours` | `exclude: [b]  # not ours` |
| `exclude:` and below it `  - a  # why` | … and below that `  - c` | `  # why` |
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import yaml

from digest.config.nodes import Items, Node, Pairs, Scalar
from digest.config.yaml import parse_yaml

Item = str | tuple[str, ...]
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")  # "harbour-strike"
NOT_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
ALONE = re.compile(r"[ \t]*(?:- )?[^#]*?[ \t]*(#.*)?")  # "  - courier-17  # not ours"


def with_item(text: str, key: str, item: Item) -> str | None:
    """The text with an item at the end of the list under a key at the top, which is begun where there is none."""
    values = _values(text)
    if values is None or not isinstance(before := values.get(key, []), list):
        return None
    flat = isinstance(item, tuple) and before and all(isinstance(value, str) for value in before)
    changed = _added(text, key, item, flat=bool(flat))
    wanted = [before, list(item)] if flat else [*before, list(item) if isinstance(item, tuple) else item]
    return changed if changed is not None and _values(changed) == {**values, key: wanted} else None


def without_item(text: str, key: str, item: str) -> str | None:
    """The text without an item of a list; a list of lists loses it in each, and those of which one item is left."""
    values = _values(text)
    if values is None or not isinstance(before := values.get(key, []), list):
        return None
    if not before:
        return text
    if all(isinstance(value, str) for value in before):
        wanted: list[object] = [value for value in before if value != item]
    else:
        lists = [[v for v in value if v != item] if isinstance(value, list) else value for value in before]
        wanted = [value for value in lists if not isinstance(value, list) or len(value) > 1]
    changed: str | None = text
    for number in reversed(range(len(before))):
        here = before[number]
        if changed is not None and (here == item or (isinstance(here, list) and item in here)):
            changed = _removed(changed, key, number, item)
    rest = {name: value for name, value in values.items() if name != key}
    fits = changed is not None and _values(changed) in ({**rest, key: wanted}, *([rest] if not wanted else []))
    return changed if fits else None


def written(key: str, item: Item) -> str:
    """How somebody writes an item by hand."""
    return f"{key}:\n  - {_shown(item)}"


def _shown(item: Item) -> str:
    if isinstance(item, tuple):
        return f"[{', '.join(map(_shown, item))}]"
    return item if PLAIN.fullmatch(item) and item.lower() not in NOT_TEXT else json.dumps(item, ensure_ascii=False)


def _values(text: str) -> dict[str, object] | None:
    """All that a file says, in plain lists and texts; None where it is not a sound mapping."""
    document = parse_yaml(text, path="")
    if document.report.problems or not isinstance(document.root, Pairs | None):
        return None
    return {} if document.root is None else {key.text: _plain(value) for key, value in document.root.pairs}


def _plain(node: Node) -> object:
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    if isinstance(node, Pairs):
        return [(key.text, _plain(value)) for key, value in node.pairs]
    return [] if isinstance(node, Scalar) and node.is_empty else node.text if isinstance(node, Scalar) else None


def _found(text: str, key: str) -> tuple[yaml.Node | None, yaml.Node | None, yaml.Node | None]:
    """The mapping of a file, and the key with its value."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode):
        for name, value in root.value:
            if name.value == key:
                return root, name, value
    return root, None, None


def _added(text: str, key: str, item: Item, *, flat: bool) -> str | None:
    line_end = _line_end(text)
    root, name, value = _found(text, key)
    if root is not None and (not isinstance(root, yaml.MappingNode) or root.flow_style):
        return None
    if name is None or value is None:
        margin = " " * (root.start_mark.column if root is not None else 0)
        begun = text if not text or text.endswith("\n") else text + line_end
        return f"{begun}{margin}{key}:{line_end}{margin}  - {_shown(item)}{line_end}"
    if not isinstance(value, yaml.SequenceNode):
        return _inserted(text, name.end_mark.index, f"{' ' * name.start_mark.column}  - {_shown(item)}")
    if value.flow_style:
        return _in_brackets(text, value, item, flat=flat)
    last = _last(value)
    return _below(text, value, last, item, flat=flat) if last else None


def _in_brackets(text: str, value: yaml.SequenceNode, item: Item, *, flat: bool) -> str:
    start, end = value.start_mark.index, value.end_mark.index
    if flat:
        return f"{text[:start]}[{text[start:end]}, {_shown(item)}]{text[end:]}"
    at = value.value[-1].end_mark.index if value.value else start + 1
    return f"{text[:at]}{', ' if value.value else ''}{_shown(item)}{text[at:]}"


def _below(text: str, value: yaml.SequenceNode, last: yaml.Node, item: Item, *, flat: bool) -> str:
    start, at = value.start_mark.index, last.end_mark.index
    if flat:
        inner = text[start:at].replace("\n", "\n  ")
        text, at = f"{text[:start]}- {inner}{text[at:]}", start + 2 + len(inner)
    return _inserted(text, at, f"{' ' * value.start_mark.column}- {_shown(item)}")


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _inserted(text: str, at: int, line: str) -> str:
    """A new line below the one that holds a place."""
    line_end = _line_end(text)
    end = text.find("\n", at)
    if end < 0:
        return f"{text}{line_end}{line}{line_end}"
    return f"{text[: end + 1]}{line}{line_end}{text[end + 1 :]}"


def _last(value: yaml.SequenceNode) -> yaml.Node | None:
    """The end of what was written last: of a list in a list without brackets its last item."""
    last: yaml.Node | None = value.value[-1] if value.value else None
    while isinstance(last, yaml.SequenceNode) and not last.flow_style and last.value:
        last = last.value[-1]
    return last


def _removed(text: str, key: str, number: int, item: str) -> str | None:
    _, name, value = _found(text, key)
    if name is None or not isinstance(value, yaml.SequenceNode):
        return None
    child = value.value[number]
    if isinstance(child, yaml.SequenceNode) and len(child.value) > 2:
        places = [n for n, node in enumerate(child.value) if node.value == item]
        return _cut(text, child.value, places[0]) if child.flow_style and len(places) == 1 else None
    in_one_line = child.start_mark.line == child.end_mark.line
    if len(value.value) == 1:
        return _without_key(text, name, value) if in_one_line else None
    if value.flow_style:
        return _cut(text, value.value, number)
    return _without_line(text, child.start_mark.line) if in_one_line else None


def _without_key(text: str, name: yaml.Node, value: yaml.SequenceNode) -> str:
    """Take a list of one item out, with its key where both are in lines of their own."""
    child = value.value[0]
    if value.flow_style and value.end_mark.line != name.start_mark.line:
        return text[: child.start_mark.index] + text[child.end_mark.index :]
    for line in sorted({name.start_mark.line, child.start_mark.line}, reverse=True):
        text = _without_line(text, line)
    return text


def _cut(text: str, nodes: Sequence[yaml.Node], number: int) -> str | None:
    """Take an item and a comma out of a list in brackets."""
    if number + 1 < len(nodes):
        start, end = nodes[number].start_mark.index, nodes[number + 1].start_mark.index
    else:
        start, end = nodes[number - 1].end_mark.index, nodes[number].end_mark.index
    return None if "#" in text[start:end] else text[:start] + text[end:]


def _without_line(text: str, number: int) -> str:
    """Take a line out; a comment in it stays, in a line of its own."""
    lines = text.splitlines(keepends=True)
    line = lines[number]
    hit = ALONE.fullmatch(line.rstrip("\r\n"))
    comment = hit[1] if hit else None
    margin = line[: len(line) - len(line.lstrip(" "))]
    ending = line[len(line.rstrip("\r\n")) :]
    lines[number] = f"{margin}{comment}{ending}" if comment else ""
    return "".join(lines)
