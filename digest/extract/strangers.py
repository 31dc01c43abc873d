"""Know the names that speak but are nobody known: after "Nimbly told a paper", "she" may be Nimbly."""

from __future__ import annotations

from collections.abc import Sequence, Set

from digest.extract.name import Name, NameKind
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Reading

NEAR = 4  # words from "a" or "unnamed" to the noun: "a junior member"
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


def somebody_speaks(words: Sequence[str], lex: Lexicon) -> bool:
    """Whether somebody speaks of whom only a role is told: "*one investigator* said", "said *a police officer*"."""
    verbs, starts = lex.speech_verbs, lex.indefinite_articles
    for at, word in enumerate(words):
        if word not in starts and not (word[0].isupper() and word.lower() in starts):
            continue
        behind = words[at + 1 : at + 2 + NEAR]
        noun = next((i for i, other in enumerate(behind) if other in lex.roles or not other[0].isalpha()), None)
        while noun is not None and "".join(behind[noun + 1 : noun + 2]) in lex.roles:
            noun += 1  # "a police officer"
        if noun is None or behind[noun] not in lex.roles or not lex.prepositions.isdisjoint(behind[:noun]):
            continue
        after = words[at + 2 + noun : at + 4 + noun]
        named = any(other[0].isupper() for other in (after[1:] if after[:1] == [","] else after[:1]))
        if (after and after[0] in verbs) or (at > 0 and words[at - 1] in verbs and not named):
            return True
    return False


def brings_somebody(words: Sequence[str], lex: Lexicon) -> bool:
    """Whether words tell of somebody new without a name: "after *a member* of staff left", "the *unnamed clerk*"."""
    for at, word in enumerate(words):
        if word.lower() in lex.indefinite_articles:
            behind = words[at + 1 : at + 1 + NEAR]
            end = next((i for i, other in enumerate(behind) if not other[0].islower()), len(behind))
            noun = next((i for i, other in enumerate(behind[:end]) if other in lex.roles | lex.weak_roles), end)
            if noun < end and lex.prepositions.isdisjoint(behind[:noun]):
                return True
    return False
