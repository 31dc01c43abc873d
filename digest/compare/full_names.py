"""Cut a name into its parts, and tell how two names can be one person's.

| one                | other              | is                                          |
|--------------------|--------------------|---------------------------------------------|
| George Bush        | George W. Bush     | fuller: the other has more of the same name |
| J. Ito             | Joanna Ito         | variant: something else must speak for it   |
| Joe Biden          | Joseph Biden       | variant                                     |
| Yucheng Le         | Le Yucheng         | variant                                     |
| Ito                | Joanna Ito         | family name alone                           |
| George H. W. Bush  | George W. Bush     | nothing                                     |
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from digest.language import subject
from digest.language.letters import one_letter_apart
from digest.language.slugs import LETTERS

PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # "O’Neill", "Al-Assad"
OWN = re.compile(r"['’]s$")


class FullName(NamedTuple):
    """The parts of a name, in lower case without accents. `given` is "" where the name has one part alone."""

    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str = ""

    @property
    def key(self) -> str:
        """The same for two spellings with and without hyphens: "Kim Jong-un", "Kim Jong Un"."""
        return "-".join((self.given, *self.middle, self.family, self.suffix))

    @property
    def is_alone(self) -> bool:
        """Whether it is one word."""
        return not self.given


def full_name(name: str, *, language: str = "en") -> FullName | None:
    """Cut a name into its parts; None where it has no letters."""
    data = subject(language, "compare")
    split = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    plain = "".join(c for c in split if not unicodedata.combining(c)).replace("’", "'")
    prefixes = tuple(subject(language, "names")["name_prefixes"])
    parts = [OWN.sub("", part) for part in PART.findall(plain)]
    parts = [part.partition("-")[2] if part.startswith(prefixes) and part[-1] != "-" else part for part in parts]
    suffixes = [part for part in parts[1:] if part in data["suffixes"]]
    core = without_letters([part for n, part in enumerate(parts) if not n or part not in data["suffixes"]], language)
    if len(core) > 2:
        core = [core[0], *(part for part in core[1:-1] if part not in data["particles"]), core[-1]]
    if not core:
        return None
    if len(core) == 1:
        return FullName("", (), core[0], "".join(suffixes))
    return FullName(core[0], tuple(core[1:-1]), core[-1], "".join(suffixes))


def without_letters(parts: list[str], language: str) -> list[str]:
    """The parts of a name without the letters that stand behind a full one: "Ann Ito MP"."""
    letters = subject(language, "compare").get("behind_names", ())
    return parts[:-1] if len(parts) > 2 and parts[-1] in letters else parts


def is_fuller(one: FullName, other: FullName, *, language: str = "en") -> bool:
    """Whether the other name is the same with more of it: another middle name, or a second family name."""
    if one.is_alone or other.is_alone or one.given != other.given or one.suffix != other.suffix or one == other:
        return False
    if one.family == other.family and _within(one.middle, other.middle):
        return True
    both = int(subject(language, "compare").get("surnames", 1)) > 1
    return both and other.middle == (*one.middle, one.family)  # "Ana Ruiz", "Ana Ruiz Soler"


def is_variant(one: FullName, other: FullName, *, language: str = "en") -> bool:
    """Whether two names can be one person's, if something else speaks for it as well."""
    if one.is_alone or other.is_alone or one == other:
        return False
    if one.given == other.family and one.family == other.given and not (one.middle or other.middle):
        return True
    if one.family != other.family or (one.suffix and other.suffix and one.suffix != other.suffix):
        return False
    return _can_be(one.middle, other.middle) and _same_given(one.given, other.given, language)


def is_family(alone: FullName, other: FullName, *, language: str = "en") -> bool:
    """Whether a name of one word is the word by which somebody is called: "Ito", and "Le" of "Le Yucheng"."""
    if not alone.is_alone or other.is_alone:
        return False
    east = other.given in family_first(language) and not other.middle
    both = int(subject(language, "compare").get("surnames", 1)) > 1
    return alone.family in (other.family, *([other.given] if east else []), *(other.middle[-1:] if both else ()))


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the middle names of the one stand among the other's in their order, an initial for any that it begins."""
    rest = iter(long)
    return all(any(_initial(part, other) for other in rest) for part in short)


def _initial(short: str, long: str) -> bool:
    return short == long or (len(short) == 1 and long.startswith(short)) or (len(long) == 1 and short.startswith(long))


def _can_be(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return _within(one, other) or _within(other, one)


def _same_given(one: str, other: str, language: str) -> bool:
    known = nicknames(language)
    if known.get(one, one) == known.get(other, other) or _initial(one, other):
        return True
    return one[:2] == other[:2] and min(len(one), len(other)) >= 4 and one_letter_apart(one, other)


@cache
def nicknames(language: str) -> Mapping[str, str]:
    """Short forms and spellings of given names, each with the one that stands for all of its row."""
    return _by_last(subject(language, "compare")["nicknames"]) | given_spellings()


@cache
def given_spellings() -> dict[str, str]:
    """Given names that other scripts write in several ways, each with the one that stands for all of its row."""
    return _by_last(subject("mul", "given_names")["spellings"])


def _by_last(rows: Iterable[Sequence[object]]) -> dict[str, str]:
    return {str(name): str(row[-1]) for row in rows for name in row}


@cache
def family_first(language: str) -> frozenset[str]:
    """The family names, in lower case, that stand before the given name."""
    names = subject(language, "names")["family_first"]
    return frozenset(name.lower() for name in (names.split() if isinstance(names, str) else names))
