"""Find the words of an article that name somebody or something, and what each name could be.

    Russian President Vladimir Putin  ->  Russian (demonym), Vladimir Putin (person, after a title)
    ambassador to the US Qin Gang     ->  US (place), Qin Gang (person)
    the University of Texas           ->  University of Texas (organization)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from digest.extract.countries import KnownPlace
from digest.extract.name_lexicon import Known, Lexicon, lexicon
from digest.extract.reading import Phrase, Reading, read
from digest.model import Article


class NameKind(StrEnum):
    """What a name is, as far as its own words and the words around it tell."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    DEMONYM = "demonym"
    ACRONYM = "acronym"
    OPEN = "open"  # a capitalised phrase that only the rest of the article can decide


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words `first..last` (half-open) of a sentence, at `start..end` of the text.

    `parts` are the words without titles. `titled` is True after a title ("President Putin"), and `honorific` holds a
    form of address ("Mrs"). `known` is the name of the tables, `place` their entry.
    """

    kind: NameKind
    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    parts: tuple[str, ...]
    titled: bool = False
    honorific: str | None = None
    known: str | None = None
    place: KnownPlace | None = None
    opens: bool = False


def find_names(article: Article) -> tuple[Name, ...]:
    """Find the names in the running text of an article, in its order; names never overlap."""
    return names_in(read(article))


def names_in(reading: Reading) -> tuple[Name, ...]:
    """Find the names in an article that has been read; lines in title case are left out."""
    words = lexicon(reading.article.language)
    found: list[Name] = []
    for phrase in reading.phrases:
        if not phrase.titled:
            found.extend(_Cutter(phrase, reading, words).names())
    return tuple(found)


class _Cutter:
    """Cuts one sentence's runs of capitalised words into names."""

    def __init__(self, phrase: Phrase, reading: Reading, words: Lexicon) -> None:
        self.phrase = phrase
        self.words = phrase.words
        self.reading = reading
        self.lex = words

    def names(self) -> Iterator[Name]:
        i, count = 0, len(self.words)
        while i < count:
            word = self.words[i]
            if not word[0].isupper():
                entry = self._match(self.lex.known, i) if word in self.lex.known else None
                if entry is not None and word[0].isalnum():
                    yield self._known(entry, i)
                    i += len(entry.words)
                    continue
                if word in self.lex.particles and self._particle_run(i):
                    end = self._run_end(i + 1)
                    yield self._make(NameKind.OPEN, i, end)
                    i = end
                    continue
                i += 1
                continue
            end = self._run_end(i)
            stop = end
            while i < stop:
                name, i = self._next(i, stop)
                if name is not None:
                    yield name
            i = max(i, end)

    # Runs: neighbouring capitalised words, with the initials and particles between them.

    def _run_end(self, i: int) -> int:
        words, ends, starts, count = self.words, self.phrase.ends, self.phrase.starts, len(self.words)
        i += 1
        while i < count:
            word = words[i]
            if starts[i] - ends[i - 1] > 2:
                break
            if word == ".":
                if not self._is_short(i - 1):
                    break
                i += 1
            elif word[0].isupper() and starts[i] > ends[i - 1]:
                i += 1
            elif word in self.lex.particles and self._particle_run(i):
                i += 1
            elif word == "&" and i + 1 < count and words[i + 1][0].isupper():
                i += 2
            else:
                break
        return i

    def _is_short(self, i: int) -> bool:
        """Whether the full stop after word i belongs to it: an initial or a short form, and a capital follows."""
        word = self.words[i]
        if i + 2 >= len(self.words) or self.phrase.starts[i + 1] != self.phrase.ends[i]:
            return False
        if not self.words[i + 2][0].isupper():
            return False
        return len(word) == 1 or word in self.lex.short_roles or word in self.lex.honorifics or word in ("St", "Ft", "Mt")

    def _particle_run(self, i: int) -> bool:
        """Whether a small word leads into a capital: "van der Bellen", "al Assad"."""
        lex, words = self.lex, self.words
        for j in range(i, min(i + 3, len(words))):
            word = words[j]
            if word[0].isupper():
                return j > i and word.lower() not in lex.function_words
            if word not in lex.particles:
                return False
        return False

    # Names: what stands at word i of the run that ends before `end`.

    def _next(self, i: int, end: int) -> tuple[Name | None, int]:
        lex, words = self.lex, self.words
        word = words[i]
        if word in (".", "&"):
            return None, i + 1
        entry = self._match(lex.known, i)
        if entry is not None and entry.only_inside and (self.phrase.opens(i) or self._continues(i + 1, end)):
            entry = None
        if entry is not None and entry.place is None:
            last = i + len(entry.words)
            organization_end = self._organization_end(i, end)
            if organization_end is not None and organization_end > last:
                return self._make(NameKind.ORGANIZATION, i, organization_end), organization_end
            if len(entry.words) > 1 or not self._continues(last, end) or self._starts_name(last, end):
                return self._known(entry, i), last
        if self._drops(i, end):
            return None, i + 1
        organization_end = self._organization_end(i, end)
        if organization_end is not None:
            return self._make(NameKind.ORGANIZATION, i, organization_end), organization_end
        people = self._match(lex.people, i)
        if people is not None:
            last = i + len(people.words)
            return self._make(NameKind.DEMONYM, i, last, place=people.place, known=people.name), last
        title_end = self._title_end(i, end)
        if title_end > i:
            honorific = words[title_end - 1] if words[title_end - 1] != "." else words[title_end - 2]
            name_end = self._person_end(title_end, end)
            if name_end > title_end and not self._is_known(title_end):
                return self._titled(self._given_start(title_end, name_end), name_end, honorific), name_end
            return None, title_end
        place_end = self._place_end(i, end)
        if place_end is not None:
            return self._make(NameKind.PLACE, i, place_end), place_end
        if entry is not None and entry.place is not None:
            last = i + len(entry.words)
            weak_person = word in lex.weak_given and len(entry.words) == 1
            if not self._continues(last, end) or self._starts_name(last, end) or "." in word or word.isupper():
                return self._known(entry, i), last
            if not weak_person and words[last][0].isupper() and words[last].lower() in lex.ordinary:
                return self._known(entry, i), last
        if word in lex.no_names:
            return None, i + 1
        if word.isupper() and len(word) > 2:
            loud = self._loud_place(i)
            if loud is not None:
                return loud, loud.last
        if len(word) > 1 and word.isupper() and len(word) <= 6 and not self._shouted(i):
            return self._make(NameKind.ACRONYM, i, i + 1), i + 1
        name_end = max(self._person_end(i, end), i + 1)
        first = self._given_start(i, name_end)
        return self._make(NameKind.OPEN, first, name_end), name_end

    def _is_known(self, i: int) -> bool:
        """Whether a place or an organization of the tables, and no given name, stands at word i."""
        if self.words[i] in self.lex.given:
            return False
        return self._match(self.lex.known, i) is not None or self._match(self.lex.people, i) is not None

    def _continues(self, i: int, end: int) -> bool:
        return i < end and self.words[i][0].isalpha()

    def _starts_name(self, i: int, end: int) -> bool:
        """Whether a person's name, or a title before one, begins at word i."""
        if i >= end:
            return False
        word, lex = self.words[i], self.lex
        if word in lex.given or word in lex.honorifics or word in lex.short_roles or self._title_end(i, end) > i:
            return True
        return word in lex.family_first and end - i in (2, 3)

    def _drops(self, i: int, end: int) -> bool:
        """Whether the capital is the sentence's and not the word's own."""
        word, lex = self.words[i], self.lex
        low = word.lower()
        if word.isupper() and len(word) > 1 and word in lex.known:
            return False
        if low in lex.function_words and (len(word) > 1 or not self._is_short(i)):
            return word not in lex.family_first or i + 1 >= end or not self.phrase.opens(i)
        if not self.phrase.opens(i) or word in lex.given:
            return False
        if self._title_end(i, end) > i or low in lex.roles:
            return False
        if word in lex.weak_given or word in lex.family_first:
            return i + 1 >= end and bool(self.reading.lower.get(low))
        common = low in lex.ordinary or bool(self.reading.lower.get(low)) or low.endswith(("ing", "ly"))
        return common and not self.reading.upper.get(word) or (i + 1 >= end and low in lex.ordinary)

    def _organization_end(self, i: int, end: int) -> int | None:
        """Where an organization that starts at word i ends: "X Ministry", "University of X", "Ministry of X"."""
        words, lex = self.words, self.lex
        head = None
        for j in range(i, min(end, i + 8)):
            word = words[j]
            low = word.lower()
            if j > i and word in lex.organization_heads and word not in lex.no_names:
                head = j
            elif low in lex.roles and low not in ("general", "justice", "student", "leader", "teacher", "partner"):
                if not (j + 1 < end and words[j + 1] in lex.organization_heads):
                    break
            elif word in lex.honorifics or word in lex.short_roles or (word in lex.no_names and j > i and word.isupper()):
                break
            elif j > i and head is not None and word in lex.given:
                break
        first = words[i]
        if head is None:
            if first in lex.organization_starts or first in lex.organization_heads:
                return self._of(i + 1)
            return None
        if self._weak(i, head):
            return None
        return self._of(head + 1) or head + 1

    def _weak(self, i: int, head: int) -> bool:
        """Whether the head proves too little: "Eric Church", "Campaign Office"."""
        words, lex = self.words, self.lex
        first, before = words[i], head - i
        if words[head] not in lex.weak_heads:
            return before == 1 and first.lower() in lex.function_words
        if before == 1:
            return not (first in lex.people or first in lex.known or (first.isupper() and len(first) > 1))
        return before == 2 and (first in lex.given or first in lex.weak_given)

    def _of(self, i: int) -> int | None:
        """Where "of X", "for X and Y" ends that continues an organization's name at word i, if it does."""
        words, count = self.words, len(self.words)
        if i >= count or words[i] not in ("of", "for", "on"):
            return None
        j = i + 1
        if j < count and words[j] == "the":
            j += 1
        if j >= count or not words[j][0].isupper() or words[j] in self.lex.no_names:
            return None
        while j < count and words[j][0].isupper() and words[j] not in self.lex.no_names:
            j += 1
        if j + 1 < count and words[j] == "and" and words[i] == "for" and words[j + 1][0].isupper():
            j += 2
            while j < count and words[j][0].isupper():
                j += 1
        further = self._of(j)
        return further or j

    def _place_end(self, i: int, end: int) -> int | None:
        """Where a place ends that its own words tell: "Orange County", "Lake Mead", "Gulf of Aden"."""
        words, lex = self.words, self.lex
        if words[i] in lex.place_starts and self._continues(i + 1, end) and words[i] not in lex.given:
            stop = i + 2
            while stop < end and words[stop] in lex.place_heads:
                stop += 1
            return stop
        if words[i] in lex.given and end - i == 2:
            return None
        for j in range(i + 1, min(end, i + 4)):
            if words[j] in lex.place_heads and words[i] not in lex.no_names:
                if j - i == 1 and words[i].lower() in lex.function_words:
                    return None
                while j + 1 < end and words[j + 1] in lex.place_heads:
                    j += 1
                return j + 1
            if words[j].lower() in lex.roles or words[j] in lex.given:
                return None
        return None

    def _title_end(self, i: int, end: int) -> int:
        """Where titles that start at word i end, or i: "Foreign Minister", "Sen.", "CEO"."""
        words, lex = self.words, self.lex
        j, last = i, i
        while j < end:
            word = words[j]
            low = word.lower()
            if word == "." and j > i:
                last = j + 1 if last == j else last
            elif low in lex.roles or word in lex.honorifics or word in lex.short_roles:
                surname = j + 1 >= end and (words[j - 1] == "." or words[j - 1] in lex.honorifics)
                if j > i and last == j and (surname or (word in lex.given and j + 2 >= end)):
                    break
                last = j + 1
            elif low not in lex.role_modifiers and word not in lex.no_names and word != "&":
                break
            elif word in lex.given:
                break
            j += 1
        return last

    def _person_end(self, i: int, end: int) -> int:
        """Where the words of one name, without titles and places, end."""
        words, lex = self.words, self.lex
        j = i
        while j < end:
            word = words[j]
            if j > i:
                if word == "." or word in lex.particles or word in lex.suffixes:
                    j += 1
                    continue
                if word in lex.no_names and (words[j - 1] not in lex.given or word.isupper()):
                    break
                if word.lower() in lex.function_words and len(word) > 1:
                    break
                title_end = self._title_end(j, end)
                if title_end > j and self._continues(title_end, end) and words[title_end] not in lex.suffixes:
                    break
                if word in lex.known and ("." in word or (word.isupper() and len(word) > 1)):
                    break
            elif word in lex.no_names:
                break
            j += 1
        while j > i and (words[j - 1] in lex.particles or words[j - 1] == "&"):
            j -= 1
        return j

    def _given_start(self, i: int, end: int) -> int:
        """Where a given name begins after ordinary words: "State Madeleine Albright", "Crooked Hillary Clinton"."""
        words, lex = self.words, self.lex
        if words[i] in lex.given or words[i] in lex.weak_given:
            return i
        for j in range(i + 1, end - 1):
            if words[j] in lex.given or words[j] in lex.weak_given:
                return j if all(self._says_nothing(w) for w in words[i:j]) else i
        return i

    def _says_nothing(self, word: str) -> bool:
        lex, low = self.lex, word.lower()
        return low in lex.ordinary or low in lex.role_modifiers or word in lex.no_names or word == "." or word.isupper()

    def _shouted(self, i: int) -> bool:
        """Whether the words beside word i are written in capitals too."""
        words = self.words
        return any(
            0 <= j < len(words) and len(words[j]) > 3 and words[j].isupper() for j in (i - 1, i + 1)
        )

    def _loud_place(self, i: int) -> Name | None:
        """A place written in capitals, as before a report: "NEW YORK (AP) -"."""
        for length in (3, 2, 1):
            name = " ".join(self.words[i : i + length]).title()
            entry = self.lex.known.get(name.split()[0], ()) if name else ()
            for known in entry:
                if known.place is not None and " ".join(known.words) == name:
                    return self._make(NameKind.PLACE, i, i + length, place=known.place, known=known.place.place)
        return None

    # Making

    def _match(self, index: dict[str, tuple[Known, ...]] | object, i: int) -> Known | None:
        words = self.words
        for entry in index.get(words[i], ()):  # type: ignore[attr-defined]
            length = len(entry.words)
            if length == 1 or tuple(words[i : i + length]) == entry.words:
                found: Known = entry
                return found
        return None

    def _known(self, entry: Known, i: int) -> Name:
        last = i + len(entry.words)
        if entry.place is None:
            return self._make(NameKind.ORGANIZATION, i, last, known=entry.name)
        return self._make(NameKind.PLACE, i, last, place=entry.place, known=entry.place.place)

    def _titled(self, first: int, last: int, title: str) -> Name:
        honorific = title if title in self.lex.honorifics else None
        return self._make(NameKind.PERSON, first, last, titled=True, honorific=honorific)

    def _make(
        self,
        kind: NameKind,
        first: int,
        last: int,
        *,
        titled: bool = False,
        honorific: str | None = None,
        known: str | None = None,
        place: KnownPlace | None = None,
    ) -> Name:
        phrase = self.phrase
        start, end = phrase.starts[first], phrase.ends[last - 1]
        return Name(
            kind=kind,
            sentence=phrase.index,
            first=first,
            last=last,
            start=start,
            end=end,
            text=self.reading.article.text[start:end],
            parts=tuple(word for word in phrase.words[first:last] if word != "."),
            titled=titled,
            honorific=honorific,
            known=known,
            place=place,
            opens=phrase.opens(first),
        )
