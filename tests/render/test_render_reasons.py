"""The section that says why articles are one story: its words, its table, and the links to what came near."""

from __future__ import annotations

import dataclasses
import re

import pytest
from render.render_stories import alone, find, storm
from render.test_render_pages import pages

from digest.clean.lines import plain_article
from digest.model import (
    Article,
    Cluster,
    Comparison,
    Findings,
    Form,
    LeftOut,
    Mention,
    Neighbour,
    Organization,
    Person,
    Place,
    SharedTerm,
    Story,
)
from digest.render.reasons import DRAWN, by_article, reasons
from digest.render.shared_names import whole_names


def near(mine: str, theirs: str, **changes: object) -> Neighbour:
    found = Neighbour(
        nearest=(mine, theirs), peak=0.3, similarity=0.15, asked=0.19, size=1, reason=LeftOut.BELOW, calendar=1.0
    )
    return dataclasses.replace(found, **changes)


def together() -> list[Story]:
    """The storm and the lone article, near each other, and one following the other."""
    first, second = storm(), alone()
    terms = (
        SharedTerm(term="Kilronan", is_name=True, weight=0.3),
        SharedTerm(term="harbour", is_name=False, weight=0.004),
    )
    return [
        dataclasses.replace(
            first,
            cluster=dataclasses.replace(
                first.cluster, terms=terms, neighbours=(near("bay", "alone"),), linked=("post",), later="alone"
            ),
        ),
        dataclasses.replace(
            second,
            cluster=dataclasses.replace(
                second.cluster,
                neighbours=(near("alone", "bay", size=2, reason=LeftOut.APART), near("alone", "gone")),
                earlier="bay",
            ),
        ),
    ]


def story_of(size: int) -> Story:
    """A story of so many articles, of which the first fits least."""
    articles = tuple(plain_article(f"Ferry {n} sails.", article_id=f"a{n:03d}") for n in range(size))
    rows = [[1.0 if i == j else 0.1 if 0 in (i, j) else 0.5 for j in range(size)] for i in range(size)]
    return dataclasses.replace(
        alone(),
        slug="many",
        articles=articles,
        findings=tuple(Findings(article_id=article.id) for article in articles),
        comparison=Comparison(),
        cluster=Cluster(article_ids=tuple(a.id for a in articles), similarity=tuple(map(tuple, rows))),
    )


def test_a_story_says_what_holds_it_together() -> None:
    text = pages(*together())["stories/harbour-closes.md"]
    section = text[text.index("## Why these articles are one story") :]
    assert "- Names: Kilronan (30 %)\n- Other words: harbour (under 1 %)\n" in section
    assert "An editor put article 2 here." in section
    assert "| Article | 1 | 2 |\n|---|---|---|\n| 1 | – | 0.50 |\n| 2 | 0.50 | – |\n" in section
    assert "weakest link" not in section  # of two articles none is weaker


def test_what_came_near_leads_to_its_story() -> None:
    made = pages(*together())
    line = "| [A title of ours](../stories/alone.md) | 1 | 0.15 | 0.19 | less similar than is asked |"
    assert line in made["stories/harbour-closes.md"]
    text = made["stories/alone.md"]
    assert "## Why no other article is in this story" in text
    assert "| 2 | 0.15 | 0.19 | kept apart by the editor |" in text
    assert text.count("| 0.15 |") == 1  # the other neighbour is in no story here


def test_stories_that_follow_one_another_are_linked_both_ways() -> None:
    made = pages(*together())
    assert "\n- Later: [A title of ours](../stories/alone.md), no date given\n" in made["stories/harbour-closes.md"]
    later = "\n- Earlier: [Harbour closes as storm nears](../stories/harbour-closes.md), 1 March 2024\n"
    assert later in made["stories/alone.md"]


def test_the_weakest_link_is_named_with_its_figure() -> None:
    text = pages(story_of(4))["stories/many.md"]
    assert "The weakest link is article 1, publisher not known: on average 0.10 similar to the others." in text


@pytest.mark.parametrize("size", [DRAWN, DRAWN + 1, 90])
def test_of_many_articles_those_that_fit_best_and_worst_are_drawn(size: int) -> None:
    story = story_of(size)
    matrix = reasons(story, by_article([story])).matrix
    assert len(matrix.numbers) == len(matrix.rows) == DRAWN
    assert matrix.numbers[0] == 1
    assert matrix.left_out == size - DRAWN
    text = pages(story)["stories/many.md"]
    assert ("left out" in text) == (size > DRAWN)
    assert len(re.findall(r"^\| \d+ \|", text, re.MULTILINE)) == DRAWN


def named(article: Article, *texts: str) -> tuple[Mention, ...]:
    return tuple(Mention(excerpt=find(article, text), sentence=0, form=Form.NAME) for text in texts)


def test_shared_names_are_whole() -> None:
    """Words are counted apart; a reader is told the names that they are parts of, and no shreds."""
    text = "Mary Byrne of the Tarn Bay Council came to Tarn. Byrne saw Lund's boat and Abu al Haq."
    article = plain_article(text, article_id="a")
    findings = Findings(
        article_id="a",
        people=(Person(name="Mary Byrne", mentions=named(article, "Mary Byrne", "Byrne")),),
        organizations=(Organization(name="Tarn Bay Council", mentions=named(article, "Tarn Bay Council")),),
        places=(Place(name="Tarn", mentions=named(article, "Tarn")),),
    )
    weights = {"Mary": 0.1, "Byrne": 0.2, "Tarn": 0.1, "Council": 0.05, "Bay": 0.02, "Lund's": 0.01, "al": 0.3}
    terms = tuple(SharedTerm(term=term, is_name=True, weight=weight) for term, weight in weights.items())
    cluster = Cluster(article_ids=("a",), similarity=((1.0,),), terms=terms)
    story = dataclasses.replace(alone(), articles=(article,), findings=(findings,), cluster=cluster)
    shown = [(name.term, round(name.weight, 2)) for name in whole_names(story)]
    assert shown == [("Mary Byrne", 0.3), ("Tarn", 0.1), ("Tarn Bay Council", 0.07), ("Lund", 0.01)]


def names_of(texts: tuple[str, ...], people: tuple[dict[str, tuple[str, ...]], ...], *terms: str) -> list[str]:
    """The names that articles with these people share, of words that are held to be shared."""
    articles = tuple(plain_article(text, article_id=f"a{n}") for n, text in enumerate(texts))
    findings = tuple(
        Findings(
            article_id=article.id,
            people=tuple(Person(name=name, mentions=named(article, *each)) for name, each in told.items()),
        )
        for article, told in zip(articles, people, strict=True)
    )
    shared = tuple(SharedTerm(term=term, is_name=True, weight=1 / n) for n, term in enumerate(terms, start=1))
    ids = tuple(article.id for article in articles)
    cluster = Cluster(article_ids=ids, similarity=tuple(tuple(1.0 for _ in ids) for _ in ids), terms=shared)
    story = dataclasses.replace(alone(), articles=articles, findings=findings, cluster=cluster)
    return [name.term for name in whole_names(story)]


def test_a_family_name_of_two_is_shown_for_the_one_who_is_mostly_called_so() -> None:
    text = "Rosa Dahl met Axel Dahl. Dahl sang, and Dahl won."
    mostly = {"Axel Dahl": ("Axel Dahl",), "Rosa Dahl": ("Rosa Dahl", "Dahl", "Dahl")}
    assert names_of((text,), (mostly,), "Dahl", "Axel", "Rosa") == ["Rosa Dahl", "Axel Dahl"]
    alike = {"Axel Dahl": ("Axel Dahl", "Dahl"), "Rosa Dahl": ("Rosa Dahl", "Dahl")}
    assert names_of((text,), (alike,), "Axel", "Dahl", "Rosa") == ["Axel Dahl", "Dahl", "Rosa Dahl"]


def test_a_possessive_is_shared_as_its_name() -> None:
    text = "Leo Moser spoke. Moser’s plan passed."
    assert names_of((text,), ({"Leo Moser": ("Leo Moser",)},), "Moser’s", "Leo") == ["Leo Moser"]


def test_a_plural_that_one_article_alone_has_is_no_shared_name() -> None:
    texts = ("Greens cheered the Green’s speech.", "The Green’s speech was long.")
    assert names_of(texts, ({}, {}), "Greens") == ["Green"]
    assert names_of((texts[0], texts[0]), ({}, {}), "Greens") == ["Greens"]


def test_a_country_and_its_people_are_one_name_and_short_forms_are_none() -> None:
    text = "Norway voted. A Norwegian boat left. TV clerks saw Norway and Aara, and Aaran boats. TV was Norwegian."
    assert names_of((text,), ({},), "Norwegian", "Norway", "TV", "Aaran", "Aara") == ["Norway", "Aara"]


def test_words_that_are_always_together_are_one_name() -> None:
    text = "The Third Protocol binds all. Clerks cited the Third Protocol. Bern and Tarn Bern agreed in Tarn."
    assert names_of((text,), ({},), "Third", "Protocol", "Bern", "Tarn") == ["Third Protocol", "Bern", "Tarn"]
    text = "The Cod Peace Act passed. The Act, or the Cod Peace Act, binds all."
    assert names_of((text,), ({},), "Cod", "Peace", "Act") == ["Cod Peace Act"]


@pytest.mark.parametrize(("more", "shown"), [("", []), (" It rains in Tarn.", ["Tarn"])])
def test_a_word_that_articles_share_is_no_name_that_one_of_them_has(more: str, shown: list[str]) -> None:
    """Nor is it any, if it is only a piece of two names."""
    articles = tuple(plain_article(f"Tarn {word} lay there.{more}", article_id=word) for word in ("Valley", "Street"))
    valley = Place(name="Tarn Valley", mentions=named(articles[0], "Tarn Valley"))
    findings = (Findings(article_id="Valley", places=(valley,)), Findings(article_id="Street"))
    terms = (SharedTerm(term="Tarn", is_name=True, weight=0.1),)
    cluster = Cluster(article_ids=("Valley", "Street"), similarity=((1.0, 1.0), (1.0, 1.0)), terms=terms)
    story = dataclasses.replace(alone(), articles=articles, findings=findings, cluster=cluster)
    assert [name.term for name in whole_names(story)] == shown


def test_a_name_with_hyphens_is_whole_and_a_title_is_none() -> None:
    text = "Fish-on-Ice sold fish. Fish-on-Ice grew, Gen. Lund said in Sept. Roth-Ito met Roth and Roth."
    article = plain_article(text, article_id="a")
    weights = {"Fish": 0.3, "Gen": 0.2, "Sept": 0.1, "Roth": 0.05, "Ice": 0.02}
    names = tuple(SharedTerm(term=term, is_name=True, weight=weight) for term, weight in weights.items())
    words = tuple(SharedTerm(term=term, is_name=False, weight=0.1) for term in ("ice", "sold"))
    cluster = Cluster(article_ids=("a",), similarity=((1.0,),), terms=(*names, *words))
    story = dataclasses.replace(alone(), articles=(article,), findings=(), cluster=cluster)
    why = reasons(story, by_article([story]))
    assert [(name.term, round(name.weight, 2)) for name in why.names] == [("Fish-on-Ice", 0.32), ("Roth", 0.05)]
    assert [word.term for word in why.words] == ["sold"]


def test_pieces_of_abbreviations_and_titles_and_lone_numbers_are_no_reasons() -> None:
    text = (
        "Vice Mayor Lund met Ann Ito (I-Nord.), of Tarn, on 9 May 2031. Roth (I-Nord.) came to Tarn on the 14th to ski."
    )
    article = plain_article(text, article_id="a")
    names = tuple(SharedTerm(term=term, is_name=True, weight=0.1) for term in ("Vice", "Nord", "Tarn"))
    words = tuple(SharedTerm(term=term, is_name=False, weight=0.1) for term in ("9", "2031", "met", "th"))
    cluster = Cluster(article_ids=("a",), similarity=((1.0,),), terms=(*names, *words))
    story = dataclasses.replace(alone(), articles=(article,), findings=(), cluster=cluster)
    why = reasons(story, by_article([story]))
    assert [name.term for name in why.names] == ["Tarn"]
    assert [word.term for word in why.words] == ["2031", "met"]


def alike(*texts: str) -> Story:
    """A story of articles that are as similar as can be."""
    articles = tuple(plain_article(text, article_id=f"a{n}") for n, text in enumerate(texts))
    rows = tuple(tuple(1.0 for _ in articles) for _ in articles)
    terms = tuple(SharedTerm(term=term, is_name=False, weight=0.1) for term in ("remains", "docks", "high"))
    cluster = Cluster(article_ids=tuple(a.id for a in articles), similarity=rows, terms=terms)
    return dataclasses.replace(alone(), articles=articles, findings=(), cluster=cluster)


def test_articles_are_wholly_similar_only_where_their_texts_are_the_same() -> None:
    story = alike("The ferry sails.", "The ferry sails.", "The ferry sails again.")
    why = reasons(story, by_article([story]))
    assert why.matrix.rows == ((1.0, 1.0, 0.99), (1.0, 1.0, 0.99), (0.99, 0.99, 1.0))
    assert why.weakest is not None
    assert why.weakest.fit == 0.99


def test_a_noun_in_one_article_is_not_the_verb_of_another() -> None:
    story = alike("The remains lay at the docks of Tarn.", "Two ferries remained at the dock of Tarn.")
    assert [word.term for word in reasons(story, by_article([story])).words] == ["docks"]


def test_a_compound_in_one_article_is_not_the_name_of_another() -> None:
    story = alike("The high-speed ferry left Tarn.", "The girls of Tarn High School saw it.")
    assert not reasons(story, by_article([story])).words
    story = alike("The high-speed ferry left Tarn.", "A high wave came to Tarn.")
    assert [word.term for word in reasons(story, by_article([story])).words] == ["high"]


def test_a_short_form_is_one_name_with_what_it_is_short_for() -> None:
    text = "The Tarn Ferries Union met. TFU clerks spoke. It is the Tarn Ferries Union that runs TFU."
    assert names_of((text,), ({},), "Tarn", "Ferries", "Union", "TFU") == ["Tarn Ferries Union"]
