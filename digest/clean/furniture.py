"""Drop the lines whose words give them away: adverts, share buttons, newsletter prompts, legal notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from digest.clean.look import Look
from digest.clean.page import Mark, Page
from digest.clean.phrases import any_of
from digest.clean.words import WORD, bare, plain
from digest.language import subject
from digest.model import LineReason

LONGEST = 600  # characters: no line with a phrase of furniture is longer
SIGN = 3  # characters of a line's beginning that spare most lines the patterns; no phrase that begins so is shorter


class Phrases(NamedTuple):
    """The phrase lists of a language, ready to be looked up."""

    exact: Mapping[str, LineReason]
    longest_exact: int  # characters
    starts_words: int  # the most words of a line that begins with a phrase
    starts_signs: frozenset[str]  # how the phrases begin
    starts: re.Pattern[str]
    starts_reason: Mapping[str, LineReason]
    contains_words: int
    contains: re.Pattern[str]
    contains_reason: Mapping[str, LineReason]
    contains_signs: frozenset[str]  # one word of each phrase: a line with none of them holds no phrase


def phrase(text: str, look: Look, language: str) -> LineReason | None:
    """Whether a line is, begins with, or holds a phrase of page furniture.

    "SHARE THIS ARTICLE" → share line; "Read more: Talks end" → related headline
    """
    return _reason(look, _phrases(language), may_begin=True)


def phrase_of_title(text: str, look: Look, language: str) -> LineReason | None:
    """The same of a page's first line, which is its title: a title may begin with "Video:" or "Opinion:"."""
    return _reason(look, _phrases(language), may_begin=False)


def furniture(page: Page) -> Mapping[int, Mark]:
    """Mark the lines with such phrases."""
    phrases = _phrases(page.language)
    return {
        i: reason
        for i, (mark, look) in enumerate(zip(page.marks, page.looks, strict=True))
        if mark is None and (reason := _reason(look, phrases, may_begin=i > 0))
    }


def _reason(look: Look, phrases: Phrases, *, may_begin: bool) -> LineReason | None:
    plain = look.plain
    if len(plain) > LONGEST:
        return None
    if len(look.bare) <= phrases.longest_exact and (reason := phrases.exact.get(look.bare)):
        return reason
    if (
        may_begin
        and look.words <= phrases.starts_words
        and (plain[:SIGN] in phrases.starts_signs or not plain[:1].isalnum())
        and (hit := phrases.starts.match(plain))
    ):
        return phrases.starts_reason[hit.group()]
    if (
        look.words <= phrases.contains_words
        and not phrases.contains_signs.isdisjoint(look.tokens)
        and (hit := phrases.contains.search(plain))
    ):
        return phrases.contains_reason[hit.group()]
    return None


@cache
def _phrases(language: str) -> Phrases:
    starts = dict(_entries(language, "starts"))
    contains = dict(_entries(language, "contains"))
    exact = {bare(text) or text: reason for text, reason in _entries(language, "exact")}
    data = subject(language, "clean")
    return Phrases(
        exact=exact,
        longest_exact=max(map(len, exact)),
        starts_words=data["starts_words"],
        starts_signs=frozenset(text[:SIGN] for text in starts),
        starts=re.compile(any_of(starts)),
        starts_reason=starts,
        contains_words=data["contains_words"],
        contains=re.compile(rf"(?<!\w){any_of(contains)}"),
        contains_reason=contains,
        contains_signs=frozenset(max(WORD.findall(phrase), key=len) for phrase in contains),
    )


def _entries(language: str, kind: str) -> Iterator[tuple[str, LineReason]]:
    """The phrases of other languages, and then those of the page's own, which count where both have one."""
    for lists in (subject("mul", "furniture")[kind], subject(language, "clean")[kind]):
        for reason, texts in lists.items():
            for text in texts:
                yield plain(text), LineReason[reason]
