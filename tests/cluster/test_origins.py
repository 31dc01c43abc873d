"""Which articles carry one text, and which agency it comes from."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_article
from digest.clean.lines import plain_article
from digest.cluster import find_origins
from digest.cluster.origins.agencies import agency_credits
from digest.config.publishers import publisher_named
from digest.ingest.decode import raw_from_text
from digest.model import AgencySign, Article, Known, Origin, OriginalBy, SameBy

CASES = Path(__file__).parent / "cases"
DATA = yaml.safe_load((CASES / "origins.yml").read_text(encoding="utf-8"))
AGENCIES = yaml.safe_load((CASES / "agencies.yml").read_text(encoding="utf-8"))


def text_of(items: list[int | str]) -> str:
    sentences = [
        DATA["report"][item - 1]
        if isinstance(item, int)
        else DATA["own"][int(item[1:]) - 1]
        if item[:1] == "o" and item[1:].isdigit()
        else item
        for item in items
    ]
    return "\n\n".join(sentences).replace("—\n\n", "— ").replace("-\n\n", "- ")


def by_hand(value):
    return None if value is None else Known(value=value, origin=Origin.SIDECAR)


def article_of(key: str, given: dict) -> Article:
    article = plain_article(text_of(given["text"]), article_id=key, title=given.get("title"))
    publisher = given.get("publisher")
    return replace(
        article,
        url=by_hand(given.get("url")),
        author=by_hand(given.get("author")),
        published=by_hand(given.get("published")),
        publisher=by_hand(publisher_named(publisher, ()) if publisher else None),
    )


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["title"])
def test_origins(case):
    articles = [article_of(key, given) for key, given in case["articles"].items()]
    found = find_origins(articles)
    assert sorted(origin.article_ids for origin in found) == sorted(map(tuple, case["expected"]))
    known = {carrier.article_id: carrier for origin in found for carrier in origin.carriers}
    for key, by in case.get("by", {}).items():
        assert known[key].by is SameBy[by]
    for key, why in case.get("original", {}).items():
        assert [o.original_by for o in found if o.original == key] == [OriginalBy[why]]
    for key, agency in case.get("agency", {}).items():
        assert [o.agency for o in found if key in o.article_ids] == [agency]
    if "fullest" in case:
        assert [o.fullest for o in found] == [case["fullest"]]


def signs(article: Article) -> list[list]:
    return [[c.agency, c.sign.name, c.whole] for c in agency_credits(article)]


@pytest.mark.parametrize("case", AGENCIES["lead"], ids=lambda case: case[0])
def test_agency_in_the_dateline(case):
    text = case[0] + text_of([1, 2, 3])
    assert signs(plain_article(text, article_id="a")) == case[1:]


@pytest.mark.parametrize("case", AGENCIES["end"], ids=lambda case: case[0].strip())
def test_agency_at_the_end(case):
    text = text_of([1, 2, 3]) + case[0]
    assert signs(plain_article(text, article_id="a")) == case[1:]
    scraped = clean_article(raw_from_text(f"Ferries strike quay\n\n{text}", article_id="a"))
    if case[0].startswith("\n"):
        assert signs(scraped) == case[1:]


@pytest.mark.parametrize("case", AGENCIES["author"], ids=lambda case: case[0])
def test_agency_as_author(case):
    assert signs(article_of("a", {"text": [1, 2, 3], "author": case[0]})) == case[1:]


@pytest.mark.parametrize("case", AGENCIES["publisher"], ids=lambda case: case[0])
def test_agency_as_publisher(case):
    assert signs(article_of("a", {"text": [1, 2, 3], "publisher": case[0]})) == case[1:]


@pytest.mark.parametrize("case", AGENCIES["page"], ids=lambda case: case[0])
def test_agency_above_a_scraped_text(case):
    text = f"Ferries strike quay at Kilmore\n\n{case[0]}\n\n{text_of([1, 2, 3])}"
    assert signs(clean_article(raw_from_text(text, article_id="a"))) == case[1:]


def test_agency_credits_say_where_they_stand():
    """The words are the article's own, with their line of the file."""
    article = plain_article(text_of(["KILMORE (AP) —", 1, 2]) + "\n\nWith AFP", article_id="a")
    found = {c.sign: (c.words, c.line) for c in agency_credits(article)}
    assert found == {AgencySign.DATELINE: ("KILMORE (AP) —", 1), AgencySign.NOTE: ("With AFP", 5)}


PARTS = st.lists(st.sampled_from([*range(1, 13), *(f"o{n}" for n in range(1, 9))]), max_size=14)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_order_makes_no_difference(texts, chance):
    """Every article is in one origin, whatever the order; and the same one."""
    articles = [article_of(f"a{n}", {"text": text}) for n, text in enumerate(texts)]
    found = find_origins(articles)
    assert sorted(key for origin in found for key in origin.article_ids) == [a.id for a in articles]
    chance.shuffle(articles)
    again = find_origins(articles)
    assert {frozenset(o.article_ids) for o in found} == {frozenset(o.article_ids) for o in again}
    assert {(o.original, o.fullest) for o in found} == {(o.original, o.fullest) for o in again}


@settings(max_examples=40, deadline=None)
@given(PARTS.filter(lambda parts: len(parts) > 2))
def test_a_text_is_a_copy_of_itself(parts):
    articles = [article_of(key, {"text": parts, "title": key}) for key in ("a", "b")]
    assert len(find_origins(articles)) == 1


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_can_be_read(one, other):
    articles = [plain_article(one, article_id="a"), replace(plain_article(other, article_id="b"), author=by_hand(one))]
    assert sum(len(origin.carriers) for origin in find_origins(articles)) == 2


def seconds(articles: list[Article]) -> float:
    start = time.process_time()
    find_origins(articles)
    return time.process_time() - start


def test_a_word_repeated_a_thousand_times_a_thousand_is_no_trouble():
    articles = [plain_article(word * 200_000, article_id=word.strip()) for word in ("word ", "(AP) ", "by AP and ")]
    assert seconds(articles) < 5


def test_a_sentence_in_thousands_of_articles_is_no_trouble():
    """Twice the articles take about twice the time, and one sentence in common makes none a copy."""

    def make(number: int) -> list[Article]:
        shared = DATA["report"][0]
        return [
            plain_article(" ".join(f"n{n}x{k}" for k in range(60)) + f".\n\n{shared}", article_id=f"a{n:05d}")
            for n in range(number)
        ]

    some, twice = make(1000), make(2000)
    assert len(find_origins(twice)) == 2000
    assert seconds(twice) < 4 * seconds(some) + 0.5


def test_thousands_of_copies_are_one_origin():
    text = text_of(list(range(1, 13)))
    articles = [plain_article(f"{text}\n\nEdition {n} of the day.", article_id=f"a{n:05d}") for n in range(2000)]
    assert len(find_origins(articles)) == 1


def test_copies_are_found_in_texts_without_blanks_between_words():
    """A language that writes without blanks is compared sign by sign."""
    text = "港口星期五关闭两艘渡轮一小时内撞上码头没有人受伤三百名乘客在学校过夜工程师星期一检查"
    articles = [plain_article(text, article_id="a"), plain_article(f"{text}部长将于星期二到访", article_id="b")]
    assert len(find_origins(articles)) == 1
