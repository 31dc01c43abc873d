"""Set the quotations whose source is only described, or not certain, in the sentences that quote them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.language.degrees import Degree
from digest.language.fitness import is_garbled
from digest.language.quoting import has_lost_mark
from digest.language.spoken import leans
from digest.language.terms import is_content, nouns_have_capitals, plain_words
from digest.model import SpeakerKind, Story
from digest.render.around import Around, block_of, fits, merged, says_more, sentences_of, text_around
from digest.render.meaning import opens_clear, quotes_in, says_what
from digest.render.quoted_line import Line, first_of, in_sentence, is_fragment, language_of, place_of
from digest.render.speech import Utterance
from digest.render.statements import says_who

LONG = 8
"""Of how many words something said is of interest by itself, though nobody knows whose it is."""
BACK = 2
"""How many sentences before a quotation may stand the words that say whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The lines of one source; of sources without a name, in the words of the articles, where `name` is None.

    `unknown` marks those quotations of which not even their sentences say whose they are.
    """

    name: str | None
    lines: tuple[Line, ...]
    unknown: bool = False


def nameless_headings(utterances: Sequence[Utterance], story: Story, used: set[tuple[str, int]]) -> Iterable[Heading]:
    """Those whose source is only described, or not certain, in the sentences that quote them.

    Where even those say no more than "he said", the words stand in marks, if they are a clause.
    """
    groups: list[tuple[list[Utterance], Around]] = []
    described: list[Line] = []
    unknown: list[Line] = []
    spoken = (utterance for utterance in utterances if not _is_title(utterance, story))
    for utterance in sorted(spoken, key=lambda u: place_of(first_of(u), story)):
        around = _back_to_source(utterance, story)
        if groups and not groups[-1][1].sentences.isdisjoint(around.sentences):
            joined = merged([groups[-1][1], around])
            if fits(joined, story):
                if not around.sentences <= groups[-1][1].sentences and _hangs(utterance, joined, story):
                    continue
                groups[-1] = ([*groups[-1][0], utterance], joined)
                continue
        if is_garbled(text_around(around, story), language=language_of(around, story)):
            continue
        if _says_who(around, story) and fits(around, story) and not _names_another(utterance, around, story):
            if _hangs(utterance, around, story):
                continue
            groups.append(([utterance], around))
        elif not is_fragment(utterance) and _is_clear(utterance, around, story):
            whole = described if utterance.speaker else unknown
            whole.append(Line(utterance=utterance, outlets=utterance.outlets))
    lines = []
    for same, around in groups:
        own = merged([sentences_of(first_of(u), story) for u in same])
        free = around if used.isdisjoint(around.sentences) else own
        if used.isdisjoint(own.sentences) and not has_lost_mark(text_around(free, story)):  # else the page has it
            lines.append(in_sentence(same, free, story))
            used |= free.sentences
    if lines or described:
        everything = sorted((*lines, *described), key=lambda n: place_of(n.sentence or first_of(n.utterance), story))
        yield Heading(name=None, lines=tuple(everything))
    if unknown:
        yield Heading(name=None, lines=tuple(unknown), unknown=True)


def _is_title(utterance: Utterance, story: Story) -> bool:
    """Whether words are the name of a song or a show, which nobody says: “The Bells of Bern”."""
    excerpt = first_of(utterance)
    language = story.article(excerpt.span.article_id).language
    found = [word for word in plain_words(excerpt.text) if is_content(word, language=language)]
    named = all(word[0].isupper() or word.isdigit() for word in found) and not nouns_have_capitals(language)
    return named and not utterance.edited and len(found) > 1 and excerpt.text.rstrip(", ")[-1:].isalnum()


def _is_clear(utterance: Utterance, around: Around, story: Story) -> bool:
    """Whether words may stand in marks: of more than "the statement", or much is said, whoever said it."""
    language, speaker = language_of(around, story), utterance.group.speaker if utterance.speaker else None
    leaning = leans(first_of(utterance).text, language=language)
    if speaker is None:
        return utterance.words >= LONG and leaning is Degree.STANDS
    return says_who(speaker, language) and leaning < Degree.HANGS


def _hangs(utterance: Utterance, around: Around, story: Story) -> bool:
    """Whether words take up what is told nowhere in their sentences: “this is the plan of the council”."""
    first = first_of(utterance)
    if utterance.edited:
        return False
    if is_fragment(utterance) and around.first == sentences_of(first, story).first:
        points = leans(first.text, language=language_of(around, story)) is Degree.POINTS
        return points or not says_what(around, story)
    return not says_what(around, story)


def _names_another(utterance: Utterance, around: Around, story: Story) -> bool:
    """Whether the sentences of words that nobody is seen to say quote somebody by name, whose they would seem to be."""
    if any(quote.speaker for quote in utterance.group.quotes):
        return False
    speakers = [quote.speaker for quote in quotes_in(around, story)]
    return any(speaker and speaker.kind is not SpeakerKind.DESCRIPTION for speaker in speakers)


def _says_who(around: Around, story: Story) -> bool:
    """Whether sentences that quote somebody say who that is: not "he said" alone."""
    return says_more(around, story) and opens_clear(around, story, None)


def _back_to_source(utterance: Utterance, story: Story) -> Around:
    """The sentences of a quotation, from the words on that stand for its source, if they are near."""
    article, first, last = around = sentences_of(first_of(utterance), story)
    block = block_of(article, first, story)
    speaker = utterance.group.quotes[0].speaker
    if speaker and speaker.mention.span.article_id == article:
        mention = sentences_of(speaker.mention, story)[1]
        if first - BACK <= mention < first and block_of(article, mention, story) == block:
            return Around(article, mention, last)
    if not says_more(around, story) and first and block_of(article, first - 1, story) == block:
        return Around(article, first - 1, last)
    return around
