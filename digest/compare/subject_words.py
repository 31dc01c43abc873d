"""The words and names that mark a story, and two of them that stand in a row.

A story is known by the words that weigh most in its articles (`Cluster.marks`). Names of people are left out, for
people are told by themselves; names of places and organizations may mark a topic, but not all alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from digest.language.terms import POSSESSIVE, WORD, stem
from digest.model import Mark, Organization, Person, Place, Story

TWICE = 2  # times that two words have to stand in a row in a story
LONGEST = 100_000  # letters of an article in which the words are looked for

Key = tuple[str, ...]
"""The code of a language, and the stem of a word in it or the stems of two in a row."""


class Marking(NamedTuple):
    """How a word marks a story: as it is written there, how much it weighs, and which articles have it, in order.

    `is_known` is True for a part of a place's or an organization's name.
    """

    form: str
    weight: float
    articles: tuple[str, ...]
    is_known: bool


def markings(story: Story) -> Mapping[Key, Marking]:
    """What marks a story: its words, and then two of them in a row that half of its articles have."""
    language = Counter(article.language for article in story.articles).most_common(1)[0][0]
    people = _stems(_people(story), language)
    known = _stems(_others(story), language)
    marks: dict[str, Mark] = {}
    for mark in story.cluster.marks:
        key = stem(mark.term, language=language)
        if len(key) > 1 and not (mark.is_name and key in people):
            marks.setdefault(key, mark)
    looked = _look(story, marks, language)
    found: dict[Key, Marking] = {}
    for key, mark in marks.items():
        if articles := looked.whole.get(key):
            is_known = mark.is_name and key in known
            form = POSSESSIVE.sub("", mark.term)
            found[language, key] = Marking(form, mark.weight, tuple(articles), is_known)
    for (first, second), articles in looked.rows.items():
        times = looked.forms[first, second]
        if 2 * len(articles) >= len(story.articles) and times.total() >= TWICE:
            form = min(times, key=lambda form: (-times[form], form))
            is_known = found[language, first].is_known or found[language, second].is_known
            weight = marks[first].weight + marks[second].weight
            found[language, first, second] = Marking(form, weight, tuple(articles), is_known)
    return found


class _Looked(NamedTuple):
    """The articles that have each mark, and those that have two of them in a row, with the forms of these."""

    whole: Mapping[str, list[str]]
    rows: Mapping[tuple[str, str], list[str]]
    forms: Mapping[tuple[str, str], Counter[str]]


def _look(story: Story, marks: Mapping[str, Mark], language: str) -> _Looked:
    """Look for marks in a story's texts; a piece of a word, as in "chick-fil-a", is none."""
    found = _Looked(defaultdict(list), defaultdict(list), defaultdict(Counter))
    stems: dict[str, str] = {}  # of the words met so far, those of marks alone
    for article in story.articles:
        text = article.text[:LONGEST]
        here: dict[str, None] = {}
        rows: dict[tuple[str, str], None] = {}
        last, begin, end = "", 0, -1
        for match in WORD.finditer(text):
            word = match[0]
            if word not in stems:
                term = stem(word, language=language)
                stems[word] = term if term in marks else ""
            key = stems[word]
            start, stop = match.span()
            if not key or text[start - 1 : start] == "-" or text[stop : stop + 1] == "-":
                continue
            here[key] = None
            if last not in ("", key) and text[end:start] == " ":
                found.forms[last, key][_written(text[begin:stop], marks[last], marks[key])] += 1
                rows[last, key] = None
            last, begin, end = key, start, stop
        for key in here:
            found.whole[key].append(article.id)
        for row in rows:
            found.rows[row].append(article.id)
    return found


def _written(text: str, *marks: Mark) -> str:
    """Two words as they stand, in lower case where they are no names."""
    return POSSESSIVE.sub("", text if any(mark.is_name for mark in marks) else text.lower())


def _people(story: Story) -> Iterator[str]:
    """All that people are called in a story, and what they are: "Gov." """
    for person in story.comparison.people:
        yield from (person.name, *person.aliases, *(role.text for role in person.roles))
    for findings in story.findings:
        yield from _forms(findings.people)


def _others(story: Story) -> Iterator[str]:
    for findings in story.findings:
        yield from _forms((*findings.organizations, *findings.places))


def _forms(named: Iterable[Person | Organization | Place]) -> Iterator[str]:
    for one in named:
        yield one.name
        yield from (mention.excerpt.text for mention in one.mentions)


def _stems(texts: Iterable[str], language: str) -> frozenset[str]:
    """The stems of the words with a capital in some names."""
    found = {word for text in set(texts) for word in WORD.findall(text)}
    return frozenset(stem(word, language=language) for word in found if word[0].isupper())
