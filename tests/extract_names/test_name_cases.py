"""The cases in cases/*.yml: a text, and whom and what it names."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.clean.lines import plain_article
from digest.extract.entities import find_entities

CASES = [
    pytest.param(case | {"language": path.stem[:2] if "_" in path.stem else "en"}, id=f"{path.stem}: {case['title']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_names_what_the_case_says(case: dict[str, Any]) -> None:
    entities = find_entities(
        plain_article(case["text"], article_id="case", title=case.get("headline"), language=case["language"])
    )
    found = {
        "people": [
            {
                "name": p.name,
                "roles": [role.text for role in p.roles],
                "country": p.country,
                "mentions": [m.excerpt.text for m in p.mentions],
            }
            for p in entities.people
        ],
        "organizations": [
            {"name": o.name, "acronym": o.acronym, "mentions": [m.excerpt.text for m in o.mentions]}
            for o in entities.organizations
        ],
        "places": [
            {"name": p.name, "country": p.country, "mentions": [[m.excerpt.text, m.form.value] for m in p.mentions]}
            for p in entities.places
        ],
    }
    for kind, expected in found.items():
        if kind in case:
            assert expected == case[kind]
