"""The pages across stories: the front page, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.model import Article, EditorText, Excerpt, Publisher, Story
from digest.render.changes import update_line
from digest.render.figures import Quantity, key_figures
from digest.render.links import safe_url
from digest.render.origins import origin_count
from digest.render.speech import voices
from digest.render.wording import count, dates, outlets

FRONT_FIGURES = 3
"""How many key figures of a story the front page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """A story on the front page."""

    story: Story
    title: str
    figures: tuple[Quantity, ...]
    facts: str
    update: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An article in the list of sources, with its story."""

    article: Article
    story: Story
    title: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher and its articles; `publisher` is None for the articles whose publisher is not known."""

    publisher: Publisher | None
    home: str | None
    listings: tuple[Listing, ...]


def front_page(stories: Iterable[Story]) -> tuple[Teaser, ...]:
    """The stories in the order given, each with its first sentence and figures."""
    return tuple(
        Teaser(
            story=story,
            title=title_of(story),
            figures=key_figures(story).rows[:FRONT_FIGURES],
            facts=_facts(story),
            update=update_line(story),
        )
        for story in stories
    )


def sources(stories: Sequence[Story]) -> tuple[Outlet, ...]:
    """The publishers in the order of the alphabet, with their articles; unknown publishers come last."""
    found: dict[str, list[Listing]] = {}
    publishers: dict[str, Publisher] = {}
    for story in stories:
        for article in story.articles:
            key = article.publisher.value.id if article.publisher else ""
            if article.publisher:
                publishers.setdefault(key, article.publisher.value)
            address = safe_url(article.url.value) if article.url else None
            listing = Listing(article=article, story=story, title=title_of(story), address=address)
            found.setdefault(key, []).append(listing)
    listed = [_outlet(publishers.get(key), listings) for key, listings in found.items()]
    return tuple(
        sorted(listed, key=lambda o: (o.publisher is None, o.publisher.name.casefold() if o.publisher else ""))
    )


def title_of(story: Story) -> str:
    """A story's title as text."""
    return story.title.text


def edited_title(story: Story) -> bool:
    """Whether an editor wrote the title."""
    return isinstance(story.title, EditorText)


def quoted_title(story: Story) -> bool:
    """Whether the title is quoted from an article, which it then cites."""
    return isinstance(story.title, Excerpt)


def totals(stories: Sequence[Story]) -> str:
    """What the site holds, in words."""
    articles = [article for story in stories for article in story.articles]
    quotations = sum(voice.count for story in stories for voice in voices(story))
    known = {article.publisher.value.id for article in articles if article.publisher}
    parts = [
        count(len(stories), "story", "stories"),
        count(len(articles), "article"),
        *([count(len(known), "publisher")] if known else []),
        count(quotations, "quotation"),
    ]
    return " · ".join(parts)


def _facts(story: Story) -> str:
    quotations = sum(voice.count for voice in voices(story))
    origins = [origin_count(story)] if origin_count(story) else []
    parts = [count(len(story.articles), "article"), outlets(story.articles), *origins, dates(story.articles)]
    return " · ".join([*parts, count(quotations, "quotation")] if quotations else parts)


def _outlet(publisher: Publisher | None, listings: Sequence[Listing]) -> Outlet:
    home = safe_url(publisher.home) if publisher and publisher.home else None
    return Outlet(
        publisher=publisher, home=home, listings=tuple(sorted(listings, key=lambda listing: listing.article.id))
    )
