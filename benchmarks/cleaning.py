"""Measure what is found on news pages: by this package, by its peers, and by what anybody would try first.

    python benchmarks/cleaning.py RECORDS.jsonl [METHOD …]

Without names, all methods of benchmarks/extractors.py are measured. A record is a JSON object on a line:

    id, text    the record's name, and its article's body
    html_path   a saved page, relative to the records' folder, packed with gzip or not; may be missing
    messy       the same page as scraped text; may be missing
    title       its headline; may be missing or empty

Every method runs in a process of its own, one after the other, on one core.

F1 and its parts are those of benchmarks/shingles.py; "even" and "odd" are the F1 of the records on such places in the
file, counted from 0: the rules are tuned on the even ones, and the odd ones are lightly used (their scores were looked
at, not their texts). "< .5" counts the pages with an F1 below that. Speed is in articles per second of processor time,
memory the most that the process held. Every method goes over all records once before it is timed, since to load its
tables and models once is no cost that an article has. A headline is right if it has the words of the record's title, or
where that is empty, of the page's <h1> or og:title, which are read here independently. Peers that are not installed are
named and skipped: pip install 'storydigest[bench]' brings them.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from extractors import PAGES, TEXTS, Found
from shingles import compare, score

Record = dict[str, Any]
JOBS: Mapping[str, Mapping[str, Any]] = {"page": PAGES, "text": TEXTS}
WORD = re.compile(r"\w+")
FEWEST_IN = 4  # words of a headline that may stand in a longer title: "Talks resume in Oslo | Site"
HEADER = ("P", "R", "F1", "even", "odd", "< .5", "per s", "MB", "headline")


def load(path: Path) -> list[Record]:
    """Read the records; the paths of their pages become those of files."""
    with path.open(encoding="utf-8") as lines:
        records: list[Record] = [json.loads(line) for line in lines if line.strip()]
    for record in records:
        if record.get("html_path"):
            record["html_path"] = path.parent / record["html_path"]
    return records


def inputs(job: str, records: Sequence[Record]) -> Iterator[tuple[str, Any]]:
    """Each record's id with its page's bytes, unpacked, or its scraped text."""
    for record in records:
        if job == "page" and record.get("html_path"):
            data = record["html_path"].read_bytes()
            yield record["id"], gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
        elif job == "text" and record.get("messy"):
            yield record["id"], record["messy"]


def run(job: str, name: str, *, records: Sequence[Record]) -> Record:
    """Do a job in this process: what was found in each record, the processor's seconds, and the memory in MB."""
    import resource  # not on Windows

    find = JOBS[job][name]()
    for _, value in inputs(job, records):  # loads what is loaded once
        with suppress(Exception):  # it comes again below
            find(value)
    found: dict[str, Found] = {}
    problems = []
    seconds = 0.0
    for key, value in inputs(job, records):
        start = time.process_time()
        try:
            found[key] = find(value)
        except Exception as problem:  # a peer's own fault, on this page
            problems.append(f"{name}: {key}: {type(problem).__name__}: {problem}")
            found[key] = Found("")
        seconds += time.process_time() - start
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = size / (1e6 if sys.platform == "darwin" else 1e3)
    return {"found": found, "problems": problems, "seconds": seconds, "megabytes": megabytes}


def row(name: str, done: Record, records: Sequence[Record], titles: Mapping[str, list[str]]) -> list[str]:
    """One line of the table."""
    found = {key: Found(*value) for key, value in done["found"].items()}
    kept = [record for record in records if record["id"] in found]
    pages = [compare(record["text"] or "", found[record["id"]].text) for record in kept]
    places = [i % 2 for i, record in enumerate(records) if record["id"] in found]
    whole = score(pages)
    halves = [score([page for page, place in zip(pages, places, strict=True) if place == half]) for half in (0, 1)]
    named = [record["id"] for record in kept if titles.get(record["id"])]
    right = sum(any(says(found[key].title, title) for title in titles[key]) for key in named)
    looked = named and any(f.title for f in found.values())
    shares = [f"{value:.3f}" for value in (whole.precision, whole.recall, whole.f1, *(half.f1 for half in halves))]
    speed = len(kept) / done["seconds"] if done["seconds"] >= 0.01 else 0.0
    counts = [str(whole.bad), f"{speed:.0f}" if speed else "-", f"{done['megabytes']:.0f}"]
    return [name, *shares, *counts, f"{right / len(named):.1%}" if looked else "-"]


def titles_of(record: Record) -> list[str]:
    """The record's title, else the page's first-order headings and its og:title."""
    if record.get("title"):
        return [record["title"]]
    if not record.get("html_path"):
        return []
    from lxml.html import HTMLParser, document_fromstring

    data = dict(inputs("page", [record]))[record["id"]]
    tree = document_fromstring(data, parser=HTMLParser(encoding="utf-8"))
    told = tree.xpath("//meta[@property = 'og:title']/@content")
    return [title for title in (*(h.text_content() for h in tree.iter("h1")), *told) if title.strip()]


def says(found: str, title: str) -> bool:
    """Whether two titles have the same words, or one of them is a part of the other."""
    one, other = sorted((WORD.findall(found.lower()), WORD.findall(title.lower())), key=len)
    return one == other or (len(one) >= FEWEST_IN and f" {' '.join(one)} " in f" {' '.join(other)} ")


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows below each other, in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    cells = (
        [c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(r, widths, strict=True))] for r in rows
    )
    return "\n".join("  ".join(line).rstrip() for line in cells)


def measure(source: str, job: str, name: str) -> Record | str:
    """Run one method in a process of its own; what it found, or why it cannot be run."""
    command = [sys.executable, __file__, source, job, name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return done.stderr.strip().split("\n")[-1]
    result: Record = json.loads(done.stdout.splitlines()[-1])  # a peer may print, too
    for problem in result["problems"]:
        print(problem, file=sys.stderr)
    return result


def main() -> None:
    """Measure every method, or those that are named, and print the table."""
    if len(sys.argv) == 4 and sys.argv[2] in JOBS:
        json.dump(run(*sys.argv[2:], records=load(Path(sys.argv[1]))), sys.stdout)
        return
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    wanted = sys.argv[2:] or [name for methods in JOBS.values() for name in methods]
    # First all runs, and only then the pages: on Linux a new process is said to hold what its parent held.
    done = {
        (job, name): measure(sys.argv[1], job, name)
        for job, methods in JOBS.items()
        for name in methods
        if name in wanted
    }
    records = load(Path(sys.argv[1]))
    titles = {record["id"]: titles_of(record) for record in records}
    rows = []
    for job in JOBS:
        rows.append([f"{job} -> body", *HEADER])
        rows += [
            row(name, result, records, titles)
            for (its_job, name), result in done.items()
            if its_job == job and not isinstance(result, str)
        ]
    print(table(rows))
    for (_, name), result in done.items():
        if isinstance(result, str):
            print(f"skipped: {name} ({result})")


if __name__ == "__main__":
    main()
