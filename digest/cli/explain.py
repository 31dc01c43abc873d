"""`digest explain`: why these articles are one story, why two are or are not, and what was done to an article."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.console import Console, console_options
from digest.cli.explaining.article import article_data, article_lines, parts_lines
from digest.cli.explaining.names import Found, find
from digest.cli.explaining.pair import pair_data, pair_lines
from digest.cli.explaining.story import story_data, story_lines
from digest.cli.working import Work, work_options
from digest.config.project import find_project
from digest.pipeline import Edition


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="STORY | ARTICLE [ARTICLE]")
@work_options()
@console_options
def explain(*, names: tuple[str, ...], quiet: bool, form: str, folder: Path, work: Work) -> int:
    """Explain a STORY (by its slug), an ARTICLE (by its id or file), or why two ARTICLEs are together or not.

    Of a file that holds many articles, their ids are listed.
    """
    if len(names) > 2:
        raise click.UsageError("name a story, an article, or two articles")
    console = Console(quiet=quiet, as_json=form == "json")
    edition = work.edition(find_project(folder), console)
    if len(names) == 1:
        _one(console, edition, names[0])
    else:
        _two(console, edition, *names)
    return 0


def _one(console: Console, edition: Edition, name: str) -> None:
    found = find(edition, name)
    if len(found.parts) > 1:
        console.say("\n".join(parts_lines(name, found.parts)))
        console.data({"file": name, "articles": [{"article": a.id, "part": a.part} for a in found.parts]})
    elif found.article is not None:
        story, article = found.story, found.article
        findings = story.findings[story.number(article.id) - 1]
        repeats = edition.cleaning.repeats.get(article.id, {})
        console.say("\n".join(article_lines(article, findings, story, repeats)))
        console.data(article_data(article, story, repeats))
    else:
        console.say("\n".join(story_lines(found.story, edition.stories)))
        console.data(story_data(found.story, edition.stories))


def _two(console: Console, edition: Edition, first: str, second: str) -> None:
    one, other = (_article(edition, name) for name in (first, second))
    if one.article is not None and one.article == other.article:
        raise click.UsageError(f"{first!r} and {second!r} are the same article")
    console.say("\n".join(pair_lines(one, other)))
    console.data(pair_data(one, other))


def _article(edition: Edition, name: str) -> Found:
    """The article of a name; of a story with a single article that one."""
    found = find(edition, name)
    if len(found.parts) > 1:
        raise click.UsageError(f"{name!r} holds {len(found.parts):,} articles; `digest explain {name}` lists their ids")
    if found.article is None and len(found.story.articles) == 1:
        return found._replace(article=found.story.articles[0])
    if found.article is None:
        raise click.UsageError(f"{name!r} is a story of several articles; name two articles, or one story alone")
    return found
