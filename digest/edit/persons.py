"""What can be done to the people of a story, whoever asks for it: join, rename, give a role, part, leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from digest.edit.matching import fold
from digest.language.slugs import plain_slug
from digest.model import Comparison, Excerpt, Findings, Quote, Speaker, Story, StoryPerson

Renamed = Callable[[str, str], str]
"""Takes a name and the id of the article that has it, and gives the name to print."""


def merged(target: StoryPerson, other: StoryPerson) -> StoryPerson:
    """One person out of two: the target's name, everything of both."""
    counts = Counter(dict(target.mentions))
    counts.update(dict(other.mentions))
    order = list(dict.fromkeys(article for article, _ in (*target.mentions, *other.mentions)))
    first: dict[str, Excerpt] = {}
    for excerpt in sorted((*target.first, *other.first)):
        first.setdefault(excerpt.span.article_id, excerpt)
    aliases = dict.fromkeys((*target.aliases, other.name, *other.aliases))
    return replace(
        target,
        aliases=tuple(alias for alias in aliases if alias != target.name),
        roles=tuple(dict.fromkeys((*target.roles, *other.roles))),
        mentions=tuple((article, counts[article]) for article in order),
        first=tuple(first[article] for article in order if article in first),
        country=target.country or other.country,
        editor_role=target.editor_role or other.editor_role,
    )


def renamed(person: StoryPerson, name: str, others: Sequence[StoryPerson]) -> StoryPerson:
    """A person under another name, and an address that none of the others has."""
    base = plain_slug(name) or "person"
    taken = {other.slug for other in others}
    slug = next(s for s in (base, *(f"{base}-{n}" for n in range(2, len(others) + 3))) if s not in taken)
    aliases = dict.fromkeys((person.name, *person.aliases))
    return replace(person, name=name, slug=slug, aliases=tuple(alias for alias in aliases if alias != name))


def with_role(person: StoryPerson, role: str) -> StoryPerson:
    """A person with the editor's role. One in an article's own words stays a citation."""
    same = tuple(excerpt for excerpt in person.roles if fold(excerpt.text) == fold(role))
    return replace(person, roles=same, editor_role=None if same else role)


def only_in(person: StoryPerson, articles: Collection[str]) -> StoryPerson:
    """What some of a story's articles say of a person."""
    return replace(
        person,
        roles=tuple(role for role in person.roles if role.span.article_id in articles),
        mentions=tuple((article, times) for article, times in person.mentions if article in articles),
        first=tuple(excerpt for excerpt in person.first if excerpt.span.article_id in articles),
    )


def with_people(story: Story, people: Sequence[StoryPerson]) -> Story:
    """The story with these people."""
    return replace(story, comparison=replace(story.comparison, people=tuple(people)))


def without(story: Story, hidden: Collection[StoryPerson]) -> Story:
    """The story without some of its people; what they said stays."""
    if not hidden:
        return story
    names = {fold(name) for person in hidden for name in (person.name, *person.aliases)}
    findings = tuple(
        replace(found, people=tuple(p for p in found.people if fold(p.name) not in names)) for found in story.findings
    )
    kept = [person for person in story.comparison.people if person not in hidden]
    return replace(with_people(story, kept), findings=findings)


def with_names(story: Story, rename: Renamed) -> Story:
    """Call the speakers of quotations, statements and figures by other names."""

    def named(speaker: Speaker | None) -> Speaker | None:
        name = rename(speaker.name, speaker.mention.span.article_id) if speaker else None
        return replace(speaker, name=name) if speaker and name else speaker

    def quoted(quote: Quote) -> Quote:
        addressee = quote.addressee_name and rename(quote.addressee_name, quote.excerpt.span.article_id)
        return replace(quote, speaker=named(quote.speaker), addressee_name=addressee)

    def in_findings(found: Findings) -> Findings:
        return replace(
            found,
            quotes=tuple(quoted(q) for q in found.quotes),
            statements=tuple(replace(s, speaker=named(s.speaker) or s.speaker) for s in found.statements),
            figures=tuple(replace(f, source=named(f.source)) for f in found.figures),
            people=tuple(replace(p, name=rename(p.name, found.article_id)) for p in found.people),
        )

    comparison: Comparison = replace(
        story.comparison,
        quotes=tuple(
            replace(
                group,
                speaker=named(group.speaker),
                quotes=tuple(quoted(q) for q in group.quotes),
                stated=tuple(replace(s, speaker=named(s.speaker) or s.speaker) for s in group.stated),
            )
            for group in story.comparison.quotes
        ),
        figures=tuple(
            replace(row, figures=tuple(replace(f, source=named(f.source)) for f in row.figures))
            for row in story.comparison.figures
        ),
    )
    return replace(story, comparison=comparison, findings=tuple(in_findings(found) for found in story.findings))
