"""The summary of a story of several days tells its latest news, too."""

from dataclasses import replace
from datetime import date

from digest.clean.lines import plain_article
from digest.model import Article, Known, Origin
from digest.summarize import summarize

FIRST = (
    "The council of Melk met on Monday to debate the old bridge over the Ourt.",
    "The council of Melk debated on Monday whether the old bridge over the Ourt can be saved.",
)
LAST = "Engineers blew up a tower beside the river at dawn, and thousands watched."


def article(text: str, number: int, day: int) -> Article:
    published = Known(value=date(2026, 3, day), origin=Origin.SIDECAR)
    return replace(plain_article(text, article_id=f"a{number}", title="Bridge of Melk"), published=published)


def told(day: int) -> list[str]:
    more = "\n\nA ferry will carry the cars of Melk. Schools stay open. Karl Duhr, the mayor, spoke for an hour."
    articles = [article(text + more, number, 2) for number, text in enumerate(FIRST)]
    articles.append(article(LAST, 2, day))
    return [sentence.excerpt.text for sentence in summarize(articles, limit=2).sentences]


def test_the_newest_news_is_told_last() -> None:
    assert told(6)[-1] == LAST


def test_what_leaves_out_its_lead_in_is_not_told() -> None:
    text = (
        "Ida Holm closed the harbour of Melk on Monday.\n\nSailors blocked the harbour of Melk on Tuesday.\n\n"
        "The harbour board of Melk responded with two bans on Wednesday."
    )
    found = [s.excerpt.text for s in summarize([plain_article(text, article_id="a")], limit=2).sentences]
    assert "responded" not in " ".join(found) or found[-2].startswith("Sailors")
