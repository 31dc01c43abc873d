"""Remember what was found out about a word or a thing, for loops that ask for thousands of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Thing = TypeVar("Thing")
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


class cached_property(Generic[Thing, Answer]):  # noqa: N801  # as in the standard library
    """A property that is worked out once, when it is first asked for; that of Python 3.11 takes a lock each time."""

    def __init__(self, work: Callable[[Thing], Answer]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type[Thing], name: str) -> None:
        self._name = name

    def __get__(self, thing: Thing, owner: Any = None) -> Answer:
        found = self._work(thing)
        thing.__dict__[self._name] = found  # where Python finds it from now on
        return found
