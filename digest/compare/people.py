"""Join the persons of several articles: the same name, a surname alone, another spelling of it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from digest.compare.bearing import role_heads
from digest.compare.full_names import family_first, nicknames, one_letter_apart
from digest.compare.spellings import (
    is_begun,
    is_misprint,
    is_respelled,
    is_short_given,
    is_shorter,
    is_slip,
    is_spelling,
    is_transliteration,
)
from digest.language import subject
from digest.language.role_words import role_words
from digest.language.slugs import plain_slug
from digest.model import Excerpt, Findings, Form, Person, Span, StoryPerson

NAMED = (Form.NAME, Form.PART)
FEW_NAMES = 2  # up to how many mentions by name a single pronoun tells whether a woman or a man is meant
PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # "O’Neill", "Al-Assad"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A person as one article has them; `order` is the place of the article in the story."""

    order: int
    article_id: str
    person: Person
    parts: tuple[str, ...]
    other: tuple[tuple[str, ...], ...] = ()  # other names that the article tells to be theirs: "also known as"


def compare_people(findings: Sequence[Findings], *, language: str = "en") -> tuple[StoryPerson, ...]:
    """List the persons of a story, the one with most articles and mentions first."""
    seen = [
        _Seen(order, found.article_id, person, name_parts(person.name, language=language), _other(person, language))
        for order, found in enumerate(findings)
        for person in found.people
    ]
    groups = _join([s for s in seen if s.parts], language)
    ranked = sorted(groups, key=_importance)
    slugs: Counter[str] = Counter()
    return tuple(_story_person(group, slugs) for group in ranked)


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


def name_parts(name: str, *, language: str = "en") -> tuple[str, ...]:
    """The parts of a name by which it is compared: lower case, without accents, particles and initials."""
    data = subject(language, "compare")
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    parts = [re.sub(r"['’]s$", "", part) for part in PART.findall(plain)]
    prefixes = tuple(subject(language, "names")["name_prefixes"])
    parts = [part.partition("-")[2] if part.startswith(prefixes) and part[-1] != "-" else part for part in parts]
    core = [p for p in parts if len(p) > 1 and p not in data["suffixes"]]
    if len(core) > 2:
        core = [core[0], *(p for p in core[1:-1] if p not in data["particles"]), core[-1]]
    return tuple(core or parts)


def _other(person: Person, language: str) -> tuple[tuple[str, ...], ...]:
    """The full names of another family name that an article has for a person."""
    named = {" ".join(mention.excerpt.text.split()) for mention in person.mentions if mention.form is Form.NAME}
    parts = {name_parts(name, language=language) for name in named}
    own = set(name_parts(person.name, language=language))
    return tuple(sorted(name for name in parts if len(name) > 1 and own.isdisjoint(name[1:])))


def _join(seen: Sequence[_Seen], language: str) -> list[list[_Seen]]:
    groups: list[list[_Seen]] = []
    for one in sorted((s for s in seen if len(s.parts) > 1), key=lambda s: (-len(s.parts), s.parts, s.order)):
        home = next((g for g in groups if any(_are_one(one, other, language) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    full = list(groups)
    alone: dict[str, list[_Seen]] = {}
    for one in (s for s in seen if len(s.parts) == 1):
        part = one.parts[0]
        families = {o.parts[-1] for o in seen if o.order == one.order and len(o.parts) > 1}
        called = [g for g in full if any(part in _families(o.parts, language) for o in g)]
        homes = called or [g for g in full if _is_first(one, g, families, language)]
        homes = [g for g in homes if not _are_man_and_woman(one, g, language)]
        role = [g for g in homes if _have_role(one, g, language)]
        near = [] if homes else [g for g in full if any(o.order == one.order and _is_slip(one, o, language) for o in g)]
        sure = next((found for found in (homes, role, near) if len(found) == 1), None)
        if sure is not None:
            sure[0].append(one)
        else:
            alone.setdefault(part, []).append(one)
    return [*groups, *(alone[part] for part in sorted(alone))]


def _are_one(one: _Seen, other: _Seen, language: str) -> bool:
    """Whether two full names are one person's, by themselves or because one role is told of both."""
    names = (one.parts, other.parts)
    if other.parts in one.other or one.parts in other.other or _is_ending(one, other, language):
        return True
    if _same_full(*names, language) or is_shorter(*names, language=language) or is_misprint(*names, language=language):
        return True
    spelled = is_spelling(*names, language=language) or is_respelled(*names)
    if spelled and one.order != other.order:
        return True
    if not (is_transliteration(*names) or is_short_given(*names) or is_begun(*names)):
        return False
    roles = [[role_words(role.text, language) for role in seen.person.roles] for seen in (one, other)]
    return any(a.holds(b) or b.holds(a) for a in roles[0] for b in roles[1])


def _is_slip(one: _Seen, other: _Seen, language: str) -> bool:
    """Whether a family name alone is another's, mistyped once in the same article: "Mr. Hallerson", "Hallrson"."""
    once = sum(mention.form in NAMED for mention in one.person.mentions) == 1 and not one.person.roles
    return once and len(other.parts) > 1 and is_slip(one.parts[0], _families(other.parts, language)[-1])


def _are_man_and_woman(one: _Seen, group: Sequence[_Seen], language: str) -> bool:
    """Whether "she" is said of the one and "he" of the other; a single pronoun of one often named may be another's."""
    genders = {str(word).lower(): str(gender) for word, gender in subject(language, "names")["pronouns"].items()}
    told = [
        Counter(
            genders.get(mention.excerpt.text.lower(), "")
            for seen in people
            for mention in seen.person.mentions
            if mention.form is Form.PRONOUN
        )
        for people in ([one], [other for other in group if len(other.parts) > 1])
    ]
    if not all(told) or set(told[0]) & set(told[1]):
        return False
    named = sum(mention.form in NAMED for mention in one.person.mentions)
    unsure = told[0].total() == 1 and (named > FEW_NAMES or _have_role(one, group, language))
    return len(told[0]) == len(told[1]) == 1 and not unsure


def _have_role(one: _Seen, group: Sequence[_Seen], language: str) -> bool:
    """Whether a person has a role in common with one of the group: "President Ito", "Joanna Ito, the president"."""
    heads = role_heads(one.person.roles, language=language)
    return any(heads & role_heads(other.person.roles, language=language) for other in group if len(other.parts) > 1)


def _is_ending(one: _Seen, other: _Seen, language: str) -> bool:
    """Whether one name is the whole family name of the other: "Bin Ito", "Ann bin Ito"."""
    short, long = sorted((one.person.name.lower().split(), other.person.name.lower().split()), key=len)
    particle = short[0] in subject(language, "compare")["particles"]
    return particle and 1 < len(short) < len(long) and long[-len(short) :] == short


def _is_first(one: _Seen, group: Sequence[_Seen], families: Set[str], language: str) -> bool:
    """Whether a word alone stands for a full name of another article as its first part.

    A given name does only where an article that has the full name calls the person so, too, or where its own article
    names somebody of that family: a Sergei whose family name nobody tells is not Sergei Ito. "Elizabeth II" is not
    Elizabeth Ito.
    """
    numbered = one.person.name.split()[-1].lower() in subject(language, "compare")["suffixes"]
    whole = [other for other in group if len(other.parts) > 1 and other.parts[0] == one.parts[0]]
    if numbered or not whole:
        return False
    if one.parts[0] in family_first(language):
        return True
    called = {mention.excerpt.text.lower() for other in group for mention in other.person.mentions}
    family = any(other.parts[-1] in families for other in whole)
    return (one.parts[0] in called or family) and not one.person.roles


def _families(parts: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The parts of a full name that may stand for it: the last one, and where there are two family names the first."""
    return parts[-2:] if _surnames(language) > 1 and len(parts) > 2 else parts[-1:]


def _same_full(one: tuple[str, ...], other: tuple[str, ...], language: str) -> bool:
    """Whether two full names are one: "George Bush" and "George W. Bush", "Sergei Lavrov" and "Sergey Lavrov"."""
    if one == other or set(one) == set(other):
        return True
    short, long = sorted((one, other), key=len)
    if _surnames(language) > 1 and len(short) > 1 and long[: len(short)] == short:
        return True  # "Ana Ruiz", "Ana Ruiz Soler"
    if one[-1] != other[-1]:
        return False
    first, second = one[0], other[0]
    return (
        first == second
        or nicknames(language).get(first, first) == nicknames(language).get(second, second)
        or (first[:2] == second[:2] and min(len(first), len(second)) >= 4 and one_letter_apart(first, second))
    )


def _surnames(language: str) -> int:
    """How many family names people have, of which later mentions use the first."""
    return int(subject(language, "compare").get("surnames", 1))


def _importance(group: Sequence[_Seen]) -> tuple[int, int, int, str, int]:
    articles = len({s.order for s in group})
    mentions = sum(len(s.person.mentions) for s in group)
    first = min((m.sentence for s in group for m in s.person.mentions), default=0)
    return (-articles, -mentions, first, max(s.person.name for s in group), min(s.order for s in group))


def _story_person(group: Sequence[_Seen], slugs: Counter[str]) -> StoryPerson:
    members = sorted(group, key=lambda s: s.order)
    name = _name(members)
    named = Counter(mention.excerpt.text for s in members for mention in s.person.mentions if mention.form in NAMED)
    named.update(s.person.name for s in members)
    roles: dict[tuple[str, str], Excerpt] = {}
    first: dict[str, Excerpt] = {}
    counts: Counter[str] = Counter()
    for s in members:
        for role in s.person.roles:
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


def _name(members: Sequence[_Seen]) -> str:
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
