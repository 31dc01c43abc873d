"""Make an article of an e-mail: its subject, its sender, its day, and the text without what concerns the sending."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import Message
from email.utils import parseaddr
from functools import cache
from typing import NamedTuple

from digest.config.facts import Facts
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content, as_stated
from digest.ingest.mails.address import public_address
from digest.ingest.mails.forwarded import forwarded
from digest.ingest.mails.furniture import is_browser_link, kinds_of
from digest.ingest.mails.message import decoded, header, parse, raw_header
from digest.ingest.mails.parts import PASSED_ON, Part, attached, text_part
from digest.ingest.mails.phrases import mail_words
from digest.ingest.mails.plain import paragraphs
from digest.ingest.mails.visible import Seen, seen
from digest.ingest.pages.fragment import FragmentLine
from digest.ingest.records import lines_content
from digest.ingest.stamps import stamp_of
from digest.model import BlockKind, Known, Origin, Stated

DEEPEST = 5  # a mail in a mail in a mail
LONGEST_NAME, LONGEST_TITLE = 120, 500  # characters
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
LINK = re.compile(r"https?://[^\s<>\"')\]]{4,2000}")
TAG = re.compile(r"\s{0,3}\[([^\[\]]{1,60})\]\s{1,3}(?=\S)")  # "[Quay Notes] "
MAILTO = re.compile(
    r"\s{0,9}[\[(<](?:mailto:)?[^\s@<>\[\]]{1,200}@[^\s<>\[\])]{1,200}[\])>].*$"
)  # " [mailto:a@b.example]"


class Letter(NamedTuple):
    """A mail's text, what its header says, addresses where it may stand on the web, and the texts of its links."""

    lines: Sequence[FragmentLine]
    encoding: str
    title: str
    sender: str
    date: str
    language: str
    addresses: Sequence[str]
    links: Sequence[str]


def mail_content(data: bytes, *, part: str, key: str = "") -> Content:
    """The article of a message. Raises BrokenFileError where there is none."""
    letter = _passed_on(_letter(parse(data)))
    stated = _stated(letter)
    title = stated.title.value if stated.title else ""
    texts = [line.text for line in letter.lines]
    kinds = kinds_of(texts, title=title, sender=decoded(letter.sender), links=letter.links)
    lines = [
        line._replace(kind=line.kind if line.kind is not BlockKind.BODY else kind)
        for line, kind in zip(letter.lines, kinds, strict=True)
    ]
    content = lines_content(lines, stated=stated, part=part, key=key)
    return content._replace(encoding=letter.encoding)


def _letter(message: Message, *, depth: int = 0) -> Letter:
    part = text_part(message)
    inner = attached(message) if depth < DEEPEST else None
    if inner is not None and (part is None or len(part.text.strip()) < PASSED_ON):
        return _letter(inner, depth=depth + 1)
    if part is None:
        raise BrokenFileError("no-article", "this e-mail holds no text")
    lines, links, language = _read(part)
    archived = raw_header(message, "Archived-At")
    return Letter(
        lines=lines,
        encoding=part.encoding,
        title=header(message, "Subject"),
        sender=raw_header(message, "From"),
        date=raw_header(message, "Date"),
        language=language or header(message, "Content-Language"),
        addresses=[*([archived] if archived else ()), *(url for text, url in links if is_browser_link(text))],
        links=[text for text, _ in links],
    )


def _read(part: Part) -> Seen:
    """The lines of a text, its links, and its language.

    The reader of web pages is no help here: it takes a table for one line, and mails are made of tables.
    """
    if part.is_html:
        try:
            return seen(part.text)
        except BrokenFileError as problem:
            if problem.code != "not-a-page":
                raise
    texts = paragraphs(part.text, is_flowed=part.is_flowed, joins_words=part.joins_words)
    return Seen([FragmentLine(text, BlockKind.BODY) for text in texts], list(_links(texts)), "")


def _links(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The address in each line, or in the one below it, with the line's other words."""
    for i, line in enumerate(lines):
        for url in LINK.findall(" ".join(lines[i : i + 2]))[:1]:
            yield LINK.sub("", line), url


def _passed_on(letter: Letter) -> Letter:
    """The letter that this one only passes on: its date is that of the other, or unknown."""
    for _ in range(DEEPEST):
        found = forwarded([line.text for line in letter.lines])
        if not found:
            break
        given = found.header
        letter = letter._replace(
            lines=letter.lines[found.start :],
            title=given.get("subject") or letter.title,
            sender=MAILTO.sub("", given["from"]) if "from" in given else letter.sender,
            date=given.get("date", ""),
        )
    return letter


def _stated(letter: Letter) -> Stated:
    stamp = stamp_of(letter.date)
    code = LANGUAGE.fullmatch(letter.language.strip())
    sender = _sender(letter.sender)
    facts = Facts(
        title=_title(letter.title, sender or ""),
        url=public_address(letter.addresses),
        publisher=sender,
        published=stamp.day if stamp else None,
    )
    time = Known(value=stamp.time, origin=Origin.MAIL) if stamp and stamp.time else None
    return replace(as_stated(facts, Origin.MAIL, language=code[1].lower() if code else None), published_time=time)


def _title(subject: str, sender: str) -> str | None:
    """The subject without what programs put before it: "Fwd: [Quay Notes] Twelve shops left" → "Twelve shops left"."""
    title = _prefix().sub("", subject)
    tag = TAG.match(title)
    if tag and tag[1].lower() in sender.lower():
        title = title[tag.end() :]
    return title[:LONGEST_TITLE].strip() or None


def _sender(text: str) -> str | None:
    """The name of the sender, or the host that it sends from: "Harbour Gazette <news@gazette.example>"."""
    try:
        name, address = parseaddr(text)
    except (RecursionError, IndexError, ValueError):
        name, address = "", ""
    name = decoded(name or ("" if "@" in text else text)).strip("\"' ")
    host = address.rpartition("@")[2].strip("<> ").lower()
    found = name if name and "@" not in name else host
    return found if 0 < len(found) <= LONGEST_NAME else None


@cache
def _prefix() -> re.Pattern[str]:
    words = "|".join(map(re.escape, mail_words()["prefixes"]))
    return re.compile(rf"^(?:\s{{0,3}}(?:{words})(?:\[\d{{1,3}}\])?\s?:\s{{0,3}}){{1,9}}", re.IGNORECASE)
