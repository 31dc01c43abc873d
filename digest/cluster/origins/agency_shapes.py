"""The shapes in which articles name the agency that their text is from; the names and words are data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from digest.language import subject

LONG_NAME = 4  # letters of a name above which it is known in capitals, too
SHORT_WORD = 5  # letters of a word in small letters that may stand in a place or date: "3 mars", "de", "near"


class Found(NamedTuple):
    """An agency's name for the pages, whether the whole text is its, and the words that say so; with their place."""

    agency: str
    whole: bool
    words: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Shapes:
    """All the patterns, and which agency a spelling means."""

    spellings: Mapping[str, str]
    name: re.Pattern[str]
    in_dateline: re.Pattern[str]
    loose_dateline: re.Pattern[str]
    at_end: re.Pattern[str]
    alone_at_end: re.Pattern[str]
    helped: re.Pattern[str]
    helped_after: re.Pattern[str]
    published: re.Pattern[str]
    from_source: re.Pattern[str]
    owned: re.Pattern[str]
    joined_before: re.Pattern[str]
    joined_after: re.Pattern[str]
    only: re.Pattern[str]

    def named(self, text: str) -> str | None:
        """The agency whose name a text is, and nothing else."""
        match = self.only.fullmatch(text.strip())
        return self.spellings[match["name"]] if match else None

    def dateline(self, text: str) -> Iterator[Found]:
        """Look at the start of a paragraph: "OSLO, March 3 (AP) — ", "(Reuters) - ", "Berlin/dpa - "."""
        match = self.in_dateline.match(text) or self.loose_dateline.match(text)
        if match and _is_place(match["place"]):
            agencies = self._agencies(match["names"])
            for agency in agencies:
                yield Found(agency, len(agencies) == 1, match.group().strip(), match["place"].strip())

    def byline(self, text: str) -> Iterator[Found]:
        """Look at a byline: "Jane Roe, Reuters" is Reuters', "Jane Roe and Reuters" only in part."""
        agencies = self._agencies(text)
        partly = len(agencies) > 1 or self.joined_before.search(text) or self.joined_after.search(text)
        for agency in agencies:
            yield Found(agency, not partly, text)

    def signature(self, text: str) -> Iterator[Found]:
        """Look at the end of the text: "… the minister said. (AP)", "— AFP"."""
        match = self.at_end.search(text) or self.alone_at_end.fullmatch(text.strip())
        if match:
            agencies = self._agencies(match["names"])
            for agency in agencies:
                yield Found(agency, len(agencies) == 1, match["names"])

    def note(self, text: str) -> Iterator[Found]:
        """Look at a note at the end: "With files from The Canadian Press", "First published by AAP"."""
        for agency in self._agencies(text) if self.published.search(text) else ():
            yield Found(agency, True, text)
        if self.helped.search(text) or self.helped_after.search(text):
            for agency in self._agencies(text):
                yield Found(agency, False, text)

    def source(self, text: str) -> Iterator[Found]:
        """Look at a line of sources: "Source: Reuters"; of several each gave a part."""
        match = self.from_source.match(text.strip())
        if match:
            agencies = self._agencies(match["names"])
            rest = self.name.sub("", match["names"])
            alone = len(agencies) == 1 and not any(letter.isalpha() for letter in rest)
            for agency in agencies:
                yield Found(agency, alone, text)

    def copyright(self, text: str) -> Iterator[Found]:
        """Look at a notice: "Copyright 2026 The Associated Press. All rights reserved."."""
        match = self.owned.search(text)
        if match:
            yield Found(self.spellings[match["name"]], True, text)

    def _agencies(self, text: str) -> list[str]:
        return list(dict.fromkeys(self.spellings[match] for match in self.name.findall(text)))


@cache
def shapes() -> Shapes:
    """Read the data, once."""
    data = subject("mul", "agencies")
    spellings = dict(_spellings(data["agencies"]))
    name = _any_of(spellings)
    names = rf"{name}(?:\s?[/,&+]\s?[^\W\d][\w .-]{{1,30}})?"
    word = rf"(?<!\w){name}(?!\w)"
    joined, staff = _any_of(data["joined"]), _any_of(data["staff"])
    marks = r"\s*[-–—]{1,3}(?=\s|$)|\s*[.:]\s?[-–—]"
    place = r"(?P<place>[^()\[\]\n;!?“\"]{0,60}?)"
    return Shapes(
        spellings=spellings,
        name=re.compile(rf"(?<![\w-]){name}(?![\w-])"),
        in_dateline=re.compile(rf"{place}\s*[(\[]\s*(?P<names>{names})\s*[)\]](?:{marks}|\s*:)"),
        loose_dateline=re.compile(rf"{place}(?:(?<=\w)[/,]\s?|^)(?P<names>{name})(?:{marks})"),
        at_end=re.compile(rf"[.!?”\"’»]\s*(?:[(\[]\s*(?P<names>{names})[)\]])\W{{0,3}}$"),
        alone_at_end=re.compile(rf"(?=[^\w])(?:[(\[]|[-–—/]{{1,3}}\s?)(?P<names>{names})[)\]]?"),
        helped=re.compile(rf"^\W{{0,5}}(?i:{_any_of(data['helped_before'])})\W{{1,3}}(?i:the )?{word}"),
        helped_after=re.compile(rf"{word}.{{0,80}}?(?i:{_any_of(data['helped_after'])})"),
        published=re.compile(rf"(?i:{_any_of(data['published_by'])})\W{{1,3}}(?i:the )?{word}"),
        from_source=re.compile(rf"(?i:{_any_of(data['source'])})\s?:\s?(?P<names>[^:]{{0,30}}?{word}[^:]{{0,60}})$"),
        owned=re.compile(
            rf"(?i:{_any_of(data['copyright'])})[\s,]{{0,3}}(?:\d{{4}})?[\s,]{{0,3}}(?i:by )?(?P<name>{name})(?!\w)"
        ),
        joined_before=re.compile(rf"(?<!\w)(?i:{joined})\s+(?i:the )?{word}"),
        joined_after=re.compile(rf"{word}(?:\s+(?i:{staff}))?,?\s+(?i:{joined})(?!\w)"),
        only=re.compile(rf"\W{{0,3}}(?P<name>{name})(?:\s+(?i:{staff}))?\W{{0,3}}"),
    )


def _spellings(agencies: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for agency, names in agencies.items():
        for name in names:
            yield name, agency
            if len(name) > LONG_NAME:
                yield name.upper(), agency


def _is_place(text: str) -> bool:
    """Whether a text may be a place and a day: it has a few words, and none in small letters that is long."""
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) <= 8 and not any(word.islower() and len(word) > SHORT_WORD for word in words)


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))})"
