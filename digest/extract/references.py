"""See who is meant by "he", "she" and "the Chinese diplomat", where a rule earns it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.extract.name_lexicon import Lexicon, lexicon
from digest.extract.people import FoundPerson
from digest.extract.reading import CLOSE_QUOTES, OPEN_QUOTES, Phrase, Reading
from digest.model import Form, Mention, Person

PRONOUNS = {"he": "m", "He": "m", "she": "f", "She": "f"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of person number `person` at `start..end`, in the order of the text."""

    start: int
    end: int
    sentence: int
    person: int
    form: Form


def add_references(reading: Reading, found: Sequence[FoundPerson], people: Sequence[Person]) -> tuple[Person, ...]:
    """Add the mentions by pronoun and by description to the people that they mean."""
    if not found:
        return ()
    lex = lexicon(reading.article.language)
    named = sorted(
        (
            Reference(name.start, name.end, name.sentence, number, Form.NAME)
            for number, person in enumerate(found)
            for name in person.names
        ),
        key=lambda r: r.start,
    )
    by_sentence: dict[int, list[Reference]] = {}
    for reference in named:
        by_sentence.setdefault(reference.sentence, []).append(reference)
    added: list[Reference] = []
    previous: list[Reference] = []
    quoted = False
    block = -1
    for phrase in reading.phrases:
        if phrase.block != block:
            block, quoted = phrase.block, False
        here = list(by_sentence.get(phrase.index, ()))
        if not phrase.titled:
            quoted = _read_phrase(phrase, here, previous, found, lex, added, quoted)
        if here:
            previous = sorted(here, key=lambda r: r.start)
        elif not quoted:
            previous = previous if phrase.titled else []
    return tuple(_with(reading, person, number, added) for number, person in enumerate(people))


def _with(reading: Reading, person: Person, number: int, added: Sequence[Reference]) -> Person:
    more = [
        Mention(excerpt=reading.article.excerpt(r.start, r.end), sentence=r.sentence, form=r.form)
        for r in added
        if r.person == number
    ]
    if not more:
        return person
    mentions = sorted((*person.mentions, *more), key=lambda m: m.excerpt.span.start)
    return replace(person, mentions=tuple(mentions))


def _read_phrase(
    phrase: Phrase,
    here: list[Reference],
    previous: Sequence[Reference],
    found: Sequence[FoundPerson],
    lex: Lexicon,
    added: list[Reference],
    quoted: bool,
) -> bool:
    """Resolve one sentence's pronouns and descriptions outside quotation marks; return whether it ends inside them."""
    words = phrase.words
    for i, word in enumerate(words):
        if word == '"':
            quoted = not quoted
        elif word in OPEN_QUOTES:
            quoted = True
        elif word in CLOSE_QUOTES:
            quoted = False
        if quoted:
            continue
        start = phrase.starts[i]
        who = None
        if word in PRONOUNS:
            who, end, form = _antecedent(PRONOUNS[word], start, here, previous, found), phrase.ends[i], Form.PRONOUN
        elif word in ("the", "The"):
            described = _description(phrase, i, found, lex)
            if described is None:
                continue
            who, end = described
            form = Form.DESCRIPTION
        if who is not None:
            reference = Reference(start, end, phrase.index, who, form)
            added.append(reference)
            here.append(reference)
            here.sort(key=lambda r: r.start)
    return quoted


def _antecedent(
    gender: str, start: int, here: Sequence[Reference], previous: Sequence[Reference], found: Sequence[FoundPerson]
) -> int | None:
    """The first person named before in this sentence, else in the one before it, whom the pronoun can mean."""
    for references in ([r for r in here if r.end <= start], previous):
        fitting = [r.person for r in references if found[r.person].gender in (gender, None)]
        if fitting:
            sure = [person for person in fitting if found[person].gender == gender]
            return (sure or fitting)[0]
    return None


def _description(phrase: Phrase, i: int, found: Sequence[FoundPerson], lex: Lexicon) -> tuple[int, int] | None:
    """The one person, named before, whom "the (Chinese) diplomat" at word i fits, and where the words end."""
    words, count = phrase.words, len(phrase.words)
    j = i + 1
    country = None
    nation = next(
        (k for k in lex.people.get(words[j], ()) if tuple(words[j : j + len(k.words)]) == k.words), None
    ) if j < count else None
    if nation is not None and nation.place is not None:
        country = nation.place.country or nation.place.place
        j += len(nation.words)
    for length in (2, 1):
        noun = " ".join(words[j : j + length]).lower()
        roles = lex.families.get(noun)
        if roles is None:
            continue
        last = j + length
        following = words[last] if last < count else ""
        if following and (following[0].isupper() or following in ("of", "to", "for", "-", "'s", "’s") or following in lex.roles):
            return None
        fitting = [
            number
            for number, person in enumerate(found)
            if person.first < phrase.starts[i] and _fits(person, roles, country)
        ]
        return (fitting[0], phrase.ends[last - 1]) if len(fitting) == 1 else None
    return None


def _fits(person: FoundPerson, roles: frozenset[str], country: str | None) -> bool:
    if country is not None and person.country != country:
        return False
    return any(role.head in roles or role.head.partition("-")[2] in roles for role in person.roles)
