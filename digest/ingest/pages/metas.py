"""Read the `<meta>` elements of a page: what it says of itself to search engines and social networks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lxml.html import HtmlElement

Metas = Mapping[str, list[str]]
"""What stands under each name, in lower case; nothing for a name that does not occur."""

MOST = 20  # values of one name
LONGEST = 4_000  # characters


def metas_of(tree: HtmlElement) -> Metas:
    """All values by their names; a name may stand as `property`, `name`, `itemprop` or `http-equiv`."""
    found: dict[str, list[str]] = defaultdict(list)
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "")[:LONGEST].strip()
        name = next((key for kind in ("property", "name", "itemprop", "http-equiv") if (key := meta.get(kind))), "")
        if content and name:
            values = found[name.strip().lower()]
            if len(values) < MOST:
                values.append(content)
    return found


def first(metas: Metas, names: Iterable[str]) -> str | None:
    """The first value of the first of the names that has one."""
    return next((metas[name][0] for name in names if metas.get(name)), None)
