"""Every date case: what is found, how precise it is, and which days it covers."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from digest.clean.lines import plain_article
from digest.extract.dates import find_dates
from digest.model import Known, Origin

FOLDER = Path(__file__).parent / "cases"
CASES = [
    case | {"language": path.stem[:2] if "_" in path.stem else "en"}
    for path in sorted((FOLDER / "dates.yml", *FOLDER.glob("[a-z][a-z]_dates.yml")))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['title']}")
def test_dates_are_found_and_resolved(case):
    """The words, the precision and the first and last day are those of the case."""
    published = case.get("published", dt.date(2022, 4, 20))
    article = replace(
        plain_article(case["input"], article_id="case", language=case["language"]),
        published=Known(value=published, origin=Origin.SIDECAR) if published else None,
    )
    found = [[d.excerpt.text, d.precision, d.earliest, d.latest] for d in find_dates(article)]
    assert found == case["expected"]
