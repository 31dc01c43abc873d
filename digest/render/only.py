"""What only one origin of a story has: its weightiest sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from digest.language import subject
from digest.language.degrees import Degree
from digest.language.listed import stands_alone
from digest.language.news import is_background, is_scene, is_silence
from digest.language.nobody import calls_by_given_name, given_names
from digest.language.quoting import MARK, QUOTED
from digest.language.terms import low_words
from digest.model import Excerpt, Sole, Story
from digest.render.origins import numbers_of, text_of
from digest.render.placing import is_advert
from digest.render.printed import Printed
from digest.render.recalled import is_another
from digest.render.statements import says_who

SHOWN = 2
"""How many sentences that only one origin has a page shows."""
MOST = 8
"""How many of all origins."""
FEW = 3
"""Up to how many are filled up with those that tell no news, or that a word links to what stood before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyHere:
    """What only one origin has, the weightiest sentence first; `where` names it: "article 2, The Courier"."""

    where: str
    sentences: tuple[Sole, ...]


class _Candidate(NamedTuple):
    """A sentence of an origin: whether the page has told it, whether it only fills up a list, and its weight."""

    again: bool
    behind: bool
    weight: float
    origin: int
    sole: Sole


def only_here(story: Story, shown: AbstractSet[tuple[str, int]], above: Printed) -> tuple[OnlyHere, ...]:
    """The origins that have something alone which the page has not `shown` yet, in the order of the articles.

    Nothing is listed that asks, adds to something, leaves open what or whom it means, tells that somebody said nothing,
    or only what was going on when something happened. What tells no news, or opens
    with "but", only fills up a short list, and what stands `above` already an empty one. The origins take turns, those
    first whose sentences weigh most.
    """
    sources = story.sources
    if len(set(sources.origins)) < 2:
        return ()
    place = {article.id: number for number, article in enumerate(story.articles)}
    nameless = _nameless(story)
    given = given_names(person.name for findings in story.findings for person in findings.people)
    found: list[_Candidate] = []
    for sole in story.comparison.only:
        at, text = _sentence(story, sole.excerpt), sole.excerpt.text
        article = story.article(at[0])
        if "?" in text or at in shown or at in nameless or _adds(text, article.language):
            continue
        if calls_by_given_name(text, given) or is_another(article, at[1]):
            continue
        if is_advert(article, at[1]) or is_silence(text, language=article.language):
            continue
        if is_scene(text, language=article.language):
            continue
        alone = stands_alone(text, language=article.language)
        linked = alone or stands_alone(text, most=Degree.LINKS, language=article.language)
        if not linked or above.leaves_open(text, language=article.language):
            continue
        if above.takes_up(text, alone=MARK.match(text) is not None, language=article.language):
            continue
        year = article.published.value.year if article.published else None
        behind = not alone or is_background(text, year, language=article.language)
        again = above.repeats(text, language=article.language)
        found.append(_Candidate(again, behind, sole.weight, sources.origins[place[at[0]]], sole))
    chosen = _chosen(found)
    blocks: dict[tuple[int, tuple[str, ...]], list[Sole]] = {}
    for one in sorted(chosen, key=lambda one: one.origin):
        blocks.setdefault((one.origin, _holders(one.sole)), []).append(one.sole)
    return tuple(
        OnlyHere(where=_where(holders, story), sentences=tuple(soles)) for (_, holders), soles in blocks.items()
    )


def _adds(text: str, language: str) -> bool:
    """Whether a sentence adds to something told before: "Ann Ito and her son were also there"."""
    adding = subject(language, "summarize")["leaning"]["adding"]
    outside = QUOTED.sub(" ", text) if MARK.search(text) else text
    return any(word in adding for word in low_words(outside))


def _chosen(found: Sequence[_Candidate]) -> Sequence[_Candidate]:
    """The best of what was found, the weightiest first, and not too many of one origin."""
    times: Counter[int] = Counter()
    turns: list[tuple[int, _Candidate]] = []
    for one in sorted(found, key=lambda one: (one.again, one.behind, -one.weight)):
        if times[one.origin] < SHOWN:
            turns.append((times[one.origin], one))
            times[one.origin] += 1
    turns.sort(key=lambda turn: turn[0])  # the second of an origin behind the first of all others
    sure = [one for _, one in turns if not one.again and not one.behind][:MOST]
    sure += [one for _, one in turns if one.behind and not one.again][: max(0, FEW - len(sure))]
    return sure or [one for _, one in turns][:1]


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


def _holders(sole: Sole) -> tuple[str, ...]:
    """The articles that have a sentence: of those that carry one text, perhaps one alone."""
    return tuple(sorted({excerpt.span.article_id for excerpt in (sole.excerpt, *sole.also)}))


def _where(holders: Sequence[str], story: Story) -> str:
    """How the page names the article or the articles of an origin that alone have something."""
    carried = next((o for o in story.origins if set(o.article_ids) == set(holders)), None)
    if carried and len(carried.carriers) > 1:
        return text_of(carried, story)
    numbers = numbers_of(holders, story)
    if len(holders) > 1:
        return f"articles {numbers}"
    (article,) = (story.article(holder) for holder in holders)
    publisher = f", {article.publisher.value.name}" if article.publisher else ""
    return f"article {numbers}{publisher}"


def _sentence(story: Story, excerpt: Excerpt) -> tuple[str, int]:
    article = story.article(excerpt.span.article_id)
    return article.id, article.sentence_at(excerpt.span.start)
