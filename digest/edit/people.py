"""Apply what an editor says about people: who is left out, who is called what, which two names are one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.edit.matching import Candidate, Warnings, fold, pick
from digest.edit.persons import merged, renamed, with_names, with_people, with_role, without
from digest.model import Story, StoryPerson


def edit_people(story: Story, warnings: Warnings) -> Story:
    """Join aliases first, then give roles, then hide."""
    story = _join(story, warnings)
    story = _give_roles(story, warnings)
    return _hide(story, warnings)


def people_candidates(people: Sequence[StoryPerson]) -> list[Candidate[StoryPerson]]:
    """People by their names and aliases."""
    return [Candidate(item=person, texts=(person.name,), parts=person.aliases) for person in people]


def _join(story: Story, warnings: Warnings) -> Story:
    people = list(story.comparison.people)
    names: dict[str, str] = {}
    for alias in warnings.file.aliases:
        found = pick(alias.of, people_candidates(people), kind="person", location=alias.location, warnings=warnings)
        if found is None:
            continue
        old = found.item
        others = [person for person in people if person is not old]
        target = next((p for p in others if fold(alias.to) in map(fold, (p.name, *p.aliases))), None)
        kept = merged(target, old) if target else replace(renamed(old, alias.to, others), known="")
        people = [kept if person is (target or old) else person for person in people if not (target and person is old)]
        names |= {fold(name): kept.name for name in (old.name, *old.aliases, alias.of)}
    if not names:
        return story
    return with_names(with_people(story, people), lambda name, _: names.get(fold(name), name))


def _give_roles(story: Story, warnings: Warnings) -> Story:
    people = list(story.comparison.people)
    for role in warnings.file.roles:
        found = pick(role.of, people_candidates(people), kind="person", location=role.location, warnings=warnings)
        if found is not None:
            people = [with_role(found.item, role.to) if person is found.item else person for person in people]
    return with_people(story, people)


def _hide(story: Story, warnings: Warnings) -> Story:
    hidden: list[StoryPerson] = []
    for words in warnings.file.hide_people:
        candidates = people_candidates(story.comparison.people)
        found = pick(words.value, candidates, kind="person", location=words.location, warnings=warnings)
        if found is not None:
            hidden.append(found.item)
    return without(story, hidden)
