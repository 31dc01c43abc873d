"""See where an organization that starts at a word ends: "X Ministry", "University of X", "Ministry of X"."""

from __future__ import annotations

from digest.extract.name_shapes import LONGEST_RUN, Shapes

BODIES_ON = frozenset({"Committee", "Commission", "Council", "Board", "Caucus", "Conference", "Center", "Institute"})

# Words for roles that organizations carry in their names: "General Assembly", "Justice Department".
ROLES_OF_BODIES = frozenset({"general", "justice", "student", "leader", "teacher", "partner"})


class OrganizationShapes:
    """The shapes of organizations in one sentence. Every `…_end` is the index of the word after the name."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.words = shapes.words
        self.lex = shapes.lex

    def organization_end(self, i: int, end: int) -> int | None:
        """Where an organization that starts at word i ends: "X Ministry", "University of X", "Ministry of X"."""
        first, lex = self.words[i], self.lex
        head = self._last_head(i, min(end, i + 8))
        if head is None:
            starts = first in lex.organization_starts or first in lex.organization_heads
            return (self._complement_end(i + 1) or self._town_end(i + 1)) if starts else None
        if self._is_weak(i, head):
            return None
        return self._complement_end(head + 1) or head + 1

    def _last_head(self, i: int, end: int) -> int | None:
        """The last word of a row of capitals that only organizations end in."""
        words, lex = self.words, self.lex
        head = None
        for j in range(i, end):
            word, low = words[j], words[j].lower()
            if j > i and word in lex.organization_heads and word not in lex.no_names:
                head = j
                continue
            if low in lex.roles and low not in ROLES_OF_BODIES:
                if not (j + 1 < end and words[j + 1] in lex.organization_heads):
                    break
                continue
            ended = (word in lex.no_names and word.isupper()) or (head is not None and word in lex.given)
            if word in lex.honorifics or word in lex.short_roles or (j > i and ended):
                break
        return head

    def _is_weak(self, i: int, head: int) -> bool:
        """Whether the head proves too little: "Eric Church", "Campaign Office"."""
        words, lex = self.words, self.lex
        first, before = words[i], head - i
        if words[head] not in lex.weak_heads:
            return before == 1 and first.lower() in lex.function_words
        if "&" in words[i:head]:
            return True
        if before == 1:
            return not (first in lex.people or first in lex.known or (first.isupper() and len(first) > 1))
        return before == 2 and (first in lex.given or first in lex.weak_given)

    def _town_end(self, i: int) -> int | None:
        """Where a town ends that continues an organization's name without a small word: "Universität Ulm"."""
        known = self.shapes.match(self.lex.known, i) if self.lex.nouns_have_capitals and i < len(self.words) else None
        return i + len(known.words) if known is not None and known.place is not None else None

    def _complement_end(self, i: int) -> int | None:
        """Where "of X", "for X and Y" ends that continues an organization's name at word i, if it does."""
        end = None
        for _ in range(3):  # "School of Public Health of the University of X"
            further = self._one_complement_end(i)
            if further is None:
                break
            end = i = further
        return end

    def _one_complement_end(self, i: int) -> int | None:
        words, no_names, count = self.words, self.lex.no_names, min(len(self.words), i + LONGEST_RUN)
        if i >= count or words[i] not in self.lex.complements or (words[i] == "on" and words[i - 1] not in BODIES_ON):
            return None
        j = i + 1
        if j < count and words[j] in self.lex.complement_articles:
            j += 1
        if j >= count or not words[j][0].isupper() or words[j] in no_names:
            return None
        while j < count and words[j][0].isupper() and words[j] not in no_names:
            j += 1
        joined = j + 1 < count and words[j] == "and" and words[j + 1][0].isupper()
        if joined and (words[i] == "for" or (words[i] == "on" and self._is_of_nouns(j + 1, count))):
            j += 2
            while j < count and words[j][0].isupper():
                j += 1
        return j

    def _is_of_nouns(self, i: int, count: int) -> bool:
        """Whether capitals begin plain nouns to their end: "on Water and *Boat Matters*", not "and *Senator Ito*"."""
        words, lex = self.words, self.lex
        last = i
        while last < count and words[last][0].isupper():
            last += 1
        named = any(word in lex.organization_heads or word.lower() in lex.roles for word in words[i:last])
        return not named and all(word.lower() in lex.ordinary or self._is_plural(word) for word in words[i:last])

    def _is_plural(self, word: str) -> bool:
        """Whether a word is the plural of an ordinary one: "Priorities"."""
        single = word.lower()[:-3] + "y" if word.endswith("ies") else word.lower()[:-1]
        return word.endswith("s") and single in self.lex.ordinary
