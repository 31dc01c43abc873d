"""See whom "the climber" and "the Pole" mean, where no role says so: the one person whom the sentences are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.extract.countries import Gazetteer, gazetteer
from digest.extract.cues import Cues
from digest.extract.name_lexicon import lexicon
from digest.model import Article, Excerpt, Person

NEAR = 3  # sentences back in which the person is named
FARTHEST = 2000  # characters, where a sentence has no end
MOST = 20  # mentions of a person that are looked at for a country
LONGEST = 4  # words: "the former Dutch skipper"
AGED = re.compile(r"([\w-]+)-year-old$")  # "the 72-year-old"
AGE_REACH = 40  # characters behind a name: "Ito, who turned 72", "Ito is only nine"
BEHIND = re.compile(r"(?:, \d{1,2})?,? (?:of|from|an?|the) (\w+)")  # "Ito of Japan", "Ito, a Japanese skier"
BEFORE = re.compile(r"(\w+)(?:['’]s)? $")  # "Japan's Ann Ito", "the Japanese Ann Ito"


def meant(article: Article, description: Excerpt, named: Iterable[Person], words: Cues, *, new: bool) -> Person | None:
    """The person whom a description takes up, or None where it could be somebody else.

    `named` are the people who are named nearby. Only one of them may fit, or only one of the country; and the noun must
    be `new`: where "a climber" stands above, "the climber" is that one.
    """
    parts = description.text.split()
    if not has_shape(description) or not lexicon(article.language).indefinite_articles.isdisjoint(parts):
        return None  # "the unnamed climber"
    near = [person for person in named if _may_be(person, parts[-1], article)]
    tables = gazetteer(article.language)
    country = _country_of_people(parts[-1], tables)
    if country is not None and any(part[0].isupper() for part in parts[1:-1]):
        return None  # "the BBC Somali service"
    if country is not None:
        known = {person.name: _country(article, person, tables) for person in near}
        own = [person for person in near if known[person.name] == country]
        return _only(own or [person for person in near if known[person.name] is None])
    if aged := AGED.match(parts[-1]):
        of_age = [person for person in near if _is_of_age(article, person, aged[1])]
        if of_age:
            return _only(of_age)
    return _only(near) if new and _is_role(article, parts[-1], words) else None


def may_take_up(article: Article, description: Excerpt, words: Cues) -> bool:
    """Whether "the doctor" may mean somebody who is named: a reader expects to know who that is."""
    parts = description.text.split()
    someone = _is_role(article, parts[-1], words) or is_of_a_people(parts[-1], gazetteer(article.language))
    return has_shape(description) and someone


def has_shape(description: Excerpt) -> bool:
    """Whether a description is "the" and a word or a few, as all those are that take somebody up."""
    parts = description.text.split(maxsplit=LONGEST)
    return 2 <= len(parts) <= LONGEST and parts[0].lower() == "the"


def is_of_a_people(word: str, tables: Gazetteer) -> bool:
    """Whether a word means one of a people: "Pole"."""
    return _country_of_people(word, tables) is not None


def near_start(article: Article, description: Excerpt) -> int:
    """Where the stretch of text begins in which a person is looked for."""
    start = description.span.start
    first = article.sentence_at(start) - NEAR
    return max(article.sentences[max(0, first)].start, start - FARTHEST)


def _only(people: Sequence[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None


def _may_be(person: Person, noun: str, article: Article) -> bool:
    """Whether a noun that tells a gender, "the ferryman", does not tell another than the person's given name."""
    lex, low, given = lexicon(article.language), noun.lower(), person.name.split()[0]
    woman, man = given in lex.women and given not in lex.men, given in lex.men and given not in lex.women
    if low in lex.women_words or low.endswith(lex.women_endings):
        return not man
    return not (woman and (low in lex.men_words or low.endswith(lex.men_endings)))


def _is_role(article: Article, noun: str, words: Cues) -> bool:
    """Whether a noun says what somebody is, and is none by which news names strangers."""
    low = noun.lower()
    return low not in words.strangers and (low in lexicon(article.language).roles or AGED.match(low) is not None)


def _is_of_age(article: Article, person: Person, age: str) -> bool:
    """Whether an age stands behind one of the person's names, with no other name between: "Ito, 72,"."""
    for mention in person.mentions[:MOST]:
        end = mention.excerpt.span.end
        behind = article.text[end : min(end + AGE_REACH, article.sentences[mention.sentence].end)]
        if re.match(rf"[^A-Z]*\b{re.escape(age)}\b", behind):
            return True
    return False


def _country_of_people(word: str, tables: Gazetteer) -> str | None:
    """ "Turk", "Frenchwoman", and "Pole" by its plural."""
    known = tables.people.get(word) or tables.people.get(f"{word}s")
    return known.country if known else None


def _country(article: Article, person: Person, tables: Gazetteer) -> str | None:
    """The country that the article gives a person, by a role or by a word beside the name."""
    if person.country:
        return person.country
    for mention in person.mentions[:MOST]:
        span = mention.excerpt.span
        beside = (
            BEFORE.search(article.text, max(0, span.start - 30), span.start),
            BEHIND.match(article.text, span.end, span.end + 40),
        )
        for word in (match[1] for match in beside if match):
            country = _country_of_people(word, tables)
            place = tables.names.get(word)
            if country or (place and place.place == place.country):
                return country or (place.country if place else None)
    return None
