"""Turn a noun phrase into a speaker: a person, a body, a country, or somebody described; None for what cannot speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from digest.extract.frames.words import Frames
from digest.extract.genders import gender_of_person
from digest.extract.mentions import Known, Mentions
from digest.extract.name_lexicon import lexicon
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import Token
from digest.model import Article, Excerpt, Form, KnownBy, Speaker, SpeakerKind

MOST_MENTIONS = 200  # of people, among whom those are looked for who are meant by a word
FARTHEST = 3  # sentences from a pronoun back to its person


class Sources:
    """Everybody whom one article names, asked by the words that stand for them."""

    def __init__(self, article: Article, names: Mentions, words: Frames) -> None:
        self.article = article
        self.names = names
        self.words = words
        lex = lexicon(article.language)
        self.genders = {person.name: gender_of_person(person, lex) for person in names.by_name.values()}

    def speaker(self, tokens: Sequence[Token], phrase: Phrase) -> Speaker | None:
        """Who is meant by the words of a phrase."""
        start, end = tokens[phrase.first].start, tokens[phrase.last].end
        excerpt = self.article.excerpt(start, end)
        if phrase.form is Form.PRONOUN:
            return self._antecedent(excerpt)
        person = self._person(tokens, phrase)
        if person is not None:
            return Speaker(name=person, kind=SpeakerKind.PERSON, mention=excerpt)
        for mention in self.names.at(start, end):
            lead = self.article.text[start : mention.start].lower().split()
            own = mention.kind is not SpeakerKind.PERSON and mention.end >= end - 1 and mention.form is not Form.DEMONYM
            if own and all(word in self.words.determiners for word in lead):
                return Speaker(name=mention.name, kind=mention.kind, mention=excerpt)
        return self._described(tokens, phrase, excerpt)

    def _person(self, tokens: Sequence[Token], phrase: Phrase) -> str | None:
        """The person whom the phrase names; "der Sprecher von Ana Ruiz" is not Ana Ruiz."""
        inside = tokens[phrase.first : phrase.last + 1]
        for number, token in enumerate(inside):
            mention = next((m for m in self.names.at(token.start, token.end) if m.start == token.start), None)
            if mention is None or mention.kind is not SpeakerKind.PERSON or mention.end > inside[-1].end:
                continue
            owned = number > 0 and inside[number - 1].text.lower() in self.words.joins
            return None if owned else mention.name
        return None

    def _described(self, tokens: Sequence[Token], phrase: Phrase, excerpt: Excerpt) -> Speaker | None:
        """Somebody described by a noun for people, bodies or documents; the one person who has that role, if any."""
        inside = tokens[phrase.first : phrase.last + 1]
        head = self._head(inside)
        if head is None or not self.speaks(head):
            return None
        defined = inside[0].text.lower() in self.words.determiners and len(inside) <= 2
        people = self._with_role(head, excerpt) if defined else []
        if len(people) == 1:
            return Speaker(name=people[0], kind=SpeakerKind.PERSON, mention=excerpt, known_by=KnownBy.ROLE)
        name = self._in_nominative(tokens, phrase, excerpt.text)
        return Speaker(name=name, kind=SpeakerKind.DESCRIPTION, mention=excerpt, known_by=KnownBy.ITSELF)

    def _in_nominative(self, tokens: Sequence[Token], phrase: Phrase, text: str) -> str:
        """A source in the genitive as one would call it: "des Ministeriums" is "Ministerium"."""
        before = tokens[phrase.first - 1].text.lower() if phrase.first else ""
        if before not in self.words.genitive_after or " " in text:
            return text
        bare = (text.removesuffix(ending) for ending in self.words.genitive_endings if text.endswith(ending))
        return next((word for word in bare if self.speaks(word)), text)

    def speaks(self, noun: str) -> bool:
        """Whether a noun stands for people, a body or a document."""
        low = noun.lower()
        return low in self.words.speaking or low.endswith(self.words.speaking_ends)

    def _head(self, inside: Sequence[Token]) -> str | None:
        for token in inside:
            low = token.text.lower()
            if low in self.words.determiners or not token.word:
                continue
            if token.capital or (not self.words.nouns_have_capitals and self.speaks(low)):
                return token.text
            if low in self.words.joins:
                return None
        return None

    def _with_role(self, head: str, excerpt: Excerpt) -> list[str]:
        """Those named before whose role has the word."""
        named = dict.fromkeys(m.name for m in self._named_before(excerpt.span.start))
        return [n for n in named if any(head.lower() in r.text.lower().split() for r in self.names.by_name[n].roles)]

    def _named_before(self, place: int) -> list[Known]:
        """The last mentions by name of people before a place."""
        upto = bisect_left(self.names.person_starts, place)
        near = self.names.persons[max(0, upto - MOST_MENTIONS) : upto]
        return [mention for mention in near if mention.form in (Form.NAME, Form.PART)]

    def _antecedent(self, pronoun: Excerpt) -> Speaker | None:
        """The first person of the right gender in the nearest sentence before that names one."""
        gender = self.words.pronouns.get(pronoun.text.lower())
        here = self.article.sentence_at(pronoun.span.start)
        chosen, nearest = None, -1
        fitting: dict[str, int] = {}  # all whom the pronoun may mean, with the sentence that names them last
        for mention in reversed(self._named_before(pronoun.span.start)):
            sentence = self.article.sentence_at(mention.start)
            if here - sentence > FARTHEST:
                break
            if self.genders.get(mention.name) in (gender, None):
                fitting.setdefault(mention.name, sentence)
            if self.genders.get(mention.name) == gender and (chosen is None or sentence == nearest):
                chosen, nearest = mention.name, sentence
        if chosen is None:
            return None
        several = list(fitting.values()).count(nearest) > 1
        how = KnownBy.ONE if len(fitting) == 1 else KnownBy.FIRST if several else KnownBy.NEAREST
        return Speaker(name=chosen, kind=SpeakerKind.PERSON, mention=pronoun, known_by=how)
