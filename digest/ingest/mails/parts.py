"""Choose the part of an e-mail that holds its text: the HTML where there is one, else the plain text."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from itertools import islice
from typing import NamedTuple

from digest.ingest.broken import BrokenFileError
from digest.ingest.pages.charset import decode_page

MOST_PARTS = 1_000
LARGEST = 5_000_000  # bytes of a part's text
PASSED_ON = 400  # characters: what somebody writes above a message that is attached


class Part(NamedTuple):
    """A text, and what it is: HTML, or plain text that may be flowed (its lines joined again)."""

    text: str
    encoding: str
    is_html: bool
    is_flowed: bool = False
    joins_words: bool = False  # of flowed text: a line's last blank is none of the text


def text_part(message: Message) -> Part | None:
    """The part that a reader is shown; None where there is no text at all. Raises BrokenFileError."""
    try:
        texts = [part for part in _texts(message) if _is_text(part)]
        pages = [part for part in texts if part.get_content_type() == "text/html"]
        parts = [_part(part) for part in (pages or texts)[:MOST_PARTS]]
    except BrokenFileError:
        raise
    except Exception as problem:  # what a stranger wrote into a part's header
        raise BrokenFileError("broken-mail", "the parts of this e-mail cannot be read") from problem
    return max(parts, key=lambda part: len(part.text.strip()), default=None)


def attached(message: Message) -> Message | None:
    """The first message that is attached to this one."""
    for part in islice(message.walk(), MOST_PARTS):
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            inner = part.get_payload()
            return inner[0] if isinstance(inner, list) and inner and isinstance(inner[0], Message) else None
    return None


def _texts(message: Message) -> Iterator[Message]:
    """The parts of a message, without those of messages attached to it."""
    waiting = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if not part.is_multipart():
            yield part
        elif part.get_content_maintype() != "message":
            waiting[:0] = [inner for inner in part.get_payload() if isinstance(inner, Message)]


def _is_text(part: Message) -> bool:
    kind = part.get_content_type()
    attachment = str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")
    alone = kind.startswith("multipart/")  # parts whose boundary never comes: the text may stand there
    return (alone or kind in ("text/html", "text/plain")) and not attachment


def _part(part: Message) -> Part:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return Part("", "", is_html=False)
    if len(data) > LARGEST:
        raise BrokenFileError("too-large", f"the text of this e-mail has more than {LARGEST / 1e6:.0f} MB, the limit")
    text, encoding, _ = decode_page(data, path="", told=str(part.get_content_charset() or ""))
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    joins = str(part.get_param("delsp", "")).lower() == "yes"
    return Part(text, encoding, part.get_content_type() == "text/html", flowed, joins)
