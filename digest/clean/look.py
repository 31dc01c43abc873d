"""Look at a line once: its words, how it ends, what shape it has. Every cleaner reads that instead of the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.clean.shape import Shape, shape_of, worth_of
from digest.clean.words import LONGEST_LOOKED_AT, WIDE, is_sentence, make_bare, make_plain, make_tokens

LABEL = 60  # characters
MOST_LABELS = 20_000
PARAGRAPH = 300  # characters: from here on words are counted by the blanks, and only told apart when asked for


class Look(NamedTuple):
    """What can be seen of a line without knowing what it means.

    `plain` and `bare` are the forms in which phrases are compared; `words` counts the words of `plain`.
    `letters`: there is nothing but letters and blanks. `worth`: how much it reads like an article.
    """

    plain: str
    bare: str
    told_apart: Sequence[str] | None
    words: int
    sentence: bool
    shape: Shape
    letters: bool
    worth: float

    @property
    def tokens(self) -> Sequence[str]:
        """The words of `plain`."""
        return make_tokens(self.plain) if self.told_apart is None else self.told_apart


def look_at(text: str) -> Look:
    """Look at a line.

    "» Read more" → plain "» read more", bare "read more", two words, no sentence, a label
    """
    return _LABELS[text] if len(text) <= LABEL else _look_at(text)


def _look_at(text: str) -> Look:
    plain = make_plain(text if len(text) <= LONGEST_LOOKED_AT else text[:LONGEST_LOOKED_AT])
    letters = plain[-1:].isalpha() and len(plain) > 1 and plain.replace(" ", "").isalpha()
    if len(plain) > PARAGRAPH:
        tokens, words = None, plain.count(" ") + 1
    else:
        tokens = plain.split(" ") if letters else make_tokens(plain)
        words = len(tokens)
    if not plain.isascii():
        words += len(WIDE.findall(plain)) // 2
    sentence = not letters and is_sentence(text)
    bare = plain if letters else make_bare(plain)
    form = shape_of(words, sentence=sentence)
    return Look(plain, bare, tokens, words, sentence, form, letters, worth_of(text, form, words=words))


class _Labels(dict[str, Look]):
    """Short lines that were looked at: the labels of a menu come again on every page of a site."""

    def __missing__(self, text: str) -> Look:
        look = _look_at(text)
        if len(self) < MOST_LABELS:
            self[text] = look
        return look


_LABELS = _Labels()
