"""Which sentences do not belong in one summary, though their words are different."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

import pytest

from digest.clean.lines import plain_article
from digest.extract import extract
from digest.language.telling import Telling
from digest.model import Article, Known, Origin
from digest.summarize.candidates import Candidate, list_candidates
from digest.summarize.citing import Citing
from digest.summarize.overtaken import ages
from digest.summarize.twice import figures_contradict, of_other_days, told_twice

DAY = dt.date(2031, 5, 8)


def of_day(text: str, article_id: str, day: dt.date | None, title: str | None = None) -> Article:
    article = plain_article(text, article_id=article_id, title=title)
    return dataclasses.replace(article, published=Known(value=day, origin=Origin.SIDECAR) if day else None)


def candidates(texts: Iterable[str], days: Sequence[dt.date | None] = (DAY, DAY)) -> tuple[Candidate, ...]:
    articles = [of_day(text, f"a{n}", day) for n, (text, day) in enumerate(zip(texts, days, strict=True))]
    return list_candidates(articles, [extract(article) for article in articles])


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        (
            "The town made nearly 5,000 acres at Gull Rock a park.",
            "The park at Gull Rock has 4,700 acres of dunes.",
            True,
        ),
        (
            "The town made nearly 5,000 acres at Gull Rock a park.",
            "The forest at Gull Rock has 900 acres of oaks.",
            False,
        ),
        (
            "The town made nearly 5,000 acres at Gull Rock a park.",
            "The farms of Elsby have 4,700 acres of wheat.",
            False,
        ),
        ("Mira Olsen died on Wednesday in Melk.", "The singer Mira Olsen died May 7 at home.", True),
        ("Mira Olsen died on Wednesday in Melk.", "The singer Mira Olsen died May 6 at home.", False),
        ("Mira Olsen sang on Wednesday in Melk.", "The singer Mira Olsen died May 7 at home.", False),
    ],
)
def test_two_sentences_tell_one_thing(one: str, other: str, twice: bool) -> None:
    assert bool(list(told_twice(candidates((one, other)), ((), ())))) is twice


def test_two_sentences_for_which_one_other_is_cited_tell_one_thing() -> None:
    first, second, third = candidates(("Ida Holm spoke at noon.\nThe harbour stays open.", "Berg wrote a letter."))
    assert list(told_twice((first, second), ((third.excerpt,), (third.excerpt,)))) == [(0, 1)]
    assert list(told_twice((first, second), ((third.excerpt,), ()))) == []
    assert list(told_twice((first, third), ((third.excerpt,), ()))) == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "days", "apart"),
    [
        ("Lopes and Berg met in the town hall tonight.", 4, True),
        ("Lopes and Berg met in the town hall tonight.", 0, False),
        ("Two builders from Elsby looked at the pier.", 4, False),
        ("The aides were short; neither said a word about the pier.", 4, True),
    ],
)
def test_what_counts_from_another_day_is_kept_apart_from_the_news(text: str, days: int, apart: bool) -> None:
    news = "Mayor Ana Lopes met the harbour master on Thursday."
    found = of_other_days(candidates((news, text), (DAY, DAY + dt.timedelta(days))))
    assert list(found) == ([(0, 1)] if apart else [])


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ("The fire wounded 15 people in Melk.", "A fire in Melk wounded 26 people.", True),
        ("The fire wounded 15 people in Melk.", "A fire in Melk wounded 15 people.", False),
        ("The fire wounded 15 people in Melk.", "A fire in Melk burned 26 boats.", False),
    ],
)
def test_figures_of_one_unit_contradict(one: str, other: str, contradict: bool) -> None:
    assert figures_contradict(*candidates((one, other))) is contradict


@pytest.mark.parametrize(
    ("headlines", "day", "found"),
    [
        (("Mayor pressed to close harbour", "Mayor closes harbour"), DAY, (0.5, 0.0)),
        (("Mayor pressed to close harbour", "Mayor to close harbour soon"), DAY, (0.0, 0.0)),
        (("Mayor pressed to close harbour", "Mayor closes harbour"), None, (0.0, 0.0)),
        (("Mayor closes harbour to save fish", "Mayor saves fish"), DAY, (0.5, 0.0)),
        (("Mayor opens pool", "Mayor closes harbour"), DAY, (0.0, 0.0)),
    ],
)
def test_of_one_day_what_is_done_is_newer_than_what_is_asked_for(
    headlines: tuple[str, str], day: dt.date | None, found: tuple[float, float]
) -> None:
    assert ages([of_day("Ida Holm spoke.", f"a{n}", day, title) for n, title in enumerate(headlines)]) == found


def test_a_quotation_of_a_statement_leans_on_who_made_it() -> None:
    text = (
        "Ida Holm made a statement.\n“We will stay,” the statement continued.\n“We will stay,” the mayor of Melk said."
    )
    assert [bool(c.lean) for c in candidates((text,), (DAY,))] == [False, True, False]


def test_words_under_a_label_lean_on_who_said_them() -> None:
    text = "Ida Holm opened the pier.\nAnalysis “We have sailed well, and the crew never lost faith in the old boat.”"
    assert [bool(c.lean) for c in candidates((text,), (DAY,))] == [False, True]


def test_a_sentence_is_not_cited_for_what_another_only_adds() -> None:
    one = "The harbour board put an old ferry up for sale in Melk in the hope that somebody tows the 40-foot hull."
    other = "The 40-foot hull of the old ferry drifted past Melk."
    known = candidates((one, other))
    assert not Citing(known[:1], known, Telling((one, other))).also(0, sure=True)


@pytest.mark.parametrize(("number", "cited"), [("$43 million", 1), ("$44 million", 0), ("43 million euros", 0)])
def test_a_sentence_is_cited_that_has_every_number_of_the_other(number: str, cited: int) -> None:
    texts = ("Ida Holm sold the old harbour of Melk for $43 million.", f"Ida Holm sold the old harbour for {number}.")
    first, second = candidates(texts)
    citing = Citing([first], [first, second], Telling(texts))
    assert len(citing.also(0, sure=True)) == cited


def test_two_articles_that_open_with_one_thing_and_its_deed_tell_it_twice():
    told = ("The bomb exploded near a ferry.", "A bomb exploded on Friday at a harbour in the north.")
    assert list(told_twice(candidates(told), [(), ()])) == [(0, 1)]
    other = (told[0], "A bomb squad exploded nothing at a harbour in the north.")
    assert not list(told_twice(candidates(other), [(), ()]))


@pytest.mark.parametrize(
    ("other", "cited"),
    [
        ("Karl Duhr of the harbour board said that the old ferry had sunk at 1 a.m. off Melk.", 0),
        ("Ida Holm of the harbour board said that the old ferry had sunk off Melk.", 0),
        ("Ida Holm of the harbour board said that the old ferry had sunk at 1 a.m. off Melk.", 1),
    ],
)
def test_a_sentence_is_cited_that_has_the_people_and_the_time_of_the_other(other: str, cited: int) -> None:
    every = candidates(
        ("Ida Holm of the harbour board said the old ferry sank off Melk at 1:00 a.m. in a storm.", other)
    )
    telling = Telling([one.excerpt.text for one in every])
    assert len(Citing(every[:1], every, telling).also(0, sure=True)) == cited
