"""A slug is plain ASCII, short, and never one that is taken."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.store.slug import slug

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "slugs.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_title_becomes_address(case):
    assert slug(case["input"], taken=case.get("taken", ()), fallback="story-fallback") == case["expected"]


@given(st.lists(st.text(), max_size=20))
def test_any_titles_give_plain_addresses_that_differ(titles):
    taken = []
    for title in titles:
        taken.append(slug(title, taken=taken))
    assert len(set(taken)) == len(titles)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found) and len(found) <= 60 for found in taken)
