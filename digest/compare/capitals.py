"""Find the states that one article calls by their capital where another only uses their name: "Kiev", "Ukraine"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from digest.language import subject
from digest.model import Article, Excerpt, Wording, WordingVariant

EXAMPLES = 3
USES = 2  # times that the other article must use the name


def capital_wordings(articles: Sequence[Article]) -> list[Wording]:
    """List states that act under their capital's name in one article, and not once in another that names the state.

    "if Kiev meets its conditions" is the state; "the train from Kiev" is the city.
    """
    found = []
    for name, capitals, acting in _states(articles[0].language if articles else "en"):
        if not any(city in article.text for article in articles for city in capitals):
            continue  # most of two hundred states
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
def _states(language: str) -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Each state with its capitals, and the pattern of a capital that acts."""
    verbs = subject(language, "compare")["wording"].get("acting", ())
    if not verbs:
        return ()
    at = (*subject(language, "compare")["wording"]["at"], *subject(language, "compare")["wording"].get("from", ()))
    city = "".join(rf"(?<!\b{re.escape(str(word))} )" for word in at)  # "our reporter in Kiev says"
    found = []
    for row in str(subject(language, "countries")["countries"]).splitlines():
        cells = [cell.strip() for cell in row.split("|")]
        if len(cells) < 2 or not cells[1]:
            continue
        capitals = tuple(part.strip() for part in cells[1].split(",") if part.strip() and "." not in part)
        if not capitals or cells[0] in capitals or any(c in cells[0] for c in capitals):
            continue  # "Mexico City", "Singapore"
        names = "|".join(map(re.escape, capitals))
        acting = rf"\b{city}({names})\b (?:{'|'.join(map(re.escape, verbs))})\b"
        found.append((cells[0], capitals, re.compile(acting)))
    return tuple(found)
