"""Find the country that a person serves where their role does not name it, but the text around it does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from digest.extract.name import Name, NameKind
from digest.extract.reading import Reading
from digest.extract.roles import Role


class Nations:
    """What an article tells of countries and roles, gathered once."""

    def __init__(self, reading: Reading, names: Sequence[Name]) -> None:
        self.reading = reading
        self.roles = _nations_of_roles(reading, names)
        self.places: Mapping[int, list[Name]] = defaultdict(list)
        for name in names:
            if name.place is not None and name.place.country is not None:
                self.places[name.sentence].append(name)

    def of(self, roles: Sequence[Role], names: Sequence[Name]) -> str | None:
        """The country of a person by the same role elsewhere, or by "the country's" before one of their names."""
        for role in roles:
            found = self.roles.get(role.wording)
            if found:
                return found
        return next(self._the_country(names), None) if roles else None

    def _the_country(self, names: Sequence[Name]) -> Iterator[str]:
        """ "China said the country's vice minister Le": the one country that the sentence names before."""
        for name in names:
            words = self.reading.phrases[name.sentence].words
            for at in range(max(1, name.first - 8), name.first - 1):
                if words[at] == "country" and words[at + 1] in ("'s", "’s") and words[at - 1] == "the":
                    nations = {n.place.country for n in self.places[name.sentence] if n.last < at and n.place}
                    nation = nations.pop() if len(nations) == 1 else None
                    if nation:
                        yield nation


def _nations_of_roles(reading: Reading, names: Sequence[Name]) -> dict[str, str | None]:
    """Roles that the article gives with a country and without a name: "*Chinese* vice foreign minister meets …"."""
    lex = reading.lex
    nations: dict[str, str | None] = {}
    for name in names:
        if name.kind is not NameKind.DEMONYM or name.place is None or name.place.country is None:
            continue
        words, last = reading.phrases[name.sentence].words, name.last
        while last < len(words) and (words[last].lower() in lex.role_modifiers or words[last].lower() in lex.roles):
            last += 1
        if last < len(words) and words[last][0].isupper():
            continue  # "Chilean President Ricardo Lagos" tells of him alone
        role = " ".join(words[name.last : last]).lower()
        if role and nations.setdefault(role, name.place.country) != name.place.country:
            nations[role] = None  # several countries have one
    return nations
