"""What a page states about its article: title, address, publisher, day, author, language."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from digest.config.facts import Facts
from digest.ingest.pages.address import own_address
from digest.ingest.pages.days import day_of, one_day
from digest.ingest.pages.linked_data import Thing, address_of, names_of, stated_article, text_of
from digest.ingest.pages.titles import letters, one_line, titles_of

# The names under which a day of publication stands in `<meta>`, the most trusted first.
PUBLISHED = (
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
AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
SITE = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
# Elements whose class says that they show the day of publication; in a list or beside the article it is that of others.
DATED = XPath(
    "//*[self::time or self::span or self::div or self::p]"
    "[re:test(@class, '(^|[ _-])(publish(ed)?|pub|article|post|entry)[_-]?(date|time)', 'i')]"
    "[not(ancestor::li or ancestor::aside)]",
    namespaces={"re": "http://exslt.org/regular-expressions"},
)
TIMES = XPath("//time[@datetime][not(ancestor::li or ancestor::aside or ancestor::nav or ancestor::footer)]")
NOBODY = frozenset({"admin", "administrator", "editor", "webmaster", "staff", "guest"})
BY = re.compile(r"^(?:by|from|von|par|por|di)\s+(?=\S)", re.IGNORECASE)
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
LONGEST_NAME, LONGEST_AUTHOR = 120, 300  # characters
MOST_AUTHORS = 12
SHORTEST_WORD = 4  # letters that tell one name from another


class Stated(NamedTuple):
    """The facts that a page states, its language, every form of its title, and its descriptions."""

    facts: Facts
    language: str | None
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]


def stated(tree: HtmlElement, *, told: Sequence[str] = ()) -> Stated:
    """Read a page's linked data, its `<meta>` and its headings; `told` are addresses given outside of it."""
    metas = _metas(tree)
    addresses = [*_canonical(tree), *metas["og:url"], *metas["twitter:url"], *told]
    scripts = [s.text for s in tree.iterfind(".//script[@type='application/ld+json']") if s.text]
    article, named = stated_article(scripts, addresses=addresses)
    article = article or {}
    url = own_address([*addresses, *address_of(article)])
    site = _first(metas, SITE)
    titles, title = titles_of(tree, metas, article, site=site or "", host=_host(url))
    language = text_of(article.get("inLanguage")) or tree.get("lang") or _first(metas, ("og:locale",)) or ""
    code = LANGUAGE.fullmatch(language.strip())
    facts = Facts(
        title=title,
        url=url,
        publisher=_publisher(names_of(article.get("publisher"), named), site, url),
        author=_author(article, named, metas),
        published=_published(tree, article, metas),
    )
    described = [text_of(article.get("description")), *metas["og:description"], *metas["description"]]
    descriptions = tuple(text for text in map(one_line, described[:5]) if text)
    return Stated(facts, code[1].lower() if code else None, titles, descriptions)


def _metas(tree: HtmlElement) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        if content:
            for key in ("property", "name", "itemprop"):
                if meta.get(key):
                    found[meta.get(key).strip().lower()].append(content)
                    break
    return found


def _canonical(tree: HtmlElement) -> Iterator[str]:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield link.get("href")


def _first(metas: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    return next((metas[name][0] for name in names if metas.get(name)), None)


def _published(tree: HtmlElement, article: Thing, metas: Mapping[str, list[str]]) -> dt.date | None:
    """Linked data, else a `<meta>`, else what `<time>` calls the day of publication; where they differ, none."""
    for key in ("datePublished", "dateCreated"):
        if day := day_of(text_of(article.get(key)) or ""):
            return day
    for name in PUBLISHED:
        if metas.get(name) and (day := one_day(metas[name])):
            return day
    times = TIMES(tree)
    named = [t for t in times if "datePublished" in (t.get("itemprop") or "") or t.get("pubdate") is not None]
    if day := one_day(t.get("datetime") for t in named or times):
        return day
    return one_day(one_line(element.text_content()) or "" for element in DATED(tree))


def _author(article: Thing, named: Mapping[str, Thing], metas: Mapping[str, list[str]]) -> str | None:
    names = names_of(article.get("author"), named)
    if not names:  # a single word in <meta> is more often a login than a name
        names = next((found for key in AUTHOR if (found := [n for n in metas.get(key, ()) if " " in n.strip()])), [])
    known: dict[str, str] = {}
    for name in map(one_line, names):
        bare = BY.sub("", name.split(" | ")[0], count=1) if name else ""
        if bare and bare.lower() not in NOBODY and len(bare) <= LONGEST_NAME and "//" not in bare and "@" not in bare:
            known.setdefault(bare.lower(), bare)
    joined = ", ".join(list(known.values())[:MOST_AUTHORS])
    return joined if joined and len(joined) <= LONGEST_AUTHOR else None


def _publisher(names: Sequence[str], site: str | None, url: str | None) -> str | None:
    """What linked data names; where `<meta>` names another, the one whose name is in the page's address.

    An agency is the publisher in the data of many a paper that prints its articles.
    """
    host = _host(url)
    cleaned = (name.lstrip("@").split(" | ")[0].strip() for name in map(one_line, (*names[:1], site)) if name)
    candidates = [name for name in cleaned if name and len(name) <= LONGEST_NAME and "//" not in name]
    return max(candidates, key=lambda name: _named_in(host, name), default=None) or host or None


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


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
