"""A text that several outlets carry counts once in a summary, and its own headline stands for it."""

from __future__ import annotations

from digest.clean.lines import plain_article
from digest.cluster import find_origins
from digest.model import Carrier, OriginalText
from digest.summarize import choose_headline, summarize

REPORT = [
    "The council of Elsby voted on Tuesday to close the bridge over the Arden until the end of May.",
    "Its bearings are worn, and engineers found cracks in two of the nine piers during the winter.",
    "The repair will cost 12 million crowns, of which the county pays a third.",
    "Ann Roe, who leads the road office, said that buses would go by way of Calder in the meantime.",
    "Shopkeepers on the western bank fear for their summer, because half of their guests come on foot.",
]
OWN = [
    "Until June the people of Elsby will have to walk eight kilometres to the other side of their town.",
    "The bridge over the Arden is closed, the council decided on Tuesday after a long evening.",
    "Jan Kovar, who runs a café at its western end, has sent seven waiters home.",
]


def carried(*titles: str):
    articles = [plain_article("\n\n".join(REPORT), article_id=f"a{n}", title=title) for n, title in enumerate(titles)]
    return [*articles, plain_article("\n\n".join(OWN), article_id="own", title="Elsby walks eight kilometres")]


def test_copies_are_cited_and_not_summarized_again():
    articles = carried("Council closes bridge", "Bridge closed", "No way across the Arden")
    summary = summarize(articles, limit=4, origins=find_origins(articles))
    for sentence in summary.sentences:
        if sentence.excerpt.span.article_id == "a0":
            assert [other.span.article_id for other in sentence.also if other.text == sentence.excerpt.text] == [
                "a1",
                "a2",
            ]
    assert {sentence.excerpt.span.article_id for sentence in summary.sentences} <= {"a0", "own"}
    assert len({sentence.excerpt.text for sentence in summary.sentences}) == len(summary.sentences)


def test_the_length_goes_by_origins():
    """Four copies and one article are two sources, and get the summary of two."""
    many, two = carried("One", "Two", "Three", "Four"), carried("One")
    assert len(summarize(many, origins=find_origins(many)).sentences) == len(summarize(two).sentences)


def test_the_headline_is_never_that_of_a_copy():
    articles = carried(
        "What a day!", "Council of Elsby closes bridge over the Arden", "Bridge over the Arden is closed"
    )
    origins = (
        OriginalText(carriers=tuple(Carrier(article_id=f"a{n}") for n in range(3)), fullest="a0"),
        OriginalText(carriers=(Carrier(article_id="own"),), fullest="own"),
    )
    alone = choose_headline(articles)
    assert alone is not None and alone.span.article_id in ("a1", "a2")
    chosen = choose_headline(articles, origins=origins)
    assert chosen is not None and chosen.span.article_id in ("a0", "own")
