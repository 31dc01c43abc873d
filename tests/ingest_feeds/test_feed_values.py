"""Dates, outlets' names, titles and authors as feeds write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ingest_feeds.feeding import VALUES

from digest.ingest.feeds.endings import with_endings_marked
from digest.ingest.feeds.outlets import name_in
from digest.ingest.feeds.texts import authors_of, body_of, title_of
from digest.ingest.records import record_content
from digest.language.days import moment_of
from digest.model import BlockKind

MOMENTS: dict[str, Any] = yaml.safe_load((VALUES / "moments.yml").read_text(encoding="utf-8"))
OUTLETS: list[list[str | None]] = yaml.safe_load((VALUES / "outlets.yml").read_text(encoding="utf-8"))
ENDINGS: list[dict[str, Any]] = yaml.safe_load((VALUES / "endings.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", MOMENTS)
def test_dates(text: str) -> None:
    day, moment = moment_of(text) or (None, None)
    assert [day, moment.isoformat() if moment else None] == MOMENTS[text]


@given(st.datetimes(min_value=dt.datetime(1971, 1, 1), max_value=dt.datetime(2199, 1, 1)), st.integers(-840, 840))
def test_a_moment_is_read_as_it_was_written(when: dt.datetime, minutes: int) -> None:
    moment = when.replace(second=when.second or 1, microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    assert moment_of(moment.isoformat()) == (moment.date(), moment)


@given(st.text(alphabet="0123456789 -:+TZMarWed,.", max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    day, moment = moment_of(text) or (None, None)
    assert moment is None or moment.date() == day


@pytest.mark.parametrize(("title", "host", "name"), OUTLETS)
def test_the_name_of_an_outlet_in_the_title_of_its_feed(title: str, host: str, name: str | None) -> None:
    assert name_in(title, host) == name


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("<b>Rain</b> &amp; wind", "html", "Rain & wind"),
        ("CO<sub>2</sub> falls<br/>again", "", "CO2 falls again"),
        ("a <b and c> d, 5 < 6 &copy 7", "", "a d, 5 < 6 &copy 7"),
        ("&lt;script&gt;", "html", "<script>"),
        ("<b>&amp;</b>", "text", "<b>&amp;</b>"),
        ("x" * 501, "html", ""),
    ],
)
def test_titles(text: str, kind: str, title: str) -> None:
    assert title_of(text, kind=kind) == title


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["desk@a.example (Ada Lindqvist)", "By Tom Marsh", "admin"], "Ada Lindqvist, Tom Marsh"),
        (["Ada Lindqvist <ada@a.example>", "ada lindqvist"], "Ada Lindqvist"),
        (["ada@a.example", "https://a.example/ada", ""], ""),
        ([f"Name {n}" for n in range(40)], ", ".join(f"Name {n}" for n in range(12))),
    ],
)
def test_authors(names: list[str], joined: str) -> None:
    assert authors_of(names) == joined


@pytest.mark.parametrize(
    ("text", "kind", "is_atom", "html"),
    [
        ("One.\nTwo.", "text", True, "<p>One.</p><p>Two.</p>"),
        ("One\ntwo.\n\nThree.", "text/plain", True, "<p>One\ntwo.</p><p>Three.</p>"),
        ("One &amp;\ntwo.", "", False, "<p>One &amp;\ntwo.</p>"),
        ("5 <6", "", True, "<p>5 &lt;6</p>"),
        ("<p>One.</p>", "", True, "<p>One.</p>"),
        ("<p>One.</p>", "text", True, "<p>&lt;p&gt;One.&lt;/p&gt;</p>"),
        ("AAAA", "image/png", True, ""),
        ("<p>One.</p>", "text/html; charset=utf-8", False, "<p>One.</p>"),
    ],
)
def test_bodies(text: str, kind: str, is_atom: bool, html: str) -> None:
    assert body_of(text, kind=kind, is_atom=is_atom) == html


@pytest.mark.parametrize("case", ENDINGS, ids=lambda case: case["html"][:40])
def test_what_stands_below_the_text_is_marked(case: dict[str, Any]) -> None:
    content = with_endings_marked(record_content(case["html"], part="entry 1", key="k"))
    lines = zip((content.text or "").split("\n"), content.kinds or (), strict=False)
    assert [f"{'-' if kind is BlockKind.BODY else f'{kind}:'} {text}" for text, kind in lines] == case["lines"]
