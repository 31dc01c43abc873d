"""What a story's page shows, section by section, so that no sentence is told twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Excerpt, Story
from digest.render.changes import Changes, changes_of
from digest.render.chosen import chosen
from digest.render.coverage import Coverage, coverage
from digest.render.figures import KeyFigures, key_figures
from digest.render.nameless import Heading
from digest.render.naming import WordingTable, wording_tables
from digest.render.only import OnlyHere, nothing_to_compare, only_here
from digest.render.origins import SourceLine, origin_count, origin_notes, source_lines
from digest.render.people import PersonLine, people_named, people_told
from digest.render.points import PointLine, PointTable, point_lines, point_table
from digest.render.printed import printed
from digest.render.printings import PrintedUtterance, printed_differently
from digest.render.quoted_line import first_of
from digest.render.quoting import headings, told_in
from digest.render.speech import voices
from digest.render.statements import StatementLine, statement_lines
from digest.render.summarized import summary_sentences, summary_texts
from digest.render.timeline import TimelineLine, timeline
from digest.render.voice_shares import ArticleVoices, article_voices
from digest.render.wording import count, dates

NEARLY = 0.8
"""From which part of a sentence on a page has told it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """Everything that `story.md.j2` prints. Sections without content are empty tuples."""

    story: Story
    dates: str
    description: str
    key_figures: KeyFigures
    people: tuple[PersonLine, ...]
    also_named: tuple[PersonLine, ...]
    more_named: bool
    voices: tuple[Heading, ...]
    more_voices: bool
    points: tuple[PointLine, ...]
    point_table: PointTable | None
    wording: tuple[WordingTable, ...]
    printed: tuple[PrintedUtterance, ...]
    shares: tuple[ArticleVoices, ...]
    only: tuple[OnlyHere, ...]
    nothing_to_compare: str
    timeline: tuple[TimelineLine, ...]
    statements: tuple[StatementLine, ...]
    more_statements: bool
    origins: str
    origin_notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    coverage: Coverage | None
    changes: Changes | None = None

    @property
    def only_named(self) -> tuple[ArticleVoices, ...]:
        """The articles that name people often without quoting them."""
        return tuple(article for article in self.shares if article.certain and (article.named or article.stated))

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
    shown = {_sentence(story, e) for s in summary_sentences(story) for e in (s.excerpt, *s.also)}
    points = point_lines(story, [s.excerpt for s in summary_sentences(story)])
    shown |= {_sentence(story, e) for point in story.comparison.points[: len(points)] for e in point.sentences}
    spoken, more_spoken = chosen(headings(said, story, shown), story, shown)
    told_of = people_told(story, {block.name for block in spoken})
    also_named, more_named = people_named(story, told_of)
    table = key_figures(story)
    shown |= told_in(spoken, story)
    names = (*(person.name for person in told_of), *(block.name or "" for block in spoken))
    above = printed(story, [*(s.excerpt for s in summary_sentences(story)), *_told(points, spoken)], names)
    above = above.plus(words.excerpts[0] for row in table.rows for words in row.told)
    only = only_here(story, shown, above)
    alone = [sole for block in only for sole in block.sentences]
    shown |= {_sentence(story, e) for sole in alone for e in (sole.excerpt, *sole.also)}
    dated = timeline(story)
    shown |= {_sentence(story, e) for line in dated for e in (line.sentence, *line.also)}
    shown |= _counted(table, story)
    above = above.plus([*(sole.excerpt for sole in alone), *(line.sentence for line in dated)])
    statements, more_statements = statement_lines(story, shown, above)
    return StoryPage(
        story=story,
        dates=dates(story.articles),
        description=description(story),
        key_figures=table,
        people=told_of,
        also_named=also_named,
        more_named=more_named,
        voices=spoken,
        more_voices=more_spoken,
        points=points,
        point_table=point_table(story, points, alone),
        wording=wording_tables(story),
        shares=article_voices(story),
        printed=printed_differently((u for voice in said for u in (*voice.full, *voice.short)), story),
        only=only,
        nothing_to_compare=nothing_to_compare(story),
        timeline=dated,
        statements=statements,
        more_statements=more_statements,
        origins=origin_count(story),
        origin_notes=origin_notes(story),
        sources=source_lines(story),
        coverage=coverage(story.articles),
        changes=changes_of(story, told or {}),
    )


def description(story: Story) -> str:
    """One sentence about the story for search engines: the first of its summary."""
    texts = summary_texts(story)
    return texts[0] if texts else f"A story told by {count(len(story.articles), 'article')}."


def _told(points: Sequence[PointLine], spoken: Sequence[Heading]) -> Iterator[Excerpt]:
    """What points and quotations print."""
    yield from (point.teller for point in points)
    for line in (line for block in spoken for line in block.lines):
        yield line.sentence or first_of(line.utterance)


def _counted(table: KeyFigures, story: Story) -> set[tuple[str, int]]:
    """The sentences that the table of figures prints whole, or nearly so and with their sources."""
    found: set[tuple[str, int]] = set()
    for row in table.rows:
        for told in (excerpt for words in row.told for excerpt in words.excerpts):
            article, index = _sentence(story, told)
            size = len(story.article(article).sentence_excerpt(index).text)
            if len(told.text) >= size * (NEARLY if row.sources else 1):
                found.add((article, index))
    return found


def _sentence(story: Story, excerpt: Excerpt) -> tuple[str, int]:
    article = story.articles[story.number(excerpt.span.article_id) - 1]
    return article.id, article.sentence_at(excerpt.span.start)
