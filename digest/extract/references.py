"""See who is meant by "he", "she" and "the Chinese diplomat", where a rule earns it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from digest.extract.found_person import FoundPerson
from digest.extract.name import Name
from digest.extract.name_lexicon import Lexicon
from digest.extract.put_aside import is_aside, is_of_the_subject, is_topic, main_start
from digest.extract.reading import CLOSE_QUOTES, OPEN_QUOTES, Phrase, Reading
from digest.extract.seen_people import Seen
from digest.extract.strangers import brings_somebody, somebody_speaks
from digest.model import Form, KnownBy, Mention, Person

MOST_PEOPLE = 400  # a list of names longer than that is no article; descriptions are not resolved among them
FARTHEST = 3  # sentences back in which a pronoun's person is looked for
ANSWER = 7  # words from a name to "him"
MARKS = frozenset({'"', *OPEN_QUOTES, *CLOSE_QUOTES})
NOT_AFTER = frozenset({"of", "to", "for", "-", "'s", "’s"})  # "the president of the club" is another president


Outside = Sequence[tuple[Phrase, Sequence[int]]]
"""Sentences of running text, each with the indices of its words that stand outside quotation marks."""
NOBODY: Mapping[int, tuple[int, bool]] = {}  # named in a sentence


@dataclass(frozen=True, slots=True)
class _Reference:
    start: int
    end: int
    person: int
    form: Form
    known_by: KnownBy = KnownBy.ROLE


def add_references(
    reading: Reading,
    found: Sequence[FoundPerson],
    people: Sequence[Person],
    outside: Outside,
    unknown: Set[tuple[int, int]] = frozenset(),
) -> tuple[tuple[Person, ...], dict[int, KnownBy]]:
    """Add the mentions by pronoun and by description to the people that they mean; say how sure each pronoun is.

    `unknown` are the sentence and the word at which somebody speaks of whom nothing is known.
    """
    if not found:
        return (), {}
    named = _named(reading, found)
    added: dict[int, list[Mention]] = defaultdict(list)
    known_by: dict[int, KnownBy] = {}
    before: tuple[Seen, ...] = ()
    verbs = reading.lex.speech_verbs
    for phrase, spoken in outside:
        here = Seen(found, phrase.block)
        here.somebody = not named.get(phrase.index) and brings_somebody(phrase.words, reading.lex)
        here.unnamed = not verbs.isdisjoint(phrase.words) and somebody_speaks(
            [phrase.words[i] for i in spoken], reading.lex
        )
        here.stranger = not unknown.isdisjoint((phrase.index, i) for i in spoken)
        for reference in _read(phrase, spoken, named.get(phrase.index, NOBODY), here, before, reading):
            excerpt = reading.article.excerpt(reference.start, reference.end)
            mention = Mention(excerpt=excerpt, sentence=phrase.index, form=reference.form)
            added[reference.person].append(mention)
            if reference.form is Form.PRONOUN:
                known_by[reference.start] = reference.known_by
        before = (here, *before[: FARTHEST - 1])
    return tuple(_with(person, added[number]) for number, person in enumerate(people)), known_by


def learn_genders(reading: Reading, found: Sequence[FoundPerson], outside: Outside) -> None:
    """Give those a gender whose name tells none, but who are "she" or "his" in the sentence that names them.

    "Radka Velkova took her friend by the arm": only where nobody else stands in the sentence before the pronoun, and
    nobody whom it could mean in the sentences before that.
    """
    named = _named(reading, found)
    told: dict[int, set[str]] = defaultdict(set)
    bound = reading.lex.bound
    before: tuple[set[str | None], ...] = ()
    for phrase, spoken in outside:
        here: list[int] = []
        words, names = phrase.words, named.get(phrase.index, NOBODY)
        if names or not bound.keys().isdisjoint(words):
            for i in [i for i in spoken if i in names or words[i] in bound]:
                if i in names:
                    here.append(names[i][0])
                gender = bound.get(words[i])
                alone = len(set(here)) == 1 and found[here[0]].gender is None
                if gender and alone and not any(gender in seen for seen in before):
                    told[here[0]].add(gender)
        before = ({found[number].gender for number in here}, *before[: FARTHEST - 1])
    for number, genders in told.items():
        if len(genders) == 1:
            found[number].gender = genders.pop()


def _named(reading: Reading, found: Sequence[FoundPerson]) -> dict[int, dict[int, tuple[int, bool]]]:
    """Who is named at which word of which sentence, and whether the sentence is about somebody else."""
    named: dict[int, dict[int, tuple[int, bool]]] = {}
    by_sentence: dict[int, dict[Name, int]] = defaultdict(dict)
    for number, person in enumerate(found):
        for name in person.names:
            by_sentence[name.sentence][name] = number
    for sentence, people in by_sentence.items():
        before = main_start(people, reading) if len(set(people.values())) > 1 else 0
        named[sentence] = {
            name.first: (number, name.first < before or is_aside(name, reading))
            for name, number in people.items()
            if not is_topic(name, reading)
        }
    return named


def outside_marks(reading: Reading) -> Outside:
    """Each sentence with the indices of its words outside quotation marks; a mark left open ends with its block."""
    return tuple(_outside_marks(reading))


def _outside_marks(reading: Reading) -> Iterator[tuple[Phrase, Sequence[int]]]:
    quoted, block = False, -1
    for phrase in reading.phrases:
        if phrase.block != block:
            block, quoted = phrase.block, False
        if not quoted and MARKS.isdisjoint(phrase.words):
            if not phrase.titled:
                yield phrase, range(len(phrase.words))
            continue
        spoken = []
        for i, word in enumerate(phrase.words):
            if word == '"':
                quoted = not quoted
            elif word in OPEN_QUOTES or word in CLOSE_QUOTES:
                quoted = word in OPEN_QUOTES
            elif not quoted:
                spoken.append(i)
        if not phrase.titled:
            yield phrase, spoken


def _read(  # noqa: PLR0913, PLR0917 - one sentence and what stands around it
    phrase: Phrase,
    spoken: Sequence[int],
    named: Mapping[int, tuple[int, bool]],
    here: Seen,
    before: Sequence[Seen],
    reading: Reading,
) -> Iterator[_Reference]:
    """Resolve one sentence's pronouns and descriptions, from left to right, while the names go by."""
    words, pronouns = phrase.words, reading.lex.pronouns
    last: int | None = None
    for i in [i for i in spoken if i in named or words[i] in pronouns or words[i] in ("the", "The")]:
        if i in named:
            number, aside = named[i]
            here.see(number, aside=aside)
            last = i
            continue
        gender = pronouns.get(words[i])
        start = phrase.starts[i]
        known_by = KnownBy.ROLE
        if gender is not None:
            said = i + 1 < len(words) and words[i + 1] in reading.lex.speech_verbs
            opened = bool(here) and is_of_the_subject(words, i, named, reading.article.language)
            seen = Seen(here.found, here.block) if opened or not here else here
            seen.somebody = here.somebody and brings_somebody([words[j] for j in spoken if j < i], reading.lex)
            who, known_by = _antecedent(gender, seen, before, said=said)
            if who is None and opened:
                who, known_by = here.fits(gender), KnownBy.PERHAPS
            elif opened:
                here.put_aside()
            end, form = phrase.ends[i], Form.PRONOUN
        else:
            near = _near(here, before)
            who, end = _description(phrase, i, here.found, near, reading)
            form = Form.DESCRIPTION
        if who is not None:
            if known_by is not KnownBy.PERHAPS:
                here.see(who)
            yield _Reference(start, end, who, form, known_by)
    if last is not None and len(here.all) > 1 and _answers(words, last, reading.lex):
        here.answers = named[last][0]


def _answers(words: Sequence[str], first: int, lex: Lexicon) -> bool:
    """Whether the name at word `first` begins a clause that ends with what is done to another: ", and Ito hit him"."""
    start = first
    while start and words[start - 1][0].isupper():
        start -= 1
    before = [word for word in words[max(0, start - 3) : start] if word not in MARKS]
    joined = before[-2:] in ([",", "and"], [",", "but"])
    behind = words[first + 1 :]
    at = next((i for i, word in enumerate(behind[:ANSWER]) if word in lex.object_pronouns), 0)
    if not joined or not at or not lex.pronouns.keys().isdisjoint(behind):
        return False
    after = "".join(behind[at + 1 : at + 2])
    return not after.isalpha() or after.endswith("ly") or after in lex.function_words  # not "took her book"


def _near(here: Seen, before: Sequence[Seen]) -> set[int]:
    """Who is named nearby, but not before somebody else speaks without a name: "one investigator said"."""
    near = set(here.all)
    for seen in before:
        if seen.unnamed:
            break
        near |= seen.all
    return near


def _antecedent(gender: str, here: Seen, before: Sequence[Seen], *, said: bool = False) -> tuple[int | None, KnownBy]:
    """The first fitting person of this sentence so far, else of the one before; farther back only of a sure gender.

    Sentences that name nobody do not count: often they are the quotation itself. Who `said` something may be one who
    spoke without a name since.
    """
    who, chosen = here.fits(gender), here
    near = True
    stranger, somebody = False, who is None and here.somebody
    for seen in before:
        stranger = stranger or (said and who is None and seen.unnamed)
        if who is None and seen:
            who, chosen = seen.fits(gender, surely=not near), seen
            near = False
        stranger = stranger or (who is None and seen.stranger)
        somebody = somebody or (who is None and seen.somebody and seen.block == here.block)
    if stranger or (somebody and chosen.block != here.block):
        return who, KnownBy.PERHAPS
    if len(chosen.fitting(gender) & chosen.about) > 1:
        return who, KnownBy.FIRST
    everybody = here.fitting(gender).union(*(seen.fitting(gender) for seen in before))
    return who, KnownBy.ONE if len(everybody) == 1 else KnownBy.NEAREST


def _description(
    phrase: Phrase, i: int, found: Sequence[FoundPerson], near: Set[int], reading: Reading
) -> tuple[int | None, int]:
    """The one person, named before, whom "the (Chinese) diplomat" at word i fits, and where the words end.

    An office far back is remembered, "the president"; of those who only are "the official", one of the people `near`.
    """
    words, lex = phrase.words, reading.lex
    country, j = None, i + 1
    for known in lex.people.get(words[j], ()) if j < len(words) else ():
        if tuple(words[j : j + len(known.words)]) == known.words and known.place is not None:
            country = known.place.country or known.place.place
            j += len(known.words)
            break
    for length in (2, 1):
        roles = lex.families.get(" ".join(words[j : j + length]).lower())
        if roles is None or j + length > len(words):
            continue
        common = words[j + length - 1].lower() in lex.common_roles
        following = words[j + length] if j + length < len(words) else "."
        if following[0].isupper() or following in NOT_AFTER or following in lex.roles:
            break
        fitting = [
            number
            for number, person in enumerate(found[:MOST_PEOPLE])
            if person.first < phrase.starts[i] and _fits(person, roles, country)
        ]
        one = fitting[0] if len(fitting) == 1 else None
        return (None if common and one not in near else one), phrase.ends[j + length - 1]
    return None, phrase.ends[i]


def _fits(person: FoundPerson, roles: frozenset[str], country: str | None) -> bool:
    """Whether a person has one of the roles, and serves the country if one is given."""
    return country in (None, person.country) and any(role.is_one_of(roles) for role in person.roles)


def _with(person: Person, more: Sequence[Mention]) -> Person:
    if not more:
        return person
    mentions = sorted((*person.mentions, *more), key=lambda m: m.excerpt.span.start)
    return replace(person, mentions=tuple(mentions))
