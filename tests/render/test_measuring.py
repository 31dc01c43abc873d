"""A figure stands on a story's page with few words where they are enough, else in its clause, else not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render.test_render_figures import page, section, told

from digest.model import EditorText
from digest.render.figures import LATE, key_figures

FEW = [
    ("In her town, 40 people were killed.", "40 people", "were killed"),
    ("The ministry reported a 4% rise in exports of herring.", "4%", "rise in exports of herring"),
]
CLAUSES = {
    "where people were killed, is told": (
        "Some 40 people were killed in Port Sand.",
        "Some 40 people were killed in Port Sand.",
    ),
    "a short sentence is shown whole": (
        "A gunman killed 13 people at an office in Port Sand.",
        "A gunman killed 13 people at an office in Port Sand.",
    ),
    "a longer one ends where another clause begins": (
        "A bomb that lay under a bridge wounded 26 people in the old town of Port Sand on Sunday evening, which had "
        "been full of visitors from all over the island.",
        "A bomb that lay under a bridge wounded 26 people in the old town of Port Sand on Sunday evening",
    ),
    "a correction stays": (
        "The survey of the harbour board was made in March among 1,000 sailors from each town on the coast of Norland, "
        "but only some of them had ever been on a ferry.",
        "The survey of the harbour board was made in March among 1,000 sailors from each town on the coast of Norland, "
        "but only some of them had ever been on a ferry.",
    ),
    "a condition stays": (
        "The island of Norland would have to pay $24 million to the fishermen of Port Sand and of its towns, unless "
        "the court in Bern says that the law was made for ships alone.",
        "The island of Norland would have to pay $24 million to the fishermen of Port Sand and of its towns, unless "
        "the court in Bern says that the law was made for ships alone.",
    ),
    "a wish is shown as one": (
        "The airline hopes to run 50% of its short flights by Saturday.",
        "The airline hopes to run 50% of its short flights by Saturday.",
    ),
    "a link to what stands before is left out": (
        "But the fire destroyed 60 houses in Port Sand.",
        "the fire destroyed 60 houses in Port Sand.",
    ),
    "what is no mere link stays": (
        "In addition to the ferry, the storm sank 23 boats in Port Sand.",
        "In addition to the ferry, the storm sank 23 boats in Port Sand.",
    ),
    "no clause is cut in the middle of what is put in": (
        "Ann Ito – who had won 25% of the vote in the first round of the election in May – was praised by the mayor "
        "of Bern and by a crowd of friends.",
        "Ann Ito – who had won 25% of the vote in the first round of the election in May – was praised by the mayor "
        "of Bern and by a crowd of friends.",
    ),
}
NOTHING = {
    "who is meant stands elsewhere": "Ann Ito is the mayor of Port Sand. She earned $80,000 from her books in May.",
    "of what it is the result stands elsewhere": "Ann Ito is the mayor of Port Sand. She has two sons. She sails. They "
    "swim. The overall result could be a budget of $9 million.",
    "whose it is stands elsewhere": "Ann Ito is the mayor of Port Sand. Fifteen of his speeches were abroad.",
    "only the one who is quoted can say so": "“They came to my home with 17 vehicles and a drum,” said Ann Ito.",
    "nobody is asked": "Before the vote in Melk, 23 percent favored Ann Ito.",
    "nor here": "Six in 10 call themselves sailors of the north.",
    "a question tells nothing": "Would anybody pay $80,000 for a boat?",
}


@pytest.mark.parametrize(("text", "figure", "words"), FEW, ids=[words for _, _, words in FEW])
def test_few_words_repeat_nothing_of_the_figure(text: str, figure: str, words: str) -> None:
    row = next(r for r in key_figures(told(text)).rows if r.figure[0].excerpts[0].text.endswith(figure))
    assert [w.excerpts[0].text for w in row.told] == [words]
    assert not row.in_clause


@pytest.mark.parametrize(("text", "clause"), CLAUSES.values(), ids=CLAUSES.keys())
def test_all_else_stands_in_its_clause(text: str, clause: str) -> None:
    (row,) = key_figures(told(text)).rows
    assert [w.excerpts[0].text for w in row.told] == [clause]
    page(told(text))  # every cell stands in its source


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_nobody_can_understand_stands_on_the_page_of_its_article(text: str) -> None:
    assert not key_figures(told(text)).rows


def test_figures_of_one_clause_are_one_row() -> None:
    (line,) = section(
        page(told("The firm of Ann Ito sold 30,000 boats and paid $9 million in taxes.")), "## Key figures"
    )
    figures = line.split("|")[1]
    assert "30,000 boats" in figures
    assert "9 million" in figures


def test_two_values_that_differ_are_told_in_two_clauses() -> None:
    texts = [
        f"A ferry sank off Port Sand on Sunday and {n} people drowned, the {who} said."
        for n, who in ((40, "police"), (43, "hospital"))
    ]
    (row,) = key_figures(told(*texts, days=(2, 2))).rows
    assert len(row.told) == 2


def test_what_one_article_measures_far_behind_its_beginning_stands_on_its_page() -> None:
    lines = [*("The sea was calm." for _ in range(LATE)), "The firm of Ann Ito paid $9 million in taxes."]
    assert not key_figures(told("\n\n".join(lines))).rows
    assert len(key_figures(told("\n\n".join(lines[-1:]))).rows) == 1


def test_what_the_clause_of_another_row_says_is_not_told_again() -> None:
    first = "A ferry with 300 people sank off Port Sand on Sunday, and 43 of them drowned."
    second = "The ferry that sank off Port Sand on Sunday had carried 300 people."
    clauses = [words.excerpts[0].text for row in key_figures(told(first, second)).rows for words in row.told]
    assert len(clauses) == len(set(clauses))


OPENING = "The harbour of Lund was busy on Monday."
UNPLACED = (
    "The fever spread to 30 harbours and killed 800 sailors.",
    "The deadly fever has killed 800 sailors in Norland.",
    "Some 105 sailors died and almost a million sheep were burnt.",
    "In Melk, the harbour reported that there were 140 such fevers.",
    "In Melk, the guards counted these 150 boats at night.",
    "For that year, the budget of Melk was $640 million.",
    "At the end of that year, the budget of Melk was $640 million.",
)


@pytest.mark.parametrize("sentence", UNPLACED)
def test_a_figure_that_needs_the_sentence_before_it_stands_on_no_page(sentence: str):
    assert not key_figures(told("\n\n".join((*[OPENING] * 7, sentence)))).rows


def test_where_the_numbers_differ_each_source_stands_with_its_own():
    sank = "A bomb wounded {} people on a bus in Lund on Sunday"
    (row,) = key_figures(told(sank.format(26) + ".", sank.format(15) + ", the police said.", days=(2, 2))).rows
    assert row.sources == ("15 people: the police",)


def test_two_rows_do_not_tell_one_clause_if_another_article_has_other_words():
    one = "A bomb in Lund killed 50 people and wounded 53 sailors on Sunday, the police said."
    two = "A bomb in the harbour of Lund has wounded 53 sailors, a nurse said."
    three = "In Lund a bomb has killed 50 people, a doctor said."
    rows = key_figures(told(one, two, three, one.replace("53", "54"))).rows
    clauses = [words.excerpts[0].text for row in rows for words in row.told]
    assert len(set(clauses)) == len(clauses)


def test_nobody_counts_one_article_where_another_has_a_like_number():
    offers = "Seventy offers worth about €2,000 were made in Lund before the site closed."
    (row,) = key_figures(told("The bidding for the old boat had gone up to €2,000.", offers)).rows
    assert row.support == "at least 1 of 2 articles"


def test_a_row_tells_no_clause_in_which_the_clause_of_another_stands():
    tax = "The tax in Lund was 35.7 percent in 2014"
    both = "Together the taxes of the state and of Lund were 45.8 percent, or 35.72 percent and a little more in 2014."
    one = f"{tax}, while the tax in Lund with that of the state was 45.8 percent, the harbour board said on Sunday."
    rows = key_figures(told(one, both, f"{tax}.")).rows
    assert [row.told[0].excerpts[0].text for row in rows if "45.8" in row.figure[0].excerpts[0].text] == [both]


@pytest.mark.parametrize(("stands", "adds"), [("for", "also for"), ("for the", "for the same")])
def test_a_clause_that_adds_to_another_makes_no_row(stands: str, adds: str):
    earned = "Ann Ito earned $13 million in 2013 {} speeches of May in Bern."
    texts = ["\n\n".join((*[OPENING] * 7, earned.format(words))) for words in (stands, adds)]
    assert [len(key_figures(told(text)).rows) for text in texts] == [1, 0]


def test_a_clause_stands_back_that_speaks_of_what_the_headline_alone_names():
    calm = "Soldiers came to Lund.\n\nThey broke a crane."
    one = f"{calm}\n\nFourteen soldiers were hurt in the raid, the army said."
    two = f"{calm}\n\nFourteen soldiers were lightly hurt before they went back to their harbour in Norland."
    story = told(one, two)
    (row,) = key_figures(story).rows
    assert row.told[0].excerpts[0].span.article_id == story.articles[1].id


def test_a_toll_that_may_be_of_a_row_above_has_no_row_of_its_own():
    sunk = "Earlier, a lorry on the harbour bridge in Lund killed at least eight people and sank two boats."
    other = "A stolen lorry also killed at least six people on the harbour bridge in Lund, and sank boats."
    (row,) = key_figures(told(f"{OPENING}\n\n{sunk}", f"{OPENING}\n\n{other}")).rows
    assert row.figure[0].excerpts[0].text == "at least eight people"
    assert row.support == "at least 1 of 2 articles"


@pytest.mark.parametrize("opening", ["A", "The last great"])
def test_a_figure_whose_sentence_names_a_place_needs_no_other(opening: str):
    sentence = f"{opening} fever spread to 30 harbours of Norland and killed 800 sailors."
    assert len(key_figures(told("\n\n".join((*[OPENING] * 7, sentence)))).rows) == 1


@pytest.mark.parametrize(
    ("first", "second", "clause"),
    [
        (
            "The receivers said they had saved 950 jobs at the mill.",
            "The receivers said they had saved all of the 950 jobs at the mill.",
            "The receivers said they had saved 950 jobs at the mill.",
        ),
        (
            "That would leave the island of Tarn with 9,350 soldiers in its camps.",
            "This would leave Tarn with 9,350 soldiers in the camps of the island.",
            "would leave the island of Tarn with 9,350 soldiers in its camps.",
        ),
    ],
)
def test_what_several_articles_count_is_told_by_a_clause_that_leans_on_the_story(
    first: str, second: str, clause: str
) -> None:
    shared = key_figures(told(first, second))
    assert [w.excerpts[0].text for row in shared.rows for w in row.told] == [clause]
    assert key_figures(told(first)).rows == ()


def test_the_city_is_named_on_the_page():
    marched = "On Friday, 900 sailors of the Harbour Party marched through the city."
    story = told(f"The vote in Berlin was lost on Monday.\n\n{marched}")
    assert not key_figures(story).rows
    assert key_figures(replace(story, title=EditorText(text="Vote in Berlin"))).rows


def test_a_thing_that_only_its_article_knows_makes_no_clause():
    crowd = "A crowd of 800 people filled the chapel."
    assert not key_figures(told("\n\n".join((*[OPENING] * 7, crowd)))).rows
    assert key_figures(told("\n\n".join((*[OPENING] * 7, crowd.replace("the chapel", "a chapel"))))).rows


def test_a_clause_does_not_say_where_words_were_said_that_no_page_has():
    remarks = "Ann Ito made the remarks during a meeting with 50 sailors in Lund."
    assert not key_figures(told(f"{OPENING}\n\n{remarks}")).rows
    assert key_figures(told(f"{OPENING}\n\n{remarks.replace('the remarks', 'some remarks')}")).rows


def test_what_readers_are_asked_to_come_to_is_no_figure_of_the_story():
    advert = "The Post will bring together 300 experts on harbours in Lund in May. {}"
    assert not key_figures(told(f"{OPENING}\n\n{advert.format('Please join us.')}")).rows
    assert not key_figures(told(f"{OPENING}\n\n{advert.format('')}\n\nPlease join us.")).rows
    assert key_figures(told(f"{OPENING}\n\n{advert.format('They come from Bern.')}\n\nSign up here.")).rows


def test_a_rough_count_is_not_told_behind_the_exact_one_of_the_same_things():
    one = "Norland sold 715 old boats on Sunday, the ministry said."
    two = f"{one}\n\nThe navy of Norland sold more than 700 old gunboats to Lund, which nearly emptied its docks."
    rows = key_figures(told(two, one)).rows
    assert not [row for row in rows if "700" in row.figure[0].excerpts[0].text]


def test_a_large_number_that_another_row_tells_is_not_told_again():
    share = "Lund has about 3,600 boats and sailors believe that 90 percent of them will be sold, the ministry said."
    more = "The harbour of Lund holds more than 3,600 old ferries."
    rows = key_figures(
        told(share, f"About 90 percent of the boats of Lund will be sold, the ministry said. {more}")
    ).rows
    assert sum("3,600" in words.excerpts[0].text for row in rows for words in row.told) == 1
