"""Cut an article into words that know their place, and note how each word is written elsewhere in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from digest.extract.countries import gazetteer
from digest.extract.name_lexicon import WORD, Lexicon, lexicon
from digest.model import Article, BlockKind

COMPOUND = re.compile(r"[^-]+|-")  # "US-led", "China-Russia"

OPENING = frozenset("\"“‘«„'([—–:•*-.!?…")
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
    naming: frozenset[str]  # the words of the running text at which a name may start
    institutional: frozenset[str]  # and those at which an institution may: "foreign ministry"
    trade_names: frozenset[str]  # words for roles that are somebody's family name here: "Anna Baker"

    def is_common(self, word: str) -> bool:
        """Whether a capitalised word is an ordinary one: by the tables, or in lower case elsewhere in the article."""
        low = word.lower()
        return low in self.lex.ordinary or bool(self.lower.get(low))


def read(article: Article) -> Reading:
    """Read an article once; all that looks for names works on the result."""
    phrases = tuple(_phrases(article))
    plain = [phrase for phrase in phrases if not phrase.titled]
    running = Counter([word for phrase in plain for word in phrase.words])
    opening = Counter([phrase.words[i] for phrase in plain for i in phrase.opening])
    lower = {word: count for word, count in running.items() if word[0].islower()}
    upper = {word: count - opening[word] for word, count in running.items() if word[0].isupper()}
    lex = lexicon(article.language)
    inside = {word for word in lower if not word.islower()}  # "diRoma"
    naming = {word for word in running if word in lex.known or word in lex.particles or "-" in word}
    return Reading(
        article,
        lex,
        phrases,
        lower,
        upper,
        naming=frozenset(naming.union(upper, inside)),
        institutional=frozenset(word for word in running if word.lower() in lex.institutions),
        trade_names=_trade_names(plain, lower, lex),
    )


def _trade_names(phrases: Sequence[Phrase], lower: Mapping[str, int], lex: Lexicon) -> frozenset[str]:
    """The words for roles that stand behind a given name, and never as a role."""
    found = {
        word
        for phrase in phrases
        for before, word in pairwise(phrase.words)
        if word[0].isupper() and before in lex.given and word.lower() in lex.roles and word.lower() not in lower
    }
    titles = {
        word for phrase in phrases for word, behind in pairwise(phrase.words) if word in found and behind in lex.given
    }
    return frozenset(found - titles)


def _phrases(article: Article) -> list[Phrase]:
    text = article.text
    tables, lex = gazetteer(article.language), lexicon(article.language)
    places = tables.names.keys() | tables.people.keys()
    phrases = []
    for sentence in article.sentences:
        words = WORD.findall(text, sentence.start, sentence.end)
        starts, ends = _places(text, words, sentence.start)
        opening = _opening(words)
        if text.find("-", sentence.start, sentence.end) >= 0:
            compounds = {i for i, word in enumerate(words) if _is_compound(word, places) and word not in tables.names}
            if compounds:
                words, starts, ends, opening = _cut(words, starts, opening, compounds)
        titled = _titled(words, lex, is_body=sentence.kind is BlockKind.BODY)
        phrases.append(Phrase(sentence.index, sentence.block, words, starts, ends, titled, frozenset(opening)))
    return phrases


def _places(text: str, words: Sequence[str], after: int) -> tuple[list[int], list[int]]:
    """Where words stand, of which each is the first of its kind behind the one before: only blanks are between them."""
    starts, ends, find = [], [], text.find
    for word in words:
        at = find(word, after)
        after = at + len(word)
        starts.append(at)
        ends.append(after)
    return starts, ends


def _opening(words: Sequence[str]) -> set[int]:
    """Where a word would carry a capital in any case: the first words up to one of letters, and those behind a mark."""
    found = set()
    for at in (0, *(i for i, word in enumerate(words, start=1) if word in OPENING)):
        i = at
        while i < len(words) and i not in found:
            found.add(i)
            if words[i][0].isalnum():
                break
            i += 1
    return found


def _cut(
    words: Sequence[str], starts: Sequence[int], opening: Set[int], compounds: Set[int]
) -> tuple[list[str], list[int], list[int], set[int]]:
    """Cut some of the words at their hyphens, and say anew where each begins and ends and which ones open."""
    pieces: list[tuple[str, int]] = []
    opens = set()
    for i, (word, start) in enumerate(zip(words, starts, strict=True)):
        if i in opening:
            opens.add(len(pieces))
        if i in compounds:
            pieces += [(piece[0], start + piece.start()) for piece in COMPOUND.finditer(word)]
        else:
            pieces.append((word, start))
    return [w for w, _ in pieces], [s for _, s in pieces], [s + len(w) for w, s in pieces], opens


def _is_compound(word: str, places: Set[str]) -> bool:
    """Whether a word is made of a place and others: "US-led", "China-Russia", but not "France-Presse"."""
    if "-" not in word or not word[0].isupper():
        return False
    first, *others = word.split("-")
    return first in places and all(other in places or other[:1].islower() for other in others)


def _titled(words: list[str], lex: Lexicon, *, is_body: bool) -> bool:
    """Whether most words that could go without a capital carry one, as in a headline.

    Running text must have no other words at all, and more of them if it ends in a full stop.
    """
    if is_body and any(_is_plain(word, lex) for word in words):
        return False
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    if is_body:
        return capitals >= len(long) * 0.8 and capitals >= (6 if words[-1] in '.?!)”"' else 4)
    plain = sum(_is_plain(word, lex) for word in words)
    return capitals >= 3 and capitals >= (capitals + plain) * 0.75


def _is_plain(word: str, lex: Lexicon) -> bool:
    """Whether a word has no capital that a headline would have given it."""
    return word[0].islower() and word not in lex.function_words and len(word) > 1
