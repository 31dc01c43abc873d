"""The words that show what a figure measures and over what time, made ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from digest.extract.quantities.lexicon import Phrases, phrase_table
from digest.language import subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Sets of lower-case words; `periods` and `such_as` are phrases, `act_endings` of words."""

    level_verbs: frozenset[str]
    verbs: frozenset[str]
    say_verbs: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    openers: frozenset[str]
    links: frozenset[str]
    toll: frozenset[str]
    taking_up: frozenset[str]
    particles: frozenset[str]
    clause_openers: frozenset[str]
    conjunctions: frozenset[str]
    nouns_in_ly: frozenset[str]
    clause_words: frozenset[str]
    counting: frozenset[str]
    bare_nouns: frozenset[str]
    other: frozenset[str]
    times: frozenset[str]
    weak_heads: frozenset[str]
    nobody: frozenset[str]
    measures_nothing: frozenset[str]
    modals: frozenset[str]
    dimensions: frozenset[str]
    passives: frozenset[str]
    participles: frozenset[str]
    having: frozenset[str]
    hitting: frozenset[str]
    relative: frozenset[str]
    citing: frozenset[str]
    scoring: frozenset[str]
    adverbs: frozenset[str]
    states: frozenset[str]
    acts: frozenset[str]
    places: frozenset[str]
    links_in_front: frozenset[str]
    purposes: frozenset[str]
    idioms: frozenset[str]
    not_acts: frozenset[str]
    act_endings: tuple[str, ...]
    readings: frozenset[str]
    distances: frozenset[str]
    parts: frozenset[str]
    parts_of_ten: frozenset[str]
    subordinate: frozenset[str]
    urging: frozenset[str]
    promising: frozenset[str]
    periods: Phrases
    such_as: frozenset[tuple[str, ...]]


@cache
def cues(language: str) -> Cues:
    """Load the cues of a language."""
    data = subject(language, "figures")
    names = (field.name for field in fields(Cues) if field.name not in {"periods", "such_as", "act_endings"})
    return Cues(
        **{name: frozenset(data[name]) for name in names},
        periods=phrase_table((form, form) for form in data["periods"]),
        act_endings=tuple(data.get("act_endings", ())),
        such_as=frozenset(tuple(str(form).split()) for form in data.get("such_as", ())),
    )
