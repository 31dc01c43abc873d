"""Cut what ran into a paragraph when its page was scraped: links, prompts, captions and notes at its edges.

"He left on Monday. Watch the ferry leave »" → "He left on Monday."
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from digest.clean.lines import Line
from digest.clean.phrases import any_of
from digest.clean.sentences import split_sentences
from digest.clean.words import plain, word_count
from digest.language import subject
from digest.model import LineReason

FEWEST = 5  # words that a paragraph has without them, or it stays as it is
SHORTEST = 30  # characters of a line with anything at its edges
SIGN = 3  # characters; nothing that is looked for is shorter
LONGEST_CAPTION_END = 20  # characters
LONGEST = 400  # characters at either edge that are looked at
LONGEST_LEAD = 2_000  # characters of a caption that an article's first sentences ran into
OVER = r"(?<=[.!?\"”’)])(?<![ap]\.m\.)"  # where a sentence has ended
# "Watch the ferry leave »" behind a sentence; the mark has no partner, so that it is none of a quotation.
LINK = re.compile(rf"{OVER}\s+[^.!?«»]{{2,100}}»$")


NUMBERED = re.compile(r"(\d{1,3}) (?:of|/) (\d{1,3})\. (?=[^\W\d_a-z])")  # "1 of 4. The old mill burns."


class Piece(NamedTuple):
    """What ran into a line."""

    text: str
    reason: LineReason


class RanIn(NamedTuple):
    """A line as it came, and what ran into it."""

    whole: str
    pieces: tuple[Piece, ...]


def parted(line: Line, *, language: str) -> tuple[Line, RanIn] | None:
    """Part a line from what stands at its edges and is none of its sentences; None where nothing does."""
    text = line.text
    if len(text) < SHORTEST:
        return None
    edges = _edges(language)
    if not (
        text[-1] in "»)"
        or text[0].isdigit()
        or text[-1].isupper()
        or text[-SIGN:].casefold() in edges.end_signs
        or text[:SIGN].casefold() in edges.start_signs
    ):
        return None
    start, end = 0, len(text)
    pieces: list[Piece] = []
    if text[:SIGN].casefold() in edges.start_signs and (opening := edges.starts.match(text)):
        start = opening.end()
        pieces.append(Piece(text[:start].rstrip(), LineReason.SITE_NOTICE))
    elif at := _end_of_caption(text, language=language):
        start = at
        pieces.append(Piece(text[:start].rstrip(), LineReason.CAPTION))
    while hit := _at_end(text, max(start, end - LONGEST), end, edges):
        at, reason = hit
        pieces.append(Piece(text[at:end].strip(), reason))
        end = at
    if not pieces or word_count(text[start:end]) < FEWEST:
        return None
    return Line(line.number, text[start:end], line.start + start, line.start + end), RanIn(text, tuple(pieces))


def numbered_end(text: str) -> int:
    """Where a caption begins behind its number in a gallery, "1 of 4. "; 0 where there is no such number."""
    hit = NUMBERED.match(text)
    return hit.end() if hit and int(hit[1]) <= int(hit[2]) else 0


def _end_of_caption(text: str, *, language: str) -> int:
    """Where the article goes on behind the first sentence of a gallery's caption; 0 where there is nothing else."""
    first = numbered_end(text) if text[0].isdigit() else 0
    sentences = [*split_sentences(text[first : first + LONGEST_LEAD], language=language)] if first else []
    return first + len(sentences[0]) if len(sentences) > 1 else 0


class _Edges(NamedTuple):
    starts: re.Pattern[str]
    ends: re.Pattern[str]
    notes: re.Pattern[str]
    agency: re.Pattern[str]
    of_captions: tuple[str, ...]  # how captions end, which are known by that
    start_signs: frozenset[str]  # the first and the last letters of both, which spare most lines the patterns
    end_signs: frozenset[str]


def _at_end(text: str, first: int, end: int, edges: _Edges) -> tuple[int, LineReason] | None:
    """Where the last piece of a text begins, and what it is."""
    last = text[end - 1]
    if last == "»":
        found, reason = LINK, LineReason.RELATED
    elif last == ")":
        found, reason = edges.notes, LineReason.FOOTER
    elif last.isupper():
        found, reason = edges.agency, LineReason.CREDIT
    elif text[end - SIGN : end].casefold() in edges.end_signs:
        found, reason = edges.ends, LineReason.SITE_NOTICE
    else:
        return None
    tail = text[first:end]
    hit = found.search(tail)
    if hit is None or plain(tail[-LONGEST_CAPTION_END:]).endswith(edges.of_captions):
        return None
    return first + hit.start(), reason


@cache
def _edges(language: str) -> _Edges:
    data = subject(language, "clean")
    starts, ends = data["glued_starts"], data["glued_ends"]
    # Only a name of capitals alone is no word of the sentence: "… on Monday. REUTERS"
    agencies = {name.upper() for name in data["agencies"]}
    return _Edges(
        starts=re.compile(rf"(?:(?i:{any_of(starts)})\W{{0,3}}\s+)+(?=\S)"),
        ends=re.compile(rf"{OVER}\s+(?i:{any_of(ends)})$"),
        notes=re.compile(rf"{OVER}\s*\((?i:{any_of(data['reporters_begin'])}) [^\W\d_a-z][^()]{{1,300}}\)$"),
        agency=re.compile(rf"{OVER}\s+{any_of(agencies)}$"),
        of_captions=tuple(text for text in data["caption_ends"] if len(text) <= LONGEST_CAPTION_END),
        start_signs=frozenset(text[:SIGN] for text in starts),
        end_signs=frozenset(text[-SIGN:] for text in ends),
    )
