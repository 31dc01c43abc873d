"""What is written in two ways may be one number; what cannot be is a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.compare.amounts import REACHES, bounds_alike, compatible, reach, same_number
from digest.compare.counted import Counted, counted
from digest.extract import extract
from digest.model import Figure

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "amounts.yml").read_text(encoding="utf-8"))


def figure(written: object) -> Figure:
    (found,) = extract(plain_article(f"They paid {written} euros for it.", article_id="a")).figures
    return found


def counted_in(found: Sequence[Figure]) -> Sequence[Counted]:
    article = plain_article("They paid 40 euros for it.", article_id="a")
    return tuple(counted(article, 0, replace(extract(article), figures=tuple(found))))


@pytest.mark.parametrize(("one", "other", "can_be"), CASES)
def test_amounts_that_can_be_one(one, other, can_be):
    assert compatible(figure(one), figure(other)) is can_be
    assert compatible(figure(other), figure(one)) is can_be


@given(st.integers(1, 10**6), st.sampled_from([None, *REACHES]))
def test_a_number_is_always_compatible_with_itself(value, qualifier):
    plain = figure(40)
    rough = Figure(excerpt=plain.excerpt, sentence=0, value=plain.value * value, unit="EUR", qualifier=qualifier)
    assert same_number(rough, rough)
    low, high = reach(rough)
    assert low <= rough.value <= high


def test_two_bounds_of_one_side_do_not_settle_each_other():
    assert bounds_alike(figure("at least 40"), figure("more than 43"))
    assert not bounds_alike(figure("at least 40"), figure("up to 43"))


@given(st.decimals(-100, 10**7, places=2), st.decimals(-100, 10**7, places=2), st.sampled_from([None, *REACHES]))
def test_the_quick_look_at_two_numbers_misses_none_that_are_one(one, other, qualifier):
    plain = figure(40)
    found = [replace(plain, value=value, qualifier=rough) for value, rough in ((one, qualifier), (other, None))]
    first, second = counted_in(found)
    assert first.is_near(second) or not (same_number(*found) or same_number(*reversed(found)))
