"""Find the words in quotation marks and their speakers, by the frame around them.

„…“, sagte die Bürgermeisterin.      inverted         («…», dijo la alcaldesa.)
„…“, so die Bürgermeisterin.         thus             («…», según la alcaldesa.)
Die Bürgermeisterin sagte: „…“       said before      (La alcaldesa dijo: «…».)
Laut der Polizei war es „…“.         according to     (Según la policía fue «…».)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.extract.frames.phrases import before, behind
from digest.extract.frames.sources import Sources
from digest.extract.frames.words import Frames, frames
from digest.extract.marks import Pair
from digest.extract.resolve import Mentions
from digest.extract.speech.kinds import kind_of
from digest.extract.speech.paragraphs import Paragraph
from digest.extract.speech.place import sentence_of
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.shown import REJECTED, SCARE, TERM, TITLE
from digest.extract.speech.tokens import Token
from digest.model import Article, Form, Quote

# The rules, in the order of trust. The English rules of these names have been measured on annotated news; in these
# languages nobody has annotated any, so each is taken for a little worse than its English fellow.
INVERTED = ("said, inverted", 0.93)
THUS = ("thus", 0.9)
BEFORE = ("said before", 0.92)
EARLIER = ("said earlier", 0.85)
ACCORDING = ("according to", 0.8)
COLON = ("colon after a name", 0.8)
SAME_PARAGRAPH = ("same paragraph", 0.9)
SAME_SENTENCE = ("same sentence", 0.85)
RUNNING = ("running quotation", 0.9)
INTRODUCED = ("introduced by a colon", 0.85)
LAST_REACH = 10  # words between a source and the verb at the end: "wie Weber am Montag in Bonn sagte"
CUE_REACH = 3  # words from a quotation's end to its cue: ", wie er", ", le ha dicho"
WOVEN = 4  # words of a phrase that may be an outlet's own irony


class Framed(NamedTuple):
    """Who speaks, the token of the cue, and the rule that says so."""

    phrase: Phrase
    cue: int
    rule: tuple[str, float]


def framed_quotes(article: Article, names: Mentions, paragraphs: Iterable[Paragraph]) -> tuple[Quote, ...]:
    """Return every quotation of the body in the order of the text, with its speaker where a frame names one."""
    words = frames(article.language)
    sources = Sources(article, names, words)
    quotes: list[Quote] = []
    above: Sequence[Token] = ()
    for paragraph in paragraphs:
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
        return replace(quote, speaker=speaker, cue=cue, rule=name, confidence=confidence if speaker else 0.0)

    def _framed(self, at: int, low: int, high: int) -> Framed | None:
        tokens = self.paragraph.tokens
        return (
            after_quote(tokens, at, high, self.names, self.words)
            or self._before(at, low)
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
        beside = [token.text.lower() for token in tokens[max(low, at - 8) : at]]
        if any(word in words.rejecting for word in beside) and not any(word in words.said for word in beside):
            return REJECTED
        return None

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
            return _as(quote, last, SAME_SENTENCE)
        beside = [token for token in (*tokens[low:at], *tokens[at + 1 : high]) if token.word]
        if beside:
            led = at > low and tokens[at - 1].text == ":"
            woven = not led and len(quote.excerpt.text.split()) <= WOVEN and quote.excerpt.text[-1:] not in ".!?,"
            return replace(quote, rule=SCARE, show=False) if woven else quote
        if pair.resumed and earlier:
            return _as(quote, earlier[-1], RUNNING)
        if last and last.speaker:
            return _as(quote, last, SAME_PARAGRAPH)
        if at == 0 and self.above and self.above[-1].text == ":":
            return self._introduced(quote)
        return quote

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


def after_quote(tokens: Sequence[Token], at: int, high: int, names: Mentions, words: Frames) -> Framed | None:
    """„…“, sagte die Bürgermeisterin; «…», ha dicho la alcaldesa; „…“, so die Bürgermeisterin."""
    first = at + 1
    while first < high and not tokens[first].word and tokens[first].quote < 0 and tokens[first].text in ",–—-.?!":
        first += 1
    last = said_last(tokens, first, high, names, words)
    if last is not None:
        return Framed(*last, INVERTED)
    for cue in range(first, min(high, first + CUE_REACH)):
        low = tokens[cue].text.lower()
        if tokens[cue].quote >= 0:
            return None
        if low in words.said or low in words.thus:
            phrase = behind(tokens, cue + 1, high, names, words)
            if phrase is None and low in words.thus:
                continue  # "según ha informado la policía"
            return Framed(phrase, cue, INVERTED if low in words.said else THUS) if phrase else None
        if low not in words.helpers and low not in words.skipped:
            return None
    return None


def said_last(
    tokens: Sequence[Token], first: int, high: int, names: Mentions, words: Frames
) -> tuple[Phrase, int] | None:
    """The source and the cue of "…, *wie* die Bürgermeisterin am Montag *sagte*"."""
    if first >= high or tokens[first].text.lower() not in words.as_words:
        return None
    phrase = behind(tokens, first + 1, high, names, words)
    if phrase is None:
        return None
    for cue in range(phrase.last + 1, min(high, phrase.last + LAST_REACH)):
        if tokens[cue].quote >= 0 or tokens[cue].text in ",;:":
            return None
        if tokens[cue].text.lower() in words.said_last:
            return phrase, cue
    return None


def according(  # noqa: PLR0913 - a sentence and its bounds
    tokens: Sequence[Token], low: int, high: int, names: Mentions, words: Frames, *, but: int = -1
) -> Framed | None:
    """Laut der Polizei …; nach Angaben der Polizei …; según la policía …; der Polizei zufolge …"""
    for at in range(low, high):
        text = tokens[at].text.lower()
        if text in words.according_behind:
            phrase = before(tokens, at, low, names, words)
            if phrase:
                return Framed(phrase, at, ACCORDING)
        for lead in words.according:
            end = at + len(lead)
            if lead[0] != text or tuple(token.text.lower() for token in tokens[at:end]) != lead:
                continue
            limit = but if at < but else high
            end = _behind_cue(tokens, end, limit, words)
            phrase = behind(tokens, end, limit, names, words)
            if phrase:
                return Framed(phrase, at, ACCORDING)
    return None


def _behind_cue(tokens: Sequence[Token], at: int, high: int, words: Frames) -> int:
    """The word behind a cue that stands at a word, or else that word: "según *informó* la policía"."""
    for cue in range(at, min(high, at + CUE_REACH)):
        if tokens[cue].text.lower() in words.said:
            return cue + 1
        if tokens[cue].text.lower() not in words.helpers:
            break
    return at


def _as(quote: Quote, other: Quote, rule: tuple[str, float]) -> Quote:
    if other.speaker is None:
        return quote
    return replace(quote, speaker=other.speaker, rule=rule[0], confidence=min(other.confidence, rule[1]))
