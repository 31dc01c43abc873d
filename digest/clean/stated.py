"""Take over what is known of a web page's lines: the headline, the standfirst, what the page marks as no text."""

from __future__ import annotations

from collections.abc import Mapping

from digest.clean.page import Mark, Page
from digest.model import BlockKind


def stated_kinds(page: Page) -> Mapping[int, Mark]:
    """Mark headline, standfirst and captions where the page's reader knew them; the body is left to others."""
    kinds = page.raw.kinds or ()
    return {
        i: kinds[line.number - 1]
        for i, line in enumerate(page.lines)
        if line.number <= len(kinds) and kinds[line.number - 1] is not BlockKind.BODY
    }
