"""Whatever an editor writes, nothing crashes, nothing is invented, and what is cited stands in an article."""

import dataclasses
import datetime as dt
import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.config.facts import Facts
from digest.config.story import ArticleFacts, Renaming, StoryFile
from digest.config.values import Setting
from digest.diagnostics import Location
from digest.edit import (
    apply_edits,
    article_facts,
    unknown_articles,
    unused_files,
    with_facts,
)
from digest.edit.matching import fold, nearest
from digest.model import Excerpt, Known, Origin, Publisher

HERE = Location(path="stories/a.yml", line=1, column=1)
_spec = importlib.util.spec_from_file_location("edit_cases", Path(__file__).with_name("test_edit_cases.py"))
_cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_cases)
STORY = _cases.story()
WORDS = sorted({word for article in STORY.articles for word in article.text.split()})


def setting(value):
    return Setting(value=value, location=HERE)


def file(slug, **settings_):
    return StoryFile(slug=slug, path=f"stories/{slug}.yml", **settings_)


some_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join) | st.text(max_size=30)
picks = st.lists(some_words.map(setting), max_size=3).map(tuple)
renamings = st.lists(st.builds(Renaming, of=some_words, to=some_words, location=st.just(HERE)), max_size=2).map(tuple)
files = st.builds(
    StoryFile,
    slug=st.just("a"),
    path=st.just("stories/a.yml"),
    title=st.none() | some_words.map(setting),
    summary=st.none() | some_words.map(setting),
    picked=picks,
    pin_quotes=picks,
    hide_quotes=picks,
    speakers=renamings,
    pin_figures=picks,
    hide_figures=picks,
    hide_people=picks,
    roles=renamings,
    aliases=renamings,
)


@given(files)
@settings(deadline=None)
def test_every_citation_stands_in_an_article(edits):
    after, warnings = apply_edits(STORY, edits)
    texts = {article.id: article.text for article in STORY.articles}
    for excerpt in excerpts(after):
        assert texts[excerpt.span.article_id][excerpt.span.start : excerpt.span.end] == excerpt.text
    assert apply_edits(STORY, edits) == (after, warnings)
    assert all(str(warning) for warning in warnings)


def excerpts(value):
    """Every excerpt inside a value."""
    if isinstance(value, Excerpt):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from excerpts(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from excerpts(getattr(value, field.name))


def test_no_file_changes_nothing():
    assert apply_edits(STORY, None) == (STORY, ())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“No limits,” he said", "no limits he said"),
        ("a  ‘no-limits’\npartnership", "a no limits partnership"),
        ("China’s", "chinas"),
        ("US$2,000.50", "us $ 2000 50"),
        ("30 %", "30 %"),
        ("…", ""),
        ("ｆｕｌｌ ＷＩＤＴＨ", "full width"),
    ],
)
def test_marks_and_white_space_are_folded(text, folded):
    assert fold(text) == folded


def test_the_nearest_is_the_one_that_shares_most():
    texts = ["The cranes stand still", "The port is open", "Exports fell by 12 per cent"]
    assert nearest("cranes are still", texts) == texts[0]
    assert nearest("export falls by 12 percent", texts) == texts[2]
    assert nearest("zebra", texts) is None
    assert nearest("", texts) is None


def test_what_an_editor_states_about_an_article_wins():
    publishers = (Publisher(id="courier", name="The Courier", home="https://example.org"),)
    article = dataclasses.replace(
        plain_article("One.", article_id="a-1"),
        url=Known(value="https://example.org/old", origin=Origin.FRONT_MATTER),
        author=Known(value="A. Writer", origin=Origin.SIDECAR),
    )
    facts = Facts(url="https://example.org/new", publisher="courier", published=dt.date(2026, 3, 4))
    stated = ArticleFacts(article_id="a-1", facts=facts, location=HERE)
    after = with_facts(article, stated, publishers)
    assert after.url == Known(value="https://example.org/new", origin=Origin.STORY)
    assert after.publisher == Known(value=publishers[0], origin=Origin.STORY)
    assert after.published == Known(value=dt.date(2026, 3, 4), origin=Origin.STORY)
    assert after.author == article.author
    assert with_facts(article, None, publishers) is article


@pytest.mark.parametrize("name", ["courier", "The Courier", "COURIER"])
def test_a_publisher_is_known_by_id_or_name(name):
    known = Publisher(id="courier", name="The Courier")
    stated = ArticleFacts(article_id="a-1", facts=Facts(publisher=name), location=HERE)
    assert with_facts(plain_article("One.", article_id="a-1"), stated, (known,)).publisher.value == known


def test_a_publisher_that_nobody_described_has_only_its_name():
    stated = ArticleFacts(article_id="a-1", facts=Facts(publisher="Gazeta Łódzka"), location=HERE)
    after = with_facts(plain_article("One.", article_id="a-1"), stated, ())
    assert after.publisher.value == Publisher(id="gazeta-lodzka", name="Gazeta Łódzka")


def test_a_moment_goes_with_its_day():
    article = plain_article("One.", article_id="a-1")
    day, time = dt.date(2026, 3, 4), dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC)
    stated = ArticleFacts(article_id="a-1", facts=Facts(published=day, published_time=time), location=HERE)
    dated = with_facts(article, stated, ())
    assert dated.published_time == Known(value=time, origin=Origin.STORY)
    another = ArticleFacts(article_id="a-1", facts=Facts(published=dt.date(2026, 3, 5)), location=HERE)
    assert with_facts(dated, another, ()).published_time is None


def test_the_first_file_to_speak_of_an_article_counts_and_the_other_is_told():
    one, two = (ArticleFacts(article_id="a-1", facts=Facts(author=name), location=HERE) for name in ("A", "B"))
    given_files = (file("b", articles=(two,)), file("a", articles=(one,)))
    assert article_facts(given_files) == {"a-1": one}
    (problem,) = unknown_articles(given_files, ["a-1"])
    assert problem.code == "repeated-facts"


def ids(*values):
    return tuple(setting(value) for value in values)


def test_an_article_that_does_not_exist_is_told_with_the_nearest():
    given_files = (file("x", together=(ids("courier-01", "zzz"),)),)
    near, far = unknown_articles(given_files, ["courier-1", "herald-7"])
    assert near.hint == "did you mean 'courier-1'?"
    assert "did you mean" not in far.hint


def test_a_file_of_no_story_is_told_with_the_nearest():
    about_articles = file("links", together=(ids("a", "b"),))
    given_files = (file("harbor-strike", title=setting("x")), file("harbour-strike"), about_articles, file("empty"))
    empty, typo = unused_files(given_files, ["harbour-strike"])
    assert (empty.location.path, typo.location.path) == ("stories/empty.yml", "stories/harbor-strike.yml")
    assert typo.hint == "did you mean harbour-strike.yml?"
