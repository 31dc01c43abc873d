"""Join an article that retells another one's report with it: "The Courier reports that …" is no second source.

Only what its first sentences credit counts: deep in an article, another outlet may have told a detail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from digest.compare.sentences import Line
from digest.language import subject
from digest.model import Article, Sources

LEADS = 5  # first sentences of an article


def joined(sources: Sources, articles: Sequence[Article], lines: Sequence[Line]) -> Sources:
    """The sources of a story, of which an article and those that its first sentences credit are one."""
    home = list(sources.independent)
    for one, other in _credited(articles, lines):
        first, second = sorted((home[one], home[other]))
        home = [first if number == second else number for number in home]
    return replace(sources, independent=tuple(home))


def _credited(articles: Sequence[Article], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The pairs of articles, by their places, of which the first names the outlet of the second as reporting."""
    for line in lines:
        if line.place >= LEADS:
            continue
        for number, article in enumerate(articles):
            name = article.publisher.value.name if article.publisher else ""
            pattern = _crediting(name, line.language)
            if number != line.article and pattern is not None and pattern.search(line.excerpt.text):
                yield line.article, number


@cache
def _crediting(name: str, language: str) -> re.Pattern[str] | None:
    """An outlet with a verb of reporting: its name, or the last word of it where that is no word of many names."""
    data = subject(language, "compare").get("retold")
    parts = name.split()
    if not data or not parts or "." in name:
        return None
    names = [" ".join(parts[1:] if parts[0].lower() in data["articles"] else parts)]
    names += [parts[-1]] if parts[-1].lower() not in data["common"] else []
    own, verbs, by = ("|".join(map(re.escape, map(str, part))) for part in (names, data["verbs"], data["by"]))
    return re.compile(rf"\b(?:{own}) (?:{verbs})\b|\b(?:{by}) (?:[^\W\d_]+ ){{0,2}}(?:{own})\b")
