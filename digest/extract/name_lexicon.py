"""The words that tell names from other words, indexed for one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from digest.extract.countries import KnownPlace, gazetteer
from digest.language import subject

# "U.S.", "'s", "Jean-Claude", "O'Brien", "AT&T", or one mark. "China's" is cut into "China" and "'s".
WORD = re.compile(r"(?:[A-Z]\.){2,}|['’][sS]\b|[^\W_]+(?:(?:['’](?![sS]\b)|[-‑&])[^\W_]+)*|\S")


@dataclass(frozen=True, slots=True)
class Known:
    """A name of a table, cut into words: an organization (`place` is None) or a place."""

    words: tuple[str, ...]
    name: str
    place: KnownPlace | None = None
    only_inside: bool = False

    @property
    def is_country(self) -> bool:
        """Whether it names a whole country."""
        return self.place is not None and self.place.place == self.place.country


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, as sets and maps of words."""

    men: frozenset[str]
    women: frozenset[str]
    given: frozenset[str]
    weak_given: frozenset[str]
    family_first: frozenset[str]
    surnames_known: frozenset[str]
    surname_endings: tuple[str, ...]
    known_alone: frozenset[str]
    particles: frozenset[str]
    name_prefixes: tuple[str, ...]
    suffixes: frozenset[str]
    speech_verbs: frozenset[str]
    addressing: frozenset[str]
    no_names: frozenset[str]
    times: frozenset[str]
    given_times: frozenset[str]
    organization_heads: frozenset[str]
    weak_heads: frozenset[str]
    organization_starts: frozenset[str]
    organization_first: frozenset[str]
    publication_words: frozenset[str]
    group_words: frozenset[str]
    place_heads: frozenset[str]
    place_starts: frozenset[str]
    institutions: Mapping[str, tuple[tuple[str, ...], ...]]
    institutions_with_country: frozenset[tuple[str, ...]]
    function_words: frozenset[str]
    ordinary: frozenset[str]
    ordinary_surnames: frozenset[str]
    roles: frozenset[str]
    weak_roles: frozenset[str]
    offices: frozenset[str]
    common_roles: frozenset[str]
    kin: frozenset[str]
    titles_as_given: frozenset[str]
    only_ones: frozenset[str]
    artists: frozenset[str]
    roles_of_bodies: frozenset[str]
    before_bodies: frozenset[str]
    behind_bodies: frozenset[str]
    other_bearers: frozenset[str]
    firms: frozenset[str]
    premises: frozenset[str]
    called: frozenset[str]
    named_things: frozenset[str]
    younger: frozenset[str]
    elder: frozenset[str]
    of_families: frozenset[str]
    pseudonyms: frozenset[str]
    characters: frozenset[str]
    fictional: frozenset[str]
    made_up: frozenset[tuple[str, ...]]
    indefinite_articles: frozenset[str]
    also_known: tuple[tuple[str, ...], ...]
    taking_up: frozenset[str]
    unclosed: frozenset[str]
    role_modifiers: frozenset[str]
    role_nouns: frozenset[str]
    leading_modifiers: frozenset[str]
    honorifics: frozenset[str]
    kept_honorifics: frozenset[str]
    women_words: frozenset[str]
    men_words: frozenset[str]
    short_roles: frozenset[str]
    families: Mapping[str, frozenset[str]]
    known: Mapping[str, tuple[Known, ...]]
    people: Mapping[str, tuple[Known, ...]]
    place_words: frozenset[str]
    place_endings: tuple[str, ...]
    whole_place_endings: tuple[str, ...]
    government_words: frozenset[str]
    acting_words: frozenset[str]
    acronyms: Mapping[str, str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    others_articles: frozenset[str]
    bound_articles: frozenset[str]
    joining: frozenset[str]
    bound_owners: frozenset[str]
    fields_of_office: frozenset[str]
    no_role_starts: frozenset[str]
    clause_openers: frozenset[str]
    opens_below: frozenset[str]
    clause_words: frozenset[str]
    pronouns: Mapping[str, str]
    personal_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    bound: Mapping[str, str]
    words_of_people: frozenset[str]
    works_as: frozenset[tuple[str, ...]]
    relatives_of_people: frozenset[str]
    nouns_have_capitals: bool
    inner_particles: frozenset[str]
    particles_are_words: bool
    complements: frozenset[str]
    complement_articles: frozenset[str]
    role_links: frozenset[str]
    role_endings: tuple[str, ...]
    women_endings: tuple[str, ...]
    men_endings: tuple[str, ...]
    surnames: int
    adjectives_follow: bool


def _words(data: Mapping[str, Any], key: str) -> frozenset[str]:
    value = data.get(key, ())
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def lexicon(language: str) -> Lexicon:
    """Read the tables of a language."""
    names, titles, places = subject(language, "names"), subject(language, "titles"), subject(language, "countries")
    men = _words(names, "men") | _words(names, "weak_men")
    women = _words(names, "women") | _words(names, "weak_women")
    weak = _words(names, "weak_men") | _words(names, "weak_women") | _words(names, "weak_either")
    institutions = _phrases(names["institutions"])
    known, acronyms = _known(language)
    return Lexicon(
        men=men,
        women=women,
        given=(men | women | _words(names, "either")) - weak,
        weak_given=weak,
        family_first=_words(names, "family_first"),
        surnames_known=_words(names, "families"),
        surname_endings=tuple(names.get("family_endings", ())),
        known_alone=_words(names, "known_alone"),
        particles=_words(names, "particles"),
        name_prefixes=tuple(names["name_prefixes"]),
        suffixes=_words(names, "suffixes"),
        speech_verbs=_words(names, "speech_verbs"),
        addressing=_words(names, "addressing"),
        no_names=_words(names, "no_names") | _words(names, "times"),
        times=_words(names, "times"),
        given_times=_words(names, "times") & (men | women | _words(names, "either")),
        organization_heads=_words(names, "organization_heads"),
        weak_heads=_words(names, "weak_heads"),
        organization_starts=_words(names, "organization_starts"),
        organization_first=_words(names, "organization_first"),
        publication_words=_words(names, "publication_words"),
        group_words=_words(names, "group_words"),
        place_heads=_words(names, "place_heads"),
        place_starts=_words(names, "place_starts"),
        institutions={
            first: tuple(sorted((i for i in institutions if i[0] == first), key=lambda i: (-len(i), i)))
            for first, *_ in institutions
        },
        institutions_with_country=frozenset(tuple(words.split()) for words in names["institutions_with_country"]),
        function_words=_words(names, "function_words"),
        ordinary=_words(names, "ordinary_words") | _words(names, "function_words"),
        ordinary_surnames=_words(names, "ordinary_surnames"),
        roles=_words(titles, "roles"),
        weak_roles=_words(titles, "weak_roles"),
        offices=_words(titles, "offices"),
        common_roles=_words(titles, "common_roles"),
        kin=_words(titles, "kin"),
        titles_as_given=_words(titles, "titles_as_given"),
        only_ones=_words(titles, "only_ones"),
        artists=_words(titles, "artists"),
        roles_of_bodies=_words(titles, "roles_of_bodies"),
        before_bodies=_words_of_list(names.get("before_bodies", "")),
        behind_bodies=_words_of_list(names.get("behind_bodies", "")),
        other_bearers=_words(titles, "other_bearers"),
        firms=_words(titles, "firms"),
        premises=_words(titles, "premises"),
        called=_words(subject(language, "quotes"), "called"),
        named_things=_words(titles, "named_things"),
        younger=_words(titles, "younger"),
        elder=_words(titles, "elder"),
        of_families=_words(titles, "of_families"),
        pseudonyms=_words(titles, "pseudonyms"),
        characters=_words(titles, "characters"),
        fictional=_words(titles, "fictional"),
        made_up=frozenset(_phrases(titles.get("made_up", ""))),
        indefinite_articles=_words(titles, "indefinite_articles"),
        also_known=tuple(tuple(str(phrase).split()) for phrase in titles.get("also_known", ())),
        taking_up=_words(titles, "taking_up"),
        unclosed=_words_of_list(titles.get("unclosed", "")),
        role_modifiers=_words(titles, "role_modifiers"),
        role_nouns=_words(titles, "role_nouns"),
        leading_modifiers=_words(titles, "leading_modifiers"),
        honorifics=_words(titles, "honorifics"),
        kept_honorifics=_words(titles, "kept_honorifics"),
        women_words=_words(titles, "women_honorifics") | _words(titles, "women_roles"),
        men_words=_words(titles, "men_honorifics") | _words(titles, "men_roles"),
        short_roles=_words(titles, "short_roles"),
        families={name: frozenset(words) for name, words in titles["families"].items()},
        known=known,
        people=_index([Known(_cut(n), n, p) for n, p in gazetteer(language).people.items()]),
        place_endings=tuple(names.get("place_endings", ())),
        whole_place_endings=tuple(names.get("whole_place_endings", ())),
        place_words=_words_of_list(places["place_words"]),
        government_words=_words_of_list(places["government_words"]),
        acting_words=_words_of_list(places["acting_words"]),
        acronyms=acronyms,
        articles=_words_of_list(titles["articles"]),
        prepositions=_words_of_list(titles["prepositions"]),
        others_articles=_words_of_list(titles.get("others_articles", "")),
        bound_articles=_words_of_list(titles.get("bound_articles", "")),
        joining=_words_of_list(titles.get("joining", "")),
        fields_of_office=_words(titles, "fields_of_office"),
        bound_owners=_words(titles, "bound_owners"),
        opens_below=frozenset(names.get("opens_below", ())),
        clause_openers=_words_of_list(titles.get("clause_openers", "")),
        no_role_starts=_words_of_list(titles["no_role_starts"]),
        clause_words=_words_of_list(titles["clause_words"]),
        pronouns=dict(names["pronouns"]),
        personal_pronouns=_words_of_list(names["personal_pronouns"]),
        object_pronouns=_words_of_list(names.get("object_pronouns", "")),
        bound=dict(names.get("bound", {})),
        relatives_of_people=_words_of_list(names.get("relatives_of_people", "")),
        words_of_people=_words_of_list(names.get("words_of_people", "")),
        works_as=frozenset(_phrases(names.get("works_as", ""))),
        nouns_have_capitals=bool(names.get("nouns_have_capitals")),
        inner_particles=_words(names, "inner_particles"),
        particles_are_words=bool(names.get("particles_are_words")),
        complements=_words(names, "complements"),
        complement_articles=_words(names, "complement_articles"),
        role_links=_words(titles, "role_links"),
        women_endings=(
            *(ending for ending in titles.get("role_endings", ()) if ending.endswith("in")),
            *titles.get("women_endings", ()),
        ),
        men_endings=tuple(titles.get("men_endings", ())),
        role_endings=tuple(titles.get("role_endings", ())),
        surnames=int(names.get("surnames", 1)),
        adjectives_follow=bool(titles.get("adjectives_follow")),
    )


def _words_of_list(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(",") if word.strip())


def _phrases(text: str) -> set[tuple[str, ...]]:
    return {tuple(phrase.split()) for phrase in text.replace("\n", " ").split(",") if phrase.strip()}


def _cut(name: str) -> tuple[str, ...]:
    return tuple(WORD.findall(name))


def _known(language: str) -> tuple[Mapping[str, tuple[Known, ...]], Mapping[str, str]]:
    entries = [Known(_cut(name), name, place) for name, place in gazetteer(language).names.items()]
    data = subject(language, "organizations")
    only_inside = {str(name) for name in data["only_inside"]}
    acronyms: dict[str, str] = {}
    for line in data["organizations"].splitlines():
        name, _, others = line.partition("|")
        name = name.strip()
        for form in (name, *(other.strip() for other in others.split(",") if other.strip())):
            for written in _written(form):
                entries.append(Known(_cut(written), name, None, written in only_inside))
            if form != name and form.isupper() and " " not in form:
                acronyms.setdefault(name, form)
    return _index(entries), acronyms


def _written(form: str) -> tuple[str, ...]:
    """A form and the way it is written with full stops: "EPA" and "E.P.A.", "US Senate" and "U.S. Senate"."""
    if form.isalpha() and form.isupper() and len(form) <= 5:
        return form, "".join(f"{letter}." for letter in form)
    if form.startswith("US "):
        return form, f"U.S. {form[3:]}"
    return (form,)


def _index(entries: list[Known]) -> Mapping[str, tuple[Known, ...]]:
    index: dict[str, list[Known]] = {}
    for entry in entries:
        index.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(sorted(found, key=lambda e: -len(e.words))) for first, found in index.items()}
