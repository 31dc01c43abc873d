"""Parse an e-mail, and refuse one that is built to keep a parser busy."""

from __future__ import annotations

import email
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import compat32

from digest.ingest.broken import BrokenFileError
from digest.ingest.decode import tidy

# The library's newer policy parses each header by a grammar, in time that grows faster than the header's length.
POLICY = compat32
MOST_MULTIPARTS = 100
LONGEST_TYPE = 2_000  # bytes of a header that says what a part is: its parts are parsed again for each question
LONGEST_HEADER = 4_000  # characters of any other that is looked at
MULTIPART = re.compile(rb"\bboundary[*0-9 \t]{0,9}=", re.IGNORECASE)
TYPE = re.compile(rb"^content-type[ \t]*+:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE | re.MULTILINE)
NAME = re.compile(rb"\A(?:From [^\n]*\n)?[!-9;-~]{1,80}:")  # how the header of a mail begins
FOLD = re.compile(r"[\r\n]+[ \t]*")


def parse(data: bytes) -> Message:
    """Parse a message. Raises BrokenFileError."""
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip(b"\n\xef\xbb\xbf")
    if not NAME.match(data):
        raise BrokenFileError("not-a-mail", "this file holds no e-mail: it has no header")
    if len(MULTIPART.findall(data)) > MOST_MULTIPARTS:
        raise BrokenFileError("too-deep", f"this e-mail has more than {MOST_MULTIPARTS} parts in parts, the limit")
    if any(len(hit.group()) > LONGEST_TYPE for hit in TYPE.finditer(data)):
        raise BrokenFileError("too-large", f"this e-mail has a header of more than {LONGEST_TYPE:,} bytes, the limit")
    try:
        return email.message_from_bytes(data, policy=POLICY)
    except RecursionError as problem:
        raise BrokenFileError("too-deep", "the parts of this e-mail are nested too deep") from problem
    except Exception as problem:  # the library's own fault, on this message: the others are still read
        raise BrokenFileError("broken-mail", f"this e-mail cannot be read ({type(problem).__name__})") from problem


def header(message: Message, name: str) -> str:
    """A header as one line of text, its encoded words undone; "" where there is none."""
    return decoded(raw_header(message, name))


def raw_header(message: Message, name: str) -> str:
    """A header as it is written, unfolded."""
    return FOLD.sub(" ", str(message.get(name, ""))[:LONGEST_HEADER]).strip()


def decoded(text: str) -> str:
    """A text with its encoded words undone: "=?utf-8?Q?Z=C3=BCrich?=" → "Zürich"."""
    try:
        pieces = decode_header(text)
        words = "".join(
            piece if isinstance(piece, str) else _text(piece, charset or "utf-8") for piece, charset in pieces
        )
    except (ValueError, LookupError, HeaderParseError):  # a code that is none
        words = text
    return " ".join(tidy(words.encode("utf-8", "replace").decode()).split())


def _text(piece: bytes, charset: str) -> str:
    try:
        return piece.decode(charset if charset != "unknown-8bit" else "utf-8", "replace")
    except (LookupError, ValueError):
        return piece.decode("utf-8", "replace")
