"""Learn what each publisher prints again and again, from the articles of the project.

A line is learned when it stands in at least three different articles of a publisher and in a good part of all of them.
Reporters repeat sentences, too (what led to a war, who somebody is), so of sentences only those are learned that speak
to the reader, or that stand at the edge of most articles. What may be news is never learned: a line that begins with a
quotation mark, a label with a number in it or a colon at its end.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from digest.clean.copies import LONG, Copies
from digest.clean.habits import PROSE
from digest.clean.lines import lines
from digest.clean.look import look_at
from digest.clean.words import bare, is_sentence, make_tokens
from digest.language import subject
from digest.model import Habit, Habits, Known, Publisher, RawArticle

FEWEST = 3  # different articles that a line must stand in …
SHARE = 0.3  # … and which part of all
FEWEST_AT_EDGE = 5  # the same for sentences that do not speak to the reader
SHARE_AT_EDGE = 0.5
MOST = 1_000  # lines that are learned of one publisher, the most frequent ones
LONGEST = 600  # characters: what is longer is no line of furniture
OPENING = "\"'“”„«»‹›‘’「『"
QUOTED = frozenset('"“”„«»「『')


class _Seen(NamedTuple):
    """A line that repeats: how it is printed, in how many groups of texts, which had it last, and where it stood."""

    text: str
    articles: int = 0
    last: int = -1
    at_edge: bool = True
    quoted: bool = False


def learn_habits(
    raws: Iterable[RawArticle], *, publishers: Mapping[str, Known[Publisher] | None]
) -> Mapping[str, Habits]:
    """What was learned of each publisher, by its id; `publishers` holds those of the articles, by article id.

    The order of the articles makes no difference, and neither do those of other publishers.
    """
    by_publisher: dict[str, list[RawArticle]] = {}
    for raw in raws:
        known = publishers.get(raw.id)
        if known:
            by_publisher.setdefault(known.value.id, []).append(raw)
    return {key: _learn(found) for key, found in sorted(by_publisher.items())}


def _learn(raws: Sequence[RawArticle]) -> Habits:
    grouped, candidates = _often(raws)
    different = 1 + max(group for group, _ in grouped)
    fewest = _fewest(different)
    found = [
        Habit(seen.text, line, seen.articles)
        for line, seen in _count(grouped, candidates).items()
        if seen.articles >= fewest and _is_habit(seen, different)
    ]
    found.sort(key=lambda habit: (-habit.articles, habit.bare))
    return Habits(articles=different, copies=len(raws) - different, lines=tuple(found[:MOST]))


def _fewest(different: int) -> int:
    return max(FEWEST, math.ceil(SHARE * different))


def _often(raws: Sequence[RawArticle]) -> tuple[Sequence[tuple[int, RawArticle]], frozenset[int]]:
    """The texts, each with the number of its group, and the hashes of the lines that stand in enough groups.

    Only hashes are held of all lines, eight bytes each. Two lines of one hash are told apart when they are counted.
    """
    copies = Copies()
    contents: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
    grouped: list[tuple[int, RawArticle]] = []
    for raw in sorted(raws, key=lambda raw: (raw.text, raw.url.value if raw.url else "")):
        texts = [bare(line.text) for line in lines(raw)]
        own = (text for text in texts if len(text) < LONG or not speaks_to_reader(make_tokens(text)))
        group = copies.group(own, address=raw.url.value if raw.url else None)
        hashes = np.unique(np.fromiter(map(hash, texts), dtype=np.int64, count=len(texts)))
        if group == len(contents):
            contents.append(hashes)
        else:
            contents[group] = np.union1d(contents[group], hashes)
        grouped.append((group, raw))
    values, counts = np.unique(np.concatenate(contents), return_counts=True)
    grouped.sort(key=lambda pair: pair[0])
    return grouped, frozenset(values[counts >= _fewest(len(contents))].tolist())


def _count(grouped: Iterable[tuple[int, RawArticle]], candidates: Collection[int]) -> Mapping[str, _Seen]:
    """Count the candidates in the texts, which come group by group."""
    found: dict[str, _Seen] = {}
    for group, raw in grouped if candidates else ():
        for line, text, at_edge in _hits(raw, candidates):
            seen = found.get(line) or _Seen(text)
            found[line] = _Seen(
                text=min(seen.text, text, key=lambda text: (len(text), text)),
                articles=seen.articles + (seen.last != group),
                last=group,
                at_edge=seen.at_edge and at_edge,
                quoted=seen.quoted or text[0] in OPENING,
            )
    return found


def _hits(raw: RawArticle, candidates: Collection[int]) -> Iterator[tuple[str, str, bool]]:
    """The candidates in a text: as they are compared, as they are printed, and whether its own prose is not around."""
    known = [(bare(line.text), line.text) for line in lines(raw)]
    hits, prose = [], []
    for i, (line, text) in enumerate(known):
        if hash(line) in candidates:
            hits.append(i)
        elif len(line) >= LONG and is_sentence(text):
            prose.append(i)
    first, last = (prose[0], prose[-1]) if prose else (0, 0)
    for i in hits:
        line, text = known[i]
        if line and len(text) <= LONGEST:
            yield line, text, not first < i < last


def _is_habit(seen: _Seen, different: int) -> bool:
    """Whether a line that stands in many articles is the publisher's, and no news."""
    look = look_at(seen.text)
    if seen.quoted:
        return False
    if look.shape not in PROSE:
        has_word = any(len(token) > 1 for token in look.tokens)
        return has_word and not seen.text.endswith(":") and not any(ch.isdigit() for ch in seen.text)
    if speaks_to_reader(look.tokens) and QUOTED.isdisjoint(seen.text):
        return True
    return seen.at_edge and seen.articles >= max(FEWEST_AT_EDGE, SHARE_AT_EDGE * different)


def speaks_to_reader(tokens: Iterable[str]) -> bool:
    """Whether one of the words is said by a publisher to its readers, such as "your" and "our"."""
    return not _reader_words().isdisjoint(tokens)


@cache
def _reader_words() -> frozenset[str]:
    return frozenset((*subject("en", "clean")["reader_words"], *subject("mul", "furniture")["reader_words"]))
