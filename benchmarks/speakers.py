"""Measure how often each rule names the right speaker, in other people's labelled articles and in our own passages.

    python benchmarks/speakers.py RECORDS.jsonl [--wrong]

A record has `id`, `text` and `quotes`, each with `start`, `end`, `speaker` (words of the text, or none) and
`speaker_start`. The records are split in two by a hash of their ids: the *first* half is for setting the rules'
confidence, the *second* for checking it, and so are the open and the held half of `tests/gold`.

A speaker is right if it is named as in the label, or if the words that were taken for the speaker are those of the
label. So in the records, the person behind "she" and "the mayor" is not checked; in the passages, it is.
The table is written as Markdown for docs/method/findings.md. --wrong lists what a page would print wrongly in the first
half of the records and in the open half of the passages.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gold_matching import paired, place_of, same_name
from gold_scores import read
from gold_sets import Label, Place, read_news, read_pronouns
from gold_tally import Hit, Tally, tally

from digest.model import CERTAIN, Article, Quote

GOLD = Path(__file__).parents[1] / "tests" / "gold"
HALVES = ("first half", "second half", "open half", "held half")
PAGE, KNOWN = "shown on the page", "of all, shown"
SHORTEST = 3  # words; in the records, what is shorter is labelled only now and then


class Said(NamedTuple):
    """A labelled quotation, as it was found: in which half, whose it is, and whether that was seen rightly."""

    half: str
    quote: Quote | None
    right: bool
    told: str


def from_records(path: Path) -> Iterator[Said]:
    """The quotations of labelled records whose speaker is given."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                half = HALVES[hashlib.sha256(str(record["id"]).encode()).digest()[0] % 2]
                yield from _read_record(record, half)


def _read_record(record: dict[str, Any], half: str) -> Iterator[Said]:
    rows = [row for row in record["quotes"] if row.get("speaker") and len(row["text"].split()) >= SHORTEST]
    labels = [Label(text=row["text"], place=Place(row["start"], row["end"]), names=(row["speaker"],)) for row in rows]
    words = {
        id(label): Place(row["speaker_start"], row["speaker_start"] + len(row["speaker"]))
        for label, row in zip(labels, rows, strict=True)
    }
    article, found = read(record["text"])
    for label, quote in _quoted(labels, article, found.quotes, record["text"]):
        speaker = quote.speaker if quote else None
        taken = speaker and place_of(article, speaker.mention).overlap(words[id(label)])
        right = speaker is not None and (bool(taken) or same_name(label.names, speaker.name))
        yield Said(half, quote, right, _told(record["id"], label, quote))


def from_passages(folder: Path) -> Iterator[Said]:
    """The quotations of our own passages whose speaker can be known."""
    short = read_pronouns(folder)
    for passage in (*read_news(folder), *short):
        article, found = read(passage.text)
        labels = [label for label in passage.quotes if label.kind != "none" and label.names]
        pairs = _quoted(labels, article, found.quotes, passage.text)
        if passage in short:  # their labels are only the beginnings of quotations
            inside = (q for label in labels for q in found.quotes if place_of(article, q.excerpt).overlap(label.place))
            pairs = [(label, next(inside, None)) for label in labels]
        for label, quote in pairs:
            right = bool(quote and quote.speaker and same_name(label.names, quote.speaker.name))
            yield Said(HALVES[2 + passage.held], quote, right, _told(f"{passage.number} {passage.about}", label, quote))


def _quoted(
    labels: Sequence[Label], article: Article, quotes: Sequence[Quote], text: str
) -> list[tuple[Label, Quote | None]]:
    pairs = paired(labels, quotes, lambda quote: place_of(article, quote.excerpt), text)
    by_label = {id(label): quote for label, quote in pairs}
    return [(label, by_label.get(id(label))) for label in labels]


def _told(where: str, label: Label, quote: Quote | None) -> str:
    found = f"{quote.speaker.name!r} ({quote.rule}, {quote.confidence:.2f})" if quote and quote.speaker else "nobody"
    return f"{where}: {label.text[:80]!r} is by {label.names[0]!r}, found {found}"


def hits(said: Iterable[Said]) -> Iterator[Hit]:
    """Count each quotation for its rule, for the page, and for the share of all that have a speaker there."""
    for half, quote, right, told in said:
        sure = quote is not None and quote.show and quote.speaker is not None and quote.confidence >= CERTAIN
        yield Hit(f"{KNOWN}|{half}", "right" if sure else "missed", told)
        if sure:
            yield Hit(f"{PAGE}|{half}", "right" if right else "wrong", told)
        if quote and quote.show and quote.speaker:
            yield Hit(f"{quote.rule}|{half}", "right" if right else "wrong", told)
            yield Hit(f"by {quote.speaker.known_by}|{half}", "right" if right else "wrong", told)


def table(said: Sequence[Said]) -> Iterator[str]:
    """One row a rule, then one for each way to know a speaker; one column a half."""
    counted = tally(hits(said))
    names = {row.partition("|")[0] for row in counted}
    yield "| | " + " | ".join(HALVES) + " |"
    yield "|---|" + "---:|" * len(HALVES)
    for row in sorted(names, key=lambda row: (row not in (KNOWN, PAGE), row.startswith("by "), row)):
        yield f"| {row} | " + " | ".join(_share(counted.get(f"{row}|{half}")) for half in HALVES) + " |"


def _share(row: Tally | None) -> str:
    return f"{row.share:.3f} of {sum(row)}" if row else "–"


def main(arguments: Sequence[str]) -> None:
    """Print the table, or what is wrong on the page in the halves that may be looked at."""
    paths = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if len(paths) != 1 or set(arguments) - {"--wrong", *map(str, paths)}:
        sys.exit(__doc__)
    said = [*from_records(paths[0]), *from_passages(GOLD)]
    if "--wrong" in arguments:
        wrong = [s for s in said if s.half in (HALVES[0], HALVES[2]) and not s.right and s.quote and s.quote.speaker]
        print("\n".join(s.told for s in wrong if s.quote and s.quote.show and s.quote.confidence >= CERTAIN))
    else:
        print("\n".join(table(said)))


if __name__ == "__main__":
    main(sys.argv[1:])
