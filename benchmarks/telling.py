"""Measure how many stories a second digest summarizes, compares and heads, on one core.

    python benchmarks/telling.py [RECORDS.jsonl] [--large]

Without RECORDS the stories are made up: five articles of about twenty sentences each on one event, with facts of their
own. RECORDS are lines with `cluster`, `title` and `text`; those of one cluster are one story. Articles are read before
the clock starts, and one story is told before, so that tables are loaded. Times are of the processor (CPU seconds).
--large adds one story of 200 made-up articles.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from digest.clean import plain_article
from digest.cluster import find_origins
from digest.compare import compare
from digest.extract import extract
from digest.model import Article, Findings, OriginalText
from digest.summarize import choose_headline, summarize
from digest.work.collecting import seldom_collecting

STORIES, ARTICLES, LARGE = 30, 5, 200
PLACES = ("Elsby", "Calder", "Tarn", "Brax", "Lusa", "Hollin", "Port Sand", "Melk", "Arden", "Oran")
PEOPLE = ("Ana Lopes", "Nils Berg", "Eva Roth", "Karl Duhr", "Ida Holm", "Per Lund", "Lena Hult", "Omar Said")
ACTS = ("closed the bridge", "voted for a budget", "opened an inquiry", "cut jobs at the mine", "sold the water works")
THINGS = ("the harbour", "a new school", "the old railway", "its hospital", "the market hall", "a ferry line")
SHAPES = (
    "{person}, who leads the council of {place}, {act} on {day} after a debate of {number} hours.",
    "“We will not give up {thing},” {person} told reporters in {place} on {day}.",
    "The repair of {thing} in {place} will cost €{number} million, engineers said.",
    "About {number} people of {place} gathered in front of {thing} on {day}.",
    "A report that {person} ordered found {number} faults in {thing}, most of them small.",
    "The ministry said that {place} would get {number} per cent of the money for {thing}.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

Told = tuple[Sequence[Article], Sequence[Findings], Sequence[OriginalText]]


def made_up(stories: int, articles: int) -> Iterator[list[tuple[str, str]]]:
    """Stories of made-up articles: title and text."""
    for story in range(stories):
        chance = random.Random(story)
        facts = [_sentence(chance) for _ in range(30)]
        yield [
            (_sentence(chance).rstrip("."), "\n\n".join(_article(facts, random.Random(1000 * story + number))))
            for number in range(articles)
        ]


def _article(facts: Sequence[str], chance: random.Random) -> list[str]:
    shared = [facts[n] for n in sorted(chance.sample(range(len(facts)), 8))]
    return shared + [_sentence(chance) for _ in range(12)]


def _sentence(chance: random.Random) -> str:
    return chance.choice(SHAPES).format(
        person=chance.choice(PEOPLE),
        place=chance.choice(PLACES),
        act=chance.choice(ACTS),
        thing=chance.choice(THINGS),
        day=chance.choice(DAYS),
        number=chance.randrange(2, 400),
    )


def recorded(file: Path) -> Iterator[list[tuple[str, str]]]:
    """The stories of a file of records: those clusters that have several articles."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        groups.setdefault(record["cluster"], []).append((record.get("title") or "", record["text"] or ""))
    yield from (group for group in groups.values() if len(group) > 1)


def read(story: Sequence[tuple[str, str]]) -> Told:
    """The articles of a story, with what is found in each and the texts that they carry."""
    articles = [
        plain_article(text, article_id=f"a{number:03d}", title=title) for number, (title, text) in enumerate(story)
    ]
    return articles, [extract(article) for article in articles], find_origins(articles)


WORK: dict[str, Callable[[Told], object]] = {
    "summary": lambda told: summarize(told[0], findings=told[1], origins=told[2]),
    "headline": lambda told: choose_headline(told[0], origins=told[2]),
    "comparison": lambda told: compare(told[0], told[1], origins=told[2]),
}


def measure(stories: Sequence[Told]) -> None:
    """Print what each part and the whole cost."""
    articles = sum(len(told[0]) for told in stories) / len(stories)
    sentences = sum(len(article.sentences) for told in stories for article in told[0]) / len(stories)
    print(f"{len(stories)} stories, {articles:.1f} articles and {sentences:.0f} sentences each")
    spent = dict.fromkeys(WORK, 0.0)
    with seldom_collecting():  # as a build does, which also tells one story after the other
        for told in stories:
            for name, work in WORK.items():
                start = time.process_time()
                work(told)
                spent[name] += time.process_time() - start
    for name, seconds in spent.items():
        print(f"{name:12} {1000 * seconds / len(stories):8.1f} ms a story")
    whole = sum(spent.values())
    print(f"{'all':12} {1000 * whole / len(stories):8.1f} ms a story, {len(stories) / whole:.1f} stories a second")


def main(arguments: Sequence[str]) -> None:
    """Measure made-up or given stories, and a large one if it is asked for."""
    files = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if len(files) > 1 or set(arguments) - {"--large", *map(str, files)}:
        sys.exit(__doc__)
    stories = [read(story) for story in (recorded(files[0]) if files else made_up(STORIES, ARTICLES))]
    for work in WORK.values():
        work(stories[0])
    measure(stories)
    if "--large" in arguments:
        measure([read(story) for story in made_up(1, LARGE)])


if __name__ == "__main__":
    main(sys.argv[1:])
