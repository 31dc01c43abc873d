"""What the two seed articles say in figures, and which numbers in them are none."""

from decimal import Decimal
from pathlib import Path

import pytest

from digest.clean.lines import plain_article
from digest.extract.dates import find_dates
from digest.extract.figures import find_figures
from digest.model import Speaker, SpeakerKind, Statement

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

# Excerpt, value, unit, qualifier, measure, period of every key figure; one row of rows an article.
KEY = [
    [("almost 30%", 30, "%", "almost", "rise in China-Russia trade", "first quarter of 2022")],
    [
        ("almost 30 per cent", 30, "%", "almost", "Bilateral trade", "first quarter of this year"),
        ("US$38 billion", 38_000_000_000, "USD", "over", "Bilateral trade", "first quarter of this year"),
        ("some 50 other countries", 50, "countries", "about", "The resolution was backed", None),
        ("over 2,000 civilian deaths", 2000, "deaths", "over", "civilian deaths", "so far"),
    ],
]


def _seed(number):
    """A seed's long lines: its paragraphs, without what the website put around them."""
    lines = SEEDS[number].read_text(encoding="utf-8").splitlines()
    return plain_article("\n".join(line for line in lines if len(line) > 90), article_id=SEEDS[number].stem)


@pytest.mark.parametrize("number", range(len(KEY)))
def test_key_figures_of_the_seeds(number):
    """Exactly the figures that belong on the page, each with its measure and period."""
    article = _seed(number)
    found = [
        (
            f.excerpt.text,
            f.value,
            f.unit,
            f.qualifier,
            f.measure and f.measure.text,
            f.period and f.period.text,
        )
        for f in find_figures(article, dates=find_dates(article))
        if f.key
    ]
    assert found == [(text, Decimal(value), *rest) for text, value, *rest in KEY[number]]


@pytest.mark.parametrize("number", range(len(KEY)))
def test_other_numbers_of_the_seeds(number):
    """Nothing else is a figure, but for the length of a statement and the members of a council."""
    article = _seed(number)
    rest = [f.excerpt.text for f in find_figures(article, dates=find_dates(article)) if not f.key]
    assert rest == [["5,000-word"], ["five permanent members"]][number]


def test_the_source_is_who_states_it():
    """A figure inside a statement has the statement's speaker."""
    article = plain_article("Exports rose by 5% in May, according to Ana Lima.", article_id="said")
    speaker = Speaker(name="Ana Lima", kind=SpeakerKind.PERSON, mention=article.excerpt(40, 48))
    statement = Statement(
        excerpt=article.excerpt(0, 25), sentence=0, speaker=speaker, cue=article.excerpt(27, 39), rule="according to"
    )
    [figure] = find_figures(article, dates=find_dates(article), statements=[statement])
    assert figure.source == speaker


def test_a_source_is_carried_over_only_to_the_same_subject():
    """The source that closes a sentence also holds for the next one, if that goes on about the same thing."""
    text = "Mayors met to debate a draft law, according to Ana Lima. {} was backed by 40 towns."
    for opening, carried in (("The law", True), ("The town hall", False), ("Order", False)):
        article = plain_article(text.format(opening), article_id="said")
        speaker = Speaker(name="Ana Lima", kind=SpeakerKind.PERSON, mention=article.excerpt(47, 55))
        statement = Statement(
            excerpt=article.excerpt(0, 32),
            sentence=0,
            speaker=speaker,
            cue=article.excerpt(34, 46),
            rule="according to",
        )
        [figure] = find_figures(article, dates=(), statements=[statement])
        assert (figure.source == speaker) is carried, opening


def test_figures_of_a_headline_are_not_key():
    """A headline repeats what the body says."""
    article = plain_article("Exports rose by 5% last year.", article_id="head", title="Exports rose by 5% last year")
    assert [f.key for f in find_figures(article, dates=find_dates(article))] == [False, True]
