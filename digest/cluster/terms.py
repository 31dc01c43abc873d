"""Cut articles into words and numbers, and reduce each to the term by which articles are compared."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from digest.cluster.stem import stem
from digest.language.terms import function_words
from digest.model import Article, BlockKind

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")  # "O’Neill", "don't", "5,000"
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # the comma of "5,000"

Place = tuple[int, int]


class Text(NamedTuple):
    """What is counted of an article: its text, and where the sentences of the headline stand, and those below it."""

    text: str
    head: tuple[Place, ...]
    body: tuple[Place, ...]


def as_text(article: Article) -> Text:
    """Take out of an article what is counted."""
    places: tuple[list[Place], list[Place]] = ([], [])
    for sentence in article.sentences:
        places[sentence.kind is not BlockKind.HEADLINE].append((sentence.start, sentence.end))
    return Text(article.text, tuple(places[0]), tuple(places[1]))


def as_term(token: str, language: str) -> str | None:
    """The term that a word or number stands for: a stem, or the digits without the comma of thousands.

    Function words stand for none.
    """
    if token[0].isdigit():
        return THOUSANDS.sub("", token)
    term = stem(token, language=language)
    return None if term in _function_stems(language) else term


@cache
def _function_stems(language: str) -> frozenset[str]:
    return frozenset(stem(word, language=language) for word in function_words(language))
