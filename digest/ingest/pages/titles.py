"""The title of a page: every form in which it is stated, and the one to show."""

from __future__ import annotations

import html
import re

from lxml.html import HtmlElement

from digest.ingest.decode import tidy
from digest.ingest.pages.linked_data import Thing, text_of
from digest.ingest.pages.metas import Metas
from digest.model import Known, Origin

MARKUP = re.compile(r"<[^<>]{0,300}>")
SEPARATOR = re.compile(r"\s+[|–—-]\s+|\s*\|\s*|\s+[»«·:]\s+")  # between a page's title and the site's name
WORD = re.compile(r"\w+")
LONGEST = 500  # characters
SHORTEST_NAME = 4  # letters of a site's name that its address may begin with
ALIKE = 0.6  # of the words of two titles, that they say the same


def titles_of(
    tree: HtmlElement, metas: Metas, article: Thing, *, site: str, host: str
) -> tuple[tuple[str, ...], Known[str] | None]:
    """All forms of the title, and the one to show: the heading on the page that the page's data bear out."""
    told = [(text_of(article.get("headline")), Origin.LINKED_DATA)]
    told += [(title, Origin.META) for name in ("og:title", "twitter:title") for title in metas[name][:1]]
    told += [(t.text_content(), Origin.PAGE) for t in tree.iterfind(".//head/title")][:1]
    whole = [Known(value=title, origin=origin) for text, origin in told if (title := one_line(text))]
    bare = [Known(value=_without_site(t.value, site=site, host=host), origin=t.origin) for t in whole]
    headings = [text for h in tree.iter("h1") if (text := one_line(h.text_content()))][:5]
    forms = tuple(dict.fromkeys([*(t.value for t in (*bare, *whole)), *headings]))
    borne_out = [h for h in headings if any(_alike(h, t.value) >= ALIKE for t in bare)]
    best = max(borne_out, key=lambda h: max(_alike(h, t.value) for t in bare), default=None)
    if best is None and not bare and len(headings) == 1:
        best = headings[0]
    return forms, Known(value=best, origin=Origin.PAGE) if best else next(iter(bare), None)


def _without_site(title: str, *, site: str, host: str) -> str:
    """ "Dock workers walk out | Example Courier" → "Dock workers walk out": the site's name, or a short last part."""
    cuts = list(SEPARATOR.finditer(title))
    if not cuts:
        return title
    head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
    named = bool(letters(tail)) and (
        letters(tail) in (letters(site), letters(site + "com"))
        or (len(letters(tail)) >= SHORTEST_NAME and letters(host).startswith(letters(tail)))
    )
    short = "|" in cuts[-1].group() and len(WORD.findall(tail)) <= 4
    return head.strip() if head.strip() and (named or (short and len(WORD.findall(head)) >= 3)) else title


def _alike(one: str, other: str) -> float:
    a, b = ({w.lower() for w in WORD.findall(text)} for text in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def one_line(text: str | None) -> str | None:
    """One line of plain text: no markup, no entities, no invisible characters."""
    if not text:
        return None
    text = tidy(MARKUP.sub(" ", html.unescape(text[: 4 * LONGEST])))
    text = " ".join(text.split())
    return text if 0 < len(text) <= LONGEST else None


def letters(text: str) -> str:
    """The letters and digits of a name, as an address has them: "The Mill-Lane News" → "milllanenews"."""
    return re.sub(r"[^a-z0-9]", "", text.lower().removeprefix("the "))
