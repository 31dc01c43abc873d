"""Make a story's address from its title: plain ASCII, short, and free of what other systems reserve."""

from __future__ import annotations

import re
from collections.abc import Container

from digest.language.slugs import LONGEST, RESERVED, cut_slug, plain_slug

STORY_ID = re.compile("s[0-9a-f]{12}")  # no address is mistaken for the id of a story


def slug(title: str, *, taken: Container[str] = (), fallback: str = "story") -> str:
    """Turn a title into an address of at most 60 characters that is not `taken`.

    "China’s trade: up 30 %" -> "chinas-trade-up-30". A title that leaves no ASCII letter or digit gives `fallback`.
    Where the address is taken, a number is put after it.
    """
    base = cut_slug(plain_slug(title), LONGEST) or fallback
    if base in RESERVED or STORY_ID.fullmatch(base):
        base = f"{base}-story"
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{cut_slug(base, LONGEST - len(str(number)) - 1)}-{number}"
    return found
