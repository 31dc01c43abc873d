"""Say which published articles a build put into another story: with `--regroup`, all that the new grouping moved."""

from __future__ import annotations

from collections.abc import Iterator

from digest.cli.console import Console, count
from digest.store.lock import Lock

SHOWN = 20


def tell_moves(console: Console, before: Lock, after: Lock, *, regroup: bool) -> None:
    """Print what moved; a regrouping that moved nothing says so."""
    lines = list(_moves(before, after))
    for line in lines[:SHOWN]:
        console.say(line)
    if len(lines) > SHOWN:
        console.say(f"and {len(lines) - SHOWN} more.")
    if regroup and not lines:
        console.say("Grouped anew: all stories are as they were.")
    elif regroup:
        console.say(f"Grouped anew: {count(len(lines), 'change')}.")


def _moves(before: Lock, after: Lock) -> Iterator[str]:
    for story, end in sorted(after.merged.items()):
        if story in before.stories and before.merged.get(story) != end:
            yield f"/stories/{after.stories[story]}/ leads to /stories/{after.stories[end]}/"
    for story in sorted(before.merged.keys() - after.merged.keys()):
        yield f"/stories/{after.stories[story]}/ is a story of its own again"
    for article, story in sorted(before.articles.items()):
        now = after.articles[article]
        if now not in (story, after.merged.get(story)) and before.merged.get(now) != story:
            yield f"{article}: from /stories/{after.stories[story]}/ to /stories/{after.stories[now]}/"
