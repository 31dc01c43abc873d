"""Word what several sentences have in common, in the words of the first of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, permutations

from digest.compare.sentences import Line
from digest.language import subject
from digest.language.background import rarity
from digest.language.name_pieces import bare_titles, name_pieces
from digest.language.numerals import number_words
from digest.language.senses import senses_of
from digest.language.terms import Word, content_stems, function_words, stem, stems, words

LONE = 2  # digits up to which a number by itself says nothing
PARTY = re.compile(r"[A-Z]-[A-Z][a-z]*")  # "D-Calif", which says whose member a member of parliament is
COMPOUND = re.compile(r"[^\W_]++(?:-[^\W_]++)++")  # "same-day"
TELLING = 2.0  # nats of rarity below which a lone word in common says nothing


def shared_terms(lines: Sequence[Line], *, language: str = "en") -> tuple[str, ...]:
    """The figures, names and words that all the sentences share, each as the first sentence writes it."""
    text = lines[0].excerpt.text
    common = set(lines[0].stems).intersection(*(line.stems for line in lines[1:]))
    neighbours = set.intersection(
        *({*pairwise(content_stems(line.excerpt.text, language=line.language))} for line in lines)
    )
    neighbours |= {pair for name in _names(lines) for pair in permutations(content_stems(name, language=language), 2)}
    figures = [
        _plainest([line.figures[key] for line in lines])
        for key in lines[0].figures
        if all(key in line.figures for line in lines[1:])
    ]
    digits = {w.text for figure in figures for w in words(figure)}
    skip, known, pieces = function_words(language), stems(language), name_pieces(language)
    runs: list[list[Word]] = []
    for word in words(text):
        if known[word.text] not in common or word.text in digits:
            continue
        if word.text.lower() in skip and not word.text[0].isupper():
            continue
        if runs and _joined(runs[-1][-1], word, text, pieces) and _together(runs[-1][-1], word, neighbours, language):
            runs[-1].append(word)
        else:
            runs.append([word])
    longer = {word.text.lower() for run in runs if len(run) > 1 for word in run}
    compounds = [match.span() for match in COMPOUND.finditer(text)]
    split = [at for at in compounds if not _all_have(text[slice(*at)], lines)]
    told = [
        text[_edge(run[0], text, compounds)[0] : _edge(run[-1], text, compounds)[1]]
        for run in (_trimmed(run, split) for run in runs)
        if len(run) > 1 or (run and _tells(run[0], language) and run[0].text.lower() not in longer)
    ]
    return tuple(dict.fromkeys([*figures, *(term for term in told if not PARTY.fullmatch(term))]))


def all_have(terms: Sequence[str], lines: Sequence[Line]) -> tuple[str, ...]:
    """Those terms of which every article has all words in its sentences, be it in another form: "8" is "eight"."""
    language = lines[0].language
    held: dict[int, set[str]] = {}
    for line in lines:
        held.setdefault(line.article, set()).update(senses_of(line.stems, language=language))
    common = set.intersection(*held.values())

    def has(term: str) -> bool:
        senses = senses_of(content_stems(term, language=language), language=language)
        numbers = [sense for sense in senses if sense[0].isdigit()] if term[0].isdigit() else []
        return common.issuperset(numbers or senses)  # "50 percent" is "50%"

    return tuple(filter(has, terms))


def _all_have(compound: str, lines: Sequence[Line]) -> bool:
    return all(compound.lower() in line.excerpt.text.lower() for line in lines)


def _trimmed(run: list[Word], split: Sequence[tuple[int, int]]) -> list[Word]:
    """A run without the halves of compounds at its edges that not all have: "boat" of "small-boat" and "big-boat"."""
    first, last = 0, len(run)
    while first < last and any(start < run[first].start < end for start, end in split):
        first += 1
    while first < last and any(start < run[last - 1].end < end for start, end in split):
        last -= 1
    return run[first:last]


def _edge(word: Word, text: str, compounds: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where a word begins and ends, or the compound of which it is a part: "same-day"."""
    own = (_begin(word.start, text), word.end)
    return next(((start, end) for start, end in compounds if start <= word.start < end), own)


def _plainest(found: Sequence[str]) -> str:
    """What all say of a figure, as the one says it who says least: "eight boats" of "at least eight boats"."""
    shortest = min(found, key=lambda text: len(words(text)))
    low = [{word.text.lower() for word in words(text)} for text in found]
    for word in words(shortest):
        if word.text[0].isdigit() or all(word.text.lower() in others for others in low):
            return shortest[shortest.rfind(" ", 0, word.start) + 1 :]  # "£2", "US$2"
    return shortest


def _begin(start: int, text: str) -> int:
    """Where a word begins that holds more than letters: "14th"."""
    while start and text[start - 1].isalnum():
        start -= 1
    return start


def _joined(before: Word, word: Word, text: str, pieces: frozenset[str]) -> bool:
    between = text[before.end : word.start]
    return between in (" ", "-", "\u00a0") or (between == ". " and before.text in pieces and word.text[0].isupper())


def _together(before: Word, word: Word, neighbours: set[tuple[str, str]], language: str) -> bool:
    """Whether all sentences have the two words side by side, or both are parts of one name."""
    return (stem(before.text, language=language), stem(word.text, language=language)) in neighbours


def _names(lines: Sequence[Line]) -> list[str]:
    """The people and organizations that all the sentences name."""
    return sorted(frozenset.intersection(*(line.people | line.organizations for line in lines)))


def _tells(word: Word, language: str) -> bool:
    base = stem(word.text, language=language)
    if word.text in name_pieces(language) or (word.text[0].isupper() and word.text.lower() in bare_titles(language)):
        return False  # "St", "Vice"
    if base in plain_stems(language) or word.text.lower() in _moments(language) | number_words(language):
        return False  # "Today" is another day in each article; a figure in common stands first
    if word.text[0].isdigit():
        return len(word.text) > LONE  # the 24 of a "B-24", the 1 of "May 1"
    return rarity(base, language=language) >= TELLING  # the "New" of "New Melk" tells nothing


@cache
def _moments(language: str) -> frozenset[str]:
    """The words for a day that is another one each day: "today"."""
    return frozenset(map(str, subject(language, "dates")["days"]))


@cache
def plain_stems(language: str = "en") -> frozenset[str]:
    """The stems of words of reporting ("according"), which tell nothing although they are not common."""
    return frozenset(stem(str(word), language=language) for word in subject(language, "compare")["plain"])
