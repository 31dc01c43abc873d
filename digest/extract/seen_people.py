"""Remember whom one sentence tells of, so that the next one's "he" and "she" find them."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.found_person import FoundPerson


class Seen:
    """The people of one sentence so far: the first of each gender, and the first whose gender nothing tells.

    Those who own something ("Levitt's idea") or stand after a preposition ("coached by Fabisch") come second.
    """

    def __init__(self, found: Sequence[FoundPerson], block: int) -> None:
        self.found = found
        self.block = block
        self.first: dict[str | None, int] = {}
        self.aside: dict[str | None, int] = {}
        self.all: set[int] = set()
        self.about: set[int] = set()  # those who do not stand aside
        self.answers: int | None = None  # who does something to the first one, at the end: "and Mr. Ito rebutted him"
        self.stranger = False  # whether somebody speaks of whom nothing is known
        self.somebody = False  # whether somebody new is told of, without a name
        self.unnamed = False  # whether somebody speaks of whom only a role is told

    def __bool__(self) -> bool:
        return bool(self.first or self.aside)

    def see(self, number: int, *, aside: bool = False) -> None:
        """Remember somebody whom the sentence names, or means by a pronoun."""
        (self.aside if aside else self.first).setdefault(self.found[number].gender, number)
        self.all.add(number)
        if not aside:
            self.about.add(number)

    def put_aside(self) -> None:
        """Let all so far come second: the sentence turns to somebody else."""
        self.aside = self.first | self.aside
        self.first, self.about = {}, set()

    def fitting(self, gender: str) -> set[int]:
        """All whom a pronoun of that gender can mean."""
        return {number for number in self.all if self.found[number].gender in (gender, None)}

    def fits(self, gender: str, *, surely: bool = False) -> int | None:
        """The first whom a pronoun of that gender can mean: a subject of unknown gender comes before its object."""
        if self.answers is not None and self.found[self.answers].gender in ((gender,) if surely else (gender, None)):
            return self.answers
        for known in (self.first, self.aside):
            for key, number in known.items():
                if key == gender or (key is None and not surely):
                    return number
        return None
