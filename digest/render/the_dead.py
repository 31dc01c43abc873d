"""Say whether an article tells that somebody is dead, who then could say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from digest.language import subject
from digest.model import Story

WINDOW = 60
"""Characters on either side of a name in which the death may be told."""
ENDS = re.compile(r"[.!?;:](?:\s|$)")  # "Roth died. Ito": a full stop


def is_told_dead(names: Iterable[str], story: Story) -> bool:
    """Whether any article tells, right beside one of somebody's names, that he or she died or was killed."""
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)))
    for article in story.articles:
        told = _words(article.language)
        if not told:
            continue
        before, behind = told
        for found in pattern.finditer(article.text):
            front = article.text[max(0, found.start() - WINDOW) : found.start()]
            back = article.text[found.end() : found.end() + WINDOW]
            if before.search(ENDS.split(front)[-1]) or behind.match(ENDS.split(back)[0]):
                return True
    return False


@cache
def _words(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What stands before a dead person's name, with a few words between, and what stands behind it."""
    data = subject(language, "compare").get("dead")
    if not data:
        return None
    before, owned, verbs = ("|".join(map(re.escape, data[key])) for key in ("before", "owned", "verbs"))
    return (
        re.compile(rf"\b(?:{before}) (?:[\w’'.-]+ ){{0,5}}$", re.IGNORECASE),
        re.compile(rf"(?:['’]s (?:\w+ )?(?:{owned})\b|(?:, [^,]{{1,40}},|,)? (?:{verbs})\b)", re.IGNORECASE),
    )
