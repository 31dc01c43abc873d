"""Tell a newsletter's text from what it says of its own sending: preferences, unsubscribing, the sender's address."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from digest.ingest.mails.phrases import any_phrase, plain
from digest.language.days import months
from digest.model import BlockKind, LineReason

Kind = BlockKind | LineReason
LONGEST = 60  # words of a line that a phrase gives away
LONGEST_WORD = 12  # words of a line that a single word gives away
LONGEST_BUTTON = 3  # words of a link that is no sentence
LONGEST_LINK = 14  # words around a link to the same mail on the web
SIGNATURE = "--"
LONGEST_SIGNATURE = 2_000  # characters
ADDRESS_ALONE = re.compile(r"^\W{0,9}(?:\[?\d{0,3}\]?\s?)<?https?://\S{1,2000}$")  # "[1] https://courier.example/…"
# "Mar 8", "Thursday, 5 March 2026"; with its year also in other languages: "Donnerstag, 5. März 2026"
MONTH = f"(?:{'|'.join(sorted(map(re.escape, months()), key=len, reverse=True))})"
DAY_ALONE = re.compile(
    rf"^(?:\w{{2,12}}\.?,? )?(?:{MONTH}\.? \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}}\.? {MONTH}(?:,? \d{{4}})?"
    r"|\d{1,2}\.? (?:de )?[^\W\d]{3,10}\.? (?:de )?\d{4})(?:,? \d\d?[:.]\d\d)?$",
    re.IGNORECASE,
)
EDGES = " |·•–—-:,"  # what stands between the name of a newsletter and its day
TOP = 8  # lines in which the title, the writer and the day stand once more
SHORT = 8  # words of a line beside the footer that is part of it
MOST_BESIDE = 8  # such lines
ENDED = re.compile(r"[.!?…:;,][\"'”’»)]?$")  # how a line of prose ends
WORD = re.compile(r"\w+")


def kinds_of(lines: Sequence[str], *, title: str, sender: str, links: Collection[str]) -> list[Kind]:
    """What each line is: of the body, or why it is none. `links` are the texts of the mail's links."""
    buttons = {tuple(WORD.findall(plain(text))) for text in links if len(text.split()) <= LONGEST_BUTTON}
    kinds: list[Kind] = []
    for i, line in enumerate(lines):
        reason = _reason(line, buttons) or (_at_the_top(line, title, sender) if i < TOP else None)
        kinds.append(reason or BlockKind.BODY)
    end = _end(lines)
    return [*kinds[:end], *(LineReason.FOOTER for _ in kinds[end:])]


def is_browser_link(line: str) -> bool:
    """Whether a line leads to the same mail on the web."""
    return len(line.split()) <= LONGEST_LINK and bool(any_phrase("browser").search(plain(line)))


def _reason(line: str, buttons: Collection[tuple[str, ...]]) -> LineReason | None:
    if is_browser_link(line) or ADDRESS_ALONE.match(line):
        return LineReason.NAVIGATION
    if _says(line, "phrases"):
        return LineReason.NEWSLETTER
    return LineReason.NAVIGATION if _is_row(line, buttons) else None


def _is_row(line: str, buttons: Collection[tuple[str, ...]]) -> bool:
    """Whether a line is a row of short links, "Facebook Twitter"; one link alone may be a title."""
    words = tuple(WORD.findall(plain(line)))
    if not 1 < len(words) <= SHORT or ENDED.search(line) or words in buttons:
        return False
    known = {word for button in buttons for word in button}
    return all(word in known for word in words)


def _at_the_top(line: str, title: str, sender: str) -> LineReason | None:
    words = WORD.findall(line.lower())
    if words and words == WORD.findall(title.lower()):
        return LineReason.REPEAT
    name = sender.split("<", 1)[0].strip("\"' ").lower()
    if DAY_ALONE.match(line.lower().replace(name, "", 1).strip(EDGES) if name else line):
        return LineReason.DATELINE
    return LineReason.BYLINE if 1 < len(words) <= SHORT and line.lower() in name else None


def _end(lines: Sequence[str]) -> int:
    """The first line of the footer, with the short ones above it, such as the buttons to share and a copyright."""
    end = _closing(lines)
    least = max(0, end - MOST_BESIDE) if end < len(lines) else end
    while end > least and len(lines[end - 1].split()) <= SHORT and not ENDED.search(lines[end - 1]):
        end -= 1
    return end


def _closing(lines: Sequence[str]) -> int:
    """A signature, or the first line in the mail's second half that closes it; the number of lines if there is none."""
    left = sum(map(len, lines))
    half = left / 2
    for i, line in enumerate(lines):
        if line.rstrip() == SIGNATURE and left <= LONGEST_SIGNATURE:
            return i
        left -= len(line)
        if left <= half and _says(line, "closing"):
            return i
    return len(lines)


def _says(line: str, kind: str) -> bool:
    words = len(line.split())
    text = plain(line) if words <= LONGEST else ""
    return bool(any_phrase(kind).search(text) or (words <= LONGEST_WORD and any_phrase("words").search(text)))
