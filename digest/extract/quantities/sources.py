"""Find who gives a figure: the speaker of the quotation or statement that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.words import words
from digest.model import Article, Quote, Sentence, Span, Speaker, Statement

SURE = 0.75  # confidence of a quotation's speaker, from which a figure in it is theirs
OPENING = 80  # characters: enough for the first words of a sentence


def find_source(
    span: Span, sentence: int, *, quotes: Sequence[Quote], statements: Sequence[Statement]
) -> Speaker | None:
    """The speaker whose words cover the figure; else the only speaker of its sentence; else None.

    A figure in a quotation whose speaker is not sure is nobody's.
    """
    said: list[Quote | Statement] = [q for q in quotes if q.speaker is not None and q.show]
    said += statements
    covering = sorted(
        (s for s in said if s.excerpt.span.covers(span)), key=lambda s: s.excerpt.span.end - s.excerpt.span.start
    )
    if covering:
        return covering[0].speaker if _is_sure(covering[0]) else None
    near = [s.speaker for s in said if s.sentence == sentence and s.speaker is not None and _is_sure(s)]
    return near[0] if len({speaker.name for speaker in near}) == 1 else None


def _is_sure(said: Quote | Statement) -> bool:
    return not isinstance(said, Quote) or said.confidence >= SURE


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
