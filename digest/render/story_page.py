"""What a story's page shows, section by section, so that no sentence is told twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.model import (
    Agreement,
    Article,
    EditorText,
    Excerpt,
    QuoteKind,
    Sole,
    Statement,
    Story,
    SummarySentence,
    WordingVariant,
)
from digest.render.changes import Changes, changes_of
from digest.render.escape import visible_text
from digest.render.figures import KeyFigures, key_figures
from digest.render.origins import SourceLine, origin_count, origin_notes, printed_by, source_lines, support, text_of
from digest.render.people import PersonLine, people_named, people_told
from digest.render.printings import PrintedUtterance, printed_differently
from digest.render.speech import Voice, voices
from digest.render.timeline import TimelineLine, timeline
from digest.render.voice_shares import ArticleVoices, article_voices
from digest.render.wording import count, dates, label

AGREEMENTS = 6
"""How many points that several articles report a page shows at most."""
SIDE_BY_SIDE = 4
"""How many articles' sentences stand side by side for one such point at most."""
ONLY = 6
"""How many sentences that only one article has a page shows at most for each article."""
STATEMENTS = 10
"""How many statements without quotation marks a page shows at most."""
EXAMPLES = 1
"""How many examples a wording shows for each article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLine:
    """The sentence in which one source reports a point, and those of its copies; `label` names them all."""

    label: str
    sentence: Excerpt
    also: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPoint:
    """A point that several sources report: what their sentences share, and the sentences.

    `support` counts the articles: "3 of 4 articles".
    """

    shared: tuple[str, ...]
    lines: tuple[AgreedLine, ...]
    support: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyHere:
    """What only one origin has: its best sentences, and how many more there are.

    `where` names it ("article 2, The Courier"), `owner` says what the sentences are of ("this article").
    """

    where: str
    owner: str
    sentences: tuple[Sole, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingLine:
    """How one article names something, with an example sentence."""

    label: str
    phrase: str
    count: int
    examples: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingTable:
    """One thing in the words of different articles."""

    about: str
    lines: tuple[WordingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A statement without quotation marks, and where copies of its article have it, too."""

    statement: Statement
    also: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """Everything that `story.md.j2` prints. Sections without content are empty tuples."""

    story: Story
    dates: str
    description: str
    key_figures: KeyFigures
    people: tuple[PersonLine, ...]
    also_named: tuple[PersonLine, ...]
    voices: tuple[Voice, ...]
    agreements: tuple[AgreedPoint, ...]
    wording: tuple[WordingTable, ...]
    printed: tuple[PrintedUtterance, ...]
    shares: tuple[ArticleVoices, ...]
    only: tuple[OnlyHere, ...]
    timeline: tuple[TimelineLine, ...]
    statements: tuple[StatementLine, ...]
    origins: str
    origin_notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    changes: Changes | None = None

    @property
    def one_origin(self) -> bool:
        """Whether all articles carry one text."""
        return len(set(self.story.sources.origins)) == 1

    @property
    def only_named(self) -> tuple[ArticleVoices, ...]:
        """The articles that name people often without quoting them."""
        return tuple(article for article in self.shares if article.named or article.stated)

    @property
    def only_among(self) -> str:
        """Among what something stands only once: "3 articles", "2 origins"."""
        return count(len(set(self.story.sources.origins)), "origin" if self.origins else "article")


def story_page(story: Story, told: Mapping[str, Story] | None = None) -> StoryPage:
    """Choose what the page shows.

    A sentence that stands in an earlier section is left out of the lists below it; side by side with that of another
    article it may stand again, for there the words are compared. `told` are all stories by their ids.
    """
    said = voices(story)
    told_of = people_told(story, said)
    shown = {_sentence(story, e) for s in summary_sentences(story) for e in (s.excerpt, *s.also)}
    agreements = story.comparison.agreements[:AGREEMENTS]
    shown |= {_sentence(story, e) for a in agreements for e in a.everywhere}
    only = tuple(_only(story, shown | _quoted_sentences(story)))
    shown |= {_sentence(story, e) for block in only for sole in block.sentences for e in (sole.excerpt, *sole.also)}
    return StoryPage(
        story=story,
        dates=dates(story.articles),
        description=description(story),
        key_figures=key_figures(story),
        people=told_of,
        also_named=people_named(story, told_of),
        voices=said,
        agreements=tuple(_agreed(agreement, story) for agreement in agreements),
        wording=tuple(_wording(story)),
        shares=article_voices(story),
        printed=printed_differently((u for voice in said for u in (*voice.full, *voice.short)), story),
        only=only,
        timeline=timeline(story),
        statements=tuple(_statements(story, shown))[:STATEMENTS],
        origins=origin_count(story),
        origin_notes=origin_notes(story),
        sources=source_lines(story),
        changes=changes_of(story, told or {}),
    )


def summary_sentences(story: Story) -> tuple[SummarySentence, ...]:
    """The sentences of the summary that come from articles; none where an editor wrote it."""
    return () if isinstance(story.summary, EditorText) else story.summary


def description(story: Story) -> str:
    """One sentence about the story for search engines: the first of its summary."""
    first = [s.excerpt.text for s in summary_sentences(story)[:1]]
    if isinstance(story.summary, EditorText):
        first = [story.summary.text]
    return first[0] if first else f"A story told by {count(len(story.articles), 'article')}."


def _sentence(story: Story, excerpt: Excerpt) -> tuple[str, int]:
    article = story.articles[story.number(excerpt.span.article_id) - 1]
    return article.id, article.sentence_at(excerpt.span.start)


def _only(story: Story, shown: set[tuple[str, int]]) -> Iterable[OnlyHere]:
    sources = story.sources
    for origin in range(max(sources.origins) + 1 if len(set(sources.origins)) > 1 else 0):
        members = {a.id for a, number in zip(story.articles, sources.origins, strict=True) if number == origin}
        found = [
            sole
            for sole in story.comparison.only
            if sole.excerpt.span.article_id in members and _sentence(story, sole.excerpt) not in shown
        ]
        if found:
            first = sorted(found[:ONLY], key=lambda s: (story.number(s.excerpt.span.article_id), s.excerpt.span.start))
            where, owner = _where(members, story)
            yield OnlyHere(where=where, owner=owner, sentences=tuple(first), more=len(found) - len(first))


def _where(members: set[str], story: Story) -> tuple[str, str]:
    """How the page names the article or the origin that alone has something."""
    carried = next((o for o in story.origins if len(o.carriers) > 1 and members & set(o.article_ids)), None)
    if carried:
        return text_of(carried, story), "this text"
    article = next(article for article in story.articles if article.id in members)
    publisher = f", {article.publisher.value.name}" if article.publisher else ""
    return f"article {story.number(article.id)}{publisher}", "this article"


def _agreed(agreement: Agreement, story: Story) -> AgreedPoint:
    also = agreement.also or ((),) * len(agreement.sentences)
    lines = (
        AgreedLine(label=printed_by((sentence, *others), story), sentence=sentence, also=others)
        for sentence, others in list(zip(agreement.sentences, also, strict=True))[:SIDE_BY_SIDE]
    )
    return AgreedPoint(shared=agreement.shared, lines=tuple(lines), support=support(agreement.everywhere, story))


def _wording(story: Story) -> Iterable[WordingTable]:
    articles = {article.id: article for article in story.articles}
    for wording in story.comparison.wording:
        lines = (_wording_line(variant, articles[variant.article_id], story) for variant in wording.variants)
        yield WordingTable(about=wording.about, lines=tuple(lines))


def _wording_line(variant: WordingVariant, article: Article, story: Story) -> WordingLine:
    """A phrase alone is no example: the sentence around it is shown."""
    sentences = (article.sentence_excerpt(article.sentence_at(e.span.start)) for e in variant.examples)
    examples = tuple(dict.fromkeys(sentences))[:EXAMPLES]
    return WordingLine(label=label(article, story), phrase=variant.phrase, count=variant.count, examples=examples)


def _statements(story: Story, shown: set[tuple[str, int]]) -> Iterable[StatementLine]:
    """The statements that stand neither above nor beside a quotation of their words.

    What copies of one text state in the same words is told once.
    """
    quoted = _quoted_sentences(story)
    beside = {statement.excerpt for group in story.comparison.quotes for statement in group.stated}
    found: dict[tuple[int, str, str], list[Statement]] = {}
    for findings, origin in zip(story.findings, story.sources.origins, strict=True):
        for statement in findings.statements:
            place = _sentence(story, statement.excerpt)
            if place not in shown and place not in quoted and statement.excerpt not in beside:
                key = (origin, statement.speaker.name, visible_text(statement.excerpt.text))
                found.setdefault(key, []).append(statement)
    for first, *others in found.values():
        yield StatementLine(statement=first, also=tuple(other.excerpt for other in others))


def _quoted_sentences(story: Story) -> set[tuple[str, int]]:
    quotes: Sequence[Excerpt] = [
        quote.excerpt
        for group in story.comparison.quotes
        for quote in group.quotes
        if quote.show and quote.kind is QuoteKind.FULL
    ]
    return {_sentence(story, excerpt) for excerpt in quotes}
