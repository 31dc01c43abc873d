"""What a page states about its article, each value with the place where it is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from digest.ingest.pages.address import own_address
from digest.ingest.pages.authors import author_of
from digest.ingest.pages.linked_data import Thing, address_of, names_of, stated_article, text_of
from digest.ingest.pages.metas import Metas, first, metas_of
from digest.ingest.pages.outlet import outlet_of
from digest.ingest.pages.published import published_of
from digest.ingest.pages.titles import one_line, titles_of
from digest.language.codes import language_code
from digest.model import Known, Origin, Stated

SITE = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
LANGUAGE_METAS = ("og:locale", "content-language", "dc.language", "dcterms.language", "language", "inlanguage")


class PageFacts(NamedTuple):
    """What a page states, every form of its title, and its descriptions."""

    stated: Stated
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]


def facts_of(tree: HtmlElement, *, told: Sequence[str] = ()) -> PageFacts:
    """Read a page's linked data, its `<meta>` and its headings; `told` are addresses given outside of it."""
    metas = metas_of(tree)
    addresses = list(_addresses(tree, metas, told))
    scripts = [s.text for s in tree.iterfind(".//script[@type='application/ld+json']") if s.text]
    article, named = stated_article(scripts, addresses=[known.value for known in addresses])
    article = article or {}
    addresses += [Known(value=url, origin=Origin.LINKED_DATA) for url in address_of(article)]
    url = own_address(addresses)
    host = _host(url)
    site = first(metas, SITE)
    titles, title = titles_of(tree, metas, article, site=site or "", host=host.value if host else "")
    day, time = published_of(tree, article, metas)
    stated = Stated(
        title=title,
        url=url,
        publisher=outlet_of(names_of(article.get("publisher"), named), site, host=host),
        published=day,
        published_time=time,
        author=author_of(article, named, metas),
        language=_language(tree, article, metas),
    )
    described = [text_of(article.get("description")), *metas["og:description"], *metas["description"]]
    descriptions = tuple(text for text in map(one_line, described[:5]) if text)
    return PageFacts(stated, titles, descriptions)


def _addresses(tree: HtmlElement, metas: Metas, told: Sequence[str]) -> Iterator[Known[str]]:
    """The addresses outside of linked data, the most trusted first."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield Known(value=link.get("href"), origin=Origin.PAGE)
    for name in ("og:url", "twitter:url"):
        yield from (Known(value=url, origin=Origin.META) for url in metas[name])
    yield from (Known(value=url, origin=Origin.FETCHED) for url in told)


def _language(tree: HtmlElement, article: Thing, metas: Metas) -> Known[str] | None:
    """The language's code, without its country: of linked data, else of the page's `lang`, else of `<meta>`."""
    stated = (
        (text_of(article.get("inLanguage")), Origin.LINKED_DATA),
        (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"), Origin.PAGE),
        (first(metas, LANGUAGE_METAS), Origin.META),
    )
    codes = ((language_code(text or ""), origin) for text, origin in stated)
    return next((Known(value=code, origin=origin) for code, origin in codes if code), None)


def _host(url: Known[str] | None) -> Known[str] | None:
    host = (urlsplit(url.value).hostname or "").removeprefix("www.") if url else ""
    return Known(value=host, origin=url.origin) if url and host else None
