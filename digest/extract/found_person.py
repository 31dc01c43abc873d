"""A person while an article is being read, and whether the words around tell a man or a woman."""

from __future__ import annotations

from dataclasses import dataclass, field

from digest.extract.name import Name
from digest.extract.name_lexicon import Lexicon
from digest.extract.roles import Role

MOST_ROLES = 12  # wordings kept for one person


@dataclass(slots=True)
class FoundPerson:
    """A person while the article is being read; `family` is the word by which later sentences call them."""

    parts: tuple[str, ...]
    family: str
    given: str | None
    names: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None
    nation: str | None = None

    @property
    def first(self) -> int:
        """Where the article first names them."""
        return self.names[0].start

    @property
    def country(self) -> str | None:
        """The first country that a role gives, else the one that the text around a role gives."""
        return next((role.country for role in self.roles if role.country), self.nation)


def gender_of(person: FoundPerson, lex: Lexicon) -> str | None:
    """ "m" or "f" where a form of address, a role or the given name tells."""
    told = (name.honorific for name in person.names[:MOST_ROLES] if name.honorific)
    by_word = (gender_of_word(word, lex) for word in (*told, *(role.head for role in person.roles)))
    gender = next((gender for gender in by_word if gender), None)
    if gender is None:
        given = (person.given or "").partition("-")[0]
        woman, man = given in lex.women, given in lex.men
        gender = None if woman == man else "f" if woman else "m"
    return gender


def gender_of_word(word: str, lex: Lexicon) -> str | None:
    """ "f" for "Mrs" and "queen", "m" for "Mr" and "king"."""
    return "f" if word in lex.women_words else "m" if word in lex.men_words else None
