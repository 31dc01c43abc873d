"""What a publisher prints in article after article is learned; what its reporters write again is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_article, learn_habits
from digest.ingest import raw_from_text
from digest.model import Article, Habits, Known, LineReason, Origin, Publisher, RawArticle

GAZETTE = Known(value=Publisher(id="gazette", name="Harbour Gazette"), origin=Origin.SIDECAR)
POST = Known(value=Publisher(id="post", name="Island Post"), origin=Origin.SIDECAR)

PITCH = "You can read three of our stories a week for nothing, and the crossword too."
QUESTION = "Do you know more about this?"
LABEL = "Tides and ferries"
BACKGROUND = "The quay was closed in March after a crane had fallen into the harbour basin."
CLOSING = "The Harbour Gazette has been printed on the island since the lighthouse was built there."
TOPICS = ("bakers", "pilots", "teachers", "divers", "nurses", "farmers", "painters", "sailors", "tailors", "miners")


def story(topic: str, *extra: str, below: Sequence[str] = (), headline: str = "") -> str:
    """An article about some people, with lines between its paragraphs and below them."""
    paragraphs = [
        f"The {topic} of the island asked the council on Monday for a longer {topic} season, their speaker said.",
        f"Council members promised an answer for the {topic} within a month, and the speaker thanked them for it.",
        f"“Without a longer season the {topic} will leave,” said the speaker of the {topic}, who is from the north.",
    ]
    middle = "\n\n".join((paragraphs[0], *extra, *paragraphs[1:], *below))
    return f"{headline or f'Island {topic} ask the council for more time'}\n\n{middle}\n"


def raws(*texts: str) -> list[RawArticle]:
    return [raw_from_text(text, article_id=f"a{number}") for number, text in enumerate(texts)]


def learn(*texts: str) -> Habits:
    found = raws(*texts)
    return learn_habits(found, publishers=dict.fromkeys((raw.id for raw in found), GAZETTE))["gazette"]


def learned(*texts: str) -> dict[str, int]:
    return {habit.text: habit.articles for habit in learn(*texts).lines}


def cleaned(text: str, habits: Habits) -> Article:
    return clean_article(raw_from_text(text, article_id="x"), habits=habits.known)


def reasons(article: Article) -> dict[str, LineReason]:
    return {line.text: line.reason for line in article.removed}


@pytest.mark.parametrize("line", [PITCH, QUESTION, LABEL, "Tides today"])
def test_what_speaks_to_the_reader_and_what_is_no_sentence_is_learned(line: str) -> None:
    texts = [story(topic, line) for topic in TOPICS[:4]]
    assert learned(*texts) == {line: 4}
    article = cleaned(texts[0], learn(*texts))
    assert reasons(article) == {line: LineReason.HABIT}
    assert article.headline is not None
    assert line not in article.text


def test_with_two_articles_nothing_is_learned() -> None:
    assert learned(*(story(topic, PITCH, LABEL) for topic in TOPICS[:2])) == {}


def test_a_line_must_stand_in_a_good_part_of_the_articles() -> None:
    with_label = [story(topic, LABEL) for topic in TOPICS[:3]]
    assert learned(*with_label, *(story(topic) for topic in TOPICS[3:10])) == {LABEL: 3}
    assert learned(*with_label, *(story(topic) for topic in (*TOPICS[3:10], "scouts"))) == {}


@pytest.mark.parametrize(
    "line",
    [
        BACKGROUND,
        "No one was hurt.",
        "“You will hear our answer in spring,” the minister said on Monday.",
        "“Our harbour, our quay”",
        "Minister:",
        "250 g of flour",
        "19 April 2022",
        "* * *",
    ],
)
def test_what_may_be_news_is_never_learned(line: str) -> None:
    assert learned(*(story(topic, line) for topic in TOPICS[:8])) == {}


def test_a_sentence_at_the_edge_of_most_articles_is_learned() -> None:
    below = [story(topic, below=[CLOSING]) for topic in TOPICS[:5]]
    assert learned(*below) == {CLOSING: 5}
    assert learned(*below[:4]) == {}
    assert learned(*below, story("scouts", CLOSING)) == {}


def test_copies_and_revisions_count_once() -> None:
    agency = story("bakers", "Talks at the lighthouse")
    again = "Island bakers want more time\n" + agency.split("\n", 1)[1] + "\nThis story was written by an agency.\n"
    third = agency.replace("on Monday", "on Tuesday")
    habits = learn(agency, again, third, story("pilots"), story("divers"))
    assert (habits.articles, habits.copies, habits.lines) == (3, 2, ())


def test_articles_that_share_furniture_only_are_no_copies() -> None:
    furniture = [
        f"You can find our page about the weather of our {topic} on every day of the week." for topic in TOPICS
    ]
    habits = learn(*(story(topic, below=furniture) for topic in ("monks", "clerks", "guards")))
    assert (habits.articles, len(habits.lines)) == (3, len(TOPICS))


def test_the_headline_stays_where_others_link_to_it() -> None:
    headline = "A longer season for the bread of the north"
    texts = [
        story("bakers", headline=headline),
        *(story(topic, below=["Most read", headline]) for topic in TOPICS[1:5]),
    ]
    habits = learn(*texts)
    assert headline in {habit.text for habit in habits.lines}
    own, other = cleaned(texts[0], habits), cleaned(texts[1], habits)
    assert own.headline is not None
    assert own.headline.text == headline
    assert headline in reasons(other)


def test_a_column_keeps_its_name_as_a_headline() -> None:
    texts = [story(topic, headline="Letters from the island") for topic in TOPICS[:4]]
    for text in texts:
        article = cleaned(text, learn(*texts))
        assert article.headline is not None
        assert article.headline.text == "Letters from the island"


def test_an_article_is_never_emptied() -> None:
    article = clean_article(raw_from_text(f"{PITCH}\n", article_id="x"), habits=frozenset([PITCH.casefold()[:-1]]))
    assert article.body == PITCH


LINES = st.lists(
    st.sampled_from([PITCH, QUESTION, LABEL, BACKGROUND, CLOSING, "Minister:", "Leave a reply"]), max_size=4
)
TEXTS = st.lists(st.builds(story, st.sampled_from(TOPICS), st.just(LABEL), below=LINES), min_size=3, max_size=9)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_makes_no_difference(texts: list[str], random) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)
    assert learn(*texts) == learn(*shuffled)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_other_publishers_make_no_difference(texts: list[str], others: list[str]) -> None:
    found = raws(*texts, *others)
    publishers = {raw.id: GAZETTE if number < len(texts) else POST for number, raw in enumerate(found)}
    assert learn_habits(found, publishers=publishers)["gazette"] == learn(*texts)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_no_reporters_sentence_is_lost(texts: list[str]) -> None:
    """Whatever is learned of articles that each print the background somewhere inside: it stays."""
    habits = learn(*(text.replace("\n\nCouncil", f"\n\n{BACKGROUND}\n\nCouncil") for text in texts))
    assert BACKGROUND not in {habit.text for habit in habits.lines}
