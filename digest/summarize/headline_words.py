"""Say what speaks for and against the wording of a headline, whatever the story."""

from __future__ import annotations

from collections.abc import Iterable

from digest.language import subject
from digest.language.headlines import has_quotation
from digest.language.terms import WORD, words

BAIT = 0.2  # cost of a question, a promise or a list
QUOTED = 0.2  # cost of quotation marks: one voice's words, which seldom stand for all
POINTING = 0.3  # cost of a pronoun: "his plan" tells nobody whose
SPEAKING = 0.2  # worth of saying that somebody says it: no more is claimed than is known
NUMBERED = 0.2  # worth of a number that another article's opening has, too
LONG = 10  # words of a headline from which each one more has a cost
WORDY = 0.03  # that cost


def merits(text: str, language: str, numbers: Iterable[str] = ()) -> float:
    """The worth of a headline's wording less its costs; `numbers` are those of the other articles' openings."""
    data = subject(language, "summarize")["headline"]
    found = WORD.findall(text)
    low = {word.lower().replace("’", "'") for word in found}
    borne_out = any(word[0].isdigit() for word in found) and not set(found).isdisjoint(numbers)
    costs = (
        BAIT * _bait(text, language)
        + WORDY * max(0, len(found) - LONG)
        + (QUOTED if has_quotation(text) else 0.0)
        + (0.0 if low.isdisjoint(data["pronouns"]) else POINTING)
    )
    return (0.0 if low.isdisjoint(data["speaking"]) else SPEAKING) + (NUMBERED if borne_out else 0.0) - costs


def _bait(text: str, language: str) -> int:
    """How many marks of a headline that promises instead of telling: a question, a label, a list."""
    data = subject(language, "summarize")["headline"]
    low = text.lower().replace("’", "'")
    opening = " ".join(word.text.lower() for _, word in zip(range(3), words(low), strict=False)) + " "
    return (
        ("?" in text)
        + any(opening.startswith(f"{word} ") for word in (*data["labels"], *data["asking"]))
        + any(phrase in low for phrase in data["bait"])
    )
