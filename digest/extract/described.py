"""Find the source that a pronoun takes up where it is no person with a name: "A nurse came. … “…,” she said.\""""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.extract.cues import Cues
from digest.extract.name_lexicon import lexicon
from digest.extract.resolve import Names
from digest.extract.speech.clauses import Shape, cues_between
from digest.extract.speech.place import sentence_of
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.subjects import main_subject
from digest.extract.speech.tokens import Token
from digest.extract.standing import can_speak, is_body
from digest.model import Excerpt, Form, KnownBy, Speaker, SpeakerKind

BACK = 3  # sentences


class Before(NamedTuple):
    """The words of a paragraph up to token `at`."""

    tokens: Sequence[Token]
    at: int


def described(pronoun: Excerpt, before: Iterable[Before], names: Names) -> Speaker | None:
    """The source that the words before only describe, if it is one for "she" and several for "they".

    "It", and "they" too, may take up a body by its name: "Bern Bank sold what it called “…”".
    """
    words = names.words
    said = pronoun.text.lower()
    several, someone = said in words.plurals, said in words.persons
    if said not in words.plurals | words.persons | words.neuter or said in words.first_person:
        return None
    for part in before:
        for phrase in _subjects(part, words, own=not someone):
            tokens = part.tokens
            if phrase.form is Form.NAME and someone:
                return None
            source = names.speaker(tokens[phrase.first].start, tokens[phrase.last].end, phrase.form)
            if source is None or not can_speak(source, names.article, words):
                continue
            if someone and source.kind is SpeakerKind.DESCRIPTION and is_body(source.name, names.article, words):
                continue
            named = source.kind is SpeakerKind.PERSON
            plural = not named and _is_plural(tokens, phrase, words)
            if said in words.neuter:
                fits = not named and not plural
            else:
                fits = not named if phrase.form is Form.NAME else plural is several
            return replace(source, mention=pronoun, known_by=KnownBy.SUBJECT) if fits else None
    return None


def somebody_unnamed(pronoun: Excerpt, before: Iterable[Before], names: Names) -> Speaker | None:
    """Who speaks in the sentence before without a name, whom "he" takes up: "The driver told us so. “…,” he said."

    A stranger such as a driver or a man need not speak: "A man came. “…,” he said." None where somebody is named since,
    or "him" is somebody before.
    """
    words, said = names.words, pronoun.text.lower()
    if said not in words.persons:
        return None
    for tokens, at in before:
        high = sentence_of(tokens, at)[0] if at < len(tokens) else at
        if high == 0:
            continue  # the paragraph begins with the pronoun's sentence
        low = sentence_of(tokens, high - 1)[0]
        phrase = main_subject(tokens, low, high, words)
        if phrase is None or phrase.first != low or phrase.form is not Form.DESCRIPTION:
            return None
        if names.last_person_before(pronoun.span.start) >= tokens[low].start:
            return None
        source = names.speaker(tokens[low].start, tokens[phrase.last].end, phrase.form)
        if source is None or not _is_one(source, tokens, phrase, names) or not _may_be(source, said, names):
            return None
        fits = _speaks_out(tokens, phrase, high, names)
        return replace(source, mention=pronoun, known_by=KnownBy.SUBJECT) if fits else None
    return None


def _is_one(source: Speaker, tokens: Sequence[Token], phrase: Phrase, names: Names) -> bool:
    """Whether a source is one unnamed person, "the driver", and no body."""
    described = (
        source.kind is SpeakerKind.DESCRIPTION
        and source.known_by is KnownBy.ITSELF
        and tokens[phrase.first].text in names.words.determiners
    )
    one = described and not _is_plural(tokens, phrase, names.words)
    return (
        one and can_speak(source, names.article, names.words) and not is_body(source.name, names.article, names.words)
    )


def _may_be(source: Speaker, said: str, names: Names) -> bool:
    """Whether "she" may be the one whom a description tells of: not "the ferryman"."""
    lex, heard = lexicon(names.article.language), source.name.lower().split()
    woman = any(word in lex.women_words or word.endswith(lex.women_endings) for word in heard)
    man = any(word in lex.men_words or word.endswith(lex.men_endings) for word in heard) and not woman
    gender = "f" if woman else "m" if man else None
    return gender is None or gender == lex.pronouns.get(said)


def _speaks_out(tokens: Sequence[Token], phrase: Phrase, high: int, names: Names) -> bool:
    """Whether the subject of a sentence says something in it and asks nobody, or is a stranger of whom it tells."""
    words, lex = names.words, lexicon(names.article.language)
    behind = tokens[phrase.last + 1 : high]
    if any(token.text in lex.object_pronouns for token in behind):
        return False
    cues = list(cues_between(tokens, phrase.first, high, words, ceiling=high))
    if any(cue.subject == phrase and cue.shape is Shape.FINITE for cue in cues):
        return not any(tokens[cue.at].text in words.asks for cue in cues if cue.subject == phrase)
    heads = {token.text.lower() for token in tokens[phrase.first : phrase.last + 1]}
    return not heads.isdisjoint(words.strangers | lex.women_words | lex.men_words)


def of_age(source: Speaker, before: Iterable[Before], names: Names) -> Speaker:
    """Give "the 24-year-old" who may be somebody named the person that the sentence right before is about."""
    if source.known_by is not KnownBy.PERHAPS or not source.name.endswith(names.words.aged):
        return source
    for tokens, at in before:
        high = sentence_of(tokens, at)[0] if at < len(tokens) else at
        if high == 0:
            continue  # the paragraph begins with it
        low = sentence_of(tokens, high - 1)[0]
        phrase = main_subject(tokens, low, high, names.words)
        if phrase is None or phrase.form is not Form.NAME or any(t.quote >= 0 for t in tokens[low:high]):
            break
        who = names.speaker(tokens[phrase.first].start, tokens[phrase.last].end, phrase.form)
        if who is not None and who.kind is SpeakerKind.PERSON and who.known_by is KnownBy.NAME:
            return replace(who, mention=source.mention, known_by=KnownBy.NEAR)
        break
    return source


def _subjects(part: Before, words: Cues, *, own: bool) -> Iterator[Phrase]:
    """Yield the subjects of the sentences before, the nearest first, as far as they are named or described as known.

    `own` also looks at the words before the pronoun in its own sentence: "The ministry sold what it called “…”".
    """
    tokens, at = part
    low = sentence_of(tokens, at)[0] if at < len(tokens) else at
    if own and low < at < len(tokens):
        yield from _known_subject(tokens, low, at, words, own=own)
    for _ in range(BACK):
        if low == 0:
            return
        high, low = low, sentence_of(tokens, low - 1)[0]
        yield from _known_subject(tokens, low, high, words, own=own)


def _known_subject(tokens: Sequence[Token], low: int, high: int, words: Cues, *, own: bool) -> Iterator[Phrase]:
    phrase = main_subject(tokens, low, high, words)
    if phrase is None or phrase.form is Form.PRONOUN:
        return
    owned = any(token.possessive for token in tokens[phrase.first : phrase.last])  # "Ms Ito's campaign"
    if phrase.form is Form.NAME or (owned and own) or tokens[phrase.first].text in words.determiners:
        yield phrase


def _is_plural(tokens: Sequence[Token], phrase: Phrase, words: Cues) -> bool:
    """Whether a description speaks of several: "the sailors", "the parents of the boy", "the crew"."""
    head = phrase.last
    for at in range(phrase.first + 1, phrase.last + 1):
        if tokens[at].text in words.prepositions or tokens[at].text in words.relatives:
            head = at - 1
            break
    text = tokens[head].text.lower()
    plural = text.endswith("s") and not text.endswith(("ss", "'s", "’s"))
    return plural or text in words.plurals or text in words.collectives
