"""See who is meant by "he", "she" and "the Chinese diplomat", where a rule earns it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from digest.extract.name_lexicon import Lexicon, lexicon
from digest.extract.people import FoundPerson
from digest.extract.reading import CLOSE_QUOTES, OPEN_QUOTES, Phrase, Reading
from digest.model import Form, Mention, Person

MOST_PEOPLE = 400  # a list of names longer than that is no article; descriptions are not resolved among them
PRONOUNS = {"he": "m", "He": "m", "she": "f", "She": "f"}


def add_references(reading: Reading, found: Sequence[FoundPerson], people: Sequence[Person]) -> tuple[Person, ...]:
    """Add the mentions by pronoun and by description to the people that they mean."""
    if not found:
        return ()
    lex = lexicon(reading.article.language)
    named: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, person in enumerate(found):
        for name in person.names:
            named[name.sentence].append((name.start, number))
    added: dict[int, list[Mention]] = defaultdict(list)
    before = _Seen(found)
    quoted, block = False, -1
    for phrase in reading.phrases:
        if phrase.block != block:
            block, quoted = phrase.block, False
        if phrase.titled:
            continue
        here = _Seen(found)
        waiting = sorted(named.get(phrase.index, ()), reverse=True)
        for i, word in enumerate(phrase.words):
            start = phrase.starts[i]
            while waiting and waiting[-1][0] <= start:
                here.see(waiting.pop()[1])
            quoted = _quoted(word, quoted)
            if quoted or (word not in PRONOUNS and word not in ("the", "The")):
                continue
            who, end, form = None, phrase.ends[i], Form.PRONOUN
            if word in PRONOUNS:
                who = here.fits(PRONOUNS[word])
                who = before.fits(PRONOUNS[word]) if who is None else who
            else:
                form = Form.DESCRIPTION
                who, end = _description(phrase, i, found, lex)
            if who is not None:
                here.see(who)
                excerpt = reading.article.excerpt(start, end)
                added[who].append(Mention(excerpt=excerpt, sentence=phrase.index, form=form))
        if here or not quoted:
            before = here
    return tuple(_with(person, added[number]) for number, person in enumerate(people))


class _Seen:
    """The people of one sentence so far: the first of each gender, and the first whose gender nothing tells."""

    def __init__(self, found: Sequence[FoundPerson]) -> None:
        self.found = found
        self.first: dict[str | None, int] = {}

    def __bool__(self) -> bool:
        return bool(self.first)

    def see(self, number: int) -> None:
        self.first.setdefault(self.found[number].gender, number)

    def fits(self, gender: str) -> int | None:
        return self.first.get(gender, self.first.get(None))


def _quoted(word: str, quoted: bool) -> bool:
    """Whether the words after this one stand inside quotation marks."""
    if word == '"':
        return not quoted
    return (quoted or word in OPEN_QUOTES) and word not in CLOSE_QUOTES


def _with(person: Person, more: Sequence[Mention]) -> Person:
    if not more:
        return person
    mentions = sorted((*person.mentions, *more), key=lambda m: m.excerpt.span.start)
    return replace(person, mentions=tuple(mentions))


def _description(phrase: Phrase, i: int, found: Sequence[FoundPerson], lex: Lexicon) -> tuple[int | None, int]:
    """The one person, named before, whom "the (Chinese) diplomat" at word i fits, and where the words end."""
    words, count = phrase.words, len(phrase.words)
    j = i + 1
    country = None
    nation = (
        next((k for k in lex.people.get(words[j], ()) if tuple(words[j : j + len(k.words)]) == k.words), None)
        if j < count
        else None
    )
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
        if following and (
            following[0].isupper() or following in ("of", "to", "for", "-", "'s", "’s") or following in lex.roles
        ):
            break
        fitting = [
            number
            for number, person in enumerate(found[:MOST_PEOPLE])
            if person.first < phrase.starts[i] and _fits(person, roles, country)
        ]
        return (fitting[0] if len(fitting) == 1 else None), phrase.ends[last - 1]
    return None, phrase.ends[i]


def _fits(person: FoundPerson, roles: frozenset[str], country: str | None) -> bool:
    if country is not None and person.country != country:
        return False
    return any(role.is_one_of(roles) for role in person.roles)
