"""Read the tags and texts of XML as feeds have it, well formed or not, piece by piece.

| the file | is read as |
|---|---|
| `<a b="c">x</a>`, `<a/>` | a start with its attributes, a text, an end |
| `<![CDATA[a < b]]>` | the text "a < b" |
| `<!-- … -->`, `<? … ?>`, `<!DOCTYPE …>` | nothing: what a document declares of itself is passed over |
| `&amp;`, `&#8217;`, `&nbsp;` | a character: those of XML and HTML are known, and no others can be declared |
| `AT&T`, `?a=1&b=2`, `5 < 6`, `&lol;` | the text as it stands |

There is nothing here that could be expanded, loaded or nested too deep, and each character is looked at a bounded
number of times. What ends does not have to have begun: that is for the caller to sort out.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from html.entities import html5
from typing import NamedTuple

from digest.ingest.broken import BrokenFileError

NAME = r"[A-Za-z_\u00c0-\U000effff][\w.\-:\u00b7]{0,200}+"
QUOTED = r"\"[^\"<]*+\"|'[^'<]*+'"
TAG = re.compile(rf"<(/?)({NAME})((?:[^<>\"']++|{QUOTED})*+)>")  # '<a href="x">', "</a>", "<br/>"
LOOSE_TAG = re.compile(rf"<(/?)({NAME})([^<>]*+)>")  # a tag whose quotation marks do not pair
ATTRIBUTE = re.compile(
    r"(?<![^\s\"'/])([^\s=/\"'<>]{1,100}+)\s{0,9}+=\s{0,9}+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))"
)  # 'href="x"'
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")  # "&amp;", "&#8217;"
OPENINGS = (("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", ">"), ("<!", ">"))
LONGEST_TAG = 16_384  # characters
LONGEST_REFERENCE = 40
MOST_TAGS = 3_000_000  # of one document: three hundred for each entry that is read
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Start(NamedTuple):
    """An element begins; `closed` where it ends at once."""

    name: str
    attributes: Mapping[str, str]
    closed: bool


class End(NamedTuple):
    """An element ends."""

    name: str


class Words(NamedTuple):
    """A piece of text; one text may come in several pieces."""

    text: str


Event = Start | End | Words


def events(pieces: Iterable[str], *, most: int = MOST_TAGS) -> Iterator[Event]:
    """The tags and texts of a document, in its order. Raises BrokenFileError where it has too many of them."""
    source = _Source(pieces)
    count = 0
    while source.fill(1):
        at = source.find("<")
        if at:
            yield from _words(source, at)
            continue
        count += 1
        if count > most:
            raise BrokenFileError(
                "too-large", f"this file has more than {most:,} tags, the limit; the rest was not read"
            )
        source.fill(LONGEST_TAG)
        special = source.starts("<!") or source.starts("<?")
        if special and (opening := next((pair for pair in OPENINGS if source.starts(pair[0])), None)):
            yield from _section(source, *opening)
        elif hit := source.match(TAG) or source.match(LOOSE_TAG):
            source.take(hit.end() - hit.start())
            yield from _tag(hit)
        else:
            yield Words(source.take(1))


def _words(source: _Source, at: int) -> Iterator[Event]:
    """The text before the next tag, or as much of it as is here; a reference is not torn apart."""
    if at < 0:
        source.fill(LONGEST_TAG)
        at = source.find("<")
    if at < 0:
        at = source.left if source.ended else source.before_reference()
    yield Words(characters(CONTROLS.sub("", source.take(at))))


def _section(source: _Source, start: str, end: str) -> Iterator[Event]:
    """A section that ends with its own mark: of CDATA the text, of the others nothing."""
    source.take(len(start))
    if start == "<!" and "[" in source.until(">", most=LONGEST_TAG):
        end = "]"  # of what a document type declares
    keep = start == "<![CDATA["
    while source.fill(LONGEST_TAG):
        at = source.find(end)
        text = source.take(at if at >= 0 else max(source.left - len(end) + 1, 1))
        if keep and text:
            yield Words(CONTROLS.sub("", text))
        if at >= 0:
            source.take(len(end))
            rest = source.until(">", most=100) if end == "]" else "none"
            source.take(len(rest) + 1 if not rest.strip() else 0)
            return


def _tag(hit: re.Match[str]) -> Iterator[Event]:
    slash, name, rest = hit[1], hit[2], hit[3]
    if slash:
        yield End(name)
        return
    found: dict[str, str] = {}
    if "=" in rest:
        for key, double, single, bare in ATTRIBUTE.findall(rest):
            value = characters(double or single or bare)
            found.setdefault(key, CONTROLS.sub("", value).replace("\n", " ").replace("\t", " "))
    yield Start(name, found, rest.endswith("/"))


def characters(text: str) -> str:
    """Put in the characters that a text refers to: "&amp;" → "&", "&#8217;" → "’"; what is no reference stays."""
    return REFERENCE.sub(_character, text) if "&" in text else text


def _character(hit: re.Match[str]) -> str:
    name = hit[0]
    if name[1] == "#":
        number = int(name[3:-1], 16) if name[2] in "xX" else int(name[2:-1])
        is_character = 0xA0 <= number < 0xD800 or 0xE000 <= number <= sys.maxunicode
        return chr(number) if is_character else html.unescape(name)  # as browsers do: "&#146;" → "’", "&#0;" → U+FFFD
    return html5.get(name[1:], name)


class _Source:
    """The text that is waiting to be read, filled from the pieces as they are needed."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = iter(pieces)
        self._text = ""
        self._at = 0
        self.ended = False

    @property
    def left(self) -> int:
        return len(self._text) - self._at

    def fill(self, size: int) -> bool:
        """Have so many characters here, if the document has them; False where nothing is left."""
        while self.left < size and not self.ended:
            piece = next(self._pieces, None)
            if piece is None:
                self.ended = True
            else:
                self._text = self._text[self._at :] + piece.replace("\r\n", "\n").replace("\r", "\n")
                self._at = 0
        return self.left > 0

    def find(self, mark: str) -> int:
        """How far away a mark is; -1 where it is not among what is here."""
        at = self._text.find(mark, self._at)
        return at - self._at if at >= 0 else -1

    def starts(self, mark: str) -> bool:
        return self._text.startswith(mark, self._at)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self._text, self._at, self._at + LONGEST_TAG)

    def until(self, mark: str, *, most: int) -> str:
        at = self._text.find(mark, self._at, self._at + most)
        return self._text[self._at : at if at >= 0 else self._at + most]

    def before_reference(self) -> int:
        """How much of what is here can be read without tearing a reference apart that may go on in the next piece."""
        at = self._text.rfind("&", max(self._at + 1, len(self._text) - LONGEST_REFERENCE))
        return at - self._at if at >= 0 else self.left

    def take(self, size: int) -> str:
        """Read on, and give what was read."""
        text = self._text[self._at : self._at + size]
        self._at += len(text)
        return text
