"""Find the words of an article that name somebody or something, and what each name could be.

Russian President Vladimir Putin  ->  Russian (demonym), Vladimir Putin (person, after a title)
ambassador to the US Qin Gang     ->  US (place), Qin Gang (open)
the University of Texas           ->  University of Texas (organization)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from digest.extract.countries import KnownPlace
from digest.extract.name import Name, NameKind
from digest.extract.name_lexicon import Known
from digest.extract.name_shapes import MARKS, Shapes
from digest.extract.organization_shapes import OrganizationShapes
from digest.extract.reading import Phrase, Reading


def names_in(reading: Reading) -> tuple[Name, ...]:
    """Find the names in an article, in its order; they never overlap.

    In a line in title case, where capitals prove nothing, only the names of the tables are found.
    """
    found: list[Name] = []
    for phrase in reading.phrases:
        cutter = _Cutter(phrase, reading)
        found.extend(cutter.known_names() if phrase.titled else cutter.names())
    return tuple(found)


def person_name(phrase: Phrase, reading: Reading, first: int, last: int) -> Name:
    """Make a name of words that are known to be a person's, because another sentence tells so."""
    return made_name(phrase, reading, NameKind.PERSON, first, last)


def made_name(phrase: Phrase, reading: Reading, kind: NameKind, first: int, last: int) -> Name:
    """Make a name of words of which something else than the rules here knows what they name."""
    return _Cutter(phrase, reading).make(kind, first, last)


class _Piece(NamedTuple):
    """A name, or None for words that name nothing, and the word at which to go on."""

    name: Name | None
    last: int


class _Cutter:
    """Cuts one sentence's runs of capitalised words into names."""

    def __init__(self, phrase: Phrase, reading: Reading) -> None:
        self.phrase = phrase
        self.words = phrase.words
        self.text = reading.article.text
        self.lex = reading.lex
        self.naming = reading.naming
        self.trade_names = reading.trade_names
        self.shapes = Shapes(phrase, reading)
        self.bodies = OrganizationShapes(self.shapes)
        # Tried in this order; the first that answers wins.
        self.rules: tuple[Callable[[int, int, Known | None], _Piece | None], ...] = (
            self._known_organization,
            self._borrowed_capital,
            self._organization,
            self._demonym,
            self._title,
            self._place,
            self._known_place,
            self._no_name,
            self._loud_place,
            self._acronym,
        )

    def names(self) -> Iterator[Name]:
        """Yield the names of the sentence."""
        words, naming = self.words, self.naming
        after = 0
        for start in [i for i, word in enumerate(words) if word in naming]:
            if start < after:
                continue
            if words[start][0].isupper():
                i, end = start, self.shapes.run_end(start)
                while i < end:
                    piece = self._next(i, end)
                    i = piece.last
                    if piece.name is not None:
                        yield piece.name
                after = i
                continue
            name = self._lower_case(start)
            if name is not None:
                yield name
                after = name.last

    def known_names(self) -> Iterator[Name]:
        """Yield the names of the tables alone, without those that are common words or given names, too."""
        i = 0
        while i < len(self.words):
            word = self.words[i]
            known = self.shapes.match(self.lex.known, i) or self.shapes.match(self.lex.people, i)
            alone = known is not None and len(known.words) == 1
            common = word.lower() in self.lex.ordinary or word in self.lex.weak_given or word in self.lex.given
            if known is None or known.only_inside or not word[0].isupper() or (alone and common and word != "US"):
                i += 1
                continue
            if known.place is not None and known.place.is_demonym:
                yield self.make(NameKind.DEMONYM, i, i + len(known.words), place=known.place, known=known.name)
            else:
                yield self._known(known, i)
            i += len(known.words)

    def _lower_case(self, i: int) -> Name | None:
        """A name that starts in lower case: "al-Qaeda", "de Blasio"."""
        word, lex = self.words[i], self.lex
        entry = self.shapes.match(lex.known, i) if word in lex.known and word[0].isalnum() else None
        if entry is not None:
            return self._known(entry, i)
        if self.shapes.is_prefixed(word):
            return self.make(NameKind.OPEN, i, i + 1)
        if word in lex.particles and not lex.particles_are_words and self.shapes.leads_name(i):
            first = i
            while not self.words[first][0].isupper():
                first += 1
            return self.make(
                NameKind.OPEN, i, max(self.shapes.person_end(first, self.shapes.run_end(first)), first + 1)
            )
        return None

    def _next(self, i: int, end: int) -> _Piece:
        """What stands at word i of the run that ends before `end`."""
        if self.words[i] in (".", "&"):
            return _Piece(None, i + 1)
        entry = self.shapes.match(self.lex.known, i)
        if entry is not None and entry.only_inside and (self.phrase.opens(i) or self.shapes.continues(i + 1, end)):
            entry = None
        for rule in self.rules:
            piece = rule(i, end, entry)
            if piece is not None:
                return piece
        name_end = max(self.shapes.person_end(i, end), i + 1)
        return self._piece(NameKind.OPEN, self.shapes.given_start(i, name_end), name_end)

    # Rules

    def _known_organization(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        if entry is None or entry.place is not None:
            return None
        last = i + len(entry.words)
        longer = self.bodies.organization_end(i, end)
        if longer is not None and longer > last:
            return self._piece(NameKind.ORGANIZATION, i, longer)
        alone = len(entry.words) > 1 or not self.shapes.continues(last, end) or self.shapes.starts_person(last, end)
        return _Piece(self._known(entry, i), last) if alone else None

    def _borrowed_capital(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        several = entry is not None and len(entry.words) > 1
        return _Piece(None, i + 1) if not several and self.shapes.borrows_capital(i, end) else None

    def _organization(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        last = self.bodies.organization_end(i, end)
        if last is None or (entry is not None and len(entry.words) > 1 and last <= i + len(entry.words)):
            return None
        return self._piece(NameKind.ORGANIZATION, i, last)

    def _demonym(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        people = self.shapes.match(self.lex.people, i)
        if people is None:
            return None
        last = i + len(people.words)
        return _Piece(self.make(NameKind.DEMONYM, i, last, place=people.place, known=people.name), last)

    def _title(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        words = self.words
        if words[i] in self.trade_names and not self.shapes.continues(i + 1, end):
            return None
        if self._is_plain_noun(i, end):
            return None
        title_end = i + 1 if self._ends_office(i, end) else self.shapes.title_end(i, end)
        if title_end == i:
            return None
        title = words[title_end - 2] if words[title_end - 1] == "." else words[title_end - 1]
        name_end = self.shapes.person_end(title_end, end)
        place = title_end < end and self.lex.particles_are_words and words[title_end][0].islower()
        if place or name_end == title_end or self.shapes.is_known(title_end):
            return _Piece(None, title_end)
        first = self.shapes.given_start(title_end, name_end)
        honorific = title if title in self.lex.honorifics else None
        return _Piece(self.make(NameKind.PERSON, first, name_end, titled=True, honorific=honorific), name_end)

    def _is_plain_noun(self, i: int, end: int) -> bool:
        """Whether a word with a capital is no title, but a part of what "the" names: "the *Star* Bern language"."""
        words, lex = self.words, self.lex
        article = i > 0 and words[i - 1] in ("the", "The") and i + 1 < end
        return article and words[i].lower() in lex.roles_of_bodies and words[i + 1] not in lex.given | lex.weak_given

    def _ends_office(self, i: int, end: int) -> bool:
        """Whether a word ends a title that began before "of", and a name follows: "Secretary of *State* Ito"."""
        words, lex = self.words, self.lex
        if i < 2 or i + 1 >= end or words[i].lower() not in lex.fields_of_office or words[i - 1] not in lex.role_links:
            return False
        follows = words[i + 1]
        named = follows not in lex.organization_heads and not self.shapes.names_nobody(i + 1)
        return named and words[i - 2].lower() in lex.roles and follows.lower() not in lex.ordinary

    def _place(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        last = self.shapes.place_end(i, end)
        return None if last is None else self._piece(NameKind.PLACE, i, last)

    def _known_place(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        if entry is None or entry.place is None:
            return None
        words, lex = self.words, self.lex
        last = i + len(entry.words)
        alone = not self.shapes.continues(last, end) or self.shapes.starts_person(last, end)
        short = "." in words[i] or words[i].isupper()
        surely_place = len(entry.words) > 1 or words[i] not in lex.weak_given
        if alone or short or (surely_place and words[last].lower() in lex.ordinary):
            return _Piece(self._known(entry, i), last)
        return None

    def _no_name(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        return _Piece(None, i + 1) if self.shapes.names_nobody(i) else None

    def _loud_place(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        """A place written in capitals, as before a report: "NEW YORK (AP) -"."""
        if not self.words[i].isupper() or len(self.words[i]) < 3:
            return None
        for length in (3, 2, 1):
            name = " ".join(self.words[i : i + length]).title()
            for known in self.lex.known.get(name.split()[0], ()):
                if known.place is not None and " ".join(known.words) == name:
                    return _Piece(self._known(known, i), i + length)
        return None

    def _acronym(self, i: int, end: int, entry: Known | None) -> _Piece | None:
        word = self.words[i]
        if len(word) < 2 or len(word) > 6 or not word.isupper() or self.shapes.is_shouted(i):
            return None
        return self._piece(NameKind.ACRONYM, i, i + 1)

    # Making

    def _piece(self, kind: NameKind, first: int, last: int) -> _Piece:
        return _Piece(self.make(kind, first, last), last)

    def _known(self, entry: Known, i: int) -> Name:
        last = i + len(entry.words)
        if entry.place is None:
            return self.make(NameKind.ORGANIZATION, i, last, known=entry.name)
        return self.make(NameKind.PLACE, i, last, place=entry.place, known=entry.place.place)

    def make(  # noqa: PLR0913 - the fields of a name
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
        """The name at some words of the sentence."""
        phrase = self.phrase
        start, end = phrase.starts[first], phrase.ends[last - 1]
        return Name(
            kind=kind,
            sentence=phrase.index,
            first=first,
            last=last,
            start=start,
            end=end,
            text=self.text[start:end],
            parts=tuple(word for word in phrase.words[first:last] if word != "." and word not in MARKS),
            titled=titled,
            honorific=honorific,
            known=known,
            place=place,
            opens=phrase.opens(first),
        )
