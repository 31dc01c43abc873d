"""Find the words in quotation marks and their speakers, by the frame around them.

„…“, sagte die Bürgermeisterin.      inverted         («…», dijo la alcaldesa.)
„…“, so die Bürgermeisterin.         thus             («…», según la alcaldesa.)
Die Bürgermeisterin sagte: „…“       said before      (La alcaldesa dijo: «…».)
Laut der Polizei war es „…“.         according to     (Según la policía fue «…».)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.extract.entities import Entities
from digest.extract.frames.inserted import without_speakers
from digest.extract.frames.phrases import before, behind
from digest.extract.frames.rules import (
    BEFORE,
    COLON,
    EARLIER,
    INTRODUCED,
    LAST,
    RUNNING,
    SAME_PARAGRAPH,
    SAME_SENTENCE,
    Framed,
    according,
    after_quote,
    said_last,
)
from digest.extract.frames.sources import Sources
from digest.extract.frames.words import Frames, frames
from digest.extract.marks import Pair, pair_marks
from digest.extract.mentions import Mentions
from digest.extract.speech.kinds import kind_of
from digest.extract.speech.paragraphs import Paragraph, paragraphs
from digest.extract.speech.place import sentence_of
from digest.extract.speech.shown import REJECTED, SCARE, TERM, TITLE
from digest.extract.speech.tokens import Token
from digest.extract.speech.trust import taken_over, trusted
from digest.model import Article, Form, Quote

REJECTED_REACH = 8  # words between a verb that rejects and the quotation
WOVEN = 4  # words of a phrase that may be an outlet's own irony


def framed_quotes(article: Article, entities: Entities) -> tuple[Quote, ...]:
    """Return every quotation of the body in the order of the text, with its speaker where a frame names one."""
    words, names = frames(article.language), Mentions(article, entities)
    sources = Sources(article, names, words)
    quotes: list[Quote] = []
    above: Sequence[Token] = ()
    pairs = without_speakers(article, pair_marks(article), sources, words)
    for paragraph in paragraphs(article, pairs):
        if paragraph.pairs:
            reader = _Reader(article, words, names, sources, paragraph, above)
            quotes.extend(reader.read(quotes))
        above = paragraph.tokens
    return tuple(quotes)


class _Reader(NamedTuple):
    article: Article
    words: Frames
    names: Mentions
    sources: Sources
    paragraph: Paragraph
    above: Sequence[Token]

    def read(self, earlier: Sequence[Quote]) -> list[Quote]:
        """The quotations of the paragraph, in order; `earlier` are those of the paragraphs before."""
        found: list[Quote] = []
        for at, token in enumerate(self.paragraph.tokens):
            if token.quote >= 0:
                found.append(self._quote(at, self.paragraph.pairs[len(found)], found, earlier))
        return found

    def _quote(self, at: int, pair: Pair, here: Sequence[Quote], earlier: Sequence[Quote]) -> Quote:
        content = self.article.excerpt(pair.start, pair.end)
        bare = Quote(excerpt=content, sentence=self.article.sentence_at(pair.left), kind=kind_of(content.text))
        tokens = self.paragraph.tokens
        low, high = sentence_of(tokens, at)
        if high == at + 1 and high < len(tokens) and tokens[high].text.lower() in self.words.said:
            high = sentence_of(tokens, high)[1]  # „Ist das so?“ fragte Weber.
        hidden = self._hidden(at, low, content.text)
        if hidden:
            return replace(bare, rule=hidden, show=False)
        framed = self._framed(at, low, high)
        if framed:
            return self._spoken(bare, framed)
        return self._from_context(bare, at, low, high, pair, here, earlier)

    def _spoken(self, quote: Quote, framed: Framed, tokens: Sequence[Token] = ()) -> Quote:
        tokens = tokens or self.paragraph.tokens
        speaker = self.sources.speaker(tokens, framed.phrase)
        cue = self.article.excerpt(tokens[framed.cue].start, tokens[framed.cue].end)
        name, confidence = framed.rule
        return replace(quote, speaker=speaker, cue=cue, rule=name, confidence=trusted(confidence, speaker))

    def _framed(self, at: int, low: int, high: int) -> Framed | None:
        tokens = self.paragraph.tokens
        return (
            after_quote(tokens, at, high, self.names, self.words)
            or self._before(at, low)
            or self._as_said(at, low)
            or according(tokens, low, high, self.names, self.words, but=at)
        )

    def _before(self, at: int, low: int) -> Framed | None:
        """Weber sagte am Montag: „…“; am Montag sagte Weber, der Plan sei „…“; Weber: „…“."""
        tokens, words = self.paragraph.tokens, self.words
        direct = tokens[at - 1].text in ":," if at > low else False
        for cue in range(at - 1, low - 1, -1):
            token = tokens[cue]
            if token.quote >= 0 and self._hidden(cue, low, self._content(token)):
                continue  # Weber sagte der „Bonner Zeitung“: „…“
            if token.quote >= 0 or token.text == ";":
                return None
            low_text = token.text.lower()
            if low_text in words.said or low_text in words.naming:
                phrase = before(tokens, cue, low, self.names, words) or behind(tokens, cue + 1, at, self.names, words)
                if phrase is None:
                    continue  # "Weber sagte … und *fügte hinzu*: „…“"
                colon = direct and tokens[at - 1].text == ":"
                return Framed(phrase, cue, BEFORE if colon or cue == at - 1 else EARLIER)
        if direct and tokens[at - 1].text == ":":
            phrase = behind(tokens, low, at - 1, self.names, words)
            if phrase and phrase.last == at - 2:
                return Framed(phrase, at - 1, COLON)
            if phrase and phrase.form is Form.NAME:  # Weber zeigte sich zufrieden: „…“
                return Framed(phrase, at - 1, INTRODUCED)
        return None

    def _as_said(self, at: int, low: int) -> Framed | None:
        """Wie die Polizei am Montag mitteilte, war es „…“."""
        last = said_last(self.paragraph.tokens, low, at, self.names, self.words)
        return Framed(*last, EARLIER) if last else None

    def _content(self, token: Token) -> str:
        return self.article.text[token.start : token.end].strip('„“”»«"‘’‚')

    def _hidden(self, at: int, low: int, text: str) -> str | None:
        """Why words are nobody's statement: the title of a book, "sogenannt", or what the person named rejects."""
        tokens, words = self.paragraph.tokens, self.words
        lead = [token.text.lower() for token in tokens[max(low, at - 2) : at] if token.word]
        if lead and lead[-1] in words.known:
            return TERM
        title = text[:1].isupper() and len(text.split()) <= 12 and text[-1:] not in ".!?,"
        paper = text.lower().endswith(words.told) and lead and lead[-1] in words.determiners  # "der „Bonner Zeitung“"
        if title and lead and (lead[-1].endswith(words.works) or paper):
            return TITLE
        return REJECTED if self._rejected(at, low) else None

    def _rejected(self, at: int, low: int) -> bool:
        """Weber bestritt, dass es „…“ sei; Weber wies das zurück, es sei „…“; but not: Weber bestritt das: „…“"""
        words, tokens = self.words, self.paragraph.tokens
        beside = [token.text.lower() for token in tokens[max(low, at - REJECTED_REACH) : at]]
        if beside[-1:] == [":"]:
            return False
        for number, word in enumerate(beside):
            sentence = {token.text.lower() for token in tokens[low : max(low, at - len(beside) + number)]}
            if word in words.rejecting_with and sentence & words.rejecting_with[word]:
                return True
        return any(word in words.rejecting for word in beside) and not any(word in words.said for word in beside)

    def _from_context(  # noqa: PLR0913, PLR0917 - a quotation and all that stands around it
        self,
        quote: Quote,
        at: int,
        low: int,
        high: int,
        pair: Pair,
        here: Sequence[Quote],
        earlier: Sequence[Quote],
    ) -> Quote:
        """Who speaks, for a quotation whose own sentence does not say it."""
        tokens = self.paragraph.tokens
        last = here[-1] if here else None
        if last and last.speaker and any(token.quote >= 0 for token in tokens[low:at]):
            return taken_over(quote, last, SAME_SENTENCE)
        before, after = ([token for token in part if token.word] for part in (tokens[low:at], tokens[at + 1 : high]))
        if after and not before and self._is_cue(after):  # “…”, añadió.
            other = last or (earlier[-1] if earlier and at == 0 else None)
            return taken_over(quote, other, SAME_PARAGRAPH if other is last else LAST)
        if before or after:
            led = at > low and tokens[at - 1].text == ":"
            woven = not led and len(quote.excerpt.text.split()) <= WOVEN and quote.excerpt.text[-1:] not in ".!?,"
            return replace(quote, rule=SCARE, show=False) if woven else quote
        return self._from_before(quote, at, pair, here, earlier)

    def _from_before(self, quote: Quote, at: int, pair: Pair, here: Sequence[Quote], earlier: Sequence[Quote]) -> Quote:
        """Who speaks, for a quotation that is all of its sentence."""
        last = here[-1] if here else None
        if pair.resumed and earlier:
            return taken_over(quote, earlier[-1], RUNNING)
        if last and last.speaker:
            return taken_over(quote, last, SAME_PARAGRAPH)
        if at == 0 and self.above and self.above[-1].text == ":":
            return self._introduced(quote)
        return quote

    def _is_cue(self, tokens: Sequence[Token]) -> bool:
        """Whether words are a verb of speech and nothing else that could be its subject."""
        words, spoken = self.words, [token.text.lower() for token in tokens]
        verbs = [word for word in spoken if word in words.said]
        return len(verbs) == 1 and all(w in words.said or w in words.helpers or w in words.skipped for w in spoken)

    def _introduced(self, quote: Quote) -> Quote:
        """The paragraph before ends in "Die Bürgermeisterin sagte:"."""
        tokens = self.above
        low = sentence_of(tokens, len(tokens) - 1)[0]
        for cue in range(len(tokens) - 1, low - 1, -1):
            if tokens[cue].text.lower() in self.words.said:
                phrase = before(tokens, cue, low, self.names, self.words) or behind(
                    tokens, cue + 1, len(tokens), self.names, self.words
                )
                return self._spoken(quote, Framed(phrase, cue, INTRODUCED), tokens) if phrase else quote
        return quote
