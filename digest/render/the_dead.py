"""Say whether an article tells that somebody is dead, who then could say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from digest.language import subject
from digest.language.tenses import is_past
from digest.language.terms import low_words
from digest.model import Story

WINDOW = 60
"""Characters on either side of a name in which the death may be told."""
LISTED = 160
"""The same, where several who died are listed."""
ENDS = re.compile(r"[.!?;:](?:\s|$)")  # "Roth died. Ito": a full stop


class _Words(NamedTuple):
    """What stands before a dead person's name, with a few words between, and what stands behind it.

    A list of the dead may stand between: "the bodies of the singer Jan Roth, 40, and Ann Ito"; so may "Roth, 40, and
    Ito were among those killed".
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    listed: re.Pattern[str]
    among: re.Pattern[str]


def is_told_dead(names: Iterable[str], story: Story) -> bool:
    """Whether any article tells, right beside one of somebody's names, that he or she died or was killed."""
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)))
    return any(
        _is_dead(article.text[max(0, found.start() - LISTED) : found.start()], article.text[found.end() :], told, lang)
        for article in story.articles
        if (told := _words(lang := article.language))
        for found in pattern.finditer(article.text)
    )


def _is_dead(front: str, back: str, told: _Words, language: str) -> bool:
    """Whether what stands before or behind a name tells that its bearer is dead."""
    front, back = ENDS.split(front)[-1], ENDS.split(back[:LISTED])[0]
    if told.before.search(front[-WINDOW:]) or told.behind.match(back[:WINDOW]):
        return True
    between = [found.group(1) for found in (told.listed.search(front), told.among.match(back)) if found]
    return any(not any(is_past(word, language) for word in low_words(text)) for text in between)


@cache
def _words(language: str) -> _Words | None:
    data = subject(language, "compare").get("dead")
    if not data:
        return None
    keys = ("before", "owned", "verbs", "before_all", "counted", "among")
    before, owned, verbs, before_all, counted, among = (
        "|".join(map(re.escape, data.get(key, ()))) or "(?!)" for key in keys
    )
    return _Words(
        before=re.compile(rf"\b(?:{before}) (?:[\w’'.-]+ ){{0,5}}$", re.IGNORECASE),
        behind=re.compile(rf"(?:['’]s (?:\w+ )?(?:{owned})\b|(?:, [^,]{{1,40}},|,)? (?:{verbs})\b)", re.IGNORECASE),
        listed=re.compile(rf"\b(?:{before_all})\b([^;:“”]*)$", re.IGNORECASE),
        among=re.compile(rf"((?:,| and\b)[^;:“”]*?|) (?:{counted}) (?:[\w-]+ ){{0,3}}(?:{among})\b"),
    )
