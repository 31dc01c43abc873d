"""Find what an editor means by some words of it, or say why it cannot be told.

Marks, white space, capitals and the kind of quotation mark do not matter. What equals the words is taken first, then
what holds them as whole words, then what holds them at all, then what stands in a sentence that holds them; within the
first of these that fits anything, there must be just one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from digest.config.nodes import printable
from digest.config.story import StoryFile
from digest.diagnostics import Diagnostic, Location, warning
from digest.model import Excerpt, Story

T = TypeVar("T")

APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")  # "China’s" is one word
COMMA_IN_NUMBER = re.compile(r"(?<=\d)[,\u202f\u00a0](?=\d{3})")  # "2,000" is "2000"
TOKEN = re.compile(r"[^\W_]+|[%$€£¥]")  # "US$38 billion" -> US $ 38 billion
SHOWN = 70
CLOSEST = 12
LONG = 8  # letters from which words may begin or end inside a word: "Le" must not mean "Alexander"


def fold(text: str) -> str:
    """Reduce a text to its words, one blank between them."""
    plain = unicodedata.normalize("NFKC", COMMA_IN_NUMBER.sub("", APOSTROPHE.sub("", text))).casefold()
    return " ".join(TOKEN.findall(plain))


def shorten(text: str, *, width: int = SHOWN) -> str:
    """A text in one line, cut at a word, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[:width].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[T]):
    """Something that can be named by its words. `texts` are its wordings, the one to show first.

    `parts` are short names that several things may bear. `around` holds the sentence of each wording, for what has the
    same words as something else.
    """

    item: T
    texts: tuple[str, ...]
    parts: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Warnings:
    """Collects what did not fit while one file is applied."""

    file: StoryFile
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, message: str, location: Location, *, hint: str = "") -> None:
        """Note a warning with its source line."""
        index = location.line - 1
        source = self.file.lines[index] if 0 <= index < len(self.file.lines) else ""
        self.found.append(warning(code, printable(message), location=location, hint=printable(hint), source=source))


def pick(
    words: str, candidates: Sequence[Candidate[T]], *, kind: str, location: Location, warnings: Warnings
) -> Candidate[T] | None:
    """The one candidate that the words mean. Where there is none, or more than one, a warning says so."""
    found = matches(words, candidates)
    if len(found) == 1:
        return found[0]
    if found:
        names = list(dict.fromkeys(f"“{shorten(c.texts[0], width=40)}”" for c in found))
        shown = " and ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        needle = fold(words)
        texts = [fold(text) for c in found for text in c.texts]
        if needle in texts:
            way_out = "write the words around it too"
        elif not any(needle in text for text in texts):
            way_out = "write only the words right around it"
        else:
            way_out = "write more of the words"
        warnings.add(
            "ambiguous-override",
            f"“{shorten(words)}” means more than one {kind} of this story",
            location,
            hint=f"it fits {shown}{'' if len(names) > 1 else f', which is here {len(found)} times'}: {way_out}",
        )
        return None
    near = nearest(words, [text for c in candidates for text in (*c.texts, *c.parts)])
    hint = f"did you mean “{shorten(near)}”?" if near else f"this story has no such {kind}: take the line out"
    warnings.add("unmatched-override", f"no {kind} of this story has the words “{shorten(words)}”", location, hint=hint)
    return None


def matches(words: str, candidates: Sequence[Candidate[T]]) -> list[Candidate[T]]:
    """All candidates that fit the words equally well."""
    needle = fold(words)
    if not needle:
        return []
    folded = [(c, [fold(text) for text in c.texts]) for c in candidates]
    equal = [c for c, texts in folded if needle in texts]
    whole = [c for c, texts in folded if any(f" {needle} " in f" {text} " for text in (*texts, *map(fold, c.parts)))]
    long = len(needle) >= LONG
    part = [c for c, texts in folded if long and any(needle in text for text in texts)]
    return equal or whole or part or [c for c, texts in folded if _in_sentence(needle, texts, c.around)]


def _in_sentence(needle: str, texts: Sequence[str], around: Sequence[str]) -> bool:
    """Whether the words are a part of a sentence, and hold all of the wording that stands in it."""
    pairs = zip(texts, around, strict=False)
    return any(f" {text} " in f" {needle} " and needle in fold(sentence) for text, sentence in pairs if text)


def sentence_of(story: Story, excerpt: Excerpt) -> str:
    """The sentence that an excerpt begins in."""
    article = story.articles[story.number(excerpt.span.article_id) - 1]
    return article.sentence_excerpt(article.sentence_at(excerpt.span.start)).text if article.sentences else ""


def nearest(words: str, texts: Sequence[str]) -> str | None:
    """The text that shares most with the words, or None where none shares at least half of them."""
    needle = fold(words)[:300]
    tokens = set(needle.split())
    ranked = sorted(
        dict.fromkeys(texts),
        key=lambda text: (-len(tokens & set(fold(text).split())), abs(len(text) - len(words)), text),
    )
    best: tuple[float, str] | None = None
    for text in ranked[:CLOSEST]:
        share = _shared(needle, fold(text)[:600])
        if best is None or share > best[0]:
            best = (share, text)
    return best[1] if best and best[0] >= 0.5 else None


def _shared(needle: str, text: str) -> float:
    """How much of the needle stands in the text in pieces of three letters or more, 0 to 1."""
    blocks = SequenceMatcher(None, needle, text, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 3) / max(1, len(needle))
