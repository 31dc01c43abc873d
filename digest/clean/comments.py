"""Know where the readers' comments begin: below that, prose is no longer the article's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from digest.clean.look import Look
from digest.clean.words import bare
from digest.language import subject
from digest.model import LineReason

LONGEST = 200  # characters


def comment_phrases(language: str, kind: str) -> Sequence[str]:
    """What comments are called in a language, and in the others whose words a page's buttons may have."""
    key = f"comment_{kind}"
    return (*subject(language, "clean")[key], *subject("mul", "comments")[key])


class _Headings(NamedTuple):
    headings: frozenset[str]
    buttons: frozenset[str]
    counted: re.Pattern[str]
    button_counted: re.Pattern[str]


def comment_heading(text: str, look: Look, language: str) -> LineReason | None:
    """Whether a line is the heading of a comment section, or a button that leads to it, and nothing else.

    "34 responses to “Talks resume”", "Leave a reply", "12 Comments"
    """
    if len(look.bare) > LONGEST:
        return None
    known = _headings(language)
    if look.bare in known.buttons or look.bare in known.headings:
        return LineReason.FOOTER
    counted = look.bare[:1].isdigit() and (known.button_counted.match(look.bare) or known.counted.match(look.bare))
    return LineReason.FOOTER if counted else None


@cache
def _headings(language: str) -> _Headings:
    counted = "|".join(re.escape(text) for text in comment_phrases(language, "words"))
    links = "|".join(comment_phrases(language, "links"))
    return _Headings(
        frozenset(bare(text) for text in comment_phrases(language, "headings")),
        frozenset(bare(text) for text in comment_phrases(language, "buttons")),
        re.compile(rf"\d[\d,.]* (?:{counted}) (?:{links})\b"),
        re.compile(rf"\d[\d,.]* (?:{counted})$"),
    )
