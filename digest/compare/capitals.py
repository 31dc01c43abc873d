"""Find the states that one article calls by their capital where another only uses their name: "Kiev", "Ukraine"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from digest.language import subject
from digest.language.terms import plain_words, stem, stems_held
from digest.model import Article, Wording, WordingVariant

EXAMPLES = 3
NEAR = 40  # characters before a capital in which "from" stands
USES = 2  # times that the other article must use the name


def capital_wordings(articles: Sequence[Article]) -> list[Wording]:
    """List states that act under their capital's name in one article, and not once in another that names the state.

    "if Kiev meets its conditions" is the state; "the train from Kiev" is the city.
    """
    wordings = []
    language = articles[0].language if articles else "en"
    held = frozenset().union(*[stems_held(article.text, language=language) for article in articles])
    for name, capitals in _states(language) if not held.isdisjoint(_every_part(language)) else ():
        if not any(held.issuperset(parts) for parts in _parts(capitals, language)):
            continue  # most of two hundred states
        capital, state = _any(capitals), _any((name,))
        named = {a.id: list(capital.finditer(a.text)) if _has_any(a.text, capitals) else [] for a in articles}
        users = {key: hits for key, found in named.items() if (hits := [m for m in found if _acts(m, language)])}
        if not users:
            continue
        texts = {a.id: a.text for a in articles if not named[a.id]}
        others = {key: hits for key, text in texts.items() if len(hits := list(state.finditer(text))) >= USES}
        if others:
            used = users | others
            variants = tuple(_variant(article, used[article.id]) for article in articles if article.id in used)
            wordings.append(Wording(about=f"{name}, the state", variants=variants))
    return wordings


def _acts(city: re.Match[str], language: str) -> bool:
    """Whether a capital acts: "Kiev says", but not "our reporter in Kiev says"."""
    before, acting = _acting(language)
    text, start, end = city.string, city.start(), city.end()
    return acting.match(text, end) is not None and before.search(text, max(0, start - NEAR), start) is None


def _variant(article: Article, hits: Sequence[re.Match[str]]) -> WordingVariant:
    sentences = dict.fromkeys(article.sentence_at(hit.start()) for hit in hits)
    examples = tuple(article.sentence_excerpt(number) for number in islice(sentences, EXAMPLES))
    return WordingVariant(article_id=article.id, phrase=hits[0][1], count=len(hits), examples=examples)


def _any(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b")


def _has_any(text: str, names: Sequence[str]) -> bool:
    return any(name in text for name in names)


@cache
def _parts(capitals: tuple[str, ...], language: str) -> tuple[frozenset[str], ...]:
    """The stems of each capital's name."""
    return tuple(frozenset(stem(word, language=language) for word in plain_words(city)) for city in capitals)


@cache
def _every_part(language: str) -> frozenset[str]:
    """The stems of the names of all capitals."""
    return frozenset().union(*(part for _, capitals in _states(language) for part in _parts(capitals, language)))


@cache
def _acting(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a capital that is a place, and what behind one that acts."""
    data = subject(language, "compare")["wording"]
    at, verbs = (
        "|".join(map(re.escape, map(str, some))) for some in ((*data["at"], *data.get("from", ())), data["acting"])
    )
    return re.compile(rf"\b(?:{at}) \Z"), re.compile(rf" (?:{verbs})\b")


@cache
def _states(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each state with its capitals, where a language has words for what a capital does."""
    if not subject(language, "compare")["wording"].get("acting"):
        return ()
    found = []
    for row in str(subject(language, "countries")["countries"]).splitlines():
        cells = [cell.strip() for cell in row.split("|")]
        if len(cells) < 2 or not cells[1]:
            continue
        capitals = tuple(part.strip() for part in cells[1].split(",") if part.strip() and "." not in part)
        if not capitals or cells[0] in capitals or any(c in cells[0] for c in capitals):
            continue  # "Mexico City", "Singapore"
        found.append((cells[0], capitals))
    return tuple(found)
