"""One utterance as different articles print it: the words of each, and in plain words what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.language.terms import count_words
from digest.model import Difference, DifferenceKind, Excerpt, Printing, Span, Statement, Story
from digest.render.escape import visible_text
from digest.render.origins import printed_by
from digest.render.speech import Utterance
from digest.render.wording import count

UTTERANCES = 8
"""How many utterances a page sets side by side at most."""
NOTES = 5
"""How many differences of one printing are told at most."""
LONG, ENDS = 12, 4
"""Of more than so many words only the first and the last few are repeated."""
MARKED = frozenset({DifferenceKind.OTHER, DifferenceKind.ADDED, DifferenceKind.FILLED})

SAYS = {
    DifferenceKind.BEGINNING: ("leaves out", "", "at the beginning"),
    DifferenceKind.MIDDLE: ("leaves out", "", "in the middle"),
    DifferenceKind.END: ("leaves out", "", "at the end"),
    DifferenceKind.BETWEEN: ("leaves out", "", "between its pieces"),
    DifferenceKind.ELLIPSIS: ("has an ellipsis for", "", ""),
    DifferenceKind.FILLED: ("has", "", "where the first has an ellipsis"),
    DifferenceKind.ADDED: ("has", "", "which the first has not"),
    DifferenceKind.OTHER: ("has", "for", ""),
    DifferenceKind.ORDER: ("has", "", "in another place"),
}
"""What is said before the printing's own words or those of the first, between the two, and behind."""


class Part(NamedTuple):
    """A part of an explanation: words of our own, or an article's, which stand in quotation marks."""

    text: str = ""
    words: Excerpt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintingLine:
    """A printing: its pieces, each with those of further articles that print it so, and what differs from the first.

    `marked` are the words that differ. Each of the `notes` tells one difference; `more` are told by no note.
    """

    outlets: str
    pieces: tuple[tuple[Excerpt, ...], ...]
    marked: tuple[Excerpt, ...]
    length: str
    notes: tuple[tuple[Part, ...], ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLine:
    """Where the same is stated without quotation marks, by articles in the same words."""

    outlets: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedUtterance:
    """An utterance that the articles print differently."""

    speaker: str | None
    printings: tuple[PrintingLine, ...]
    stated: tuple[StatedLine, ...]

    @property
    def has_marks(self) -> bool:
        """Whether any of its words stand in bold type."""
        return any(line.marked for line in self.printings)


def printed_differently(said: Iterable[Utterance], story: Story) -> tuple[PrintedUtterance, ...]:
    """The utterances of which articles print different words, in the order in which the page shows them."""
    found = (_utterance(one, story) for one in said if is_printed_differently(one))
    return tuple(one for one, _ in zip(found, range(UTTERANCES), strict=False))


def is_printed_differently(said: Utterance) -> bool:
    """Whether any article has other words for it."""
    return bool(said.group.stated) or any(printing.differences for printing in said.group.printings)


def _utterance(said: Utterance, story: Story) -> PrintedUtterance:
    group = said.group
    printings = [p for p in group.printings[1:] if p.differences]
    if group.printings:
        same = [p for p in group.printings[1:] if not p.differences]
        first = group.printings[0]
        firsts = (*first.everywhere, *(e for p in same for e in p.everywhere))
        rows = [_first(first, firsts, printings, story), *(_line(p, story) for p in printings)]
    else:
        rows = [
            PrintingLine(
                outlets=said.outlets, pieces=(said.excerpts,), marked=(), length=_words(said.words), notes=(), more=0
            )
        ]
    return PrintedUtterance(speaker=said.speaker, printings=tuple(rows), stated=tuple(_stated(group.stated, story)))


def _first(printing: Printing, everywhere: Sequence[Excerpt], others: Sequence[Printing], story: Story) -> PrintingLine:
    return PrintingLine(
        outlets=printed_by(everywhere, story),
        pieces=_pieces(printing),
        marked=_marked(e for p in others for d in p.differences if d.kind in MARKED for e in d.there),
        length=_length(printing),
        notes=(),
        more=0,
    )


def _line(printing: Printing, story: Story) -> PrintingLine:
    return PrintingLine(
        outlets=printed_by(printing.everywhere, story),
        pieces=_pieces(printing),
        marked=_marked(e for d in printing.differences if d.kind in MARKED for e in d.here),
        length=_length(printing),
        notes=tuple(tuple(_note(d)) for d in printing.differences[:NOTES]),
        more=max(0, len(printing.differences) - NOTES),
    )


def _pieces(printing: Printing) -> tuple[tuple[Excerpt, ...], ...]:
    """Each piece together with the same piece of the articles that cut the words into the same pieces."""
    also = [other for other in printing.also if len(other) == len(printing.pieces)]
    return tuple((piece, *(other[n] for other in also)) for n, piece in enumerate(printing.pieces))


def _length(printing: Printing) -> str:
    pieces = len(printing.pieces)
    return _words(printing.words) + (f" in {pieces} pieces" if pieces > 1 else "")


def _words(number: int) -> str:
    return count(number, "word")


def _marked(excerpts: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    """Places to mark, in order, where they overlap only once."""
    kept: list[Excerpt] = []
    for excerpt in sorted(set(excerpts)):
        if not kept or excerpt.span.start >= kept[-1].span.end or excerpt.span.article_id != kept[-1].span.article_id:
            kept.append(excerpt)
    return tuple(kept)


def _note(difference: Difference) -> Iterable[Part]:
    before, between, behind = SAYS[difference.kind]
    yield Part(before)
    yield from _shown(difference.here if difference.here else difference.there)
    if between:
        yield Part(between)
        yield from _shown(difference.there)
    if behind:
        yield Part(behind)


def _shown(excerpts: Sequence[Excerpt]) -> Iterable[Part]:
    """Words of an article; many words by the first and the last few of them."""
    length = sum(count_words(excerpt.text) for excerpt in excerpts)
    if length <= LONG:
        for number, excerpt in enumerate(excerpts):
            if number:
                yield Part("and")
            yield Part(words=excerpt)
        return
    yield Part(f"{_words(length)}, from")
    yield Part(words=_ends(excerpts[0])[0])
    yield Part("to")
    yield Part(words=_ends(excerpts[-1])[1])


def _ends(excerpt: Excerpt) -> tuple[Excerpt, Excerpt]:
    """The first and the last few words."""
    text = excerpt.text
    first = len(text) - len(text.split(None, ENDS)[-1]) if len(text.split(None, ENDS)) > ENDS else len(text)
    last = len(text.rsplit(None, ENDS)[0]) if len(text.rsplit(None, ENDS)) > ENDS else 0
    return _part(excerpt, 0, first), _part(excerpt, last, len(text))


def _part(excerpt: Excerpt, start: int, end: int) -> Excerpt:
    text = excerpt.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    first = excerpt.span.start + start
    return Excerpt(span=Span(article_id=excerpt.span.article_id, start=first, end=first + len(text)), text=text)


def _stated(statements: Iterable[Statement], story: Story) -> Iterable[StatedLine]:
    same: dict[str, list[Excerpt]] = {}
    for statement in statements:
        same.setdefault(visible_text(statement.excerpt.text), []).append(statement.excerpt)
    for excerpts in same.values():
        yield StatedLine(outlets=printed_by(excerpts, story), excerpts=tuple(excerpts))
