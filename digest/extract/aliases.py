"""Other names of a person, "Ann Ito, also known as Ida Roth", and nobody's: "the alias “Mr. Ox”"."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.found_person import FoundPerson
from digest.extract.name import Name
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Phrase, Reading

BACK = 2  # sentences before "The man is also known as Ida Roth" in which he is named
MARKS = frozenset({",", "(", "—", "–", "-"})
QUOTED = frozenset("“\"‘'.:")


def is_pseudonym(name: Name, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether words say that a name is made up: "the pseudonym “Mr. Ox”"."""
    before = name.first - 1
    while before > 0 and (phrase.words[before] in QUOTED or phrase.words[before] in lex.honorifics):
        before -= 1
    return before >= 0 and phrase.words[before] in lex.pseudonyms


def join_aliases(people: Sequence[FoundPerson], reading: Reading) -> list[FoundPerson]:
    """Make one of two people where the article says that the one is also known by the other's name."""
    left = list(people)
    for alias in people:
        owner = next((one for name in alias.names if (one := _owner(name, alias, left, reading))), None)
        if owner is not None:
            owner.names.extend(alias.names)
            left = [person for person in left if person is not alias]
    return left


def _owner(name: Name, alias: FoundPerson, people: Sequence[FoundPerson], reading: Reading) -> FoundPerson | None:
    """Whose other name it is: named right before "also known as", or alone in the sentences before "the man is …"."""
    phrase = reading.phrases[name.sentence]
    cue = next((cue for cue in reading.lex.also_known if _stands_before(cue, phrase, name.first)), None)
    if cue is None:
        return None
    end = name.first - len(cue)
    while end and phrase.words[end - 1] in MARKS:
        end -= 1
    others = [person for person in people if person is not alias]
    beside = [p for p in others if any((n.sentence, n.last) == (name.sentence, end) for n in p.names)]
    if beside:
        return beside[0]
    subject = {word.lower() for word in phrase.words[: max(end - 1, 0)]}
    if not subject or not subject <= reading.lex.taking_up:
        return None
    near = [p for p in others if any(name.sentence - BACK <= n.sentence < name.sentence for n in p.names)]
    return near[0] if len(near) == 1 else None


def _stands_before(cue: Sequence[str], phrase: Phrase, first: int) -> bool:
    return first >= len(cue) and tuple(phrase.words[first - len(cue) : first]) == tuple(cue)
