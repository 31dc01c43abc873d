"""Find the article on the page: the headline, and the stretch of lines that reads like prose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.clean.page import Mark, Page
from digest.clean.words import bare, is_sentence, word_count
from digest.model import BlockKind, LineReason

END_SIGNS = frozenset({LineReason.FOOTER, LineReason.RELATED, LineReason.LEGAL, LineReason.NEWSLETTER})


def worth(text: str, mark: Mark | None) -> float:
    """How much a line speaks for lying inside the article (more than 0) or outside of it."""
    words = word_count(text)
    if mark in END_SIGNS:
        return -10.0
    if mark:
        return -3.0
    if is_sentence(text):
        return min(words, 60) if words >= 8 else 1.0
    if words >= 25:
        return min(words, 60) * 0.7
    return -4.0 if words > 4 else -3.0


def best_stretch(worths: Sequence[float]) -> tuple[int, int]:
    """The run of lines (half-open) whose worths add up to the most; (0, 0) where nothing is worth anything."""
    best, best_range = 0.0, (0, 0)
    total, start = 0.0, 0
    for i, value in enumerate(worths):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, best_range = total, (start, i + 1)
    return best_range


def region(page: Page) -> Mapping[int, Mark]:
    """Mark the headline, and everything outside the article."""
    start, end = best_stretch([worth(line.text, mark) for line, mark in zip(page.lines, page.marks, strict=True)])
    found: dict[int, Mark] = {}
    head = _headline(page, start)
    if head is not None:
        found[head] = BlockKind.HEADLINE
    for i in range(len(page.lines)):
        if page.marks[i] or i in found:
            continue
        if head is not None and head < i < start:
            found[i] = BlockKind.STANDFIRST if word_count(page.lines[i].text) >= 6 else LineReason.TAG
        elif start <= i < end:
            found[i] = BlockKind.BODY
        else:
            found[i] = LineReason.NAVIGATION if i < start else LineReason.FOOTER
    return found


def _headline(page: Page, start: int) -> int | None:
    """The likeliest headline above the body: repeated from the page's title, or the nearest line of its length."""
    candidates = [
        i for i in range(max(0, start - 60), start) if not page.marks[i] and 3 <= word_count(page.lines[i].text) <= 30
    ]
    if not candidates:
        return None
    title = bare(page.lines[0].text)
    named = [i for i in candidates if i and bare(page.lines[i].text) in title]
    return (named or candidates)[-1]
