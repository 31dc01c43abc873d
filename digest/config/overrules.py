"""Which lines of an article an editor keeps or drops: the keys `keep` and `drop`, and what their texts fit.

A text fits a line that says the same: white space, capitals, the kind of quotation mark, and marks at the edges make
no difference. A text that ends with `*` fits every line that begins with its words.

| text | fits | fits not |
|---|---|---|
| `read more` | `» Read more …` | `Read more: Talks end` |
| `read more*` | `Read more: Talks end` | `Read moreover` |
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from digest.config.schema import Key, ListOf
from digest.config.values import Text
from digest.model import Overrule

FITTING = "a line that says the same, or with `*` at its end begins with it"
LINES = ListOf(item=Text(limit=1000), named="lines")
KEEP = Key(type=LINES, about=f"Lines to keep, whatever they look like: each fits {FITTING}.")
DROP = Key(type=LINES, about=f"Lines to leave out: each fits {FITTING}.")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
WIDE = "\u2e80"  # from here on scripts put no blanks between words
LONGEST = 2_000  # characters of a line that are compared
SHOWN = 60  # characters of a line that an overrule quotes


class _Texts(NamedTuple):
    """Where in their order the texts stand that fit a whole line, and those that fit its beginning."""

    whole: Mapping[str, int]
    beginnings: Mapping[str, int]


def overrules_in(values: Mapping[str, Any]) -> tuple[Overrule, ...]:
    """The overrules among some settings: what is kept before what is dropped, so that the first that fits counts."""
    return tuple(
        Overrule(text=setting.value, keep=keep, location=setting.location)
        for name, keep in (("keep", True), ("drop", False))
        for setting in (values[name].value if name in values else ())
    )


def keeps_first(overrules: Sequence[Overrule]) -> tuple[Overrule, ...]:
    """What one article's files say, in the order in which it counts."""
    return tuple(sorted(overrules, key=lambda overrule: not overrule.keep))


def overrule_of(line: str, overrules: tuple[Overrule, ...]) -> int | None:
    """Which of the overrules, by its index, counts for a line: the first that fits; None where none does."""
    texts = _texts(overrules)
    said = as_compared(line)
    found = [texts.whole[said]] if said in texts.whole else []
    if said.startswith(tuple(texts.beginnings)):
        found += [index for text, index in texts.beginnings.items() if _begins(said, text)]
    return min(found, default=None)


def as_compared(text: str) -> str:
    """A line without what makes no difference: "» Read  more …" → "read more"; of marks alone all are kept."""
    plain = " ".join(text[:LONGEST].translate(STRAIGHT).split()).casefold()
    start, end = 0, len(plain)
    while start < end and not plain[start].isalnum():
        start += 1
    while end > start and not plain[end - 1].isalnum():
        end -= 1
    return plain[start:end] or plain


def fitting_text(line: str) -> str:
    """A text that fits a line, ready to be pasted into YAML: all of it, or where it is long its first words and `*`."""
    text = " ".join(line.split())
    if len(text) > SHOWN:
        text = (text[:SHOWN].rsplit(" ", 1)[0] or text[:SHOWN]) + "*"
    return json.dumps(text, ensure_ascii=False)


def _begins(line: str, text: str) -> bool:
    """Whether a line begins with a text, and the word is over there."""
    parts_words = text[-1].isalnum() and text[-1] < WIDE
    return line.startswith(text) and not (parts_words and line[len(text) : len(text) + 1].isalnum())


@lru_cache(maxsize=1024)
def _texts(overrules: tuple[Overrule, ...]) -> _Texts:
    whole: dict[str, int] = {}
    beginnings: dict[str, int] = {}
    for index, overrule in enumerate(overrules):
        text = as_compared(overrule.text)
        open_end = overrule.text.endswith("*") and any(ch.isalnum() for ch in text)
        (beginnings if open_end else whole).setdefault(text, index)
    return _Texts(whole, beginnings)
