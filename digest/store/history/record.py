"""Record a day: compare what the stories say with what they said, and note what readers should be told."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.model import Change, ChangeKind, Record, Story
from digest.store.history.edits import edit_changes
from digest.store.history.figures import Arrived, Occasion, moved_figures
from digest.store.history.netting import appended
from digest.store.history.past import History, Past, Said, SaidArticle
from digest.store.history.said import LONGEST, said_now
from digest.store.history.sources import Around, source_changes
from digest.store.history.told import not_told
from digest.store.names import Lock

MOST = 200  # changes of a story that are remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRecord:
    """A story, the same before the editors' files were applied, the hash of these, and whether they name its title."""

    story: Story
    unedited: Story
    editors: str = ""
    titled: bool = False


def record_day(
    history: History,
    stories: Sequence[ToRecord],
    lock: Lock,
    occasion: Occasion,
    *,
    new_id: Callable[[str, dt.date], str],
) -> History:
    """The history after a build of this day. Of a story that is published for the first time nothing has changed.

    `new_id` makes the id by which feeds will know a story, of a name and a day. Stories that are not told at present
    stay as they were remembered. The order of the stories does not matter, and recording the same again, on whatever
    day, changes nothing.
    """
    told = {item.story.id: item.story for item in stories}
    today = occasion.today
    elsewhere = _Elsewhere(history, told, lock)
    found = dict(history.stories)
    for item in stories:
        story = item.story
        said = said_now(story, item.unedited, editors=item.editors, titled=item.titled)
        past = history.stories.get(story.id)
        if past is None:
            found[story.id] = Past(published=today, feed_id=new_id(story.id, today), said=said)
            continue
        around = elsewhere.around(story.id, past)
        changes = not_told(past, _changes(past, item, said, around, occasion))
        found[story.id] = replace(past, said=said, changes=appended(past.changes, changes)[-MOST:])
    return History(stories=dict(sorted(found.items())), feed_id=history.feed_id or new_id("feed", today))


def record_of(history: History, story: str) -> Record | None:
    """What the pages and feeds say of a story's past."""
    past = history.stories.get(story)
    if past is None:
        return None
    return Record(published=past.published, feed_id=past.feed_id, changes=past.newest_first)


def announced(before: History, after: History) -> Mapping[str, tuple[Change, ...]]:
    """The changes that one history has and the other has not, by story, in the order in which they are told."""
    found = {}
    for story, past in after.stories.items():
        old = set(before.stories[story].changes) if story in before.stories else set()
        if new := tuple(told.change for told in past.changes if told not in old):
            found[story] = new
    return found


def _changes(past: Past, item: ToRecord, said: frozenset[Said], around: Around, occasion: Occasion) -> Iterator[Change]:
    sources = {entry.article: entry for entry in sorted(e for e in said if isinstance(e, SaidArticle))}
    known = past.articles
    of_sources = list(source_changes(past, sources, around, today=occasion.today))
    yield from of_sources
    revised = frozenset(change.article for change in of_sources if change.kind is ChangeKind.REVISED)
    arrived = Arrived(new=frozenset(sources.keys() - known.keys()), revised=revised)
    yield from moved_figures(past, item.story, arrived, occasion)
    yield from edit_changes(past, said, here=sources.keys() & known.keys(), today=occasion.today)


class _Elsewhere:
    """Where articles were told before, where they are told now, and what became of their stories."""

    def __init__(self, history: History, told: Mapping[str, Story], lock: Lock) -> None:
        self.history, self.told, self.lock = history, told, lock
        self.homes = {article.id: story.id for story in told.values() for article in story.articles}
        self.before: dict[str, list[str]] = defaultdict(list)
        for key, past in sorted(history.stories.items()):
            for article in past.articles:
                self.before[article].append(key)

    def around(self, story: str, past: Past) -> Around:
        """What happened to the other stories, as far as it concerns one."""
        mine, before = {article.id for article in self.told[story].articles}, past.articles
        came_from = {a: key for a in sorted(mine - before.keys()) for key in self.before.get(a, ()) if key != story}
        went_to = {a: self.homes[a] for a in before if a not in mine and a in self.homes}
        took_in = {
            key: self.history.stories[key].title
            for key in sorted(set(came_from.values()))
            if key not in self.told and self.lock.merged.get(key) == story
        }
        once_part = {change.other for change in past.newest_first if change.kind is ChangeKind.TOOK_IN}
        parted = {
            key: self.told[key].title.text[:LONGEST]
            for key in sorted(set(went_to.values()))
            if key in once_part or (key not in self.history.stories and self.lock.parted.get(key) == story)
        }
        return Around(came_from=came_from, went_to=went_to, took_in=took_in, parted=parted)
