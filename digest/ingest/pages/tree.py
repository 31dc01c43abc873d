"""Parse a page's markup, however broken, into a tree."""

from __future__ import annotations

import re

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# What no document may hold: controls, and code points that are no characters.
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
DATA_ADDRESS = re.compile(r"""(["'(])data:[\w/+.-]{0,80}[;,][^"'()\s<>]*""")  # a picture inside the page: src="data:…"
TAG = re.compile(r"<[A-Za-z!?/]")


def parse(markup: str) -> HtmlElement | None:
    """Parse a page; None where there is no markup in it. Comments are left out."""
    if not TAG.search(markup):
        return None
    lighter = DATA_ADDRESS.sub(r"\1", NOT_TEXT.sub("", markup))
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    try:
        tree = document_fromstring(lighter.encode("utf-8"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None
    return tree if isinstance(tree, HtmlElement) else None
