"""Choose which of a person's roles a story's page tells: each office once, in its fullest words, and two at most.

"Port Committee Chairman Senator", "committee chair", "a Bern Liberal"   ->  "Port Committee Chairman Senator"
"former President", "President"                                          ->  "former President"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from digest.language import subject
from digest.language.role_words import RoleWords, role_words

MOST = 2
"""How many roles of a person a story's page tells."""


class _Words(NamedTuple):
    vague: frozenset[str]  # heads that leave the office open: "diplomat"
    titles: frozenset[str]  # titles that stand behind an office: "Chairman *Senator*"
    implied: dict[str, frozenset[str]]  # a title, and the words that tell it already: senator -> senate
    heads: dict[str, str]  # heads that are one: lawyer -> attorney
    light: frozenset[str]  # words that tell no office from another
    party: frozenset[str]
    of_party: frozenset[str]  # what leads from a party to where somebody is from: "a Liberal *of* Bern"
    past: frozenset[str]  # words that say that a role is not held now
    single: frozenset[str]  # what one alone is at a time
    joint: re.Pattern[str]  # what stands between two roles: "mayor *and* clerk"
    still: frozenset[str]  # words that alter a role otherwise, and are no rank: "first"


def told_roles(wordings: Sequence[str], support: Sequence[int], language: str = "en") -> tuple[int, ...]:
    """Which of a person's roles to tell, by their places; `support` is how many articles have each.

    What is left out says a part of another one, or where somebody belongs, or that they hold what they no longer do.
    """
    data = _data(language)
    read = [_office(wording, language) for wording in wordings]
    full = [len(office.says - data.light - data.party) for office in read]
    order = sorted(range(len(read)), key=lambda n: (not _is_over(read[n], data), not full[n], -support[n], -full[n], n))
    kept: list[int] = []
    for place in order:
        if not any(_covers(read[other], read[place], data) for other in kept):
            kept.append(place)
    kept = [n for n in kept if not any(_is_part(wordings[n], wordings[o], language) for o in kept if o != n)]
    belonging = [n for n in kept if _is_party(wordings[n], read[n], data)]
    offices = [n for n in kept if n not in belonging] or [n for n in belonging if read[n].says]
    best = sorted(offices, key=lambda n: (-support[n], -full[n], n))[:MOST]
    return tuple(sorted(best))


def held_before(people: Sequence[Sequence[str]], language: str = "en") -> tuple[frozenset[int], ...]:
    """The roles of each person, by their places, that somebody before them has, and one alone has at a time.

    Of two who are called "President" the one of whom most is told holds the office; the other held it.
    """
    data = _data(language)
    taken: set[RoleWords] = set()
    found = []
    for wordings in people:
        read = [role_words(wording, language) for wording in wordings]
        found.append(frozenset(n for n, role in enumerate(read) if role in taken))
        taken |= {role for role in read if role.head in data.single}
    return tuple(found)


def _office(wording: str, language: str) -> RoleWords:
    """Read a role without a title behind it: "Port Committee Chairman *Senator*"."""
    data = _data(language)
    first, _, title = wording.strip().rpartition(" ")
    behind = role_words(title, language)
    if first and behind.head in data.titles:
        office = role_words(first, language)
        if office.head in data.heads or office.head in data.vague:
            return office
    return role_words(wording, language)


def _covers(one: RoleWords, other: RoleWords, data: _Words) -> bool:
    """Whether nothing is left to tell of the other role, where one is told."""
    if _rank(one, data) != _rank(other, data):
        return False
    mine, its = one.says - data.light, other.says - data.light - data.party
    head, its_head = data.heads.get(one.head, one.head), data.heads.get(other.head, other.head)
    if _is_over(one, data) and not _is_over(other, data):  # "former President", and "I told President Ito"
        return head == its_head and (its <= mine or mine <= its)
    if _is_over(one, data) != _is_over(other, data):
        return False
    if not its and data.implied.get(other.head, frozenset()) & mine:
        return True  # "Senator" beside "Senate leader"
    return head == its_head or (other.head in data.vague and its <= mine)


def _is_part(wording: str, other: str, language: str) -> bool:
    """Whether a role is one of several that another wording joins: "current chief clerk" of "mayor and chief clerk"."""
    data, own = _data(language), role_words(wording, language)
    parts = [role_words(part, language) for part in data.joint.split(other)]
    return len(parts) > 1 and any(
        part.head == own.head and part.altered == own.altered and own.says - data.light <= part.says for part in parts
    )


def _is_over(role: RoleWords, data: _Words) -> bool:
    return not role.altered.isdisjoint(data.past)


def _rank(role: RoleWords, data: _Words) -> frozenset[str]:
    return role.altered - data.past - data.still


def _is_party(wording: str, role: RoleWords, data: _Words) -> bool:
    """Whether words tell only where somebody belongs: "a Bern Liberal", not "top Liberal on the Port Committee"."""
    words = wording.lower().replace(",", " ").split()
    behind = words[next((n for n, word in enumerate(words) if word.rstrip("s") == role.head), len(words)) + 1 :]
    return role.head in data.party and (not behind or behind[0] in data.of_party)


@cache
def _data(language: str) -> _Words:
    compare, titles = subject(language, "compare"), subject(language, "titles")
    told = compare.get("told_roles", {})
    light = (*told.get("light", ()), *titles.get("bodies_needing_which", ()), *titles.get("vague_modifiers", ()))
    implied = {role_words(str(title), language).head: frozenset(by) for title, by in told.get("implied", {}).items()}
    return _Words(
        vague=frozenset(told.get("vague", ())),
        titles=frozenset(implied) | {role_words(str(title), language).head for title in told.get("titles", ())},
        implied=implied,
        heads={str(word): str(row[-1]) for row in told.get("one_office", ()) for word in row},
        light=frozenset(light),
        party=frozenset(compare.get("belonging", ())) | frozenset(told.get("party", ())),
        of_party=frozenset(told.get("of_party", ())),
        past=frozenset(told.get("past", ())),
        single=frozenset(told.get("single", ())),
        joint=re.compile(rf" (?:{'|'.join(re.escape(str(word)) for word in compare.get('joints', ('&',)))}) "),
        still=frozenset(told.get("still", ())),
    )
