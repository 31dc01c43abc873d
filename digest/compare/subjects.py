"""Find what the stories of a project are about: the editors' topics, words, people, organizations and places.

All but the editors' own topics have to be in two stories, for one story is told on its own page. Each story and each
of its findings is looked at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.compare.subject_names import organizations, places
from digest.compare.subject_topics import topics
from digest.model import InStory, ProjectPerson, Story, Subject, SubjectKind

FEWEST = 2  # stories that something is in, unless an editor named it


def find_subjects(stories: Sequence[Story], people: Sequence[ProjectPerson] = ()) -> tuple[Subject, ...]:
    """The subjects of all stories, those of each kind in the order of the stories, the most important first."""
    found = [*_people(stories, people), *organizations(stories), *places(stories), *topics(stories)]
    several = [subject for subject in found if len(subject.stories) >= FEWEST]
    tags = _tags(stories)
    named = {subject.name.casefold(): {one.story for one in subject.stories} for subject in tags}
    kept = [
        subject
        for subject in several
        if subject.kind is not SubjectKind.WORD
        or not {one.story for one in subject.stories} <= named.get(subject.name.casefold(), set())
    ]
    return tuple(sorted([*tags, *kept], key=_importance))


def _importance(subject: Subject) -> tuple[str, int, float, int, str, str, str]:
    name = subject.name
    return (
        subject.kind,
        -len(subject.stories),
        -subject.weight,
        -subject.articles,
        name.casefold(),
        name,
        subject.slug or subject.language,
    )


def _tags(stories: Sequence[Story]) -> list[Subject]:
    """The topics that editors name; upper and lower case are one, and all of a story's articles have its topics."""
    found: dict[str, tuple[Counter[str], list[InStory]]] = {}
    for story in stories:
        here = InStory(story=story.id, articles=tuple(article.id for article in story.articles))
        for key, tag in {" ".join(tag.split()).casefold(): " ".join(tag.split()) for tag in story.tags}.items():
            forms, where = found.setdefault(key, (Counter(), []))
            forms[tag] += 1
            where.append(here)
    return [Subject(kind=SubjectKind.TAG, name=_usual(forms), stories=tuple(where)) for forms, where in found.values()]


def _people(stories: Sequence[Story], people: Sequence[ProjectPerson]) -> list[Subject]:
    """The people by their address: two of one name stay two."""
    known = {person.slug: person for person in people}
    names: dict[str, str] = {}
    found: dict[str, list[InStory]] = {}
    for story in stories:
        for person in story.comparison.people:
            articles = tuple(article for article, number in person.mentions if number)
            names.setdefault(person.slug, known[person.slug].name if person.slug in known else person.name)
            found.setdefault(person.slug, []).append(InStory(story=story.id, articles=articles))
    alike = Counter(names[slug] for slug, where in found.items() if len(where) >= FEWEST)
    return [
        Subject(kind=SubjectKind.PERSON, name=names[slug], slug=slug, stories=tuple(where), alike=alike[names[slug]])
        for slug, where in found.items()
    ]


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))
