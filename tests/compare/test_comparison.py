"""What the articles of a story agree on, differ in, and have alone: findings are built by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.model import (
    Article,
    Comparison,
    Excerpt,
    Figure,
    Findings,
    Form,
    Mention,
    Person,
    Quote,
    QuoteKind,
    Speaker,
    SpeakerKind,
)

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def find(article: Article, words: str) -> Excerpt:
    start = article.text.index(words)
    return article.excerpt(start, start + len(words))


def person(article: Article, *names: str) -> Person:
    found = [(find(article, name), Form.NAME if " " in name else Form.PART) for name in names]
    mentions = (Mention(excerpt=e, sentence=article.sentence_at(e.span.start), form=form) for e, form in found)
    return Person(name=names[0], mentions=tuple(mentions))


def figure(article: Article, wanted: dict[str, Any]) -> Figure:
    excerpt = find(article, wanted["words"])
    return Figure(
        excerpt=excerpt,
        sentence=article.sentence_at(excerpt.span.start),
        value=Decimal(str(wanted["value"])),
        unit=wanted["unit"],
        qualifier=wanted.get("qualifier"),
        measure=find(article, wanted["measure"]) if "measure" in wanted else None,
        key=True,
    )


def quote(article: Article, words: str, speaker: str) -> Quote:
    excerpt = find(article, words)
    named = Speaker(name=speaker, kind=SpeakerKind.PERSON, mention=find(article, speaker))
    kind = QuoteKind.FULL if words.endswith(",") else QuoteKind.PARTIAL
    return Quote(excerpt=excerpt, sentence=article.sentence_at(excerpt.span.start), kind=kind, speaker=named)


def story(case: dict[str, Any]) -> tuple[list[Article], list[Findings]]:
    articles, findings = [], []
    for number, told in enumerate(case["articles"]):
        article = plain_article(told["text"], article_id=f"a{number}")
        articles.append(article)
        findings.append(
            Findings(
                article_id=article.id,
                figures=tuple(figure(article, f) for f in told.get("figures", [])),
                quotes=tuple(quote(article, *q) for q in told.get("quotes", [])),
                people=tuple(person(article, name) for name in told.get("people", [])),
            )
        )
    return articles, findings


def excerpts(comparison: Comparison) -> list[Excerpt]:
    return [
        *(f.excerpt for row in comparison.figures for f in row.figures),
        *(q.excerpt for group in comparison.quotes for q in group.quotes),
        *(e for agreement in comparison.agreements for e in agreement.sentences),
        *(sole.excerpt for sole in comparison.only),
        *(e for wording in comparison.wording for variant in wording.variants for e in variant.examples),
        *(e for one in comparison.people for e in (*one.roles, *one.first)),
    ]


@pytest.mark.parametrize("case", cases("comparisons.yml"), ids=lambda case: case["title"])
def test_articles_are_compared(case: dict[str, Any]) -> None:
    comparison = compare(*story(case))
    if "rows" in case:
        rows = [[row.verdict.value, *(f.excerpt.text for f in row.figures)] for row in comparison.figures]
        assert rows == case["rows"]
    if "groups" in case:
        assert [[q.excerpt.text for q in group.quotes] for group in comparison.quotes] == case["groups"]
    if "agreements" in case:
        pairs = [[e.text for e in agreement.sentences] for agreement in comparison.agreements]
        assert [
            [text[: len(start)] for text, start in zip(p, c, strict=True)]
            for p, c in zip(pairs, case["agreements"], strict=True)
        ] == case["agreements"]
        assert set(case["shared"]) <= set(comparison.agreements[0].shared)
    if "only" in case:
        assert [
            sole.excerpt.text[: len(start)] for sole, start in zip(comparison.only, case["only"], strict=True)
        ] == case["only"]
    if "wording" in case:
        assert [[variant.phrase for variant in wording.variants] for wording in comparison.wording] == case["wording"]


@pytest.mark.parametrize("case", cases("people.yml"), ids=lambda case: case["title"])
def test_people_are_joined_across_articles(case: dict[str, Any]) -> None:
    told = [[one if isinstance(one, list) else [one] for one in people] for people in case["articles"]]
    articles = [
        plain_article("\n".join(f"{name} spoke." for names in people for name in names), article_id=f"a{number}")
        for number, people in enumerate(told)
    ]
    findings = [
        Findings(article_id=article.id, people=tuple(person(article, *names) for names in people))
        for article, people in zip(articles, told, strict=True)
    ]
    people = compare(articles, findings).people
    assert sorted([one.name, *one.aliases] for one in people) == sorted(case["people"])
    assert len({one.slug for one in people}) == len(people)


BARE = {
    "The attacks on Hallerson went on.": 1,
    "But Hallerson's plan failed, said a critic of Hallerson.": 2,
    "They met in Hallerson, a town.": 0,
    "The Hallerson Center was shut.": 0,
    "A Hallerson-backed plan failed.": 0,
    "They sold Bern Hallerson tents.": 0,
}


@pytest.mark.parametrize("text", BARE)
def test_an_article_that_only_has_the_family_name_names_the_person_too(text: str) -> None:
    articles = [
        plain_article("Ida Hallerson left. Hallerson waved.", article_id="a0"),
        plain_article(text, article_id="a1"),
    ]
    whole, alone = person(articles[0], "Ida Hallerson"), person(articles[0], "Hallerson")
    known = Person(name=whole.name, mentions=(*whole.mentions, *alone.mentions))
    findings = [Findings(article_id="a0", people=(known,)), Findings(article_id="a1")]
    (found,) = compare(articles, findings).people
    assert dict(found.mentions).get("a1", 0) == BARE[text]
    assert len(found.first) == len(found.mentions)


WHOLE = {
    "Pixie, Clover Hallerson and others came. Hallerson said no.": 2,
    "Clover Ann Hallerson came with Clover Hallerson’s friend.": 2,
    "The Clover Hallerson Centre was shut, and McClover Hallerson.": 0,
}


@pytest.mark.parametrize("text", WHOLE)
def test_a_full_name_that_one_article_knows_is_found_in_the_others(text: str) -> None:
    articles = [
        plain_article("Clover Ann Hallerson left. Hallerson waved.", article_id="a0"),
        plain_article(text, article_id="a1"),
    ]
    whole, alone = person(articles[0], "Clover Ann Hallerson"), person(articles[0], "Hallerson")
    known = Person(name=whole.name, mentions=(*whole.mentions, *alone.mentions))
    findings = [Findings(article_id="a0", people=(known,)), Findings(article_id="a1")]
    (found,) = compare(articles, findings).people
    assert dict(found.mentions).get("a1", 0) == WHOLE[text]


ONCE = [(True, ["Ida Hallerson"]), (False, ["Ida Hallerson", "Hallerson"])]


@pytest.mark.parametrize(("often", "names"), ONCE)
def test_one_pronoun_parts_nobody_who_is_often_named(often: bool, names: list[str]) -> None:
    texts = ("Ida Hallerson left. She waved.", "Hallerson spoke. " + "Hallerson left. " * 3 * often + "He waved.")
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate(texts)]
    findings = []
    for article, name, word in zip(articles, ("Ida Hallerson", "Hallerson"), ("She", "He"), strict=True):
        known, pronoun = person(article, name), find(article, word)
        said = Mention(excerpt=pronoun, sentence=1, form=Form.PRONOUN)
        named = (known.mentions[0],) * article.text.count(name)
        findings.append(Findings(article_id=article.id, people=(Person(name=name, mentions=(*named, said)),)))
    assert sorted(one.name for one in compare(articles, findings).people) == sorted(names)


def test_the_roles_that_the_articles_give_are_set_side_by_side() -> None:
    roles = ("Danish envoy", "Danish ambassador")
    comparison = compare_roles("The Danish envoy Ida Holm left.", "Ida Holm, the Danish ambassador, left.", roles)
    assert [role.text for role in comparison.people[0].roles] == list(roles)
    assert [(w.about, [v.phrase for v in w.variants]) for w in comparison.wording] == [("Ida Holm", list(roles))]


def test_two_wordings_of_one_role_are_no_difference() -> None:
    roles = ("Bern prosecutor", "prosecuting attorney for Bern")
    texts = ("The Bern prosecutor Ida Holm left.", "Ida Holm, the prosecuting attorney for Bern, left.")
    assert compare_roles(*texts, roles).wording == ()


def compare_roles(first: str, second: str, roles: tuple[str, str]) -> Comparison:
    """Compare two articles of which each gives Ida Holm a role."""
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate((first, second))]
    findings = []
    for article, role in zip(articles, roles, strict=True):
        known = person(article, "Ida Holm")
        known = Person(name=known.name, mentions=known.mentions, roles=(find(article, role),))
        findings.append(Findings(article_id=article.id, people=(known,)))
    return compare(articles, findings)


def test_one_article_alone_is_not_compared() -> None:
    articles, findings = story(cases("comparisons.yml")[0])
    alone = compare(articles[:1], findings[:1])
    assert [row.verdict.value for row in alone.figures] == ["only"]
    assert (alone.agreements, alone.only, alone.wording) == ((), (), ())


def test_the_order_of_the_articles_changes_only_the_order_of_the_citations() -> None:
    for case in cases("comparisons.yml"):
        articles, findings = story(case)
        one = compare(articles, findings)
        other = compare(articles[::-1], findings[::-1])
        assert {frozenset(f.excerpt for f in row.figures) for row in one.figures} == {
            frozenset(f.excerpt for f in row.figures) for row in other.figures
        }
        assert {frozenset(q.excerpt for q in group.quotes) for group in one.quotes} == {
            frozenset(q.excerpt for q in group.quotes) for group in other.quotes
        }
        assert {frozenset(a.sentences) for a in one.agreements} == {frozenset(a.sentences) for a in other.agreements}
        assert {sole.excerpt for sole in one.only} == {sole.excerpt for sole in other.only}


PIECES = [
    "Ida Holm said that 14 boats had sunk in Port Sand on Friday.",
    "Fourteen boats sank in the harbour of Port Sand, Ida Holm told the council of Melk.",
    "The army ended its raid on Port Sand. ",
    "“It was a long night for all of us”, said the mayor of Port Sand on Friday.",
]
texts = st.lists(
    st.one_of(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60), st.sampled_from(PIECES)),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4))
def test_every_excerpt_is_verbatim_and_the_result_always_the_same(bodies: list[list[str]]) -> None:
    articles = [plain_article("\n".join(body), article_id=f"a{number}") for number, body in enumerate(bodies)]
    findings = [
        Findings(
            article_id=a.id,
            people=(person(a, "Ida Holm"),) if "Ida Holm" in a.text else (),
            figures=(figure(a, {"words": "14 boats", "value": 14, "unit": "boats"}),) if "14 boats" in a.text else (),
        )
        for a in articles
    ]
    comparison = compare(articles, findings)
    assert comparison == compare(articles, findings)
    by_id = {article.id: article for article in articles}
    assert all(by_id[e.span.article_id].text[e.span.start : e.span.end] == e.text for e in excerpts(comparison))


@pytest.mark.parametrize(("name", "times"), [("Ida al-Hallersene", 2), ("Eda Hallersene", 1), ("Ida Hallersan", 1)])
def test_another_spelling_of_a_full_name_names_the_person_too(name: str, times: int) -> None:
    articles = [
        plain_article("Ida al-Hallersen left.", article_id="a0"),
        plain_article(f"They saw the leader's brother, {name}.", article_id="a1"),
    ]
    findings = [Findings(article_id="a0", people=(person(articles[0], "Ida al-Hallersen"),)), Findings(article_id="a1")]
    (one,) = compare(articles, findings).people
    assert sum(number for _, number in one.mentions) == times
