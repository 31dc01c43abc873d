"""Every figure case: value, unit, qualifier, measure, period; and the numbers that are no figures."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from digest.clean.lines import plain_article
from digest.extract.dates import find_dates
from digest.extract.figures import find_figures

FOLDER = Path(__file__).parent / "cases"
CASES = [
    case | {"language": path.stem[:2] if "_" in path.stem else "en"}
    for path in sorted((FOLDER / "figures.yml", *FOLDER.glob("[a-z][a-z]_figures.yml")))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['title']}")
def test_figures_are_found(case):
    """As many figures as the case has, each with what the case says of it."""
    article = plain_article(case["input"], article_id="case", language=case["language"])
    figures = find_figures(article, dates=find_dates(article))
    assert [f.excerpt.text for f in figures] == [e["text"] for e in case["expected"]]
    for figure, expected in zip(figures, case["expected"], strict=True):
        for name, value in expected.items():
            assert _shown(figure, name) == value, (figure.excerpt.text, name)


def _shown(figure, name):
    """A field as the case file writes it: excerpts as their words, decimals as numbers."""
    value = figure.excerpt if name == "text" else getattr(figure, name)
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return getattr(value, "text", value)
