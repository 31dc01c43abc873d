"""What only one origin of a story has: its weightiest sentences."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from digest.language.news import is_background
from digest.model import Excerpt, Sole, Story
from digest.render.origins import text_of
from digest.render.printed import Printed
from digest.render.statements import says_who

SHOWN = 2
"""How many sentences that only one origin has a page shows."""
MOST = 8
"""How many of all origins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyHere:
    """What only one origin has, the weightiest sentence first; `where` names it: "article 2, The Courier"."""

    where: str
    sentences: tuple[Sole, ...]


def only_here(story: Story, shown: AbstractSet[tuple[str, int]], above: Printed) -> tuple[OnlyHere, ...]:
    """The origins that have something alone which the page has not `shown` yet, in the order of the articles.

    Nothing is listed that leaves open what or whom it means; what tells no news stands behind, and what repeats what
    stands `above` is the last resort. Of many origins those are taken whose sentences weigh most.
    """
    sources = story.sources
    if len(set(sources.origins)) < 2:
        return ()
    place = {article.id: number for number, article in enumerate(story.articles)}
    nameless = _nameless(story)
    found: dict[int, list[tuple[bool, bool, float, Sole]]] = {}
    for sole in story.comparison.only:
        at, text = _sentence(story, sole.excerpt), sole.excerpt.text
        article = story.article(at[0])
        if at in shown or at in nameless or above.leaves_open(text, language=article.language):
            continue
        year = article.published.value.year if article.published else None
        behind = is_background(text, year, language=article.language)
        again = above.repeats(text, language=article.language)
        found.setdefault(sources.origins[place[at[0]]], []).append((again, behind, -sole.weight, sole))
    turns: list[tuple[int, int, tuple[bool, bool, float, Sole]]] = []
    for origin, soles in found.items():
        first, *others = sorted(soles, key=lambda one: one[:3])
        more = [one for one in others if not one[0] and not one[1]]
        turns.extend((turn, origin, one) for turn, one in enumerate([first, *more][:SHOWN]))
    turns.sort(key=lambda one: (one[0], *one[2][:3], one[1]))
    chosen: dict[int, list[Sole]] = {}
    for _, origin, (*_, sole) in turns[:MOST]:
        chosen.setdefault(origin, []).append(sole)
    return tuple(_block(origin, chosen[origin], story) for origin in sorted(chosen))


def _nameless(story: Story) -> AbstractSet[tuple[str, int]]:
    """The sentences in which somebody says something of whom they do not say who it is: "The source added"."""
    found: set[tuple[str, int]] = set()
    for article, findings in zip(story.articles, story.findings, strict=True):
        said = [(one.sentence, one.speaker) for one in findings.statements]
        said += [(one.sentence, one.speaker) for one in findings.quotes if one.speaker]
        for sentence, speaker in said:
            inside = article.sentence_excerpt(sentence).span.covers(speaker.mention.span)
            if inside and not says_who(speaker, article.language):
                found.add((article.id, sentence))
    return found


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
    return OnlyHere(where=_where(members, story), sentences=tuple(soles))


def _where(members: set[str], story: Story) -> str:
    """How the page names the article or the origin that alone has something."""
    carried = next((o for o in story.origins if len(o.carriers) > 1 and members & set(o.article_ids)), None)
    if carried:
        return text_of(carried, story)
    article = next(article for article in story.articles if article.id in members)
    publisher = f", {article.publisher.value.name}" if article.publisher else ""
    return f"article {story.number(article.id)}{publisher}"


def _sentence(story: Story, excerpt: Excerpt) -> tuple[str, int]:
    article = story.article(excerpt.span.article_id)
    return article.id, article.sentence_at(excerpt.span.start)
