"""What is worked out for a story holds no circles, so that its memory is free as soon as the story is told."""

from __future__ import annotations

import gc

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.summarize import summarize

FACTS = (
    "The council of Melk voted on Friday to close the old pier after a debate of seven hours.",
    "Ida Holm, the mayor of Melk, said that the repair of the pier would cost €14 million.",
    "About 300 boatmen gathered in front of the town hall and asked for a new pier.",
)


def tell():
    articles = [
        plain_article("\n\n".join((*FACTS[n:], *FACTS[:n])), article_id=f"a{n}", title=f"Melk closes its pier, day {n}")
        for n in range(3)
    ]
    findings = [extract(article) for article in articles]
    return lambda: (summarize(articles, findings=findings), compare(articles, findings))


def test_a_told_story_leaves_no_circles_behind():
    tell()()  # tables are loaded once
    told = tell()
    gc.collect()
    gc.disable()
    try:
        told()
        assert gc.collect() == 0
    finally:
        gc.enable()
