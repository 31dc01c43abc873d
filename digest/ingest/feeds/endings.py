"""Mark what stands below the text of an entry: where it was first, and the way to the rest of it."""

from __future__ import annotations

import re
from functools import cache

from digest.ingest.content import Content
from digest.language import subject
from digest.model import BlockKind, LineReason

LAST = 4  # lines of an entry that are looked at, from its end
SHORTEST = 3  # words of a line that is split
LONGEST = 30  # words of a line that leads on: it may name the title
DOTS = re.compile(r"[\s….\[\]()→»>]*")  # "[…]", "→"
SPLIT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s+(?=\S)")  # "The first words of a text … Read more"


def with_endings_marked(content: Content) -> Content:
    """The content, its last lines marked where they are none of the article's own.

    "The post Rain falls appeared first on Example Courier." → a site's notice; "Continue reading →" → navigation
    """
    if not content.text or content.kinds is None:
        return content
    lines = list(zip(content.text.split("\n"), content.kinds, strict=True))
    for at in range(len(lines) - 1, max(len(lines) - 1 - LAST, -1), -1):
        line, kind = lines[at]
        if kind is not BlockKind.BODY:
            continue
        if reason := ending(line):
            lines[at] = (line, reason)
            continue
        head, tail = _split(line)
        if tail:
            lines[at : at + 1] = [(head, kind), (tail, LineReason.NAVIGATION)]
        break
    if not any(kind is BlockKind.BODY for _, kind in lines):
        return content._replace(text="", kinds=())
    return content._replace(text="\n".join(line for line, _ in lines), kinds=tuple(kind for _, kind in lines))


def ending(line: str) -> LineReason | None:
    """Why a last line is none of the article's own; None where it is."""
    low = line.lower()
    if DOTS.fullmatch(line):
        return LineReason.NAVIGATION
    words = len(low.split())
    if words <= 2 * LONGEST and any(low.startswith(f"{a} ") and f" {b} " in low for a, b in _passed_on()):
        return LineReason.SITE_NOTICE
    return LineReason.NAVIGATION if words <= LONGEST and _leads_on().match(low) and not _is_sentence(low) else None


def _split(line: str) -> tuple[str, str]:
    """The text of a line, and what leads on behind its dots; "" where nothing does."""
    cuts = [hit for hit in SPLIT.finditer(line) if _leads_on().match(line[hit.end() :].lower())]
    if not cuts or len(line[: cuts[0].start()].split()) < SHORTEST or ending(line[cuts[0].end() :]) is None:
        return line, ""
    return line[: cuts[0].end()].rstrip(), line[cuts[0].end() :]


def _is_sentence(low: str) -> bool:
    return low.endswith((".", "?", "!", "”", '"')) and not low.endswith(("...", "[…]"))


@cache
def _passed_on() -> tuple[tuple[str, str], ...]:
    return tuple((first, then) for first, then in subject("mul", "feeds")["passed_on"])


@cache
def _leads_on() -> re.Pattern[str]:
    phrases = sorted(subject("mul", "feeds")["leads_on"], key=len, reverse=True)
    return re.compile(rf"[\W_]{{0,3}}(?:{'|'.join(map(re.escape, phrases))})(?!\w)")
