"""When a page says that its article was published: linked data, else `<meta>`, else what the page shows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from digest.ingest.pages.linked_data import Thing, text_of
from digest.ingest.pages.metas import Metas
from digest.ingest.pages.titles import one_line
from digest.language.days import moment_of, one_moment, tells_of_change
from digest.model import Known, Moment, Origin

# The names under which a day of publication stands in `<meta>`, the most trusted first.
NAMES = (
    "article:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "publication_date",
    "publish-date",
    "publishdate",
    "published_at",
    "pubdate",
    "pub_date",
    "og:pubdate",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "dc.date",
    "dcterms.date",
    "date",
)
# Elements whose class says that they show the day of publication; in a list or beside the article it is that of others.
DATED = XPath(
    "//*[self::time or self::span or self::div or self::p]"
    "[re:test(substring(@class, 1, 400), '(^|[ _-])(publish(ed)?|pub|article|post|entry)[_-]?(date|time)', 'i')]"
    "[not(ancestor::li or ancestor::aside)]",
    namespaces={"re": "http://exslt.org/regular-expressions"},
)
CHANGED, PUBLISHED = (
    re.compile(r"updat|modif", re.IGNORECASE),
    re.compile("publish", re.IGNORECASE),
)  # in names of classes
LOOKED_AT = 100  # characters of a `<time>`, and before it
TIMES = XPath("//time[@datetime][not(ancestor::li or ancestor::aside or ancestor::nav or ancestor::footer)]")


def published_of(
    tree: HtmlElement, article: Thing, metas: Metas
) -> tuple[Known[dt.date] | None, Known[dt.datetime] | None]:
    """The day that the most trusted place states, and the moment from the first place that states one on that day."""
    day: Known[dt.date] | None = None
    for moment, origin in _moments(tree, article, metas):
        if moment and day is None:
            day = Known(value=moment.day, origin=origin)
        if moment and moment.time and day and moment.day == day.value:
            return day, Known(value=moment.time, origin=origin)
    return day, None


def _moments(tree: HtmlElement, article: Thing, metas: Metas) -> Iterator[tuple[Moment | None, Origin]]:
    for key in ("datePublished", "dateCreated"):
        yield moment_of(text_of(article.get(key)) or ""), Origin.LINKED_DATA
    for name in NAMES:
        yield one_moment(metas.get(name, ())), Origin.META
    times = [time for time in TIMES(tree) if not _is_of_change(time)]
    named = [t for t in times if "datePublished" in (t.get("itemprop") or "") or t.get("pubdate") is not None]
    yield one_moment(t.get("datetime") for t in named or times), Origin.PAGE
    yield one_moment(one_line(element.text_content()) or "" for element in DATED(tree)), Origin.PAGE


def _is_of_change(time: HtmlElement) -> bool:
    """Whether a `<time>` says that it is that of the last change: by its class, or by the words at it."""
    names = f"{(time.get('class') or '')[:LOOKED_AT]} {(time.get('itemprop') or '')[:LOOKED_AT]}"
    if CHANGED.search(names) and not PUBLISHED.search(names):
        return True
    before, parent = time.getprevious(), time.getparent()
    said = before.tail if before is not None else parent.text if parent is not None else ""
    return tells_of_change(f"{(said or '')[-LOOKED_AT:]} {(time.text or '')[:LOOKED_AT]}")
