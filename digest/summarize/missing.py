"""Find what a sentence speaks of as if it were known: a definite noun that nothing introduces, a day without a date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.language import subject
from digest.language.introduced import not_introduced
from digest.language.relative_days import relative_day
from digest.language.terms import content_stems, stem
from digest.model import Article, BlockKind, Sentence


def told_first(article: Article, body: Sequence[Sentence]) -> frozenset[str]:
    """The stems that the headline of an article and the first sentence of its body have."""
    first = [*(s for s in article.sentences if s.kind is not BlockKind.BODY), *body[:1]]
    texts = (article.text[sentence.start : sentence.end] for sentence in first)
    return frozenset(term for text in texts for term in content_stems(text, language=article.language))


def missing_in(text: str, told: frozenset[str], article: Article) -> str:
    """A relative day of an article without a date, or the stem of the first definite noun that nothing introduces.

    "Tomorrow the bridge will close." -> "tomorrow", if nobody knows when that was written
    "Holm left the barge." -> "barg", if that is not among what is `told` first
    """
    if day := unknown_day(text, article):
        return day
    language = article.language
    article_, _, noun = not_introduced(text, told, language=language).rpartition(" ")
    return stem(noun, language=language) if article_ else ""


def unknown_day(text: str, article: Article) -> str:
    """The first relative day of a text, "tomorrow", if its article has no date; else nothing."""
    return "" if article.published else relative_day(text, language=article.language)


def is_somebody(missing: str, language: str) -> bool:
    """Whether what is missing is a person: "the editor" is one, "the barge" is none."""
    return missing in _people(language)


@cache
def _people(language: str) -> frozenset[str]:
    """The stems of the words for what somebody is."""
    roles = str(subject(language, "titles").get("roles", "")).split()
    persons = subject(language, "summarize").get("introduced", {}).get("persons", ())
    return frozenset(stem(str(word), language=language) for word in (*roles, *persons))
