"""Of several people of one family name, find the one whom the article calls by that name alone."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.found_person import FoundPerson
from digest.extract.name import Name
from digest.extract.reading import Reading

USUAL = 2  # times that somebody was called by the family name alone, and no other of the name was
JUST = 2  # sentences back in which another of the name may have begun to be told of
JOINS = frozenset({"and", "or"})
LONGEST = 12  # words between commas behind a name: "Jan Ito, the father of Ann Ito, told"


def main_bearer(bearers: Sequence[FoundPerson], name: Name, reading: Reading) -> FoundPerson | None:
    """The only one of several who was called by the family name alone so far, again and again, and is named most."""
    called = {id(p): sum(n.parts == (p.family,) for n in _before(p, name)) for p in bearers}
    main = max(bearers, key=lambda p: (called[id(p)], len(_before(p, name))))
    others = [p for p in bearers if p is not main]
    usual = called[id(main)] >= USUAL and not any(called[id(p)] for p in others)
    return main if usual and all(len(_before(main, name)) > len(_before(p, name)) for p in others) else None


def takes_over(last: Name, name: Name, reading: Reading) -> bool | None:
    """Whether somebody else of a name, named last at `last`, is meant by it at `name`, too; None where that is open.

    "The lawyer Jan Ito told the court so. *Ito* added" is the lawyer; but in "Jan Ito has a shop. A neighbour said
    that *Ito*'s mother fled", and where long nothing was told of him, the one of whom the article tells.
    """
    if name.sentence - last.sentence > JUST or not _is_subject(name, reading):
        return False
    if last.sentence == name.sentence or not _is_subject(last, reading):
        return False
    return True if _speaks(last, reading) else None


def _is_subject(name: Name, reading: Reading) -> bool:
    """Whether a name does something in its sentence: "Ito spoke", "and Ito said", "said Ito"; not "Ito's", "by Ito"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    first = name.first
    while first and (words[first - 1][0].isupper() or words[first - 1] == "."):  # "by Mr. Ito"
        first -= 1
    before, behind = words[first - 1] if first else "", "".join(words[name.last : name.last + 1])
    if before in lex.speech_verbs and before not in lex.addressing:
        return True
    below = before in lex.prepositions - JOINS or before.lower() in lex.opens_below
    does = behind == "," or (behind.isalpha() and behind.islower() and behind not in lex.function_words)
    return does and not below


def _speaks(name: Name, reading: Reading) -> bool:
    """Whether a name's bearer says something: "Jan Ito, her father, told", "said Jan Ito"."""
    words, verbs = reading.phrases[name.sentence].words, reading.lex.speech_verbs
    at = name.last
    if words[at : at + 1] == [","]:
        at = next((i + 1 for i in range(at + 1, min(len(words), at + LONGEST)) if words[i] == ","), at)
    return bool(verbs.intersection(words[at : at + 1])) or bool(name.first and words[name.first - 1] in verbs)


def _before(person: FoundPerson, name: Name) -> list[Name]:
    return [n for n in person.names if n.start < name.start]
