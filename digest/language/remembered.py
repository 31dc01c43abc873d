"""Remember what was found out about each word, for loops that ask for thousands of words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")
MOST = 1 << 17  # words; more than all texts of a day have, and no more than some megabytes


class Remembered(dict[str, Answer], Generic[Answer]):
    """The answer to one question about any word: `remembered[word]` asks for it once, and then knows it."""

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> Answer:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self._answer(word)
        return found
