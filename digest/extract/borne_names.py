"""Tell whether a family name that a known body bears, too, is meant as the person's: "Mr Bernol", "Bernol said he"."""

from __future__ import annotations

from digest.extract.name import Name, NameKind
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Reading
from digest.extract.roles import is_role

PRONOUNS_WITHIN = 12  # words behind a verb in which "he" means its subject


def as_a_persons(name: Name, reading: Reading, *, tells_body: bool) -> Name | None:
    """A body's name of one word where it is meant as somebody's, who is named in full elsewhere; None where not.

    `tells_body`: whether the article tells of the body, too, so that each name must say itself whose it is.
    """
    lex, words = reading.lex, reading.phrases[name.sentence].words
    if name.kind is not NameKind.ORGANIZATION or len(name.parts) != 1 or reading.phrases[name.sentence].titled:
        return None
    before = name.first - 1
    if before > 0 and words[before] == ".":
        before -= 1
    title = words[before] if before >= 0 else ""
    behind = words[name.last] if name.last < len(words) else ""
    if behind[:1].isupper() or behind == "-":
        return None  # "Mr Bernol Junior", "Mayor Bernol-backed": more than the name
    if title in lex.honorifics:
        return name._replace(kind=NameKind.PERSON, titled=True, honorific=title)
    if title[:1].isupper() and is_role(title, lex) and title.lower() not in lex.roles_of_bodies:
        return name._replace(kind=NameKind.PERSON, titled=True)
    whose = _acts(words, name, lex) or not (tells_body or title.lower() in lex.articles)
    return name._replace(kind=NameKind.PERSON) if whose else None


def means_body(name: Name, reading: Reading) -> bool:
    """Whether the words around say that a body is meant: "told Bernol", "Bernol reported", "an analyst of Bernol"."""
    lex, words = reading.lex, reading.phrases[name.sentence].words
    if not lex.before_bodies:
        return True  # a language of which that is not known
    *two, before = ["", "", *words[: name.first]][-2:]
    behind = words[name.last] if name.last < len(words) else ""
    works_there = before in lex.prepositions and any(is_role(word, lex) for word in two if word)
    return works_there or before in lex.before_bodies or behind in lex.behind_bodies


def _acts(words: list[str], name: Name, lex: Lexicon) -> bool:
    """Whether the name is followed by "who", or opens its clause and speaks of "he" or "she"."""
    after = words[name.last : name.last + 2]
    if after[:1] == [","] and after[-1] in lex.relatives_of_people:
        return True
    before = words[name.first - 1] if name.first else "."
    if before[0].isalpha() or words[name.last : name.last + 1] == []:
        return False
    behind = words[name.last + 1 : name.last + 1 + PRONOUNS_WITHIN]
    return words[name.last] in lex.speech_verbs and any(word in lex.personal_pronouns for word in behind)
