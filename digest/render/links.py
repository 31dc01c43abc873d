"""Write links: to pages of this site, and to addresses that are safe to follow."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from digest.render.escape import Markdown, escape, visible_text

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")  # "www.example.com"
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# Left as they are in a path, query or fragment. Brackets, quotes, "*", "$", "`" and "|" are percent-encoded.
_KEPT = "%/:@!&+,;=~-._"
FRAGMENT_WORDS = 4
"""How many words of a sentence's start and end a text fragment holds."""


def safe_url(address: str) -> str | None:
    """Return an absolute http(s) address, percent-encoded, or None for anything else.

    An address with user information (`https://bank.example@evil.example`), a broken host or port, or a control
    character is none.
    """
    address = address.strip()
    if "\\" in address or visible_text(address) != address or " " in address:
        return None
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    place = f"{host}:{port}" if port else host
    return urlunsplit(
        (parts.scheme, place, _encode(parts.path), _encode(parts.query, "?"), _encode(parts.fragment, "?"))
    )


def link(text: str, target: str, *, title: str = "") -> Markdown:
    """Write a Markdown link. The target is a path of ours or comes from `safe_url`; the title is our own wording."""
    shown = f' "{title}"' if title else ""
    return Markdown(f"[{Markdown.escape(text)}]({target.replace('&', '&amp;')}{shown})")


def text_fragment(url: str, sentence: str) -> str:
    """Point into a web page at a sentence: `url#:~:text=first%20words,last%20words`."""
    words = visible_text(sentence).split(" ")
    if len(words) <= 2 * FRAGMENT_WORDS:
        words_shown = _words(words)
    else:
        words_shown = f"{_words(words[:FRAGMENT_WORDS])},{_words(words[-FRAGMENT_WORDS:])}"
    return f"{url}{'' if '#' in url else '#'}:~:text={words_shown}"


def article_page(article_id: str) -> str:
    """The path of an article's page below `docs/`."""
    return f"articles/{quote(article_id, safe='')}.md"


def story_page(slug: str) -> str:
    """The path of a story's page below `docs/`."""
    return f"stories/{quote(slug, safe='')}.md"


def person_page(slug: str) -> str:
    """The path of a person's page below `docs/`."""
    return f"people/{quote(slug, safe='')}.md"


def plain_address(url: str) -> Markdown:
    """An address as text, for a reader who prints the page."""
    return escape(url)


def _words(words: list[str]) -> str:
    # "-" and "," have a meaning of their own in a text fragment; quote() leaves "-" alone.
    return quote(" ".join(words), safe="").replace("-", "%2D")


def _encode(part: str, more: str = "") -> str:
    return _BARE_PERCENT.sub("%25", quote(part, safe=_KEPT + more))
