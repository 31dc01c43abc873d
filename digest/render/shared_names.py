"""The names that articles share, each as a whole: of "Tea" and "Party", which are counted apart, "Tea Party"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from digest.language import subject
from digest.language.name_pieces import bare_titles
from digest.language.role_words import country_words
from digest.language.terms import function_words
from digest.model import Form, Mention, SharedTerm, Story

POSSESSIVE = re.compile(r"['’]s$")  # "Lund’s"
SHORTEST = 3
"""Letters of a name, unless it is all capitals: "al" and "th" are shreds of names."""
COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")  # "Lund-Ito", "Fish-on-Ice"
AT_LEAST = 2
"""Articles that share a word, and people who share a name."""
MOSTLY = 0.8
"""The share of a word's places at which it must stand in a compound, or beside another, to be told as that."""


def whole_names(story: Story) -> tuple[SharedTerm, ...]:
    """The shared names of a story, the weightiest first; the weight of a name of several words is that of its words.

    A word that is no name by itself stands for the most frequent name that holds it. One that is stands for a person
    all of whose names are shared: "Lund" for "Ana Lund", but "Calder" not for "Calder Council". A family name that two
    people have stands for the one who is mostly called so. A part of a name with hyphens stands for the whole, and so
    do words that are always together; a title or a month by itself is no name.
    """
    terms = _terms(story)
    if not terms:
        return ()
    others = {term: _others_names(term, story) for term in terms}
    compounds = {**_side_by_side(terms, story), **_compounds(story)}
    titles = _titles(story)
    people = Counter(_written(person.mentions for findings in story.findings for person in findings.people))
    bodies = Counter(_written(body.mentions for findings in story.findings for body in findings.organizations))
    places = Counter(_written(place.mentions for findings in story.findings for place in findings.places))
    written = people + bodies + places
    ranked = sorted(written, key=lambda name: (-written[name], name))
    found: list[SharedTerm] = []

    def carriers(name: str) -> int:
        return sum(name in article.text for article in story.articles)

    told: set[str] = set()
    for term in terms:
        if term in told:
            continue
        shown, words = term, {term}
        if shown in compounds:
            shown = compounds[shown]
            words |= terms.keys() & set(re.split("[- ]", shown))
        for name in ranked:
            shared = terms.keys() & set(name.split())
            whole = name in people and len(shared) == len(name.split()) > 1
            own = {word for word in shared if name not in others[word]} if whole else shared - written.keys()
            if len(shared) < len(name.split()) and carriers(name) < min(AT_LEAST, len(story.articles)):
                continue  # a name of one article, of which the others share a word alone
            if term in own:
                shown, words = name, own - told
                break
        if shown.lower() in titles or _is_abbreviation(shown, story):
            continue
        if shown == term and term not in written and _is_piece(term, titles, story):
            continue
        found.append(SharedTerm(term=shown, is_name=True, weight=sum(terms[word] for word in words)))
        told |= words
    return tuple(sorted(_each_once(found, story), key=lambda shown: -shown.weight))


def _each_once(names: Sequence[SharedTerm], story: Story) -> Iterable[SharedTerm]:
    """One name for each that is told: "Norway" for "Norwegian", too; and no given name alone."""
    language = story.articles[0].language
    people = story.comparison.people
    forms = [(form, person.name) for person in people for form in (person.name, *person.aliases)]
    bearers: dict[str, set[str]] = {}
    for form, person in forms:
        for part in (form, *form.split()):
            bearers.setdefault(part, set()).add(person)
    called = {form: name for form, name in forms if len(bearers[form]) == 1}
    countries = country_words(language)
    terms = [name.term for name in names]
    same: dict[str, list[SharedTerm]] = {}
    for name in names:
        known = countries.get(name.term.lower()) or called.get(name.term) or _written_out(name.term, terms)
        key = known or _place_of(name.term, terms, language)
        same.setdefault(key, []).append(name)
    for key, alike in same.items():
        best = next((one for one in alike if one.term.lower() == key.lower()), alike[0])
        if not _is_given(best.term, terms, story):
            yield SharedTerm(term=best.term, is_name=True, weight=sum(one.weight for one in alike))


def _written_out(term: str, terms: Sequence[str]) -> str | None:
    """The shared name of which a word in capitals has the first letters: "Port Sand Council" of "PSC"."""
    if not (len(term) > 1 and term.isalpha() and term.isupper()):
        return None
    return next((one for one in terms if " " in one and _initials(one) == term), None)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _place_of(term: str, terms: Sequence[str], language: str) -> str:
    """The shared name from which another one is made, by an ending of its people: "Aaran" of "Aara"."""
    endings = tuple(subject(language, "compare").get("people_endings", ()))
    return next((one for one in terms if len(one) >= SHORTEST and any(term == one + end for end in endings)), term)


def _is_given(term: str, terms: Sequence[str], story: Story) -> bool:
    """Whether a word is a given name of somebody whose family name is shared, too, and of whom no one is called so."""
    whole = [person.name.split() for person in story.comparison.people]
    return any(len(n) > 1 and n[0] == term and not {n[-1], " ".join(n)}.isdisjoint(terms) for n in whole)


def _terms(story: Story) -> Mapping[str, float]:
    """The shared words that are names, with their weights: "Lund’s" and "Lund" are one."""
    terms: dict[str, float] = {}
    for shared in story.cluster.terms:
        term = _as_shared(POSSESSIVE.sub("", shared.term), story)
        if shared.is_name and _is_word(term):
            terms[term] = terms.get(term, 0.0) + shared.weight
    return terms


def _as_shared(term: str, story: Story) -> str:
    """A word, or its singular where one article alone has the plural: "Liberals", where others have "the Liberal"."""

    def having(word: str) -> int:
        return articles_with(re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE), story)

    return term[:-1] if term.endswith("s") and having(term) < AT_LEAST <= having(term[:-1]) else term


def articles_with(pattern: re.Pattern[str], story: Story) -> int:
    """How many articles of a story hold a pattern."""
    return sum(pattern.search(article.text) is not None for article in story.articles)


def _side_by_side(terms: Iterable[str], story: Story) -> Mapping[str, str]:
    """Words that nearly always stand side by side, as one name: "Third" and "Protocol"."""
    either = re.compile(rf"\b(?:{'|'.join(re.escape(term) for term in sorted(terms, key=len, reverse=True))})\b")
    stands: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for article in story.articles:
        found = list(either.finditer(article.text))
        stands.update(match[0] for match in found)
        pairs.update((a[0], b[0]) for a, b in pairwise(found) if article.text[a.end() : b.start()] == " ")
    whole: dict[str, str] = {}
    for pair, together in pairs.items():
        if together >= MOSTLY * max(stands[word] for word in pair):
            name = _longer(" ".join(pair), together, story)
            whole |= dict.fromkeys(pair, name)
    return whole


def _longer(name: str, times: int, story: Story) -> str:
    """A name with the capitalized word that nearly always follows it: "Cod Peace Act", where "Act" is in others."""
    behind = re.compile(rf"\b{re.escape(name)} ([A-Z][\w-]*)")
    after = Counter(match[1] for article in story.articles for match in behind.finditer(article.text))
    word, together = max(after.items(), key=lambda one: (one[1], one[0]), default=("", 0))
    return f"{name} {word}" if together >= MOSTLY * times else name


def _others_names(word: str, story: Story) -> frozenset[str]:
    """The full names that hold a word and are not of the one who is mostly called so; all if two are so as often.

    "Lund" is Ana Lund, whom the articles call so twenty times, and not Jan Lund, whom they call so once.
    """
    one_of = {alias: person.name for person in story.comparison.people for alias in person.aliases if " " in alias}
    names: dict[str, set[str]] = {}
    called: Counter[str] = Counter()
    for person in (person for findings in story.findings for person in findings.people):
        who = one_of.get(person.name, person.name)
        for name in _written([person.mentions]):
            if name == word:
                called[who] += 1
            elif word in name.split():
                names.setdefault(who, set()).add(name)
    most = max((called[person] for person in names), default=0)
    bearers = [found for person, found in names.items() if called[person] == most]
    if len(names) < AT_LEAST or not most:
        return frozenset()
    one = set() if any(not a & b for a, b in combinations(bearers, 2)) else set().union(*bearers)
    return frozenset(set().union(*names.values()) - one)


def is_part_of_name(word: str, names: Iterable[SharedTerm], story: Story) -> bool:
    """Whether a shared word is only a part of a name that is told, or of a person's: "fish" of "Fish-on-Ice"."""
    told = {part.lower() for name in names if "-" in name.term for part in name.term.split("-")}
    people = {part.lower() for person in story.comparison.people for part in person.name.split()}
    return word.lower() in told | people


def _compounds(story: Story) -> Mapping[str, str]:
    """The compound with a capital that a word belongs to nearly wherever the articles have it."""
    texts = [article.text for article in story.articles]
    found = Counter(match[0] for text in texts for match in COMPOUND.finditer(text) if match[0][0].isupper())
    whole: dict[str, str] = {}
    for term in (term.term for term in story.cluster.terms if term.is_name):
        holding = {name: number for name, number in found.items() if term in name.split("-")}
        if not holding:
            continue
        best = max(holding, key=lambda name: (holding[name], name))
        stands = sum(len(re.findall(rf"\b{re.escape(term)}\b", text)) for text in texts)
        if holding[best] >= MOSTLY * stands:
            whole[term] = best
    return whole


def _is_abbreviation(name: str, story: Story) -> bool:
    """Whether a word has a full stop wherever it stands, and something behind it that ends no sentence: "D-Calif.,"."""
    found = [match[1] for article in story.articles for match in _places(name, article.text)]
    return bool(found) and all(behind.startswith(".") for behind in found) and any(len(b) > 1 for b in found)


def _is_piece(word: str, titles: Iterable[str], story: Story) -> bool:
    """Whether hardly an article has a word alone, without a name before or behind it: "Party" of two parties."""
    small = {*titles, *function_words(story.articles[0].language)}
    beside = re.compile(rf"(?:\b([A-Z][\w'’-]*) )?\b{re.escape(word)}\b(?: ([A-Z]))?")
    alone = sum(
        any(not match[2] and (not match[1] or match[1].lower() in small) for match in beside.finditer(article.text))
        for article in story.articles
    )
    return alone < min(AT_LEAST, len(story.articles))


def _places(name: str, text: str) -> Iterable[re.Match[str]]:
    """The places of a word, each with a full stop and the mark or small letter that follow it as its first group."""
    return re.finditer(rf"\b{re.escape(name)}\b(\.?(?:[,;:)\]]| [^\W\d_A-Z])?)", text)


def _titles(story: Story) -> frozenset[str]:
    """Words with a capital that name nobody by themselves: "Gen", "Ambassador", "Sept"."""
    language = story.articles[0].language if story.articles else "en"
    titles, names = subject(language, "titles"), subject(language, "names")
    lists = (
        *(titles.get("short_roles", ()), titles.get("roles", ()), bare_titles(language)),
        *(names.get("times", ()), names.get("short_words", ())),
    )
    short = (word for word in _each(names.get("no_names", ())) if sum(letter.isupper() for letter in word) > 1)
    return frozenset(word.lower() for word in (*short, *(word for words in lists for word in _each(words))))


def _each(words: str | Iterable[object]) -> Iterable[str]:
    return words.split() if isinstance(words, str) else map(str, words)


def _is_word(term: str) -> bool:
    return len(term) >= SHORTEST or (len(term) > 1 and term.isupper())


def _written(mentions: Iterable[Iterable[Mention]]) -> Iterable[str]:
    return (mention.excerpt.text for some in mentions for mention in some if mention.form is not Form.PRONOUN)
