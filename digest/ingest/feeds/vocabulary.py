"""The names that feeds use, whatever prefix they give them: one name for one meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Vocabularies by the address that stands for them, without "http://" and what ends it. RSS and Atom have no prefix.
VOCABULARIES = {
    "www.w3.org/2005/atom": "",
    "purl.org/atom/ns": "",
    "purl.org/rss/1.0": "",
    "my.netscape.com/rdf/simple/0.9": "",
    "channel.netscape.com/rdf/simple/0.9": "",
    "backend.userland.com/rss2": "",
    "blogs.law.harvard.edu/tech/rss": "",
    "cyber.law.harvard.edu/rss": "",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "www.w3.org/1999/xhtml": "xhtml",
    "www.w3.org/xml/1998/namespace": "xml",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "search.yahoo.com/mrss": "media",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "opml.org/spec2": "",
}
PREFIXES = frozenset({*VOCABULARIES.values(), "rss", "atom", "html"})
SAME = {"rss": "", "atom": "", "html": "xhtml"}
MOST_PREFIXES = 100  # that one place may have in force
TRIMMED = re.compile(r"^https?://|[/#]+$")

Scope = Mapping[str, str]
"""What each prefix stands for at one place of a document; "" is the prefix of names without one."""

NO_SCOPE: Scope = {"xml": "xml"}


def inner_scope(scope: Scope, attributes: Mapping[str, str]) -> Scope:
    """The prefixes in force inside an element with these attributes."""
    if not any(key.startswith("xmlns") for key in attributes) or len(scope) > MOST_PREFIXES:
        return scope
    found = dict(scope)
    for key, value in attributes.items():
        head, _, prefix = key.lower().partition(":")
        if head == "xmlns":
            known = VOCABULARIES.get(TRIMMED.sub("", value.strip().lower()))
            found[prefix] = known if known is not None else _by_prefix(prefix)
    return found


def plain_name(name: str, scope: Scope) -> str:
    """An element's or attribute's name in lower case, with the prefix that its vocabulary has here.

    "content:encoded" → "content:encoded"; "a:Title" → "title" where `a` is Atom; "x:title" → "?:title"
    """
    prefix, colon, local = name.lower().rpartition(":")
    if not colon:
        prefix = ""
    known = scope[prefix] if prefix in scope else _by_prefix(prefix)
    return f"{known}:{local}" if known else local


def attribute_name(name: str, scope: Scope) -> str:
    """An attribute's name: the same, but one without a prefix belongs to its element alone."""
    return plain_name(name, scope) if ":" in name else name.lower()


def _by_prefix(prefix: str) -> str:
    """What a prefix means that nobody explained, or explained with an address that is not known."""
    prefix = prefix.lower()
    return SAME.get(prefix, prefix if prefix in PREFIXES else "?")
