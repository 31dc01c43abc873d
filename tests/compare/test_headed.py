"""A headline tells the story's event where others open with all of it."""

from __future__ import annotations

import pytest

from digest.clean import plain_article
from digest.compare import compare
from digest.compare.event_point import with_event
from digest.compare.headed import Headed
from digest.compare.sentences import Line, plain_line
from digest.extract import extract
from digest.language.telling import Telling
from digest.model import BlockKind, KeyPoint, Report, sources_of

HEADLINE = "Two sailors drown as ferry sinks off Melk"
OWN = "Nobody had checked the hull of the old boat for nine years, a report of the harbour office found on Monday."


def points(*articles: tuple[str, str]) -> tuple[KeyPoint, ...]:
    read = [plain_article(text, article_id=f"a{n}", title=title) for n, (title, text) in enumerate(articles)]
    return compare(read, [extract(article) for article in read]).points


@pytest.mark.parametrize(
    ("title", "text", "cited"),
    [
        (
            "Night on the water",
            "A ferry with nineteen pilgrims aboard sank in high waves off Melk, and two of its sailors drowned.",
            ["A ferry with nineteen pilgrims aboard sank in high waves off Melk, and two of its sailors drowned."],
        ),
        (
            "Sailors drown as ferry sinks off Melk",
            "The wind had turned at noon and nobody was warned. Two of them were found before the boats came.",
            ["Sailors drown as ferry sinks off Melk", "Two of them were found before the boats came."],
        ),
        ("Ferry sinks off Melk", "The wind had turned at noon. Two sailors were drowned before the boats came.", None),
        ("Night on the water", "A ferry sank in high waves off Melk, and three of its sailors drowned.", None),
        ("Night on the water", "A ferry sank in high waves off Lusa, and two of its sailors drowned.", None),
        ("Night on the water", "No ferry sank off Melk, and the two sailors did not drown, the mayor said.", None),
        (
            "Night on the water",
            "A ferry came late to Melk. Waves were high. Two cranes fell. Six sailors sang. A boat sank. They drown.",
            None,
        ),
    ],
)
def test_a_headline_is_a_point_where_another_article_opens_with_all_of_it(
    title: str, text: str, cited: list[str] | None
) -> None:
    found = points((HEADLINE, OWN), (title, text))
    told = [point for point in found if point.tellers[0].text == HEADLINE]
    assert [[e.text for e in report.sentences] for point in told for report in point.reports] == (
        [[HEADLINE], cited] if cited else []
    )


def test_no_article_is_silent_on_what_a_headline_tells() -> None:
    text = "A ferry with nineteen pilgrims aboard sank in high waves off Melk, and two of its sailors drowned."
    (point,) = points((HEADLINE, OWN), ("Night", text), ("Harbour", "The council of Brax met to speak of the tides."))
    assert point.tellers[0].text == HEADLINE
    assert point.unheard == ("a2",)


@pytest.mark.parametrize(
    "headline", ["Did two sailors drown as a ferry sank off Melk?", "Ferry ‘sank two sailors’ off Melk"]
)
def test_a_question_or_words_of_somebody_tell_no_event(headline: str) -> None:
    text = "A ferry sank off Melk with all its crew. Two sailors drowned, and the ferry sank."
    assert headline not in [point.tellers[0].text for point in points((headline, OWN), ("Night", text))]


def test_a_lead_that_as_many_articles_report_tells_the_event_with_more_beside_it() -> None:
    lead = (
        "A ferry with nineteen pilgrims aboard sank in high waves off Melk on Friday, and two of its sailors drowned."
    )
    other = "Two sailors drowned on Friday when a ferry with nineteen pilgrims aboard sank in high waves off Melk."
    (point,) = points((HEADLINE, lead), ("Night", other))
    assert point.tellers[0].text in (lead, other)


def test_a_point_that_rests_on_the_sentences_of_the_event_tells_it_again() -> None:
    told = "A ferry with nineteen pilgrims aboard sank in high waves off Melk, and two of its sailors drowned."
    texts = {HEADLINE: OWN, "Night": told, "Gale": "The Seagull went down.", "Noon": "Melk is in mourning."}
    articles = [plain_article(text, article_id=f"a{n}", title=title) for n, (title, text) in enumerate(texts.items())]
    bodies = [(n, a, next(s for s in a.sentences if s.kind is not BlockKind.HEADLINE)) for n, a in enumerate(articles)]
    event, sinks, gale, noon = (plain_line(article, n, sentence) for n, article, sentence in bodies)
    headed = Headed(event, (event, sinks))
    sources = sources_of(articles)
    telling = Telling(line.excerpt.text for line in (event, sinks, gale, noon))

    def told_by(first: Line, other: Line) -> KeyPoint:
        reports = (
            Report(article_id=line.excerpt.span.article_id, sentences=(line.excerpt,)) for line in (first, other)
        )
        return KeyPoint(tellers=(first.excerpt,), reports=tuple(reports), shared=())

    again, another = told_by(gale, sinks), told_by(gale, noon)
    left = with_event((again, another), headed, articles, sources, telling)
    assert another in left
    assert again not in left
