"""Join the persons of several articles: the same name, a surname alone, another spelling of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from digest.compare.joining import NAMED, Seen, join, name_parts
from digest.language import subject
from digest.language.slugs import plain_slug
from digest.model import Excerpt, Findings, Form, Person, Span, StoryPerson


def compare_people(findings: Sequence[Findings], *, language: str = "en") -> tuple[StoryPerson, ...]:
    """List the persons of a story, the one with most articles and mentions first."""
    seen = [
        Seen(order, found.article_id, person, name_parts(person.name, language=language), _other(person, language))
        for order, found in enumerate(findings)
        for person in found.people
    ]
    alone = {(one.order, one.parts) for one in seen if len(one.parts) == 1}
    seen = [one._replace(junior=_is_junior(one, language) and (one.order, one.parts[-1:]) in alone) for one in seen]
    groups = join([s for s in seen if s.parts], language)
    ranked = sorted(groups, key=_importance)
    slugs: Counter[str] = Counter()
    spoken = [quote.excerpt.span for found in findings for quote in found.quotes]
    return tuple(_story_person(group, slugs, spoken) for group in ranked)


def _is_junior(one: Seen, language: str) -> bool:
    """Whether a name says that another of the family has the same one: "Jan Ito Jr."."""
    last = one.person.name.split()[-1].rstrip(".").lower()
    return len(one.parts) > 1 and last in subject(language, "compare")["suffixes"]


def known_names(people: Sequence[StoryPerson]) -> Mapping[str, str]:
    """Map every name and alias, in lower case, to the joined name; an alias of two persons maps to neither."""
    found: dict[str, str] = {}
    unsure: set[str] = set()
    for person in people:
        for alias in (person.name, *person.aliases):
            if found.setdefault(alias.lower(), person.name) != person.name:
                unsure.add(alias.lower())
    for person in people:
        unsure.discard(person.name.lower())
    return {alias: name for alias, name in found.items() if alias not in unsure}


def _other(person: Person, language: str) -> tuple[tuple[str, ...], ...]:
    """The full names of another family name that an article has for a person."""
    parts = {name_parts(name, language=language) for name in _written(person)}
    own = set(name_parts(person.name, language=language))
    return tuple(sorted(name for name in parts if len(name) > 1 and own.isdisjoint(name[1:])))


def _importance(group: Sequence[Seen]) -> tuple[int, int, int, str, int]:
    articles = len({s.order for s in group})
    mentions = sum(len(s.person.mentions) for s in group)
    first = min((m.sentence for s in group for m in s.person.mentions), default=0)
    return (-articles, -mentions, first, max(s.person.name for s in group), min(s.order for s in group))


def _story_person(group: Sequence[Seen], slugs: Counter[str], spoken: Sequence[Span]) -> StoryPerson:
    """Put together what the articles have of one person, without the titles by which quotations call them."""
    members = sorted(group, key=lambda s: s.order)
    name = _name(members)
    named = Counter(mention.excerpt.text for s in members for mention in s.person.mentions if mention.form in NAMED)
    named.update(s.person.name for s in members)
    roles: dict[tuple[str, str], Excerpt] = {}
    first: dict[str, Excerpt] = {}
    counts: Counter[str] = Counter()
    for s in members:
        for role in s.person.roles:
            if " " in role.text or not any(span.covers(role.span) for span in spoken):
                roles.setdefault((s.article_id, role.text.lower()), role)
        for mention in (m for m in s.person.mentions if m.form in NAMED):
            counts[s.article_id] += 1
            known = first.get(s.article_id)
            if known is None or _order(mention.excerpt, name) < _order(known, name):
                first[s.article_id] = mention.excerpt
    order = list(dict.fromkeys(s.article_id for s in members))
    return StoryPerson(
        name=name,
        slug=_slug(name, slugs),
        aliases=tuple(sorted((a for a in named if a != name), key=lambda a: (-named[a], a))),
        roles=tuple(roles.values()),
        mentions=tuple((article, counts[article]) for article in order if counts[article]),
        first=tuple(first[article] for article in order if article in first),
        country=Counter(s.person.country for s in members if s.person.country).most_common(1)[0][0]
        if any(s.person.country for s in members)
        else None,
    )


def _order(excerpt: Excerpt, name: str) -> tuple[bool, Span]:
    """What to sort an article's mentions by: where it has the printed name, that one shows whom it means."""
    return (excerpt.text != name, excerpt.span)


def _name(members: Sequence[Seen]) -> str:
    """The full name that most articles write, of those the fullest: "Andy Lund", where one has "Byron Andrew Lund"."""
    spelled = Counter(name for s in members for name in _written(s.person))
    whole = {name: parts for name in spelled if len(parts := name.split()) > 1} or {name: [name] for name in spelled}
    return min(whole, key=lambda name: (-spelled[name], -len(whole[name]), -len(name), name))


def _written(person: Person) -> set[str]:
    """Every full name that an article writes for a person."""
    named = (" ".join(mention.excerpt.text.split()) for mention in person.mentions if mention.form is Form.NAME)
    return {person.name, *named}


def _slug(name: str, taken: Counter[str]) -> str:
    slug = plain_slug(name) or "person"
    taken[slug] += 1
    return slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
