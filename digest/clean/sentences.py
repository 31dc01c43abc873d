"""Cut a line into its sentences.

    She met Ms. Roe at 5 p.m. Monday. He, too.    ->  "She met Ms. Roe at 5 p.m. Monday. ", "He, too."

A library cuts; what it cut within a sentence is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sentencex import segment

from digest.language import subject

SPACE = re.compile(r"\s")
HALF = re.compile(r"[\ud800-\udfff]")  # "\ud83d", the first half of an emoji
LONGEST = 8000  # characters of a line in which sentences are looked for at a time
NEAR = 40  # characters before a cut that tell whether it is right
ONLY_MARKS = re.compile(r"[\s\"“”„«»‘’‚'`]*")  # “““““““
POINT = re.compile(r"(?<=\d)(?<=[^\x00-\x7f])[.．](?=\d)")  # "５．５", "३.५"
ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.$")  # "im 19."
ONLY_NUMBER = re.compile(r"\W*\d{1,3}\.\s*")  # "1. ", before an item of a list
INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.$")  # "D-N." of "D-N.Y."
CALL = re.compile(r"[!?]$")  # "Yahoo!" of "Yahoo! said so"
CLOSING = re.compile(r"[”’»\"']+(?:\s+|$)")  # what was cut off the words that it closes: "” The crowd left."
NESTED = re.compile(r"(?<=\.[’'][”\"])\s+(?=[^\W\d_a-z])")  # "They are ‘thieves.’” The crowd left."
NUMBERED = re.compile(r"\s*\(\w{1,4}\)\s*")  # "(4) ", behind which the library finds no end
CALLED = re.compile(r"[!?][”’\"'»]+$")  # “Was it old?”, behind which who said it may stand
WITHIN = re.compile(r"[^\W\d_]+[\s,;]")  # "said so", a word in small letters, no "iPhone" and no address


def split_sentences(line: str, *, language: str) -> Iterator[str]:
    """Cut a line into pieces that begin with their sentence and hold the blanks behind it."""
    joints = _joints(language)
    whole = ""
    for text in _at_nested_marks(_segments(line, language)):
        closing = CLOSING.match(text) if whole and not whole[-1].isspace() else None
        if closing:
            whole += closing[0]
        rest = text[closing.end() :] if closing else text
        if whole and rest and not joints.join(whole, rest):
            yield whole
            whole = ""
        whole += rest
    if whole:
        yield whole


def _at_nested_marks(segments: Iterable[str]) -> Iterator[str]:
    """Cut behind two closing marks in a row as well, where the library sees no end."""
    for text in segments:
        start = 0
        for end in NESTED.finditer(text):
            yield text[start : end.end()]
            start = end.end()
        yield text[start:]


@dataclass(frozen=True, slots=True)
class Joints:
    """Where a language's sentences do not end although it looks so."""

    short: tuple[str, ...]
    counted: tuple[str, ...]
    times: tuple[str, ...]
    behind_times: re.Pattern[str] | None
    before_numbers: tuple[str, ...]
    tag: re.Pattern[str] | None

    def join(self, before: str, behind: str) -> bool:
        """Whether two pieces are parts of one sentence."""
        end, start = before[-NEAR:].rstrip(), behind.lstrip()
        return bool(
            (self.short and f" {end}".endswith(self.short))
            or (self.counted and ORDINAL.search(end) and start.startswith(self.counted))
            or (self.behind_times and end.endswith(self.times) and self.behind_times.match(start))
            or (self.before_numbers and end.endswith(self.before_numbers) and start[:1].isdigit())
            or ONLY_NUMBER.fullmatch(before)
            or (not before[-1].isspace() and INITIAL.search(end) and not behind[:1].isspace())
            or (self.tag and CALLED.search(end) and self.tag.match(start))
            or (CALL.search(end) and (word := WITHIN.match(start)) and word[0].islower())
        )


@cache
def _joints(language: str) -> Joints:
    data = subject(language, "sentences")
    behind = "|".join(re.escape(word) for word in data.get("behind_times", ()))
    telling = "|".join(re.escape(word) for word in data.get("telling", ()))
    return Joints(
        short=tuple(f" {form}" for form in data.get("short_forms", ())),
        counted=tuple(data.get("behind_ordinals", ())),
        times=tuple(data.get("times", ())),
        before_numbers=tuple(data.get("before_numbers", ())),
        # “Was it old?” Ms. Roe asked, smiling.
        tag=re.compile(rf"(?:[^\W\d_a-z][\w.’'-]* ){{1,5}}(?:{telling})[.,][^“”\"]*$") if telling else None,
        behind_times=re.compile(rf"(?:{behind})(?!\w)|\w+ {data['time_of']}\b") if behind else None,
    )


def _segments(piece: str, language: str) -> Iterator[str]:
    """What the library takes for sentences. A very long line is handed to it in stretches.

    Its work grows with the square of the quotation marks in a line. A stretch begins where the last sentence of the one
    before began; where that was all one sentence, the next stretch goes on behind it.
    """
    line = _blanked(piece)
    start = 0
    while len(line) - start > LONGEST:
        *sentences, last = _segmented(language, line[start : start + LONGEST])
        if not sentences:
            last = last[: last.rfind(" ") + 1] or last
            sentences = [last]
        yield from sentences
        start += sum(map(len, sentences))
    yield from _segmented(language, line[start:] if start else line)


def _segmented(language: str, text: str) -> list[str]:
    """What the library says; not where there is nothing but marks, in which no sentence ends."""
    if ONLY_MARKS.fullmatch(text):
        return [text]
    number = NUMBERED.match(text)
    begin = number.end() if number and number.end() < len(text) else 0
    sentences: list[str] = segment(language, text[begin:])
    return [text[:begin] + sentences[0], *sentences[1:]]


def _blanked(piece: str) -> str:
    """The text with a plain blank for each other one: the library fails on "J", a no-break space and a full stop.

    It fails on half a character, too, as JSON may hold one, and takes the point of "５．５" for the end.
    """
    piece = POINT.sub(",", piece)
    return piece if piece.isprintable() else HALF.sub("\ufffd", SPACE.sub(" ", piece))
