"""Find the states that one article calls by their capital where another only uses their name: "Kiev", "Ukraine"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from digest.language import subject
from digest.model import Article, Excerpt, Wording, WordingVariant

PART = re.compile(r"\w+")  # of a name: "Port", "Sand"
EXAMPLES = 3
USES = 2  # times that the other article must use the name


def capital_wordings(articles: Sequence[Article]) -> list[Wording]:
    """List states that act under their capital's name in one article, and not once in another that names the state.

    "if Kiev meets its conditions" is the state; "the train from Kiev" is the city.
    """
    found = []
    language = articles[0].language if articles else "en"
    held = {word for article in articles for word in PART.findall(article.text)}
    for name, capitals in _states(language):
        if not any(held.issuperset(parts) for parts in _parts(capitals)):
            continue  # most of two hundred states
        acting = _acting(capitals, language)
        capital, state = _any(capitals), _any((name,))
        users = [(a, hits) for a in articles if (hits := list(_sentences(a, acting)))]
        others = [
            (a, hits)
            for a in articles
            if not capital.search(a.text) and len(hits := list(_sentences(a, state))) >= USES
        ]
        if users and others:
            variants = [
                *((a.id, acting.search(a.text), hits) for a, hits in users),
                *((a.id, state.search(a.text), hits) for a, hits in others),
            ]
            order = [a.id for a in articles]
            found.append(
                Wording(
                    about=f"{name}, the state",
                    variants=tuple(
                        WordingVariant(
                            article_id=key,
                            phrase=match[1] if match else name,
                            count=len(hits),
                            examples=tuple(dict.fromkeys(hits))[:EXAMPLES],
                        )
                        for key, match, hits in sorted(variants, key=lambda v: order.index(v[0]))
                    ),
                )
            )
    return found


def _sentences(article: Article, pattern: re.Pattern[str]) -> Iterator[Excerpt]:
    for match in pattern.finditer(article.text):
        yield article.sentence_excerpt(article.sentence_at(match.start(1)))


def _any(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b")


@cache
def _parts(capitals: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(PART.findall(city)) for city in capitals)


@cache
def _acting(capitals: tuple[str, ...], language: str) -> re.Pattern[str]:
    """The pattern of a capital that acts: "Kiev says", but not "our reporter in Kiev says"."""
    data = subject(language, "compare")["wording"]
    city = "".join(rf"(?<!\b{re.escape(str(word))} )" for word in (*data["at"], *data.get("from", ())))
    names, verbs = ("|".join(map(re.escape, some)) for some in (capitals, data["acting"]))
    return re.compile(rf"\b{city}({names})\b (?:{verbs})\b")


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
