"""Copies of one text are one source: they agree with nobody but others, and what they tell is theirs alone together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.compare.copied import same_words
from digest.extract import extract
from digest.model import Article, Carrier, Comparison, Known, Origin, OriginalText, Publisher, Verdict, sources_of

COPIED = yaml.safe_load((Path(__file__).parent / "cases" / "copied.yml").read_text(encoding="utf-8"))
BRIDGE = "The bridge at Elsby will stay closed until the end of May because its bearings are worn, the county said."
OTHERS = "The county has closed the bridge at Elsby until the end of May, for its bearings are worn."
COST = "The repair of the bridge costs 12 million crowns, said Ann Roe of the road office."
CAFE = "Jan Kovar, who runs the café on the western bank, has sent his seven waiters home without pay."


def outlet(name: str, family: str | None = None) -> Known[Publisher]:
    return Known(value=Publisher(id=name.lower(), name=name, family=family), origin=Origin.SIDECAR)


def article(key: str, *sentences: str, publisher: Known[Publisher] | None = None) -> Article:
    return replace(plain_article("\n\n".join(sentences), article_id=key, title=f"Title {key}"), publisher=publisher)


def one_text(*keys: str) -> OriginalText:
    return OriginalText(carriers=tuple(Carrier(article_id=key) for key in keys), fullest=keys[0])


def compared(articles: list[Article], *origins: OriginalText) -> Comparison:
    return compare(articles, [extract(one) for one in articles], origins=origins)


def test_copies_do_not_agree():
    articles = [article("a", BRIDGE, COST), article("b", BRIDGE, COST)]
    assert compared(articles, one_text("a", "b")).agreements == ()


def test_nothing_is_only_in_one_of_copies_of_one_text():
    articles = [article("a", BRIDGE, COST, CAFE), article("b", BRIDGE, COST)]
    assert compared(articles, one_text("a", "b")).only == ()


def test_copies_stand_beside_their_original_in_an_agreement():
    articles = [article("a", BRIDGE, COST), article("b", BRIDGE, COST), article("c", OTHERS)]
    (agreement,) = compared(articles, one_text("a", "b")).agreements
    assert [
        [e.span.article_id for e in (first, *also)]
        for first, also in zip(agreement.sentences, agreement.also, strict=True)
    ] == [["a", "b"], ["c"]]


def test_a_sentence_taken_over_word_for_word_is_no_agreement():
    """Though the articles are otherwise different: one had it from the other, or both from a third."""
    articles = [article("a", BRIDGE, COST), article("b", CAFE, BRIDGE)]
    assert compared(articles).agreements == ()
    assert len(compared([articles[0], article("b", CAFE, OTHERS)]).agreements) == 1


def test_outlets_of_one_family_are_no_two_sources():
    group = [outlet("Courier", "Example Group"), outlet("Post", "example  group"), outlet("Mail")]
    articles = [article("a", BRIDGE, COST, publisher=group[0]), article("b", OTHERS, publisher=group[1])]
    assert compared(articles).agreements == ()
    strangers = [articles[0], replace(articles[1], publisher=group[2])]
    assert len(compared(strangers).agreements) == 1


def test_what_only_copies_tell_is_listed_once_with_all_of_them():
    articles = [article("a", BRIDGE, CAFE), article("b", BRIDGE, CAFE), article("c", OTHERS, COST)]
    found = [s for s in compared(articles, one_text("a", "b")).only if "Kovar" in s.excerpt.text]
    assert [(s.excerpt.span.article_id, [e.span.article_id for e in s.also]) for s in found] == [("a", ["b"])]


def test_a_figure_of_copies_is_a_figure_of_one():
    articles = [article("a", BRIDGE, COST), article("b", BRIDGE, COST), article("c", OTHERS)]
    folded, apart = (compared(articles, *origins).figures for origins in ((one_text("a", "b"),), ()))
    assert [(len(row.figures), row.verdict) for row in folded] == [(2, Verdict.ONLY)]
    assert [(len(row.figures), row.verdict) for row in apart] == [(2, Verdict.AGREE)]


@pytest.mark.parametrize(("one", "other", "same"), COPIED)
def test_sentences_taken_over(one, other, same):
    assert same_words(one, other) is same
    assert same_words(other, one) is same


@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from([None, "A", "B", "C"]), st.sampled_from([None, "F", "G"])))
)
def test_independent_sources_are_no_more_than_origins(told):
    """Articles of one origin are one source; so are those of one outlet or family."""
    articles = [
        article(f"a{n}", publisher=outlet(f"{name}{family}", family) if name else None)
        for n, (_, name, family) in enumerate(told)
    ]
    groups: dict[int, list[str]] = {}
    for one, (group, _, _) in zip(articles, told, strict=True):
        groups.setdefault(group, []).append(one.id)
    sources = sources_of(articles, [one_text(*keys) for keys in groups.values()])
    numbers = list(range(len(articles)))
    assert sources.count_origins(numbers) == len(groups)
    assert sources.count_independent(numbers) <= len(groups)
    for n in numbers:
        for m in numbers:
            same_house = (
                told[n][1] and told[m][1] and (told[n][1:] == told[m][1:] or (told[n][2] and told[n][2] == told[m][2]))
            )
            if sources.origins[n] == sources.origins[m] or same_house:
                assert sources.independent[n] == sources.independent[m]
    assert sorted(sources.originals) == sorted(
        {groups[g][0] and numbers[[a.id for a in articles].index(groups[g][0])] for g in groups}
    )


CREDITED = f"The Elsby Courier reports that {OTHERS[0].lower()}{OTHERS[1:]}"


@pytest.mark.parametrize(
    ("name", "other", "agreements"),
    [("The Elsby Courier", CREDITED, 0), ("The Melk Courier", CREDITED, 0), ("The Elsby News", CREDITED, 1)],
)
def test_what_retells_another_article_is_no_source_beside_it(name: str, other: str, agreements: int) -> None:
    articles = [
        article("a", BRIDGE, CAFE, publisher=outlet(name)),
        article("b", other, publisher=outlet("Weekly Sand")),
    ]
    assert len(compared(articles).agreements) == agreements


def test_an_outlet_that_is_credited_far_down_is_a_source_of_its_own() -> None:
    around = ("Snow fell on the road to the quarry, and the buses stood still until noon.",) * 5
    articles = [
        article("a", BRIDGE, publisher=outlet("The Elsby Courier")),
        article("b", *around, CREDITED, publisher=outlet("Weekly Sand")),
    ]
    assert len(compared(articles).agreements) == 1
