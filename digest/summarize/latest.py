"""Find the newest article's own news, where a summary tells only of days before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.language.addresses import day_of
from digest.model import Article, Excerpt
from digest.summarize.candidates import Candidate
from digest.summarize.sameness import Likeness, say_same

AFTER = 2  # days by which it is newer than all that the summary tells
LEADS = 2  # first sentences of it that tell its news


def latest(kept: Mapping[int, Sequence[Excerpt]], pool: Sequence[Candidate], articles: Sequence[Article]) -> int | None:
    """The sentence that tells the newest article's news, where none is `kept` or cited of the days near to it.

    "The council debates the bridge." (9 May) needs "The council has voted." (13 May)
    """
    day = {a.id: known.toordinal() for a in articles if (known := day_of(a))}
    newest = max(day.values(), default=0)
    told = {excerpt.span.article_id for i, also in kept.items() for excerpt in (pool[i].excerpt, *also)}
    if not told or any(day.get(name, newest) > newest - AFTER for name in told):
        return None
    for i, one in enumerate(pool):
        if day.get(one.excerpt.span.article_id) != newest or one.place >= LEADS or not one.usable or one.lean:
            continue
        if not say_same(Likeness([one], [pool[j] for j in kept])).any():
            return i
    return None
