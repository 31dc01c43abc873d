"""Explain how a printing of an utterance differs from the fullest one: what it leaves out, and where words differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import dropwhile
from typing import NamedTuple

from digest.compare.alignment import Said, Tile, align
from digest.compare.sameness import gaps
from digest.language.denying import denials
from digest.language.terms import WORD, function_words
from digest.model import Difference, DifferenceKind, Excerpt

AT_ODDS, SPARE = 3, 3  # "so many times, and so many words more": then words do not stand for those of the other
GRAMMAR = 3  # words without content that a page does not mention where they are missing


class _Pair(NamedTuple):
    """A printing, the fullest one, the words of grammar that tell something nevertheless, and whether all words do."""

    printing: Said
    fullest: Said
    telling: frozenset[str]
    every: bool = False


class _Gap(NamedTuple):
    """Words of both that are not in common, between two runs that are."""

    ours: range
    theirs: range
    first: bool
    last: bool


def differences(printing: Said, fullest: Said, *, language: str = "en") -> tuple[Difference, ...]:
    """List the differences in the order of the words; those of order come last.

    Where nothing but a word or two of grammar is missing, the printings are the same; else all that is missing is told.
    """
    chain, moved = align(printing, fullest)
    pair = _Pair(printing, fullest, denials(language))
    found = _listed(pair, chain, moved, language) if chain else ()
    if all(difference.kind is DifferenceKind.ORDER for difference in found):
        return found
    return _listed(pair._replace(every=True), chain, moved, language)


def _listed(pair: _Pair, chain: Sequence[Tile], moved: Sequence[Tile], language: str) -> tuple[Difference, ...]:
    printing, fullest = pair.printing, pair.fullest
    here = {tile.one + k for tile in moved for k in range(tile.length)}
    there = {tile.other + k for tile in moved for k in range(tile.length)}
    found: list[Difference] = []
    for number, (ours, theirs) in enumerate(gaps(chain, printing, fullest)):
        gap = _Gap(ours, theirs, number == 0, number == len(chain))
        found += _of_gap(gap, _left(ours, here), _left(theirs, there), pair)
        if not gap.last:
            tile = chain[number]
            found += _of_forms(tile, pair)
    found += [
        Difference(
            kind=DifferenceKind.ORDER,
            here=printing.between(tile.one, tile.one + tile.length),
            there=fullest.between(tile.other, tile.other + tile.length),
        )
        for tile in moved
    ]
    return _with_moved(found, language)


def _with_moved(found: Sequence[Difference], language: str) -> tuple[Difference, ...]:
    """Tell words that are missing in one place and stand in another as moved, so that nobody takes them for lost."""
    here = {_words(d.here, language): d for d in found if d.kind is DifferenceKind.ADDED}
    there = {_words(d.there, language): d for d in found if not d.here}
    pairs = [(here[words], there[words]) for words in here if words and words in there]
    paired = {id(difference) for pair in pairs for difference in pair}
    moved = (Difference(kind=DifferenceKind.ORDER, here=one.here, there=other.there) for one, other in pairs)
    return (*(d for d in found if id(d) not in paired), *moved)


def _words(excerpts: Sequence[Excerpt], language: str) -> tuple[str, ...]:
    """The words in small letters, from the first on that is not of grammar: "and it was late" is "late"."""
    words = WORD.findall(" ".join(excerpt.text for excerpt in excerpts).lower())
    grammar = function_words(language)
    return tuple(dropwhile(lambda word: word in grammar, words))


def _left(places: range, elsewhere: Set[int]) -> list[int]:
    return [place for place in places if place not in elsewhere]


def _of_forms(tile: Tile, pair: _Pair) -> Iterator[Difference]:
    """Other forms of the same words: "defence" for "defense", "limits" for "limit"."""
    for one, other in ((tile.one + k, tile.other + k) for k in range(tile.length)):
        if pair.printing.forms[one] != pair.fullest.forms[other]:
            yield Difference(
                kind=DifferenceKind.OTHER,
                here=pair.printing.between(one, one + 1),
                there=pair.fullest.between(other, other + 1),
            )


def _of_gap(gap: _Gap, ours: list[int], theirs: list[int], pair: _Pair) -> Iterator[Difference]:
    printing, fullest, telling, every = pair
    before = len(theirs)
    gap = _without_same(gap, ours, theirs, pair)
    parted = before > len(theirs) and not ours  # words of the printing stand between those that it leaves out
    here = _excerpts(ours, printing, telling, alone=not theirs and not every)
    there = _excerpts(theirs, fullest, telling, alone=not ours and not every)
    cut_here = _has_ellipsis(gap.ours, printing)
    cut_there = _has_ellipsis(gap.theirs, fullest)
    missing = _missing(gap, printing, cut_here)
    if here and there and not (cut_here or cut_there or _at_odds(len(ours), len(theirs))):
        yield Difference(kind=DifferenceKind.OTHER, here=here, there=there)
        return
    if here:
        yield Difference(kind=DifferenceKind.FILLED if cut_there else DifferenceKind.ADDED, here=here)
    if there and parted and len(there) > 1:
        yield from _parted(there, missing)
    elif there:
        yield Difference(kind=missing, there=there)


def _parted(there: Sequence[Excerpt], missing: DifferenceKind) -> Iterator[Difference]:
    """Words that are missing at an edge, and those in the middle: "just" of "Well, that's just" for "that's"."""
    edges = {DifferenceKind.BEGINNING: there[:1], DifferenceKind.END: there[-1:]}
    edge = edges.get(missing, there)
    middle = Difference(kind=DifferenceKind.MIDDLE, there=tuple(e for e in there if e not in edge))
    own = Difference(kind=missing, there=tuple(edge))
    yield from (one for one in ((middle, own) if missing is DifferenceKind.END else (own, middle)) if one.there)


def _without_same(gap: _Gap, ours: list[int], theirs: list[int], pair: _Pair) -> _Gap:
    """Take out the words that both sides begin or end with: "the resilience" for "the toughness"."""
    first, last = gap.first, gap.last
    while ours and theirs and pair.printing.forms[ours[0]] == pair.fullest.forms[theirs[0]]:
        del ours[0], theirs[0]
        first = False
    while ours and theirs and pair.printing.forms[ours[-1]] == pair.fullest.forms[theirs[-1]]:
        del ours[-1], theirs[-1]
        last = False
    _without_held(ours, theirs, pair.printing.forms, pair.fullest.forms)
    _without_held(theirs, ours, pair.fullest.forms, pair.printing.forms)
    return gap._replace(first=first, last=last)


def _without_held(few: list[int], many: list[int], own: Sequence[str], others: Sequence[str]) -> None:
    """Take words out of both sides that one of them has among more: "that's" for "well, that's just"."""
    held: list[int] = []
    for place in many:
        if len(held) < len(few) and others[place] == own[few[len(held)]]:
            held.append(place)
    if held and len(held) == len(few):
        few.clear()
        many[:] = [place for place in many if place not in held]


def _missing(gap: _Gap, printing: Said, cut: bool) -> DifferenceKind:
    if gap.first or gap.last:
        return DifferenceKind.BEGINNING if gap.first else DifferenceKind.END
    if cut:
        return DifferenceKind.ELLIPSIS
    before, behind = max(0, gap.ours.start - 1), min(gap.ours.stop, len(printing.piece) - 1)
    parted = printing.piece[before] != printing.piece[behind]
    return DifferenceKind.BETWEEN if parted else DifferenceKind.MIDDLE


def _at_odds(one: int, other: int) -> bool:
    short, long = sorted((one, other))
    return long > AT_ODDS * short and long > short + SPARE


def _has_ellipsis(places: range, text: Said) -> bool:
    return any(place in text.gaps for place in range(places.start, places.stop + 1))


def _excerpts(places: Sequence[int], text: Said, telling: Set[str], *, alone: bool) -> tuple[Excerpt, ...]:
    """The words at some places; nothing where only a word or two of grammar stand, with nothing opposite to them."""
    grammar = not any(text.content[place] or text.forms[place] in telling for place in places)
    if alone and grammar and len(places) <= GRAMMAR:
        return ()
    found: list[Excerpt] = []
    start = 0
    for k in range(1, len(places) + 1):
        if k == len(places) or places[k] != places[k - 1] + 1:
            found += text.between(places[start], places[k - 1] + 1)
            start = k
    return tuple(found)
