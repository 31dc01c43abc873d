"""What a person's page shows: roles, stories by day, words, and who is named in the same stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Article, Excerpt, Story
from digest.render.coverage import Coverage, coverage
from digest.render.escape import visible_text
from digest.render.people import Appearance, Entry, language_of
from digest.render.quoted_line import Line
from digest.render.quoting import headings
from digest.render.statements import statement_line
from digest.render.wording import count, dates, outlets

ROLES = 12
"""How many wordings of roles a page shows at most."""
CITED = 3
"""How many articles a role cites at most."""
STORIES = 200
"""How many stories the table by day has at most."""
QUOTATIONS = 40
"""How many quotations a page shows at most, the newest first."""
STATEMENTS = 20
"""How many statements without quotation marks a page shows at most."""
TOGETHER = 8
"""How many people of the same stories a page names at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The articles that a page cites, in the order of their numbers."""

    articles: tuple[Article, ...]

    def number(self, article_id: str) -> int:
        """An article's number on the page, from 1."""
        return [article.id for article in self.articles].index(article_id) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role in the words of articles, and the outlets that use them; the first few articles are cited."""

    excerpts: tuple[Excerpt, ...]
    outlets: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story in the table by day."""

    story: Story
    days: str
    articles: str
    quotations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said in one story. Notes stand below each line: to whom, through what, who prints it."""

    story: Story
    days: str
    lines: tuple[tuple[Line, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLine:
    """The sentence of a statement without quotation marks, and its story."""

    sentence: Excerpt
    story: Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Somebody who is named in the same stories."""

    entry: Entry
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything that `person.md.j2` prints. Sections without content are empty tuples."""

    entry: Entry
    facts: str
    description: str
    also: tuple[str, ...]
    namesakes: tuple[Entry, ...]
    roles: tuple[RoleLine, ...]
    more_roles: int
    stories: tuple[StoryLine, ...]
    more_stories: int
    coverage: Coverage | None
    said: tuple[Said, ...]
    more_said: int
    statements: tuple[StatedLine, ...]
    more_statements: int
    together: tuple[Companion, ...]
    shelf: Shelf


def person_page(entry: Entry, *, by_slug: Mapping[str, Entry], companions: Sequence[Companion]) -> PersonPage:
    """Choose what a person's page shows. `by_slug` has everybody, `companions` those of the same stories."""
    roles = _roles(entry)
    spoken = [(appearance.story, tuple(_lines(appearance))) for appearance in entry.appearances]
    said = tuple(_said(spoken))
    stated = list(_stated(entry.appearances, spoken))
    facts = _facts(entry)
    shown = (roles[:ROLES], said, stated[:STATEMENTS])
    return PersonPage(
        entry=entry,
        facts=facts,
        description=f"{entry.name} in the articles collected here. {facts}.",
        also=tuple(name for name in entry.person.aliases if len(name.split()) > 1),
        namesakes=tuple(by_slug[slug] for slug in entry.person.namesakes if slug in by_slug and by_slug[slug].has_page),
        roles=tuple(roles[:ROLES]),
        more_roles=len(roles[ROLES:]),
        stories=tuple(_story_line(appearance) for appearance in entry.appearances[:STORIES]),
        more_stories=len(entry.appearances[STORIES:]),
        coverage=coverage(tuple(_naming(entry.appearances))),
        said=said,
        more_said=sum(len(lines) for _, lines in spoken) - sum(len(s.lines) for s in said),
        statements=tuple(stated[:STATEMENTS]),
        more_statements=len(stated[STATEMENTS:]),
        together=tuple(companions[:TOGETHER]),
        shelf=_shelf(shown, [appearance.story for appearance in entry.appearances]),
    )


def companions(entries: Iterable[Entry]) -> dict[str, list[Companion]]:
    """For each person those who are named in at least two of the same stories, the ones with most stories first."""
    several = [entry for entry in entries if len(entry.appearances) > 1]
    by_slug = {entry.person.slug: entry for entry in several}
    of_story: dict[str, list[Entry]] = {}
    for entry in several:
        for appearance in entry.appearances:
            of_story.setdefault(appearance.story.id, []).append(entry)
    found: dict[str, list[Companion]] = {}
    for entry in several:
        shared = Counter(
            other.person.slug
            for appearance in entry.appearances
            for other in of_story[appearance.story.id]
            if other is not entry
        )
        near = [Companion(entry=by_slug[slug], stories=number) for slug, number in shared.items() if number > 1]
        found[entry.person.slug] = sorted(near, key=lambda c: (-c.stories, c.entry.name.casefold(), c.entry.name))
    return found


def _naming(appearances: Iterable[Appearance]) -> Iterable[Article]:
    """The articles that name somebody."""
    for appearance in appearances:
        named = set(appearance.line.naming)
        yield from (article for article in appearance.story.articles if article.id in named)


def _facts(entry: Entry) -> str:
    parts = [f"Named in {count(entry.articles, 'article')}"]
    parts += [f"{count(len(entry.appearances), 'story', 'stories')}"]
    parts += [count(entry.quotations, "quotation")] if entry.quotations else []
    return " · ".join(parts)


def _roles(entry: Entry) -> list[RoleLine]:
    """Every wording once, with all who use it; the wording of most articles first."""
    found: dict[str, list[tuple[Excerpt, Article]]] = {}
    for appearance in entry.appearances:
        for role in appearance.line.roles:
            for excerpt in role.telling(language_of(appearance.story)):
                article = appearance.story.article(excerpt.span.article_id)
                found.setdefault(visible_text(excerpt.text).casefold(), []).append((excerpt, article))
    lines = []
    for same in found.values():
        first, _ = same[0]
        alike = [excerpt for excerpt, _ in same if visible_text(excerpt.text) == visible_text(first.text)]
        lines.append(
            RoleLine(
                excerpts=tuple(alike[:CITED]), outlets=outlets([article for _, article in same]), articles=len(same)
            )
        )
    return sorted(lines, key=lambda line: -line.articles)


def _story_line(appearance: Appearance) -> StoryLine:
    return StoryLine(
        story=appearance.story,
        days=dates(appearance.story.articles),
        articles=f"{appearance.line.articles} of {len(appearance.story.articles)}",
        quotations=appearance.quotations,
    )


def _lines(appearance: Appearance) -> Iterable[Line]:
    """The quotations of one story, whole ones in marks and fragments in their sentence."""
    if appearance.voice is not None:
        for heading in headings([appearance.voice], appearance.story, frozenset()):
            yield from heading.lines


def _said(spoken: Iterable[tuple[Story, Sequence[Line]]]) -> Iterable[Said]:
    """The quotations of the newest stories, as many as a page shows."""
    left = QUOTATIONS
    for story, lines in spoken:
        shown = lines[:left]
        left -= len(shown)
        if shown:
            yield Said(story=story, days=dates(story.articles), lines=tuple((line, _note(line)) for line in shown))


def _stated(appearances: Iterable[Appearance], spoken: Iterable[tuple[Story, Sequence[Line]]]) -> Iterable[StatedLine]:
    """The statements whose sentence is not quoted already and says by itself what it is about."""
    for appearance, (story, lines) in zip(appearances, spoken, strict=True):
        quoted = {(e.span.article_id, e.span.start) for line in lines if (e := line.sentence)}
        for statement in appearance.statements:
            line = statement_line(story.article(statement.excerpt.span.article_id), statement)
            if line and (line.sentence.span.article_id, line.sentence.span.start) not in quoted:
                yield StatedLine(sentence=line.sentence, story=story)


def _note(line: Line) -> str:
    """To whom, through what, and who prints it: "to Ann Ito · via the readout · The Courier"; of a sentence who."""
    said = line.utterance
    if line.sentence:
        return line.outlets
    parts = [
        *([f"to {said.addressee}"] if said.addressee else []),
        *([f"via {visible_text(said.via.text)}"] if said.via else []),
        *(["speaker corrected by the editor"] if said.edited else []),
        said.outlets,
    ]
    return " · ".join(part for part in parts if part)


def _shelf(shown: object, stories: Sequence[Story]) -> Shelf:
    """The articles of all that is shown, the oldest first."""
    cited = set(_cited(shown))
    articles = {article.id: article for story in stories for article in story.articles if article.id in cited}
    return Shelf(
        articles=tuple(
            sorted(articles.values(), key=lambda a: (a.published.value.isoformat() if a.published else "9999", a.id))
        )
    )


def _cited(shown: object) -> Iterable[str]:
    if isinstance(shown, Excerpt):
        yield shown.span.article_id
    elif isinstance(shown, (tuple, list)):
        for part in shown:
            yield from _cited(part)
    elif isinstance(shown, RoleLine):
        yield from _cited(shown.excerpts)
    elif isinstance(shown, Said):
        yield from _cited(
            [(line.sentence, *line.also) if line.sentence else line.utterance.excerpts for line, _ in shown.lines]
        )
    elif isinstance(shown, StatedLine):
        yield from _cited(shown.sentence)
