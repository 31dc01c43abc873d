"""What is packed comes back the same, whatever it is, or is not packed at all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.model import Article, Excerpt, Findings, Known, Origin, Publisher, Span
from digest.work.packing import digest_of, pack, unpack
from digest.work.steps import CLEAN, EXTRACT, HEADLINE, TELL, Told, ToTell

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ZONES = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(dt.datetime, st.datetimes(timezones=ZONES).map(lambda moment: moment.replace(fold=0)))
st.register_type_strategy(int, st.integers(-(2**53), 2**53))
st.register_type_strategy(
    Span,
    st.builds(lambda key, a, b: Span(article_id=key, start=min(a, b), end=max(a, b)), TEXTS, *[st.integers(0)] * 2),
)
st.register_type_strategy(
    Known, lambda kind: st.builds(Known, value=st.from_type(kind.__args__[0]), origin=st.sampled_from(Origin))
)


@pytest.mark.parametrize("kind", [Article, Findings, Told, Excerpt, Publisher], ids=lambda kind: kind.__name__)
def test_every_value_comes_back_equal_and_looks_the_same(kind):
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(value=st.from_type(kind))
    def check(value):
        data = pack(value, kind)
        assert data is not None
        back = unpack(data, kind)
        assert back == value
        assert repr(back) == repr(value).replace("datetime.timezone(datetime.timedelta(0))", "datetime.timezone.utc")

    check()


def test_the_kind_of_a_step_is_what_its_function_gives(edition):
    story = edition.stories[0]
    told = TELL.run(ToTell(story.articles, story.findings, None))
    for step, result in (
        (CLEAN, story.articles[0]),
        (EXTRACT, story.findings[0]),
        (HEADLINE, story.articles[0].headline),
        (HEADLINE, None),
        (TELL, told),
    ):
        data = pack(result, step.kind)
        assert data is not None
        assert unpack(data, step.kind) == result


@pytest.mark.parametrize("text", ["half a letter: \ud800", "\udfff"])
def test_text_that_is_no_unicode_is_not_packed(text):
    value = Excerpt(span=Span(article_id="a", start=0, end=1), text=text)
    assert pack(value, Excerpt) is None
    assert digest_of(value) is None


def test_a_zone_that_would_lose_its_seconds_is_not_packed():
    old = dt.datetime(1920, 3, 4, 5, 6, tzinfo=dt.timezone(dt.timedelta(minutes=19, seconds=32)))
    assert pack(old, dt.datetime) is None


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"span": 3, "text": "x"}', b"\xff", b'{"text": "x"}', b"[" * 5000]
)
def test_bytes_of_another_kind_are_refused(data):
    with pytest.raises((ValueError, RecursionError)):
        unpack(data, Excerpt)


def test_a_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="not a span"):
        unpack(b'{"span": {"article_id": "a", "start": 5, "end": 2}, "text": "x"}', Excerpt)
