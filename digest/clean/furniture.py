"""Drop the lines whose words give them away: adverts, share buttons, newsletter prompts, legal notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from digest.clean.page import Mark, Page
from digest.clean.words import bare, plain, word_count
from digest.language import subject
from digest.model import LineReason


class Phrases(NamedTuple):
    """The phrase lists of a language, ready to be looked up."""

    exact: Mapping[str, LineReason]
    starts: re.Pattern[str]
    starts_reason: Mapping[str, LineReason]
    contains: re.Pattern[str]
    contains_reason: Mapping[str, LineReason]


def furniture(page: Page) -> Mapping[int, Mark]:
    """Mark the lines that are, begin with, or hold a phrase of page furniture.

    "SHARE THIS ARTICLE" → share line; "Read more: Talks end" → related headline
    """
    phrases = _phrases(page.language)
    data = page.phrases
    return {
        i: reason
        for i, line in enumerate(page.lines)
        if page.marks[i] is None
        # The page's first line is its title, and a title may begin with "Video:" or "Opinion:".
        and (reason := _reason(line.text, phrases, data["starts_words"] if i else 0, data["contains_words"]))
    }


def _reason(text: str, phrases: Phrases, starts_words: int, contains_words: int) -> LineReason | None:
    if len(text) > 600:  # longer than any phrase-bearing line: spare the work
        return None
    if reason := phrases.exact.get(bare(text)):
        return reason
    words = word_count(text)
    looked_at = plain(text)
    if words <= starts_words and (hit := phrases.starts.match(looked_at)):
        return phrases.starts_reason[hit.group()]
    if words <= contains_words and (hit := phrases.contains.search(looked_at)):
        return phrases.contains_reason[hit.group()]
    return None


@cache
def _phrases(language: str) -> Phrases:
    data = subject(language, "clean")
    starts = dict(_entries(data["starts"]))
    contains = dict(_entries(data["contains"]))
    return Phrases(
        exact={bare(text) or text: reason for text, reason in _entries(data["exact"])},
        starts=_any_of(starts),
        starts_reason=starts,
        contains=_any_of(contains),
        contains_reason=contains,
    )


def _entries(lists: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, LineReason]]:
    for reason, texts in lists.items():
        for text in texts:
            yield plain(text), LineReason[reason]


def _any_of(texts: Mapping[str, object]) -> re.Pattern[str]:
    """Match any of the texts, the longest first, where a word ends."""
    longest_first = sorted(texts, key=lambda t: (-len(t), t))
    return re.compile("|".join(re.escape(t) + (r"(?!\w)" if t[-1].isalnum() else "") for t in longest_first))
