"""Find who gives a figure: the speaker of the quotation or statement that holds it in its own clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.words import Word, words
from digest.language import subject
from digest.language.leaning import own_voice
from digest.model import Article, KnownBy, Quote, Sentence, Span, Speaker, SpeakerKind, Statement

SURE = 0.75  # confidence of a quotation's speaker, from which a figure in it is theirs
LONGEST = 5  # words of a source within a quotation, letters of an article before a word
NEAR = 4  # words from a source to its verb, and from there to what is spoken of
REST = 60  # letters of what tells more of a source that nobody names
OPENING = 80  # characters: enough for the first words of a sentence


def find_source(
    article: Article,
    span: Span,
    *,
    quotes: Sequence[Quote],
    statements: Sequence[Statement],
    cues: Cues | None = None,
) -> Speaker | None:
    """The speaker whose words cover the figure, or of whose sentence it is a part; None where nobody can be sure.

    Who is named behind the figure ("according to Ana Lima") goes before who is named in front; who is quoted within a
    quotation, before who is quoted. What a relative clause of a statement says, the reporter tells.
    """
    said: list[Quote | Statement] = [q for q in quotes if q.speaker is not None and q.show]
    said += [s for s in statements if cues is None or not _describes(article, s.cue.span, cues)]
    covering = [s for s in said if s.excerpt.span.covers(span)]
    if not covering:
        return _governing(article, span, said, cues.citing if cues else ())
    nearest = min(covering, key=lambda s: (not _closes(s, span), s.excerpt.span.end - s.excerpt.span.start))
    start = max(nearest.excerpt.span.start, article.sentences[article.sentence_at(span.start)].start)
    front = words(article.text, start, span.start)
    if isinstance(nearest, Statement):
        scored = cues is not None and not front and nearest.cue.text.lower() in cues.scoring  # "Lima added 17 points"
        told = cues is not None and _is_reporter(nearest, front, cues)
        return None if told or scored else nearest.speaker
    inner = next((at for at, word in enumerate(front) if cues and word.low in cues.say_verbs), None)
    if inner is not None and not own_voice(" ".join(word.text for word in front[:inner]), language=article.language):
        return _inner(article, front, inner)
    return nearest.speaker if _is_sure(nearest) else None


def whole(article: Article, speaker: Speaker | None, language: str) -> Speaker | None:
    """A source nobody names, with what tells more of it up to the verb: "A clerk **familiar with the plans** said"."""
    rest = _rest(language)
    if speaker is None or rest is None or speaker.name != speaker.mention.text:
        return speaker
    span = speaker.mention.span
    sentence = article.sentences[article.sentence_at(span.start)]
    found = rest.match(article.text, span.end, sentence.end)
    if not found:
        return speaker
    mention = article.excerpt(span.start, found.end())
    return replace(speaker, name=mention.text, mention=mention)


@cache
def _rest(language: str) -> re.Pattern[str] | None:
    data = subject(language, "figures")
    if not data.get("told_of"):
        return None
    told, verbs = ("|".join(map(re.escape, map(str, data[name]))) for name in ("told_of", "say_verbs"))
    return re.compile(rf" (?:{told}) [^,;:.“”\"\n]{{1,{REST}}}(?= (?:{verbs})\b)")


def _governing(
    article: Article, span: Span, said: Sequence[Quote | Statement], citing: Collection[str]
) -> Speaker | None:
    """The only speaker of the sentence, if the figure is what they speak of: "Ana Lima cited **a 4% rise**"."""
    sentence = article.sentence_at(span.start)
    near = [s.speaker for s in said if s.sentence == sentence and s.speaker is not None and _is_sure(s)]
    if len({speaker.name for speaker in near}) != 1:
        return None
    end = near[0].mention.span.end
    if not article.sentences[sentence].start <= end <= span.start:
        return None
    between = words(article.text, end, span.start)
    verb = next((at for at, word in enumerate(between[:NEAR]) if word.low in citing), None)
    told = verb is not None and len(between) - verb <= NEAR
    return near[0] if told and all(word.text[0].isalpha() for word in between) else None


def _is_sure(said: Quote | Statement) -> bool:
    return not isinstance(said, Quote) or said.confidence >= SURE


def _describes(article: Article, cue: Span, cues: Cues) -> bool:
    """Whether a cue is no verb but goes with a noun: "an **estimated** value"."""
    before = words(article.text, max(0, cue.start - LONGEST), cue.start)
    return bool(before) and before[-1].low in cues.determiners - cues.pronouns


def _is_reporter(said: Statement, front: Sequence[Word], cues: Cues) -> bool:
    """Whether the reporter tells a figure in a statement.

    "An attack in which 13 died"; what stands beside the deed that somebody asked for or promised, "called for peace as
    13 died", "agreed to leave, ending 13 years of rule".
    """
    cue = said.cue.text.lower().split()[0]
    if any(word.low in cues.relative for word in front):
        return True
    deed = cue in cues.urging | cues.promising
    return deed and any(
        _opens_aside(before, word.low, cues) for before, word in zip((None, *front), front, strict=False)
    )


def _opens_aside(before: Word | None, low: str, cues: Cues) -> bool:
    """Whether a word opens what stands beside a deed: "after 13 died", ", ending 13 years", not "such as 13 boats"."""
    if low in cues.subordinate:
        return before is None or (before.low, low) not in cues.such_as
    return before is not None and before.text == "," and low.endswith(cues.act_endings)


def _closes(said: Quote | Statement, span: Span) -> bool:
    """Whether a statement's source is named behind a figure."""
    return isinstance(said, Statement) and said.speaker.mention.span.start >= span.end


def _inner(article: Article, front: Sequence[Word], verb: int) -> Speaker | None:
    """Who says it within a quotation: "“**Medics** said 48 people died,” the agency reported"."""
    named = [word for word in front[:verb] if word.text[0].isalpha()]
    if not named or len(named) > LONGEST or len(named) < verb - 1 or not named[0].text[0].isupper():
        return None
    mention = article.excerpt(named[0].start, named[-1].end)
    return Speaker(name=mention.text, kind=SpeakerKind.DESCRIPTION, mention=mention, known_by=KnownBy.ITSELF)


def carried_source(article: Article, sentence: Sentence, before: Sequence[Statement], cues: Cues) -> Speaker | None:
    """The source that closes the sentence in front, where this one goes on about the same thing.

    "They debate a draft law, according to Ana Lima. **The law** was backed by 40 mayors": one paragraph, the source at
    the very end, and a noun of that sentence taken up with "the". Anything less leaves the figure without a source.
    """
    if not before or not sentence.index:
        return None
    front = article.sentences[sentence.index - 1]
    speaker = before[-1].speaker
    if front.block != sentence.block or speaker.mention.span.end < front.end - 1:
        return None
    opening = words(article.text, sentence.start, min(sentence.end, sentence.start + OPENING))[:2]
    if len(opening) < 2 or opening[0].low not in cues.taking_up or not opening[1].text[0].isalpha():
        return None
    told = before[-1].excerpt.span
    return speaker if any(w.low == opening[1].low for w in words(article.text, told.start, told.end)) else None
