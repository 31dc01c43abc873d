"""Write a feed into `digest.yml`, leaving every other line, remark and order as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import yaml

from digest.config.digest_file import NAME, DigestFile, load_digest_file, parse_digest_file
from digest.diagnostics import Diagnostic, DigestError, Level, Location, error
from digest.fetch.problems import FetchError
from digest.fetch.target import identity
from digest.store.files import write_atomically

PLAIN = re.compile(r"https?://[A-Za-z0-9._~/?=&%+-]*[A-Za-z0-9/_]")  # needs no quotation marks in YAML


def follow_feeds(root: Path, addresses: Sequence[str]) -> tuple[str, ...]:
    """Add feeds to a project's `digest.yml`, and give those that were not there. Raises DigestError if that fails.

    The new text is read again before it is written: it must say what the old one said, and these feeds.
    """
    path = root / NAME
    before, problems = load_digest_file(root)
    if any(problem.level is Level.ERROR for problem in problems):
        raise DigestError(problems)
    known = {_identity(feed.address) for feed in before.feeds}
    wanted = list(dict.fromkeys(address for address in addresses if _identity(address) not in known))
    if not wanted:
        return ()
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        changed = with_feeds(text, wanted)
        if not _says(changed, before, wanted):
            raise DigestError([_by_hand(wanted)])
        write_atomically(path, changed.encode())
    except OSError as trouble:
        words = f"this file cannot be written ({trouble.strerror})"
        raise DigestError([error("unwritable", words, location=Location(path=NAME))]) from None
    return tuple(wanted)


def with_feeds(text: str, addresses: Sequence[str]) -> str:
    """The text of a `digest.yml` with these feeds at the end of its list."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    key, value = _feeds_of(text)
    if key is None:
        block = [f"feeds:{newline}", *(f"  - {_text(a)}{newline}" for a in addresses)]
        return "".join([*lines, *([newline] if lines else []), *block])
    if isinstance(value, yaml.SequenceNode) and value.value and value.flow_style:
        end = value.value[-1].end_mark.index
        added = "".join(f", {json.dumps(address)}" for address in addresses)
        return text[:end] + added + text[end:]
    if isinstance(value, yaml.SequenceNode) and value.value:
        last = value.value[-1].end_mark
        at = last.line + (1 if last.column else 0)  # a group ends at the start of the next line that holds something
        while at > value.value[-1].start_mark.line + 1 and not _holds(lines[at - 1]):
            at -= 1
        indent = " " * value.start_mark.column
    else:  # "feeds:", "feeds: []"
        at = key.start_mark.line + 1
        indent = "  "
        if isinstance(value, yaml.SequenceNode):
            lines[at - 1] = re.sub(r"\[\s*\]", "", lines[at - 1], count=1).rstrip() + newline
    return "".join([*lines[:at], *(f"{indent}- {_text(address)}{newline}" for address in addresses), *lines[at:]])


def _feeds_of(text: str) -> tuple[yaml.ScalarNode | None, yaml.Node | None]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode) and key.value == "feeds":
            return key, value
    return None, None


def _holds(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _says(text: str, before: DigestFile, wanted: Sequence[str]) -> bool:
    """Whether a text says what the file said before, and these feeds at the end."""
    now, problems = parse_digest_file(text)
    old = [(feed.address, feed.publisher, feed.pages) for feed in before.feeds]
    new = [(feed.address, feed.publisher, feed.pages) for feed in now.feeds]
    fine = not any(problem.level is Level.ERROR for problem in problems)
    return fine and now.fetch == before.fetch and new == [*old, *((address, None, None) for address in wanted)]


def _text(address: str) -> str:
    return address if PLAIN.fullmatch(address) else json.dumps(address)


def _identity(address: str) -> str:
    try:
        return identity(address)
    except FetchError:
        return address


def _by_hand(wanted: Sequence[str]) -> Diagnostic:
    lines = "\n".join(f"      - {_text(address)}" for address in wanted)
    return error(
        "not-understood",
        "the list of feeds is written in a way that cannot be added to",
        location=Location(path=NAME),
        hint=f"add below feeds: by hand:\n{lines}",
    )
