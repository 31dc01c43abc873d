"""Dated sentences in the order of their days, with what is no event's date left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import Article, Known, Origin

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "timeline.yml").read_text(encoding="utf-8"))


def article(told: dict[str, Any], number: int) -> Article:
    published = told.get("published")
    known = Known(value=published, origin=Origin.SIDECAR) if published else None
    return replace(plain_article(told["text"], article_id=f"a{number}", title=told.get("title")), published=known)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_events_stand_in_the_order_of_their_days(case: dict[str, Any]) -> None:
    articles = [article(told, number) for number, told in enumerate(case["articles"])]
    entries = compare(articles, [extract(one) for one in articles]).timeline
    found = [[e.earliest, e.latest, e.sentence.text, len(e.also), e.ahead] for e in entries]
    wanted = case["entries"]
    assert [[*f[:2], f[2][: len(w[2])], *f[3:]] for f, w in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)
    assert all(e.sentence.span.covers(e.written.span) for e in entries)


def test_a_row_cites_only_what_tells_its_own_event() -> None:
    days = ("2026-03-02",) * 3
    texts = (
        "The harbour board of Melk said on Monday that it was open to a small toll on the ferries.",
        "The harbour board pushed back on Monday against a report that it had dropped its old fight against a toll on "
        "the ferries of Melk, and was open to a small one.",
        "A paper of Lusa had a report on Monday that the board had dropped its old fight against a toll.",
    )
    told = [{"published": date.fromisoformat(day), "text": text} for day, text in zip(days, texts, strict=True)]
    other = "Ida Holm opened the new school of Melk on 25 February 2026 with a short speech."
    told[0]["text"] += f"\n\n{other}"
    articles = [article(one, number) for number, one in enumerate(told)]
    entries = compare(articles, [extract(one) for one in articles]).timeline
    rows = [{e.sentence.span.article_id, *(also.span.article_id for also in e.also)} for e in entries]
    assert {"a0", "a1"} in rows
    assert all(not {"a0", "a2"} <= row for row in rows)


OPENED = "Ida Holm opened the new school of Melk on 25 February 2026 with a short speech."


def test_one_word_in_common_besides_names_is_little() -> None:
    first = "Mayor Ida Holm of Melk said on Monday that she has no plans to leave, and will no longer talk to papers."
    second = "Mayor Ida Holm said on Monday in Tarn that her goats and donkeys rarely talk, dance or swim."
    told = [{"published": date(2026, 3, 2), "text": text} for text in (f"{first}\n\n{OPENED}", f"{OPENED}\n\n{second}")]
    articles = [article(one, number) for number, one in enumerate(told)]
    entries = compare(articles, [extract(one) for one in articles]).timeline
    on_monday = [entry for entry in entries if entry.earliest == date(2026, 3, 2)]
    assert on_monday
    assert all(not entry.also for entry in on_monday)


def test_two_things_that_one_says_on_a_day_are_two() -> None:
    first = "Mayor Ida Holm said Monday that goats may graze in the small park of Melk where a ferry hit a pier in May."
    second = (
        "Mayor Ida Holm said Monday that she understands why sailors are angry as she came to the small park of Melk "
        "where a ferry hit a pier in May."
    )
    told = [{"published": date(2026, 3, 2), "text": text} for text in (f"{first}\n\n{OPENED}", f"{second}\n\n{OPENED}")]
    articles = [article(one, number) for number, one in enumerate(told)]
    entries = compare(articles, [extract(one) for one in articles]).timeline
    on_monday = [entry for entry in entries if entry.earliest == date(2026, 3, 2)]
    assert on_monday
    assert all(not entry.also for entry in on_monday)
