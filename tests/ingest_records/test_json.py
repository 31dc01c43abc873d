"""JSON and JSON Lines become articles, whoever wrote them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ingest_records.cases_of import as_told, cases, in_order, plain, read

from digest.clean import clean_article
from digest.model import Known, Origin, Publisher


@pytest.mark.parametrize("case", cases("json.yml"), ids=lambda case: case["title"])
def test_json(case: dict[str, Any], tmp_path: Path) -> None:
    found = read(tmp_path, case["name"], case["file"].encode())
    assert [d.code for d in found.diagnostics] == case.get("says", [])
    articles = in_order(found)
    told = [as_told(raw, wanted) for raw, wanted in zip(articles, case["articles"], strict=False)]
    assert told == [plain(wanted) for wanted in case["articles"]]
    assert len(articles) == len(case["articles"])


def test_a_publisher_that_is_stated_as_a_host_is_the_listed_one(tmp_path: Path) -> None:
    data = b'{"text": "The ferry was late on Tuesday.", "source_domain": "www.courier.example"}'
    (raw,) = read(tmp_path, "a.json", data).articles
    listed = Publisher(id="courier", name="The Courier", home="https://courier.example/")
    assert clean_article(raw, publishers=(listed,)).publisher == Known(value=listed, origin=Origin.FRONT_MATTER)
