"""Read the quotations of one paragraph from the first to the last, each with the speakers before it in mind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from digest.extract.cues import Cues
from digest.extract.described import Before, described, of_age, somebody_unnamed
from digest.extract.marks import Pair
from digest.extract.name_lexicon import lexicon
from digest.extract.resolve import Names
from digest.extract.speakers import (
    GOES_ON,
    INTRODUCED,
    LABEL,
    LAST,
    PREVIOUS,
    PREVIOUS_SUBJECT,
    RULES,
    RUNNING,
    SAME_PARAGRAPH,
    SAME_SENTENCE,
    SUBJECT,
    introduced,
)
from digest.extract.speech.details import addressee, channel, leaves_owner_out
from digest.extract.speech.governing import Found
from digest.extract.speech.kinds import kind_of
from digest.extract.speech.paragraphs import Paragraph
from digest.extract.speech.place import Place, place_of, sentence_of
from digest.extract.speech.said_behind import is_retold
from digest.extract.speech.shown import SCARE, TITLE, is_of_thing, is_scare, is_titled, why_hidden
from digest.extract.speech.tokens import Token
from digest.extract.speech.trust import taken_over, trusted
from digest.extract.standing import can_speak, is_body
from digest.model import Article, Excerpt, Form, KnownBy, Quote, QuoteKind, Speaker, SpeakerKind

NEAR = 3  # sentences between a quotation and the pronoun that takes up its speaker
SHORT = 6  # words beside a quotation that is nearly all of its sentence
DOUBTED = 0.4  # share of sources without a word for people, bodies or documents that were right
AT_QUOTE = frozenset(["said after", "said, inverted", "verb after", "said before", "same paragraph", GOES_ON[0]])
ONESELF = re.compile(r"\bI(?:['’]m| am)\b|\bmy name\b", re.IGNORECASE)  # “I am Ann Ito,” she said
LABEL_SHAPE = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2}):\s")  # a transcript's "ITO: Well, I …"


@dataclass(slots=True, kw_only=True)
class Reader:
    """`above` are the words of the paragraph before, `earlier` the quotations before this paragraph."""

    article: Article
    words: Cues
    names: Names
    paragraph: Paragraph
    above: Sequence[Token]
    earlier: Sequence[Quote]
    quotes: list[Quote] = field(default_factory=list)

    def read(self) -> list[Quote]:
        """Return the paragraph's quotations with their speakers."""
        tokens = self.paragraph.tokens
        for at, token in enumerate(tokens):
            if token.quote >= 0:
                pair = self.paragraph.pairs[len(self.quotes)]
                self.quotes.append(self._quote(place_of(self.article, tokens, at, pair, self.words), pair))
        return self.quotes

    def _quote(self, place: Place, pair: Pair) -> Quote:
        """The quotation with what its own sentence says about it, or else what is known from before."""
        content = self.article.excerpt(pair.start, pair.end)
        before = place.tokens[place.at - 1].text if place.at > place.low else ""
        kind = QuoteKind.PARTIAL if before in self.words.conditions else kind_of(content.text)
        bare = Quote(excerpt=content, sentence=self.article.sentence_at(pair.left), kind=kind)
        label = LABEL_SHAPE.match(content.text)
        if label:
            return self._labelled(bare, label[1])
        hidden = why_hidden(place, content.text)
        if hidden:
            return replace(bare, rule=hidden, show=False)
        return self._attributed(bare, place) or self._from_context(bare, place, pair)

    def _labelled(self, quote: Quote, label: str) -> Quote:
        start, name = quote.excerpt.span.start, label.title()
        mention = self.article.excerpt(start, start + len(label))
        speaker = Speaker(name=self.names.full.get(name, name), kind=SpeakerKind.PERSON, mention=mention)
        return replace(quote, speaker=speaker, rule=LABEL[0], confidence=LABEL[1])

    def _attributed(self, quote: Quote, place: Place) -> Quote | None:
        for name, rule, confidence in RULES:
            found = rule(place)
            if found is None:
                continue
            if name == SUBJECT and self._resumed(place):
                return taken_over(quote, self.quotes[-1], SAME_SENTENCE)
            loose = name == SUBJECT or (found.cue < place.at and is_of_thing(place, found.cue))
            if loose and is_scare(place, quote.excerpt.text):
                return replace(quote, rule=SCARE, show=False)
            if name == SUBJECT and is_titled(place, quote.excerpt.text):
                return replace(quote, rule=TITLE, show=False)
            spoken = self._spoken(quote, place.tokens, found, (name, confidence))
            if spoken.speaker and found.phrase.form is Form.DESCRIPTION and is_retold(place):
                mention = spoken.speaker.mention  # somebody of that tale, not of the article
                kind, how = SpeakerKind.DESCRIPTION, KnownBy.ITSELF
                own = Speaker(name=mention.text, kind=kind, mention=mention, known_by=how)
                spoken = replace(spoken, speaker=own)
            return self._detailed(spoken, place, found)
        return None

    def _resumed(self, place: Place) -> bool:
        """Whether words go on with those before in their sentence: “…,” said Ann Ito, the mayor of Bern, “and …”."""
        tokens, before = place.tokens, [t for t in place.tokens[place.low : place.at] if t.quote >= 0]
        comma = place.at > place.low and tokens[place.at - 1].text in ",—–-."  # "… of Davis, Calif. “And …”"
        return bool(before) and comma and self.quotes[-1].speaker is not None and self.quotes[-1].show

    def _from_context(self, quote: Quote, place: Place, pair: Pair) -> Quote:
        """Who speaks, for a quotation whose own sentence does not say it."""
        last = self.quotes[-1] if self.quotes else None
        before = place.tokens[place.low : place.at]
        beside = sum(t.word for t in place.tokens[place.low : place.high])
        if last and last.speaker and any(t.quote >= 0 for t in before):
            return taken_over(quote, last, SAME_SENTENCE)
        if beside and (before or beside > SHORT):
            return self._of_nobody(quote, place)
        if pair.resumed and self.earlier:
            return taken_over(quote, self.earlier[-1], RUNNING)
        return self._from_paragraph(quote, place, last) if place.low else self._from_above(quote, last)

    def _of_nobody(self, quote: Quote, place: Place) -> Quote:
        """A quotation in the reporter's own sentence, which says nothing of a speaker; a title and a term are none."""
        text = quote.excerpt.text
        hidden = SCARE if is_scare(place, text) else TITLE if is_titled(place, text) else None
        return replace(quote, rule=hidden, show=False) if hidden else quote

    def _from_paragraph(self, quote: Quote, place: Place, last: Quote | None) -> Quote:
        """Who speaks, from the sentence before in the same paragraph."""
        low = sentence_of(place.tokens, place.low - 1)[0]
        if last is not None and not last.show:  # a title, which nobody says: “…,” Ms Ito said on “Good Morning.” “…”
            last = next((q for q in reversed(self.quotes) if q.show), None)
        quoted = any(t.quote >= 0 for t in place.tokens[low : place.low])
        if not quoted or last is None or last.speaker is None:
            found = introduced(place.tokens, low, place.low, self.words)
            rule = self._previous(place.tokens, found)
            said = rule is PREVIOUS
            if found and found.phrase.form is Form.PRONOUN and last is not None and last.speaker and not said:
                return taken_over(quote, last, SAME_PARAGRAPH)  # “…,” Ms Ito said of Mr Roth. She did not laugh. “…”
            if found and (last is None or found.phrase.form is not Form.DESCRIPTION):
                return self._spoken(quote, place.tokens, found, rule)
        return taken_over(quote, last, SAME_PARAGRAPH) if last else quote

    def _from_above(self, quote: Quote, last: Quote | None) -> Quote:
        """Who speaks, from the quotation before or from the last sentence of the paragraph before."""
        if last is not None:
            return taken_over(quote, last, SAME_PARAGRAPH)
        if not self.above:
            return quote
        low, high = sentence_of(self.above, len(self.above) - 1)
        led = self.above[-1].text == ":"
        if led or not any(t.quote >= 0 for t in self.above[low:high]):
            found = introduced(self.above, low, high, self.words)
            if found:
                rule = INTRODUCED if led else self._previous(self.above, found)
                return self._spoken(quote, self.above, found, rule)
        goes_on = self.earlier and any(t.quote >= 0 for t in self.above)
        if not goes_on or self.earlier[-1].excerpt.text.rstrip().endswith("?"):
            return quote
        return taken_over(quote, self.earlier[-1], GOES_ON if self._goes_on(quote, low, high) else LAST)

    def _previous(self, tokens: Sequence[Token], found: Found | None) -> tuple[str, float]:
        """Whether the sentence before tells of speech, or only has a subject."""
        return PREVIOUS if found and tokens[found.cue].text in self.words.verbs else PREVIOUS_SUBJECT

    def _goes_on(self, quote: Quote, low: int, high: int) -> bool:
        """Whether the paragraph before ends in a whole quotation and its speaker, and this one is nothing else.

        “…,” Ms Ito said. | “…”
        """
        before, tokens = self.earlier[-1], self.above
        whole = before.kind is quote.kind is QuoteKind.FULL and all(
            t.quote >= 0 or not t.word for t in self.paragraph.tokens
        )
        named = any(t.quote >= 0 for t in tokens[low:high]) and before.rule in AT_QUOTE
        return whole and named and sum(t.quote >= 0 for t in self.paragraph.tokens) == 1

    def _spoken(self, quote: Quote, tokens: Sequence[Token], found: Found, rule: tuple[str, float]) -> Quote:
        first, last = tokens[found.phrase.first], tokens[found.phrase.last]
        above = () if tokens is self.above else (Before(self.above, len(self.above)),)
        before = (Before(tokens, found.phrase.first), *above)
        pronoun = self.article.excerpt(first.start, last.end)
        speaker = (
            self._still_speaking(first, found.phrase.form)
            or somebody_unnamed(pronoun, before, self.names)
            or self.names.speaker(
                first.start,
                last.end,
                found.phrase.form,
                but=self._spoken_of(quote)
                | self._spoken_to(tokens, found)
                | self._spoken_of_before(first, found.phrase.form),
            )
        )
        if speaker is None:
            speaker = self._taken_up(pronoun) or described(pronoun, before, self.names)
        else:
            speaker = of_age(speaker, before, self.names)
        cue = self.article.excerpt(tokens[found.cue].start, tokens[found.cue].end)
        confidence = trusted(rule[1], speaker)
        if speaker and not can_speak(speaker, self.article, self.words):
            confidence = min(confidence, DOUBTED)
        return replace(quote, speaker=speaker, cue=cue, rule=rule[0], confidence=confidence)

    def _last(self) -> Quote | None:
        """The quotation before."""
        return self.quotes[-1] if self.quotes else self.earlier[-1] if self.earlier else None

    def _spoken_of(self, quote: Quote) -> frozenset[str]:
        """The people whom the quotation names, of whom nobody is its speaker: “Ask Roth,” he said."""
        span = quote.excerpt.span
        if quote.kind is not QuoteKind.FULL or ONESELF.search(quote.excerpt.text):
            return frozenset()
        return self.names.named_within(span.start, span.end)

    def _spoken_of_before(self, pronoun: Token, form: Form) -> frozenset[str]:
        """Whom only the quotation before names, where its speaker may be "he": “Ask Roth,” Ito said. “…,” he added."""
        before = self._last()
        if form is not Form.PRONOUN or before is None or before.speaker is None:
            return frozenset()
        excerpt, span = self.article.excerpt(pronoun.start, pronoun.end), before.excerpt.span
        goes_on = before.speaker.kind is SpeakerKind.PERSON and self._of_gender(excerpt, before.speaker)
        if not goes_on or not self._is_near(pronoun.start, before):
            return frozenset()
        since = self.names.named_within(span.end, pronoun.start)
        return self.names.named_within(span.start, span.end) - since - {before.speaker.name}

    def _spoken_to(self, tokens: Sequence[Token], found: Found) -> frozenset[str]:
        """Whom the words were said to: "after he asked Mr Roth whether it was “…”" is not Mr Roth's."""
        if found.phrase.form is not Form.PRONOUN:
            return frozenset()
        low, high = sentence_of(tokens, found.cue)
        told = addressee(Place(tokens, high, low, high, "", self.words), found.cue)
        if told is None or told.form is Form.PRONOUN:
            return frozenset()
        who = self.names.speaker(tokens[told.first].start, tokens[told.last].end, told.form)
        return frozenset([who.name]) if who and who.kind is SpeakerKind.PERSON else frozenset()

    def _still_speaking(self, pronoun: Token, form: Form) -> Speaker | None:
        """The source of the quotation before, for "he said" after one whom the article only describes."""
        before = self._last()
        if form is not Form.PRONOUN or before is None or before.speaker is None or before.confidence <= DOUBTED:
            return None
        if pronoun.text.lower() not in self.words.persons or before.speaker.kind is not SpeakerKind.DESCRIPTION:
            return None
        if is_body(before.speaker.name, self.article, self.words):
            return None  # "his group proposed a “…” … he said"
        later = self.names.last_person_before(pronoun.start)
        one = not before.speaker.name.lower().endswith("s") and " and " not in before.speaker.name
        if not self._is_near(pronoun.start, before) or not one or later > before.speaker.mention.span.start:
            return None
        mention = self.article.excerpt(pronoun.start, pronoun.end)
        return replace(before.speaker, mention=mention, known_by=KnownBy.AGAIN)

    def _taken_up(self, pronoun: Excerpt) -> Speaker | None:
        """The speaker of the quotation before, for "he added" after a person and "it added" after anything else."""
        before = self._last()
        if before is None or before.speaker is None or pronoun.text in self.words.first_person:
            return None
        person = before.speaker.kind is SpeakerKind.PERSON
        fits = person == (pronoun.text.lower() in self.words.persons) and self._of_gender(pronoun, before.speaker)
        return (
            replace(before.speaker, mention=pronoun, known_by=KnownBy.AGAIN)
            if fits and self._is_near(pronoun.span.start, before)
            else None
        )

    def _is_near(self, pronoun: int, before: Quote) -> bool:
        """Whether few sentences stand between the end of a quotation and a pronoun."""
        return self.article.sentence_at(pronoun) - self.article.sentence_at(before.excerpt.span.end - 1) <= NEAR

    def _of_gender(self, pronoun: Excerpt, speaker: Speaker) -> bool:
        """Whether nothing tells that "she" is somebody else."""
        gender = lexicon(self.article.language).pronouns.get(pronoun.text)
        return None in {gender, known := self.names.genders.get(speaker.name)} or gender == known

    def _detailed(self, quote: Quote, place: Place, found: Found) -> Quote:
        """Add to whom it was said, and through which channel it came."""
        tokens, article = place.tokens, self.article
        told = addressee(place, found.cue)
        if told:
            first, last = tokens[told.first], tokens[told.last]
            speaking = quote.speaker.name if quote.speaker else None
            who = self.names.speaker(first.start, last.end, told.form, but=frozenset(filter(None, [speaking])))
            named = who.name if who and who.kind is not SpeakerKind.DESCRIPTION else None
            excerpt = article.excerpt(first.start, last.end)
            says = named or first is not last or first.text not in self.words.claimed  # "told him" says nothing
            if says and not (named and leaves_owner_out(excerpt.text, named)):
                quote = replace(quote, addressee=excerpt, addressee_name=named)
        via = channel(place, found.phrase, found.cue)
        if via:
            quote = replace(quote, via=article.excerpt(tokens[via[0]].start, tokens[via[1]].end))
        return quote
