"""Tell who of one story is who of another. A wrong join costs more than a missing one.

1. Whom an editor knows (`StoryPerson.known`) is one person, whatever the name.
2. The same full name is one person, unless signs differ: then those belong together who have a role, or else a
   country, in common; if nearly all stories speak of one of them, so do those that give no sign.
3. Other forms of a name join as `digest/compare/other_forms.py` says, if nothing speaks against it.

All of it looks at everybody at once, so that the order of the stories does not matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.compare.bearing import bearing_of, clash, together
from digest.compare.connecting import connected
from digest.compare.full_names import FullName, full_name
from digest.compare.other_forms import FORMS, NEARLY_ALL
from digest.compare.person_groups import Group, Seen, group_of
from digest.compare.person_slugs import give_slugs
from digest.config.people import KnownPerson
from digest.language import ENGLISH
from digest.model import ProjectPerson, Story


def resolve_people(
    stories: Sequence[Story], *, known: Sequence[KnownPerson] = ()
) -> tuple[tuple[Story, ...], tuple[ProjectPerson, ...]]:
    """The stories with an address for each of their people, the same for the same person; and all people by address."""
    groups = _joined(_same_names(_seen(stories, known)))
    people = give_slugs([[(stories[one.story], one.person) for one in group.seen] for group in groups])
    slugs = {(one.story, one.place): p.slug for group, p in zip(groups, people, strict=True) for one in group.seen}
    return (
        tuple(_addressed(story, number, slugs) for number, story in enumerate(stories)),
        tuple(sorted(people, key=lambda person: person.slug)),
    )


def _addressed(story: Story, number: int, slugs: Mapping[tuple[int, int], str]) -> Story:
    people = tuple(replace(person, slug=slugs[number, place]) for place, person in enumerate(story.comparison.people))
    return replace(story, comparison=replace(story.comparison, people=people))


def _seen(stories: Sequence[Story], known: Sequence[KnownPerson]) -> Iterable[Seen]:
    bare = {person.name: person.bare for person in known}
    tells = {person.name for person in known if person.label or not person.where}  # the printed name alone
    for number, story in enumerate(stories):
        language = story.articles[0].language if story.articles else ENGLISH
        for place, person in enumerate(story.comparison.people):
            entry = person.known or (person.name if person.name in tells else "")
            written = bare.get(entry, person.name)
            name = full_name(written, language=language) or FullName("", (), written)
            yield Seen(number, place, replace(person, known=entry), name, bearing_of(person, story), language)


def _same_names(seen: Iterable[Seen]) -> list[Group]:
    """People by their names, those of one name parted by what is told of them."""
    named: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    groups: list[Group] = []
    for one in seen:
        if one.person.known:
            named[one.person.known, ""].append(one)
        elif one.name.is_alone:
            groups.append(group_of([one]))
        else:
            named["", one.name.key].append(one)
    for (known, _), same in named.items():
        groups += [group_of(part, known) for part in ([same] if known else _parted(same))]
    return groups


def _parted(same: Sequence[Seen]) -> list[list[Seen]]:
    """The people of one name: one, unless what is told of them does not fit together."""
    signed = [one for one in same if one.bearing.tokens]
    unsigned = [one for one in same if not one.bearing.tokens]
    parts = [[signed[n] for n in part] for part in connected([sorted(one.bearing.tokens) for one in signed])]
    whole = [together(one.bearing for one in part) for part in parts]
    numbers = range(len(parts))
    language = min(one.language for one in same)
    clashes = {(i, j) for i in numbers for j in numbers if i != j and clash(whole[i], whole[j], language=language)}
    if not clashes:
        return [list(same)]
    stories = {i: len({one.story for one in parts[i]}) for i, _ in clashes}
    main = max(sorted(stories), key=lambda i: stories[i])
    if stories[main] < NEARLY_ALL * (sum(stories.values()) - stories[main]):
        return [*parts, *([one] for one in unsigned)]
    others = [i for i in numbers if (main, i) in clashes]
    rest = [one for i in numbers if i != main and i not in others for one in parts[i]]
    return [[*parts[main], *rest, *unsigned], *(parts[i] for i in others)]


def _joined(groups: Sequence[Group]) -> Sequence[Group]:
    """Other forms of one name joined: fuller ones, then other spellings, then single words."""
    for form in FORMS:
        tokens: list[list[str]] = [[] for _ in groups]
        for edge in form(groups):
            for end in edge:
                tokens[end].append(f"{min(edge)} {max(edge)}")
        groups = [group for part in connected(tokens) for group in _one_of([groups[n] for n in part])]
    return groups


def _one_of(forms: Sequence[Group]) -> list[Group]:
    """Forms of one name joined, without the single words at odds with others; none where the others are at odds."""
    whole = [form for form in forms if not form.is_alone] or list(forms)
    if any(not _agree(one, other) for n, one in enumerate(whole) for other in whole[:n]):
        return list(forms)
    stories = Counter(story for form in forms for story in form.stories)
    alone = [form for form in forms if form.is_alone] if len(whole) < len(forms) else []
    fits = [all(stories[s] == 1 for s in form.stories) and all(_agree(form, w) for w in whole) for form in alone]
    kept = [*whole, *(form for form, is_fit in zip(alone, fits, strict=True) if is_fit)]
    left = [form for form, is_fit in zip(alone, fits, strict=True) if not is_fit]
    known = next((form.known for form in kept if form.known), "")
    return [group_of([one for form in kept for one in form.seen], known), *left]


def _agree(one: Group, other: Group) -> bool:
    """Whether two can be one person: not of one story, of no other signs, and not told apart by an editor."""
    return one.can_be(other) and (not one.known or not other.known or one.known == other.known)
