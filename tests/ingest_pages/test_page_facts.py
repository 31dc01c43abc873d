"""What a page states about its article, case by case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.ingest.pages import read_page

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "facts.yml").read_text(encoding="utf-8"))
TEXT = "<p>The bakers of the town and the millers of the valley agreed on Tuesday on a price for flour.</p>" * 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_facts(case: dict[str, Any]) -> None:
    markup = (
        f"<html><head>{case.get('head', '')}</head><body>{case.get('body', '')}<article>{TEXT}</article></body></html>"
    )
    content = read_page(markup.encode(), path="a.html")
    assert content.diagnostics == ()
    found = {name: getattr(content.stated, name) for name in case["expected"]}
    assert {name: known and known.value for name, known in found.items()} == case["expected"]
