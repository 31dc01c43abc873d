"""Say in which story each known article stays, as the lock and the editors' links have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from digest.model import Joined, Links, story_node, story_of_node
from digest.store.names import FREE, Lock

Pair = tuple[str, str]
Told = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The story of each article that stays in one, before anything is compared.

    `homes` says for each known article where it would be without the editor. `included` are articles that links put
    into their story, `refused` those that links keep out of a story they would be in, and `named` all that links name.
    `takers` gives for a story the one that takes it in; `barred` pairs an article with each story that it is kept out
    of. `anew`: all is grouped anew but what editors made; `known` are the stories also of what is not here,
    which nothing can group.
    """

    stories: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)
    included: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    takers: Mapping[str, str] = field(default_factory=dict)
    barred: frozenset[tuple[str, str]] = frozenset()
    anew: bool = True

    @property
    def nodes(self) -> dict[str, str]:
        """The story of each article under the name that links give it."""
        return {article: story_node(story) for article, story in self.stories.items()}


def settle_articles(lock: Lock, links: Links, *, regroup: bool = False) -> Settled:
    """Find the story of every article that the lock knows, or that links put into a story.

    Of these the first that the links permit: the story that a link names; the home, which is where the article would
    be without the editor; the story where it is. An article for which none is left is free, and compared anew.

    To `regroup` is to let go of all stories but those that an editor has made what they are: links name them, or an
    article whose home they are.
    """
    choice = _Choice(lock, links)
    while choice.contradicted():
        pass
    known = stories = choice.stories()
    if regroup:
        kept = choice.steered | {choice.homes[article] for article in choice.named if article in choice.homes}
        stories = {a: story for a, story in stories.items() if story in kept or a in choice.fixed}
    return Settled(
        stories=stories,
        known=known,
        homes=choice.homes,
        included=frozenset(choice.fixed),
        refused=frozenset(choice.refused),
        named=frozenset(choice.named),
        takers=_takers(links.takes),
        barred=frozenset(choice.barred),
        anew=regroup,
    )


class _Choice:
    """The stories that each article may be in, the first choice first, and those of them that the links refuse it."""

    def __init__(self, lock: Lock, links: Links) -> None:
        self.lock = lock
        self.links = links
        self.homes = {article: lock.homes.get(article, story) for article, story in lock.articles.items()}
        ends = {end for pair in (*links.together, *links.apart) for end in pair}
        self.named = {end for end in ends if story_of_node(end) is None}
        self.steered = {story for end in ends if (story := story_of_node(end))}
        self.together = Joined(links.together)
        self.members: dict[str, set[str]] = defaultdict(set)  # articles and stories by their group of linked names
        for end in ends:
            self.members[self.together.group(end)].add(end)
        self.fixed = {article: story for article in self.named if (story := self._included(article))}
        self.refused: dict[str, set[str]] = defaultdict(set)
        self.barred = set(self._barred())

    def contradicted(self) -> bool:
        """Refuse articles the story that brings them together with what they are to be apart from; whether any was."""
        held = self._held()
        told = {article: story for article in self.named if (story := self._story(article, held))}
        joined = Joined((*self.links.together, *((article, story_node(story)) for article, story in told.items())))
        refused: set[str] = set()
        for pair in self.links.apart:
            if joined.same(*pair):
                ends = {member for end in pair for member in self.members[self.together.group(end)]}
                movable = {article for article in ends if article in told and article not in self.fixed}
                if not movable:  # others hold the two together
                    movable = {a for a in told if a not in self.fixed and joined.same(a, pair[0])}
                movable = self._meeting(pair, told) & movable or movable
                refused |= {a for a in movable if self._has_another(a, told[a], held)} or movable
        for article in refused:
            self.refused[article].add(told[article])
        return bool(refused)

    def stories(self) -> dict[str, str]:
        """The story of each article that has one, by itself or through one that it is together with."""
        held = self._held()
        found = {article: self._story(article, held) for article in (*self.homes, *self.fixed)}
        settled = {article: story for article, story in found.items() if story}
        of_group = {self.together.group(a): settled[a] for a in sorted(self.named, reverse=True) if a in settled}
        for article in self.named - settled.keys():
            if story := of_group.get(self.together.group(article)):
                settled[article] = self.fixed[article] = story
        return settled

    def _meeting(self, pair: Pair, told: Told) -> set[str]:
        """Those of the articles that are to be apart whose own story is the one in which both sides meet."""
        sides = [self.members[self.together.group(end)] for end in pair]

        def place(member: str) -> str:
            return self.together.group(story_node(told[member]) if member in told else member)

        one, other = ({place(m) for m in side if m in told or story_of_node(m)} for side in sides)
        return {member for side in sides for member in side if member in told and place(member) in one & other}

    def _has_another(self, article: str, story: str, held: set[str]) -> bool:
        """Whether an article has another choice, or was put where it is by an editor."""
        return self.homes.get(article) == FREE or self._story(article, held, but=story) is not None

    def _barred(self) -> Iterator[tuple[str, str]]:
        """Each article with the stories that links keep it out of."""
        for pair in self.links.apart:
            one, other = (self.members[self.together.group(end)] for end in pair)
            for here, there in ((one, other), (other, one)):
                named = [story for end in there if (story := story_of_node(end))]
                yield from ((end, story) for end in here if story_of_node(end) is None for story in named)

    def _held(self) -> set[str]:
        """The stories that an editor split off, and that links still keep apart from what they were split from."""
        held = {story for article in self.refused if (story := self._story(article, set()))} | self.steered
        for article in self.named:
            story = self.lock.articles.get(article, "")
            if story in self.lock.parted and (article, self._whole(story)) in self.barred:
                held.add(story)
        return held

    def _story(self, article: str, held: set[str], *, but: str = "") -> str | None:
        """The first choice that is not refused, nor the one excepted."""
        if article in self.fixed:
            return self.fixed[article]
        home = self.homes.get(article)
        if home is None:
            return None
        if home != FREE and home not in self.lock.parted and article not in self.named:
            return self.lock.now(home)
        refused = {*self.refused.get(article, ()), but}
        return next((story for story in self._choices(article, home, held) if story not in refused), None)

    def _choices(self, article: str, home: str, held: set[str]) -> list[str]:
        present = self.lock.articles[article]
        if home == FREE:
            return [present] if article in self.named or present in self.steered else []
        choices = [home] if self.lock.merged.get(home) == present else [home, present]
        if home in self.lock.parted and home not in held:
            choices = [self._whole(home), *choices]
        return [self.lock.now(story) for story in choices]

    def _whole(self, story: str) -> str:
        """The story that a split-off one was a part of, before all splits."""
        seen = {story}
        while (above := self.lock.parted.get(story)) and above not in seen:
            seen.add(story := above)
        return story

    def _included(self, article: str) -> str | None:
        """The story that links put an article into: of several that are one, its home, or the one where it is."""
        members = self.members[self.together.group(article)]
        stories = sorted(story for end in members if (story := story_of_node(end)))
        if not stories:
            return None
        wanted = (self.homes.get(article, ""), self.lock.articles.get(article, ""))
        return next((story for story in wanted if story in stories), stories[0])


def _takers(takes: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each story that is taken in, the one that has it in the end."""
    above = {taken: taker for taker, taken in sorted(takes, reverse=True)}
    found = {}
    for story in above:
        end, seen = story, {story}
        while (next_one := above.get(end)) and next_one not in seen:
            seen.add(end := next_one)
        found[story] = end
    return found
