"""Turn a file's bytes into text: find the encoding, mend what was decoded wrongly before, unify line ends."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import NamedTuple

from digest.diagnostics import Diagnostic, Location, note, warning
from digest.ingest.mojibake import MENDED, mended
from digest.model import RawArticle

# The longer marks first: a UTF-32 mark begins with a UTF-16 one.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a text file never holds: control characters other than tab, line feed, vertical tab, form feed, return, escape.
NOT_TEXT = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
SHARE_NOT_TEXT = 0.02
LOOKED_AT = 65_536

LINE_ENDS = ("\r\n", "\r", "\x0c", "\x85", "\u2029")
SOFT_BREAKS = ("\x0b", "\u2028")  # a break inside a paragraph: a blank keeps the sentence whole
# Controls, zero-width space, word joiner, soft hyphen, byte order mark, marks of writing direction. The joiners
# U+200C and U+200D stay (Persian and Hindi words and emoji need them), and so does the no-break space.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
# Between letters of a script that needs no joiner, it is as invisible as the rest: "Den\u200disov".
JOINER = re.compile(r"(?<=[A-Za-z\u00c0-\u052f])[\u200c\u200d]+(?=[A-Za-z\u00c0-\u052f])")


class Decoded(NamedTuple):
    """A file's text and the encoding it was read in; no text (None) where the file holds none."""

    text: str | None
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, *, path: str) -> Decoded:
    """Decode a file: by its byte order mark, else as UTF-8, else as windows-1252, and say when that was assumed.

    What had been decoded wrongly before it was saved is mended, and that is said, too.
    """
    text, encoding, problems = _decode(data, path)
    if text is None:
        return Decoded(None, encoding, problems)
    better, said = mend(text, path=path)
    return Decoded(tidy(better), encoding, (*problems, *said))


def mend(text: str, *, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Mend a text that was decoded wrongly before it was saved, and say so."""
    better, count, line = mended(text)
    if not count:
        return text, ()
    many = f"{count:,} groups of letters were" if count > 1 else "a group of letters was"
    words = f"{many} saved in {MENDED}"
    return better, (note("encoding-mended", words, location=Location(path=path, line=line)),)


def _decode(data: bytes, path: str) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return Decoded(text, encoding, _unreadable(text, encoding, path))
    if _binary(data):
        problem = warning(
            "binary-file",
            "this is not a text file; skipped",
            location=Location(path=path),
            hint="save the article as plain text (UTF-8), or move the file out of the folder",
        )
        return Decoded(None, "", (problem,))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as broken:
        return _assumed(data, broken, path)


def tidy(text: str) -> str:
    """Unify the line ends to line feeds and drop the characters that nobody can see.

    "Rus\\u00adsia\\u200b said\\r\\n" → "Russia said\\n"
    """
    if text.replace("\n", "").isprintable():  # most texts, and all that is dropped or replaced is not printable
        return text
    for end in LINE_ENDS:
        text = text.replace(end, "\n")
    for soft in SOFT_BREAKS:
        text = text.replace(soft, " ")
    return JOINER.sub("", INVISIBLE.sub("", text))


def raw_from_text(text: str, *, article_id: str, path: str = "") -> RawArticle:
    """Make a raw article of a text that is in memory already; its SHA-256 is that of the text as UTF-8."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return RawArticle(id=article_id, path=path or article_id, sha256=digest, text=tidy(text), encoding="utf-8")


def _binary(data: bytes) -> bool:
    head = data[:LOOKED_AT]
    strange = len(head) - len(head.translate(None, NOT_TEXT))
    return b"\0" in data or strange > SHARE_NOT_TEXT * len(head)


def _assumed(data: bytes, broken: UnicodeDecodeError, path: str) -> Decoded:
    """Decode what is not UTF-8: mostly valid UTF-8 stays UTF-8 with its bad bytes marked, the rest is windows-1252."""
    line = data.count(b"\n", 0, broken.start) + 1
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(ch > "\x7f" for ch in text) - bad
    if good > bad:
        return Decoded(text, "utf-8", _unreadable(text, "utf-8", path, line=line))
    problem = warning(
        "encoding-assumed",
        "this file is not UTF-8; it was read as windows-1252",
        location=Location(path=path, line=line),
        hint="save it as UTF-8 if any letters look wrong",
    )
    return Decoded(data.decode("cp1252", "replace"), "windows-1252", (problem,))


def _unreadable(text: str, encoding: str, path: str, *, line: int = 0) -> tuple[Diagnostic, ...]:
    bad = text.count("\ufffd")
    if not bad:
        return ()
    return (
        warning(
            "unreadable-characters",
            f"{bad} characters are not valid {encoding.upper()}; each is shown as \ufffd",
            location=Location(path=path, line=line),
            hint="save the file as UTF-8 again from its source",
        ),
    )
