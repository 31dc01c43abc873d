"""Tell whether two full names are one, written down or carried over from another script differently.

| one          | other         | is                                             |
|--------------|---------------|------------------------------------------------|
| Mike Tarvon  | Michael Travon | a misprint: two neighbouring letters changed   |
| Hallerson    | Hallrson      | a slip: a letter of a long family name is lost |
| Todd Lund    | B. Todd Lund  | shorter by a given name, or two written as one |
| Jo Lund      | Joanna Lund   | a short form of the given name                 |
| Nouri Malek  | Nuri al-Malek | a transliteration: the same but for the vowels |
| Ahmed Nouri  | Ahmad Nuri    | a spelling: a known one of the given name, too |
| Omar Kalahri | Omar Kalahiri | respelled: a vowel of a long family name more  |
| Vundergil    | Vondergil     | a family name alone, long or with a role in common: but for a vowel |
| Ali Jan Lund | Ali Jan       | begun: the other name goes on                  |
"""

from __future__ import annotations

import re

from digest.compare.full_names import given_spellings, nicknames
from digest.language.letters import VOWELS, one_letter_apart

RARE = 9  # letters from which hardly two families are called nearly the same
LONG = 5  # letters from which two that changed places make no other name
LIKE_VOWELS = re.compile(rf"[{VOWELS}yhw'’-]")
TWICE = re.compile(r"(.)\1+")


def is_misprint(one: tuple[str, ...], other: tuple[str, ...], *, language: str = "en") -> bool:
    """Whether the given names are one and the family names differ by two letters that changed places."""
    if len(one) < 2 or len(other) < 2:
        return False
    known = nicknames(language)
    same = known.get(one[0], one[0]) == known.get(other[0], other[0])
    return (same and _swapped(one[-1], other[-1])) or (one[-1] == other[-1] and _swapped(one[0], other[0]))


def is_slip(one: str, other: str) -> bool:
    """Whether a long word lost or doubled a letter, or two changed places: "hallerson", "hallrson"."""
    if one == other or min(len(one), len(other)) < LONG + 2 or one[:2] != other[:2]:
        return False
    return _swapped(one, other) or (len(one) != len(other) and one_letter_apart(one, other))


def is_shorter(one: tuple[str, ...], other: tuple[str, ...], *, language: str = "en") -> bool:
    """Whether one leaves out the first given name, or writes two as one: "Todd Lund", "Byron Todd Lund"."""
    short, long = sorted((one, other), key=len)
    known = nicknames(language)
    last = [known.get(part, part) for part in long[-len(short) :]]  # "Andy Lund", "Byron Andrew Lund"
    return len(short) > 1 and (last == [known.get(part, part) for part in short] or "".join(short) == "".join(long))


def is_short_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the one given name begins the other: "Jo", "Joanna"; alone it says too little."""
    short, long = sorted((one[0], other[0]), key=len)
    return one[-1] == other[-1] and len(one) > 1 and len(other) > 1 and len(short) > 1 and long.startswith(short)


def is_transliteration(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether family and given name have the same consonants: "Nouri", "Nuri"; alone it says too little."""
    if len(one) < 2 or len(other) < 2 or one[-1][:1] != other[-1][:1] or one[0][:1] != other[0][:1]:
        return False
    return _bare(one[-1]) == _bare(other[-1]) and _bare(one[0]) == _bare(other[0])


def is_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the given name is one that is known to be written in these two ways, and the family name may be, too."""
    known = given_spellings()
    same = one[0] in known and known[one[0]] == known.get(other[0])
    return same and is_transliteration((known[one[0]], *one[1:]), (known[one[0]], *other[1:]))


def is_respelled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the given names are one, and the long family names differ by a vowel: "Kalahri", "Kalahiri"."""
    if len(one) < 2 or len(other) < 2 or "".join(one[:-1]) != "".join(other[:-1]):
        return False
    if min(len(one[-1]), len(other[-1])) < LONG + 1:
        return False
    more = len(one[-1]) != len(other[-1])  # Hansen is not Hanson
    return more and _bare(one[-1]) == _bare(other[-1]) and one_letter_apart(one[-1], other[-1])


def is_respelled_family(one: str, other: str, *, known: bool = False) -> bool:
    """Whether two family names are one but for a vowel; `known` says that something else speaks for it, too.

    By themselves only long ones are: "Vondergil", "Vundergil", but neither "Hansen" and "Hanson" nor "Holm".
    """
    if one[:1] != other[:1] or min(len(one), len(other)) < (LONG if known else RARE):
        return False
    return one != other and _bare(one) == _bare(other) and one_letter_apart(one, other)


def is_begun(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the one name is how the other begins, "Ali Jan", "Ali Jan Lund"; alone it says too little."""
    short, long = sorted((one, other), key=len)
    return 1 < len(short) < len(long) and long[: len(short)] == short


def _swapped(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < LONG or one == other:
        return False
    at = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    first = at[0]
    return len(at) == 2 and at[1] == first + 1 and one[first : first + 2] == other[first : first + 2][::-1]


def _bare(name: str) -> str:
    return TWICE.sub(r"\1", name[:1] + LIKE_VOWELS.sub("", name[1:]))
