"""Find the people whose role the articles name with different nouns, and the places that they spell differently."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations, product

from digest.language import subject
from digest.language.role_words import role_words
from digest.language.terms import content_stems, function_words, stem, words
from digest.model import Article, Excerpt, StoryPerson, Wording, WordingVariant

EXAMPLES = 3


def role_wordings(people: Sequence[StoryPerson], *, language: str = "en") -> list[Wording]:
    """List people whom two articles give roles with different nouns and a word in common ("envoy", "ambassador")."""
    found = []
    for person in people:
        roles: dict[str, list[Excerpt]] = {}
        for role in person.roles:
            if _is_label(role.text, language):
                roles.setdefault(role.span.article_id, []).append(role)
        pairs = [pair for pair in combinations(roles, 2) if _differ(roles[pair[0]], roles[pair[1]], language)]
        if pairs:
            variants = tuple(
                WordingVariant(
                    article_id=article,
                    phrase=_bare(given[0].text, language),
                    count=len(given),
                    examples=tuple(given[:EXAMPLES]),
                )
                for article, given in roles.items()
                if any(article in pair for pair in pairs)
            )
            found.append(Wording(about=person.name, variants=variants))
    return found


def _is_label(role: str, language: str) -> bool:
    """Whether a role is one noun with what describes it: not "president carried Colorado"."""
    before = _before_link(role, language)
    return bool(before) and (before[-1].islower() or not any(word.islower() for word in before[1:]))


def _differ(one: Sequence[Excerpt], other: Sequence[Excerpt], language: str) -> bool:
    first = {_title(s, language) for role in one for s in content_stems(role.text, language=language)}
    second = {_title(s, language) for role in other for s in content_stems(role.text, language=language)}
    heads = {_head(role.text, language) for role in one}
    others = {_head(role.text, language) for role in other}
    apart = bool(first & second) and not heads & second and not others & first and "" not in heads | others
    return apart and not _have_one(one, other, language)


def _have_one(one: Sequence[Excerpt], other: Sequence[Excerpt], language: str) -> bool:
    """Whether two articles word one role: "prosecuting attorney for Bern", "Bern prosecutor"."""
    read = [[role_words(role.text, language) for role in roles] for roles in (one, other)]
    return any(a.holds(b) or b.holds(a) for a, b in product(*read))


def _before_link(role: str, language: str) -> list[str]:
    """The words of a role up to "of" or "to": "minister of justice" -> minister."""
    links = subject(language, "compare")["role_links"]
    before: list[str] = []
    for word in words(role):
        if before and word.text.lower() in links:
            break
        before.append(word.text)
    return before


def _head(role: str, language: str) -> str:
    """The noun of a role: the last word before "of" or "to"."""
    before = _before_link(role, language)
    return _title(stem(before[-1], language=language), language) if before else ""


def _title(base: str, language: str) -> str:
    """The first form in the table of a title that has several: "senator" -> "sen"."""
    return _titles(language).get(base, base)


@cache
def _titles(language: str) -> Mapping[str, str]:
    return {
        stem(str(form), language=language): str(row[0])
        for row in subject(language, "compare")["titles"]
        for form in row
    }


def _bare(role: str, language: str) -> str:
    """A role without "a" or "his" before it."""
    skip = function_words(language)
    first = next((word for word in words(role) if word.text.lower() not in skip), None)
    return " ".join(role[first.start :].split()) if first else role


def spelling_wordings(articles: Sequence[Article]) -> list[Wording]:
    """List places of which one article has one spelling only, and another article another one only."""
    found = []
    whole = "\n".join(article.text for article in articles)
    for row, pattern in _spellings(articles[0].language if articles else "en"):
        if sum([name in whole for name in row]) < 2:
            continue
        uses = [_uses(article, pattern) for article in articles]
        chosen = [next(iter(use)) if len(use) == 1 else None for use in uses]
        if len({name for name in chosen if name}) < 2:
            continue
        variants = tuple(
            WordingVariant(
                article_id=article.id, phrase=name, count=len(use[name]), examples=tuple(use[name][:EXAMPLES])
            )
            for article, name, use in zip(articles, chosen, uses, strict=True)
            if name
        )
        found.append(Wording(about=variants[0].phrase, variants=variants))
    return found


def _uses(article: Article, pattern: re.Pattern[str]) -> dict[str, list[Excerpt]]:
    found: dict[str, list[Excerpt]] = {}
    for match in pattern.finditer(article.text):
        found.setdefault(match.group(), []).append(article.sentence_excerpt(article.sentence_at(match.start())))
    return found


@cache
def _spellings(language: str) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The rows of the table, and a pattern for each, the longest first: "North Macedonia" before "Macedonia"."""
    rows = [tuple(sorted(map(str, row), key=len, reverse=True)) for row in subject(language, "compare")["spellings"]]
    return tuple((row, re.compile(r"\b(?:" + "|".join(map(re.escape, row)) + r")\b")) for row in rows)
