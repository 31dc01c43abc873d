"""What an editor decides about one story, in `stories/SLUG.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from digest.config.facts import KEYS, Facts, facts_of
from digest.config.nodes import Report
from digest.config.schema import Group, Key, ListOf, ListsOf, MapOf, TextOrTexts
from digest.config.values import Flag, Number, Setting, Text
from digest.config.yaml import read_yaml
from digest.diagnostics import Diagnostic, Level, Location

RESERVED = ("publishers", "people")
"""Files of `stories/` that are about no single story."""

WORDS = Text(limit=1000)
PICKS = ListOf(item=WORDS)
IDS = ListOf(item=Text(limit=200), named="article ids")

QUOTES = Group(
    what="the keys pin, hide and speakers",
    keys={
        "pin": Key(
            type=PICKS, about="Quotations to show first, in this order: some words of each, enough to tell it apart."
        ),
        "hide": Key(type=PICKS, about="Quotations to leave out: some words of each.", also=("remove", "drop")),
        "speakers": Key(
            type=MapOf(value=Text(limit=200), named="speakers, such as “some words of it”: Name"),
            about="Corrected speakers: some words of the quotation, and who said it; `nobody` takes the speaker away.",
            also=("speaker", "said", "by"),
        ),
    },
)
FIGURES = Group(
    what="the keys pin and hide",
    keys={
        "pin": Key(type=PICKS, about="Figures to show first, in this order: each as it is written in an article."),
        "hide": Key(type=PICKS, about="Figures to leave out: each as it is written.", also=("remove", "drop")),
    },
)
PEOPLE = Group(
    what="the keys hide, roles and aliases",
    keys={
        "hide": Key(type=PICKS, about="People to leave out, by name.", also=("remove", "drop")),
        "roles": Key(
            type=MapOf(value=Text(limit=200), named="roles, such as Name: role"),
            about="What to call somebody, in place of what the articles call them.",
            also=("role", "titles"),
        ),
        "aliases": Key(
            type=MapOf(value=Text(limit=200), named="aliases, such as Name: full name"),
            about="Two names of one person: the name to give up, and the name to keep.",
            also=("alias", "same", "merge"),
        ),
    },
)
STORY = Group(
    what="the keys of a story",
    keys={
        "title": Key(
            type=Text(limit=300), about="The story's title, in your own words.", also=("headline", "heading", "name")
        ),
        "summary": Key(
            type=TextOrTexts(text=Text(limit=5000, lines=True), texts=ListOf(item=WORDS, named="sentences", limit=20)),
            about="Your own summary, shown as yours; or a list of sentences of the articles, shown with their sources.",
            also=("abstract", "description", "lead", "text"),
        ),
        "summary_sentences": Key(
            type=Number(least=1, most=12), about="How many sentences the summary that digest picks may have."
        ),
        "order": Key(
            type=Number(least=-1000, most=1000),
            about="The place on the home page: lower numbers first; stories without one come after them.",
            also=("weight", "position", "rank"),
        ),
        "pinned": Key(type=Flag(), about="Whether the story stays on top of the home page.", also=("pin", "sticky")),
        "tags": Key(
            type=ListOf(item=Text(limit=60), named="texts", limit=20),
            about="Topics of the story: they stand on its page, and first on the page about topics over time.",
            also=("topics", "keywords", "categories", "tag"),
        ),
        "note": Key(
            type=Text(limit=5000, lines=True),
            about="A note of the editor's, in plain text, shown below the title.",
            also=("comment", "notes", "editor", "editors_note"),
        ),
        "quotes": Key(type=QUOTES, about="Changes to the quotations.", also=("quotations", "quote")),
        "figures": Key(type=FIGURES, about="Changes to the figures.", also=("numbers", "figure")),
        "people": Key(type=PEOPLE, about="Changes to the people.", also=("persons", "person")),
        "articles": Key(
            type=MapOf(value=Group(keys=KEYS, what="the facts about an article"), named="article ids with their facts"),
            about="What the articles' texts lack: for each article's id, its url, publisher, published, author, title.",
            also=("sources", "article"),
        ),
        "include": Key(
            type=IDS,
            about="Ids of articles that belong to this story, wherever they are now.",
            also=("add", "contains", "members"),
        ),
        "exclude": Key(
            type=IDS,
            about="Ids of articles that do not belong to this story, nor to what joins it later.",
            also=("without", "not", "leave_out"),
        ),
        "merge": Key(
            type=ListOf(item=Text(limit=200), named="stories, such as harbour-strike"),
            about="Stories that this one takes in, each by the last part of its address. Their addresses lead here.",
            also=("merges", "join", "absorb", "takes"),
        ),
        "together": Key(
            type=ListsOf(each=IDS),
            about="Ids of articles that belong to one story; or several such lists.",
            also=("same",),
        ),
        "apart": Key(
            type=ListsOf(each=IDS),
            about="Ids of articles, no two of which belong to one story; or several such lists.",
            also=("split", "separate"),
        ),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """Some words or a name that stand in an article (`of`), and what is to stand with or for them (`to`)."""

    of: str
    to: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """Facts that a story's file states about an article."""

    article_id: str
    facts: Facts
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFile:
    """What one file sets, each setting with its place. None and () mean that the file does not say it.

    `picked` holds the sentences of a summary that was given as a list. `lines` are the file's lines, for warnings.
    """

    slug: str
    path: str
    title: Setting[str] | None = None
    summary: Setting[str] | None = None
    picked: tuple[Setting[str], ...] = ()
    summary_sentences: int | None = None
    order: Setting[int] | None = None
    pinned: Setting[bool] | None = None
    tags: Setting[tuple[Setting[str], ...]] | None = None
    note: Setting[str] | None = None
    pin_quotes: tuple[Setting[str], ...] = ()
    hide_quotes: tuple[Setting[str], ...] = ()
    speakers: tuple[Renaming, ...] = ()
    pin_figures: tuple[Setting[str], ...] = ()
    hide_figures: tuple[Setting[str], ...] = ()
    hide_people: tuple[Setting[str], ...] = ()
    roles: tuple[Renaming, ...] = ()
    aliases: tuple[Renaming, ...] = ()
    articles: tuple[ArticleFacts, ...] = ()
    include: tuple[Setting[str], ...] = ()
    exclude: tuple[Setting[str], ...] = ()
    merge: tuple[Setting[str], ...] = ()
    together: tuple[tuple[Setting[str], ...], ...] = ()
    apart: tuple[tuple[Setting[str], ...], ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)

    @property
    def named(self) -> tuple[Setting[str], ...]:
        """The articles that it puts together or apart."""
        groups = (self.include, self.exclude, *self.together, *self.apart)
        return tuple(setting for group in groups for setting in group)


def load_stories(folder: Path, *, root: Path) -> tuple[tuple[StoryFile, ...], tuple[Diagnostic, ...]]:
    """Read every story's file in a folder, sorted by name. A missing folder gives none, and is no problem."""
    stories = []
    problems: list[Diagnostic] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.stem in RESERVED:
            continue
        if path.suffix == ".yml":
            story, found = _load_story(path, root=root)
            stories.append(story)
            problems.extend(found)
        elif path.suffix.lower() in (".yaml", ".yml"):
            report = Report(path=path.relative_to(root).as_posix(), lines=())
            report.add(
                "not-read",
                "this file is not read",
                Location(path=report.path),
                hint=f"name it {path.stem}.yml",
                level=Level.WARNING,
            )
            problems.extend(report.finish())
    return tuple(stories), tuple(problems)


def _load_story(path: Path, *, root: Path) -> tuple[StoryFile, tuple[Diagnostic, ...]]:
    document = read_yaml(path, root=root)
    report = document.report
    values = STORY.read(document.root, report, name="this file") if document.root is not None else None
    story = _story(values or {}, slug=path.stem, report=report)
    return story, report.finish()


def _story(values: Mapping[str, Any], *, slug: str, report: Report) -> StoryFile:
    """Sort the settings of a file into their fields."""
    quotes, figures, people = (values.get(name, {}) for name in ("quotes", "figures", "people"))
    summary = values.get("summary")
    is_own = summary is None or isinstance(summary.value, str)
    apart = tuple(group.value for group in _list(values, "apart"))
    together = tuple(group.value for group in _list(values, "together"))
    for group in (*together, *apart):
        if len(group) == 1:
            report.add("bad-value", "one article alone: name at least two", group[0].location)
    return StoryFile(
        slug=slug,
        path=report.path,
        title=values.get("title"),
        summary=summary if is_own else None,
        picked=() if summary is None or is_own else summary.value,
        summary_sentences=values["summary_sentences"].value if "summary_sentences" in values else None,
        order=values.get("order"),
        pinned=values.get("pinned"),
        tags=values.get("tags"),
        note=values.get("note"),
        pin_quotes=_list(quotes, "pin"),
        hide_quotes=_list(quotes, "hide"),
        speakers=_renamings(quotes, "speakers"),
        pin_figures=_list(figures, "pin"),
        hide_figures=_list(figures, "hide"),
        hide_people=_list(people, "hide"),
        roles=_renamings(people, "roles"),
        aliases=_renamings(people, "aliases"),
        articles=tuple(
            ArticleFacts(article_id=key, facts=facts_of(setting.value), location=setting.location)
            for key, setting in values.get("articles", {}).items()
        ),
        include=_list(values, "include"),
        exclude=_list(values, "exclude"),
        merge=_list(values, "merge"),
        together=together,
        apart=apart,
        lines=tuple(report.lines),
    )


def _list(values: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    """The items of a list setting, or none."""
    return values[key].value if key in values else ()


def _renamings(values: Mapping[str, Any], key: str) -> tuple[Renaming, ...]:
    """The entries of a mapping from words to names, in the order of the file."""
    return tuple(
        Renaming(of=" ".join(words.split()), to=setting.value.value, location=setting.location)
        for words, setting in values.get(key, {}).items()
    )
