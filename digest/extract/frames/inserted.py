"""Take who speaks out of what is said: «El puente, dijo Ana Ruiz, es una ruina» is two pieces of one utterance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.extract.frames.sources import Sources
from digest.extract.frames.words import Frames
from digest.extract.marks import Pair
from digest.model import Article, SpeakerKind

# ", dijo Ana Ruiz," in the middle of a quotation, or ", dijo Ana Ruiz." at its end
INSERTED = re.compile(r", (?P<cue>\w+) (?P<who>[^,;.:!?«»„“”]{2,60})(?:, |[,.]?$)")
SHORTEST = 2  # words of a piece


def without_speakers(article: Article, pairs: Sequence[Pair], sources: Sources, words: Frames) -> list[Pair]:
    """Cut each quotation where a cue and its speaker stand in it, between commas."""
    return [piece for pair in pairs for piece in _pieces(article, pair, sources, words)]


def _pieces(article: Article, pair: Pair, sources: Sources, words: Frames) -> Iterator[Pair]:
    text, rest = article.text[pair.start : pair.end], pair
    for match in INSERTED.finditer(text):
        if match["cue"].lower() not in words.said or not _is_source(article, pair, match, sources, words):
            continue
        end, start = pair.start + match.start(), pair.start + match.end()
        if len(article.text[rest.start : end].split()) < SHORTEST:
            continue
        yield replace(rest, end=end, right=end, running=False)
        if start >= pair.end:
            return
        rest = replace(rest, start=start, left=start, resumed=False)
    yield rest


def _is_source(article: Article, pair: Pair, match: re.Match[str], sources: Sources, words: Frames) -> bool:
    """Whether the words behind the cue are a person's name, or a noun for people with its article, and no more."""
    low, high = (pair.start + place for place in match.span("who"))
    first, *others = match["who"].split()
    people = [m for m in sources.names.at(low, high) if m.kind is SpeakerKind.PERSON]
    if any(m.end >= high - 1 for m in people):
        return True
    return first.lower() in words.determiners and bool(others) and sources.speaks(others[-1])
