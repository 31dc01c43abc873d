"""What became different about a published story, and on which day it was told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What kind of change it is. The value stands in `stories.history`."""

    ADDED = "added"  # a source came
    GONE = "gone"  # a source is not here any more
    REVISED = "revised"  # an outlet changed what its article says
    MOVED = "moved"  # a later article, or a revised one, gives another figure
    DIFFERS = "differs"  # another figure, and it is not known which one is later
    TITLE = "title"  # an editor wrote another title
    SPEAKER = "speaker"  # an editor corrected who said something
    HIDDEN = "hidden"  # an editor took something off the page
    SHOWN = "shown"  # an editor brought it back
    TOOK_IN = "took-in"  # another story became a part of this one
    PARTED = "parted"  # another story was split off this one


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. `words` are what stands now, `before` what stood; `article` is the id of the one it is about.

    | kind | about | words | before | other |
    |---|---|---|---|---|
    | added, gone | | how the article was called | | the story it came from, or went to |
    | revised | SHA-256 of the new text | | | |
    | moved, differs | | the figure | the figure before | the article that has it |
    | title | | the title | the title before | |
    | speaker | the words quoted | the speaker, "" for nobody | the speaker before | |
    | hidden, shown | figure or quotation | its words | | |
    | took-in, parted | | the other story's title | | the other story |
    """

    day: dt.date
    kind: ChangeKind
    article: str = ""
    about: str = ""
    words: str = ""
    before: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was recorded of a published story: its first day, its id in feeds, its changes with the newest first."""

    published: dt.date
    feed_id: str
    changes: tuple[Change, ...] = ()

    @property
    def updated(self) -> dt.date:
        """The day of the last change, or of publication."""
        return max((self.published, *(change.day for change in self.changes)))
