"""Cut an article into words that know their place, and note how each word is written elsewhere in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass

from digest.extract.countries import gazetteer
from digest.extract.name_lexicon import WORD, Lexicon, lexicon
from digest.model import Article, BlockKind

COMPOUND = re.compile(r"[^-]+|-")  # "US-led", "China-Russia"

OPENING = frozenset("\"“‘«„'([—–:•*-")
OPEN_QUOTES, CLOSE_QUOTES = "“«„", "”»"


@dataclass(slots=True)
class Phrase:
    """One sentence in words; word i is `words[i]`, at `starts[i]..ends[i]` of the frozen text.

    `titled` marks a line in which most words carry a capital, such as many headlines: capitals prove nothing there.
    """

    index: int
    block: int
    words: list[str]
    starts: list[int]
    ends: list[int]
    titled: bool
    opening: frozenset[int] = frozenset()

    def opens(self, i: int) -> bool:
        """Whether a word stands where any word would carry a capital: first, or first after a mark that opens."""
        return i in self.opening


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentences of an article, and how often its running text has a word in lower case or capitalised."""

    article: Article
    lex: Lexicon
    phrases: tuple[Phrase, ...]
    lower: Mapping[str, int]
    upper: Mapping[str, int]

    def is_common(self, word: str) -> bool:
        """Whether a capitalised word is an ordinary one: by the tables, or in lower case elsewhere in the article."""
        low = word.lower()
        return low in self.lex.ordinary or bool(self.lower.get(low))


def read(article: Article) -> Reading:
    """Read an article once; all that looks for names works on the result."""
    phrases = tuple(_phrases(article))
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for phrase in phrases:
        if phrase.titled:
            continue
        for i, word in enumerate(phrase.words):
            if word[0].islower():
                lower[word] += 1
            elif word[0].isupper() and i not in phrase.opening:
                upper[word] += 1
    return Reading(article, lexicon(article.language), phrases, lower, upper)


def _phrases(article: Article) -> list[Phrase]:
    text = article.text
    tables, lex = gazetteer(article.language), lexicon(article.language)
    places = tables.names.keys() | tables.people.keys()
    phrases = []
    for sentence in article.sentences:
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        opening = set()
        at_start = True
        for match in WORD.finditer(text, sentence.start, sentence.end):
            word, start = match.group(), match.start()
            if at_start:
                opening.add(len(words))
            at_start = (at_start and not word[0].isalnum()) or word in OPENING or word in ".!?…"
            if "-" in word and word[0].isupper() and _is_compound(word, places) and word not in tables.names:
                for piece in COMPOUND.finditer(word):
                    words.append(piece.group())
                    starts.append(start + piece.start())
                    ends.append(start + piece.end())
                continue
            words.append(word)
            starts.append(start)
            ends.append(match.end())
        titled = _titled(words, lex, is_body=sentence.kind is BlockKind.BODY)
        phrases.append(Phrase(sentence.index, sentence.block, words, starts, ends, titled, frozenset(opening)))
    return phrases


def _is_compound(word: str, places: Set[str]) -> bool:
    """Whether a word is made of a place and others: "US-led", "China-Russia", but not "France-Presse"."""
    first, *others = word.split("-")
    return first in places and all(other in places or other[:1].islower() for other in others)


def _titled(words: list[str], lex: Lexicon, *, is_body: bool) -> bool:
    """Whether most words that could go without a capital carry one, as in a headline.

    Running text must have no other words at all, and more of them if it ends in a full stop.
    """
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    plain = sum(word[0].islower() and word not in lex.function_words and len(word) > 1 for word in words)
    if is_body:
        return plain == 0 and capitals >= len(long) * 0.8 and capitals >= (6 if words[-1] in '.?!)”"' else 4)
    return capitals >= 3 and capitals >= (capitals + plain) * 0.75
