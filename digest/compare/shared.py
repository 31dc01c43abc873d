"""Word what several sentences have in common, in the words of the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from digest.compare.sentences import Line
from digest.language import subject
from digest.language.background import rarity
from digest.language.numerals import number_words
from digest.language.terms import Word, content_stems, function_words, stem, stems, words

LONE = 2  # digits up to which a number by itself says nothing
TELLING = 2.0  # nats of rarity below which a lone word in common says nothing


def shared_terms(lines: Sequence[Line], *, language: str = "en") -> tuple[str, ...]:
    """The figures, names and words that all the sentences share, each as the first sentence writes it."""
    text = lines[0].excerpt.text
    common = set(lines[0].stems).intersection(*(line.stems for line in lines[1:]))
    neighbours = set.intersection(
        *({*pairwise(content_stems(line.excerpt.text, language=line.language))} for line in lines)
    )
    figures = [
        _plainest([line.figures[key] for line in lines])
        for key in lines[0].figures
        if all(key in line.figures for line in lines[1:])
    ]
    digits = {w.text for figure in figures for w in words(figure)}
    skip, known = function_words(language), stems(language)
    runs: list[list[Word]] = []
    for word in words(text):
        if known[word.text] not in common or word.text in digits:
            continue
        if word.text.lower() in skip and not word.text[0].isupper():
            continue
        if runs and _joined(runs[-1][-1], word, text) and _together(runs[-1][-1], word, neighbours, language):
            runs[-1].append(word)
        else:
            runs.append([word])
    longer = {word.text.lower() for run in runs if len(run) > 1 for word in run}
    found = [
        text[_begin(run[0].start, text) : run[-1].end]
        for run in runs
        if len(run) > 1 or (_tells(run[0], language) and run[0].text.lower() not in longer)
    ]
    return tuple(dict.fromkeys([*figures, *found]))


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


def _joined(before: Word, word: Word, text: str) -> bool:
    return text[before.end : word.start] in (" ", "-", "\u00a0")


def _together(before: Word, word: Word, neighbours: set[tuple[str, str]], language: str) -> bool:
    """Whether all sentences have the two words side by side, or both are parts of a name."""
    pair = (stem(before.text, language=language), stem(word.text, language=language))
    return (before.text[0].isupper() and word.text[0].isupper()) or pair in neighbours


def _tells(word: Word, language: str) -> bool:
    base = stem(word.text, language=language)
    if base in plain_stems(language) or word.text.lower() in _moments(language) | number_words(language):
        return False  # "Today" is another day in each article; a figure in common stands first
    if word.text[0].isdigit():
        return len(word.text) > LONE  # the 24 of a "B-24", the 1 of "May 1"
    return word.text[0].isupper() or rarity(base, language=language) >= TELLING


@cache
def _moments(language: str) -> frozenset[str]:
    """The words for a day that is another one each day: "today"."""
    return frozenset(map(str, subject(language, "dates")["days"]))


@cache
def plain_stems(language: str = "en") -> frozenset[str]:
    """The stems of words of reporting ("according"), which tell nothing although they are not common."""
    return frozenset(stem(str(word), language=language) for word in subject(language, "compare")["plain"])
