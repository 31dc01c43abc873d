"""Drop the lines that an editor wants to be dropped, before any cleaner looks at them."""

from __future__ import annotations

from collections.abc import Mapping

from digest.clean.page import Mark, Page
from digest.model import LineReason


def editors_lines(page: Page) -> Mapping[int, Mark]:
    """Mark what `drop:` names. What `keep:` names is safe already: no cleaner can mark it (see `Page.marked`)."""
    return dict.fromkeys(page.dropped, LineReason.EDITOR)
