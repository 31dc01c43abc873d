"""Find a family name alone in the articles that name its bearer in no other way: "attacks on Obama" beside "Mr. Obama".

An article by itself cannot tell whose a bare name is, or whether it is one at all; the other articles of its story can.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.language import subject
from digest.model import Article, Excerpt, Findings, StoryPerson

SHORTEST = 4  # letters of a name that is looked for
SURELY = 2  # mentions elsewhere that make sure that the name is a person's
BEFORE = re.compile(r"([^\W\d_][\w'’-]*)[ \t]+$")
BEHIND = re.compile(r"[ \t]+[A-Z]|-\w|-$")
NEAR = 40  # characters before a name in which the word before it stands


def add_bare_names(
    people: Sequence[StoryPerson], articles: Sequence[Article], findings: Sequence[Findings]
) -> tuple[StoryPerson, ...]:
    """Add the mentions by family name alone to the people of a story, in the articles that do not have them yet."""
    bearers = Counter(word for one in people for word in {w for name in _names(one) for w in name.split()})
    return tuple(
        _with_bare(one, word, articles, findings) if (word := _called(one)) and bearers[word] == 1 else one
        for one in people
    )


def _names(person: StoryPerson) -> tuple[str, ...]:
    return (person.name, *person.aliases)


def _called(person: StoryPerson) -> str | None:
    """The word by which the articles call a person later on: the last of the name, where it stands alone, too."""
    word = person.name.split()[-1]
    alone = word in _names(person) and len(word) >= SHORTEST and word.isalpha() and word[0].isupper()
    return word if alone and sum(number for _, number in person.mentions) >= SURELY else None


def _with_bare(
    person: StoryPerson, word: str, articles: Sequence[Article], findings: Sequence[Findings]
) -> StoryPerson:
    known = {article for article, _ in person.mentions}
    found: dict[str, list[Excerpt]] = {}
    for article, told in zip(articles, findings, strict=True):
        if article.id not in known:
            found[article.id] = list(_bare(word, article, told))
    found = {article: excerpts for article, excerpts in found.items() if excerpts}
    if not found:
        return person
    counts = dict(person.mentions) | {article: len(excerpts) for article, excerpts in found.items()}
    first = {excerpt.span.article_id: excerpt for excerpt in person.first}
    first |= {article: excerpts[0] for article, excerpts in found.items()}
    order = [article.id for article in articles]
    return replace(
        person,
        mentions=tuple((article, counts[article]) for article in order if article in counts),
        first=tuple(first[article] for article in order if article in first),
    )


def _bare(word: str, article: Article, told: Findings) -> Iterator[Excerpt]:
    """Where a word stands alone and can be nobody else's, no body's and no place's."""
    names, places = subject(article.language, "names"), _words(subject(article.language, "compare").get("standing_in"))
    common = _words(names.get("function_words", ""))
    if not places or word.lower() in _words(names.get("ordinary_words", "")) | common:
        return
    others = (*(p.mentions for p in told.people), *(o.mentions for o in told.organizations))
    taken = [m.excerpt.span for mentions in (*others, *(p.mentions for p in told.places)) for m in mentions]
    found = [match.span() for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w])", article.text)]
    if any(span.start < end and start < span.end for span in taken for start, end in found):
        return  # it is a part of another name
    free = []
    for start, end in found:
        before = BEFORE.search(article.text, max(0, start - NEAR), start)
        last = before[1] if before else ""
        if last.lower() in places:
            return  # "in Clinton"
        alone = not last[:1].isupper() or last.lower() in common
        if alone and not BEHIND.match(article.text, end):
            free.append(article.excerpt(start, end))
    yield from free


def _words(value: object) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset(value.replace(",", " ").split())
    return frozenset(map(str, value)) if isinstance(value, list | tuple) else frozenset()
