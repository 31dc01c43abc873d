"""The report on the cleaning counts what was dropped, and shows what is most likely a mistake."""

from __future__ import annotations

from dataclasses import replace

from clean.test_clean_habits import LABEL, PITCH, TOPICS, story

from digest.clean import clean_article, find_publisher, learn_habits, report_cleaning
from digest.diagnostics import Location
from digest.ingest import raw_from_text
from digest.model import CleaningReport, Known, LineReason, Origin, Overrule, Publisher, RawArticle


def overrule(text: str, *, keep: bool) -> Overrule:
    return Overrule(text=text, keep=keep, location=Location(path="x.yml"))


GAZETTE = Publisher(id="gazette", name="gazette", overrules=(overrule("tides*", keep=False), overrule("x", keep=True)))
POST = Publisher(id="post", name="Island Post")


def raw(text: str, key: str, publisher: str | None = None, *overrules: Overrule) -> RawArticle:
    known = Known(value=publisher, origin=Origin.SIDECAR) if publisher else None
    return replace(raw_from_text(text, article_id=key), publisher=known, overrules=overrules)


def report(*raws: RawArticle) -> CleaningReport:
    outlets = {r.id: find_publisher(r, (GAZETTE, POST)) for r in raws}
    habits = learn_habits(raws, publishers=outlets)

    def known(key: str) -> frozenset[str]:
        outlet = outlets[key]
        return habits[outlet.value.id].known if outlet else frozenset()

    articles = [clean_article(r, publishers=(GAZETTE, POST), habits=known(r.id)) for r in raws]
    return report_cleaning(articles, raws=raws, habits=habits)


def test_publishers_come_in_the_order_of_the_alphabet_and_the_unknown_last() -> None:
    found = report(raw(story("bakers"), "a"), raw(story("pilots"), "b", "post"), raw(story("divers"), "c", "gazette"))
    assert [outlet.publisher and outlet.publisher.id for outlet in found.outlets] == ["gazette", "post", None]


def test_every_line_and_word_is_counted_once() -> None:
    text = story("bakers", "Share this article", below=["Leave a reply", "I liked it, and I said so to my neighbours."])
    (outlet,) = report(raw(text, "a")).outlets
    assert outlet.whole == (7, len(text.split()))
    assert outlet.dropped == (3, 3 + 3 + 10)
    assert sum(count.amount.lines for count in outlet.reasons) == 3
    assert sum(count.amount.words for count in outlet.reasons) == 16


def test_learned_lines_are_counted_in_the_articles_that_have_them() -> None:
    found = report(*(raw(story(topic, PITCH, LABEL), topic, "post") for topic in TOPICS[:4]))
    (outlet,) = found.outlets
    assert {habit.text: habit.articles for habit in outlet.habits.lines} == {PITCH: 4, LABEL: 4}
    assert {line.text: line.articles for line in outlet.repeated} == {PITCH: 4, LABEL: 4}
    assert set(found.repeats) == set(TOPICS[:4])
    assert set(found.repeats["bakers"].values()) == {4}
    assert outlet.suspects == ()


def test_the_longest_sentences_that_were_dropped_are_suspects() -> None:
    text = story("bakers", below=["Leave a reply", "I liked it, and I said so to my neighbours on the quay.", "Yes."])
    (outlet,) = report(raw(text, "a")).outlets
    assert [(line.text[:10], line.reason) for line in outlet.suspects] == [("I liked it", LineReason.FOOTER)]


def test_articles_of_which_little_or_all_was_kept_stand_out() -> None:
    lines = "\n".join(
        f"The {topic} sang {n} songs in the hall on Monday, said one." for topic in TOPICS for n in (3, 4, 5)
    )
    (outlet,) = report(raw("Songs in the old hall\n" + lines, "long"), raw("Tiny news\nIt rained.\n", "short")).outlets
    assert [portion.article_id for portion in outlet.all_kept] == ["long"]
    assert [portion.article_id for portion in outlet.little] == ["short"]


def test_overrules_say_how_many_lines_they_decided() -> None:
    keep = overrule("Leave a reply", keep=True)
    text = story("bakers", LABEL, below=["Leave a reply"])
    (outlet,) = report(raw(text, "a", "gazette", keep), raw(story("pilots", LABEL), "b", "gazette")).outlets
    assert [(rule.overrule.text, rule.article_id, rule.lines) for rule in outlet.overrules] == [
        ("tides*", None, 2),
        ("x", None, 0),
        ("Leave a reply", "a", 1),
    ]
