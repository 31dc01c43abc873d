"""Write what digest finds in a file of records, for a scorer to compare with gold labels.

    python benchmarks/predict.py JOB RECORDS.jsonl PREDICTIONS.jsonl

Every job calls the package's public functions with their default settings. JOB and the fields of a record it reads:

    clustering   id, title, text, date       -> id, cluster
    messy        id, messy                   -> id, text, title
    extraction   id, html_path               -> id, text, title   (the path is relative to the records' folder)
    quotes       id, text                    -> doc, start, end, text, speaker
    quantities   id, text                    -> id, value, value_to, unit, change
    summaries    id, documents (title, text) -> id, text
    headlines    id, documents (title, text) -> id, text
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from quantities import prediction as quantity

from digest.clean import clean_article, plain_article
from digest.cluster import cluster_articles, find_origins
from digest.extract import extract
from digest.ingest.decode import raw_from_text
from digest.ingest.pages import read_page
from digest.model import Article, Known, Origin
from digest.summarize import choose_headline, summarize

Record = dict[str, Any]


def clustering(records: Iterable[Record]) -> Iterator[Record]:
    """Group all records in one batch."""
    every = list(records)
    articles = as_articles(every)
    ids = {article.id: record["id"] for article, record in zip(articles, every, strict=True)}
    for number, cluster in enumerate(cluster_articles(articles)):
        for key in cluster.article_ids:
            yield {"id": ids[key], "cluster": f"c{number}"}


def as_articles(records: Iterable[Record]) -> list[Article]:
    """The articles of clustering records, in their order, with ids of their own."""
    return [
        _dated(
            plain_article(
                record["text"] or "",
                article_id=f"r{number:06d}",
                title=record.get("title"),
                language=record.get("lang") or "en",
            ),
            record.get("date"),
        )
        for number, record in enumerate(records)
    ]


def messy(record: Record) -> Iterator[Record]:
    """Clean a page that was scraped as plain text."""
    yield _cleaned(record, clean_article(raw_from_text(record["messy"] or "", article_id="a")))


def extraction(record: Record) -> Iterator[Record]:
    """Take the article out of a saved web page."""
    content = read_page(Path(record["html_path"]).read_bytes(), path=record["id"])
    raw = replace(raw_from_text(content.text or "", article_id="a"), kinds=content.kinds or ())
    yield _cleaned(record, clean_article(raw))


def quotes(record: Record) -> Iterator[Record]:
    """Find what people say in a clean text: the quotations that a page shows with a speaker, with their offsets."""
    article = plain_article(record["text"] or "", article_id="a", language=record.get("lang") or "en")
    for quote in extract(article).quotes:
        if not (quote.show and quote.speaker):
            continue
        start = _raw_offset(article, quote.excerpt.span.start)
        yield {
            "doc": record["id"],
            "start": start,
            "end": start + len(quote.excerpt.text),
            "text": quote.excerpt.text,
            "speaker": quote.speaker.name,
        }


def quantities(record: Record) -> Iterator[Record]:
    """Find the quantities of a sentence."""
    for figure in extract(plain_article(record["text"] or "", article_id="a")).figures:
        found = quantity(figure)
        if found:
            yield {"id": record["id"], **found}


def summaries(record: Record) -> Iterator[Record]:
    """Summarize a cluster in two sentences."""
    articles = _documents(record)
    found = summarize(articles, findings=[extract(a) for a in articles], limit=2, origins=find_origins(articles))
    yield {"id": record["id"], "text": "\n".join(s.excerpt.text for s in found.sentences)}


def headlines(record: Record) -> Iterator[Record]:
    """Choose a cluster's headline."""
    articles = _documents(record)
    headline = choose_headline(articles, origins=find_origins(articles))
    yield {"id": record["id"], "text": headline.text if headline else ""}


def _cleaned(record: Record, article: Article) -> Record:
    return {"id": record["id"], "text": article.body, "title": article.headline.text if article.headline else ""}


def _documents(record: Record) -> list[Article]:
    return [
        plain_article(document.get("text") or "", article_id=f"d{number:03d}", title=document.get("title"))
        for number, document in enumerate(record["documents"])
    ]


def _dated(article: Article, date: object) -> Article:
    """Give an article its date: ISO 8601, or seconds since 1970. Anything else counts as no date."""
    try:
        if isinstance(date, str):
            day = dt.date.fromisoformat(date[:10])
        elif isinstance(date, int | float) and date > 0:
            day = dt.datetime.fromtimestamp(date / (1000 if date > 1e11 else 1), tz=dt.UTC).date()
        else:
            return article
    except (ValueError, OverflowError, OSError):
        return article
    return replace(article, published=Known(value=day, origin=Origin.SIDECAR))


def _raw_offset(article: Article, offset: int) -> int:
    block = max((b for b in article.blocks if b.start <= offset), key=lambda b: b.start)
    return block.raw_start + offset - block.start


EACH: dict[str, Callable[[Record], Iterator[Record]]] = {
    job.__name__: job for job in (messy, extraction, quotes, quantities, summaries, headlines)
}
JOBS = (clustering.__name__, *EACH)


def predict(job: str, records: Iterable[Record]) -> Iterator[Record]:
    """Do a job. A record that cannot be done is named, with the reason, and gets no prediction."""
    if job == clustering.__name__:
        yield from clustering(records)
        return
    for record in records:
        try:
            yield from tuple(EACH[job](record))
        except Exception as problem:
            print(f"{record.get('id')}: {type(problem).__name__}: {problem}", file=sys.stderr)


def main() -> None:
    """Read the records, and write the predictions."""
    if len(sys.argv) != 4 or sys.argv[1] not in JOBS:
        sys.exit(f"{__doc__}\nJOB is one of: {', '.join(JOBS)}")
    job, source, target = sys.argv[1:]
    with Path(source).open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    for record in records:
        if "html_path" in record:
            record["html_path"] = Path(source).parent / record["html_path"]
    with Path(target).open("w", encoding="utf-8") as out:
        for prediction in predict(job, records):
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
