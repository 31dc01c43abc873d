"""Choose the sentences that tell a point: all that the articles share, and little that only one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from digest.compare.contradicting import Contradictions
from digest.compare.sentences import Line
from digest.language.asides import without_asides
from digest.language.deeds import persons
from digest.language.hanging import hangs, is_speech
from digest.language.introduced import not_introduced
from digest.language.named_days import periods
from digest.language.numerals import number_words
from digest.language.quoting import MARKS, QUOTED, is_unmarked_speech, quoted_runs
from digest.language.telling import reporting_stems
from digest.language.terms import content_stems, low_words, plain_words, stem, words
from digest.language.times_of_day import times_of_day
from digest.model import Agreement, Excerpt

BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
QUOTING = 0.5  # of a sentence's words, from which those beside its quotation tell something themselves
LONG = 45  # words from which a sentence tells more than a point
MAIN = 0.4  # of what is in common, names aside, that a sentence tells in its main clauses
LEAST = 0.22  # of what a sentence tells, from 0 to 1, that is the point: less is another story


def choose_tellers(
    lines: Sequence[Line],
    shared: Sequence[str],
    parts: Mapping[Excerpt, Sequence[Agreement]],
    contradictions: Contradictions,
    things: tuple[AbstractSet[str], AbstractSet[str]] = (frozenset(), frozenset()),
) -> tuple[Line, ...]:
    """The sentences that tell a point by themselves, the best first: all that they share, with little else.

    Where somebody's words are repeated, a sentence without quotation marks may be those words, too; then only one
    tells the point that says who spoke. A sentence with a number that another article contradicts, or that no other
    has, stands back, and is left out where one can do without; so is one with a "today" of which nobody knows when that
    was, and only what an article begins with may be such a one. None speaks of a thing that nothing has introduced:
    neither the sentence nor the first of `things`, the stems known of the story; one for which headlines alone have the
    word, the second, stands back.
    """
    known, headed = things
    quoted = any(is_speech(line.excerpt.text) for line in lines)
    spoken = quoted_runs(line.excerpt.text for line in lines)
    common = {stem(word.text, language=line.language) for line in lines for term in shared for word in words(term)}
    able = [line for line in lines if not hangs(line.excerpt.text, language=line.language)]
    able = of_known_days(able)
    able = [x for x in able if not known or not not_introduced(x.excerpt.text, known, language=x.language)]
    able = [line for line in able if not quoted or any(mark in line.excerpt.text for mark in MARKS)]
    able = [
        line for line in able if not is_unmarked_speech(line.excerpt.text, spoken) and not _speaker_open(line, lines)
    ]
    able = [line for line in able if _held(line, common) >= LEAST and _is_its_point(line, common)]
    if headed and len(able) > 1:
        told = known - headed
        able = [x for x in able if not not_introduced(x.excerpt.text, told, language=x.language)] or able
    doubts = {line.excerpt: _doubts(line, lines, contradictions) for line in able}
    ranked = sorted(
        able, key=lambda line: (-len(parts[line.excerpt]), doubts[line.excerpt], *_rank(line, lines, common))
    )
    return tuple(line for line in ranked if doubts[line.excerpt] <= doubts[ranked[0].excerpt])


def only_then(teller: Line, reports: Sequence[Line], years: AbstractSet[str]) -> frozenset[str]:
    """The months, years and times of day of a sentence that no report of another article has.

    They may tell of another time. The `years` in which the articles appeared may be left out, and any year where these
    are not known: "this year".
    """
    own = periods(teller.excerpt.text, language=teller.language) - years
    own = frozenset(period for period in own if years or not period[0].isdigit()) | times_of_day(teller.excerpt.text)
    texts = [report.excerpt.text for report in reports if own and report.article != teller.article]
    return own.difference(*(periods(text, language=teller.language) | times_of_day(text) for text in texts))


def of_known_days(lines: Iterable[Line]) -> list[Line]:
    """The sentences without a "today" that nobody can date; where all have one, those that an article begins with."""
    lines = list(lines)
    return [line for line in lines if not line.adrift] or [line for line in lines if line.place == 0]


def _doubts(line: Line, lines: Sequence[Line], contradictions: Contradictions) -> tuple[int, int]:
    """In how many numbers a sentence is contradicted, and how many no other article's sentence has."""
    others = [other for other in lines if other.article != line.article]
    theirs = {term for other in others for term in other.stems} | {v for other in others for v, _ in other.figures}
    text = BRACKETS.sub(" ", line.excerpt.text)  # "40-foot (12-metre)" is one length
    figures = [(shown, value) for (value, _), shown in line.figures.items()]
    figures += [(shown, "") for shown in sorted(line.numbers)]
    alone = sum(_is_alone(shown, value, theirs, line.language) for shown, value in figures if shown in text)
    return sum(contradictions.between(line, other) for other in others), alone


def _is_alone(figure: str, value: str, theirs: AbstractSet[str], language: str) -> bool:
    """Whether no other sentence has a figure's number, be it in words, or any word of what is counted."""
    low = [word for word in low_words(figure) if word[0].isdigit() or word in number_words(language)]
    numbers = {value, *(stem(word, language=language) for word in low)}
    unit = set(content_stems(figure, language=language)) - numbers
    return numbers.isdisjoint(theirs) or bool(unit and unit.isdisjoint(theirs))


def _speaker_open(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a sentence is most of all a quotation, and nothing beside it has a name: "“We will stay,” it was said".

    A key figure in common makes it clear all the same.
    """
    text = line.excerpt.text
    beside = QUOTED.sub(" ", text)
    if len(plain_words(beside)) >= QUOTING * len(plain_words(text)):
        return False
    if any(line.figures.keys() & other.figures.keys() for other in lines if other.article != line.article):
        return False
    named = plain_words(beside)[1 if beside[:1] == text[:1] else 0 :]
    if not persons(line.language).isdisjoint(low_words(beside)):  # "he told Radio Sand"
        people = {part for name in line.people for part in name.split()}
        return people.isdisjoint(named)
    return not any(word[0].isupper() for word in named)


def _rank(line: Line, lines: Sequence[Line], common: set[str]) -> tuple[bool, bool, int, float, int, int]:
    long = sum(1 for _ in words(line.excerpt.text)) > LONG
    named = {name for other in lines if other.article != line.article for name in other.people}
    return long, not line.alone, len(line.people - named), -_held(line, common), line.place, line.article


def _held(line: Line, common: set[str]) -> float:
    """How far a sentence tells what is in common and nothing else, from 0 to 1."""
    own = set(line.stems)
    return round(2 * len(common & own) / (len(common) + len(own) or 1), 6)


def _is_its_point(line: Line, common: set[str]) -> bool:
    """Whether a sentence tells what is in common, and not beside it: "He stays, although he apologized"."""
    text = line.excerpt.text
    told = {stem(word.text, language=line.language) for word in words(text) if not word.text[0].isupper()} & common
    told -= reporting_stems(line.language)
    main = content_stems(without_asides(text, language=line.language), language=line.language)
    return len(told.intersection(main)) >= MAIN * len(told)
