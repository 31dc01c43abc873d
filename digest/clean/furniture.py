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


class Phrases(NamedTuple):
    """The phrase lists of a language, ready to be looked up."""

    exact: Mapping[str, LineReason]
    starts: re.Pattern[str]
    starts_reason: Mapping[str, LineReason]
    contains: re.Pattern[str]
    contains_reason: Mapping[str, LineReason]
    contains_signs: frozenset[str]  # one word of each phrase: a line with none of them holds no phrase


def furniture(page: Page) -> Mapping[int, Mark]:
    """Mark the lines that are, begin with, or hold a phrase of page furniture.

    "SHARE THIS ARTICLE" → share line; "Read more: Talks end" → related headline
    """
    phrases = _phrases(page.language)
    data = page.phrases
    starts_words, contains_words = data["starts_words"], data["contains_words"]
    return {
        i: reason
        for i, (mark, look) in enumerate(zip(page.marks, page.looks, strict=True))
        if mark is None
        # The page's first line is its title, and a title may begin with "Video:" or "Opinion:".
        and (reason := _reason(look, phrases, starts_words if i else 0, contains_words))
    }


def _reason(look: Look, phrases: Phrases, starts_words: int, contains_words: int) -> LineReason | None:
    if len(look.plain) > LONGEST:
        return None
    if reason := phrases.exact.get(look.bare):
        return reason
    if look.words <= starts_words and (hit := phrases.starts.match(look.plain)):
        return phrases.starts_reason[hit.group()]
    if (
        look.words <= contains_words
        and not phrases.contains_signs.isdisjoint(look.tokens)
        and (hit := phrases.contains.search(look.plain))
    ):
        return phrases.contains_reason[hit.group()]
    return None


@cache
def _phrases(language: str) -> Phrases:
    starts = dict(_entries(language, "starts"))
    contains = dict(_entries(language, "contains"))
    return Phrases(
        exact={bare(text) or text: reason for text, reason in _entries(language, "exact")},
        starts=re.compile(any_of(starts)),
        starts_reason=starts,
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
