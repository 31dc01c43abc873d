"""What a text under `keep:` or `drop:` fits, and which of several counts."""

from __future__ import annotations

import pytest

from digest.config.overrules import keeps_first, overrule_of
from digest.diagnostics import Location
from digest.model import Overrule


def overrule(text: str, *, keep: bool = False) -> Overrule:
    return Overrule(text=text, keep=keep, location=Location(path="stories/x.yml"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("read more", "» READ   more …"),
        ("“It’s over”", "It's over"),
        ("read more*", "Read more: Talks end"),
        ("Read more:*", "Read more"),
        ("US$*", "US$38"),
        ("* * *", "*  *  *"),
        ("*", "*"),
        ("—", "—"),
        ("天气预报*", "天气预报:今天"),
    ],
)
def test_fits(text: str, line: str) -> None:
    assert overrule_of(line, (overrule(text),)) == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("read more", "Read more: Talks end"),
        ("read more*", "Read moreover"),
        ("read more*", "Please read more"),
        ("*", "Read more"),
        ("—", "*"),
    ],
)
def test_does_not_fit(text: str, line: str) -> None:
    assert overrule_of(line, (overrule(text),)) is None


def test_the_first_that_fits_counts() -> None:
    known = keeps_first((overrule("tides*"), overrule("other"), overrule("tides today", keep=True)))
    assert [known[0].keep, known[1].text] == [True, "tides*"]
    assert overrule_of("Tides today", known) == 0
    assert overrule_of("Tides tomorrow", known) == 1
