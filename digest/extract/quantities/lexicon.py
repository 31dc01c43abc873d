"""The language's words about quantities, made ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from digest.extract.quantities.words import Word, words
from digest.language import subject
from digest.language.numerals import number_words

# Phrases keyed by their first word: the rest of the words, and what the phrase stands for; the longest first.
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What `figures.yml` holds, as sets, numbers and phrases."""

    small: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    money_scales: Mapping[str, int]
    vague: Mapping[str, int]
    fractions: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    signs: Mapping[str, str]
    codes: frozenset[str]
    money: Phrases
    units: Phrases
    units_low: Phrases
    glued_only: frozenset[str]
    durations: frozenset[str]
    metre_words: frozenset[str]
    qualifiers: Phrases
    qualifiers_after: Phrases
    rise_verbs: frozenset[str]
    fall_verbs: frozenset[str]
    rise_nouns: frozenset[str]
    fall_nouns: frozenset[str]
    labels: frozenset[str]
    prefixes: frozenset[str]
    before_one: frozenset[str]
    qualifying_verbs: frozenset[str]
    months: frozenset[str]
    qualities: frozenset[str]
    verbs: frozenset[str]
    per: frozenset[str]
    clock: frozenset[str]
    eras: frozenset[str]
    eras_after: frozenset[str]
    halving: frozenset[str]
    ordinal_ends: frozenset[str]
    several: frozenset[str]
    streets: frozenset[str]
    votes: frozenset[str]
    being: frozenset[str]
    times_after: frozenset[str]
    ages: frozenset[str]
    labels_after: frozenset[str]
    anaphors: frozenset[str]
    not_one: frozenset[str]
    stops: frozenset[str]
    plurals: frozenset[str]
    not_plural: frozenset[str]
    scales_in_front: frozenset[str]
    before_over: frozenset[str]
    ranking: frozenset[str]
    ordinals: Mapping[str, int]
    superlatives: frozenset[str]
    number_words: frozenset[str]


def phrase(found: Sequence[Word], at: int, table: Phrases, *, exact: bool = False) -> tuple[str, int] | None:
    """The meaning of the longest phrase that starts at a word, and the index after it; None where none does."""
    if at >= len(found):
        return None
    for rest, meaning in table.get(found[at].text if exact else found[at].low, ()):
        end = at + 1 + len(rest)
        if end <= len(found) and all(
            (w.text if exact else w.low) == r for w, r in zip(found[at + 1 : end], rest, strict=True)
        ):
            return meaning, end
    return None


@cache
def lexicon(language: str) -> Lexicon:
    """Load the words of a language."""
    data = subject(language, "figures")
    vague = dict(data["vague"])
    fractions = {**data["fractions"], **data["glyphs"]}
    return Lexicon(
        small=data["ones"],
        tens=data["tens"],
        scales=data["scales"],
        short_scales=data["short_scales"],
        money_scales=data["money_scales"],
        vague=vague,
        fractions={word: _decimal(value) for word, value in fractions.items()},
        multiples={word: _decimal(value) for word, value in data["multiples"].items()},
        signs=data["currency_signs"],
        codes=frozenset(data["currency_codes"]),
        money=phrase_table(_money(data)),
        units=phrase_table(_pairs(data["units"])),
        units_low=phrase_table((form.lower(), unit) for form, unit in _pairs(data["units"]) if len(form) > 3),
        glued_only=frozenset(data["glued_only"]),
        durations=frozenset(data["durations"]),
        metre_words=frozenset(data["metre_words"]),
        qualifiers=phrase_table(_pairs(data["qualifiers"])),
        qualifiers_after=phrase_table(_pairs(data["qualifiers_after"])),
        rise_verbs=frozenset(data["rise_verbs"]),
        fall_verbs=frozenset(data["fall_verbs"]),
        rise_nouns=_with_plurals(data["rise_nouns"]),
        fall_nouns=_with_plurals(data["fall_nouns"]),
        labels=frozenset(data["labels"]),
        prefixes=frozenset(data["prefixes"]),
        before_one=frozenset(data["before_one"]),
        qualifying_verbs=frozenset(data["qualifying_verbs"]),
        months=frozenset(month.lower() for month in subject(language, "dates")["months"] if month != "May"),
        qualities=frozenset(data["qualities"]),
        verbs=frozenset(data["verbs"]),
        per=frozenset(data["per"]),
        clock=frozenset(data["clock"]),
        eras=frozenset(data["eras"]),
        eras_after=frozenset(data["eras_after"]),
        halving=frozenset(data["halving"]),
        ordinal_ends=frozenset(data["ordinal_ends"]),
        several=frozenset(data["several"]),
        votes=frozenset(data["votes"]),
        streets=frozenset(data["streets"]),
        being=frozenset(data["being"]),
        times_after=frozenset(data["times_after"]),
        ages=frozenset(data["ages"]),
        labels_after=frozenset(data["labels_after"]),
        anaphors=frozenset(data["anaphors"]),
        not_one=frozenset(data["not_one"]),
        stops=frozenset(data["stops"]),
        plurals=frozenset(data["plurals"]),
        not_plural=frozenset(data["not_plural"]),
        scales_in_front=frozenset(data["scales_in_front"]),
        before_over=frozenset(data["before_over"]),
        ranking=frozenset(data["ranking"]),
        ordinals=data["ordinals"],
        superlatives=frozenset(data["superlatives"]),
        number_words=number_words(language) | {"couple"},
    )


def _decimal(value: Any) -> Decimal:
    exact = Fraction(str(value))
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _pairs(table: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, str]]:
    return ((form, meaning) for meaning, forms in table.items() for form in forms)


def _money(data: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    yield from data["currency_words"].items()
    for name, code in data["currency_countries"].items():
        yield name, code
        yield (name if name.endswith(("yen", "yuan", "won")) else f"{name}s"), code


def phrase_table(pairs: Iterable[tuple[str, str]]) -> Phrases:
    """Key phrases by their first word, the longest first."""
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for form, meaning in pairs:
        first, *rest = (w.text for w in words(form, 0, len(form)))
        table.setdefault(first, {}).setdefault(tuple(rest), meaning)
    return {first: sorted(rests.items(), key=lambda item: (-len(item[0]), item[0])) for first, rests in table.items()}


def _with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, f"{noun}s"))
