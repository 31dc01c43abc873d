"""Tell that two sentences give the same first thing that somebody said, whatever else each of them goes on to tell."""

from __future__ import annotations

import re

from digest.compare.sentences import Line
from digest.language.denying import denies
from digest.language.quoting import MARK
from digest.language.telling import reporting_stems
from digest.language.terms import content_set, stem, words

END = re.compile(r"[,;:.]| and ")  # where the first of several things ends: "he would stay and that nobody had asked"
LEAST = 3  # words that it must have
SAME = 0.75  # of the words of the shorter one, that the other has


def same_first_said(one: Line, other: Line) -> bool:
    """Whether one person says the same first: "Holm said she will sell the old boat", "… would sell the boat and …"."""
    if one.people.isdisjoint(other.people):
        return False
    first, second = _first_said(one), _first_said(other)
    if denies(first, language=one.language) != denies(second, language=other.language):
        return False
    mine, theirs = (content_set(text, language=one.language) for text in (first, second))
    return len(mine & theirs) >= max(LEAST, SAME * min(len(mine), len(theirs)))


def _first_said(line: Line) -> str:
    """What stands behind the first word of saying, up to where the next thing begins; nothing of words in marks."""
    text, tells = line.excerpt.text, reporting_stems(line.language)
    end = next((word.end for word in words(text) if stem(word.text, language=line.language) in tells), len(text))
    told = text[end:].lstrip(", ")
    said = told[: found.start()] if (found := END.search(told)) else told
    return "" if MARK.search(said) else said
