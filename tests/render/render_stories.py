"""Small stories, made by hand, for the tests of this folder."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

from digest.clean.lines import plain_article
from digest.compare.printings import compare_printings
from digest.model import (
    Agreement,
    Article,
    Cluster,
    Comparison,
    EditorText,
    Excerpt,
    Figure,
    FigureRow,
    Findings,
    KeyPoint,
    Known,
    LineReason,
    Origin,
    Publisher,
    Quote,
    QuoteGroup,
    QuoteKind,
    RemovedLine,
    Report,
    Sole,
    Speaker,
    SpeakerKind,
    Statement,
    Story,
    StoryPerson,
    SummarySentence,
    Verdict,
    Wording,
    WordingVariant,
)

BAY = (
    "The harbour of Kilronan closed on Friday.\n"
    "“No boat leaves in this, not even I,” said Mary Byrne, the harbour master.\n"
    "Some 300 passengers sleep in a school, the council said. The storm was the worst in years. "
    "Nobody was hurt, the council said."
)
POST = (
    "Kilronan shut its harbour on Friday.\n"
    "“No boat leaves in this,” Byrne said.\n"
    "About 280 passengers wait in the village school. A ferry tore loose and sank."
)


def find(article: Article, words: str) -> Excerpt:
    start = article.text.index(words)
    return article.excerpt(start, start + len(words))


def sentence(article: Article, words: str) -> Excerpt:
    return article.sentence_excerpt(article.sentence_at(find(article, words).span.start))


def quote(article: Article, words: str, *, speaker: str = "Mary Byrne", confidence: float = 0.9) -> Quote:
    excerpt = find(article, words)
    who = Speaker(name=speaker, kind=SpeakerKind.PERSON, mention=find(article, "Byrne"))
    index = article.sentence_at(excerpt.span.start)
    return Quote(excerpt=excerpt, sentence=index, kind=QuoteKind.FULL, speaker=who, confidence=confidence)


def unquoted(article: Article) -> Article:
    """The article with a blank in place of each quotation mark."""
    return dataclasses.replace(article, text=article.text.replace("“", " ").replace("”", " "))


def figure(article: Article, words: str, value: int, measure: str) -> Figure:
    excerpt = find(article, words)
    return Figure(
        excerpt=excerpt,
        sentence=article.sentence_at(excerpt.span.start),
        value=Decimal(value),
        unit="passengers",
        measure=find(article, measure),
        key=True,
    )


def storm(*, confidence: float = 0.9) -> Story:
    """A story of two articles with something for every section of its page."""
    bay = dataclasses.replace(
        plain_article(BAY, article_id="bay", title="Harbour closes as storm nears"),
        path="seeds/bay.txt",
        url=Known(value="https://bay.example/storm?a=1&b=2", origin=Origin.SIDECAR),
        publisher=Known(value=Publisher(id="bay", name="The Bay *Times*"), origin=Origin.RECOGNIZED),
        published=Known(value=dt.date(2024, 3, 1), origin=Origin.FRONT_MATTER),
        removed=(RemovedLine(line=9, text="SHARE | THIS", reason=LineReason.SHARE),),
    )
    post = dataclasses.replace(plain_article(POST, article_id="post", title="Ferry sinks"), path="seeds/post.txt")
    long, short = (
        quote(bay, "No boat leaves in this, not even I,", confidence=confidence),
        quote(post, "No boat leaves in this,"),
    )
    figures = (
        figure(bay, "Some 300 passengers", 300, "passengers"),
        figure(post, "About 280 passengers", 280, "passengers"),
    )
    said = Statement(
        excerpt=find(bay, "Nobody was hurt"),
        sentence=bay.sentence_at(find(bay, "Nobody was hurt").span.start),
        speaker=Speaker(name="the council", kind=SpeakerKind.ORGANIZATION, mention=find(bay, "the council")),
        cue=find(bay, "said"),
    )
    byrne = StoryPerson(
        name="Mary Byrne",
        slug="mary-byrne",
        aliases=("Byrne",),
        roles=(find(bay, "the harbour master"),),
        mentions=(("bay", 1), ("post", 1)),
        first=(find(bay, "Mary Byrne"), find(post, "Byrne")),
    )
    return Story(
        id="storm",
        slug="harbour-closes",
        title=find(bay, "Harbour closes as storm nears"),
        summary=(
            SummarySentence(excerpt=sentence(bay, "The harbour of"), also=(sentence(post, "Kilronan shut"),)),
            SummarySentence(excerpt=sentence(post, "About 280")),
        ),
        articles=(bay, post),
        findings=(
            Findings(article_id="bay", quotes=(long,), figures=figures[:1], statements=(said,)),
            Findings(article_id="post", quotes=(short,), figures=figures[1:]),
        ),
        cluster=Cluster(article_ids=("bay", "post"), similarity=((1.0, 0.5), (0.5, 1.0))),
        comparison=Comparison(
            figures=(FigureRow(figures=figures, verdict=Verdict.DIFFER),),
            quotes=(
                QuoteGroup(
                    quotes=(long, short),
                    speaker=long.speaker,
                    printings=compare_printings((long, short), {"bay": 0, "post": 1}, "en"),
                ),
            ),
            agreements=(
                Agreement(
                    sentences=(sentence(bay, "The harbour of"), sentence(post, "Kilronan shut")), shared=("Kilronan",)
                ),
            ),
            points=(
                KeyPoint(
                    tellers=(sentence(post, "Kilronan shut"), sentence(bay, "The harbour of")),
                    reports=(
                        Report(article_id="bay", sentences=(sentence(bay, "The harbour of"),)),
                        Report(article_id="post", sentences=(sentence(post, "Kilronan shut"),)),
                    ),
                    shared=("Kilronan", "harbour", "Friday"),
                ),
            ),
            only=(Sole(excerpt=sentence(post, "A ferry"), weight=1.0),),
            wording=(
                Wording(
                    about="harbour",
                    variants=(
                        WordingVariant(article_id="bay", phrase="closed", count=1, examples=(find(bay, "closed"),)),
                        WordingVariant(article_id="post", phrase="shut", count=2, examples=(find(post, "shut"),)),
                    ),
                ),
            ),
            people=(byrne,),
        ),
        tags=("Weather",),
        note="Both articles were written on the same day.",
    )


def alone() -> Story:
    """A story of one article, with an editor's title and summary."""
    article = dataclasses.replace(plain_article(POST, article_id="alone"), path="seeds/alone.txt")
    return Story(
        id="alone",
        slug="alone",
        title=EditorText(text="A title of ours"),
        summary=EditorText(text="A summary of ours."),
        articles=(article,),
        findings=(Findings(article_id="alone"),),
        cluster=Cluster(article_ids=("alone",), similarity=((1.0,),)),
        comparison=Comparison(),
        pinned=True,
    )
