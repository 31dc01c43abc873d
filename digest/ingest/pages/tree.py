"""Parse a page's markup, however broken, into a tree."""

from __future__ import annotations

import re

from lxml.etree import LxmlError, XPath
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from digest.ingest.broken import BrokenFileError

CONTROLS = bytes(set(range(32)) - {9, 10, 13})  # what no markup may hold
PICTURE = re.compile(rb"data:[a-z]{4,12}/[\w.+-]{1,60};base64,[A-Za-z0-9+/=%]{100,}")  # in a page saved as one file
TAG = re.compile(r"<[A-Za-z!?/]")


MOST_ELEMENTS = 100_000  # a long article has some five thousand
COUNT = XPath("count(//*)")


def parse(markup: str) -> HtmlElement:
    """Parse a page. Comments are left out.

    Raises BrokenFileError where there is no markup, or so many elements that reading them would take minutes.
    """
    if not TAG.search(markup):
        raise BrokenFileError("not-a-page", "this file holds no web page")
    data = PICTURE.sub(b"", markup.encode("utf-8", "replace").translate(None, CONTROLS))
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    try:
        tree = document_fromstring(data, parser=parser)
    except (LxmlError, ValueError, AssertionError) as problem:
        raise BrokenFileError("not-a-page", "the markup of this page cannot be read") from problem
    if COUNT(tree) > MOST_ELEMENTS:
        raise BrokenFileError("too-large", f"this page has more than {MOST_ELEMENTS:,} elements, the limit")
    return tree
