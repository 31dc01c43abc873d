"""A language's words about quantities, as its `figures.yml` gives them, made ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from digest.extract.quantities.lexicon import Phrases, phrase_table
from digest.language import subject
from digest.language.numerals import number_words

SETS = (
    "links",
    "labels",
    "anaphors",
    "clock",
    "stops",
    "prenominal",
    "articles",
    "range_links",
    "range_leads",
    "toll",
    "bare_nouns",
    "of",
    "prepositions",
    "verbs",
    "auxiliaries",
    "level_verbs",
    "rise",
    "fall",
    "per",
    "durations",
    "times",
    "glued_only",
    "weak_heads",
    "not_units_alone",
    "from_words",
    "to_words",
    "minus",
    "origins",
    "clause_words",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What `figures.yml` holds, in lower case; what each group is for stands beside it in the file."""

    digits: re.Pattern[str]
    decimal: str
    numbers: Mapping[str, Decimal]
    together: bool
    ands: frozenset[str]
    vague: Mapping[str, int]
    multiples: Mapping[str, Decimal]
    signs: Mapping[str, str]
    units: Phrases
    units_exact: Phrases
    money: Phrases
    qualifiers: Phrases
    per_share: frozenset[str]
    nouns_have_capitals: bool
    sets: Mapping[str, frozenset[str]]
    number_words: frozenset[str]

    def has(self, group: str, word: str) -> bool:
        """Whether a word belongs to a group of the file."""
        return word in self.sets[group]


@cache
def lexicon(language: str) -> Lexicon:
    """Load the words of a language."""
    data = subject(language, "figures")
    thousands = "".join(map(re.escape, data["thousands"]))
    decimal = re.escape(data["decimal"])
    numbers = {str(word): Decimal(str(value)) for word, value in data["numbers"].items()}
    units = data["units"]
    return Lexicon(
        digits=re.compile(rf"(?:\d{{1,3}}(?:[{thousands}]\d{{3}})+|\d+)(?:{decimal}\d+)?"),
        decimal=data["decimal"],
        numbers=numbers,
        together=bool(data["together"]),
        ands=frozenset(data["ands"]),
        vague={str(word): int(size) for word, size in data["vague"].items()},
        multiples={str(word): Decimal(str(value)) for word, value in data["multiples"].items()},
        signs=data["currency_signs"],
        units=phrase_table((form.lower(), unit) for form, unit in _pairs(units) if len(form) > 3 or form.islower()),
        units_exact=phrase_table((form, unit) for form, unit in _pairs(units) if len(form) <= 4),
        money=phrase_table((form.lower(), code) for code, forms in data["money"].items() for form in forms),
        qualifiers=phrase_table((form, name) for name, forms in data["qualifiers"].items() for form in forms),
        per_share=frozenset(units["%"]),
        nouns_have_capitals=bool(data.get("nouns_have_capitals")),
        sets={name: frozenset(str(word) for word in data[name]) for name in SETS},
        number_words=number_words(language),
    )


def _pairs(table: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, str]]:
    return ((form, meaning) for meaning, forms in table.items() for form in forms)
