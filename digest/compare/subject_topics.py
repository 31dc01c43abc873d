"""Find topics by counting: up to four words that mark the same stories.

One word that marks two stories says little, for many stories have a committee. Two words that both mark the same
three stories are a topic, or three that mark the same two, and so are further ones that mark much the same stories. A
story is about a topic if at least two of its words mark it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from digest.compare.subject_words import Key, Marking, markings
from digest.model import InStory, Story, Subject, SubjectKind

FEWEST = 2  # stories that two words have to mark, and words that have to mark a story
ENOUGH = 6  # stories times words: two words have to mark three stories, three words two
ALIKE = 0.6  # the share of the stories of two words that both mark, from which they are of one topic
WORDS = 4  # words of a topic, at most

Pair = tuple[Key, Key]


def topics(stories: Sequence[Story]) -> Iterable[Subject]:
    """Topics with their stories; each word is of one topic only."""
    marked = {story.id: markings(story) for story in stories}
    linked = _linked(marked)
    where, weight = _where(marked, linked), _weights(marked)
    order = sorted(where, key=lambda key: (-len(where[key]), -weight[key], key))
    rank = {key: place for place, key in enumerate(order)}
    taken: set[Key] = set()
    for lead in order:
        if lead in taken:
            continue
        others = sorted(
            (key for key in linked[lead] if key not in taken and _alike(where[lead], where[key])), key=rank.__getitem__
        )
        group = _without_parts([lead, *others])
        if len(group) >= FEWEST and (subject := _subject(group[:WORDS], marked, where)):
            taken.update((lead, *others))
            yield subject


def _linked(marked: Mapping[str, Mapping[Key, Marking]]) -> Mapping[Key, set[Key]]:
    """For each word those with which it marks at least two stories."""
    counts = Counter(pair for found in marked.values() for pair in _pairs(found))
    linked: dict[Key, set[Key]] = defaultdict(set)
    for (one, other), number in counts.items():
        if number >= FEWEST:
            linked[one].add(other)
            linked[other].add(one)
    return linked


def _pairs(found: Mapping[Key, Marking]) -> Iterator[Pair]:
    """The pairs of what marks a story; words that stand in a row are one thing, not two."""
    rows = {frozenset(key[1:]) for key in found if len(key) > FEWEST}
    for one, other in combinations(sorted(found), 2):
        if not {*one[1:]} & {*other[1:]} and frozenset((*one[1:], *other[1:])) not in rows:
            yield one, other


def _where(
    marked: Mapping[str, Mapping[Key, Marking]], linked: Mapping[Key, set[Key]]
) -> Mapping[Key, dict[str, None]]:
    """The stories of each word in which it has another one beside it that it is linked with."""
    where: dict[Key, dict[str, None]] = defaultdict(dict)
    for story, found in marked.items():
        for one, other in _pairs(found):
            if other in linked.get(one, ()):
                where[one][story] = where[other][story] = None
    return where


def _weights(marked: Mapping[str, Mapping[Key, Marking]]) -> Mapping[Key, float]:
    weights: dict[Key, float] = defaultdict(float)
    for found in marked.values():
        for key, one in found.items():
            weights[key] += one.weight
    return weights


def _alike(one: Mapping[str, None], other: Mapping[str, None]) -> bool:
    both = len(one.keys() & other.keys())
    return both >= FEWEST and both >= ALIKE * (len(one) + len(other) - both)


def _without_parts(group: Sequence[Key]) -> list[Key]:
    """The words without those that stand in a row of two of the same group."""
    parts = {(key[0], part) for key in group if len(key) > FEWEST for part in key[1:]}
    return [key for key in group if key not in parts]


def _subject(
    group: Sequence[Key], marked: Mapping[str, Mapping[Key, Marking]], where: Mapping[Key, Mapping[str, None]]
) -> Subject | None:
    """The topic of some words, or None where all are names that are told by themselves."""
    forms: dict[Key, Counter[str]] = {key: Counter() for key in group}
    stories, weight, known = [], 0.0, set(group)
    for story in dict.fromkeys(story for key in group for story in where[key]):
        here = [key for key in group if key in marked[story]]
        if len(here) < FEWEST:
            continue
        times = Counter(article for key in here for article in marked[story][key].articles)
        stories.append(InStory(story=story, articles=tuple(a for a, number in times.items() if number >= FEWEST)))
        for key in here:
            forms[key][marked[story][key].form] += 1
            weight += marked[story][key].weight
            if not marked[story][key].is_known:
                known.discard(key)
    if len(stories) * len(group) < ENOUGH or len(known) == len(group):
        return None
    name = ", ".join(min(found, key=lambda form: (-found[form], form)) for found in forms.values() if found)
    return Subject(kind=SubjectKind.WORD, name=name, stories=tuple(stories), language=group[0][0], weight=weight)
