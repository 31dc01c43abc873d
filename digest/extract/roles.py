"""Read the role that stands beside a person's name, in the article's own words.

vice foreign minister of China Le Yucheng   ->  vice foreign minister of China
the Russian ambassador to Beijing, Denisov  ->  Russian ambassador to Beijing
Le, a top-ranking vice-minister, said       ->  a top-ranking vice-minister
"""

from __future__ import annotations

from dataclasses import dataclass

from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Phrase

LONGEST = 14  # words of a role; a longer stretch between commas is a clause and no role
REACH = 8  # words before or after the head of a role that may belong to it
MOST_NAMES = 4  # words of names in a role: "Southern Bern Valley Water chief"
STOPS = frozenset(',.;:?!"“”()—–«»…')
OPENING = frozenset('"“‘(')
LINKS = frozenset({"-", "'s", "’s", "and", "&", "."})


@dataclass(frozen=True, slots=True)
class Role:
    """A role at `start..end` of the text; `wording` is it in lower case, `head` its noun, `country` whom it serves."""

    start: int
    end: int
    wording: str
    head: str
    country: str | None = None

    def is_one_of(self, roles: frozenset[str]) -> bool:
        """Whether the role is one of some roles, which may have two words: "foreign minister"."""
        return self.head in roles or any(" " in role and f" {role} " in f" {self.wording} " for role in roles)


def role_before(phrase: Phrase, first: int, lex: Lexicon) -> Role | None:
    """The role that ends right before word `first`, or before the comma there."""
    words = phrase.words
    end = first
    if end and words[end - 1] == "," and not phrase.opens(end - 1):
        end -= 1
    while end and (words[end - 1] in lex.honorifics or (words[end - 1] == "." and words[end - 2] in lex.honorifics)):
        end -= 1
    head = _head_before(phrase, end, lex, comma=end < first) if end else None
    if head is None:
        return None
    start = _modifiers_from(phrase, head, lex)
    if end < first and start < head and words[start] in lex.given:
        return None  # "the landslide that made Ann Ito president, Roth went home"
    if end < first and start > 0 and words[start - 1].lower() not in lex.articles:
        start = _after_article(phrase, start, lex) or start
        if start == head and words[start - 1].lower() not in lex.articles:
            return None
    return _role(phrase, start, head, end, lex)


def _after_article(phrase: Phrase, start: int, lex: Lexicon) -> int | None:
    """Where a description begins that has plain nouns before its role: "a *ministry* spokesman, Ann Ito"."""
    words = phrase.words
    for i in range(start - 1, max(start - REACH // 2, 0) - 1, -1):
        if words[i].lower() in lex.articles:
            return i + 1
        word = words[i]
        if word in LINKS:
            continue
        if not word.islower() or word in lex.function_words or word in lex.speech_verbs:
            return None
    return None


def _head_before(phrase: Phrase, end: int, lex: Lexicon, *, comma: bool) -> int | None:
    """The head of a role that ends at word `end`: its last word, or the noun before "to the US", "of China"."""
    words = phrase.words
    last = end - 1
    if words[last] == "." and last and words[last - 1] in lex.short_roles:
        return last - 1
    if is_role(words[last], lex):
        return last
    if not words[last][0].isalnum() or words[last] in lex.prepositions:
        return None
    for j in range(last, max(last - REACH, -1 if lex.adjectives_follow else 0), -1):
        word = words[j]
        if lex.adjectives_follow and is_role(word, lex):
            return j
        if word in lex.role_links:
            names_something = words[j + 1][0].isupper() or words[j + 1] in lex.complement_articles
            if not names_something or is_role(words[j - 1], lex):
                return j - 1 if names_something else None
        elif not (word[0].isupper() or word in LINKS or word in lex.complement_articles) and not (
            comma and word[0].isalpha() and word not in lex.speech_verbs
        ):
            break
    return None


def _modifiers_from(phrase: Phrase, head: int, lex: Lexicon) -> int:
    """Where the words that qualify the head begin: "former *vice* foreign minister", "Russian *ambassador*"."""
    words = phrase.words
    start = head
    while start and head - start < REACH and _qualifies(phrase, start - 1, lex):
        start -= 1
    while start < head and words[start] in LINKS:
        start += 1
    unknown = [i for i in range(start, head) if not _is_known(words[i], lex)]
    if len(unknown) > MOST_NAMES:  # a list of names that stands before a role
        start = unknown[-1] + 1
    return start


def _is_known(word: str, lex: Lexicon) -> bool:
    """Whether a word before a role is no name of its own."""
    low = word.lower()
    known = low in lex.role_modifiers or is_role(word, lex) or word in lex.people or word in lex.known
    return known or word in lex.organization_heads or word in LINKS or word.islower()


def _qualifies(phrase: Phrase, i: int, lex: Lexicon) -> bool:
    """Whether word i can belong to the role whose other words follow it."""
    word = phrase.words[i]
    low = word.lower()
    if word in lex.speech_verbs or word in lex.articles:
        return False
    if low in lex.role_modifiers or is_role(word, lex) or word in lex.people:
        return True
    if lex.nouns_have_capitals or word in lex.known:
        return not lex.nouns_have_capitals  # in German only adjectives: "besuchte in *Berlin* Bundeskanzlerin Weber"
    if word in ("-", "'s", "’s", "&"):
        return i > 0
    if word == "and":
        return i > 0 and is_role(phrase.words[i - 1], lex) and phrase.words[i - 1][0].islower()
    own_capital = not phrase.opens(i) and low not in lex.function_words
    return word[0].isupper() and (own_capital or word in lex.organization_heads or word in lex.no_names)


def role_after(phrase: Phrase, last: int, lex: Lexicon) -> Role | None:
    """The role that stands between the comma after word `last` and the next mark: ", the vice minister of China,"."""
    words, count = phrase.words, len(phrase.words)
    if words[last + 1 : last + 2] and words[last + 1].isdigit() and words[last + 2 : last + 3] == [","]:
        last += 2  # ", 43, a teacher"
    start = last + 1
    if start >= count or words[last] != "," or words[start] in lex.no_role_starts:
        return None
    stop = start
    while stop < count and stop - start <= LONGEST and words[stop] not in STOPS and words[stop] not in lex.clause_words:
        stop += 1
    if stop < count and words[stop] in lex.speech_verbs:
        return None  # "the voice was Ito's, an official said": somebody else
    head = _head_after(phrase, start, stop, lex) if stop - start <= LONGEST else None
    if head is None or (words[start] not in lex.articles and not _is_bare_role(phrase, start, head, lex)):
        return None
    if stop == head + 2 and words[head + 1].islower() and words[head + 1].endswith("ed"):
        return None  # "the voice was Ito's, a ministry aide confirmed.": somebody else
    if stop < count and words[stop] in OPENING and stop > head + 1:
        stop = head + 1  # "a hacker known as “X”"
    if _goes_wrong(phrase, head, stop, lex):
        return None
    while stop > head + 1 and (words[stop - 1] in lex.prepositions or _dangles(words, stop - 1, lex)):
        stop -= 1
    return _role(phrase, start + 1 if words[start] in ("the", "The") else start, head, stop, lex)


def _dangles(words: list[str], last: int, lex: Lexicon) -> bool:
    """Whether a role would end in the beginning of something else: "ambassador to the United Nations *and once*"."""
    return words[last] == "and" or (words[last - 1] == "and" and words[last] in lex.function_words)


def _goes_wrong(phrase: Phrase, head: int, stop: int, lex: Lexicon) -> bool:
    """Whether a role is cut at "an adviser to Mr.", or names somebody else: "secretary of state Ann Ito"."""
    words = phrase.words
    if words[stop : stop + 1] == ["."] and words[stop - 1] in lex.honorifics | lex.short_roles:
        return True
    return any(words[i] in lex.given and words[i + 1][0].isupper() for i in range(head + 2, stop - 1))


def _head_after(phrase: Phrase, start: int, stop: int, lex: Lexicon) -> int | None:
    """The head of a role that starts at word `start`: the last noun of a role before "of", "for", "in"."""
    words = phrase.words
    head = None
    for j in range(start, min(stop, start + REACH)):
        if (words[j] in lex.prepositions and j > start) or words[j] in lex.speech_verbs:
            break
        if is_role(words[j], lex) and words[j + 1 : j + 2] not in (["'s"], ["’s"]):
            head = j
    if head is not None and head + 1 < stop and words[head + 1][0].isupper():
        return None  # ", former ambassador John Bolton": somebody else's
    return head


def _is_bare_role(phrase: Phrase, start: int, head: int, lex: Lexicon) -> bool:
    """Whether a role without an article is only made of words of roles: ", professor of law at Yale"."""
    for word in phrase.words[start : head + 1]:
        known = word.lower() in lex.role_modifiers or is_role(word, lex) or word in lex.people or word in lex.known
        if not known and word not in LINKS and not word[0].isupper():
            return False
    return True


def is_role(word: str, lex: Lexicon) -> bool:
    """Whether a word names what somebody does."""
    low = word.lower()
    return low in lex.roles or word in lex.short_roles or low.endswith(lex.role_endings)


def _role(phrase: Phrase, start: int, head: int, end: int, lex: Lexicon) -> Role | None:
    if start >= end:
        return None
    words = phrase.words
    serving = list(range(start, head))
    if words[head + 1 : head + 2] and words[head + 1] in lex.complements and words[head + 1] not in ("for", "on"):
        serving.append(head + 3 if words[head + 2 : head + 3] == ["the"] else head + 2)
    if lex.adjectives_follow:
        serving += [head + 1, head + 2]
    country = next((found for j in serving if j < min(end, len(words)) and (found := _country(words, j, lex))), None)
    wording = " ".join(words[start:end]).lower().replace(" .", ".")
    return Role(phrase.starts[start], phrase.ends[end - 1], wording, words[head].lower(), country)


def _country(words: list[str], j: int, lex: Lexicon) -> str | None:
    """The country whose name or adjective stands at word j."""
    for known in (*lex.people.get(words[j], ()), *lex.known.get(words[j], ())):
        place = known.place
        if place is None or place.country is None or tuple(words[j : j + len(known.words)]) != known.words:
            continue
        if place.is_demonym or place.place == place.country:
            return place.country
    return None
