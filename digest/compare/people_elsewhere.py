"""Find the people whom one article knows in the others: "Clover Ito", and "attacks on Holm" beside "Mr. Holm".

An article by itself cannot always tell that words are a name, or whose a bare family name is; the other articles of its
story can.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from digest.compare.joining import name_parts
from digest.compare.spellings import is_respelled
from digest.language import subject
from digest.model import Article, Excerpt, Findings, Span, StoryPerson

LONGEST = 200  # characters of a name
SHORTEST = 4  # letters of a name that is looked for
SHORT = 2  # words of a name that cannot be written shorter, and letters of one that says too little
SURELY = 2  # mentions elsewhere that make sure that the name is a person's
FAMILY = re.compile(r"(?:[a-z]+-)?[A-Z]\w+")
BEFORE = re.compile(r"([^\W\d_][\w'’-]*)[ \t]+$")
BEHIND = re.compile(r"[ \t]+[A-Z]|-\w|-$")
NEXT = re.compile(r"[ \t]+[^\W\d_]+")
KIN = re.compile(r"[ \t]+([^\W\d_]+|&)[ \t]+[A-Z][\w’'-]+[ \t]+([A-Z][\w’-]*\w)(?!\w)")
NEAR = 40  # characters before a name in which the word before it stands


def add_elsewhere(
    people: Sequence[StoryPerson], articles: Sequence[Article], findings: Sequence[Findings]
) -> tuple[StoryPerson, ...]:
    """Add the mentions that only the other articles of a story tell to be somebody's.

    A full name is looked for in every article, a family name alone in those that had nobody of that name.
    """
    bearers = Counter(word for one in people for word in {w for name in _names(one) for w in name.split()})
    forms = [_full_forms(one) for one in people]
    shared = Counter(form for own in forms for form in own)
    taken = {told.article_id: _taken(told) for told in findings}
    bodies = [body.name for told in findings for body in told.organizations]
    places = [place.name for told in findings for place in told.places]
    others = {word for name in (*bodies, *places) for word in name.split()}
    whole = []
    for one, own in zip(people, forms, strict=True):
        alone = [form for form in own if shared[form] == 1]
        found = {
            article.id: [
                *_whole([*alone, *_respelled(alone, article)], article, taken[article.id]),
                *_before_kin(alone, article, taken[article.id]),
            ]
            for article in articles
        }
        word = _called(one, others)
        if word and bearers[word] == 1:
            known = {article for article, _ in one.mentions}
            for article in articles:
                if word in article.text and article.id not in known:
                    bare = _bare(word, article, taken[article.id], found[article.id])
                    if word in _names(one) or not any(_leads(excerpt, article) for excerpt in bare):
                        found[article.id] += bare
        whole.append(_with(one, found, articles))
    return tuple(whole)


def _full_forms(person: StoryPerson) -> tuple[str, ...]:
    """The names of two words and more, and the first with the last word of the longest, the longest first."""
    forms = {name for name in _names(person) if len(name.split()) > 1 and name[0].isupper() and name[-1].isalpha()}
    words = person.name.split()
    if len(words) > SHORT and person.name in forms and min(len(words[0]), len(words[-1])) > SHORT:
        forms.add(f"{words[0]} {words[-1]}")
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _respelled(forms: Sequence[str], article: Article) -> Iterator[str]:
    """Other spellings that an article has of the names of two words: "Omar al-Kalahiri" for "Omar al-Kalahri"."""
    for form in forms:
        given, *family = form.split()
        if len(family) != 1 or len(own := name_parts(form, language=article.language)) != SHORT:
            continue
        start = article.text.find(f"{given} ")
        while start >= 0:
            other = FAMILY.match(article.text, start + len(given) + 1)
            if other and other[0] != family[0] and not article.text[start - 1 : start].isalnum():
                name = article.text[start : other.end()]
                if is_respelled(name_parts(name, language=article.language), own):
                    yield name
            start = article.text.find(f"{given} ", start + 1)


def _taken(told: Findings) -> list[Span]:
    """Where an article names somebody or something already, in the order of the text."""
    others = (*(p.mentions for p in told.people), *(o.mentions for o in told.organizations))
    return sorted(m.excerpt.span for mentions in (*others, *(p.mentions for p in told.places)) for m in mentions)


def _is_free(start: int, end: int, taken: Sequence[Span]) -> bool:
    low, high = (bisect_left(taken, place, key=lambda span: span.start) for place in (start - LONGEST, end))
    return all(span.end <= start for span in taken[low:high])


def _whole(forms: Sequence[str], article: Article, taken: Sequence[Span]) -> Iterator[Excerpt]:
    """Where a full name stands that is no part of another name."""
    found: list[tuple[int, int]] = []
    for form in forms:
        start = article.text.find(form)
        while start >= 0:
            end = start + len(form)
            before, behind = article.text[start - 1 : start], article.text[end : end + 1]
            whole = not (before.isalnum() or before == "-" or behind.isalnum()) and not BEHIND.match(article.text, end)
            free = whole and not any(first < end and start < last for first, last in found)
            if free and _is_free(start, end, taken):
                found.append((start, end))
            start = article.text.find(form, end)
    yield from (article.excerpt(start, end) for start, end in sorted(found))


def _before_kin(forms: Sequence[str], article: Article, taken: Sequence[Span]) -> Iterator[Excerpt]:
    """Where a given name stands whose family name follows another's of the family: "*Ada* and Jan Ito"."""
    joints = _words(article.language, "compare", "joints")
    common = _words(article.language, "names", "function_words")
    for form in forms:
        given, *_, family = form.split()
        start = article.text.find(f"{given} ") if joints else -1
        while start >= 0:
            end = start + len(given)
            kin = KIN.match(article.text, end)
            before = BEFORE.search(article.text, max(0, start - NEAR), start)
            begins = not before or before[1][0].islower() or before[1].lower() in common
            whole = begins and (not start or article.text[start - 1].isspace())
            if whole and kin and kin[1] in joints and kin[2] == family and _is_free(start, end, taken):
                yield article.excerpt(start, end)
            start = article.text.find(f"{given} ", end)


def _names(person: StoryPerson) -> tuple[str, ...]:
    return (person.name, *person.aliases)


def _called(person: StoryPerson, others: Set[str]) -> str | None:
    """The word by which articles call a person later on: the last of the name, where it stands alone, too.

    Else that of a full name which is no part of another's, a body's or a place's.
    """
    *before, word = person.name.split()
    if len(word) < SHORTEST or not word.isalpha() or not word[0].isupper():
        return None
    if word in _names(person):
        return word if sum(number for _, number in person.mentions) >= SURELY else None
    return word if before and word not in others else None


def _with(person: StoryPerson, found: Mapping[str, Sequence[Excerpt]], articles: Sequence[Article]) -> StoryPerson:
    if not any(found.values()):
        return person
    counts = Counter(dict(person.mentions))
    first = {excerpt.span.article_id: excerpt for excerpt in person.first}
    for article, excerpts in found.items():
        counts[article] += len(excerpts)
        if excerpts:
            known = first.get(article)
            whole = (*excerpts, *([known] if known else []))
            first[article] = min(whole, key=lambda e: (e.text != person.name, e.span))
    order = [article.id for article in articles]
    return replace(
        person,
        mentions=tuple((article, counts[article]) for article in order if counts[article]),
        first=tuple(first[article] for article in order if article in first),
    )


def _bare(word: str, article: Article, taken: Sequence[Span], whole: Sequence[Excerpt]) -> list[Excerpt]:
    """Where a word stands alone, outside the whole names, and can be nobody else's, no body's and no place's."""
    places = _words(article.language, "compare", "standing_in")
    common, ordinary = (_words(article.language, "names", key) for key in ("function_words", "ordinary_words"))
    if not places or word.lower() in common or word.lower() in ordinary:
        return []
    found = [match.span() for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w])", article.text)]
    if any(span.start < end and start < span.end for span in taken for start, end in found):
        return []  # it is a part of another name
    free = []
    for start, end in found:
        if any(excerpt.span.start < end and start < excerpt.span.end for excerpt in whole):
            continue
        before = BEFORE.search(article.text, max(0, start - NEAR), start)
        last = before[1] if before else ""
        if last.lower() in places:
            return []  # "in Clinton"
        alone = not last[:1].isupper() or last.lower() in common
        if alone and not BEHIND.match(article.text, end):
            free.append(article.excerpt(start, end))
    return free


def _leads(bare: Excerpt, article: Article) -> bool:
    """Whether a word belongs to the next one, and so may be of another of the family: "the *Clinton* campaign"."""
    behind = NEXT.match(article.text, bare.span.end)
    return behind is not None and behind[0].strip().lower() not in _words(article.language, "names", "function_words")


@cache
def _words(language: str, name: str, key: str) -> frozenset[str]:
    value = subject(language, name).get(key, ())
    if isinstance(value, str):
        return frozenset(value.replace(",", " ").split())
    return frozenset(map(str, value)) if isinstance(value, list | tuple) else frozenset()
