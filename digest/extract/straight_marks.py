"""Tell quotation marks from apostrophes where an article is set in 'straight single' marks."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.model import Article

STRAIGHT = re.compile(r"(?<![^\s(\[—–])'(?=[^\W\d])")  # what opens 'straight single' marks, but not "the '90s"
SPOKEN_END = re.compile(r"(?<=[.,?!…])'(?!\w)")  # 'It rains,' she said
TERM_END = re.compile(r"(“[^“”\n]{1,80}?[^\W\ds])'(?!\w)")  # what she called 'rain', but not "the boys' rain"
DOUBLE = re.compile(r"[“”„«»\"]|``|''")
SEVERAL = 2  # quotations, from which on an article is taken to be set in such marks


def curled(article: Article) -> Article:
    """The article with “curly” marks in place of straight single ones, if it has several quotations in those alone."""
    text = article.text
    if "'" not in text or DOUBLE.search(text):
        return article
    if any(sum(1 for _ in shape.finditer(text)) < SEVERAL for shape in (STRAIGHT, SPOKEN_END)):
        return article
    return replace(article, text=TERM_END.sub(r"\1”", SPOKEN_END.sub("”", STRAIGHT.sub("“", text))))
