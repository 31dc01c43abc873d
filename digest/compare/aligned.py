"""Find what sentences that report one fact name differently: "14 migrants", "14 refugees"; "raid on", "attack on"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from digest.compare.sentences import Line
from digest.language import subject
from digest.language.terms import Word, content_set, function_words, stem, stems_held, words
from digest.model import Agreement, Article, QuoteGroup, Span, Wording, WordingVariant

EXAMPLES = 3
LEAST = 4  # letters of a word that names something
ENDINGS = ("ing", "ed", "ly")  # two words for one thing have the same of these, or none
CLAUSE = re.compile(r"[;:—–]|,(?=\s)")
MARK = re.compile(r"[“”„\"«»]")
EDGE = Word("", 0, 0)  # beside the first and the last word


class Pair(NamedTuple):
    """Two words in one place: `about` says which place, `first` and `second` are the words.

    Only with one of the stems of its `frame` does a word mean what it means there: "stay calm", not "stay indoors".
    """

    about: str
    first: str
    second: str
    frame: frozenset[str] = frozenset()


def aligned_wordings(
    agreements: Sequence[Agreement],
    articles: Sequence[Article],
    lines: Sequence[Line],
    quotes: Sequence[QuoteGroup] = (),
) -> list[Wording]:
    """List pairs of words in the same place of sentences that report the same; first those that the other never uses.

    An article that uses the other's word, too, prefers none. Words in quotation marks are no article's own.
    """
    quoted = [quote.excerpt.span for group in quotes for quote in group.quotes]
    by_excerpt = {line.excerpt: line for line in lines}

    def known(number: int) -> frozenset[str]:
        return stems_held(articles[number].text, language=articles[number].language)

    found: dict[frozenset[str], Wording] = {}
    for agreement in agreements:
        for one, other in combinations([by_excerpt[e] for e in agreement.sentences if e in by_excerpt], 2):
            for pair in (*_counted(one, other), *_framed(one, other), *_replaced(one, other)):
                heads = [stem(word, language=one.language) for word in (pair.first, pair.second)]
                if heads[0] in known(other.article) or heads[1] in known(one.article):
                    continue
                if _is_quoted(pair.first, one, quoted) or _is_quoted(pair.second, other, quoted):
                    continue
                variants = (
                    _variant(articles, one, pair.first, pair.frame),
                    _variant(articles, other, pair.second, pair.frame),
                )
                found.setdefault(frozenset(heads), Wording(about=pair.about, variants=variants))
    return list(found.values())


def _is_quoted(word: str, line: Line, quoted: Sequence[Span]) -> bool:
    """Whether a word stands in a sentence in quotation marks only: it is the speaker's, not the article's."""
    span = line.excerpt.span
    near = [q for q in quoted if q.article_id == span.article_id and q.start < span.end and span.start < q.end]
    places = [span.start + w.start for w in words(line.excerpt.text) if w.text == word] if near else []
    return bool(places) and all(any(q.start <= place < q.end for q in near) for place in places)


def _counted(one: Line, other: Line) -> Iterator[Pair]:
    """The nouns that a number in common counts: "14 migrants", "14 refugees", if their clauses tell the same of them.

    "30 workers were sent home" and "30 firefighters fought the flames" are two things.
    """
    first, second = _after_numbers(one), _after_numbers(other)
    for number in sorted(first.keys() & second.keys()):
        (noun, told), (another, also_told) = first[number], second[number]
        if told & also_told or not (told and also_told):
            yield from _differing(f"{number} …", noun, another, one.language)


def _after_numbers(line: Line) -> dict[str, tuple[str, frozenset[str]]]:
    """The nouns in the plural right after a number, by the number, and the other stems of their clause."""
    return {
        number.text: (noun.text, _clause_of(part, number, noun, line.language))
        for part in _unquoted(line)
        for number, noun in pairwise(words(part))
        if number.text[0].isdigit() and noun.text.islower() and len(noun.text) >= LEAST and noun.text.endswith("s")
    }


def _clause_of(text: str, number: Word, noun: Word, language: str) -> frozenset[str]:
    """The other stems of the clause in which a number counts a noun."""
    ends = [0, *(mark.end() for mark in CLAUSE.finditer(text)), len(text)]
    start = max(end for end in ends if end <= number.start)
    end = min(end for end in ends if end >= noun.end)
    own = (number.text, stem(number.text), stem(noun.text, language=language))
    return content_set(text[start:end], language=language).difference(own)


def _framed(one: Line, other: Line) -> Iterator[Pair]:
    """The nouns before the same preposition and name: "raid on Port Sand", "attack on Port Sand"."""
    first, second = _frames(one), _frames(other)
    for place in sorted(first.keys() & second.keys()):
        yield from _differing(f"… {' '.join(place)}", first[place], second[place], one.language)


def _frames(line: Line) -> dict[tuple[str, str], str]:
    upon = _data(line.language).get("upon", ())
    parts = [list(words(part)) for part in _unquoted(line)]
    return {
        (at.text, name.text): noun.text
        for listed in parts
        for noun, at, name in zip(listed, listed[1:], listed[2:], strict=False)
        if at.text in upon and name.text[0].isupper() and _names_something(noun.text, line)
    }


def _replaced(one: Line, other: Line) -> Iterator[Pair]:
    """The words between the same words, of which two stand on one side: "arrested a monk in", "detained a monk"."""
    first, second = _between(one), _between(other)
    for place in sorted(first.keys() & second.keys()):
        word, about = first[place]
        frame = content_set(about, language=one.language)
        for pair in _differing(about, word, second[place][0], one.language):
            yield pair._replace(frame=frame)


def _between(line: Line) -> dict[tuple[str, ...], tuple[str, str]]:
    """Each word that names something, by the words around it, and these as they are written."""
    skip = function_words(line.language) | {word for date in line.dates for word in date.split()}
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    listed = [EDGE, EDGE]
    for part in _unquoted(line):
        listed += [*words(part), EDGE, EDGE]
    for place in range(2, len(listed) - 2):
        word = listed[place].text
        if not _names_something(word, line):
            continue
        for before, after in (((-2, -1), (1,)), ((-1,), (1, 2))):
            around = [listed[place + step].text for step in (*before, *after)]
            if sum(map(bool, around)) > 1 and any(_tells(text, skip) for text in around):
                stems = [stem(text, language=line.language) for text in around]
                shown = _shown([*around[: len(before)], "…", *around[len(before) :]], skip)
                found[(*stems[: len(before)], "", *stems[len(before) :])] = (word, shown)
    return found


def _tells(text: str, skip: AbstractSet[str]) -> bool:
    """Whether a word near another tells what that is about: no word of grammar, no number, and no "sexually"."""
    return bool(text) and text.lower() not in skip and not text.endswith("ly") and not text[0].isdigit()


def _shown(frame: Sequence[str], skip: AbstractSet[str]) -> str:
    """The words around a place without those of grammar at their ends: "troops to … in" -> "troops to …"."""
    ends = [at for at, text in enumerate(frame) if text == "…" or _tells(text, skip)]
    return " ".join(frame[ends[0] : ends[-1] + 1])


def _unquoted(line: Line) -> Sequence[str]:
    """What a sentence says in its own words: how somebody put it who is quoted, is not an outlet's choice."""
    return MARK.split(line.excerpt.text)[::2]


def _names_something(word: str, line: Line) -> bool:
    numbers = {text.split(" ")[0] for text in (*line.numbers, *line.figures.values())}  # "eight candidates"
    return word.islower() and len(word) >= LEAST and word not in function_words(line.language) and word not in numbers


def _differing(about: str, first: str, second: str, language: str) -> Iterator[Pair]:
    """The pair, if the two words are no forms of one and alike in their ending."""
    one, other = stem(first, language=language), stem(second, language=language)
    begin = min(len(one), len(other), LEAST)
    if one[:begin] == other[:begin] or _ending(first) != _ending(second):
        return
    if not {one, other} & _plain(language):
        yield Pair(about, first, second)


@cache
def _plain(language: str) -> frozenset[str]:
    """The stems of words that name nothing: verbs of saying, and vague nouns."""
    data = _data(language)
    return frozenset(stem(str(word), language=language) for key in ("saying", "vague") for word in data.get(key, ()))


def _ending(word: str) -> tuple[str, bool]:
    ending = next((e for e in ENDINGS if word.endswith(e)), "")
    return ending, word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _data(language: str) -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = subject(language, "compare")["wording"]
    return found


def _variant(articles: Sequence[Article], line: Line, phrase: str, frame: AbstractSet[str]) -> WordingVariant:
    """How often an article uses a word, in whatever form; the sentence in which it was found is the first example."""
    article = articles[line.article]
    head = stem(phrase, language=article.language)
    told = [
        article.sentence_at(w.start) for w in words(article.text) if stem(w.text, language=article.language) == head
    ]
    held = {at: content_set(article.sentence_excerpt(at).text, language=line.language) for at in told if frame}
    places = [at for at in told if not frame or frame & held[at] or at == line.index]
    examples = tuple(article.sentence_excerpt(index) for index in dict.fromkeys((line.index, *places)))
    return WordingVariant(article_id=article.id, phrase=phrase, count=len(places), examples=examples[:EXAMPLES])
