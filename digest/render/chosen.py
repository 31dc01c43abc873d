"""Choose the quotations that a story's page shows; the others stand on the pages of their articles.

A page is read to the end where it tells what counts: first what several sources print, then what is surely somebody's,
and of that what is clear without the rest of the article and about what the story is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.language.clarity import DOUBTFUL, OPEN, doubts, opens_beside
from digest.language.degrees import Degree
from digest.language.leaning import is_later
from digest.language.named_again import named_again
from digest.language.spoken import leans
from digest.language.spoken_words import spoken_words
from digest.language.terms import content_stems, words
from digest.model import Excerpt, Story
from digest.render.about import About, Subject, about, subject_of
from digest.render.around import Around, Sentences, goes_on, sentences_of
from digest.render.meaning import tells_more
from digest.render.nameless import Heading
from digest.render.printed import Printed, printed
from digest.render.quoted_line import Line, is_fragment
from digest.render.summarized import summary_sentences

LINES, OF_EACH, MOST = 6, 1, 14
"""How many quotations a page shows: some, one more for each independent source, and at most so many."""
ENOUGH = 3
"""How many quotations a page has at least before it is without those that take up what it has not told."""
FEW = 4
"""On how many a page is filled up with those that leave something open, or are about something else."""
SURE = 2
"""How many sources must print words whose speaker is not known."""
TURN = 2
"""How many lines of one speaker have their turn before the next ones of the others."""


class _Candidate(NamedTuple):
    """A line that a page may show, with those above it on which it goes on: it never stands without them."""

    line: Line
    above: tuple[Line, ...]
    doubts: int
    told: bool
    about: About
    takes_up: bool

    @property
    def unclear(self) -> int:
        """How far a reader stumbles, or reads what the page says already; a single doubt is none."""
        return max(self.doubts, DOUBTFUL * self.told, 1)

    @property
    def fills(self) -> bool:
        """Whether a page is rather without it."""
        return self.doubts >= DOUBTFUL or self.about is About.NOTHING


def chosen(
    headings: Sequence[Heading], story: Story, shown: Sentences = frozenset()
) -> tuple[tuple[Heading, ...], bool]:
    """The headings with the lines that a page shows, in their order, and whether there are more.

    What an editor corrected or pinned is always among them. What leaves something open, or is about something else, is
    only there where a page has little else, and what the page has `shown` already comes last. Words of which nobody
    knows whose they are, are told by several sources or not at all.
    """
    left = min(MOST, LINES + OF_EACH * len(set(story.sources.origins)))
    clear = left - FEW  # for these lines of nothing but clear ones there is room
    kept: list[set[Excerpt]] = [set() for _ in headings]
    for number, candidate in _ranked(headings, story, shown):
        wanted = {_place(line) for line in (*candidate.above, candidate.line)} - kept[number]
        if candidate.takes_up and sum(map(len, kept)) >= ENOUGH and not _is_edited(candidate.line):
            continue
        if len(wanted) <= left - clear * candidate.fills or _is_edited(candidate.line):
            kept[number] |= wanted
            left -= len(wanted)
    shows = [
        replace(heading, lines=tuple(line for line in heading.lines if _place(line) in places))
        for heading, places in zip(headings, kept, strict=True)
    ]
    return tuple(heading for heading in shows if heading.lines), shows != list(headings)


def _ranked(headings: Sequence[Heading], story: Story, shown: Sentences) -> Sequence[tuple[int, _Candidate]]:
    """The lines, each with the number of its heading, those first that a page shows before others."""
    excerpts = [story.article(article).sentence_excerpt(at) for article, at in sorted(shown)]
    known = frozenset(
        stem for e in excerpts for stem in content_stems(e.text, language=story.article(e.span.article_id).language)
    )
    names = [*(person.name for person in story.comparison.people), *(heading.name or "" for heading in headings)]
    page, subject = printed(story, excerpts), subject_of(story)
    first = printed(story, [s.excerpt for s in summary_sentences(story)], names)
    found: list[tuple[tuple[bool, bool, bool, int, bool, int, int, int, int], int, _Candidate]] = []
    for number, heading in enumerate(headings):
        own = sorted(
            _candidates(heading, story, (page, first), known, subject),
            key=lambda one: (one.takes_up, one.unclear, -one.about),
        )
        for turn, candidate in enumerate(own):
            line, sources = candidate.line, _sources(candidate.line, story)
            if heading.unknown and sources < SURE and not _is_edited(line):
                continue
            rank = (
                not _is_edited(line),
                candidate.takes_up,
                candidate.doubts >= OPEN,
                -sources,
                heading.name is None,
                turn // TURN,
                candidate.unclear,
                -candidate.about,
                len(found),
            )
            found.append((rank, number, candidate))
    return [(number, candidate) for _, number, candidate in sorted(found, key=lambda entry: entry[0])]


def _candidates(
    heading: Heading, story: Story, pages: tuple[Printed, Printed], known: frozenset[str], subject: Subject
) -> Iterator[_Candidate]:
    """The lines of a heading; of the `pages` the one has all that is shown anywhere, the other what stands above."""
    page, first = pages
    above: tuple[Line, ...] = ()
    worst, before, open_ = 0, "", False
    for line in heading.lines:
        if not above or not goes_on(_around(line, story), _around(above[-1], story)):
            above, worst, before, open_ = (), 0, "", False
        excerpt = _place(line)
        language = story.article(excerpt.span.article_id).language
        found = doubts(excerpt.text, before=before, named=line.sentence is not None, known=known, language=language)
        if line.sentence is None:
            found += is_fragment(line.utterance)
            found += 2 * (leans(excerpt.text, before=before, language=language) is Degree.HANGS)
            found += not before and opens_beside(excerpt.text, language=language)
            found = max(found, DOUBTFUL * page.opens_open(excerpt.text, language=language))
        elif not tells_more(_around(line, story), story):  # “A rather large one,” she countered
            found = max(found, doubts(line.utterance.group.quotes[0].excerpt.text, before=before, language=language))
        around = _around(line, story)
        if around.first == around.last or not line.sentence:  # no sentence before the words explains them
            again = named_again(excerpt.text, page.words.keys(), above=before, language=language)
            found = max(found, DOUBTFUL * (again != ""))
        if line.sentence and not before:
            found += DOUBTFUL * is_later(excerpt.text, language=language)
        if line.sentence and _leaves_open(line.sentence, page.plus(map(_place, above)), heading, language):
            found = max(found, DOUBTFUL)
        worst = max(worst, found)
        block, quoted = first.plus(map(_place, above)), line.sentence is None
        alone = quoted and not before
        open_ = open_ or block.takes_up(excerpt.text, quoted=quoted, alone=alone, language=language)
        told = page.has(excerpt) or page.repeats(excerpt.text, language=language)
        tells = about(f"{before} {excerpt.text}", heading.name, subject, language)
        yield _Candidate(line, above, worst, told, tells, open_)
        above = (*above, line)
        before = f"{before} {excerpt.text}"


def _leaves_open(sentence: Excerpt, page: Printed, heading: Heading, language: str) -> bool:
    """Whether a sentence speaks of what the page tells nothing of: "Calling the attempt …"; "he" is the heading's."""
    text, spoken = sentence.text, spoken_words(language)
    if heading.name and spoken:
        for word in reversed([word for word in words(text) if word.text.lower() in spoken.persons]):
            text = f"{text[: word.start]}{heading.name.rpartition(' ')[2]}{text[word.end :]}"
    return page.leaves_open(text, language=language)


def _around(line: Line, story: Story) -> Around:
    return sentences_of(_place(line), story)


def _place(line: Line) -> Excerpt:
    return line.sentence or line.utterance.excerpts[0]


def _sources(line: Line, story: Story) -> int:
    """How many independent sources print the words."""
    quotes = [quote.excerpt for quote in line.utterance.group.quotes if quote.show]
    return story.sources.count_independent({story.number(e.span.article_id) - 1 for e in (*quotes, *line.also)})


def _is_edited(line: Line) -> bool:
    return line.utterance.edited or line.utterance.group.pinned
