"""What is measured: this package, its peers, and what anybody would try first. Each import stands where it is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

BLOCKS = "//p | //li | //h2 | //h3 | //h4 | //blockquote | //pre | //td"
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]{0,3}$")
FEWEST_WORDS = 8  # of a line that counts as a sentence


class Found(NamedTuple):
    """What was found on a page: the body, and the headline where the method looks for one."""

    text: str
    title: str = ""


FromPage = Callable[[bytes], Found]
FromText = Callable[[str], Found]


def digest_pages() -> FromPage:
    """Read a saved page as `digest build` does, and clean what it holds."""
    from digest.clean import clean_article
    from digest.ingest.decode import raw_from_text
    from digest.ingest.pages import read_page

    def find(page: bytes) -> Found:
        content = read_page(page, path="page.html")
        article = clean_article(replace(raw_from_text(content.text or "", article_id="a"), kinds=content.kinds or ()))
        return Found(article.body, article.headline.text if article.headline else "")

    return find


def digest_text() -> FromText:
    """Clean a page that was scraped as plain text."""
    from digest.clean import clean_article
    from digest.ingest.decode import raw_from_text

    def find(text: str) -> Found:
        article = clean_article(raw_from_text(text, article_id="a"))
        return Found(article.body, article.headline.text if article.headline else "")

    return find


def no_cleaning() -> FromText:
    """Take everything."""
    return Found


def densest_run() -> FromText:
    """Take the run of lines that holds the most sentences and the fewest other lines."""

    def worth(line: str) -> int:
        words = len(line.split())
        return min(words, 40) if words >= FEWEST_WORDS and SENTENCE_END.search(line) else -6

    def find(text: str) -> Found:
        lines = [line for line in map(str.strip, text.split("\n")) if line]
        best, total, start, span = 0, 0, 0, (0, 0)
        for i, line in enumerate(lines):
            if total <= 0:
                total, start = 0, i
            total += worth(line)
            if total > best:
                best, span = total, (start, i + 1)
        return Found("\n".join(lines[slice(*span)]))

    return find


def trafilatura_default() -> FromPage:
    """`trafilatura.bare_extraction` with its default settings."""
    return _trafilatura(precision=False)


def trafilatura_precision() -> FromPage:
    """The same with `favor_precision`."""
    return _trafilatura(precision=True)


def _trafilatura(*, precision: bool) -> FromPage:
    from trafilatura import bare_extraction

    def find(page: bytes) -> Found:
        document = bare_extraction(page, favor_precision=precision)
        return Found(str(getattr(document, "text", "") or ""), str(getattr(document, "title", "") or ""))

    return find


def newspaper() -> FromPage:
    """newspaper4k, told the language, and not to fetch the pictures."""
    from newspaper import Article

    def find(page: bytes) -> Found:
        article = Article("https://example.org/", language="en", fetch_images=False)
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        return Found(article.text, article.title)

    return find


def readability() -> FromPage:
    """readability-lxml: the text of the blocks of its summary."""
    from lxml.html import document_fromstring
    from readability import Document

    def find(page: bytes) -> Found:
        document = Document(page.decode("utf-8", "replace"))
        tree = document_fromstring(document.summary() or "<p></p>")
        return Found("\n".join(block.text_content() for block in tree.xpath(BLOCKS)), document.short_title())

    return find


def goose() -> FromPage:
    """goose3 without its crawler."""
    from goose3 import Goose

    reader = Goose({"enable_image_fetching": False})

    def find(page: bytes) -> Found:
        article = reader.extract(raw_html=page.decode("utf-8", "replace"))
        return Found(article.cleaned_text, article.title)

    return find


def boilerpipe() -> FromPage:
    """boilerpy3 with its extractor for articles."""
    from boilerpy3.extractors import ArticleExtractor

    reader = ArticleExtractor(raise_on_failure=False)

    def find(page: bytes) -> Found:
        return Found(reader.get_content(page.decode("utf-8", "replace")))

    return find


def justext() -> FromPage:
    """Give jusText its English stop words."""
    from justext import get_stoplist
    from justext import justext as paragraphs

    words = get_stoplist("English")

    def find(page: bytes) -> Found:
        return Found("\n".join(p.text for p in paragraphs(page, words) if not p.is_boilerplate))

    return find


def resiliparse() -> FromPage:
    """Resiliparse, its main content only."""
    from resiliparse.extract.html2text import extract_plain_text

    def find(page: bytes) -> Found:
        return Found(extract_plain_text(page.decode("utf-8", "replace"), main_content=True))

    return find


PAGES: Mapping[str, Callable[[], FromPage]] = {
    "digest": digest_pages,
    "trafilatura": trafilatura_default,
    "trafilatura, favor_precision": trafilatura_precision,
    "newspaper4k": newspaper,
    "readability-lxml": readability,
    "goose3": goose,
    "boilerpy3": boilerpipe,
    "jusText": justext,
    "Resiliparse": resiliparse,
}
TEXTS: Mapping[str, Callable[[], FromText]] = {
    "digest": digest_text,
    "densest run of sentences": densest_run,
    "no cleaning": no_cleaning,
}
