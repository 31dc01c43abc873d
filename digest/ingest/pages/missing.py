"""Find the paragraphs that an extraction missed, and tell the article's from others by where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from lxml.html import HtmlElement

from digest.ingest.decode import tidy
from digest.ingest.pages.fragment import FragmentLine
from digest.model import BlockKind, LineReason

MOST = 1_000  # paragraphs: more than in any article
SHORTEST = 80  # characters of a paragraph of prose, without blanks
MOST_LINKED = 0.4  # of its characters may be links
COMPARED = 60  # characters at its beginning by which it is known again
MISSED = 500  # characters …
MISSED_SHARE = 0.3  # … and share of what was found, from which on a part of the article is thought to be missing
SHORT = 500  # characters: of an article that is shorter a part may be missing; if there is on the page …
MUCH_MORE = 4  # … so many times as much other prose, it is not the page's article


class Holder(NamedTuple):
    """Tag and class of the element that holds a paragraph, the article and the heading (by number) it stands under."""

    tag: str
    kind: str
    article: int
    heading: int


class Prose(NamedTuple):
    """A paragraph of the page: its text, what holds it, and the line where it was found."""

    text: str
    holder: Holder
    line: int | None


def prose_of(tree: HtmlElement, lines: Sequence[str]) -> list[Prose]:
    """The page's paragraphs in their order, each with the line where its beginning stands (it may go over several)."""
    starts = list(accumulate((len(_dense(line)) for line in lines), initial=0))
    whole = "".join(map(_dense, lines))
    found = []
    for text, holder in islice(_paragraphs(tree), MOST):
        at = whole.find(_dense(text[: 2 * COMPARED])[:COMPARED])
        found.append(Prose(text, holder, bisect_right(starts, at) - 1 if at >= 0 else None))
    return found


def is_short(lines: Sequence[str]) -> bool:
    """Whether what was found is less than most articles have."""
    return sum(map(len, lines)) < SHORT


def is_too_short(lines: Sequence[str], prose: Sequence[Prose]) -> bool:
    """Whether what was found is next to nothing beside the prose on the page."""
    missed = sum(len(p.text) for p in prose if p.line is None)
    return is_short(lines) and missed > MUCH_MORE * sum(map(len, lines))


def with_missing(lines: Sequence[str], prose: Sequence[Prose]) -> list[FragmentLine]:
    """Put in the page's other paragraphs where they stand: as text, or as what stands elsewhere on the page.

    Text are those in the same kind of element as the paragraphs that were found: a page that cuts its article into
    several elements, with adverts between them, gives all of them the same class. Under another heading of the first
    order, or in another `<article>`, stands another article. A few paragraphs are left out on purpose (notes,
    prompts), so only a large part counts as missing.
    """
    known = frozenset(lines)
    holders = {p.holder for p in prose if p.line is not None and p.holder.kind}
    missed = sum(len(p.text) for p in prose if p.line is None and p.holder in holders)
    is_missing = missed >= max(MISSED, MISSED_SHARE * sum(map(len, lines)))
    after: dict[int, list[FragmentLine]] = {}
    at = -1
    for p in prose:
        if p.line is not None:
            at = max(at, p.line)
        elif p.text not in known:
            kind = BlockKind.BODY if is_missing and p.holder in holders else LineReason.ELSEWHERE
            after.setdefault(at, []).append(FragmentLine(" ".join(tidy(p.text).split()), kind))
    found = [*after.get(-1, ())]
    for i, line in enumerate(lines):
        found += [FragmentLine(line, BlockKind.BODY), *after.get(i, ())]
    return found


def _paragraphs(tree: HtmlElement) -> Iterator[tuple[str, Holder]]:
    articles = {article: number for number, article in enumerate(tree.iter("article"), start=1)}
    heading = 0
    for element in tree.iter("p", "h1"):
        if element.tag == "h1":
            heading += 1
            continue
        holder = element.getparent()
        text = " ".join(element.text_content().split())
        if holder is None or len(text) < SHORTEST:
            continue
        if sum(len(a.text_content()) for a in element.iter("a")) <= MOST_LINKED * len(text):
            article = next((articles[a] for a in element.iterancestors("article")), 0)
            yield text, Holder(str(holder.tag), holder.get("class") or "", article, heading)


def _dense(text: str) -> str:
    return "".join(text.split())
