"""Tell a sentence that opens with somebody's words and does not say whose they are."""

from __future__ import annotations

from functools import cache

from digest.language import subject
from digest.language.deeds import saying
from digest.language.quoting import MARKS, QUOTED
from digest.language.telling import reporting_stems
from digest.language.terms import low_words, stem
from digest.model import Excerpt, Findings

LEAST = 3  # words of a quotation: fewer are a term, as “Calm” is
ENDS = (",", ".", "!", "?", "…")  # what somebody said ends so before the closing mark; a title does not


def lacks_speaker(text: str, *, language: str = "en") -> bool:
    """Whether a sentence opens with a whole quotation, and its main clause has no word of saying.

    “We will stay,” referring to the strike that the mayor called illegal. -> True
    “We will stay,” the mayor said. -> False; “The Long Road” opened in May. -> False
    """
    quoted = QUOTED.match(text) if text[:1] in MARKS else None
    if quoted is None or len(quoted[0].split()) < LEAST or not quoted[0][:-1].endswith(ENDS):
        return False
    says = saying(language)
    if not says:
        return False
    for word in low_words(QUOTED.sub(" ", text)):
        if word in _opening(language):
            return True
        if word in says or stem(word, language=language) in reporting_stems(language):
            return False
    return True


def has_speaker(excerpt: Excerpt, found: Findings | None) -> bool:
    """Whether the speaker of the words that open a sentence is known, and named in it."""
    start, end = excerpt.span.start, excerpt.span.end
    return found is not None and any(
        quote.speaker is not None and start <= quote.speaker.mention.span.start < end
        for quote in found.quotes
        if start < quote.excerpt.span.start <= start + 2
    )


@cache
def _opening(language: str) -> frozenset[str]:
    """Words that open a clause below the main one: "after", "when"."""
    data = subject(language, "quotes")
    words = {str(word).lower() for key in ("openers", "relatives") for word in data.get(key, ())}
    return frozenset(words).difference(str(word).lower() for word in subject(language, "figures").get("links", ()))
