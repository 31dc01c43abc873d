"""Cut a text into words, and reduce each word to a stem that its inflected forms share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain, islice
from typing import NamedTuple, TypeVar

from digest.language import subject
from digest.language.remembered import Remembered, of_sentences

Item = TypeVar("Item")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*+|\d+(?:[.,]\d+)*+")  # "China’s", "30", "2,000"
BETWEEN = re.compile(r"[\s—–…]|(?<!-)--(?!-)|\.{2,}")  # what stands between two words: "old--and new", but not "f---y"
LETTER = re.compile(r"[^\W_]")
POSSESSIVE = re.compile(r"['’]s?$")  # "China’s", "allies’"


class Word(NamedTuple):
    """A word as it stands, and where."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text, in order; marks are left out."""
    return _words[text]


_new = tuple.__new__  # what Word(…) does, without a call more for each of a story's words
_words = of_sentences(lambda text: tuple([_new(Word, (m[0], m.start(), m.end())) for m in WORD.finditer(text)]))


def first_words(text: str, number: int) -> list[Word]:
    """The first words and numbers of a text, for those who need no more of them."""
    return [_new(Word, (m[0], m.start(), m.end())) for m in islice(WORD.finditer(text), number)]


def plain_words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, in order, without their places."""
    return _plain_words[text]


_plain_words: Mapping[str, tuple[str, ...]] = of_sentences(lambda text: tuple(_in_pieces(text.split())))


def count_words(text: str) -> int:
    """How many words a reader counts: "re-election", "U.S." and "G8" are one each, a dash by itself is none."""
    return sum(LETTER.search(piece) is not None for piece in BETWEEN.split(text))


def _in_pieces(pieces: Iterable[str]) -> Iterator[str]:
    """The words of a text that was cut where it is blank, which no word goes over."""
    return chain.from_iterable(map(_in_piece.__getitem__, pieces))


_in_piece: Mapping[str, Sequence[str]] = Remembered(WORD.findall)  # most of them stand in many texts


def low_words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in small letters, in order, with one kind of apostrophe."""
    return _low_words[text]


_low_words = of_sentences(lambda text: tuple(" ".join(plain_words(text)).lower().replace("’", "'").split()))


def in_rows(found: Sequence[Item], length: int) -> Iterator[tuple[Item, ...]]:
    """Every so many in a row: "the old pier sank" in rows of three is "the old pier" and "old pier sank"."""
    return zip(*[found[offset:] for offset in range(length)], strict=False)


def many_in_rows(marks: Iterable[bool], length: int, least: int) -> list[bool]:
    """Whether so many of each `length` in a row are marked, for `in_rows`."""
    counts = [0, *accumulate(marks)]
    return [last - first >= least for first, last in zip(counts, counts[length:], strict=False)]


@lru_cache(maxsize=1 << 6)  # articles of the story at hand
def stems_held(text: str, *, language: str = "en") -> frozenset[str]:
    """The stems of all words of a text, the function words among them: what it takes to know what it never says."""
    known = stems(language)
    return frozenset([known[word] for word in {*_in_pieces({*text.split()})}])


@cache
def function_words(language: str) -> frozenset[str]:
    """The words of a language that carry grammar and no content, in lower case ("the", "which")."""
    return frozenset(str(word) for word in subject(language, "function_words")["words"])


@cache
def _suffixes(language: str) -> tuple[tuple[str, str], ...]:
    rules = subject(language, "function_words")["suffixes"]
    return tuple((str(suffix), str(instead or "")) for suffix, instead in rules)


@cache
def _irregular(language: str) -> dict[str, str]:
    return {
        str(form): str(base)
        for base, forms in subject(language, "function_words")["irregular"].items()
        for form in forms
    }


def stem(word: str, *, language: str = "en") -> str:
    """Reduce a word to lower case without its possessive and inflection: "Vows" and "vowed" -> "vow"."""
    return stems(language)[word]


@cache
def stems(language: str) -> Mapping[str, str]:
    """The stem of any word, for those who ask for many."""
    return Remembered(lambda word: _stem(word, language))


def _stem(word: str, language: str) -> str:
    low = POSSESSIVE.sub("", word.lower()).replace("’", "'")
    low = _irregular(language).get(low, low)
    if len(low) < 4 or not low.isalpha():
        return low
    for suffix, instead in _suffixes(language):
        if low.endswith(suffix) and len(low) - len(suffix) + len(instead) >= 3:
            low = low[: len(low) - len(suffix)] + instead
            break
    if len(low) > 4 and low[-1] == low[-2] and low[-1] not in "aeiouls":
        low = low[:-1]  # "stopped" -> "stop"
    return low[:-1] if len(low) > 3 and low.endswith("e") else low


def content_stems(text: str, *, language: str = "en") -> tuple[str, ...]:
    """The stems of a text's words without the function words, in order, with repetitions."""
    return _content_stems(language)[text]


@cache
def _content_stems(language: str) -> Mapping[str, tuple[str, ...]]:
    known = _content(language)
    return of_sentences(lambda text: tuple([term for word in plain_words(text) if (term := known[word])]))


def content_set(text: str, *, language: str = "en") -> frozenset[str]:
    """The same without order and repetitions, as pairs of sentences are held against each other by."""
    return _content_sets(language)[text]


@cache
def _content_sets(language: str) -> Mapping[str, frozenset[str]]:
    known = _content_stems(language)
    return of_sentences(lambda text: frozenset(known[text]))


def stems_of(found: Iterable[str], *, language: str = "en") -> frozenset[str]:
    """The stems of single words without the function words, for a text that was cut into words before."""
    known = _content(language)
    return frozenset([term for word in found if (term := known[word])])


def is_content(word: str, *, language: str = "en") -> bool:
    """Whether a single word tells something by itself: no function word, no lone letter."""
    return bool(_content(language)[word])


@cache
def _content(language: str) -> Mapping[str, str]:
    """The stem of any word that tells something, and nothing for any other."""
    return Remembered(lambda word: _content_stem(word, language))


def _content_stem(word: str, language: str) -> str:
    """The stem of a word, or nothing if the word is a function word or one letter."""
    low = POSSESSIVE.sub("", word.lower()).replace("’", "'")
    if low in function_words(language) or not (len(low) > 1 or low.isdigit()):
        return ""
    return stem(low, language=language)


def own_capitals(text: str, *, language: str = "en") -> list[str]:
    """The words of a sentence with a capital that is their own, for they do not open it: they are names, mostly.

    Where every noun has a capital, only several in a row are taken for a name: "Anna Weber", not "die Brücke".
    """
    return [*_capitals(language)[text]]


@cache
def _capitals(language: str) -> Mapping[str, tuple[str, ...]]:
    return of_sentences(lambda text: _own_capitals(text, language))


def _own_capitals(text: str, language: str) -> tuple[str, ...]:
    if not nouns_have_capitals(language):
        every = [word for word in plain_words(text) if len(word) > 1]
        return tuple([word for word in every[1:] if word[0].isupper()])
    found = [word for word in words(text) if len(word.text) > 1]
    capital = [word.text[0].isupper() for word in found]
    beside = [
        any(
            capital[other] and _is_beside(text, found, index, other)
            for other in (index - 1, index + 1)
            if 0 <= other < len(found)
        )
        for index in range(len(found))
    ]
    return tuple([word.text for index, word in enumerate(found) if index and capital[index] and beside[index]])


def _is_beside(text: str, found: list[Word], one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return text[found[first].end : found[last].start] == " "


@cache
def nouns_have_capitals(language: str) -> bool:
    """Whether a language writes every noun with a capital, as German does."""
    return bool(subject(language, "function_words").get("nouns_have_capitals"))
