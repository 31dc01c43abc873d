"""Why a story's articles are together, which is the weakest link, and what came near and was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.cli.console import count
from digest.cli.explaining.article import short
from digest.cli.explaining.matrix import matrix_lines
from digest.model import Story
from digest.render.reasons import NearStory, Reasons, by_article, reasons
from digest.render.wording import dates, outlet


def story_lines(story: Story, stories: Sequence[Story]) -> list[str]:
    """Everything about a story's making, for people."""
    why = reasons(story, by_article(stories))
    lines = [f"{story.slug}  ({story.id})", *_thread(why), ""]
    if len(story.articles) == 1:
        lines.append(f"One article alone: {story.articles[0].id}. No other was similar enough.")
    else:
        lines += [*_fits(story), "", *_picture(story, why), *_terms(story)]
    return [*lines, *_near(why.near)]


def _thread(why: Reasons) -> Iterator[str]:
    for label, other in (("earlier", why.earlier), ("later", why.later)):
        if other is not None:
            yield f"  {label:8} {other.slug}  ({dates(other.articles)})"


def _fits(story: Story) -> Iterator[str]:
    yield "Similarity of each article to the others (0 to 1), the weakest link first:"
    cluster = story.cluster
    weakest = cluster.weakest()
    fits = sorted((cluster.fit(key) or 0.0, key) for key in cluster.article_ids)
    for fit, key in fits:
        mark = "  <- the weakest link" if weakest and weakest[0] == key else ""
        held = "  (linked by the editor)" if key in cluster.linked else ""
        yield f"  {fit:.3f}  {key}{mark}{held}"


def _picture(story: Story, why: Reasons) -> Iterator[str]:
    yield "How similar each two are:"
    yield from matrix_lines(why.matrix)
    yield ""
    for number in why.matrix.numbers:
        article = story.articles[number - 1]
        yield f"  {number:3}  {article.id}  ({short(outlet(article), width=40)})"


def _terms(story: Story) -> Iterator[str]:
    for heading, is_name in (("Names", True), ("Words", False)):
        terms = [term for term in story.cluster.terms if term.is_name is is_name]
        if terms:
            yield ""
            yield f"{heading} that they share, with the part each has in the similarity:"
            yield from (f"  {term.weight:6.1%}  {term.term}" for term in terms)


def _near(near: Sequence[NearStory]) -> Iterator[str]:
    if not near:
        return
    yield ""
    yield "Stories that came near and were left out, with their similarity and what was asked:"
    for other in near:
        yield f"  {other.near.similarity:.3f} of {other.near.asked:.3f}  {other.story.slug}"
        yield f"      {count(other.near.size, 'article')}; {other.why}; nearest are {' and '.join(other.near.nearest)}"


def story_data(story: Story, stories: Sequence[Story]) -> dict[str, object]:
    """The same for a program."""
    cluster, why = story.cluster, reasons(story, by_article(stories))
    weakest = cluster.weakest()
    return {
        "story": story.slug,
        "id": story.id,
        "articles": list(cluster.article_ids),
        "linked": list(cluster.linked),
        "similarity": [list(row) for row in cluster.similarity],
        "weakest": {"article": weakest[0], "similarity": round(weakest[1], 4)} if weakest else None,
        "terms": [{"term": t.term, "name": t.is_name, "weight": t.weight} for t in cluster.terms],
        "neighbours": [
            {
                "story": other.story.slug,
                "nearest": list(other.near.nearest),
                "nearest_similarity": other.near.peak,
                "similarity": other.near.similarity,
                "asked": other.near.asked,
                "reason": other.near.reason.name.lower(),
            }
            for other in why.near
        ],
        "earlier": why.earlier.slug if why.earlier else None,
        "later": why.later.slug if why.later else None,
    }
