"""A small newsroom for tests: articles of our own invention, and builds that are checked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from digest.config.project import find_project
from digest.pipeline import Edition, make_edition
from digest.store import publish, write_atomically
from digest.store.history import render_history
from digest.store.lock import render_lock
from digest.verify import verify_edition, verify_project

FERRY = (
    "The ferry Saint Brendan ran aground off Kilronan on Tuesday with 140 passengers on board, the coast guard said.",
    "Lifeboats from Rossaveal took the passengers off the ferry Saint Brendan, and nobody was hurt.",
    "The captain of the Saint Brendan, Nora Folan, said that fog had hidden the rocks off Kilronan.",
    "Divers will look at the hull of the ferry Saint Brendan before a tug pulls it off the rocks at Kilronan.",
)
LIBRARY = (
    "Parliament in Riga voted on Thursday to build a national library for 48 million euros, the speaker said.",
    "The new national library in Riga will stand beside the river Daugava, the architect Anna Ozola said.",
    "The opposition in Riga called the national library too dear and asked parliament to vote again.",
    "Readers in Riga queued for a last look at the old reading room of the national library.",
)
BEES = (
    "Beekeepers in Alentejo lost a third of their hives to hornets this summer, a survey of the growers' union found.",
    "The growers' union of Alentejo wants money for traps against the hornets that kill the bees.",
    "Hornets came to Alentejo in timber from abroad, and the bees have no defence, the biologist Rui Sousa said.",
    "Traps against hornets are sold out in Alentejo, and beekeepers build their own of bottles.",
)


def article(sentences: tuple[str, ...], number: int) -> str:
    """An article of all sentences of a story, of which another one comes first each time."""
    turned = [*sentences[number % 4 :], *sentences[: number % 4]]
    title = " ".join(turned[0].split()[:9]).rstrip(",")
    return f"{title}\n\n{turned[0]} {turned[1]}\n\n{turned[2]} {turned[3]}\n"


def write(root: Path, name: str, text: str) -> None:
    """Put an article into the project's folder."""
    (root / "seeds" / name).write_text(text, encoding="utf-8")


def build(root: Path, *, regroup: bool = False, today: dt.date | None = None) -> Edition:
    """Build the pages as the command does, and check every claim. Without a day no change is recorded."""
    project = find_project(root)
    edition = make_edition(project, regroup=regroup, today=today)
    assert verify_edition(edition) == ()
    publish(edition.pages, edition.articles, docs=project.docs, root=root)
    write_atomically(project.lock, render_lock(edition.lock).encode())
    if today:
        write_atomically(project.history, render_history(edition.history).encode())
    assert verify_project(project, edition).misses == ()
    return edition


def stories(edition: Edition) -> dict[str, list[str]]:
    """The articles of each story, by its address."""
    return {story.slug: sorted(article.id for article in story.articles) for story in edition.stories}


def story_of(edition: Edition, article_id: str) -> str:
    """The address of the story of an article."""
    return next(slug for slug, articles in stories(edition).items() if article_id in articles)


def former(edition: Edition) -> dict[str, str]:
    """Where each address leads that is no page of its own any more."""
    return {slug: story.slug for story in edition.stories for slug in story.former}


def codes(edition: Edition) -> list[str]:
    """What was told."""
    return [problem.code for problem in edition.diagnostics]
