"""Key points: facts that several sources report, each told once, by its best sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.compare.contradicting import Contradictions
from digest.compare.first_said import same_first_said
from digest.compare.halves import without_repeats
from digest.compare.main_told import MainTold
from digest.compare.people import compare_people
from digest.compare.sentences import Line, body_lines
from digest.compare.speaking import may_tell
from digest.compare.windows import Window
from digest.extract import extract
from digest.language.conditions import might_be
from digest.language.hanging import hangs, opens_with_link, takes_up_else
from digest.language.telling import Telling
from digest.model import Article, Comparison, KeyPoint

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "points.yml").read_text(encoding="utf-8"))


def compared(bodies: list[list[str]]) -> Comparison:
    articles = [
        plain_article("\n\n".join(body), article_id=f"a{n}", title=f"Title {n}") for n, body in enumerate(bodies)
    ]
    return compare(articles, [extract(article) for article in articles])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_points(case: dict[str, Any]) -> None:
    points = compared(case["articles"]).points
    assert len(points) == len(case["points"])
    for point, (reports, tellers) in zip(points, case["points"], strict=True):
        assert [report.article_id for report in point.reports] == [f"a{number}" for number in reports]
        assert len(point.tellers) <= len(tellers)
        assert all(any(told.text.startswith(start) for start in tellers) for told in point.tellers)
        assert set(point.tellers) <= set(point.sentences)


OPPOSITES = yaml.safe_load((Path(__file__).parent / "cases" / "opposites.yml").read_text(encoding="utf-8"))
AROUND = "The orchard behind the station was planted by a retired pilot."
SNOW = "Snow fell on the road to the quarry, and the buses stood still until noon."
CHERRIES = "Cherries ripen on the coast three weeks before those of the mountains."
ELSEWHERE = "Several museums lend bicycles to visitors who arrive by ferry."


@pytest.mark.parametrize(("one", "other", "what"), OPPOSITES)
def test_sentences_that_tell_the_opposite_do_not_agree(one: str, other: str, what: str) -> None:
    agreements = compared([[one, AROUND], [other, ELSEWHERE]]).agreements
    assert len(agreements) == (what == "same")


@pytest.mark.parametrize(
    ("text", "hanging"),
    [
        ("He won the race on the frozen lake.", True),
        ("In 1942, he joined the mountain rescue of Melk.", True),
        ("“Nobody will sail on Friday.”", True),
        ("We waited on the quay until noon.", True),
        ("I also want to win the race on the frozen lake of Melk.", True),
        ("It seems that Ida Holm won the race on the frozen lake.", False),
        ("But Ida Holm won the race on the frozen lake.", False),
        ("Ida Holm said that she would not sail.", False),
        ("The meeting in Melk ended without a vote.", False),
        ("The second pier was closed before the frost.", True),
        ("The second of May is the day on which Melk votes.", False),
        ("Two of those, a ferry and a tug, are still in Port Sand.", True),
        ("Two of the ferries are still in Port Sand.", False),
        ("Some, such as Ida Holm, came by boat.", True),
        ("The lake, then, is deeper than Ida Holm believed.", True),
        ("On Friday, she praised the pilots of Port Sand.", True),
        ("On Friday, Ida Holm praised the pilots of Port Sand.", False),
        ("The ice on the lake of Melk will hold until March, she said.", True),
        ("Ida Holm tried to back up that estimate on Friday.", True),
        ("Ida Holm gave an estimate, and stood by that estimate on Friday.", False),
        ("Ida Holm and Per Lund shared a similar worry.", True),
        ("Ida Holm wore a coat similar to that of Per Lund.", False),
        ("Ida Holm named three of those harbours.", True),
        ("Likewise, Ida Holm voted for the pier.", True),
        ("Meanwhile, Ida Holm voted for the pier.", False),
        ("The group's first ferry sank off Melk.", True),
        ("The group Northern Sails lost a ferry off Melk.", False),
        ("The official told the Courier of Melk about a leak.", True),
        ("The official ice report of Melk came out on Friday.", False),
    ],
)
def test_a_sentence_hangs_where_it_leaves_open_whom_it_is_about(text: str, hanging: bool) -> None:
    assert hangs(text) is hanging


PIECES = [
    "The council of Melk voted on Tuesday to build a second bridge over the Ourt.",
    "On Tuesday the council voted for a second bridge across the Ourt in Melk.",
    "The second bridge over the Ourt in Melk costs 12 million crowns, said Ida Holm.",
    "It costs 12 million crowns, and the council of Melk will pay for the bridge.",
    "“The river bank is too soft for heavy pillars,” said Ida Holm on Tuesday.",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=4, unique=True), min_size=2, max_size=4))
def test_no_sentence_tells_two_points(bodies: list[list[str]]) -> None:
    tellers = [sentence for point in compared(bodies).points for sentence in point.tellers]
    assert len(tellers) == len(set(tellers))


AGREED = (
    ["The ferry to Arden hit the northern pier in thick fog on Friday and lost its rudder.", AROUND],
    ["In thick fog the ferry to Arden lost its rudder on Friday, when it hit the northern pier.", ELSEWHERE],
)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("A rudder lies at the northern pier since a ferry left it there.", True),
        ("The bakery in Arden sells bread with poppy seeds from the hills.", False),
        ("Cherries grow on the road to Arden.", False),
    ],
)
def test_who_may_report_a_point_is_not_counted_and_has_nothing_alone(text: str, *, near: bool) -> None:
    comparison = compared([*AGREED, [text]])
    (point,) = comparison.points
    assert [report.article_id for report in point.reports] == ["a0", "a1"]
    assert [excerpt.text for excerpt in point.near] == [text] * near
    assert not {sole.excerpt for sole in comparison.only} & set(point.near)


def test_one_sentence_may_support_two_points() -> None:
    first = "The ferry to Arden was built in the small yard of Melk in July 1922 by Per Lund."
    again = "Per Lund built the ferry to Arden in July 1922, in the small yard of Melk by the river."
    gale = "A gale from the north tore the funnel off the boat in March 1951, and 14 sheep drowned."
    later = "In March 1951 the boat lost its funnel to a gale from the north that tore it off, and 14 sheep drowned."
    both = f"{first[:-1]}, and in March 1951 a gale from the north tore the funnel off the boat and 14 sheep drowned."
    comparison = compared([[first, AROUND, SNOW, gale], [again, ELSEWHERE, CHERRIES, later], [both]])
    assert [[report.article_id for report in point.reports] for point in comparison.points] == [["a0", "a1", "a2"]] * 2


SOLD = "The council of Melk sold its old lighthouse to Per Lund for 90,000 crowns on Friday."
SOLD_TOO = "For 90,000 crowns the council of Melk sold its old lighthouse on Friday; the buyer is Per Lund."


@pytest.mark.parametrize(
    ("other", "near"),
    [
        (["The council of Melk has met.", "Its old lighthouse was for sale, and Per Lund is the buyer."], True),
        (["The 90,000 crowns that Per Lund gave for the lighthouse go to a school near the quarry."], True),
        (["Per Lund paints ships and teaches in a school near the quarry of Melk."], False),
        (["The lighthouse keepers of Port Sand went on strike when the frost came."], False),
    ],
)
def test_neighbouring_sentences_may_report_a_point(other: list[str], near: bool) -> None:
    points = compared([[SOLD, AROUND], [SOLD_TOO, ELSEWHERE], [CHERRIES, *other, SNOW]]).points
    assert len(points) == 1
    assert [report.article_id for report in points[0].reports] == ["a0", "a1"]
    assert bool(points[0].near) == near
    assert {excerpt.text for excerpt in points[0].near} <= set(other)


def test_a_report_has_the_names_and_numbers_of_the_main_thing() -> None:
    one = "The port of Melk and Radio Sand will pay the 430 pilots of the old harbour a pension from March."
    other = "The old harbour of Tarn will pay the pilots of the Ourt a pension from March, a clerk said."
    same = "Melk and Radio Sand said on Friday that they pay 430 pilots of the old harbour a pension from March."
    assert compared([[one, AROUND], [same, ELSEWHERE]]).points
    assert not compared([[one, AROUND], [other, ELSEWHERE]]).points


def test_two_forms_of_a_word_in_common_are_one() -> None:
    one = "Ida Holm stands by the pier of Melk, and the council of Melk will stand by the pilots of the pier."
    other = "The council will stand by the pilots, for Ida Holm stands by the pier of Melk."
    shared = compared([[one, AROUND], [other, ELSEWHERE]]).points[0].shared
    assert not {"stands", "stand"} <= set(shared)


@pytest.mark.parametrize(
    ("other", "almost"),
    [
        ("Ida Holm paid $43,885,310 in taxes.", True),
        ("Ida Holm paid $43 million in taxes.", False),
        ("Ida Holm paid $43,100,000 in taxes.", False),
        ("Ida Holm paid 44 million euros in taxes.", False),
        ("Ida Holm paid $20 million in taxes.", False),
    ],
)
def test_a_number_of_a_point_that_another_article_has_otherwise(other: str, almost: bool) -> None:
    texts = ("Ida Holm paid $43 million in taxes.", other)
    articles = [plain_article(text, article_id=f"a{n}") for n, text in enumerate(texts)]
    one, two = body_lines(articles, [extract(article) for article in articles], ())
    assert Contradictions.almost(one, [two]) is almost


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("After a dinner, Ida Holm said she would sell the old harbour crane, and thanked the cooks.", True),
        ("After a dinner, Ida Holm said she would not sell the old harbour crane, and thanked the cooks.", False),
        ("After a dinner, Ida Holm said she would paint the old boats, and then sell the harbour crane.", False),
    ],
)
def test_the_first_of_several_things_that_somebody_said_is_compared_by_itself(other: str, *, same: bool) -> None:
    texts = ("Ida Holm on Friday said she plans to sell the old harbour crane and that nobody had asked.", other)
    articles = [plain_article(text, article_id=f"a{n}") for n, text in enumerate(texts)]
    findings = [extract(article) for article in articles]
    one, two = body_lines(articles, findings, compare_people(findings))
    assert same_first_said(one, two) is same


def body(texts: list[str]) -> tuple[list[Article], tuple[Line, ...], Telling]:
    """The articles of some texts, their lines, and what tells something in them."""
    articles = [plain_article(text, article_id=f"a{n}") for n, text in enumerate(texts)]
    findings = [extract(article) for article in articles]
    lines = body_lines(articles, findings, compare_people(findings))
    return articles, lines, Telling(line.excerpt.text for line in lines)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Ida Holm leads the harbour choir of Melk with Mr. Per Lund, and both sing in the chapel of Arden.",
            "Ida Holm, who sings in the chapel of Arden, leads the harbour choir of Melk.",
            False,
        ),
        (
            "Ida Holm leads the harbour choir of Melk and sings in the chapel of Arden.",
            "Ida Holm, who sings in the chapel of Arden, leads the harbour choir of Melk.",
            True,
        ),
    ],
)
def test_a_report_names_everybody_but_whom_the_sentence_opens_with(one: str, other: str, *, told: bool) -> None:
    lines = body([one, other])
    assert MainTold(*lines).reports(lines[1][0], [lines[1][1]]) is told


@pytest.mark.parametrize(
    ("side", "told"),
    [
        ("", True),
        (", but with heavy guards on the bridge", False),
        (", including a nurse from Tarn", False),
        (", with bakers selling bread as usual", False),
        (", including the small ferry", True),
    ],
)
def test_what_a_sentence_tells_beside_its_main_thing_is_told_in_the_article(side: str, *, told: bool) -> None:
    other = "The storm damaged 14 boats in the harbour of Melk. One of them is a small ferry of Arden."
    lines = body([f"The storm damaged 14 boats in the harbour of Melk{side}.", other])
    assert MainTold(*lines).reports(lines[1][0], [lines[1][1]]) is told


def test_words_that_somebody_without_a_name_told_a_body_tell_no_point() -> None:
    said = "“The harbour wall is crumbling and nobody has repaired it in thirty years,”"
    texts = [
        ["Ida Holm came at noon.", f"{said} she told Radio Sand."],
        ["Ida Holm came at noon.", f"{said} she said."],
    ]
    assert not compared(texts).points
    texts[1][1] = f"{said} Ida Holm said."
    assert [point.tellers[0].text for point in compared(texts).points] == [texts[1][1]]


def test_what_is_told_without_its_names_may_be_told() -> None:
    one = "President Nils Olsen of Lusa declared a state of emergency in the harbour on Tuesday."
    articles, lines, telling = body([one, "The emergency decree closes the harbour. The harbour is full of boats."])
    main = MainTold(articles, lines, telling)
    assert may_tell(lines[0], [lines[0]], {"a1": lines[1:2]}, main) == ("a1",)
    assert may_tell(lines[0], [lines[0]], {"a1": lines[2:]}, main) == ()


def test_what_opens_with_a_condition_is_told_with_it() -> None:
    assert might_be("If the fire was set, it is the first one in Melk.")
    assert not might_be("Ida Holm asked if it is the first fire in Melk.")


def test_a_point_that_an_earlier_one_tells_is_left_out() -> None:
    one = "The court of Melk fined the ferry company of Ida Holm 12 million crowns on Friday over the sunken barge."
    again = (
        "“The ferry company of Ida Holm was fined 12 million crowns by the court of Melk over the barge,” said Lund."
    )
    lines = body([one, again])
    points = [KeyPoint(tellers=(line.excerpt,), reports=(), shared=()) for line in lines[1]]
    by_excerpt = {line.excerpt: line for line in lines[1]}
    assert without_repeats(points, by_excerpt, MainTold(*lines)) == points[:1]


def test_a_sentence_about_somebody_else_is_not_shown_as_one_that_may_report_a_point() -> None:
    lines = body(
        [
            "Per Lund announced his bid for the harbour seat of Melk.",
            "Per Lund wants that seat in the council of Melk. Ida Holm lost her bid for the seat of Arden in May.",
        ]
    )
    articles, (teller, *others), telling = lines
    window = Window(tuple(others), others[0], 0.5, 1, 2, 0, counted=True, alone=True)
    assert MainTold(articles, lines[1], telling).with_words(teller, window) == (others[0],)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (  # who was defended tells another thing
            "Ida Holm has defended the decision to suspend the harbour pilot Per Lund from the town council of Melk.",
            "Per Lund, the harbour pilot suspended from the council of Melk, has claimed Ida Holm will be relieved.",
            False,
        ),
        (
            "Ida Holm has defended the decision to suspend the harbour pilot Per Lund from the town council of Melk.",
            "Ida Holm stood by the decision to suspend Per Lund, the harbour pilot, from the town council of Melk.",
            True,
        ),
    ],
)
def test_a_lead_that_opens_with_somebody_else_tells_another_thing(one: str, other: str, *, told: bool) -> None:
    lines = body([one, other])
    assert MainTold(*lines).reports(lines[1][0], [lines[1][1]]) is told


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (
            "The discoveries off Lusa were made by the Kestrel survey ship of Melk with a crane and nets from Arden.",
            False,
        ),
        ("The 715 discoveries were made by the Kestrel survey ship of Melk with a crane and nets from Arden.", True),
    ],
)
def test_a_headline_does_not_tell_how_many_for_its_article(other: str, *, told: bool) -> None:
    one = "The Kestrel survey ship of Melk has discovered more than 700 sunken wrecks, doubling the current number."
    texts = {"Old wrecks": one, "715 sunken wrecks": other}
    articles = [plain_article(text, article_id=title, title=title) for title, text in texts.items()]
    findings = [extract(article) for article in articles]
    lines = body_lines(articles, findings, compare_people(findings))
    main = MainTold(articles, lines, Telling(line.excerpt.text for line in lines))
    assert main.reports(lines[0], [lines[1]]) is told


def test_what_takes_up_what_was_told_is_no_lead() -> None:
    one = (
        "Ida Holm arrived in Melk on Friday, meeting with harbour pilots and divers even as bakers said they were "
        "hopeful that they had turned a corner in calming the restive port after 12 days of strikes."
    )
    other = "Holm made the comments during a meeting with about 50 divers in Melk in which she heard about bakers."
    lines = body([one, other])
    assert not MainTold(*lines).reports(lines[1][0], [lines[1][1]])


def test_a_sentence_beside_that_adds_no_name_and_no_deed_is_no_report() -> None:
    one = "The ferry company Northern Sails has named the harbour pilot Ida Holm to the post of chief captain."
    other = [
        "The company Northern Sails has named its first female captain.",
        "Ida Holm, the harbour pilot, takes over in the spring.",
        "Lund, who has been the chief captain and at that post since 2010, had wished to leave for his garden.",
    ]
    articles, lines, telling = body([one, " ".join(other)])
    kept = MainTold(articles, lines, telling).adding(lines[0], lines[1:], lines[1])
    assert [line.excerpt.text for line in kept] == other[:2]


@pytest.mark.parametrize(
    ("other", "may"),
    [
        ("The trick, called “casting in pairs,” is old.", True),
        ("Bakers used the statistics of “casting”.", True),
        ("Casting is loud.", False),
    ],
)
def test_an_article_that_has_a_term_in_marks_may_tell_what_it_is_for(other: str, *, may: bool) -> None:
    one = "Divers dated the bells of the sunken ferries by a powerful new method called “casting in pairs,” they said."
    articles, lines, telling = body([one, other])
    assert bool(may_tell(lines[0], [lines[0]], {"a1": lines[1:]}, MainTold(articles, lines, telling))) is may


@pytest.mark.parametrize(
    ("text", "beside", "taken_up"),
    [
        ("Separately, Ida Holm sold the lighthouse.", "Ida Holm sold the lighthouse.", True),
        ("Around the same time, Ida Holm sold the lighthouse.", "Ida Holm sold the lighthouse.", True),
        ("That’s because Ida Holm sold the lighthouse.", "Ida Holm sold the lighthouse.", True),
        ("The council's action came a day after Holm refused.", "Ida Holm refused to come.", True),
        ("The council's action came a day after Holm refused.", "Ida Holm refused an action.", False),
        ("She sold the lighthouse on Friday.", "Ida Holm sold the lighthouse.", False),
        ("But Ida Holm sold the lighthouse.", "Ida Holm sold the lighthouse.", False),
    ],
)
def test_what_a_sentence_takes_up_is_told_beside_it(text: str, beside: str, *, taken_up: bool) -> None:
    assert takes_up_else(text, beside) is taken_up


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("But Ida Holm left.", True),
        ("So, for an hour Ida Holm left.", True),
        ("Ida Holm left earlier on Friday.", False),
        ("Ida Holm left.", False),
    ],
)
def test_a_first_word_links_a_sentence_to_another(text: str, *, linked: bool) -> None:
    assert opens_with_link(text) is linked


def test_what_one_leaves_open_another_does_not_report() -> None:
    one = (
        "Ida Holm is expected to announce on Monday that she will not seek a second term as mayor of Melk, people "
        "close to her said."
    )
    other = (
        "Mayor Ida Holm will tell the council of Melk on Monday whether she plans to step down or seek a second term."
    )
    assert compared([[one, AROUND], [other, ELSEWHERE]]).points == ()
