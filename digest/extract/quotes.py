"""Find the words in quotation marks, and who said them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.extract.cues import Cues, cues
from digest.extract.entities import Entities
from digest.extract.marks import Pair
from digest.extract.resolve import Names
from digest.extract.speakers import (
    INTRODUCED,
    LABEL,
    LAST,
    PREVIOUS,
    RULES,
    RUNNING,
    SAME_PARAGRAPH,
    SAME_SENTENCE,
    Found,
    introduced,
)
from digest.extract.speech.details import addressee, channel
from digest.extract.speech.paragraphs import paragraphs
from digest.extract.speech.place import Place, place_of, sentence_of
from digest.extract.speech.shown import is_scare, why_hidden
from digest.extract.speech.tokens import Token
from digest.model import Article, Excerpt, Form, Quote, QuoteKind, Speaker, SpeakerKind

WORDS = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


NEAR = 3  # sentences between a quotation and the pronoun that takes up its speaker
LABEL_SHAPE = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2}):\s")  # a transcript's "ITO: Well, I …"


def find_quotes(article: Article, entities: Entities) -> tuple[Quote, ...]:
    """Return every quotation of the body in the order of the text, with its speaker where a rule earned one."""
    words = cues(article.language)
    names = Names(article, entities, words)
    quotes: list[Quote] = []
    above: Sequence[Token] = ()
    for paragraph in paragraphs(article):
        if paragraph.pairs:
            reader = _Reader(article, words, names, paragraph.tokens, above, quotes[-1] if quotes else None)
            quotes.extend(reader.read(paragraph.pairs))
        above = paragraph.tokens
    return tuple(quotes)


class _Reader:
    """Reads the quotations of one paragraph, from the first to the last."""

    def __init__(
        self,
        article: Article,
        words: Cues,
        names: Names,
        tokens: Sequence[Token],
        above: Sequence[Token],
        before: Quote | None,
    ) -> None:
        self.article, self.words, self.names = article, words, names
        self.tokens, self.above, self.before = tokens, above, before
        self.quotes: list[Quote] = []

    def read(self, pairs: Sequence[Pair]) -> list[Quote]:
        """Return the paragraph's quotations with their speakers."""
        for at, token in enumerate(self.tokens):
            if token.quote >= 0:
                pair = pairs[len(self.quotes)]
                self.quotes.append(self._attribute(place_of(self.article, self.tokens, at, pair, self.words), pair))
        return self.quotes

    def _attribute(self, place: Place, pair: Pair) -> Quote:
        article = self.article
        content = article.excerpt(pair.start, pair.end)
        quote = Quote(excerpt=content, sentence=article.sentence_at(pair.left), kind=_kind(content.text))
        label = LABEL_SHAPE.match(content.text)
        if label:
            name = label[1].title()
            mention = article.excerpt(pair.start, pair.start + len(label[1]))
            speaker = Speaker(name=self.names.full.get(name, name), kind=SpeakerKind.PERSON, mention=mention)
            return replace(quote, speaker=speaker, rule=LABEL[0], confidence=LABEL[1])
        hidden = why_hidden(place, content.text)
        if hidden:
            return replace(quote, rule=hidden, show=False)
        alone = not any(place.tokens[i].word for i in range(place.low, place.high) if i != place.at)
        for name, rule, confidence in RULES:
            if name == "sentence subject" and alone:
                break
            found = rule(place)
            if found is not None:
                if name == "sentence subject" and is_scare(place, content.text):
                    return replace(quote, rule="scare quotes", show=False)
                return self._detail(self._speak(quote, place.tokens, found, name, confidence), place, found)
        last = self.quotes[-1] if self.quotes else None
        if last and last.speaker and any(t.quote >= 0 for t in place.tokens[place.low : place.at]):
            return _as(quote, last, SAME_SENTENCE)
        if not alone and not _begins(place):
            return replace(quote, rule="scare quotes", show=False) if is_scare(place, content.text) else quote
        return self._borrowed(quote, place, pair)

    def _borrowed(self, quote: Quote, place: Place, pair: Pair) -> Quote:
        """Who speaks, for a quotation whose own sentence does not say it."""
        if pair.resumed and self.before:
            return _as(quote, self.before, RUNNING)
        last = self.quotes[-1] if self.quotes else None
        if place.low > 0:
            low = sentence_of(place.tokens, place.low - 1)[0]
            within = any(t.quote >= 0 for t in place.tokens[low : place.low])
            if not within or last is None or last.speaker is None:
                found = introduced(place.tokens, low, place.low, self.words)
                if found and (last is None or found.phrase.form is not Form.DESCRIPTION):
                    return self._speak(quote, place.tokens, found, *PREVIOUS)
            if last is not None:
                return _as(quote, last, SAME_PARAGRAPH)
            return quote
        if last is not None:
            return _as(quote, last, SAME_PARAGRAPH)
        if self.above:
            low, high = sentence_of(self.above, len(self.above) - 1)
            rule = INTRODUCED if self.above[-1].text == ":" else PREVIOUS
            if rule is INTRODUCED or not any(t.quote >= 0 for t in self.above[low:high]):
                found = introduced(self.above, low, high, self.words)
                if found:
                    return self._speak(quote, self.above, found, *rule)
        if (
            self.before
            and any(t.quote >= 0 for t in self.above)
            and not self.before.excerpt.text.rstrip().endswith("?")
        ):
            return _as(quote, self.before, LAST)
        return quote

    def _spoke_last(self, pronoun: Excerpt) -> Speaker | None:
        """The speaker of the quotation before, for "he added" after a person and "it added" after anything else."""
        before = self.quotes[-1] if self.quotes else self.before
        if before is None or before.speaker is None or pronoun.text in self.words.first_person:
            return None
        if self.article.sentence_at(pronoun.span.start) - before.sentence > NEAR:
            return None
        of_person = before.speaker.kind is SpeakerKind.PERSON
        if of_person != (pronoun.text.lower() in ("he", "she")):
            return None
        return replace(before.speaker, mention=pronoun)

    def _detail(self, quote: Quote, place: Place, found: Found) -> Quote:
        """Add to whom it was said, and through which channel it came."""
        tokens, article = place.tokens, self.article
        told = addressee(place, found.cue)
        if told:
            first, last = tokens[told.first], tokens[told.last]
            speaking = quote.speaker.name if quote.speaker else None
            who = self.names.speaker(first.start, last.end, told.form, but=speaking)
            named = who.name if who and who.kind is not SpeakerKind.DESCRIPTION else None
            quote = replace(quote, addressee=article.excerpt(first.start, last.end), addressee_name=named)
        via = None if quote.rule == "according to" else channel(place, found.phrase, found.cue)
        if via:
            quote = replace(quote, via=article.excerpt(tokens[via[0]].start, tokens[via[1]].end))
        return quote

    def _speak(self, quote: Quote, tokens: Sequence[Token], found: Found, rule: str, confidence: float) -> Quote:
        first, last = tokens[found.phrase.first], tokens[found.phrase.last]
        speaker = self.names.speaker(first.start, last.end, found.phrase.form)
        cue = self.article.excerpt(tokens[found.cue].start, tokens[found.cue].end)
        if speaker is None:
            speaker = self._spoke_last(self.article.excerpt(first.start, last.end))
        if speaker is None:  # a pronoun that stands for nobody known
            return replace(quote, cue=cue, rule=rule)
        return replace(quote, speaker=speaker, cue=cue, rule=rule, confidence=confidence)


def _begins(place: Place) -> bool:
    """Whether the quotation is nearly all of its sentence: "“You blamed the clerks” for it."."""
    return place.at == place.low and sum(t.word for t in place.tokens[place.low : place.high]) <= 6


def _as(quote: Quote, other: Quote, rule: tuple[str, float]) -> Quote:
    if other.speaker is None:
        return quote
    return replace(quote, speaker=other.speaker, rule=rule[0], confidence=min(other.confidence, rule[1]))


def _kind(text: str) -> QuoteKind:
    count = len(WORDS.findall(text))
    if count <= 2:
        return QuoteKind.TERM
    return QuoteKind.FULL if text[:1].isupper() else QuoteKind.PARTIAL
