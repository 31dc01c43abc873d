"""A Python-Markdown extension, the last line of defence: a page made from foreign text gets no HTML of its own.

Foreign text is escaped when a page is rendered to Markdown. Should anything slip through, this takes away what could
do harm: raw HTML, attribute lists, event handlers, styles, and links that are neither relative nor http(s).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)  # "javascript:"
INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0]")
KEPT = frozenset({"href", "title", "id", "class", "align", "colspan", "rowspan", "src", "alt", "style"})
ALIGNMENT = re.compile(r"text-align: (?:left|right|center);?")  # what the tables extension writes
LAST = -100


class Hardening(Extension):
    """Switch off raw HTML and attribute lists where `active()` says that the page holds foreign text."""

    def __init__(self, active: Callable[[], bool]) -> None:
        super().__init__()
        self._active = active

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Called by Python-Markdown for every page, after the other extensions."""
        if not self._active():
            return
        for registry, name in (
            (md.preprocessors, "html_block"),
            (md.inlinePatterns, "html"),
            (md.treeprocessors, "attr_list"),
        ):
            if name in registry:
                registry.deregister(name)
        md.treeprocessors.register(_Strip(md), "digest_strip", LAST)


class _Strip(Treeprocessor):
    """Take away attributes and addresses that no page of ours needs."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in list(element.attrib.items()):
                unsafe_style = name == "style" and not ALIGNMENT.fullmatch(value)
                if name not in KEPT or unsafe_style or (name in ("href", "src") and not _is_safe(value)):
                    del element.attrib[name]


def _is_safe(address: str) -> bool:
    # What a browser sees: entities decoded, and the blanks and control characters dropped that it ignores.
    seen = INVISIBLE.sub("", html.unescape(address))
    scheme = SCHEME.match(seen)
    return scheme is None or scheme[1].lower() in ("http", "https")
