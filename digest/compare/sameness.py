"""Tell whether two quotations are one utterance: a cut of it, or the same words translated by somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cache

from digest.compare.alignment import HEAD, LONG_RUN, Said, Tile, align
from digest.language import subject
from digest.language.denying import denials
from digest.language.name_roles import is_role
from digest.language.senses import opposites, sides

CUT = 0.85  # share of the shorter one's words, by what they tell, that the longer one has too
LONGER_RUN = 9  # words in a row that prove a cut in any case; LONG_RUN do if they tell something (RARE)
WITH_LONG_RUN = 0.65  # share of the shorter one's words in common, where the rest of it was changed
TRANSLATED = 0.6  # share of the longer one's words, and of the content of both, that translations have in common
IN_ORDER = 0.6  # of what translations have in common, the share that stands in one order
TOLD = 4  # words of content in common that two translations, or words of an unknown speaker, must have
RARE = 9.5  # nats that words in a row weigh where they tell something
LEAST = 3.0  # nats that words in common weigh, where fewer than SHORT: "bottom line", but not "this city"
SHORT = 4
SPELLED = 0.7  # share of a word's letters, from the first, that another spelling of it has: "harbour", "harbor"


def sameness(one: Said, other: Said, *, known: bool, apart: bool, language: str = "en") -> float:
    """How surely two quotations are one utterance: 0 where they are not, else up to 1.

    `known` means that both are said by one speaker; else only long cuts count. Two translations are looked for in
    different articles (`apart`) only: who repeats a thing in other words has said two things.
    """
    short, long = (one, other) if (one.weight, one.forms) <= (other.weight, other.forms) else (other, one)
    if not _worth_it(short, long, known=known):
        return 0.0
    chain, moved = align(short, long)
    tiles = (*chain, *moved)
    content = sum(sum(short.content[tile.one : tile.one + tile.length]) for tile in tiles)
    common, uncut = (
        sum(sum(short.weights[tile.one : tile.one + tile.length]) for tile in some) for some in (tiles, chain)
    )
    run = max((tile.length for tile in tiles), default=0)
    if not content or (run < SHORT and common < LEAST) or (run == 1 and len(short.stems) == 1 < len(long.stems)):
        return 0.0
    respelled = sum(short.weights[place] for place in _respelled(chain, short, long))
    share, whole = min(1.0, (uncut + respelled) / short.weight), min(1.0, (common + respelled) / long.weight)
    if share >= CUT or not known:
        enough = known or content >= TOLD or (run >= SHORT and common >= RARE)
        return share if share >= CUT and enough else 0.0
    if any(_overlap(tile, short, long, language) for tile in chain):
        return share
    in_both = 2 * content / (sum(short.content) + sum(long.content))
    changed = any(_proves(tile, short, language) for tile in chain) and share >= WITH_LONG_RUN
    in_order = uncut >= IN_ORDER * common
    translated = apart and in_order and min(whole, in_both) >= TRANSLATED and content >= TOLD
    if (changed or translated) and not _contradict(tiles, short, long, language):
        return max(share if changed else 0.0, whole)
    return 0.0


def _proves(tile: Tile, one: Said, language: str) -> bool:
    """Whether a run is so long, or tells so much, that nobody says it twice: more than somebody's office."""
    if tile.length < LONG_RUN or _is_office(tile, one, language):
        return False
    return tile.length >= LONGER_RUN or sum(one.weights[tile.one : tile.one + tile.length]) >= RARE


def _is_office(tile: Tile, one: Said, language: str) -> bool:
    """Whether all that a run tells is a name or an office: "the attorney general of the United States"."""
    told = (word for word in range(tile.one, tile.one + tile.length) if one.content[word])
    written = (one.pieces[one.piece[word]].text[one.starts[word] : one.ends[word]] for word in told)
    return all(word[0].isupper() or is_role(word, language=language) for word in written)


def _overlap(tile: Tile, one: Said, other: Said, language: str) -> bool:
    """Whether a run ends the one and begins the other: two cuts, of which each goes on where the other stops."""
    if not _proves(tile, one, language):
        return False
    ends = tile.one + tile.length == len(one.stems), tile.other + tile.length == len(other.stems)
    return (ends[0] and tile.other == 0) or (ends[1] and tile.one == 0)


def _worth_it(short: Said, long: Said, *, known: bool) -> bool:
    """Whether the two may have enough in common, whatever its order; to ask that costs little."""
    if short.telling.isdisjoint(long.telling):
        return False
    if known and not short.runs.isdisjoint(long.runs):
        return True
    words = zip(short.stems, short.weights, strict=True)
    most = sum(weight for word, weight in words if word in long.all or word[:HEAD] in long.heads)
    return most >= CUT * short.weight or (known and most >= TRANSLATED * long.weight)


def gaps(chain: Iterable[Tile], one: Said, other: Said) -> Iterable[tuple[range, range]]:
    """The words of both texts that stand before, between and behind the runs in common."""
    start_one = start_other = 0
    for tile in (*chain, Tile(len(one.stems), len(other.stems), 0)):
        yield range(start_one, tile.one), range(start_other, tile.other)
        start_one, start_other = tile.one + tile.length, tile.other + tile.length


def _respelled(chain: Iterable[Tile], one: Said, other: Said) -> Iterable[int]:
    """The words that stand opposite to another spelling of them."""
    for here, there in gaps(chain, one, other):
        if len(here) == len(there) == 1 and same_spelling(one.stems[here[0]], other.stems[there[0]]):
            yield here[0]


def same_spelling(one: str, other: str) -> bool:
    """Whether two words are one in two spellings: they begin alike, and are almost as long."""
    common = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    longer = max(len(one), len(other))
    return common >= SPELLED * longer and abs(len(one) - len(other)) <= 2 and not one[:1].isdigit()


def _contradict(tiles: Iterable[Tile], one: Said, other: Said, language: str) -> bool:
    """Whether what is not in common holds another number, a word that denies in one only, or two opposites."""
    first = _rest(one, {tile.one + k for tile in tiles for k in range(tile.length)})
    second = _rest(other, {tile.other + k for tile in tiles for k in range(tile.length)})
    numbers = [{form for form in forms if form[0].isdigit()} for forms, _ in (first, second)]
    if all(numbers) and numbers[0] != numbers[1]:
        return True
    if bool(first[0] & denials(language)) != bool(second[0] & denials(language)):
        return True
    return any(_opposites(language).get(word, frozenset()) & second[1] for word in first[1])


def _rest(text: Said, common: Set[int]) -> tuple[set[str], set[str]]:
    """The words and the stems of a text that are not in common."""
    places = [place for place in range(len(text.stems)) if place not in common]
    return {text.forms[place] for place in places}, {text.stems[place] for place in places}


@cache
def _opposites(language: str) -> Mapping[str, frozenset[str]]:
    """The stems of words that mean the opposite of a stem."""
    found: dict[str, frozenset[str]] = {}
    opposed = (sides(row, language) for row in subject(language, "compare").get("opposed", ()))
    for first, second in (*opposites(language), *opposed):
        for words, others in ((first, second), (second, first)):
            found |= {word: found.get(word, frozenset()) | others for word in words}
    return found
