"""Measure what a build of a project costs: for one process and for several, for the first time and again.

    python benchmarks/build.py FOLDER [JOBS ...]

The project in FOLDER is copied, so it stays as it is. For each number of JOBS (1 and 2 if none is given) its pages are
made without a cache, with an empty one, again, with one article more, and with a change to one story's file; each time
by a new program. "cpu" adds up all processes, "main" is the first one alone; "memory" is the peak of the main process
and that of the largest other one, in MB. The last column is the beginning of the SHA-256 of all pages: for one state of
the project it must be the same in each row. Nothing is verified or written, and no site is made.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from digest.config.project import find_project
from digest.workplace import CACHE, edition_of

ROW = "{jobs:>4}  {what:<22} {wall:>8.1f} {cpu:>8.1f} {main:>8.1f} {memory:>6} {other:>6}  {pages}"
HEAD = "jobs  what                     wall s    cpu s   main s     MB  other  pages"


def measure(project: Path, *, jobs: int, cached: bool) -> dict[str, object]:
    """Make an edition in this process and say what it cost."""
    began = time.perf_counter()
    edition = edition_of(find_project(project), jobs=jobs, cached=cached)
    wall = time.perf_counter() - began
    whole = hashlib.sha256()
    for page in edition.pages:
        whole.update(f"{page.path}\n{page.text}\n".encode())
    main, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    spent = main.ru_utime + main.ru_stime
    return {
        "wall": wall,
        "cpu": spent + others.ru_utime + others.ru_stime,
        "main": spent,
        "memory": main.ru_maxrss // 1024,
        "other": others.ru_maxrss // 1024,
        "pages": whole.hexdigest()[:12],
        "slug": edition.stories[0].slug if edition.stories else "",
    }


def row(project: Path, what: str, *, jobs: int, cached: bool = True) -> dict[str, str]:
    """Measure in a new program, and print the row."""
    command = [sys.executable, __file__, "--here", str(project), str(jobs), str(int(cached))]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ})
    found = json.loads(done.stdout)
    print(ROW.format(jobs=jobs, what=what, **found), flush=True)
    return dict(found)


def rows(project: Path, *, jobs: int) -> None:
    """All rows for a number of processes; in the end the project is as it was."""
    shutil.rmtree((project / CACHE).parent, ignore_errors=True)
    last = max(path for path in (project / "seeds").rglob("*.txt"))
    text = last.read_bytes()
    last.unlink()
    row(project, "without a cache", jobs=jobs, cached=False)
    row(project, "with an empty cache", jobs=jobs)
    slug = row(project, "again", jobs=jobs)["slug"]
    last.write_bytes(text)
    row(project, "one article more", jobs=jobs)
    story = project / "stories" / f"{slug}.yml"
    if not story.exists():
        story.write_text("summary_sentences: 2\n", encoding="utf-8")
        row(project, "one story edited", jobs=jobs)
        story.unlink()
    print(f"      the cache holds {(project / CACHE).stat().st_size / 1e6:.1f} MB", flush=True)


def main(folder: Path, jobs: list[int]) -> None:
    """Copy the project and measure it."""
    with tempfile.TemporaryDirectory() as copy:
        project = Path(copy) / "project"
        shutil.copytree(folder, project, ignore=shutil.ignore_patterns(".digest", "site", ".git", ".venv"))
        print(HEAD)
        for number in jobs:
            rows(project, jobs=number)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        print(json.dumps(measure(Path(sys.argv[2]), jobs=int(sys.argv[3]), cached=sys.argv[4] == "1")))
    elif len(sys.argv) > 1:
        main(Path(sys.argv[1]), [int(number) for number in sys.argv[2:]] or [1, 2])
    else:
        sys.exit(__doc__)
