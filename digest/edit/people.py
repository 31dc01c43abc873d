"""Apply what an editor says about people: who is left out, who is called what, which two names are one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from digest.edit.matching import Candidate, Warnings, fold, pick
from digest.language.slugs import plain_slug
from digest.model import Comparison, Excerpt, Findings, Quote, Speaker, Story, StoryPerson


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
        kept = _merge(target, old) if target else _rename(old, alias.to, others)
        people = [kept if person is (target or old) else person for person in people if not (target and person is old)]
        names |= {fold(name): kept.name for name in (old.name, *old.aliases, alias.of)}
    if not names:
        return story
    return _rename_speakers(replace(story, comparison=replace(story.comparison, people=tuple(people))), names)


def _merge(target: StoryPerson, other: StoryPerson) -> StoryPerson:
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
    )


def _rename(person: StoryPerson, name: str, others: Sequence[StoryPerson]) -> StoryPerson:
    base = plain_slug(name) or "person"
    taken = {other.slug for other in others}
    slug = next(s for s in (base, *(f"{base}-{n}" for n in range(2, len(others) + 3))) if s not in taken)
    aliases = dict.fromkeys((person.name, *person.aliases))
    return replace(person, name=name, slug=slug, aliases=tuple(alias for alias in aliases if alias != name))


def _rename_speakers(story: Story, names: dict[str, str]) -> Story:
    """Call the speakers of quotations, statements and figures by the names that the editor keeps."""

    def named(speaker: Speaker | None) -> Speaker | None:
        name = names.get(fold(speaker.name)) if speaker else None
        return replace(speaker, name=name) if speaker and name else speaker

    def quoted(quote: Quote) -> Quote:
        addressee = quote.addressee_name and names.get(fold(quote.addressee_name), quote.addressee_name)
        return replace(quote, speaker=named(quote.speaker), addressee_name=addressee)

    def in_findings(found: Findings) -> Findings:
        return replace(
            found,
            quotes=tuple(quoted(q) for q in found.quotes),
            statements=tuple(replace(s, speaker=named(s.speaker) or s.speaker) for s in found.statements),
            figures=tuple(replace(f, source=named(f.source)) for f in found.figures),
            people=tuple(replace(p, name=names.get(fold(p.name), p.name)) for p in found.people),
        )

    comparison: Comparison = replace(
        story.comparison,
        quotes=tuple(
            replace(
                group,
                speaker=named(group.speaker),
                quotes=tuple(quoted(q) for q in group.quotes),
            )
            for group in story.comparison.quotes
        ),
        figures=tuple(
            replace(row, figures=tuple(replace(f, source=named(f.source)) for f in row.figures))
            for row in story.comparison.figures
        ),
    )
    return replace(story, comparison=comparison, findings=tuple(in_findings(found) for found in story.findings))


def _give_roles(story: Story, warnings: Warnings) -> Story:
    people = list(story.comparison.people)
    for role in warnings.file.roles:
        found = pick(role.of, people_candidates(people), kind="person", location=role.location, warnings=warnings)
        if found is not None:
            # A role in an article's own words stays a citation; any other is shown as the editor's.
            same = tuple(excerpt for excerpt in found.item.roles if fold(excerpt.text) == fold(role.to))
            edited = replace(found.item, roles=same, editor_role=None if same else role.to)
            people = [edited if person is found.item else person for person in people]
    return replace(story, comparison=replace(story.comparison, people=tuple(people)))


def _hide(story: Story, warnings: Warnings) -> Story:
    hidden: list[StoryPerson] = []
    for words in warnings.file.hide_people:
        candidates = people_candidates(story.comparison.people)
        found = pick(words.value, candidates, kind="person", location=words.location, warnings=warnings)
        if found is not None:
            hidden.append(found.item)
    if not hidden:
        return story
    names = {fold(name) for person in hidden for name in (person.name, *person.aliases)}
    kept = tuple(person for person in story.comparison.people if person not in hidden)
    findings = tuple(
        replace(found, people=tuple(p for p in found.people if fold(p.name) not in names)) for found in story.findings
    )
    return replace(story, comparison=replace(story.comparison, people=kept), findings=findings)
