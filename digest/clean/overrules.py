"""Drop the lines that editors want to be dropped, of an article or of a publisher, before any cleaner looks at them."""

from __future__ import annotations

from collections.abc import Mapping

from digest.clean.page import Mark, Page


def editors_lines(page: Page) -> Mapping[int, Mark]:
    """Mark what `drop:` names. What `keep:` names is safe already: no cleaner can mark it (see `Page.marked`)."""
    return page.dropped
