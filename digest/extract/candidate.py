"""A name that could be a person's, with what is known around it, and the words by which names are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digest.extract.name import Name
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Phrase, Reading


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that could be a person's. `alone` counts how often each word stands alone in the article."""

    name: Name
    parts: tuple[str, ...]
    phrase: Phrase
    reading: Reading
    alone: Mapping[str, int]

    @property
    def lex(self) -> Lexicon:
        """The words of the article's language."""
        return self.reading.lex

    @property
    def common_last(self) -> bool:
        """Whether the last word is an ordinary one."""
        return self.reading.is_common(self.parts[-1])

    @property
    def is_titled(self) -> bool:
        """Whether a title stands before the name, or a role in lower case: "foreign minister Le Yucheng"."""
        return self.name.titled or titled_before(self.name, self.reading)


def plain_parts(name: Name, lex: Lexicon) -> tuple[str, ...]:
    """The words of a name as names are compared: no "Jr.", no "al-", no particle first, one kind of apostrophe."""
    parts = name.parts
    if len(parts) == 1 and "-" not in parts[0] and "’" not in parts[0] and parts[0] not in lex.suffixes:
        return parts
    plain = [part.replace("’", "'") for part in parts if part not in lex.suffixes]
    plain = [part.partition("-")[2] if "-" in part and _is_prefixed(part, lex) else part for part in plain]
    if len(plain) > 2 and plain[0].lower() in lex.particles and plain[1] in (lex.particles | lex.inner_particles):
        del plain[0]  # "Van der Holt" opens a sentence
    while len(plain) > 1 and (plain[0] in lex.particles or plain[0] in lex.inner_particles):
        del plain[0]
    return tuple(plain)


def _is_prefixed(part: str, lex: Lexicon) -> bool:
    """Whether a prefix stands before a name: "al-Masri", and "Al-Masri" where it opens a sentence."""
    return (part[:1].lower() + part[1:]).startswith(lex.name_prefixes) and part.partition("-")[2][:1].isupper()


def titled_before(name: Name, reading: Reading) -> bool:
    """Whether a role in lower case stands right before a name."""
    i = name.first - 1
    return i >= 0 and reading.phrases[name.sentence].words[i].lower() in reading.lex.roles
