"""Which outlet a page is of: the name in its data that its address bears out, else the address's host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.ingest.pages.titles import letters, one_line
from digest.model import Known, Origin

LONGEST = 120  # characters
SHORTEST_WORD = 4  # letters that tell one name from another


def outlet_of(names: Sequence[str], site: str | None, *, host: Known[str] | None) -> Known[str] | None:
    """What linked data names; where `<meta>` names another, the one whose name is in the page's address.

    An agency is the publisher in the data of many a paper that prints its articles.
    """
    stated = [*((name, Origin.LINKED_DATA) for name in names[:1]), *([(site, Origin.META)] if site else [])]
    address = host.value if host else ""
    return max(_candidates(stated), key=lambda known: _named_in(address, known.value), default=host)


def _candidates(stated: Sequence[tuple[str, Origin]]) -> Iterator[Known[str]]:
    for text, origin in stated:
        name = (one_line(text) or "").lstrip("@").split(" | ")[0].strip()
        if name and len(name) <= LONGEST and "//" not in name:
            yield Known(value=name, origin=origin)


def _named_in(host: str, name: str) -> int:
    """How clearly an address names a publisher: in full, by its initials, by a word or the beginning of one."""
    words = [letters(word) for word in name.lower().removeprefix("the ").split()]
    labels = host.split(".")[:-1]
    if "".join(words) and "".join(words) in letters(host):
        return 3
    if len(words) > 1 and "".join(word[:1] for word in words) in labels:
        return 2
    known = [word for word in words if len(word) >= SHORTEST_WORD]
    return int(any(w in at or (len(at) >= SHORTEST_WORD and w.startswith(at)) for w in known for at in labels))
