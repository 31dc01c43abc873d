"""Remember what was found out about a word or a sentence, for loops that ask for thousands of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, Self, TypeVar, overload

Answer = TypeVar("Answer")
MOST = 1 << 17  # words; more than all texts of a day have, and no more than some megabytes
SENTENCE = 1000  # letters up to which a text is taken for a sentence that will be asked for again
SENTENCES = 1 << 13  # those of a large story


class Remembered(dict[str, Answer], Generic[Answer]):
    """The answer to one question about any word: `remembered[word]` asks for it once, and then knows it.

    Questions about sentences are asked the same way; what is too long for a sentence is not remembered.
    """

    def __init__(self, answer: Callable[[str], Answer], *, most: int = MOST) -> None:
        super().__init__()
        self._answer = answer
        self._most = most

    def __missing__(self, text: str) -> Answer:
        found = self._answer(text)
        if len(text) <= SENTENCE:
            if len(self) >= self._most:
                self.clear()
            self[text] = found
        return found


def of_sentences(answer: Callable[[str], Answer]) -> Remembered[Answer]:
    """The same for sentences, of which fewer are remembered."""
    return Remembered(answer, most=SENTENCES)


class Once(cached_property[Answer]):
    """A property that is worked out when it is first asked for, without the lock that costs more than most answers."""

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> Answer: ...

    def __get__(self, instance: object | None, owner: type[Any] | None = None) -> Self | Answer:
        if instance is None:
            return self
        found = instance.__dict__[self.attrname or ""] = self.func(instance)
        return found
