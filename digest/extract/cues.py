"""Know the words that attribute speech: cue verbs, "according to", and the small words around a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from digest.language import subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """One language's words about speech, matched with their case; the YAML file says what each group is for."""

    # cue verbs by form, and by what they do
    verbs: frozenset[str]
    finite: frozenset[str]
    participles: frozenset[str]
    bases: frozenset[str]
    pasts: frozenset[str]
    speech: frozenset[str]
    also_nouns: frozenset[str]
    with_particle: Mapping[str, str]
    clausal: frozenset[str]
    infinitive: frozenset[str]
    urging: frozenset[str]
    calling: frozenset[str]
    telling: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    according_starts: frozenset[str]
    # what is no statement of the person named
    rejecting: frozenset[str]
    rejected: frozenset[str]
    rejection_ends: frozenset[str]
    rejecting_back: frozenset[str]
    denying: frozenset[str]
    denial_ends: frozenset[str]
    refusing: frozenset[str]
    known: frozenset[str]
    referred: frozenset[str]
    naming_nouns: frozenset[str]
    works: frozenset[str]
    # sources
    heads: frozenset[str]
    strangers: frozenset[str]
    after_verbs: frozenset[str]
    collectives: frozenset[str]
    channels: frozenset[str]
    letters: frozenset[str]
    written_by: frozenset[str]
    put_out: frozenset[str]
    whose_letters: frozenset[str]
    issued: frozenset[str]
    speaking: frozenset[str]
    silent: frozenset[str]
    after_noun: frozenset[str]
    takes_object: frozenset[str]
    implies: frozenset[str]
    told: frozenset[str]
    asking: frozenset[str]
    asks: frozenset[str]
    aged: tuple[str, ...]
    corrected: tuple[str, ...]
    naming: Mapping[str, tuple[str, ...]]
    stands_for: Mapping[str, tuple[str, ...]]
    titles: frozenset[str]
    dotted: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    not_names: frozenset[str]
    # small words
    pronouns: frozenset[str]
    persons: frozenset[str]
    neuter: frozenset[str]
    first_person: frozenset[str]
    pronominal: frozenset[str]
    relatives: frozenset[str]
    whose_verb: frozenset[str]
    other_name: frozenset[str]
    naming_words: frozenset[str]
    asides: frozenset[str]
    clitics: frozenset[str]
    auxiliaries: frozenset[str]
    not_auxiliaries: frozenset[str]
    being: frozenset[str]
    irregular: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    joins: frozenset[str]
    belongs: frozenset[str]
    owns: frozenset[str]
    beside: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]
    as_saying: frozenset[str]
    that: frozenset[str]
    conjunctions: frozenset[str]
    splits: frozenset[str]
    openers: frozenset[str]
    breaks: frozenset[str]
    leading: frozenset[str]
    plurals: frozenset[str]
    claimed: frozenset[str]
    answers: frozenset[str]
    upon: frozenset[str]
    accompanies: frozenset[str]
    times: frozenset[str]
    title_leads: frozenset[str]
    airs: frozenset[str]
    performs: frozenset[str]
    no_clause: frozenset[str]
    strikes: frozenset[str]
    indefinite: frozenset[str]
    owners: frozenset[str]
    relays: frozenset[str]
    arguing: frozenset[str]
    uttered: frozenset[str]
    over: frozenset[str]
    negations: frozenset[str]
    conditions: frozenset[str]
    below: frozenset[str]
    counts: frozenset[str]
    lesser: frozenset[str]
    imperatives: frozenset[str]
    issues: frozenset[str]
    spans: frozenset[str]
    new: frozenset[str]
    becoming: frozenset[str]
    called: frozenset[str]
    # unions of the above, because they are asked for with every word of an article
    bare_determiners: frozenset[str]
    never_sources: frozenset[str]
    never_begin: frozenset[str]
    never_inside: frozenset[str]
    phrase_ends: frozenset[str]
    attributing: frozenset[str]  # without one of these a sentence says nothing that anybody said


_GROUPS = (
    "also_nouns",
    "clausal",
    "infinitive",
    "urging",
    "calling",
    "telling",
    "known",
    "referred",
    "naming_nouns",
    "works",
    "heads",
    "strangers",
    "after_verbs",
    "collectives",
    "channels",
    "letters",
    "written_by",
    "put_out",
    "whose_letters",
    "issued",
    "speaking",
    "silent",
    "after_noun",
    "takes_object",
    "implies",
    "told",
    "asking",
    "asks",
    "titles",
    "particles",
    "not_names",
    "pronouns",
    "persons",
    "neuter",
    "first_person",
    "pronominal",
    "relatives",
    "whose_verb",
    "other_name",
    "naming_words",
    "asides",
    "clitics",
    "auxiliaries",
    "not_auxiliaries",
    "being",
    "irregular",
    "adverbs",
    "determiners",
    "prepositions",
    "joins",
    "belongs",
    "owns",
    "beside",
    "by",
    "to",
    "as_saying",
    "that",
    "conjunctions",
    "splits",
    "openers",
    "breaks",
    "leading",
    "plurals",
    "answers",
    "upon",
    "accompanies",
    "times",
    "title_leads",
    "airs",
    "performs",
    "no_clause",
    "strikes",
    "indefinite",
    "owners",
    "relays",
    "arguing",
    "uttered",
    "over",
    "negations",
    "conditions",
    "below",
    "counts",
    "lesser",
    "imperatives",
    "issues",
    "spans",
    "new",
    "becoming",
    "called",
)


@cache
def cues(language: str) -> Cues:
    """Load the words of a language."""
    data = subject(language, "quotes")
    groups = {name: frozenset(data[name]) for name in _GROUPS}
    lines = [line.split() for line in (*data["speech"], *data["naming"])]
    verbs = frozenset(form for line in lines for form in line)
    participles = frozenset(v for v in verbs if v.endswith("ing"))
    with_particle = dict(phrase.split() for phrase in data["with_particle"])
    determiners, prepositions, conjunctions = groups["determiners"], groups["prepositions"], groups["conjunctions"]
    auxiliaries, adverbs, leading = groups["auxiliaries"], groups["adverbs"], groups["leading"]
    according_starts = frozenset(form for phrase in data["according"] for form in _cases(phrase.split()[0]))
    inside = conjunctions | prepositions | auxiliaries | leading | participles
    names = subject(language, "names")
    given = frozenset(" ".join(names[group] for group in ("men", "women", "either") if group in names).split())
    return Cues(
        **groups,
        given=given,
        verbs=verbs | frozenset(with_particle),
        finite=verbs - participles,
        participles=participles,
        bases=frozenset(line[0] for line in lines),
        pasts=frozenset(form for line in lines for form in line[2:]) - participles,
        speech=frozenset(form for line in data["speech"] for form in line.split()),
        with_particle=with_particle,
        according=tuple(tuple(phrase.split()) for phrase in data["according"]),
        according_starts=according_starts,
        rejecting=frozenset(data["rejecting"]["verbs"]),
        rejected=frozenset(data["rejecting"]["nouns"]),
        rejection_ends=frozenset(data["rejecting"]["ends"]),
        rejecting_back=frozenset(data["rejecting"]["back"]),
        denying=frozenset(data["rejecting"]["denying"]),
        denial_ends=frozenset(data["rejecting"]["denial_ends"]),
        refusing=frozenset(data["rejecting"]["refusing"]),
        stands_for={word: tuple(roles) for word, roles in data["stands_for"].items()},
        aged=tuple(data["aged"]),
        corrected=tuple(data["corrected"]),
        naming={cue: tuple(marks) for cue, marks in data["naming_marks"].items()},
        claimed=frozenset(data["claimed"]) | determiners | groups["pronouns"],
        dotted=groups["titles"] | frozenset(data["abbreviations"]),
        bare_determiners=determiners - groups["pronominal"],
        attributing=verbs | frozenset(with_particle) | according_starts | groups["urging"] | groups["calling"],
        never_sources=inside | groups["not_names"] | groups["first_person"],
        never_begin=prepositions | participles | (conjunctions - determiners),
        never_inside=inside | (groups["pronouns"] - determiners),
        phrase_ends=conjunctions
        | (prepositions - groups["joins"])
        | auxiliaries
        | verbs
        | groups["irregular"]
        | groups["not_names"]
        | adverbs,
    )


def _cases(word: str) -> Iterable[str]:
    return word, word.capitalize()
