"""The people of a story, and everybody across the stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from digest.language.chambers import is_of_either
from digest.language.role_words import join_roles, needs_owner, role_words, tells
from digest.language.slugs import plain_slug
from digest.language.told_roles import held_before, told_roles
from digest.model import Excerpt, ProjectPerson, QuoteKind, Statement, Story, StoryPerson
from digest.render.escape import visible_text
from digest.render.speech import Voice, voices

MOST = 12
"""How many people a story's page tells of at most; the others are only named."""
OFTEN = 3
"""How often somebody must be named in a single story, without a word of theirs, to have a page."""
OWNED = ("'s ", "’s ")
NEAR = 20
"""Characters before a role in which the word before it stands."""
NEARLY_ALL = 2 / 3
"""Somebody without a role is told of where more than this part of the articles names them."""
FEW = 40
"""Up to how many people stand in one list, without letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role in an article's own words; several articles may use the same, `also` has those who say as much.

    `shorter` has those who say only a part of it, and so are no evidence for the whole.
    """

    excerpts: tuple[Excerpt, ...]
    also: tuple[Excerpt, ...] = ()
    shorter: tuple[Excerpt, ...] = ()

    def telling(self, language: str) -> tuple[Excerpt, ...]:
        """All of them that say something alone."""
        others = (*self.also, *self.shorter)
        return (*self.excerpts, *(e for e in others if tells(visible_text(e.text), language)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person of the story with roles, and how often articles are seen to name them; `naming` are the ids of those."""

    name: str
    slug: str
    roles: tuple[Role, ...]
    named: tuple[Excerpt, ...]
    times: int
    articles: int
    naming: tuple[str, ...] = ()
    editor_role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRole:
    """The role that the list of people shows: in the words of most articles, of the newest story that has them."""

    excerpt: Excerpt
    story: Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A person in one story: what the story's page says of them, and what they certainly say there."""

    story: Story
    line: PersonLine
    voice: Voice | None = None
    statements: tuple[Statement, ...] = ()

    @property
    def quotations(self) -> int:
        """How many quotations are certainly theirs."""
        return self.voice.count if self.voice else 0

    @property
    def days(self) -> tuple[str, str]:
        """What to sort by: the days of the story's articles, the last one first."""
        known = sorted(a.published.value.isoformat() for a in self.story.articles if a.published)
        return (known[-1], known[0]) if known else ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person across the stories; the newest story stands first."""

    person: ProjectPerson
    appearances: tuple[Appearance, ...]

    @property
    def name(self) -> str:
        """The name to print."""
        return self.person.name

    @property
    def times(self) -> int:
        """How often all articles name them, as far as it is seen."""
        return sum(appearance.line.times for appearance in self.appearances)

    @property
    def articles(self) -> int:
        """How many articles name them."""
        return sum(appearance.line.articles for appearance in self.appearances)

    @property
    def quotations(self) -> int:
        """How many quotations are certainly theirs."""
        return sum(appearance.quotations for appearance in self.appearances)

    @property
    def editor_role(self) -> str | None:
        """What an editor calls them; of several words for them the one of the newest story."""
        return next((a.line.editor_role for a in self.appearances if a.line.editor_role), None)

    @property
    def has_page(self) -> bool:
        """Whether there is more to show than the list and the story's page do."""
        told = any(a.quotations or a.statements or a.line.editor_role for a in self.appearances)
        return told or len(self.appearances) > 1 or self.times >= OFTEN or bool(self.person.known)

    @property
    def first_role(self) -> FirstRole | None:
        """The wording of a role that most articles use."""
        found: dict[str, list[FirstRole]] = {}
        for appearance in self.appearances:
            for role in appearance.line.roles:
                for excerpt in role.telling(language_of(appearance.story)):
                    key = visible_text(excerpt.text).casefold()
                    found.setdefault(key, []).append(FirstRole(excerpt=excerpt, story=appearance.story))
        return max(found.values(), key=len)[0] if found else None

    @property
    def letter(self) -> str:
        """The letter under which the list has them."""
        return (plain_slug(self.name)[:1] or "#").upper()


def person_line(person: StoryPerson, language: str = "en") -> PersonLine:
    """Tell each role of a person once, in the fullest wording, without those that say nothing alone, and count."""
    wordings = [visible_text(role.text) for role in person.roles]
    groups = [group for group in join_roles(wordings, language) if tells(wordings[group[0]], language)]
    return PersonLine(
        name=person.name,
        slug=person.slug,
        roles=tuple(_role([person.roles[place] for place in group], language) for group in groups),
        named=tuple(e for e in person.first if visible_text(e.text) == visible_text(person.name)),
        times=sum(number for _, number in person.mentions),
        articles=sum(1 for _, number in person.mentions if number),
        naming=tuple(article for article, number in person.mentions if number),
        editor_role=person.editor_role,
    )


def language_of(story: Story) -> str:
    """The language of a story's articles."""
    return story.articles[0].language if story.articles else "en"


def _role(same: Sequence[Excerpt], language: str) -> Role:
    first = visible_text(same[0].text)
    alike = tuple(e for e in same if visible_text(e.text) == first)
    whole = role_words(first, language)
    others = [(e, role_words(visible_text(e.text), language).holds(whole)) for e in same if e not in alike]
    return Role(
        excerpts=alike,
        also=tuple(e for e, says_all in others if says_all),
        shorter=tuple(e for e, says_all in others if not says_all),
    )


def people_told(story: Story, quoted: AbstractSet[str | None] = frozenset()) -> tuple[PersonLine, ...]:
    """Those of whom there is something to tell: those with a role, or in nearly all articles, the first ones first.

    If they are too many, those stay who are `quoted` on the page.
    """
    language, articles = language_of(story), len(story.articles)
    texts = _texts(story)
    lines = [_shortened(person_line(person, language), texts, language) for person in story.comparison.people]
    held = held_before([[visible_text(role.excerpts[0].text) for role in line.roles] for line in lines], language)
    lines = [
        replace(line, roles=tuple(role for place, role in enumerate(line.roles) if place not in taken))
        for line, taken in zip(lines, held, strict=True)
    ]
    told = [line for line in lines if line.roles or line.editor_role or _is_main(line, articles)]
    first = sorted(told, key=lambda line: not (line.editor_role or line.name in quoted))[:MOST]
    return tuple(line for line in told if line in first or line.editor_role)


def _shortened(line: PersonLine, texts: Mapping[str, str], language: str) -> PersonLine:
    """A person with the roles alone that a story's page tells; "the club's *chief clerk*" leaves open whose."""
    roles = [role for role in line.roles if not all(_is_owned(excerpt, texts, language) for excerpt in role.excerpts)]
    roles = [role for role in roles if not is_of_either(visible_text(role.excerpts[0].text), texts.values(), language)]
    wordings = [visible_text(role.excerpts[0].text) for role in roles]
    support = [len({e.span.article_id for e in (*role.excerpts, *role.also)}) for role in roles]
    return replace(line, roles=tuple(roles[place] for place in told_roles(wordings, support, language)))


def _is_owned(role: Excerpt, texts: Mapping[str, str], language: str) -> bool:
    """Whether the words before a role tell whose it is, and it does not: "the club's", "her *chief clerk*"."""
    text, start = texts[role.span.article_id], role.span.start
    if text.endswith(OWNED, 0, start):
        return True
    before = text[max(0, start - NEAR) : start].split()[-1:]
    return before != [] and needs_owner(visible_text(role.text), before[0], language)


def _is_main(line: PersonLine, articles: int) -> bool:
    """Whether somebody of whom no role is told is whom nearly all articles are about; else the line would be empty."""
    return line.times >= OFTEN and line.articles > articles * NEARLY_ALL


def people_named(story: Story, told: Iterable[PersonLine]) -> tuple[tuple[PersonLine, ...], bool]:
    """The others whom the page only names, and whether there are more; a name that stands so in an article is first.

    Whom only one of several articles names, and without a role, is left out, and so is a lone word that says of nobody
    who they are.
    """
    slugs = {line.slug for line in told}
    language = language_of(story)
    rest = [person_line(person, language) for person in story.comparison.people if person.slug not in slugs]
    single = len(story.articles) == 1
    named = [line for line in rest if line.articles > 1 or (" " in line.name and (line.roles or single))]
    texts = _texts(story)
    shown = [_with_office(line, texts, language) for line in sorted(named, key=lambda line: not line.named)]
    return tuple(shown), len(rest) > len(named)


def _with_office(line: PersonLine, texts: Mapping[str, str], language: str) -> PersonLine:
    """Somebody who is only named, with the first role that says more than a title: not "Representative"."""
    roles = _shortened(line, texts, language).roles
    telling = [role for role in roles if len(role.excerpts[0].text.split()) > 1]
    return replace(line, roles=tuple(telling[:1]) if line.named else ())  # a name without a source cannot lead to one


def _texts(story: Story) -> Mapping[str, str]:
    return {article.id: article.text for article in story.articles}


def everybody(stories: Iterable[Story], people: Sequence[ProjectPerson] = ()) -> tuple[Entry, ...]:
    """Everybody whom a story names, in the order of the alphabet; the same slug is the same person."""
    known = {person.slug: person for person in people}
    found: dict[str, list[Appearance]] = {}
    for story in stories:
        said = {voice.name: voice for voice in voices(story)}
        stated = _statements(story)
        for person in story.comparison.people:
            found.setdefault(person.slug, []).append(
                Appearance(
                    story=story,
                    line=person_line(person, language_of(story)),
                    voice=said.get(person.name),
                    statements=tuple(stated.get(person.name, ())),
                )
            )
    entries = [
        Entry(
            person=known.get(slug) or ProjectPerson(slug=slug, name=seen[0].line.name),
            appearances=tuple(sorted(sorted(seen, key=lambda a: a.story.id), key=lambda a: a.days, reverse=True)),
        )
        for slug, seen in found.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name, entry.person.slug)))


def _statements(story: Story) -> dict[str, list[Statement]]:
    """What people say without quotation marks, by their names; what copies state in the same words is told once.

    A sentence that is quoted is told as a quotation, and so is one that says the same as a quotation.
    """
    owners: dict[str, set[str]] = {}
    for person in story.comparison.people:
        for name in (person.name, *person.aliases):
            owners.setdefault(name, set()).add(person.name)
    told = {(s.excerpt.span.article_id, s.sentence) for group in story.comparison.quotes for s in group.stated}
    told |= {
        (quote.excerpt.span.article_id, quote.sentence)
        for group in story.comparison.quotes
        for quote in group.quotes
        if quote.show and quote.kind is QuoteKind.FULL
    }
    found: dict[str, list[Statement]] = {}
    seen: set[tuple[str, str]] = set()
    for findings in story.findings:
        for statement in findings.statements:
            named = owners.get(statement.speaker.name, set())
            key = (statement.speaker.name, visible_text(statement.excerpt.text))
            if len(named) == 1 and key not in seen and (findings.article_id, statement.sentence) not in told:
                seen.add(key)
                found.setdefault(min(named), []).append(statement)
    return found


def by_letter(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """People under the letters of the alphabet, what begins with no Latin letter last; a few people need no letters."""
    whole = tuple(entries)
    if len(whole) <= FEW:
        return (("", whole),) if whole else ()
    found: dict[str, list[Entry]] = {}
    for entry in whole:
        found.setdefault(entry.letter, []).append(entry)
    return tuple((letter, tuple(found[letter])) for letter in sorted(found, key=lambda one: (not one.isalpha(), one)))
