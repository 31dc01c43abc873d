"""The words by which a language frames speech, as its `quotes.yml` gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from digest.language import subject

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """One language's frames; what each group is for stands beside it in the YAML file. Sets are in lower case."""

    said: frozenset[str]
    said_last: frozenset[str]
    naming: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    thus: frozenset[str]
    according: tuple[Phrase, ...]
    according_behind: frozenset[str]
    that: frozenset[str]
    no_that_after: frozenset[str]
    pronouns: Mapping[str, str]
    helpers: frozenset[str]
    skipped: frozenset[str]
    determiners: frozenset[str]
    joins: frozenset[str]
    attributes: frozenset[str]
    ends: frozenset[str]
    conjunctions: frozenset[str]
    speaking: frozenset[str]
    speaking_ends: tuple[str, ...]
    told: tuple[str, ...]
    subjunctive: frozenset[str]
    rejecting: frozenset[str]
    rejecting_with: Mapping[str, frozenset[str]]
    impersonal: frozenset[str]
    known: frozenset[str]
    works: tuple[str, ...]
    channels: tuple[str, ...]
    channel_leads: frozenset[str]
    dotted: frozenset[str]
    as_words: frozenset[str]
    genitive_after: frozenset[str]
    genitive_endings: tuple[str, ...]
    nouns_have_capitals: bool


@cache
def frames(language: str) -> Frames:
    """Load the frames of a language."""
    data = subject(language, "quotes")
    sets = (
        "said",
        "said_last",
        "naming",
        "thus",
        "according_behind",
        "that",
        "no_that_after",
        "helpers",
        "skipped",
        "determiners",
        "joins",
        "attributes",
        "ends",
        "conjunctions",
        "speaking",
        "subjunctive",
        "rejecting",
        "known",
        "channel_leads",
        "dotted",
        "as_words",
        "genitive_after",
    )
    return Frames(
        **{name: _lower(data, name) for name in sets},
        rejecting_with={end: frozenset(verbs) for end, verbs in data.get("rejecting_with", {}).items()},
        impersonal=frozenset(data.get("impersonal", ())),
        particles={verb: frozenset(ends) for verb, ends in data["particles"].items()},
        according=tuple(sorted((tuple(p.split()) for p in data["according"]), key=lambda p: (-len(p), p))),
        pronouns=dict(data["pronouns"]),
        speaking_ends=tuple(data["speaking_ends"]),
        told=tuple(data["told"]),
        genitive_endings=tuple(data["genitive_endings"]),
        works=tuple(data["works"]),
        channels=tuple(data["channels"]),
        nouns_have_capitals=bool(data.get("nouns_have_capitals")),
    )


def is_framed(language: str) -> bool:
    """Whether a language's pack describes frames, and not the words of the English grammar."""
    return "frames" in subject(language, "quotes")


def _lower(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(str(word).lower() for word in data[name])
