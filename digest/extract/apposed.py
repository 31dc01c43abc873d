"""See who stands beside a description, between commas: "the mayor, Ann Ito, said", "Ann Ito, the mayor, said"."""

from __future__ import annotations

from bisect import bisect_left

from digest.extract.cues import Cues
from digest.extract.entities import Entities
from digest.extract.full_names import NAME, full_name
from digest.extract.joined import begins_clause
from digest.extract.mentions import Known, Mentions
from digest.extract.name_lexicon import lexicon
from digest.model import Article, Excerpt, Form, Speaker, SpeakerKind

CLOSES = ",.;:)—–\n"
FAR = 60  # characters from a description to the name behind it, with all titles


def is_named(known: Known) -> bool:
    """Whether a mention is a person's name."""
    return known.kind is SpeakerKind.PERSON and known.form in (Form.NAME, Form.PART)


class Apposed(Mentions):
    """The names of an article, and which of them stand beside a description."""

    def __init__(self, article: Article, entities: Entities, words: Cues) -> None:
        super().__init__(article, entities)
        self.words = words

    def apposed(self, end: int) -> str | None:
        """The person named right behind a description: "the mayor, Ann Ito, said"."""
        text = self.article.text
        if text[end : end + 2] != ", ":
            return None
        index = bisect_left(self.person_starts, end + 2)
        if index == len(self.persons):
            return None
        person = self.persons[index]
        between = text[end + 2 : min(person.start, end + FAR)].split()
        titled = all(w.rstrip(".") in self.words.titles for w in between) and person.start < end + FAR
        closed = person.end == len(text) or text[person.end] in CLOSES
        return person.name if titled and closed and person.form is Form.NAME else None

    def named_before(self, excerpt: Excerpt) -> str | None:
        """The person named right before a description: "Ann Ito, the owner of the Bern Ferries, a small firm, said"."""
        text, start, end = self.article.text, excerpt.span.start, excerpt.span.end
        first = excerpt.text.split()[0].lower()
        if text[start - 2 : start] != ", " or text[end : end + 1] != "," or first not in self.words.determiners:
            return None
        named = next((m for m in self.at(start - 3, start - 2) if m.end == start - 2 and is_named(m)), None)
        return named.name if named and begins_clause(text, named.start, self.words) else None

    def apposed_name(self, excerpt: Excerpt) -> Speaker | None:
        """Who is named behind a description by a name that is nothing known: "the owner, Bern Ferries, said"."""
        text, at = self.article.text, excerpt.span.end + 2
        match = NAME.match(text, at) if text[at - 2 : at] == ", " else None
        parts = full_name(match, self.words) if match else None
        if match is None or parts is None or text[match.end() : match.end() + 1] not in CLOSES:
            return None
        known = [m for m in self.at(match.start(), match.end()) if m.end == match.end()]
        noun = excerpt.text.split()[-1].lower()
        someone = noun in lexicon(self.article.language).roles
        kind = known[0].kind if known else SpeakerKind.PERSON if someone else SpeakerKind.ORGANIZATION
        return Speaker(name=known[0].name if known else " ".join(parts), kind=kind, mention=excerpt)
