"""The lines of an HTML mail that a reader sees: what its styles hide for the sake of previews is left out."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from digest.ingest.pages.fragment import FragmentLine, lines_of
from digest.ingest.pages.tree import parse

# "display:none", "max-height: 0", "mso-hide:all", "font-size:1px", "opacity:0": mails have no other way to hide a line.
HIDDEN = re.compile(
    r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all"
    r"|(?:max-height|font-size|line-height|opacity)\s{0,9}:\s{0,9}(?:0(?:\.0{1,4})?|1px)(?:px|pt|em|rem|%)?\s{0,9}(?:!|;|$))",
    re.IGNORECASE,
)
LONGEST_STYLE = 2_000  # characters
FILLER = re.compile("[\u034f\u200c\u2007\u00ad\u200b ]{10,}")  # pushes the first words out of a preview
MOST_LINKS = 2_000


class Seen(NamedTuple):
    """A mail's lines, its links as (text, address), and the language it states."""

    lines: list[FragmentLine]
    links: list[tuple[str, str]]
    language: str


def seen(markup: str) -> Seen:
    """What a reader sees of a mail. Raises BrokenFileError."""
    tree = parse(markup)
    links = [
        (_text(a), a.get("href").strip())
        for _, a in zip(range(MOST_LINKS), tree.iter("a"), strict=False)
        if a.get("href")
    ]
    for element in [e for e in tree.iter() if _is_hidden(e)]:
        _remove(element)
    lines = [line._replace(text=" ".join(FILLER.sub(" ", line.text).split())) for line in lines_of(tree)]
    return Seen([line for line in lines if line.text], links, (tree.get("lang") or "").strip())


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and HIDDEN.search(style[:LONGEST_STYLE]))


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content())[:500].split())


def _remove(element: HtmlElement) -> None:
    """Take an element out, and leave the text that follows it; the tree itself stays."""
    if element.getparent() is not None:
        element.drop_tree()
