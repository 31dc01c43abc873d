"""Find picture credits: "(Photo by Reuters)", "Photo: AP", "Jane Doe/Getty Images"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from digest.language import subject


class Credit(NamedTuple):
    """Where the credit begins in the line, and the name it gives."""

    start: int
    name: str


LONGEST = 160  # characters looked at, from the end of the line
EDGES = " .,;:|()[]/–—-·"


def find_credit(text: str, *, language: str = "en") -> Credit | None:
    """Find the credit at the end of a line.

    "The envoys meet. (Photo by Reuters)" → "Reuters"; "A crane in Hamburg. Photo: AP" → "AP";
    "A crane in Hamburg. Jane Doe/Getty Images" → "Jane Doe/Getty Images"
    """
    offset = max(0, len(text) - LONGEST)
    tail = text[offset:]
    for shape in _shapes(language):
        hit = shape.search(tail)
        if hit:
            name = hit.group("name").strip(EDGES)
            if name:
                return Credit(offset + hit.start(), name)
    return None


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], ...]:
    data = subject(language, "clean")
    words = "|".join(sorted((re.escape(w) for w in data["credit_words"]), key=len, reverse=True))
    agencies = (
        r"(?<!\w)(?:" + "|".join(sorted((re.escape(w) for w in data["agencies"]), key=len, reverse=True)) + r")(?!\w)"
    )
    # A word before it, or scraped without the blank: "the hospitalCredit: AP".
    label = (
        r"(?:(?<!\w)|(?<=[a-z.!?”])(?=[A-Z]))" + rf"(?:(?i:file|ap|afp|reuters|handout|screenshot|video) )?(?i:{words})"
    )
    return (
        # "(Photo by Reuters)", "[Image: NASA]", "(AP Photo/Jane Doe)", "(Courtesy of the museum)"
        re.compile(
            rf"[(\[]\s*{label}(?i:\s+(?:by|from|credit|courtesy|of))*\s*[:/|©-]*\s*(?P<name>[^()\[\]]{{2,80}})[)\]]\W*$"
        ),
        # "Photo: AP", "Photograph: Jane Doe/The Paper", "Image credit: NASA", "Credit...Jane Doe", "Picture by Jane Doe"
        re.compile(
            rf"{label}(?i:\s+(?:credit|courtesy|source))?(?:\s*(?::|\.\.\.|©|\|)\s*|\s+(?:by|courtesy of) (?=[A-Z©]))"
            r"(?P<name>[^.:!?]{2,80})\.?$"
        ),
        # "(Jane Doe/Reuters)", "[File: Jane Doe/AFP]"
        re.compile(rf"[(\[]\s*(?P<name>[^()\[\]]{{0,60}}?(?:{agencies}))[^()\[\]]{{0,40}}[)\]]\W*$"),
        # "Jane Doe/Getty Images", "Jane Doe | Bloomberg | Getty Images", "REUTERS/Jane Doe", "© AFP 2019 / Jane Doe"
        re.compile(
            rf"(?:^|(?<=[.!?\"”’)…])\s*)(?P<name>(?:© ?)?(?:[^\s.!?][^.!?/|]{{1,40}})?\s?[/|–] ?(?:[^.!?/|]{{1,40}}[/|] ?)?(?:{agencies})(?:[/ |](?:[^.!?]{{0,30}}))?)$"
        ),
        re.compile(
            rf"(?:^|(?<=[.!?\"”’)…])\s*)(?P<name>(?:© ?)?(?i:{agencies})(?: \d{{4}})? ?[/|] ?[^.!?]{{2,60}})\.?$"
        ),
        # "© Jane Doe", "AFP via Getty Images"
        re.compile(
            rf"(?:^|(?<=[.!?\"”’)…])\s*)(?P<name>(?:©|(?i:image copyright)) ?[^.!?]{{2,50}}|[^.!?]{{0,40}}(?:via|for) (?:{agencies}))$"
        ),
    )
