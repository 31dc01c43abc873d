"""Find who gives a figure: the speaker of the quotation or statement that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Quote, Span, Speaker, Statement


def find_source(
    span: Span, sentence: int, *, quotes: Sequence[Quote], statements: Sequence[Statement]
) -> Speaker | None:
    """The speaker whose words cover the figure; else the only speaker of its sentence; else None."""
    said: list[Quote | Statement] = [q for q in quotes if q.speaker is not None and q.show]
    said += statements
    covering = sorted(
        (s for s in said if s.excerpt.span.covers(span)), key=lambda s: s.excerpt.span.end - s.excerpt.span.start
    )
    if covering:
        return covering[0].speaker
    near = [s.speaker for s in said if s.sentence == sentence and s.speaker is not None]
    return near[0] if len({speaker.name for speaker in near}) == 1 else None
