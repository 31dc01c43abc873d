"""Texts that a reader of articles may meet and must survive, each as long as is asked for. All are made up here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count, islice

GIVEN = ("Mary", "Ann", "Paul", "Lena", "Iwan", "Rosa", "Peter", "Jago", "Ines", "Karl")
SYLLABLES = ("ba", "do", "ri", "ku", "len", "mos", "ta", "vi", "gor", "sen")
ORDINARY = (
    "The harbour of Kilronan was closed on Friday after a storm tore {n} boats from their moorings, {name} said.",
    "“Nobody goes out in this,” said {name}, the harbour master. “We have lost {n} per cent of the quay.”",
    "The council, which owns the pier, will pay $1.{n} million for repairs by March 2024, according to the ministry.",
    "She told reporters that the ferry company (FERRYCO) had warned of “serious damage” two years ago.",
    "Insurers expect claims of between {n} and 400 million euros.",
)


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _filled(pieces: Callable[[int], str]) -> Callable[[int], str]:
    """Pieces that differ, one after the other, until the text is long enough."""

    def make(length: int) -> str:
        found, total = [], 0
        for number in count():
            if total >= length:
                break
            found.append(pieces(number))
            total += len(found[-1])
        return "".join(found)[:length]

    return make


def name(number: int) -> str:
    """A name that no other number has: "Mary Badorisen"."""
    family = "".join(SYLLABLES[int(digit)] for digit in f"{number:05}")
    return f"{GIVEN[number % len(GIVEN)]} {family.capitalize()}"


def names(many: int) -> list[str]:
    """The first names of that row."""
    return [name(number) for number in islice(count(), many)]


def _ordinary(number: int) -> str:
    sentence = ORDINARY[number % len(ORDINARY)].format(n=number % 90 + 2, name=name(number // 7 % 40))
    return f"{sentence}{' ' if number % 3 else chr(10)}"


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    def make(length: int) -> str:
        deep = max(1, (length - 20) // (len(opening) + len(closing)))
        return f"{opening * deep}Nobody, she said{closing * deep}"

    return make


TEXTS: Mapping[str, Callable[[int], str]] = {
    "ordinary news": _filled(_ordinary),
    "ordinary, one paragraph": lambda length: _filled(_ordinary)(length).replace("\n", " "),
    "one word": _repeated("a"),
    "one word of capitals": _repeated("A"),
    "one word with hyphens": _repeated("Kilronan-"),
    "no spaces": _repeated("harbour,“closed”.Mary;5%/"),
    "one sentence": _repeated("and the harbour of the council "),
    "one sentence of capitals": _repeated("Kilronan Harbour Council "),
    "only digits": _repeated("7"),
    "numbers": _repeated("7 "),
    "digits with commas": _repeated("1,200,"),
    "digits with hyphens": _repeated("1-"),
    "figures": _repeated("$5 to 6 million or 7% of "),
    "only dots": _repeated("."),
    "dots and blanks": _repeated(". "),
    "only quotation marks": _repeated("“"),
    "all quotation marks": _repeated("\"“”„«»‘’‚''``"),
    "marks and blanks": _repeated('" '),
    "unbalanced marks": _repeated("“Never closed, said Mary Byrne. "),
    "closing marks": _repeated("closed” said Byrne. "),
    "apostrophes": _repeated("’s "),
    "short quotations": _repeated("“a” "),
    "quotations in one sentence": _repeated("“we go,” she said, "),
    "nested marks": _nested("“‘", "’”"),
    "nested brackets": _nested("([{", "}])"),
    "right to left": _repeated("הנמל נסגר ביום שישי, “איש לא יוצא” אמרה מרי. أغلق الميناء "),
    "combining marks": _repeated("e\u0301\u0302\u0303\u0304"),
    "one letter under many marks": _repeated("\u0301"),
    "zero-width inside names": _repeated("Mary\u200b Den\u200bisov said Den\u200disov’s boat sank. "),
    "digits of other scripts": _repeated("٣٤ passengers, १२ boats and ５ piers, ٣٫٥ per cent; "),
    "emoji and tags": _repeated("👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 said "),
    "half characters": _repeated("Byrne \ud83d said \udc00 “no”. "),
    "control characters": _repeated("a\x00b\x0b\x85\u2028 "),
    "short paragraphs": _repeated("Ann left.\n\n"),
    "paragraphs of one mark": _repeated("“\n\n"),
    "running quotations": _repeated("“We go on.\n\n"),
    "different names": _filled(lambda number: f"{name(number)} said so. "),
    "different names in a list": _filled(lambda number: f"{name(number)}, "),
    "names and pronouns": _repeated("Mary Byrne left. He said that she told him. "),
    "descriptions": _repeated("the Chinese diplomat, the minister of trade, "),
    "initials": _repeated("J. K. "),
    "compounds": _repeated("US-led China-Russia "),
    "acronyms": _repeated("NATO (NATO) "),
    "titles": _repeated("President Prime Minister Mr. "),
    "bodies": _repeated("Ministry of Bank of the University of "),
    "cues": _repeated("said that "),
    "cues and names": _repeated("Mary Byrne said that Paul Roth said that "),
    "according to": _repeated("according to the "),
    "commas": _repeated(", "),
    "dates": _repeated("on Monday 3 May 2021 two weeks ago "),
    "months": _repeated("March "),
    "short forms": _repeated("Mr. D. Dr. 19. "),
    "dialogue dashes": _repeated("—No nos iremos —dijo ella—. "),
    "dashes": _repeated("—"),
    "blanks": _repeated("a" + " " * 50),
    "line breaks": _repeated("\n"),
}
