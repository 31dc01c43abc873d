"""What the file of a story still says when another story has taken that in."""

from __future__ import annotations

from dataclasses import replace

from digest.config.story import StoryFile
from digest.diagnostics import Diagnostic, Location
from digest.edit.matching import Warnings

OF_THE_STORY = ("title", "summary", "picked", "summary_sentences", "order", "pinned", "tags", "note")
"""What there can be only one of, so that the story that took the other in decides it."""


def corrections(file: StoryFile, *, taker: str) -> tuple[StoryFile, tuple[Diagnostic, ...]]:
    """The file without what concerns its story as a whole, which is told; corrections of what was found remain.

    Somebody who hid a quotation wants it hidden wherever the article is told.
    """
    lost = [name for name in OF_THE_STORY if getattr(file, name) not in (None, ())]
    if not lost:
        return file, ()
    words = " and ".join(dict.fromkeys("summary" if name == "picked" else name for name in lost))
    place = getattr(getattr(file, lost[0]), "location", None) or Location(path=file.path)
    warnings = Warnings(file=file)
    warnings.add(
        "taken-in",
        f"'{file.slug}' is now a part of '{taker}': its {words} {'is' if len(lost) == 1 else 'are'} not used",
        place,
        hint=f"write what you want to keep into stories/{taker}.yml, and take it out here; corrections still count",
    )
    kept = replace(
        file, title=None, summary=None, picked=(), summary_sentences=None, order=None, pinned=None, tags=None, note=None
    )
    return kept, tuple(warnings.found)
