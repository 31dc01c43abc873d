"""Know the names that speak but are nobody known: after "Nimbly told a paper", "she" may be Nimbly."""

from __future__ import annotations

from collections.abc import Sequence, Set

from digest.extract.name import Name, NameKind
from digest.extract.reading import Reading

MAY_BE_PEOPLE = frozenset({NameKind.OPEN, NameKind.PERSON})


def strangers(reading: Reading, names: Sequence[Name], *, taken: Set[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The sentence and the first word of each name before a verb of speech that no known person bears."""
    lex = reading.lex
    return frozenset(
        (name.sentence, name.first)
        for name in names
        if name.kind in MAY_BE_PEOPLE
        and (name.start, name.end) not in taken
        and not lex.speech_verbs.isdisjoint(reading.phrases[name.sentence].words[name.last : name.last + 1])
    )
