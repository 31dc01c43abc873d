"""See where a name that starts at a word ends: a run of capitals, a place, a title, a person."""

from __future__ import annotations

from collections.abc import Mapping

from digest.extract.name import JOINED
from digest.extract.name_lexicon import Known
from digest.extract.reading import Phrase, Reading
from digest.model import BlockKind

LONGEST_RUN = 24  # words; a longer row of capitals is a list or a shout, and is read in pieces
OPENING, CLOSING = frozenset('“"‘'), frozenset('”"’')
MARKS = OPENING | CLOSING
SHORT_PLACES = frozenset({"St", "Ft", "Mt"})


class Shapes:
    """The shapes of names in one sentence. Every `…_end` is the index of the word after the name."""

    def __init__(self, phrase: Phrase, reading: Reading) -> None:
        self.phrase = phrase
        self.words = phrase.words
        self.reading = reading
        self.lex = reading.lex

    # Runs: neighbouring capitalised words, with the initials and particles between them.

    def run_end(self, i: int) -> int:
        """Where the capitals that start at word i end."""
        words, ends, starts = self.words, self.phrase.ends, self.phrase.starts
        count = min(len(words), i + LONGEST_RUN)
        i += 1
        while i < count and starts[i] - ends[i - 1] <= 2:
            word = words[i]
            joined = (word[0].isupper() or self.is_prefixed(word)) and starts[i] > ends[i - 1]
            if joined or (word == "." and self.is_short(i - 1)) or self.joins_name(i):
                i += 1
            elif word == "&" and i + 1 < count and words[i + 1][0].isupper():
                i += 2
            elif self._opens_nickname(i, count):
                i += 4
            else:
                break
        return i

    def _opens_nickname(self, i: int, count: int) -> bool:
        """Whether a name goes on behind one word in quotation marks: "Jan “Spider” Ito"."""
        words, lex = self.words, self.lex
        if words[i] not in OPENING or i + 3 >= count or words[i + 2] not in CLOSING:
            return False
        named = words[i - 1] in lex.given or words[i - 1] in lex.weak_given
        family = words[i + 3][0].isupper() and words[i + 3].lower() not in lex.function_words
        return (
            named and family and words[i + 1][0].isupper() and self.phrase.starts[i + 3] == self.phrase.ends[i + 2] + 1
        )

    def is_prefixed(self, word: str) -> bool:
        """Whether a capital follows a prefix of names: "al-Assad", "diRoma", "d'Aosta"."""
        if "-" in word and word.startswith(self.lex.name_prefixes):
            return word[word.index("-") + 1 :][:1].isupper()
        joined = None if word.islower() else JOINED.match(word)
        return joined is not None and joined[1].replace("’", "'") in self.lex.particles

    def is_short(self, i: int) -> bool:
        """Whether the full stop after word i belongs to it: an initial or a short form, and a capital follows."""
        word, lex = self.words[i], self.lex
        if i + 2 >= len(self.words) or self.phrase.starts[i + 1] != self.phrase.ends[i]:
            return False
        short = len(word) == 1 or word in lex.short_roles or word in lex.honorifics or word in SHORT_PLACES
        return short and self.words[i + 2][0].isupper()

    def joins_name(self, i: int) -> bool:
        """Whether a small word goes on with a name: "Ursula *von der* Au", but not "Ann Ito *von der* Polizei".

        Where particles are words of the language, too, only a given name tells that they are meant as particles.
        """
        lex, before = self.lex, self.words[i - 1] if i else ""
        if not self._is_particle(i):
            return False
        meant = before in lex.particles or before in lex.given or before in lex.weak_given
        if lex.particles_are_words and not meant:
            return False
        return self.leads_name(i)

    def _is_particle(self, i: int) -> bool:
        """Whether word i is a particle, or one that stands behind another only: "von *der*"."""
        word, lex = self.words[i], self.lex
        return word in lex.particles or (word in lex.inner_particles and i > 0 and self.words[i - 1] in lex.particles)

    def leads_name(self, i: int) -> bool:
        """Whether a small word leads into a capital: "van der Bellen", "al Assad"."""
        lex, words = self.lex, self.words
        for j in range(i, min(i + 3, len(words))):
            word = words[j]
            if word[0].isupper():
                return j > i and word.lower() not in lex.function_words
            if not self._is_particle(j):
                return False
        return False

    def continues(self, i: int, end: int) -> bool:
        """Whether the run goes on with a word at i."""
        return i < end and self.words[i][0].isalpha()

    def match(self, index: Mapping[str, tuple[Known, ...]], i: int) -> Known | None:
        """The longest name of a table that stands at word i."""
        words = self.words
        for entry in index.get(words[i], ()):
            length = len(entry.words)
            if length == 1 or tuple(words[i : i + length]) == entry.words:
                return entry
        return None

    def is_known(self, i: int) -> bool:
        """Whether a place or an organization of the tables, and no given name, stands at word i."""
        if self.words[i] in self.lex.given:
            return False
        return self.match(self.lex.known, i) is not None or self.match(self.lex.people, i) is not None

    # Places

    def place_end(self, i: int, end: int) -> int | None:
        """Where a place ends that its own words tell: "Orange County", "Lake Mead"."""
        words, lex = self.words, self.lex
        first = words[i]
        if first in lex.place_starts and self.continues(i + 1, end) and first not in lex.given:
            return self._heads_end(self._saint_end(i + 1, end), end)
        if first in lex.no_names or (first in lex.given and end - i == 2):
            return None
        for j in range(i + 1, min(end, i + 4)):
            if words[j] in lex.place_heads:
                bare = j - i == 1 and first.lower() in lex.function_words
                return None if bare else self._heads_end(j + 1, end)
            if words[j].lower() in lex.roles or words[j] in lex.given:
                break
        return None

    def _saint_end(self, i: int, end: int) -> int:
        """Where the word behind the first one of a place ends, with the name that a short form opens: "St. Anna"."""
        if self.words[i] not in SHORT_PLACES:
            return i + 1
        name = i + 2 if self.is_short(i) else i + 1
        return name + 1 if self.continues(name, end) else i + 1

    def _heads_end(self, i: int, end: int) -> int:
        while i < end and self.words[i] in self.lex.place_heads:
            i += 1
        return i

    # People

    def title_end(self, i: int, end: int) -> int:
        """Where titles that start at word i end, or i: "Foreign Minister", "Sen.", "CEO"."""
        words, lex = self.words, self.lex
        last = i
        for j in range(i, end):
            word, low = words[j], words[j].lower()
            if word == "." and j > i:
                last = j + 1 if last == j else last
            elif (
                low in lex.roles
                or word in lex.honorifics
                or word in lex.short_roles
                or (j + 1 < end and low.endswith(lex.role_endings))
            ):
                if j > i and last == j and self._is_surname(j, end):
                    break
                last = j + 1
            elif word in lex.given or (low not in lex.role_modifiers and word not in lex.no_names and word != "&"):
                break
        return last

    def _is_surname(self, j: int, end: int) -> bool:
        """Whether a word for a role is a name after a title: "Mr. King", "Judge Dean Smith"."""
        words, lex = self.words, self.lex
        addressed = (words[j - 1] == "." or words[j - 1] in lex.honorifics) and words[j].lower() not in lex.offices
        return (j + 1 >= end and addressed) or (j + 2 >= end and words[j] in lex.given)

    def person_end(self, i: int, end: int) -> int:
        """Where the words of one name, without titles and places, end."""
        words, lex = self.words, self.lex
        j = i
        while j < end and not (j == i and self.names_nobody(j)) and (j == i or self._goes_on(j, end)):
            if self._begins_another(i, j, end):
                break
            j += 1
        while j > i and (words[j - 1] in lex.particles or words[j - 1] == "&"):
            j -= 1
        return j

    def _begins_another(self, i: int, j: int, end: int) -> bool:
        """Whether a headline names another one at word j, behind a full name: "Jan Roth *Ann* Ito row"."""
        words, given = self.words, self.lex.given
        if j != i + 2 or j + 1 >= end or words[i] not in given or words[j] not in given or words[j - 1] in given:
            return False
        small = words[j - 1] in self.lex.particles or not words[j + 1][0].isupper()
        return not small and self.reading.article.blocks[self.phrase.block].kind is BlockKind.HEADLINE

    def names_nobody(self, i: int) -> bool:
        """Whether word i names nobody: "Internet", "Monday"."""
        return self.words[i] in self.lex.no_names and not self._is_called(i)

    def _is_called(self, i: int) -> bool:
        """Whether a word of time is a name: "Gov. Jan Holm", "says April Lund", but not "in April Congress"."""
        words, lex = self.words, self.lex
        word, behind = words[i], words[i + 1 : i + 2]
        if word not in lex.given_times or not behind or not behind[0][0].isupper() or behind[0] in lex.no_names:
            return False
        end = self.run_end(i + 1)
        titled = self.title_end(i + 1, end) > i + 1 and end > i + 2  # "In April President Holm", but "Jan Brewer"
        if titled or self.match(lex.known, i + 1) is not None:
            return False
        before = words[i - 1].lower() if i else ""
        return word in lex.given or before in lex.speech_verbs or before not in lex.ordinary

    def _goes_on(self, j: int, end: int) -> bool:
        words, lex = self.words, self.lex
        word = words[j]
        initial = len(word) == 1 and words[j + 1 : j + 2] == ["."]  # "Robert K. Miller"
        initial = initial and (words[j - 1] in lex.given or words[j - 1] in lex.weak_given)
        if self._is_particle(j):
            return not lex.particles_are_words or self.joins_name(j)
        if word == "." or word in lex.suffixes or initial:
            return True
        if word in lex.no_names and (words[j - 1] not in lex.given or word.isupper()):
            return False
        if word.lower() in lex.function_words and len(word) > 1:
            dated = words[j + 1 : j + 2] and words[j + 1][0].isdigit()
            return words[j - 1] in lex.given and j == end - 1 and not dated  # "Theresa May", not "with Paul May 3"
        title_end = self.title_end(j, end)
        if title_end > j and self.continues(title_end, end) and words[title_end] not in lex.suffixes:
            return False
        return not (word in lex.known and ("." in word or (word.isupper() and len(word) > 1)))

    def given_start(self, i: int, end: int) -> int:
        """Where a given name begins after words that say nothing: "State Madeleine Albright"."""
        words, lex = self.words, self.lex
        if words[i] in lex.given or words[i] in lex.weak_given:
            return i
        for j in range(i + 1, end - 1):
            if words[j] in lex.given or words[j] in lex.weak_given:
                if self._is_given_too(i, j):
                    return i
                served = i > 1 and words[i - 1] in lex.role_links and words[i - 2].lower() in lex.roles
                if served and words[j] in lex.given:
                    return j  # "member for Mid Aar Ann Ito"
                played = j - i > 1 and words[j - 1].isupper() and 1 < len(words[j - 1]) < 4  # "Bears QB Ann Ito"
                return j if played or all(self._says_nothing(word) for word in words[i:j]) else i
        return i

    def _is_given_too(self, i: int, j: int) -> bool:
        """Whether an ordinary word before a weak given name is one, behind a role: "her sister, *Tiger* Lily Ito"."""
        words, lex = self.words, self.lex
        behind_role = i > 1 and words[i - 1] == "," and words[i - 2].lower() in lex.roles
        plain = words[i].lower() not in lex.role_modifiers and words[i] not in lex.no_names and words[i][1:].islower()
        return j == i + 1 and words[j] in lex.weak_given and behind_role and plain

    def _says_nothing(self, word: str) -> bool:
        lex, low = self.lex, word.lower()
        return (
            lex.nouns_have_capitals
            or low in lex.ordinary
            or low in lex.role_modifiers
            or word in lex.no_names
            or word == "."
            or word.isupper()
        )

    def starts_person(self, i: int, end: int) -> bool:
        """Whether a person's name, or a title before one, begins at word i."""
        if i >= end:
            return False
        word, lex = self.words[i], self.lex
        if word in lex.given or word in lex.honorifics or word in lex.short_roles or self.title_end(i, end) > i:
            return True
        return word in lex.family_first and end - i in (2, 3)

    def is_shouted(self, i: int) -> bool:
        """Whether a word beside word i is written in capitals too."""
        words = self.words
        return any(0 <= j < len(words) and len(words[j]) > 3 and words[j].isupper() for j in (i - 1, i + 1))

    def borrows_capital(self, i: int, end: int) -> bool:
        """Whether the capital is the sentence's and not the word's own."""
        word, lex = self.words[i], self.lex
        low = word.lower()
        if word.isupper() and len(word) > 1 and word in lex.known:
            return False
        if low in lex.function_words and (len(word) > 1 or not self.is_short(i)):
            before = self.words[i - 1] if i and not self.phrase.opens(i) else ""
            if word in lex.weak_given and i + 1 < end and (before in lex.roles or before in lex.speech_verbs):
                return False  # "the correspondent *Will* Roth"
            return word not in lex.family_first or i + 1 >= end or not self.phrase.opens(i)
        own = not self.phrase.opens(i) or word in lex.given or low in lex.roles or self.title_end(i, end) > i
        if own:
            return False
        lower = bool(self.reading.lower.get(low))
        if word in lex.weak_given or word in lex.family_first:
            return i + 1 >= end and lower
        common = low in lex.ordinary or lower or low.endswith(("ing", "ly"))
        return (common and not self.reading.upper.get(word)) or (i + 1 >= end and low in lex.ordinary)
