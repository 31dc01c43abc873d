"""Find the groups of people whose names are other forms of one name.

| forms                        | are joined if                                                                       |
|------------------------------|-------------------------------------------------------------------------------------|
| George Bush, George W. Bush  | there is one fuller name only                                                       |
| J. Ito, Joanna Ito           | they have a role in common; or a country, and there is no other such name           |
| Joe Biden, Joseph Biden      | likewise                                                                            |
| Ito, Joanna Ito              | they have a role in common that no other Ito has, or hardly ever                    |
| Ito, Ito                     | they have a role in common, and nobody's full name has the word                     |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from digest.compare.full_names import FullName, is_family, is_fuller, is_variant
from digest.compare.person_groups import Group

NEARLY_ALL = 4  # times as many stories as all others together
Edge = tuple[int, int]
Relation = Callable[[FullName, FullName, str], bool]


def fuller_names(groups: Sequence[Group]) -> Iterator[Edge]:
    """Yield the pairs of groups, by their numbers, of which one has more of the same name."""
    full, _ = _by_word(groups)
    for number, group in enumerate(groups):
        near = () if group.is_alone else _near(number, group, full)
        fuller = [n for n in near if _related(group, groups[n], _fuller) and group.can_be(groups[n])]
        yield from ((number, other) for other in _certain(group, fuller, groups))


def variants(groups: Sequence[Group]) -> Iterator[Edge]:
    """Yield the pairs of groups whose names are written differently; each must be the other's only choice."""
    full, _ = _by_word(groups)
    wanted = {
        number: set(_variants(group, _near(number, group, full), groups))
        for number, group in enumerate(groups)
        if not group.is_alone
    }
    for number, others in wanted.items():
        yield from ((number, other) for other in sorted(others) if number < other and number in wanted[other])


def single_words(groups: Sequence[Group]) -> Iterator[Edge]:
    """Yield the pairs of groups of which one is called by one word only."""
    full, alone = _by_word(groups)
    for number, group in enumerate(groups):
        if group.is_alone:
            alike = sorted({other for name in group.names for other in alone[name.family]} - {number})
            yield from ((number, other) for other in _owner(group, _near(number, group, full), alike, groups))


FORMS = (fuller_names, variants, single_words)
"""In this order, each for what the one before has put together."""


def _by_word(groups: Sequence[Group]) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
    """The groups by the words that may be their family name: those of several words, and those of one."""
    full: dict[str, list[int]] = defaultdict(list)
    alone: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for word in {part for name in group.names for part in (name.family, name.given, *name.middle[-1:]) if part}:
            (alone if group.is_alone else full)[word].append(number)
    return full, alone


def _near(number: int, group: Group, full: Mapping[str, list[int]]) -> list[int]:
    """The groups of several words that have the family name of this one, wherever it stands."""
    words = {name.family for name in group.names}
    return sorted({other for word in words for other in full.get(word, ())} - {number})


def _fuller(one: FullName, other: FullName, language: str) -> bool:
    return is_fuller(one, other, language=language)


def _variant(one: FullName, other: FullName, language: str) -> bool:
    return is_variant(one, other, language=language) or is_fuller(one, other, language=language)


def _family(one: FullName, other: FullName, language: str) -> bool:
    return is_family(one, other, language=language)


def _related(one: Group, other: Group, relation: Relation) -> bool:
    return any(relation(a, b, one.language) for a in one.names for b in other.names)


def _certain(group: Group, fuller: Sequence[int], groups: Sequence[Group]) -> list[int]:
    """The fuller names, if they are forms of one name themselves; else the one with a role in common."""
    if _are_one_name(fuller, groups):
        return list(fuller)
    common = [n for n in fuller if group.bearing.heads & groups[n].bearing.heads]
    return common if len(common) == 1 else []


def _are_one_name(numbers: Sequence[int], groups: Sequence[Group]) -> bool:
    """Whether every two of them are forms of one name."""
    return all(
        _related(groups[i], groups[j], _variant) or _related(groups[j], groups[i], _variant)
        for i in numbers
        for j in numbers
        if i < j
    )


def _variants(group: Group, near: Sequence[int], groups: Sequence[Group]) -> list[int]:
    """The variants of a name that have a role in common, if they are one name; or the only one, with a country."""
    by_name = [n for n in near if _related(group, groups[n], _variant) or _related(groups[n], group, _variant)]
    fitting = [n for n in by_name if group.can_be(groups[n])]
    common = [n for n in fitting if group.bearing.heads & groups[n].bearing.heads]
    if common:
        return common if _are_one_name(common, groups) else []
    if len(by_name) == 1 and fitting and group.bearing.countries & groups[fitting[0]].bearing.countries:
        return fitting
    return []


def _owner(group: Group, near: Sequence[int], alike: Sequence[int], groups: Sequence[Group]) -> Sequence[int]:
    """Who is called by one word: who has the role in nearly all stories of that family; else others called so, too."""
    families = [n for n in near if _related(group, groups[n], _family)]
    if families:
        bearing = {n: _with_role(group, groups[n]) for n in families}
        best = max(sorted(families), key=lambda n: bearing[n])
        others = sum(bearing.values()) - bearing[best]
        clear = bearing[best] > 0 and bearing[best] >= NEARLY_ALL * others
        return [best] if clear and group.can_be(groups[best]) else ()
    return [n for n in alike if group.bearing.heads & groups[n].bearing.heads and group.can_be(groups[n])]


def _with_role(group: Group, other: Group) -> int:
    """In how many stories the other has a role of the group's."""
    return max((other.heads.get(head, 0) for head in group.bearing.heads), default=0)
