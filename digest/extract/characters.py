"""Tell those who are made up, and those who stand for a kind, from people: "the character Ox", "do a ‘Jan Ito’"."""

from __future__ import annotations

from digest.extract.name import Name
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Phrase

WITHIN = 8  # words behind a name in which it is said to be a character
BEFORE = 5  # words before "character, Jan Ito" in which the film stands
OPENING, CLOSING = frozenset("“\"‘'"), frozenset("”\"’'")
ENDS = frozenset(",;.)—–:")


def is_kind(name: Name, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a name stands for what such people do: "told him to do a ‘Jan Ito’", "the “Ann Ito” tax", "Uncle Sam"."""
    words, before, last = phrase.words, name.first - 1, name.last
    if name.parts in lex.made_up or (before >= 0 and (words[before], *name.parts) in lex.made_up):
        return True
    last += words[last : last + 1] == [","]
    marked = before > 0 and words[before] in OPENING and last < len(words) and words[last] in CLOSING
    behind = words[last + 1 : last + 2]
    describes = last == name.last and behind and behind[0].islower() and behind[0] not in lex.function_words
    return marked and (
        words[before - 1] in lex.indefinite_articles or bool(describes and not _tells_of(behind[0], lex))
    )


def _tells_of(word: str, lex: Lexicon) -> bool:
    """Whether a word behind a name tells what somebody does: “Ann Ito” said."""
    return word in lex.speech_verbs or word.endswith("ed")


def is_character(name: Name, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether words say that somebody is made up: "the character Jan Ito", "Jan Ito, a “Godfather” character"."""
    words = phrase.words
    before = name.first - 1
    if before > 0 and words[before] == "," and words[before - 1] in lex.characters:
        return any(_tells(word, lex) for word in words[max(0, before - BEFORE) : before - 1])
    if before >= 0 and words[before] in lex.characters:
        return True
    behind = words[name.last : name.last + WITHIN + 2]
    at = next((i for i, word in enumerate(behind) if word in lex.characters), 0)
    first = next((i for i, word in enumerate(behind[:at]) if word in lex.articles), at)
    if first == at or not all(word in ENDS or word in CLOSING or word in lex.unclosed for word in behind[:first]):
        return False
    between, after = behind[first:at], [*behind[at + 1 : at + 4], "."]
    alone = not after[0][0].isalpha() or after[0] in lex.function_words
    told = any(_tells(word, lex) for word in (*between, *after))
    return first > 0 and alone and told and ENDS.isdisjoint(between)


def _tells(word: str, lex: Lexicon) -> bool:
    """Whether a word beside "character" tells of a story: "film", or the mark before its title."""
    return word in OPENING or word.lower() in lex.fictional
