"""Tell what `stories/people.yml` says in vain, with the nearest that there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.config.nodes import printable
from digest.config.people import KnownPerson, PeopleFile
from digest.diagnostics import Diagnostic, Location, warning
from digest.edit.matching import nearest, shorten
from digest.edit.who_is_meant import Meant, fits, names_of
from digest.language.slugs import name_key
from digest.model import Story, StoryPerson


@dataclass(slots=True)
class Seen:
    """What of the file was found in the stories: names, signs of people, and who may be meant where nothing tells."""

    names: set[str] = field(default_factory=set)
    signs: set[tuple[str, str]] = field(default_factory=set)
    unsure: dict[tuple[str, ...], list[str]] = field(default_factory=lambda: defaultdict(list))


def note_use(person: StoryPerson, story: Story, meant: Meant, seen: Seen) -> None:
    """Note what of the file tells of a person of a story."""
    for owner in meant.between:
        seen.names.update(names_of(person))
        seen.signs.update((owner.name, sign) for sign in owner.signs if fits(sign, person, story))
    if meant.unsure and len(meant.between) > 1:
        seen.unsure[tuple(owner.name for owner in meant.between)].append(story.slug)


def unmatched_people(people: PeopleFile, seen: Seen, stories: Sequence[Story]) -> list[Diagnostic]:
    """Warn of each name and sign that fits nothing, with the nearest that there is, and of each open question."""
    everybody = [person for story in stories for person in story.comparison.people]
    names = list(dict.fromkeys(name for person in everybody for name in (person.name, *person.aliases)))
    problems = []
    for known in people.people:
        used = [key for key in known.keys if key in seen.names]
        others = [name for name in names if name_key(name) not in known.keys]
        if not used:
            problems.append(_nobody(known.bare, known.location, others, people))
            continue
        problems += [_nobody(n.value, n.location, others, people) for n in known.also if name_key(n.value) not in used]
        problems += [_no_sign(known, sign, place, stories, people) for sign, place in _unused_signs(known, seen)]
    problems += [
        _nobody(name.value, name.location, names, people)
        for name in people.hide
        if name_key(name.value) not in seen.names
    ]
    places = {known.name: known.location for known in people.people}
    for owners, slugs in seen.unsure.items():
        where = " and ".join(dict.fromkeys(slugs[:3])) + (f" and {len(slugs) - 3} more" if len(slugs) > 3 else "")
        text = f"nothing tells whether {' or '.join(owners)} is meant in {where}"
        hint = f"add it to the `where` of the right one: where: [{slugs[0]}]"
        problems.append(_warn("ambiguous-override", text, places[owners[0]], hint, people))
    return problems


def _unused_signs(known: KnownPerson, seen: Seen) -> list[tuple[str, Location]]:
    """The signs that fit nowhere; a label that does is passed over where it is asked anyway who is meant."""
    asked = any(known.name in owners for owners in seen.unsure)
    label = [(known.label, known.location)] if known.label and not known.where and not asked else []
    signs = [*label, *((sign.value, sign.location) for sign in known.where)]
    return [(sign, place) for sign, place in signs if (known.name, sign) not in seen.signs]


def _nobody(name: str, place: Location, names: Sequence[str], people: PeopleFile) -> Diagnostic:
    near = nearest(name, names)
    hint = f"did you mean “{near}”?" if near else "no story has such a person: take the line out"
    return _warn("unmatched-override", f"no story names “{shorten(name)}”", place, hint, people)


def _no_sign(
    known: KnownPerson, sign: str, place: Location, stories: Sequence[Story], people: PeopleFile
) -> Diagnostic:
    near = nearest(sign, [known_sign for story in stories for known_sign in _signs(story, known)])
    hint = (
        f"did you mean “{shorten(near)}”?" if near else "write a story's address, an article's id, a country or a role"
    )
    return _warn("unmatched-override", f"“{shorten(sign)}” tells nothing about {known.name}", place, hint, people)


def _signs(story: Story, known: KnownPerson) -> list[str]:
    """What could have been written under `where` for a person of a story."""
    found = []
    for person in story.comparison.people:
        if person.known == known.name or {*names_of(person)} & {*known.keys}:
            found += [story.slug, *(article for article, _ in person.mentions), *(role.text for role in person.roles)]
            found += [person.country] if person.country else []
    return found


def _warn(code: str, message: str, place: Location, hint: str, people: PeopleFile) -> Diagnostic:
    source = people.lines[place.line - 1] if 0 < place.line <= len(people.lines) else ""
    return warning(code, printable(message), location=place, hint=printable(hint), source=source)
