"""See how the time grows: ten times the text may cost twelve times the time, whatever the text is."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from hostile_texts import TEXTS

from digest.clean import clean_article, plain_article
from digest.extract import extract
from digest.ingest.decode import raw_from_text
from digest.work.collecting import seldom_collecting

SHORT, TIMES, LIMIT = 20_000, 10, 12.0
LEAST = 0.02  # seconds of the short text, below which a clock tells too little
RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """The best CPU time of a few."""
    best = float("inf")
    for _ in range(RUNS):
        with seldom_collecting():  # as a build does
            began = process_time()
            work()
            best = min(best, process_time() - began)
    return best


def factor(work: Callable[[str], Callable[[], object]], make: Callable[[int], str]) -> tuple[float, float]:
    """The seconds of the long text, and how many times those of the short one they are."""
    length = SHORT
    short = seconds(work(make(length)))
    while short < LEAST and length < SHORT * TIMES:
        length *= TIMES
        short = seconds(work(make(length)))
    long = seconds(work(make(length * TIMES)))
    return long, long / max(short, 1e-6)


def growth(language: str) -> None:
    """Print a line a text: sentences, extraction and cleaning, each with its seconds and its factor."""

    def sentences(text: str) -> Callable[[], object]:
        return lambda: plain_article(text, article_id="a", language=language)

    def extraction(text: str) -> Callable[[], object]:
        article = plain_article(text, article_id="a", language=language)
        return lambda: extract(article)

    def cleaning(text: str) -> Callable[[], object]:
        raw = raw_from_text(text, article_id="a")
        return lambda: clean_article(raw)

    jobs = {"sentences": sentences, "extraction": extraction, "cleaning": cleaning}
    print(f"{language:32}" + "".join(f"{job:>22}" for job in jobs))
    worst = 0.0
    for name, make in TEXTS.items():
        cells = []
        for work in jobs.values():
            long, times = factor(work, make)
            counts = long >= LEAST * TIMES / 2
            worst = max(worst, times if counts else 0.0)
            cells.append(f"{long:10.3f} s  x{times:5.1f}{' !' if counts and times > LIMIT else '  '} ")
        print(f"{name:32}" + "".join(cells), flush=True)
    print(f"the worst factor is {worst:.1f}; the limit {LIMIT:.0f}")
