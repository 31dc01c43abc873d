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
PREPOSITIONS = frozenset({"of", "to", "for", "at", "in", "on", "from", "with", "and", "by", "the"})
ARTICLES = frozenset({"the", "a", "an", "The", "A", "An", "his", "her", "their", "its", "our", "my", "whose"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role at `start..end` of the text; `wording` is it in lower case, `head` its noun, `country` the one it serves."""

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
    if not end:
        return None
    head = _head_before(phrase, end, lex, comma=end < first)
    if head is None:
        return None
    start = _modifiers_from(phrase, head, lex)
    if end < first and words[start - 1 : start] and words[start - 1] not in ARTICLES and start == head:
        return None
    return _role(phrase, start, head, end, lex)


def _head_before(phrase: Phrase, end: int, lex: Lexicon, *, comma: bool) -> int | None:
    """The head of a role that ends at word `end`: its last word, or the noun before "to the US", "of China"."""
    words = phrase.words
    last = end - 1
    if words[last] == "." and last and words[last - 1] in lex.short_roles:
        return last - 1
    if is_role(words[last], lex):
        return last
    if not words[last][0].isalnum() or words[last] in PREPOSITIONS:
        return None
    for j in range(last, max(last - 8, -1), -1):
        word = words[j]
        if word in ("to", "of", "for", "at"):
            if not (words[j + 1][0].isupper() or words[j + 1] == "the"):
                return None
            if j and is_role(words[j - 1], lex):
                return j - 1
            continue
        capital = word[0].isupper() or word in ("the", "and", "-", "'s", "’s", ".")
        if not capital and not (comma and word[0].isalpha() and word not in lex.speech_verbs):
            return None
    return None


def _modifiers_from(phrase: Phrase, head: int, lex: Lexicon) -> int:
    """Where the words that qualify the head begin: "former *vice* foreign minister", "Russian *ambassador*"."""
    words = phrase.words
    start = head
    while start and head - start < 8:
        word = words[start - 1]
        low = word.lower()
        fits = (
            low in lex.role_modifiers
            or (is_role(word, lex) and start - 1 != head)
            or word in lex.people
            or word in lex.known
            or (word in ("-", "'s", "’s", "&") and start > 1)
            or (word in lex.no_names and word[0].isupper())
            or (word == "and" and start > 1 and is_role(words[start - 2], lex) and not words[start - 2][0].isupper())
            or (word[0].isupper() and not phrase.opens(start - 1) and low not in lex.function_words)
            or (word[0].isupper() and word in lex.organization_heads)
        )
        if not fits or word in lex.speech_verbs:
            break
        start -= 1
    while start < head and words[start] in ("-", "'s", "’s", "and", "&", "."):
        start += 1
    return start


def role_after(phrase: Phrase, last: int, lex: Lexicon) -> Role | None:
    """The role that stands between the comma after word `last` and the next mark: ", the vice minister of China,"."""
    words, count = phrase.words, len(phrase.words)
    i = last
    if i + 1 < count and words[i] == "," and words[i + 1].isdigit() and i + 2 < count and words[i + 2] == ",":
        i += 2  # ", 43, a teacher"
    if i + 1 >= count or words[i] != ",":
        return None
    start = i + 1
    if words[start] in ("who", "which", "whose", "and", "but", "when", "where", "while", "after", "in", "on", "at"):
        return None
    stop = start
    while stop < count and stop - start <= LONGEST and words[stop] not in _STOPS and words[stop] not in _CLAUSE:
        stop += 1
    if stop == start or stop - start > LONGEST:
        return None
    head = None
    for j in range(start, min(stop, start + 8)):
        if words[j] in ("of", "for", "to", "at", "in", "with", "and", "on", "from") and j > start:
            break
        if is_role(words[j], lex) and not (j + 1 < stop and words[j + 1] in ("'s", "’s")):
            head = j
    if head is None or any(words[j] in lex.speech_verbs for j in range(start, head)):
        return None
    if stop < count and words[stop] in _CLAUSE and head + 1 > stop:
        return None
    if head + 1 < stop and words[head + 1][0].isupper():
        return None  # "..., former ambassador John Bolton": somebody else's
    first = words[start]
    if first not in ARTICLES and not _bare(phrase, start, head, lex):
        return None
    begin = start + 1 if first in ("the", "The") else start
    if stop < count and words[stop] in '"“‘(' and stop > head + 1:
        stop = head + 1  # "a hacker known as “X”"
    while stop > head + 1 and words[stop - 1] in PREPOSITIONS:
        stop -= 1
    return _role(phrase, begin, head, stop, lex)


_STOPS = frozenset(',.;:?!"“”()—–«»…')
_CLAUSE = frozenset(
    {
        "who",
        "which",
        "said",
        "told",
        "says",
        "was",
        "is",
        "has",
        "had",
        "were",
        "have",
        "where",
        "when",
        "whose",
        "that",
    }
)


def _bare(phrase: Phrase, start: int, head: int, lex: Lexicon) -> bool:
    """Whether a role without an article is only made of words of roles: ", professor of law at Yale"."""
    for j in range(start, head + 1):
        word = phrase.words[j]
        low = word.lower()
        known = low in lex.role_modifiers or is_role(word, lex) or word in lex.people or word in lex.known
        if not known and word not in ("'s", "’s", "-", "of", "and") and not word[0].isupper():
            return False
    return True


def is_role(word: str, lex: Lexicon) -> bool:
    """Whether a word names what somebody does."""
    return word.lower() in lex.roles or word in lex.short_roles


def _role(phrase: Phrase, start: int, head: int, end: int, lex: Lexicon) -> Role | None:
    if start >= end:
        return None
    words = phrase.words
    serving = list(range(start, head))
    after = head + 1
    if after < end and words[after] == "of":
        serving.append(after + 2 if words[after + 1 : after + 2] == ["the"] else after + 1)
    country = next((found for j in serving if (found := _country(words, j, end, lex))), None)
    wording = " ".join(words[start:end]).lower()
    return Role(phrase.starts[start], phrase.ends[end - 1], wording, words[head].lower(), country)


def _country(words: list[str], j: int, end: int, lex: Lexicon) -> str | None:
    """The country whose name or adjective stands at word j."""
    if j >= end:
        return None
    for known in (*lex.people.get(words[j], ()), *lex.known.get(words[j], ())):
        place = known.place
        if place is None or place.country is None or tuple(words[j : j + len(known.words)]) != known.words:
            continue
        if place.is_demonym or place.place == place.country:
            return place.country
    return None
