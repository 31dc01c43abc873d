"""Which articles and stories an editor wants together or apart."""

from __future__ import annotations

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The editors' wishes, free of contradictions. Each end of a pair is an article's id or a story's `story_node`.

    `together` and `apart` lead on: what is together with an article is apart from what that one is apart from. `takes`
    pairs the id of a story with that of a story that it takes in.
    """

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    takes: tuple[Pair, ...] = ()


NODE = "story\n"  # no id that anybody can write holds a line end


def story_node(story_id: str) -> str:
    """How links name a story, so that no article's id is ever taken for it."""
    return NODE + story_id


def story_of_node(node: str) -> str | None:
    """The story that an end of a link names, or None where it is an article."""
    return node.removeprefix(NODE) if node.startswith(NODE) else None
