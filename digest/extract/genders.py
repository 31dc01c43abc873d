"""See whether a person is a woman or a man, where a role, a form of address or the given name tells."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.name_lexicon import Lexicon
from digest.model import Mention, Person


def gender_of_person(person: Person, lex: Lexicon) -> str | None:
    """ "m" or "f" by a role or by the given name, where they tell."""
    words = [word for role in person.roles for word in role.text.lower().split()]
    words += [word for mention in person.mentions for word in _titles(mention)]
    if any(word in lex.women_words or word.endswith(lex.women_endings) for word in words):
        return "f"
    if any(word in lex.men_words for word in words):
        return "m"
    given = person.name.split()[0].partition("-")[0]
    woman, man = given in lex.women, given in lex.men
    return None if woman == man else "f" if woman else "m"


def _titles(mention: Mention) -> Sequence[str]:
    return mention.excerpt.text.split()[:-1]
