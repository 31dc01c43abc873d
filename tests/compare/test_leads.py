"""Leads of several articles that tell one event, and points that are the halves of one statement."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from digest.clean.lines import plain_article
from digest.compare.contradicting import Contradictions
from digest.compare.halves import without_halves
from digest.compare.leads import alike_leads
from digest.compare.main_told import MainTold
from digest.compare.people import compare_people
from digest.compare.sentences import Line, body_lines
from digest.extract import extract
from digest.language.telling import Telling
from digest.model import Article, KeyPoint, Report, sources_of

JOINED = (
    "Ida Holm joined other pilots on Friday in calling on Per Lund to give up his bid for the harbour office of Melk "
    "over his remarks, as he vowed to stay in the race."
)


def told(*texts: str) -> tuple[list[Article], Sequence[Line], MainTold]:
    articles = [plain_article(text, article_id=f"a{n}", title="Melk") for n, text in enumerate(texts)]
    findings = [extract(article) for article in articles]
    lines = body_lines(articles, findings, compare_people(findings))
    return articles, lines, MainTold(articles, lines, Telling(line.excerpt.text for line in lines))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (
            "Harbour candidate Ida Holm on Friday joined a chorus of pilots calling for Per Lund to drop out of the "
            "race for the harbour office of Melk.",
            True,
        ),
        ("The harbour office of Melk lends Ida Holm and Per Lund a boat for the race on Friday.", False),
        ("Per Lund met Ida Holm at the harbour office of Melk on Friday and spoke of the tides.", False),
    ],
)
def test_leads_are_alike_that_report_each_other(other: str, *, same: bool) -> None:
    articles, lines, main = told(JOINED, other)
    groups = alike_leads(lines, sources_of(articles, ()), Contradictions((), articles), main)
    assert [len(group) for group in groups] == [2, 2] * same


VOTED = (
    "The Clean Quays Act, drawn up to keep oil out of the water, passed the Senate Harbour Committee on Wednesday by "
    "a vote of nine to zero, the first of the rules on boats to get so far."
)


@pytest.mark.parametrize(
    ("short", "holds"),
    [
        (
            "On Wednesday, the Senate Harbour Committee passed the Clean Quays Act, praised as the first of the rules.",
            True,
        ),
        (
            "On Wednesday, the Senate Harbour Committee feared the Clean Quays Act, mocked as the first of the rules.",
            False,
        ),
        (
            "On Tuesday, the Senate Harbour Committee passed the Clean Quays Act, praised as the first of the rules.",
            False,
        ),
        ("On Wednesday, the Senate Harbour Committee passed the Fair Ferries Bill, praised as the first.", False),
    ],
)
def test_a_lead_may_tell_all_of_another_and_more(short: str, *, holds: bool) -> None:
    _, lines, main = told(short, VOTED)
    assert main.holds_all(*lines) == holds
    assert not main.holds_all(*reversed(lines))


@pytest.mark.parametrize(("end", "holds"), [("had no plans to resign", True), ("had plans to resign", False)])
def test_two_leads_in_which_one_person_denies_it_on_one_day_are_alike(end: str, *, holds: bool) -> None:
    first = (
        "Ida Holm, the harbour master of Melk, declared on Wednesday that she would not resign, whatever pilots wrote."
    )
    second = f"Ida Holm said on Wednesday that she {end}, and that she will speak to the pilots."
    _, lines, main = told(first, second)
    assert main.holds_all(*lines) == holds


@pytest.mark.parametrize("between", ["", "The bus was late.\n\n"])
def test_the_other_half_of_a_statement_is_no_point(between: str) -> None:
    first, second = "“The wall is old,” Ida Holm said.", "“It will be closed in May,” she said."
    whole = "Ida Holm said: “The wall is old. It will be closed in May.”"
    articles = [
        plain_article(whole, article_id="a0"),
        plain_article(f"{first}\n\n{between}{second}", article_id="a1"),
    ]
    lines = {line.excerpt: line for line in body_lines(articles, [extract(article) for article in articles], ())}
    joined = next(excerpt for excerpt in lines if excerpt.text == whole)
    halves = [next(excerpt for excerpt in lines if excerpt.text == text) for text in (first, second)]
    points = [
        KeyPoint(
            tellers=(half,),
            reports=(Report(article_id="a0", sentences=(joined,)), Report(article_id="a1", sentences=(half,))),
            shared=(),
        )
        for half in halves
    ]
    assert without_halves(points, lines) == points[:1]
