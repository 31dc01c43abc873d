"""Find whom "he" means where the article's people have no such mention: who was named last outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import cached_property

from digest.extract.apposed import Apposed
from digest.extract.marks import pair_marks
from digest.extract.mentions import Known
from digest.extract.name_lexicon import lexicon
from digest.model import Excerpt, KnownBy, Speaker


class Antecedents(Apposed):
    """The same with the person whom a pronoun stands for."""

    @cached_property
    def _marks(self) -> Sequence[tuple[int, int]]:
        return [(pair.left, pair.right) for pair in pair_marks(self.article)]

    def _is_quoted(self, mention: Known) -> bool:
        """Whether somebody is named inside quotation marks: a pronoun outside does not mean them."""
        at = bisect_left(self._marks, (mention.start, 0)) - 1
        return at >= 0 and mention.start < self._marks[at][1]

    def antecedent(self, pronoun: Excerpt, but: Set[str]) -> Speaker | None:
        """The person named last before a pronoun, at most three sentences back; the first one of its sentence wins."""
        if pronoun.text.lower() not in self.words.persons:
            return None
        upto = bisect_left(self.person_starts, pronoun.span.start)
        gender = lexicon(self.article.language).pronouns.get(pronoun.text)
        near = [m for m in self.persons[max(0, upto - 12) : upto] if m.name not in but and not self._is_quoted(m)]
        people = [m for m in near if self.genders.get(m.name) in (gender, None)]
        if not people:
            return None
        sentence = self.article.sentence_at(people[-1].start)
        if self.article.sentence_at(pronoun.span.start) - sentence > 3:
            return None
        same = [m for m in people if self.article.sentence_at(m.start) == sentence]
        several = len({m.name for m in same}) > 1
        how = KnownBy.FIRST if several else KnownBy.ONE if len({m.name for m in people}) == 1 else KnownBy.NEAREST
        return Speaker(name=same[0].name, kind=same[0].kind, mention=pronoun, known_by=how)
