"""Apply what the editors know about people to all stories at once; a story's own file comes after it, and wins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.config.people import KnownPerson, PeopleFile
from digest.config.story import StoryFile
from digest.diagnostics import Diagnostic
from digest.edit.persons import merged, only_in, renamed, with_names, with_people, with_role, without
from digest.edit.unmatched_people import Seen, note_use, unmatched_people
from digest.edit.who_is_meant import by_name, names_of, who_is_meant
from digest.language.slugs import name_key
from digest.model import Story, StoryPerson


def apply_known_people(
    stories: Sequence[Story], people: PeopleFile, *, files: Mapping[str, StoryFile] | None = None
) -> tuple[tuple[Story, ...], tuple[Diagnostic, ...]]:
    """The stories with their people called, joined and parted as the editors know them.

    Nobody is hidden whom a story's own file (`files`, by slug) names. What fits nothing anywhere comes as a warning.
    """
    if not people.people and not people.hide:
        return tuple(stories), ()
    known = by_name(people.people)
    hidden = {name_key(name.value) for name in people.hide}
    seen = Seen()
    edited = []
    for story in stories:
        named = _known(story, known, seen)
        kept = _named_by(files[story.slug]) if files and story.slug in files else frozenset()
        edited.append(_hide(named, hidden, kept, seen))
    return tuple(edited), tuple(unmatched_people(people, seen, stories))


def _known(story: Story, known: Mapping[str, tuple[KnownPerson, ...]], seen: Seen) -> Story:
    """The story with every person of whom the file speaks under the name that it gives them."""
    if not known:
        return story
    found: dict[str, StoryPerson] = {}  # by the name in the file
    people: list[StoryPerson | str] = []  # in their order; the ones of the file by name
    names: dict[tuple[str, str], str] = {}
    shared = Counter(alias for person in story.comparison.people for alias in (person.name, *person.aliases))
    for person in story.comparison.people:
        meant = who_is_meant(person, story, known)
        note_use(person, story, meant, seen)
        parts: dict[str, list[str]] = defaultdict(list)
        for article, owner in meant.by_article.items():
            parts[owner.name].append(article)
        rest = [article for article, _ in person.mentions if article not in meant.by_article]
        if rest or not parts:
            people.append(only_in(person, rest) if parts else person)
        for name, articles in parts.items():
            owner = meant.by_article[articles[0]]
            part = _called(only_in(person, articles), owner)
            if name in found:
                found[name] = merged(found[name], part)
            else:
                found[name] = part
                people.append(name)
            own = (person.name, *(alias for alias in person.aliases if shared[alias] == 1))
            everywhere = [article.id for article in story.articles] if len(parts) == 1 and not rest else articles
            names |= {(called, article): name for called in own for article in everywhere}
    if not found:
        return story
    whole = [found[one] if isinstance(one, str) else one for one in people]
    return with_names(with_people(story, _with_slugs(whole)), lambda name, article: names.get((name, article), name))


def _called(person: StoryPerson, owner: KnownPerson) -> StoryPerson:
    called = replace(renamed(person, owner.name, ()), known=owner.name)
    return with_role(called, owner.role.value) if owner.role else called


def _with_slugs(people: Sequence[StoryPerson]) -> list[StoryPerson]:
    """No two people of a story have one address."""
    kept: list[StoryPerson] = []
    for person in people:
        taken = any(person.slug == other.slug for other in kept)
        kept.append(renamed(person, person.name, kept) if taken else person)
    return kept


def _hide(story: Story, hidden: set[str], kept: frozenset[str], seen: Seen) -> Story:
    meant = [person for person in story.comparison.people if hidden & {*names_of(person)} and not person.known]
    for person in meant:
        seen.names.update(names_of(person))
    return without(story, [person for person in meant if not kept & {*names_of(person)}])


def _named_by(file: StoryFile) -> frozenset[str]:
    """Whom a story's own file speaks of in another way than to hide them."""
    names = [name for change in (*file.aliases, *file.roles) for name in (change.of, change.to)]
    return frozenset(map(name_key, names))
