"""Marks, quotations and statements: each case is a text and what must be found in it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.clean.lines import plain_article
from digest.extract.entities import find_entities
from digest.extract.marks import pair_marks
from digest.extract.quotes import find_quotes
from digest.extract.statements import find_statements
from digest.model import Article, Excerpt, Speaker

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """The cases of a file, and those of the languages that have one: `quotes.yml`, `de_quotes.yml`."""
    return [
        pytest.param(
            case | {"language": path.stem[:2] if path.name != name else "en"}, id=f"{path.stem}: {case['title']}"
        )
        for path in sorted((*CASES.glob(name), *CASES.glob(f"[a-z][a-z]_{name}")))
        for case in yaml.safe_load(path.read_text("utf-8"))
    ]


def article(case: dict[str, Any]) -> Article:
    return plain_article(case["text"], article_id="case", language=case["language"])


def seen(found: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    """Say of a finding what its case asks for."""
    out: dict[str, Any] = {}
    for key in wanted:
        value = (
            found.excerpt
            if key == "text"
            else found.speaker.kind
            if key == "speaker_kind"
            else found.speaker.mention
            if key == "mention"
            else found.speaker.known_by
            if key == "known_by"
            else getattr(found, key)
        )
        out[key] = value.text if isinstance(value, Excerpt) else value.name if isinstance(value, Speaker) else value
    return out


@pytest.mark.parametrize("case", cases("marks.yml"))
def test_what_stands_between_marks(case):
    text = article(case)
    assert [text.text[p.start : p.end] for p in pair_marks(text)] == case["expected"]


@pytest.mark.parametrize("case", cases("quotes.yml"))
def test_who_said_it(case):
    text = article(case)
    found = find_quotes(text, find_entities(text))
    assert [seen(q, w) for q, w in zip(found, case["expected"], strict=True)] == case["expected"]


@pytest.mark.parametrize("case", cases("statements.yml"))
def test_indirect_speech(case):
    text = article(case)
    found = find_statements(text, find_entities(text))
    assert [seen(s, w) for s, w in zip(found, case["expected"], strict=True)] == case["expected"]
