"""Tell a correction from a mended comma: what of an article's text must change before readers are told."""

from __future__ import annotations

import hashlib
import re

from digest.model import Article
from digest.store.history.past import SaidArticle

NUMBER = re.compile(r"\d{1,40}(?:[.,:]\d{1,40}){0,9}")  # "1,250.50", "12:30"
QUOTED = re.compile(r'[“"«„]([^“”"«»„]{3,300})[”"»“]')  # "“we will stay”"
LABEL = 160  # letters of what an article is called
LEAST = 10  # words that a text must gain or lose,
SHARE = 10  # and which part of its words, to be another one


def said_article(article: Article) -> SaidArticle:
    """What is remembered of a source."""
    return SaidArticle(
        article=article.id,
        file=article.sha256[:12],
        text=_hash(article.text),
        essence=_essence(article.text),
        words=str(len(article.text.split())),
        label=label(article),
    )


def label(article: Article) -> str:
    """How an article is called when it is no longer here: "Ferry strike ends, The Courier"."""
    headline = article.headline
    title = article.title.value if article.title else headline.text if headline else article.id
    outlet = f", {article.publisher.value.name}" if article.publisher else ""
    return title[:LABEL] + outlet[:LABEL]


def is_revised(before: SaidArticle, now: SaidArticle) -> bool:
    """Whether an outlet changed what its article says: a number, quoted words, or a tenth of the text.

    Where the file is the same, it is digest that reads it in another way now; where the text is the same, something
    else in the file has changed.
    """
    if before.file == now.file or before.text == now.text:
        return False
    if before.essence != now.essence:
        return True
    old, new = (int(entry.words) if entry.words.isdecimal() else 0 for entry in (before, now))
    return abs(new - old) >= max(LEAST, old / SHARE)


def _essence(text: str) -> str:
    """The hash of all numbers and quoted words, spaces and capitals aside."""
    quoted = (" ".join(words.casefold().split()) for words in QUOTED.findall(text))
    return _hash("\n".join([*NUMBER.findall(text), *quoted]))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def hash_of_words(text: str) -> str:
    """The hash by which a quotation is known again."""
    return _hash(" ".join(text.split()))
