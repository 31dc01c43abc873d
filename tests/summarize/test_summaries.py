"""What a summary takes, what it leaves, and that every word of it stands in an article."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.extract import extract
from digest.language.leaning import leaning
from digest.model import Article, Excerpt, Form, Known, Mention, Origin, Person
from digest.model import Findings as Found
from digest.summarize import choose_headline, summarize

CASES = Path(__file__).parent / "cases"
SENTENCE = "The council of Melk voted on Tuesday to build a bridge for €12 million."


def cases(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def story(case: dict[str, Any]) -> list[Article]:
    return [
        with_day(plain_article(article["text"], article_id=f"a{number}", title=article["headline"]), article.get("day"))
        for number, article in enumerate(case["articles"])
    ]


def with_day(article: Article, day: dt.date | None) -> Article:
    return dataclasses.replace(article, published=Known(value=day, origin=Origin.FRONT_MATTER)) if day else article


def is_verbatim(excerpt: Excerpt, articles: list[Article]) -> bool:
    article = next(a for a in articles if a.id == excerpt.span.article_id)
    return article.text[excerpt.span.start : excerpt.span.end] == excerpt.text


@pytest.mark.parametrize("case", cases("summaries.yml"), ids=lambda case: case["title"])
def test_a_summary_says_what_matters_once(case: dict[str, Any]) -> None:
    articles = story(case)
    findings = [extract(article) for article in articles] if "unlike" in case else []
    sentences = summarize(articles, findings=findings, limit=case["limit"]).sentences
    text = "\n".join(sentence.excerpt.text for sentence in sentences)
    headline = choose_headline(articles)
    assert case.get("headline") in (None, headline and headline.text)
    assert len(sentences) <= case["limit"]
    assert case.get("first", "") in sentences[0].excerpt.text
    assert not [words for words in case.get("holds", []) if words not in text]
    assert not [words for words in case.get("never", []) if words in text]
    assert len([s for s in sentences if any(words in s.excerpt.text for words in case.get("unlike", []))]) <= 1
    for words in case.get("once", []):
        holding = [sentence for sentence in sentences if words in sentence.excerpt.text]
        assert len(holding) == 1
        assert [words in other.text for other in holding[0].also] == [True]


@pytest.mark.parametrize("case", cases("leaning.yml"), ids=lambda case: case["text"][:40])
def test_a_sentence_that_needs_another_is_known(case: dict[str, Any]) -> None:
    assert (leaning(case["text"]) is not None) is case["leans"]


@pytest.mark.parametrize("case", cases("headlines.yml"), ids=lambda case: case["title"])
def test_the_headline_is_the_one_that_stands_for_all(case: dict[str, Any]) -> None:
    articles = [
        plain_article(case["text"], article_id=f"a{number}", title=headline)
        for number, headline in enumerate(case["headlines"])
    ]
    chosen = choose_headline(articles)
    assert (chosen.text if chosen else None) == case["choice"]
    assert chosen is None or is_verbatim(chosen, articles)


@pytest.mark.parametrize("case", cases("summaries.yml"), ids=lambda case: case["title"])
def test_the_order_of_the_articles_changes_no_choice(case: dict[str, Any]) -> None:
    articles = story(case)
    chosen = [
        sorted(sentence.excerpt.text for sentence in summarize(told, limit=case["limit"]).sentences)
        for told in (articles, articles[::-1])
    ]
    assert chosen[0] == chosen[1]


def test_a_story_of_many_articles_is_summarized_from_thirty_of_them_and_no_longer_than_seven() -> None:
    text = "The council of Melk heard speaker {n} on the bridge over the Ourt.\nThe bridge will cost €{n} million more."
    articles = [
        plain_article(text.format(n=n), article_id=f"a{n:03d}", title=f"Hearing {n} in Melk") for n in range(90)
    ]
    summary = summarize(articles)
    assert 0 < len(summary.sentences) <= 7
    assert summary == summarize(articles)


def test_of_the_sentences_that_tell_one_fact_a_summary_has_one() -> None:
    """And a sentence that leans on a chosen one fills a summary that would be too short."""
    texts = (
        "The ferry Aurora sank off Melk on Friday with 40 people.\nShe had left the harbour of Lund an hour before.\n",
        "A ship is lost off the coast with all whom it had on board.\n",
    )
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate(texts)]
    excerpts = [[one.sentence_excerpt(s.index) for s in one.sentences] for one in articles]
    free = summarize(articles, limit=2).sentences
    bound = summarize(articles, limit=2, facts=[{excerpts[0][0], excerpts[1][0]}]).sentences
    assert {s.excerpt for s in free} == {excerpts[0][0], excerpts[1][0]}
    assert [s.excerpt for s in bound] in (excerpts[0], excerpts[1])


def test_no_other_figure_of_a_thing_is_cited_for_a_sentence() -> None:
    texts = (
        "A court in Lund jailed the man on Monday for the fire that wounded 15 people in a bus in Melk.\n",
        "The man whose fire wounded 26 people in a bus in Melk was jailed by a court in Lund on Monday.\n",
    )
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate(texts)]
    for told, cited in ((articles, 0), ([articles[0], plain_article(texts[1].replace("26", "15"), article_id="b")], 1)):
        found = summarize(told, findings=[extract(one) for one in told], limit=1).sentences
        assert [len(sentence.also) for sentence in found] == [cited]


def test_what_points_back_follows_what_it_points_at() -> None:
    """ "The meeting" may stand after the sentence in which two people met."""
    text = (
        "Minister Ida Holm met the envoy Per Lund in Aarhus on Monday to speak about the fishing quota.\n"
        "Fishermen of both countries have waited two years for a new quota on herring and cod.\n"
        "The meeting came a week before a vote of the fisheries council on the quota for herring.\n"
    )
    article = plain_article(text, article_id="a", title="Holm and Lund speak about herring quota before council vote")
    chosen = [sentence.excerpt.text[:11] for sentence in summarize([article], limit=3).sentences]
    assert "The meeting" not in chosen or chosen.index("The meeting") > chosen.index("Minister Id")


def test_a_person_is_named_in_full_before_in_part() -> None:
    text = "Lopes praised the fishermen of Port Sand.\nMayor Ana Lopes closed the ferry of Port Sand on Friday.\n"
    article = plain_article(text, article_id="a")
    mentions = tuple(
        Mention(excerpt=article.excerpt(start, end), sentence=article.sentence_at(start), form=form)
        for start, end, form in ((0, 5, Form.PART), (text.index("Ana") + 1, text.index("Ana") + 10, Form.NAME))
    )
    found = Found(article_id="a", people=(Person(name="Ana Lopes", mentions=mentions),))
    chosen = summarize([article], findings=[found], limit=1).sentences
    assert chosen[0].excerpt.text.startswith("Mayor Ana Lopes")


def test_a_story_without_a_body_has_no_summary() -> None:
    assert summarize([plain_article("", article_id="a")]).sentences == ()
    assert summarize([]).headline is None


texts = st.lists(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80),
        st.sampled_from([SENTENCE, "He said so. “Yes,” she added.", "The meeting came late, the mayor of Melk said."]),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4), st.integers(min_value=0, max_value=6))
def test_every_sentence_stands_in_an_article_and_none_comes_twice(bodies: list[list[str]], limit: int) -> None:
    articles = [plain_article("\n".join(body), article_id=f"a{n}") for n, body in enumerate(bodies)]
    summary = summarize(articles, limit=limit)
    assert summary == summarize(articles, limit=limit)
    excerpts = [sentence.excerpt for sentence in summary.sentences]
    assert len(excerpts) <= limit
    assert len(set(excerpts)) == len(excerpts)
    assert all(is_verbatim(e, articles) for s in summary.sentences for e in (s.excerpt, *s.also))
    assert not any(s.excerpt.span.article_id == e.span.article_id for s in summary.sentences for e in s.also)


@pytest.mark.parametrize("text", ["“" * 20_000, "(a " * 5_000, "a" * 50_000, "a’" * 20_000, '" he ' * 8_000])
def test_hostile_text_is_quickly_done_with(text: str) -> None:
    assert summarize([plain_article(text, article_id="a", title=text[:200])], limit=2).sentences == ()
