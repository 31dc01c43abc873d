"""Who wrote an article, as its page's data name them: names, and neither logins nor addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from digest.ingest.pages.linked_data import Thing, names_of
from digest.ingest.pages.metas import Metas
from digest.ingest.pages.titles import one_line
from digest.model import Known, Origin

NAMES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
NOBODY = frozenset({"admin", "administrator", "editor", "webmaster", "staff", "guest"})
BY = re.compile(r"^(?:by|from|von|par|por|di)\s+(?=\S)", re.IGNORECASE)
LONGEST_NAME, LONGEST = 120, 300  # characters
MOST = 12  # authors


def author_of(article: Thing, named: Mapping[str, Thing], metas: Metas) -> Known[str] | None:
    """The authors' names, joined by commas: of linked data, else of the first `<meta>` that has any."""
    if known := _known(names_of(article.get("author"), named), Origin.LINKED_DATA):
        return known
    # A single word in <meta> is more often a login than a name.
    found = ([name for name in metas.get(key, ()) if " " in name.strip()] for key in NAMES)
    return _known(next(filter(None, found), []), Origin.META)


def _known(names: list[str], origin: Origin) -> Known[str] | None:
    known: dict[str, str] = {}
    for name in map(one_line, names):
        bare = BY.sub("", name.split(" | ")[0], count=1) if name else ""
        if bare and bare.lower() not in NOBODY and len(bare) <= LONGEST_NAME and "//" not in bare and "@" not in bare:
            known.setdefault(bare.lower(), bare)
    joined = ", ".join(list(known.values())[:MOST])
    return Known(value=joined, origin=origin) if 0 < len(joined) <= LONGEST else None
