"""The organizations and places that stories are about: those that at least half of a story's articles name.

What is named once in a story, or only by the fewer of its articles, is mentioned there and no more: a paper that is
quoted, the capital from which somebody writes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.model import Findings, InStory, Organization, Story, Subject, SubjectKind

TWICE = 2  # times that a story has to name something


class _Named(NamedTuple):
    """Something that an article names: the key by which it is the same elsewhere, its name, and how often."""

    key: str
    name: str
    times: int


def organizations(stories: Sequence[Story]) -> Iterable[Subject]:
    """Organizations by their names. A short form is one with the only long name that articles give it.

    A name without a capital is left out: "the foreign ministry" is another one in another country.
    """
    full = _long_names(o for s in stories for f in s.findings for o in f.organizations)

    def named(findings: Findings) -> Iterable[_Named]:
        for one in findings.organizations:
            if any(letter.isupper() for letter in one.name):
                key = full.get(_bare(one.name), one.name.casefold())
                yield _Named(key, one.name, len(one.mentions))

    return _subjects(stories, SubjectKind.ORGANIZATION, named)


def places(stories: Sequence[Story]) -> Iterable[Subject]:
    """Places by their names."""

    def named(findings: Findings) -> Iterable[_Named]:
        return (_Named(one.name.casefold(), one.name, len(one.mentions)) for one in findings.places)

    return _subjects(stories, SubjectKind.PLACE, named)


def _long_names(found: Iterable[Organization]) -> Mapping[str, str]:
    """The long names of short forms that stand for one organization alone."""
    long: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.acronym and _bare(one.acronym) != _bare(one.name):
            long[_bare(one.acronym)].add(one.name.casefold())
    return {short: next(iter(names)) for short, names in long.items() if len(names) == 1}


def _bare(short: str) -> str:
    return short.replace(".", "").casefold()


def _subjects(
    stories: Sequence[Story], kind: SubjectKind, named: Callable[[Findings], Iterable[_Named]]
) -> Iterable[Subject]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, list[InStory]] = defaultdict(list)
    for story in stories:
        where: dict[str, dict[str, int]] = defaultdict(dict)
        for article, findings in zip(story.articles, story.findings, strict=True):
            for one in named(findings):
                where[one.key][article.id] = where[one.key].get(article.id, 0) + one.times
                forms[one.key][one.name] += 1
        for key, times in where.items():
            if 2 * len(times) >= len(story.articles) and sum(times.values()) >= TWICE:
                found[key].append(InStory(story=story.id, articles=tuple(times)))
    for key, stories_of in found.items():
        longest = min(forms[key], key=lambda form: (form.casefold() != key, -forms[key][form], form))
        yield Subject(kind=kind, name=longest, stories=tuple(stories_of))
