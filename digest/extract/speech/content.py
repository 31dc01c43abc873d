"""Cut what was said out of a sentence of indirect speech, by the shape of the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from digest.extract.cues import Cues
from digest.extract.speech.clauses import Cue, Shape, cue_at, cues_between
from digest.extract.speech.details import channel
from digest.extract.speech.no_source import is_denied, is_quality, without_time
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.place import Place
from digest.extract.speech.reported import content_after, content_end, has_verb, last_part, opening
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.subjects import main_subject, reported_subject
from digest.extract.speech.tokens import Token
from digest.model import Form

SOURCE_REACH = 16  # words from the comma to the cue
REST = 12  # words behind a cue that ends its sentence: "Ms Ito told reporters in Bern on Monday"


class Told(NamedTuple):
    """Inclusive token ranges: what was said, by whom, by which cue, through which channel."""

    first: int
    last: int
    source: Phrase
    cue: tuple[int, int]
    via: tuple[int, int] | None = None


def said_that(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Told | None:
    """Ms Ito said (that) the plan was sound; Ms Ito vowed to resign."""
    for cue in cues_between(tokens, low, high, words, ceiling=high):
        told = _told(tokens, cue, low, high, words)
        if told:
            return told
    return None


def said_first(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Told | None:
    """The same, where the cue stands in the main clause, so that it beats a trailing "according to the readout"."""
    for cue in cues_between(tokens, low, high, words, ceiling=high):
        subject = cue.subject
        if subject is None or not _opens_sentence(tokens, subject.first, low, words):
            return None
        told = _told(tokens, cue, low, high, words)
        if told:
            return told
    return None


def _opens_sentence(tokens: Sequence[Token], first: int, low: int, words: Cues) -> bool:
    """Whether a subject stands first, but for "In response," or the words before a name."""
    if any(t.quote >= 0 for t in tokens[low:first]):
        return False
    commas = [i for i in range(low, first) if tokens[i].text == ","]
    if not commas:
        return first - low <= 8
    opening = tokens[low].text in words.prepositions or tokens[low].text in words.leading
    return opening and len(commas) <= 2 and first - commas[-1] <= 6


def _told(tokens: Sequence[Token], cue: Cue, low: int, high: int, words: Cues) -> Told | None:
    unsaid = cue.shape in (Shape.PASSIVE, Shape.INFINITIVE) or is_quality(tokens, cue.at, words)
    if unsaid or is_denied(tokens, cue.at, low, words):
        return None
    first = content_after(tokens, cue, high, words)
    aside = _is_aside(tokens, cue, low, words)
    if (
        aside is None
        or first is None
        or (cue.subject is None and tokens[cue.at - 1].text == "," and cue.shape is Shape.FINITE)
    ):
        return None  # "…, said Ms Ito"
    source = cue.subject or reported_subject(tokens, low, cue.at, words) or main_subject(tokens, low, cue.at, words)
    fact = cue.subject is None and tokens[cue.at].text in words.implies
    if source is None or (fact and source.form is Form.DESCRIPTION):
        return None
    source = without_time(tokens, source, words)
    while first < high and tokens[first].text == ",":  # "said that, as the force shrinks, …"
        first += 1
    last = content_end(tokens, first, high, words)
    comma = next((i for i in range(first, last) if tokens[i].text == ","), None) if aside else None
    if comma is not None:
        if tokens[comma - 1].text in words.auxiliaries:
            return None  # "…, as Ms Ito said she would, …"
        last = comma - 1
    if last - first < 2 or _headless(tokens, first, words) or _ends_in_source(tokens, first, last, words):
        return None
    via = channel(Place(tokens, first, low, high, "", words), source, cue.at)
    if via and via[0] <= last and first <= via[1]:
        via = None
    return Told(first, last, source, (cue.at, cue.at), via)


def _is_aside(tokens: Sequence[Token], cue: Cue, low: int, words: Cues) -> bool | None:
    """Whether a source speaks in a clause beside the main one: "…, as Ms Ito said …"; None where nobody says anything.

    "A gift for the critics who say it is late" only tells which critics.
    """
    if cue.subject is None:
        return False
    start = cue.subject.first
    some = cue.subject.form is Form.DESCRIPTION and tokens[cue.at].text in words.bases - words.pasts
    if some and tokens[cue.at - 1].text in words.whose_verb and tokens[cue.at - 2].text != "," and start > low:
        return None
    return start - 1 > low and tokens[start - 1].text in words.as_saying


def _headless(tokens: Sequence[Token], first: int, words: Cues) -> bool:
    """Whether a clause has lost its subject, asks, or is an answer: "has sent troops", "whether", "no and went on"."""
    answer = tokens[first].text in words.answers and tokens[first + 1].text in words.conjunctions | words.to
    return (
        answer
        or tokens[first].text in words.asking
        or (tokens[first].text in words.auxiliaries and tokens[first].text not in words.to)
    )


def _ends_in_source(tokens: Sequence[Token], first: int, last: int, words: Cues) -> bool:
    """Whether somebody else vouches for the whole: "The party says it has won, said Ms Ito"."""
    for index in range(first + 1, last):
        if tokens[index].text == "," and _vouches(tokens[index + 1], words):
            return True
    source = any(tokens[i].text == "," for i in range(max(first, last - 6), last))
    return source and tokens[last].quote < 0 and _vouches(tokens[last], words)


def _vouches(token: Token, words: Cues) -> bool:
    return token.text in words.pasts and token.text in words.clausal


def said_at_end(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Told | None:
    """The plan was sound, Ms Ito said; the plan was sound, said Ms Ito."""
    for comma in range(high - 3, low, -1):
        if tokens[comma].text != "," or tokens[comma - 1].quote >= 0:
            continue
        found = _source_behind(tokens, comma, high, words)
        if found is None or not has_verb(tokens, low, comma, words):
            continue
        if tokens[low].quote >= 0 and any(tokens[i].text in words.finite for i in range(low, comma)):
            return None  # “…,” Ms Ito told Mr Roth, a statement said
        return Told(opening(tokens, low, comma, words), comma - 1, *found)
    return None


def told_within(told: Told, tokens: Sequence[Token], words: Cues) -> Told | None:
    """What somebody says of whom another source tells it: "Ms Ito told the court that it was late, clerks said"."""
    inner = said_that(tokens, told.first, told.last + 1, words)
    return inner if inner and inner.source.first == told.first and inner.source.form is Form.NAME else None


def _source_behind(
    tokens: Sequence[Token], comma: int, high: int, words: Cues
) -> tuple[Phrase, tuple[int, int]] | None:
    """The source and the cue that stand between a comma and the end of the sentence."""
    if tokens[comma + 1].text in words.clausal and tokens[comma + 1].text not in words.participles:
        source = phrase_starting(tokens, comma + 2, high, words)
        bare = source is not None and source.form is Form.NAME and not any(t.quote >= 0 for t in tokens[comma:high])
        return (source, (comma + 1, comma + 1)) if source and bare else None
    for at in range(comma + 2, min(high, comma + SOURCE_REACH)):
        if tokens[at].text not in words.clausal or tokens[at].text in words.participles:
            continue
        cue = cue_at(tokens, at, comma + 1, high, words)
        if not cue or cue.shape is not Shape.FINITE or not cue.subject:
            continue
        if not _only_names(tokens, comma + 1, cue.subject.first, words) or not _ends_soon(tokens, at, high, words):
            return None
        return cue.subject, (at, at)
    return None


def _only_names(tokens: Sequence[Token], first: int, last: int, words: Cues) -> bool:
    """Whether the part behind the comma begins with its subject: ", Ms Ito said" but not ", after Ms Ito said"."""
    return all(
        tokens[i].quote < 0
        and tokens[i].text not in words.conjunctions
        and tokens[i].text not in words.prepositions
        and tokens[i].text not in words.finite
        for i in range(first, last)
    )


def _ends_soon(tokens: Sequence[Token], at: int, high: int, words: Cues) -> bool:
    """Whether only time, place or addressee follow the cue: "Ms Ito told reporters on Monday."."""
    rest = tokens[at + 1 : high]
    if not rest or sum(t.word for t in rest) > REST:
        return not rest
    if any((t.text in words.finite and t.text not in words.also_nouns) or t.quote >= 0 for t in rest):
        return False  # but not for "said in a report"
    first = rest[0].text
    aside = first in words.beside or first in words.adverbs or first in words.times
    return aside or not rest[0].word or tokens[at].text in words.telling


def according_to(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Told | None:
    """According to Ms Ito, the plan was sound; the plan was sound, according to Ms Ito."""
    for start in range(low, high):
        if tokens[start].text not in words.according_starts:
            continue
        for phrase in words.according:
            end = start + len(phrase)
            if end >= high or tuple(t.text.lower() for t in tokens[start:end]) != phrase:
                continue
            source = phrase_starting(tokens, end, high, words)
            if source is None:
                continue
            cue = (start, end - 1)
            if start - low <= 1:
                comma = next((i for i in range(source.last + 1, high) if tokens[i].text == ","), None)
                if comma is None or comma + 1 >= high:
                    return None
                return Told(comma + 1, content_end(tokens, comma + 1, high, words), source, cue)
            last = start - 1
            if tokens[last].text in "-—–―(":  # an aside: what it vouches for goes on behind it
                return None
            while last > low and tokens[last].quote < 0 and not tokens[last].word and tokens[last].text != ")":
                last -= 1
            first = last_part(tokens, low, last, words)
            goes_on = any(t.quote >= 0 for t in tokens[source.last : high])  # "it was, according to Ms Ito, “a relic”"
            plain = any(t.quote < 0 and t.word for t in tokens[first : last + 1])
            if (
                not plain
                or tokens[last].text in words.auxiliaries
                or (goes_on and not has_verb(tokens, first, last + 1, words))
            ):
                return None
            return Told(opening(tokens, first, last, words), last, source, cue)
    return None


def called_on(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Told | None:
    """Ms Ito called on both sides to talk; Ms Ito urged them to talk."""
    for at in range(low, high - 3):
        if tokens[at].text not in words.urging or tokens[at].quote >= 0:
            continue
        end = at
        if tokens[at + 1].text in words.upon:
            end = at + 1
        elif tokens[at].text in words.calling:  # "called on", "called for", but not "called him"
            continue
        cue = cue_at(tokens, at, low, high, words)
        if cue is None or cue.shape in (Shape.PASSIVE, Shape.INFINITIVE):
            continue
        source = cue.subject or main_subject(tokens, low, at, words)
        if source is None or (
            tokens[end].text not in words.belongs and not any(t.text in words.to for t in tokens[end : end + 12])
        ):
            continue
        return Told(end + 1, content_end(tokens, end + 1, high, words), source, (at, end))
    return None


def calling(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Told | None:
    """The two powers issued a text, calling the alliance a relic."""
    for at in range(low + 2, high - 3):
        if tokens[at].text not in words.calling or tokens[at + 1].quote >= 0 or tokens[at + 1].text in words.upon:
            continue
        cue = cue_at(tokens, at, low, high, words)
        if cue is None or cue.shape in (Shape.PASSIVE, Shape.INFINITIVE):
            continue
        source = cue.subject or main_subject(tokens, low, at, words)
        last = content_end(tokens, at + 1, high, words)
        if cue.subject and _is_thought(tokens, cue.subject.first, low, words):
            continue
        if source is None or last - at < 3 or any(t.quote >= 0 for t in tokens[at : last + 1]):
            continue
        if not _names_it(tokens, at, last, words):
            continue
        return Told(at + 1, last, source, (at, at))
    return None


def _is_thought(tokens: Sequence[Token], first: int, low: int, words: Cues) -> bool:
    """Whether a clause is only thought or supposed: "came to believe *that* Ms Ito had called him a thief"."""
    before = tokens[first - 1].text if first > low else ""
    return before in words.that or before in words.conditions


def _names_it(tokens: Sequence[Token], at: int, last: int, words: Cues) -> bool:
    """Whether a thing and a name for it follow: "calling the bridge a relic", but not "calling her mother"."""
    marks = next((words.naming[k] for k in words.naming if tokens[at].text.startswith(k)), words.naming["call"])
    end = next((i for i in range(at + 1, last) if tokens[i].text == ","), min(last, at + 14))
    return any(tokens[i].text in marks for i in range(at + 2, end))


AT_END = "said at the end"

SHAPES: tuple[tuple[str, Callable[[Sequence[Token], int, int, Cues], Told | None]], ...] = (
    ("said that", said_first),
    ("according to", according_to),
    (AT_END, said_at_end),
    ("said that", said_that),
    ("called on", called_on),
    ("calling", calling),
)
