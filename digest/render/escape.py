"""Turn foreign text into Markdown that means nothing but itself.

What comes from an article, a YAML file or a page title may hold anything that Markdown, one of its many extensions,
HTML or a template language understands. Each such character is written as an entity; all others stay as they are:

| in | out |
|---|---|
| `He said: "no, *never*".` | `He said: "no, &#42;never&#42;".` |
| `<script>` | `&lt;script&gt;` |
| `1. May` | `1&#46; May` |
| `US$38 billion` | `US&#36;38 billion` |
"""

from __future__ import annotations

import json
import re
from typing import Self

from markupsafe import Markup

# Control characters, direction overrides, invisible and tag characters: nobody sees them, and some mislead.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")

# Anywhere in a text:
_MEANINGFUL = re.compile(
    r"""
      [&<>\\`*_\[\]{}|~^$=@\#]      # HTML, Markdown, attribute lists, templates, math, marks, mentions
    | :(?=\S)                       # emoji names, addresses, directives: ":smile:", "http://", ":::"
    | \+(?=\+) | (?<=\+)\+          # keys and insertions: "++ctrl++"
    | (?<=\w\w)\.(?=[A-Za-z]{2})    # bare addresses: "example.com"
    """,
    re.VERBOSE,
)
# At the start only: lists, admonitions, rules, includes, definitions, blocks: "- x", "!!! note", "--8", ": x", "/// y"
_OPENING = re.compile(r"\A[!%)+,./:;?-]")
# "1. ", "2) ", "a. ", "iv. ": list numbers, also of the extensions that count in letters
_LIST_NUMBER = re.compile(r"\A(\(?(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9}))([.)])(?=\s|\Z)")
_SPACE = re.compile(r"\s+")
_SISTERS = str.maketrans("<>'`", "‹›’’")
# A straight mark before a word that another closes: "Mayor 'to open the bridge'", not "the ferry of '62".
_OPENING_MARK = re.compile(r"(?<![^\s(\[“])'(?=[^\W\d].{0,300}?\S'(?!\w))")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class Markdown(Markup):
    """Text that is Markdown already. Whatever is joined to it is escaped first."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """Escape a value unless it is Markdown already."""
        return cls(s if isinstance(s, Markup) else escape(str(s)))


def visible_text(text: str) -> str:
    """Keep what a reader can see: runs of white space become one space, invisible characters go."""
    return " ".join(_SURROGATES.sub("\ufffd", _DROPPED.sub("", text)).split())


def escape(text: str) -> Markdown:
    """Write text as Markdown for one inline place: a paragraph, a heading, a list item, a table cell, a link's text."""
    shown = visible_text(text)
    opening = _LIST_NUMBER.match(shown) or _OPENING.match(shown)
    if not opening:
        return escape_inside(shown)
    last = opening.end() - 1
    return escape_inside(shown[:last]) + Markdown(_entity(shown[last])) + escape_inside(shown[last + 1 :])


def escape_inside(text: str) -> Markdown:
    """Escape a piece of one line that does not begin it; spaces stay as they are."""
    return Markdown(_MEANINGFUL.sub(lambda m: _entity(m[0]), text))


def escape_part(text: str) -> Markdown:
    """Escape a piece of an article's text that stands between others: a space at its ends stays a space."""
    seen = _SURROGATES.sub("\ufffd", _DROPPED.sub("", text))
    return escape_inside(_SPACE.sub(" ", seen))


def front_matter_value(text: str) -> Markdown:
    """Write text as a JSON string, which YAML reads too.

    Themes that print a title or description unescaped exist, so brackets and straight quotation marks, which could
    leave an HTML attribute or open an element, are replaced by their typographic sisters.
    """
    shown = _OPENING_MARK.sub("‘", visible_text(text)).translate(_SISTERS)
    shown = re.sub(r'(?<![^\s(\[])"', "“", shown).replace('"', "”")
    return Markdown(json.dumps(shown, ensure_ascii=False).replace("{", "\\u007b").replace("}", "\\u007d"))


def _entity(character: str) -> str:
    return _NAMED.get(character) or f"&#{ord(character)};"
