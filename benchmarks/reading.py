"""Measure how fast articles are read: articles a second, how the time grows with the text, and peers beside it.

    python benchmarks/reading.py                      our own passages of news (tests/gold), joined to articles
    python benchmarks/reading.py RECORDS.jsonl ...    the texts of a file of records (field `text`)
    python benchmarks/reading.py --growth [LANGUAGE]  ten times the text, for hostile and for ordinary texts
    python benchmarks/reading.py --peers JOB RECORDS.jsonl FOLDER     quantulum3 (quantities), textacy (quotes)

All on one core, in CPU seconds. An article is read as a build reads it: `digest.extract.extract`, all extractors
together. Each article is read RUNS times; the best time of each is added up, so that whatever else the machine did does
not count (the median of whole runs stands beside it). docs/method/speed.md has the figures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

from gold_sets import read_news
from reading_growth import growth
from reading_peers import peers

from digest.clean import plain_article
from digest.extract import extract
from digest.extract.dates import find_dates
from digest.extract.entities import find_entities
from digest.extract.figures import find_figures
from digest.extract.frames.words import is_framed
from digest.extract.hearing import hear
from digest.extract.quotes import find_quotes
from digest.extract.statements import find_statements
from digest.model import Article
from digest.work.collecting import seldom_collecting

GOLD = Path(__file__).parents[1] / "tests" / "gold"
JOINED = 5  # passages of an article of our own: some 450 words
RUNS = 5
T = TypeVar("T")
SHARES = ("people, organizations, places", "dates", "words and quotations", "speakers", "statements", "figures")


def own_texts() -> list[str]:
    """Articles of the length of news, made of neighbouring passages."""
    passages = [passage.text.strip() for passage in read_news(GOLD)]
    return ["\n\n".join(passages[at : at + JOINED]) for at in range(0, len(passages), JOINED)]


def recorded_texts(path: Path) -> Iterator[str]:
    """The texts of a file of records, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            text = json.loads(line).get("text")
            if text:
                yield text


def parts(article: Article) -> list[float]:
    """The CPU seconds of each extractor, in the order of SHARES."""
    times = [process_time()]

    def timed(found: T) -> T:
        times.append(process_time())
        return found

    entities = timed(find_entities(article))
    dates = timed(find_dates(article))
    heard = timed(None if is_framed(article.language) else hear(article, entities))
    quotes = timed(find_quotes(article, entities, heard))
    statements = timed(find_statements(article, entities, heard))
    timed(find_figures(article, dates=dates, quotes=quotes, statements=statements))
    return [after - before for before, after in pairwise(times)]


def seconds(work: Callable[[Article], object], article: Article) -> float:
    """The CPU seconds that a piece of work takes."""
    began = process_time()
    work(article)
    return process_time() - began


def measure(texts: Iterable[str]) -> list[str]:
    """Read the texts, and say how fast that went."""
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate(texts)]
    parts(articles[0])  # loads the tables of words
    with seldom_collecting():  # as a build does
        runs = [[seconds(extract, article) for article in articles] for _ in range(RUNS)]
        split = [[min(t) for t in zip(*(parts(article) for _ in range(RUNS)), strict=True)] for article in articles]
    best = sum(map(min, zip(*runs, strict=True)))
    total = [sum(column) for column in zip(*split, strict=True)]
    words = [len(article.text.split()) for article in articles]
    lines = [
        f"{len(articles)} articles, {median(words):.0f} words in the median, {sum(words) / len(words):.0f} on average",
        f"{len(articles) / best:.0f} articles a second (median of {RUNS} runs: "
        f"{len(articles) / median(map(sum, runs)):.0f}), {sum(words) / best:,.0f} words a second",
    ]
    return lines + [
        f"  {name:32}{share / sum(total):6.1%}{share / len(articles) * 1000:8.2f} ms an article"
        for name, share in zip(SHARES, total, strict=True)
    ]


def main(arguments: Sequence[str]) -> None:
    """Measure what is asked for."""
    match list(arguments):
        case []:
            print("our own passages\n" + "\n".join(measure(own_texts())))
        case ["--growth", *languages] if len(languages) <= 1:
            growth(languages[0] if languages else "en")
        case ["--peers", ("quantities" | "quotes") as job, records, folder]:
            peers(job, Path(records), Path(folder))
        case files if not any(file.startswith("-") for file in files):
            for file in files:
                print(f"{Path(file).stem}\n" + "\n".join(measure(recorded_texts(Path(file)))))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
