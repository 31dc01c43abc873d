"""A file of each kind becomes articles on the site, with the facts that it states."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path

from ingest_records.archive import record
from ingest_records.cases_of import CASES
from running import digest

TEXT = [
    "The council voted for a night bus on Tuesday, by 15 votes to 6.",
    "“It will go every hour,” said Ada Lindqvist, who leads the council.",
]
OBJECT = {
    "headline": "Council votes for the night bus",
    "source": {"name": "Harbour Courier"},
    "url": "https://courier.example/night-bus?utm_source=x",
    "published_at": "2026-03-03T23:10:00+01:00",
    "byline": "By Tom Marsh",
}
LINES = [
    {**OBJECT, "headline": "Bridge stays closed", "url": "https://post.example/bridge", "text": "\n\n".join(TEXT)},
    {**OBJECT, "headline": "Bridge is open", "url": "https://post.example/open", "html": None},
]
# The title on the page, and what else stands there.
WANTED = {
    "Council votes for the night bus": ["Courier · 3 March 2026", "(https://courier.example/night-bus)", "Tom Marsh"],
    "Bridge stays closed": ["text taken from line 1", "given in the file", "(https://post.example/bridge)", "UTC+01"],
    "Shops close": ["text taken from record 1", "| Fetched | 4 March 2026, 08", "(https://post.example/shops)"],
    "Ferry crews call off strike — and a new quay": [
        "text taken from the e-mail",
        "Harbour Gazette · 4 March 2026",
        "stated in the e-mail's header",
        "(https://gazette.example/mail/17)",
        "Our mailing address is:",
    ],
}


def test_a_file_of_each_kind_comes_to_the_site(project: Path) -> None:
    seeds = project / "seeds"
    bus = {**OBJECT, "body": "".join(f"<p>{text}</p>" for text in TEXT)}
    (seeds / "bus.json").write_text(json.dumps(bus), encoding="utf-8")
    (seeds / "lines.jsonl").write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    page = record({"address": "https://post.example/shops", "page": "Shops close"})
    (seeds / "crawl.warc.gz").write_bytes(gzip.compress(page, mtime=0))
    shutil.copy(CASES / "mails" / "newsletter.eml", seeds)
    built = digest("build", "--pages-only", cwd=project)
    assert built.returncode == 0, built.stderr
    assert "no-text" in built.stderr + built.stdout
    texts = [path.read_text(encoding="utf-8") for path in sorted((project / "docs" / "articles").glob("*.md"))]
    pages = {hit[1]: text for text in texts if (hit := re.search(r"^# (.+)$", text, re.MULTILINE))}
    for title, wanted in WANTED.items():
        assert [words for words in wanted if words not in pages[title]] == []
    checked = digest("verify", "--strict", cwd=project)
    assert checked.returncode == 0, checked.stdout + checked.stderr
