"""Find indirect speech that names its source, by its frame.

Die Bürgermeisterin sagte, die Brücke sei marode.     said that        (La alcaldesa dijo que …)
Die Brücke sei marode, sagte die Bürgermeisterin.     said at the end  (…, dijo la alcaldesa.)
Laut der Bürgermeisterin ist die Brücke marode.       according to     (Según la alcaldesa, …)
[… sagte sie.] Die Brücke sei marode.                 goes on          (in German, by the verb's form)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.entities import Entities
from digest.extract.frames.phrases import before, behind
from digest.extract.frames.rules import according, said_last
from digest.extract.frames.sources import Sources
from digest.extract.frames.words import Frames, frames
from digest.extract.mentions import Mentions
from digest.extract.speech.paragraphs import paragraphs
from digest.extract.speech.place import sentence_of
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import Token
from digest.model import Article, Form, Speaker, Statement

SHORTEST = 3  # words of what is said
CLAUSE_REACH = 10  # words between a cue and the clause that it reports: "sagte die Sprecherin am Montag in Bonn,"
VERB_REACH = 8  # words in which a sentence that goes on with reported speech shows its verb


class Told(NamedTuple):
    """Inclusive token ranges: what was said, by whom, by which cue; and the rule."""

    first: int
    last: int
    source: Phrase
    cue: int
    rule: str


def framed_statements(article: Article, entities: Entities) -> tuple[Statement, ...]:
    """Return every statement of the body in the order of the text."""
    words, names = frames(article.language), Mentions(article, entities)
    sources = Sources(article, names, words)
    found: list[Statement] = []
    for paragraph in paragraphs(article):
        low, speaking = 0, None
        tokens = paragraph.tokens
        while low < len(tokens):
            high = sentence_of(tokens, low)[1]
            told = _told(tokens, low, high, names, words)
            statement = _statement(article, tokens, told, sources) if told else None
            if statement is None and speaking is not None and _goes_on(tokens, low, high, words):
                last = _last(tokens, low, high - 1)
                content = article.excerpt(tokens[low].start, tokens[last].end)
                statement = Statement(
                    excerpt=content,
                    sentence=article.sentence_at(tokens[low].start),
                    speaker=speaking.speaker,
                    cue=speaking.cue,
                    rule="goes on",
                )
            if statement is not None:
                found.append(statement)
            speaking = statement or _spoken(tokens, low, high, speaking)
            low = high
    return tuple(found)


def _spoken(tokens: Sequence[Token], low: int, high: int, speaking: Statement | None) -> Statement | None:
    """Whom the next sentence may go on with: nobody, once a sentence of another kind stands between."""
    return None if any(token.word for token in tokens[low:high]) else speaking


def _told(tokens: Sequence[Token], low: int, high: int, names: Mentions, words: Frames) -> Told | None:
    return (
        _said_that(tokens, low, high, names, words)
        or _said_at_end(tokens, low, high, names, words)
        or _as_said(tokens, low, high, names, words)
        or _according_to(tokens, low, high, names, words)
    )


def _as_said(tokens: Sequence[Token], low: int, high: int, names: Mentions, words: Frames) -> Told | None:
    """Wie die Polizei am Montag mitteilte, ist die Brücke marode."""
    found = said_last(tokens, low, high, names, words)
    first = found[1] + 2 if found else high
    if found is None or first + SHORTEST > high or tokens[first - 1].text != ",":
        return None
    return Told(first, _last(tokens, first, high - 1), *found, "as said")


def _said_that(tokens: Sequence[Token], low: int, high: int, names: Mentions, words: Frames) -> Told | None:
    """Weber sagte am Montag, dass die Brücke marode sei; Weber sagte, die Brücke sei marode."""
    for cue in range(low, high - SHORTEST):
        if tokens[cue].text.lower() not in words.said:
            continue
        phrase = before(tokens, cue, low, names, words)
        end = cue
        if phrase is None:
            if any(token.text == "," or token.quote >= 0 for token in tokens[low:cue]):
                continue  # "…, sagte Weber"
            phrase = behind(tokens, cue + 1, high, names, words)
            end = phrase.last if phrase else cue
            if phrase and phrase.form is Form.DESCRIPTION and _is_relative(tokens, end + 1, high, words):
                continue  # "dijo un vecino que vive aquí"
        if phrase is None:
            continue
        first = _clause(tokens, end + 1, high, words)
        rejects = {token.text.lower() for token in tokens[cue + 1 : first]} & words.rejecting_with.keys()
        if any(tokens[cue].text.lower() in words.rejecting_with[word] for word in rejects):
            continue  # "wies den Vorwurf zurück, die Brücke sei marode"
        if first is not None and not any(token.quote >= 0 for token in tokens[end + 1 : first]):
            return Told(
                first, _last(tokens, first, _next_cue(tokens, first, high, words) - 1), phrase, cue, "said that"
            )
    return None


def _is_relative(tokens: Sequence[Token], at: int, high: int, words: Frames) -> bool:
    """Whether "que" right behind a noun may say which one: there it may as well be no "that"."""
    return at < high and tokens[at].text.lower() in words.that and not words.nouns_have_capitals


def _next_cue(tokens: Sequence[Token], first: int, high: int, words: Frames) -> int:
    """Where the same source begins to say something else: "que no hay peligro | y ha añadido: «…»"."""
    for at in range(first + SHORTEST, high):
        if tokens[at].text.lower() not in words.said:
            continue
        link = at - 1
        while link > first and tokens[link].text.lower() in words.helpers:
            link -= 1
        if tokens[link].text.lower() in words.conjunctions:
            return link
    return high


def _clause(tokens: Sequence[Token], first: int, high: int, words: Frames) -> int | None:
    """Where the reported clause begins: behind "dass" or "que", or behind a comma where its verb shows it."""
    for at in range(first, min(high, first + CLAUSE_REACH)):
        if tokens[at].text.lower() in words.that:
            return at + 1 if tokens[at - 1].text.lower() not in words.no_that_after else None
        if tokens[at].text in ":;" or tokens[at].quote >= 0:
            return None
        if tokens[at].text == "," and at + 1 < high and tokens[at + 1].text.lower() not in words.that:
            reported = any(token.text.lower() in words.subjunctive for token in tokens[at + 1 : high])
            if reported:
                return at + 1
    return None


def _said_at_end(tokens: Sequence[Token], low: int, high: int, names: Mentions, words: Frames) -> Told | None:
    """Die Brücke sei marode, sagte Weber; die Brücke sei marode, so Weber; sie sei zu, teilte die Polizei mit."""
    for comma in range(high - 3, low + SHORTEST - 1, -1):
        if tokens[comma].text != "," or tokens[comma - 1].quote >= 0:
            continue
        found = said_last(tokens, comma + 1, high, names, words)
        if found and not _is_quoted(tokens, low, comma):
            return Told(low, _last(tokens, low, comma - 1), *found, "said at the end")
        for cue in range(comma + 1, min(high - 1, comma + 4)):
            low_text = tokens[cue].text.lower()
            if low_text in words.said or low_text in words.thus:
                phrase = behind(tokens, cue + 1, high, names, words)
                if phrase is None and low_text in words.thus:
                    continue  # "según informó la policía"
                if phrase is None or _is_quoted(tokens, low, comma):
                    return None
                return Told(low, _last(tokens, low, comma - 1), phrase, cue, "said at the end")
            if low_text not in words.helpers:
                break
    return None


def _is_quoted(tokens: Sequence[Token], low: int, comma: int) -> bool:
    """Whether what stands before the comma is nothing but a quotation, which is no indirect speech."""
    return not any(token.word for token in tokens[low:comma])


def _according_to(tokens: Sequence[Token], low: int, high: int, names: Mentions, words: Frames) -> Told | None:
    """Laut der Polizei wurden drei Menschen verletzt; drei Menschen wurden verletzt, según la policía."""
    framed = according(tokens, low, high, names, words)
    if framed is None:
        return None
    start = min(framed.cue, framed.phrase.first)
    if start - low <= 1:
        first = max(framed.cue, framed.phrase.last) + 1
        while first < high and tokens[first].text == ",":
            first += 1
        last = _last(tokens, first, high - 1) if first < high else first
    else:
        first, last = low, _last(tokens, low, start - 1)
    quoted = all(token.quote >= 0 or not token.word for token in tokens[first : last + 1])
    return None if quoted or last <= first else Told(first, last, framed.phrase, framed.cue, "according to")


def _statement(article: Article, tokens: Sequence[Token], told: Told, sources: Sources) -> Statement | None:
    content = tokens[told.first : told.last + 1]
    if sum(token.word or token.quote >= 0 for token in content) < SHORTEST:
        return None
    speaker: Speaker | None = sources.speaker(tokens, told.source)
    if speaker is None:
        return None
    if told.source.form is Form.PRONOUN and speaker.name.split()[-1] in (token.text for token in content):
        return None  # nobody speaks of himself by name
    return Statement(
        excerpt=article.excerpt(content[0].start, content[-1].end),
        sentence=article.sentence_at(content[0].start),
        speaker=speaker,
        cue=article.excerpt(tokens[told.cue].start, tokens[told.cue].end),
        rule=told.rule,
    )


def _goes_on(tokens: Sequence[Token], low: int, high: int, words: Frames) -> bool:
    """Whether a sentence reports without a cue, by the form of its verb alone: "Die Brücke *sei* marode."."""
    window = tokens[low : min(high, low + VERB_REACH)]
    if any(token.quote >= 0 or token.text.lower() in words.said for token in tokens[low:high]):
        return False
    return any(token.text in words.subjunctive for token in window[1:])


def _last(tokens: Sequence[Token], first: int, last: int) -> int:
    """The last token without the full stop or comma behind it."""
    while last > first and tokens[last].quote < 0 and not tokens[last].word and tokens[last].text not in ")%€$":
        last -= 1
    return last
