"""Put counts, dates and lists into words for the templates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from digest.model import Article, Publisher, Statement, Story

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def count(number: int, one: str, many: str | None = None) -> str:
    """`count(1, "article")` is "1 article", `count(2, "article")` is "2 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(date: dt.date) -> str:
    """A date in words: "19 April 2022"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def time_of_day(moment: dt.datetime) -> str:
    """The time of a moment with its zone: "08:00 UTC", "23:30 UTC-05:00"."""
    offset = moment.utcoffset()
    zone = f"{moment:%z}" if offset else ""
    return f"{moment:%H:%M} UTC{zone[:3]}{':' if zone else ''}{zone[3:5]}"


def period(earliest: dt.date, latest: dt.date) -> str:
    """A date or a period in words: "19 April 2022", "1 January 2022 to 31 March 2022"."""
    return day(earliest) if earliest == latest else f"{day(earliest)} to {day(latest)}"


def times(number: int) -> str:
    """How often: "once", "twice", "7 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def decimals(share: float) -> str:
    """A figure from 0 to 1 with two decimals: "0.31"."""
    return f"{share:.2f}"


def percent(share: float) -> str:
    """A share in hundredths: "12 %", "under 1 %"."""
    hundredths = round(100 * share)
    return f"{hundredths} %" if hundredths else "under 1 %"


def outlet(article: Article) -> str:
    """The name of an article's publisher, or that there is none."""
    return article.publisher.value.name if article.publisher else "publisher not known"


def facts(publisher: Publisher) -> str:
    """What the editor declares of an outlet, in a line: "Ireland · newspaper · owned by Example Group"."""
    owned = f"owned by {publisher.owner}" if publisher.owner else None
    return " · ".join(part for part in (publisher.country, publisher.kind, owned) if part)


def headline(article: Article) -> str:
    """An article's headline for lists of articles, without the site's name that its page's title has beside it."""
    found = article.headline
    if article.title and not (found and found.text in article.title.value):
        return article.title.value
    return found.text if found else article.id


def outlets(articles: Sequence[Article]) -> str:
    """The publishers of some articles, each once: "Press TV, South China Morning Post"."""
    known = [article.publisher.value.name for article in articles if article.publisher]
    if not known:
        return "publisher not known" if len(articles) == 1 else "publishers not known"
    more = len(articles) - len(known)
    return ", ".join([*dict.fromkeys(known), *([f"{more} not known"] if more else [])])


def label(article: Article, story: Story) -> str:
    """How a story's page calls an article in short: "Press TV"; "Press TV (3)" of several; "article 2" without any."""
    number = story.number(article.id)
    if article.publisher is None:
        return f"article {number}"
    name = outlet(article)
    several = any(outlet(other) == name for other in story.articles if other.id != article.id)
    return f"{name} ({number})" if several else name


def dates(articles: Sequence[Article]) -> str:
    """When some articles were published: "19 April 2022 to 20 April 2022", "no date given"."""
    known = sorted(article.published.value for article in articles if article.published)
    return period(known[0], known[-1]) if known else "no date given"


def said_by(statement: Statement) -> str:
    """The verb by which a source says something, where it follows the source: "vowed"; not for "according to"."""
    follows = statement.speaker.mention.span.start < statement.cue.span.start
    return statement.cue.text if follows else ""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text of the editor's, which blank lines part."""
    return [part for part in re.split(r"\n[^\S\n]*\n", text) if part.strip()]
