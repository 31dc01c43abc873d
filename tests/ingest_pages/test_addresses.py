"""Addresses have one form, and no trackers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from digest.config.values import is_web_address
from digest.ingest.pages.address import without_trackers

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "addresses.yml").read_text(encoding="utf-8"))
PIECES = st.lists(st.sampled_from([
    "/", "?", "&", "=", "#", ";", "%", "%7e", "%2F", "%c3%A9", "é", "utm_source", "id", "jsessionid=", "..", "@", ":80",
    "ß", "!", "A", " ", "[", "]", "\ud800",
]), max_size=20).map("".join)  # fmt: skip


@pytest.mark.parametrize(("stated", "expected"), CASES)
def test_one_form(stated: str, expected: str) -> None:
    assert without_trackers(stated) == expected


@given(st.sampled_from(["http://", "https://", "HTTPS://", ""]), PIECES, PIECES)
@example("https://", "x.example;sid=", ";sid=1")
def test_the_form_is_final(scheme: str, host: str, rest: str) -> None:
    once = without_trackers(f"{scheme}{host}a.example{rest}")
    assert without_trackers(once) == once


@given(PIECES)
def test_an_address_stays_one(rest: str) -> None:
    url = f"https://a.example/{rest}"
    assert not is_web_address(url) or is_web_address(without_trackers(url))
