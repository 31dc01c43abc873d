"""Keep what several pages ask about a story while that story is at hand, so that it is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from digest.model import Story

Answer = TypeVar("Answer")
MOST = 1 << 10  # stories, which are kept as long as what is known of them


class AtHand(Generic[Answer]):
    """A function of a story that answers once for each: stories are told apart by being the very same object."""

    def __init__(self, work: Callable[[Story], Answer]) -> None:
        self._work = work
        self._known: dict[int, tuple[Story, Answer]] = {}
        self.__doc__ = work.__doc__

    def __call__(self, story: Story) -> Answer:
        """What is known of a story, or is now found out."""
        known = self._known.get(id(story))
        if known is None or known[0] is not story:
            if len(self._known) >= MOST:
                self._known.clear()
            known = self._known[id(story)] = (story, self._work(story))
        return known[1]
