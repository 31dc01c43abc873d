"""The pages of an archive of the web become articles, each fetched when its record says."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from ingest_records.archive import PAGE, record
from ingest_records.cases_of import as_told, cases, in_order, plain, read


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("case", cases("warc.yml"), ids=lambda case: case["title"])
def test_warc(case: dict[str, Any], packed: bool, tmp_path: Path) -> None:
    records = [record(one) for one in case["records"]]
    name = "crawl.warc.gz" if packed else "crawl.warc"
    found = read(tmp_path, name, b"".join(gzip.compress(r, mtime=0) for r in records) if packed else b"".join(records))
    assert [d.code for d in found.diagnostics] == case.get("says", [])
    articles = in_order(found)
    told = [as_told(raw, wanted) for raw, wanted in zip(articles, case["articles"], strict=False)]
    assert told == [plain(wanted) for wanted in case["articles"]]
    assert len(articles) == len(case["articles"])


def test_arc(tmp_path: Path) -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.format(title="Old pages", more="").encode()
    version = b"1 0 Courier\nURL IP-address Archive-date Content-type Archive-length\n\n"
    data = b"filedesc://old.arc 0.0.0.0 20060304080000 text/plain %d\n%s\n" % (len(version), version)
    data += b"https://courier.example/old 1.2.3.4 20060304080000 text/html %d\n%s\n" % (len(page), page)
    (raw,) = read(tmp_path, "old.arc", data).articles
    wanted = {"title": "Old pages", "url": "https://courier.example/old", "fetched": "2006-03-04T08:00:00+00:00"}
    assert as_told(raw, wanted) == wanted


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "a.warc", b"Dear reader,\n\nthis is a letter.\n")
    assert [d.code for d in found.diagnostics] == ["not-an-archive"]
