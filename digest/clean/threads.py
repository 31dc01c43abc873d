"""Know readers' comments by their shape: a name, a date, a text, "Reply", and that again and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from digest.clean.comments import comment_phrases
from digest.clean.headline import title_lines
from digest.clean.page import Mark, Page
from digest.clean.shape import LABEL, PROSE
from digest.clean.words import bare
from digest.model import LineReason

FEWEST = 3  # signatures
FARTHEST = 14  # lines between two of them: the longest comment
LONGEST_SIGNATURE = 14  # words
LONGEST_NAME = 4  # words
MOST_TITLES = 12
BELOW_TITLE = 8  # lines
MOST_PROSE = 0.75  # how much of a page's prose may stand below names and dates alone


class _Signature(NamedTuple):
    at: int
    first: int
    sure: bool  # "Jane says:" and "Reply" stand in comments only; names and dates also elsewhere


def threads(page: Page) -> Mapping[int, Mark]:
    """Mark the threads of comments.

    "bookworm says:" / "May 4, 2021 at 3:10 pm" / "I like it." / "Reply", three times or more → all of it
    """
    signatures = _signatures(page)
    if len(signatures) < FEWEST:
        return {}
    found: dict[int, Mark] = {}
    titles = title_lines(page)[:MOST_TITLES]
    prose = list(accumulate((look.words if look.shape is PROSE else 0 for look in page.looks), initial=0))
    for group in _groups(signatures):
        thread = group[1:] if any(_is_byline(page, group[0], i) for i in titles) else group
        if len(thread) < FEWEST:
            continue
        start, end = thread[0].first, min(thread[-1].at + 2, len(page.lines))
        if any(s.sure for s in thread) or prose[end] - prose[start] <= MOST_PROSE * prose[-1]:
            found.update(dict.fromkeys(range(start, end), LineReason.FOOTER))
    return found


def _signatures(page: Page) -> Sequence[_Signature]:
    words = _words(page.language)
    dated = LineReason.DATELINE
    found = []
    for i, (look, mark) in enumerate(zip(page.looks, page.marks, strict=True)):
        if look.words <= LONGEST_SIGNATURE and (
            look.bare in words.replies or (look.sentence and mark is None and _says(page, i, words))
        ):
            found.append(_Signature(i, i, True))
        elif mark is dated and i and _is_name(page, i - 1):
            found.append(_Signature(i, i - 1, False))
    return found


def _is_byline(page: Page, signature: _Signature, title: int) -> bool:
    """Whether a name and a date stand so soon below the page's title that they are the article's own."""
    if not title < signature.at <= title + BELOW_TITLE:
        return False
    return sum(look.shape is PROSE for look in page.looks[title + 1 : signature.first]) < 2


def _is_quoted(page: Page, index: int) -> bool:
    """Whether a line begins with a quotation mark: what a speaker in an article said, and no comment."""
    return index < len(page.lines) and page.lines[index].text[0] in "\"“„«‘'"


def _says(page: Page, index: int, words: _Words) -> bool:
    """ "bookworm says:" """
    look = page.looks[index]
    if not (look.plain.endswith(":") and look.words >= 2 and look.tokens[-1] in words.says):
        return False
    return not _is_quoted(page, index + 1)


def _is_name(page: Page, index: int) -> bool:
    look = page.looks[index]
    return page.marks[index] in (None, LineReason.BYLINE) and look.shape is LABEL and 1 <= look.words <= LONGEST_NAME


def _groups(signatures: Sequence[_Signature]) -> Sequence[Sequence[_Signature]]:
    groups: list[list[_Signature]] = []
    for signature in signatures:
        if groups and signature.first - groups[-1][-1].at <= FARTHEST:
            groups[-1].append(signature)
        else:
            groups.append([signature])
    return groups


class _Words(NamedTuple):
    says: frozenset[str]
    replies: frozenset[str]


@cache
def _words(language: str) -> _Words:
    replies = frozenset(bare(text) for text in comment_phrases(language, "replies"))
    return _Words(frozenset(comment_phrases(language, "says")), replies)
