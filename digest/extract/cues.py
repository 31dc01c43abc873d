"""Know the words that attribute speech: cue verbs, "according to", and the small words around a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from digest.language import subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """One language's words about speech, matched with their case."""

    finite: frozenset[str]
    participles: frozenset[str]
    bases: frozenset[str]
    thirds: frozenset[str]
    pasts: frozenset[str]
    also_nouns: frozenset[str]
    being: frozenset[str]
    speech: frozenset[str]
    naming: frozenset[str]
    rejecting: frozenset[str]
    rejected: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    pronouns: frozenset[str]
    first_person: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    leading: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    channels: frozenset[str]
    heads: frozenset[str]
    with_particle: Mapping[str, str]
    according_starts: frozenset[str]
    stands_for: Mapping[str, tuple[str, ...]]
    irregular: frozenset[str]
    calling: frozenset[str]
    urging: frozenset[str]
    infinitive: frozenset[str]
    clausal: frozenset[str]
    rejection_ends: frozenset[str]
    works: frozenset[str]
    naming_nouns: frozenset[str]
    known: frozenset[str]
    telling: frozenset[str]


@cache
def cues(language: str) -> Cues:
    """Load the words of a language."""
    data = subject(language, "quotes")
    speech, naming = _forms(data["speech"]), _forms(data["naming"])
    verbs = speech | naming
    lines = [*data["speech"], *data["naming"]]
    participles = frozenset(v for v in verbs if v.endswith("ing"))
    return Cues(
        finite=verbs - participles,
        participles=participles,
        bases=frozenset(line.split()[0] for line in lines),
        thirds=frozenset(line.split()[1] for line in lines),
        pasts=frozenset(form for line in lines for form in line.split()[2:] if not form.endswith("ing")),
        also_nouns=frozenset(data["also_nouns"]),
        being=frozenset(data["being"]),
        speech=speech,
        naming=naming,
        rejecting=frozenset(data["rejecting"]["verbs"]),
        rejected=frozenset(data["rejecting"]["nouns"]),
        according=tuple(tuple(phrase.split()) for phrase in data["according"]),
        pronouns=frozenset(data["pronouns"]),
        first_person=frozenset(data["first_person"]),
        relatives=frozenset(data["relatives"]),
        auxiliaries=frozenset(data["auxiliaries"]),
        adverbs=frozenset(data["adverbs"]),
        determiners=frozenset(data["determiners"]),
        prepositions=frozenset(data["prepositions"]),
        conjunctions=frozenset(data["conjunctions"]),
        leading=frozenset(data["leading"]),
        particles=frozenset(data["name_particles"]),
        titles=frozenset(data["titles"]),
        not_names=frozenset(data["not_names"]),
        channels=frozenset(data["channels"]),
        heads=frozenset(data["heads"]),
        with_particle=dict(phrase.split() for phrase in data["with_particle"]),
        according_starts=frozenset(form for phrase in data["according"] for form in _cases(phrase.split()[0])),
        stands_for={word: tuple(roles) for word, roles in data["stands_for"].items()},
        irregular=frozenset(data["irregular"]),
        calling=frozenset(data["calling"]),
        urging=frozenset(data["urging"]),
        infinitive=frozenset(data["infinitive"]),
        clausal=frozenset(data["clausal"]),
        rejection_ends=frozenset(data["rejecting"]["ends"]),
        works=frozenset(data["works"]),
        naming_nouns=frozenset(data["naming_nouns"]),
        known=frozenset(data["known"]),
        telling=frozenset(data["telling"]),
    )


def _forms(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(form for line in lines for form in line.split())


def _cases(word: str) -> tuple[str, str]:
    return word, word.capitalize()
