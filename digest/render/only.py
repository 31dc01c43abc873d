"""What only one origin of a story has: its weightiest sentences, and more of them folded."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from digest.model import Excerpt, Sole, Story
from digest.render.origins import text_of

SHOWN = 3
"""How many sentences that only one origin has a page shows at once."""
BLOCKS = 12
"""Of how many origins a page shows what only they have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyHere:
    """What only one origin has, the weightiest sentence first; `more` are folded.

    `where` names it ("article 2, The Courier"), `owner` says what the sentences are of ("this article").
    """

    where: str
    owner: str
    sentences: tuple[Sole, ...]
    more: tuple[Sole, ...]

    @property
    def everything(self) -> tuple[Sole, ...]:
        """All of its sentences."""
        return (*self.sentences, *self.more)


def only_here(story: Story, shown: AbstractSet[tuple[str, int]]) -> tuple[OnlyHere, ...]:
    """The origins that have something alone which the page has not `shown` yet, in the order of the articles.

    Of very many origins those are taken whose sentences weigh most.
    """
    sources = story.sources
    if len(set(sources.origins)) < 2:
        return ()
    place = {article.id: number for number, article in enumerate(story.articles)}
    found: dict[int, list[Sole]] = {}
    for sole in story.comparison.only:  # the weightiest first
        if _sentence(story, sole.excerpt) not in shown:
            found.setdefault(sources.origins[place[sole.excerpt.span.article_id]], []).append(sole)
    weightiest = sorted(found, key=lambda origin: (-found[origin][0].weight, origin))[:BLOCKS]
    return tuple(_block(origin, found[origin], story) for origin in sorted(weightiest))


def nothing_to_compare(story: Story) -> str:
    """Why the articles of a story are not compared; nothing where they are."""
    if len(story.articles) == 1:
        return "Only one article here tells this story, so there is nothing to compare it with."
    if len(set(story.sources.origins)) == 1:
        return "All articles here carry one text, so there is nothing to compare it with."
    texts = {(a.language, origin) for a, origin in zip(story.articles, story.sources.origins, strict=True)}
    if len({language for language, _ in texts}) == len(texts):
        return "Each text here is in a language of its own, and sentences are compared only within a language."
    return ""


def _block(origin: int, soles: list[Sole], story: Story) -> OnlyHere:
    members = {a.id for a, number in zip(story.articles, story.sources.origins, strict=True) if number == origin}
    where, owner = _where(members, story)
    return OnlyHere(where=where, owner=owner, sentences=tuple(soles[:SHOWN]), more=tuple(soles[SHOWN:]))


def _where(members: set[str], story: Story) -> tuple[str, str]:
    """How the page names the article or the origin that alone has something."""
    carried = next((o for o in story.origins if len(o.carriers) > 1 and members & set(o.article_ids)), None)
    if carried:
        return text_of(carried, story), "this text"
    article = next(article for article in story.articles if article.id in members)
    publisher = f", {article.publisher.value.name}" if article.publisher else ""
    return f"article {story.number(article.id)}{publisher}", "this article"


def _sentence(story: Story, excerpt: Excerpt) -> tuple[str, int]:
    article = story.article(excerpt.span.article_id)
    return article.id, article.sentence_at(excerpt.span.start)
