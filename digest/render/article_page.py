"""What an article's page shows: what is known about it, the sentences that pages rest on, and what was left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from digest.model import AgencyCredit, Article, Excerpt, Findings, KnownBy, Quote, Story
from digest.render.escape import visible_text
from digest.render.links import safe_url, text_fragment
from digest.render.origins import credits_of
from digest.render.speech import certain
from digest.render.wording import count

FIRST_WORDS = 8
"""How many words of a quotation or statement are repeated under its sentence."""
UNSURE = frozenset({KnownBy.PERHAPS, KnownBy.NEAREST, KnownBy.FIRST, KnownBy.SUBJECT})
"""By what a statement's source is not known well enough to be printed as fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that was found in a sentence: what it is, its (first) words, and what is known about it."""

    kind: str
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceBlock:
    """A sentence as evidence. `number` counts from 1; `target` leads to it in the article on the web, if known."""

    number: int
    text: str
    line: int
    target: str | None
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The people, organizations or places that an article names."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Everything that `article.md.j2` prints. `repeats` says in how many articles a line stands."""

    article: Article
    findings: Findings
    story: Story | None
    address: str | None
    summary: str
    names: tuple[Names, ...]
    sentences: tuple[SentenceBlock, ...]
    repeats: Mapping[int, int]
    agencies: tuple[AgencyCredit, ...] = ()


def article_page(
    article: Article,
    findings: Findings,
    *,
    story: Story | None,
    cited: Collection[int],
    repeats: Mapping[int, int] | None = None,
) -> ArticlePage:
    """Collect an article's page. `cited` holds the sentences, counted from 0, that other pages point at."""
    found: dict[int, list[Found]] = {}
    for sentence, thing in _found(findings):
        found.setdefault(sentence, []).append(thing)
    address = safe_url(article.url.value) if article.url else None
    numbers = sorted({*cited, *found} & {sentence.index for sentence in article.sentences})
    return ArticlePage(
        article=article,
        findings=findings,
        story=story,
        address=address,
        summary=_summary(findings),
        names=tuple(_names(findings)),
        sentences=tuple(_block(article, number, address, found.get(number, ())) for number in numbers),
        repeats=repeats or {},
        agencies=credits_of(article, story) if story else (),
    )


def _summary(findings: Findings) -> str:
    counts = (
        (len(findings.quotes), "quotation", "quotations"),
        (len(findings.statements), "statement without quotation marks", "statements without quotation marks"),
        (len(findings.figures), "figure", "figures"),
        (len(findings.dates), "date or period", "dates or periods"),
    )
    return ", ".join(count(number, one, many) for number, one, many in counts if number) or "Nothing of note"


def _names(findings: Findings) -> Iterable[Names]:
    for kind, found in (
        ("People", findings.people),
        ("Organizations", findings.organizations),
        ("Places", findings.places),
    ):
        if found:
            yield Names(kind=kind, names=tuple(thing.name for thing in found))


def _block(article: Article, index: int, address: str | None, found: Iterable[Found]) -> SentenceBlock:
    excerpt = article.sentence_excerpt(index)
    return SentenceBlock(
        number=index + 1,
        text=excerpt.text,
        line=article.line_at(excerpt.span.start),
        target=text_fragment(address, excerpt.text) if address else None,
        found=tuple(found),
    )


def _found(findings: Findings) -> Iterable[tuple[int, Found]]:
    for quote in findings.quotes:
        about = _speaker(quote)
        yield quote.sentence, Found(kind="Quotation", words=_words(quote.excerpt), about=about)
    for statement in findings.statements:
        unsure = statement.speaker.known_by in UNSURE
        about = "source not certain" if unsure else f"source: {statement.speaker.name}"
        yield statement.sentence, Found(kind="Statement", words=_words(statement.excerpt), about=about)
    for figure in findings.figures:
        about = f"measures: {visible_text(figure.measure.text)}" if figure.measure else ""
        yield figure.sentence, Found(kind="Figure", words=_words(figure.excerpt), about=about)


def _speaker(quote: Quote) -> str:
    """Who said it, where that is certain enough for a story's page, too."""
    if not quote.show:
        return f"nobody's statement: {quote.rule}"
    if quote.speaker is None:
        return "no speaker found"
    return f"speaker: {quote.speaker.name}" if certain(quote) or quote.speaker.edited else "speaker not certain"


def _words(excerpt: Excerpt) -> str:
    """The first words are enough to know it again in the sentence above."""
    words = visible_text(excerpt.text).split(" ")
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")
