"""Turn the body sentences of a story into candidates for its summary, each with what speaks for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.language.datelines import told_excerpt
from digest.language.denying import denies
from digest.language.fitness import goes_on, is_usable
from digest.language.hanging import hangs
from digest.language.leaning import Lean, leaning
from digest.language.quoting import MARKS, Runs, is_unmarked_speech, quoted_runs
from digest.language.senses import senses_of
from digest.language.terms import content_stems, own_capitals, plain_words, stems
from digest.language.unsaid import leaves_unsaid
from digest.model import Article, BlockKind, Excerpt, Findings, Form
from digest.summarize.missing import missing_in, told_first, unknown_day
from digest.summarize.overtaken import Done, ages, done_first, is_done, tells_ahead
from digest.summarize.voiceless import has_speaker, lacks_speaker

LITTLE = 3  # words with a meaning of their own with which a sentence tells little: "The ferry was never so full."
LABELLED = re.compile(r"^[A-Z]\w+ (?=[“\"])")  # what stands over somebody's words: "Analysis “We sailed well.”"
YEAR = re.compile(r"(?:19|20)\d\d$")  # a year is shared by too many sentences to make two of them say the same


class Candidate(NamedTuple):
    """A body sentence, with its article's number in the story and its place in that article's body (from 0).

    `stems` are all its words in order, `content` those that carry meaning, `senses` the same once each, with one word
    for each group of words that news use for one another, `names` the capitalised ones inside it, `numbers` its
    numbers; `denies` says whether it denies something, `lean` how it leans on the one before; `missing` is what it
    speaks of as known though nothing introduces it; `partial` are the people it names only in part, `full` those that
    it names in full; `figures` are all its figures, `facts` its key figures, people, organizations and dates, `days`
    the single days that it names, whatever their words; `undated` says that its article has no date of
    publication; `age` is that of
    its article (0 to 1), and it is `overtaken` where it tells what is to come and is not new.
    """

    article: int
    place: int
    excerpt: Excerpt
    stems: tuple[str, ...]
    content: tuple[str, ...]
    names: frozenset[str]
    senses: tuple[str, ...]
    denies: bool
    numbers: frozenset[str]
    usable: bool
    lean: Lean | None
    missing: str = ""
    partial: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    undated: bool = False
    age: float = 0.0
    overtaken: bool = False
    language: str = "en"


class _Beside(NamedTuple):
    """What the articles beside one tell: what somebody said, and what was done; and how old it is beside them."""

    spoken: Runs
    done: Sequence[Done]
    deeds: frozenset[str]
    age: float


def list_candidates(articles: Sequence[Article], findings: Sequence[Findings] = ()) -> tuple[Candidate, ...]:
    """List every body sentence of every article, in order."""
    by_id = {found.article_id: found for found in findings}
    spoken = quoted_runs(a.text[b.start : b.end] for a in articles for b in a.blocks if b.kind is BlockKind.BODY)
    age_of, done = ages(articles), done_first(articles)
    newer = [
        [one for one in done if age_of[one.article] <= age and one.article != number]
        for number, age in enumerate(age_of)
    ]
    return tuple(
        candidate
        for number, article in enumerate(articles)
        for candidate in _candidates(
            article, by_id.get(article.id), _beside(spoken, newer[number], age_of[number]), number=number
        )
    )


def _beside(spoken: Runs, done: Sequence[Done], age: float) -> _Beside:
    return _Beside(spoken, done, frozenset().union(*(one.deeds for one in done)), age)


def _candidates(article: Article, found: Findings | None, beside: _Beside, *, number: int) -> Iterator[Candidate]:
    """Every body sentence of an article."""
    language = article.language
    stem = stems(language)
    full, partial = _people(found) if found else ({}, {})
    facts, days = (_facts(found), _days(found)) if found else ({}, {})
    figures = _figures(found) if found else {}
    nothing: frozenset[str] = frozenset()
    body = [s for s in article.sentences if s.kind is BlockKind.BODY]
    told = told_first(article, body)
    for place, sentence in enumerate(body):
        excerpt = told_excerpt(article, sentence)
        text = excerpt.text
        cut = place > 0 and goes_on(article.text[body[place - 1].start : sentence.start], language=language)
        usable = not cut and is_usable(text, language=language) and not is_unmarked_speech(text, beside.spoken)
        words, content = plain_words(text), content_stems(text, language=language)
        usable = usable and (len(content) > LITTLE or any(letter.isdigit() or letter in MARKS for letter in text))
        senses = tuple(dict.fromkeys(senses_of(content, language=language)))
        named = full.get(sentence.index, nothing)
        lean = _lean(text, place, language) if usable else None
        words_of = LABELLED.sub("", text) if usable else ""
        if (
            usable
            and words_of[0] in MARKS
            and lacks_speaker(words_of, language=language)
            and not has_speaker(excerpt, found)
        ):
            lean = Lean("quotation", firm=True)
        chosen = usable and place > 0 and (lean is None or bool(lean.triggers))  # others are hardly ever chosen
        yield Candidate(
            article=number,
            place=place,
            excerpt=excerpt,
            stems=tuple([stem[word] for word in words]),
            content=content,
            senses=senses,
            denies=denies(text, language=language),
            names=frozenset([stem[word] for word in own_capitals(text, language=language)]),
            numbers=_numbers(words, senses),
            usable=usable,
            lean=lean,
            missing=missing_in(text, told, article) if chosen else unknown_day(text, article),
            full=frozenset(named),
            partial=frozenset(partial.get(sentence.index, nothing)) - named,
            figures=figures.get(sentence.index, nothing),
            facts=facts.get(sentence.index, nothing),
            days=days.get(sentence.index, nothing),
            undated=article.published is None,
            age=beside.age,
            overtaken=_is_overtaken(text, senses, beside, language),
            language=language,
        )


def _is_overtaken(text: str, senses: Sequence[str], beside: _Beside, language: str) -> bool:
    """Whether a sentence tells what is to come and is not new, or what another article tells as done."""
    if beside.age > 0 and tells_ahead(text, language=language):
        return True
    return not beside.deeds.isdisjoint(senses) and is_done(text, beside.done, language=language)


def _numbers(words: Sequence[str], senses: Sequence[str]) -> frozenset[str]:
    """The numbers in digits, and those in letters from ten on, but no years."""
    digits = [word for word in words if word[0].isdigit()] + [
        one for one in senses if one[0].isdigit() and len(one) > 1
    ]
    return frozenset([number for number in digits if not YEAR.match(number)]) if digits else frozenset()


def _lean(text: str, place: int, language: str) -> Lean | None:
    """How a sentence leans; an article's first one may say "the deal" of what its headline names, but not "they"."""
    lean = leaning(text, language=language)
    unsaid = leaves_unsaid(text, language=language)  # what is chosen and needs it is taken out again
    if lean is None and place and text[:1] not in MARKS and not unsaid and hangs(text, language=language):
        return Lean("…", firm=True)  # "At the harbour, he said no"
    return lean if place or (lean and lean.firm) else None


def _people(found: Findings) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """By sentence: the people named in full, and those named in part or described."""
    full: dict[int, set[str]] = {}
    partial: dict[int, set[str]] = {}
    for person in found.people:
        if " " not in person.name:
            continue
        for mention in person.mentions:
            if mention.form is Form.NAME:
                full.setdefault(mention.sentence, set()).add(person.name)
            elif mention.form in (Form.PART, Form.DESCRIPTION):
                partial.setdefault(mention.sentence, set()).add(person.name)
    return full, partial


def _facts(found: Findings) -> dict[int, frozenset[str]]:
    """By sentence: the facts that an editor looks for, each as its kind and what it is, such as "figure 30 %"."""
    listed: dict[int, set[str]] = {}
    for figure in found.figures:
        if figure.key:
            listed.setdefault(figure.sentence, set()).add(f"figure {figure.value.normalize()} {figure.unit}")
    for person in found.people:
        for mention in person.mentions:
            if mention.form is not Form.PRONOUN:
                listed.setdefault(mention.sentence, set()).add(f"person {person.name}")
    for organization in found.organizations:
        for mention in organization.mentions:
            listed.setdefault(mention.sentence, set()).add(f"organization {organization.name}")
    for date in found.dates:
        listed.setdefault(date.sentence, set()).add(f"date {date.excerpt.text.lower()}")
    return {index: frozenset(facts) for index, facts in listed.items()}


def _figures(found: Findings) -> dict[int, frozenset[str]]:
    """By sentence: every figure, the small ones too; "26 people" and "26 dead" are one number, "26 %" is another."""
    listed: dict[int, set[str]] = {}
    for figure in found.figures:
        unit = figure.unit if figure.unit == "%" or figure.unit.isupper() else ""
        values = (figure.value, figure.value_to) if figure.value_to is not None else (figure.value,)
        listed.setdefault(figure.sentence, set()).update(f"{value.normalize()} {unit}" for value in values)
    return {index: frozenset(figures) for index, figures in listed.items()}


def _days(found: Findings) -> dict[int, frozenset[str]]:
    """By sentence: the days that are known, so that "on Tuesday" and "on 25 September" meet."""
    listed: dict[int, set[str]] = {}
    for date in found.dates:
        if date.earliest is not None and date.earliest == date.latest:
            listed.setdefault(date.sentence, set()).add(date.earliest.isoformat())
    return {index: frozenset(days) for index, days in listed.items()}
