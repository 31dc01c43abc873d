"""A story in which every text is hostile still gives pages with our own elements and links only."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from markdown import Markdown
from markdown_it import MarkdownIt
from render.render_stories import storm

from digest.clean.lines import plain_article
from digest.diagnostics import Location
from digest.model import (
    Amount,
    Caption,
    Change,
    ChangeKind,
    CleaningReport,
    Cluster,
    Comparison,
    DroppedLine,
    EditorText,
    Findings,
    Form,
    Habit,
    Habits,
    InForce,
    InStory,
    Known,
    LeftOut,
    LineReason,
    Mention,
    Neighbour,
    Origin,
    OutletCleaning,
    Overrule,
    Person,
    Publisher,
    Quote,
    QuoteGroup,
    QuoteKind,
    ReasonCount,
    Record,
    RemovedLine,
    Repeated,
    SharedTerm,
    Speaker,
    SpeakerKind,
    Statement,
    Story,
    StoryPerson,
    Subject,
    SubjectKind,
    SummarySentence,
)
from digest.render import render_pages, visible_text

CASES = Path(__file__).parent / "cases"
PAYLOADS = [p for p in yaml.safe_load((CASES / "payloads.yml").read_text(encoding="utf-8")) if "\n" not in p]
TEMPLATES = Path(__file__).parents[2] / "site_templates"
ELEMENTS = re.compile(r"h[123]|p|pre|code|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|a|em|strong")
LINK = re.compile(
    r"(?:cleaning|outlets|topics)\.md|#list-\d+|(\.\./)?(articles|stories|people)/[a-z0-9-]+\.md(#sentence-\d+)?|https://[a-z.]+/[^\s\"'<>]*"
)


def hostile(payload: str) -> Story:
    """A story whose article, facts, findings and editor's words all carry the payload."""
    article = plain_article(f"{payload} and more.\nSecond {payload}", article_id="hostile", title=f"{payload} head")
    article = dataclasses.replace(
        article,
        path=f"seeds/{payload}.txt",
        tags=(payload,),
        captions=(Caption(line=1, text=payload, credit=payload),),
        removed=(RemovedLine(line=1, text=payload, reason=LineReason.ADVERT),),
        publisher=Known(
            value=Publisher(id="p", name=payload, home=payload, country=payload, kind=payload), origin=Origin.RECOGNIZED
        ),
        author=Known(value=payload, origin=Origin.SIDECAR),
        url=Known(value=payload, origin=Origin.SIDECAR),
    )
    words = article.sentence_excerpt(1)
    who = Speaker(name=payload, kind=SpeakerKind.PERSON, mention=words)
    quote = Quote(
        excerpt=words, sentence=1, kind=QuoteKind.FULL, speaker=who, via=words, addressee_name=payload, confidence=0.9
    )
    statement = Statement(excerpt=article.sentence_excerpt(2), sentence=2, speaker=who, cue=words, via=words)
    person = Person(name=payload, mentions=(Mention(excerpt=words, sentence=1, form=Form.NAME),))
    return dataclasses.replace(
        storm(),
        slug="hostile",
        title=EditorText(text=payload),
        summary=(SummarySentence(excerpt=words),),
        articles=(article,),
        findings=(Findings(article_id="hostile", quotes=(quote,), statements=(statement,), people=(person,)),),
        comparison=Comparison(
            quotes=(QuoteGroup(quotes=(quote,), speaker=who),),
            people=(
                StoryPerson(
                    name=payload,
                    slug="p",
                    aliases=(f"x {payload}",),
                    roles=(words,),
                    mentions=(("hostile", 1),),
                    first=(words,),
                ),
            ),
        ),
        tags=(payload,),
        note=payload,
        cluster=Cluster(
            article_ids=("hostile",),
            similarity=((1.0,),),
            terms=(
                SharedTerm(term=payload, is_name=True, weight=0.5),
                SharedTerm(term=payload, is_name=False, weight=0.5),
            ),
            neighbours=(
                Neighbour(
                    nearest=("hostile", "again"), peak=0.3, similarity=0.2, asked=0.3, size=1, reason=LeftOut.BELOW
                ),
            ),
            earlier="again",
            later="again",
        ),
    )


def twice(payload: str) -> list[Story]:
    """The hostile story, and beside it one of two articles with the same words, each the other's neighbour."""
    story = hostile(payload)
    again = dataclasses.replace(story.articles[0], id="again")
    third = dataclasses.replace(story.articles[0], id="third")
    cluster = dataclasses.replace(
        story.cluster,
        article_ids=("again", "third"),
        similarity=((1.0, 0.4), (0.4, 1.0)),
        neighbours=(dataclasses.replace(story.cluster.neighbours[0], nearest=("again", "hostile")),),
        linked=("again",),
        earlier="hostile",
        later="hostile",
    )
    other = dataclasses.replace(
        story,
        id="other",
        slug="hostile-again",
        articles=(again, third),
        findings=(Findings(article_id="again"), Findings(article_id="third")),
        summary=EditorText(text=payload),
        comparison=Comparison(),
        cluster=cluster,
    )
    return [dataclasses.replace(story, record=changed(payload)), dataclasses.replace(other, record=changed(payload))]


def changed(payload: str) -> Record:
    """A past in which something of every kind has changed, once of an article that is here and once of another."""
    changes = tuple(
        Change(
            day=dt.date(2026, 3, 1),
            kind=kind,
            article=article,
            about=payload,
            words=payload,
            before=before,
            other=other,
        )
        for kind in ChangeKind
        for article, before, other in (("hostile", payload, "hostile"), (payload, "gone", "other"))
    )
    return Record(published=dt.date(2026, 3, 1), feed_id="urn:uuid:1", changes=changes)


def dropped(payload: str) -> CleaningReport:
    """A report on the cleaning in which all words are the payload."""
    line = DroppedLine("hostile", 1, payload, LineReason.ADVERT)
    rule = Overrule(text=payload, keep=True, location=Location(path=payload))
    outlet = OutletCleaning(
        publisher=Publisher(id="p", name=payload),
        articles=1,
        whole=Amount(2, 2),
        dropped=Amount(1, 1),
        reasons=(ReasonCount(LineReason.ADVERT, Amount(1, 1), 1, line),),
        repeated=(Repeated(payload, LineReason.ADVERT, 2),),
        habits=Habits(articles=3, lines=(Habit(payload, payload, 3),)),
        suspects=(line,),
        overrules=(InForce(rule, "hostile", 1), InForce(rule, None, 1)),
    )
    return CleaningReport(outlets=(outlet,))


def subjects(payload: str) -> list[Subject]:
    """Something of every kind that both stories are about, called like the payload."""
    where = (InStory(story="storm", articles=("hostile",)), InStory(story="other", articles=("again", "third")))
    return [Subject(kind=kind, name=payload, slug=payload, alike=2, stories=where) for kind in SubjectKind]


class Check(HTMLParser):
    """Fails on an element, attribute or link that no template of ours makes."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert ELEMENTS.fullmatch(tag), tag
        for name, value in attrs:
            assert name in ("href", "title", "style"), name
            assert name != "href" or LINK.fullmatch(value or ""), value
            assert name != "title" or value == "reports this too"
            assert name != "style" or value in ("text-align: left;", "text-align:left")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_pages_of_a_hostile_story_hold_our_own_elements_only(payload: str) -> None:
    if not visible_text(payload):
        return
    commonmark = MarkdownIt("commonmark", {"html": True}).enable("table")
    made = render_pages(
        twice(payload), site_name=payload, templates=[TEMPLATES], cleaning=dropped(payload), subjects=subjects(payload)
    )
    for page in (page for page in made if page.path.endswith(".md")):
        front, _, body = page.text.removeprefix("---\n").partition("\n---\n")
        assert set(yaml.safe_load(front)) == {"title", "description"}
        for html in (commonmark.render(body), Markdown(extensions=["extra", "sane_lists"]).convert(body)):
            check = Check()
            check.feed(html)
            check.close()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_feeds_of_a_hostile_story_hold_our_own_elements_only(payload: str) -> None:
    if not visible_text(payload):
        return
    pages = {page.path: page.text for page in render_pages(twice(payload), site_name=payload, templates=[TEMPLATES])}
    feed = ElementTree.fromstring(pages["feed.xml"])
    contents = [element.text or "" for element in feed.iter("{http://www.w3.org/2005/Atom}content")]
    assert contents == [item["content_html"] for item in json.loads(pages["feed.json"])["items"]]
    for content in contents:
        check = CheckFeed()
        check.feed(content)
        check.close()


class CheckFeed(Check):
    """Fails on what no entry of ours has."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("p", "em", "a"), tag
        for name, value in attrs:
            assert (tag, name) == ("a", "href")
            assert re.fullmatch(r"articles/(hostile|again)/#sentence-\d+", value or "")
