"""Find picture credits: "(Photo by Reuters)", "Photo: AP", "Jane Doe/Getty Images"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from digest.clean.look import Look
from digest.clean.words import SENTENCE_MARKS, make_tokens
from digest.language import subject


class Credit(NamedTuple):
    """Where the credit begins in the line, and the name it gives."""

    start: int
    name: str


LONGEST = 160  # characters looked at, from the end of the line
MOST_TOKENS = LONGEST // 2  # words that these characters may have
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")  # "hospitalCredit" are two
GLUED = re.compile(r"[a-z][A-Z]")
MARK = re.compile(r"[()\[\]:|/©–]|\.\.\.|(?:by|of) [A-Z]|(?:via|for) |[Cc]opyright|COPYRIGHT")
CREDIT_LINKS = frozenset({"by", "of", "via", "for", "copyright"})  # a credit without any mark has one of these words
CUT = ("…)", "...)", "…]", "...]")  # the end of a credit that was cut
EDGES = " .,;:|()[]/–—-·"


def find_credit(text: str, *, language: str = "en") -> Credit | None:
    """Find the credit at the end of a line.

    "The envoys meet. (Photo by Reuters)" → "Reuters"; "A crane in Hamburg. Photo: AP" → "AP";
    "A crane in Hamburg. Jane Doe/Getty Images" → "Jane Doe/Getty Images"
    """
    offset = max(0, len(text) - LONGEST)
    tail = text[offset:]
    if not MARK.search(tail):
        return None
    low = tail.lower()
    for signs, shape in _shapes(language):
        hit = shape.search(tail) if any(sign in low for sign in signs) else None
        if hit:
            name = hit.group("name").strip(EDGES)
            if name:
                return Credit(offset + hit.start(), name)
    return None


def may_have_credit(text: str, look: Look, language: str) -> bool:
    """Whether a line has near its end a word of those that credits have; most lines have none."""
    signs = _signs(language)
    tokens = make_tokens(look.plain[-LONGEST:]) if look.told_apart is None else look.told_apart
    if not signs.isdisjoint(tokens[-MOST_TOKENS:]) or "©" in text or text.endswith(CUT):
        return True
    tail = text[-LONGEST:]
    if text[-1] in SENTENCE_MARKS or not GLUED.search(tail):
        return False
    return not signs.isdisjoint(word.lower() for word in WORD.findall(tail))


@cache
def _signs(language: str) -> frozenset[str]:
    """The words of which every credit has one: "photo", "courtesy", the longest word of an agency's name."""
    data = subject(language, "clean")
    names = [name for key in ("credit_words", "agencies") for name in data[key]]
    return frozenset(max(WORD.findall(name), key=len).lower() for name in names)


@cache
def _shapes(language: str) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The shapes of credits, each with signs, one of which it always has: they spare most lines the patterns."""
    data = subject(language, "clean")
    word = f"(?i:{_any_of(data['credit_words'])})"
    agency = rf"(?<!\w)(?:{_any_of(data['agencies'])})(?!\w)"
    # A word before the label, or one scraped without the blank: "the hospitalCredit: AP".
    label = rf"(?:(?<!\w)|(?<=[a-z.!?”])(?=[A-Z]))(?:(?i:file|ap|afp|reuters|handout|screenshot|video) )?{word}"
    # A name alone is a credit only where a sentence has ended before it, or nothing stands there.
    alone = r"(?:^|(?<=[.!?\"”’)…])\s*)"
    part = r"[^.!?/|]{1,40}"
    in_brackets = rf"[(\[]\s*(?P<name>[^()\[\]]{{0,60}}?{agency})[^()\[\]]{{0,40}}[)\]]\W*$"  # [Jane Doe/AFP]
    # "Jane Doe/Getty Images", "Jane Doe | Bloomberg | Getty Images"
    name_first = rf"{alone}(?P<name>(?:© ?)?(?:{part})?\s?[/|–] ?(?:{part}[/|] ?)?{agency}(?:[/ |][^.!?]{{0,30}})?)$"
    # "REUTERS/Jane Doe", "© AFP 2019 / Jane Doe"
    agency_first = rf"{alone}(?P<name>(?:© ?)?(?i:{agency})(?: \d{{4}})? ?[/|] ?[^.!?]{{2,60}})\.?$"
    # "© Jane Doe", "Image copyright AFP"
    copyrighted = rf"{alone}(?P<name>(?:©|(?i:image copyright)) ?[^.!?]{{2,50}})$"
    # "(Jane Doe / Associated…)", cut by a page that had no room for it
    cut_off = r"[(\[]\s*(?P<name>[^()\[\]]{2,60}[/|][^()\[\]]{1,40}(?:…|\.\.\.))\s*[)\]]$"
    through = rf"{alone}(?P<name>[^.!?]{{0,40}}(?:via|for) {agency})$"  # "AFP via Getty Images"
    return (
        (("(", "["), _labelled_in_brackets(label)),
        (("",), _labelled(label)),
        (("(", "["), re.compile(in_brackets)),
        (CUT, re.compile(cut_off)),
        (("/", "|", "–"), re.compile(name_first)),
        (("/", "|"), re.compile(agency_first)),
        (("©", "copyright"), re.compile(copyrighted)),
        (("via ", "for "), re.compile(through)),
    )


def _labelled_in_brackets(label: str) -> re.Pattern[str]:
    """Match "(Photo by Reuters)", "[Image: NASA]", "(AP Photo/Jane Doe)", "(Courtesy of the museum)"."""
    link = r"(?i:\s+(?:by|from|credit|courtesy|of)){0,3}\s*[:/|©-]{0,2}\s*"
    return re.compile(rf"[(\[]\s*{label}{link}(?P<name>[^()\[\]]{{2,80}})[)\]]\W*$")


def _labelled(label: str) -> re.Pattern[str]:
    """Match "Photo: AP", "Image credit: NASA", "Credit...Jane Doe", "Picture by Jane Doe"."""
    link = r"(?i:\s+(?:credit|courtesy|source))?(?:\s*(?::|\.\.\.|©|\|)\s*|\s+(?:by|courtesy of) (?=[A-Z©]))"
    return re.compile(rf"{label}{link}(?P<name>[^.:!?]{{2,80}})\.?$")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
