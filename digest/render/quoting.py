"""Set the quotations of a page: whole ones in marks, fragments inside the sentence that quotes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.language.datelines import told_excerpt
from digest.language.hanging import Degree
from digest.language.spoken import leans, says_same
from digest.model import Excerpt, QuoteKind, SpeakerKind, Story
from digest.render.around import (
    Around,
    Sentences,
    block_of,
    count_words,
    fits,
    merged,
    says_more,
    sentences_of,
    text_around,
)
from digest.render.meaning import explained, is_of_another_time, opens_clear, tells_anything, tells_more
from digest.render.origins import printed_by
from digest.render.speech import CLAUSE, Utterance, Voice, spoken
from digest.render.statements import says_who

BACK = 2
"""How many sentences before a quotation may stand the words that say whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is printed of one or more utterances: words in marks, or the `sentence` that quotes them.

    `also` are the same words in other articles.
    """

    utterance: Utterance
    outlets: str
    sentence: Excerpt | None = None
    also: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The lines of one source; of sources without a name, in the words of the articles, where `name` is None.

    `unknown` marks those quotations of which not even their sentences say whose they are.
    """

    name: str | None
    lines: tuple[Line, ...]
    unknown: bool = False


def headings(said: Iterable[Voice], story: Story, shown: Sentences) -> tuple[Heading, ...]:
    """Arrange what was said: people and bodies by name, then the others in the sentences that quote them.

    A fragment ("far off in the future"), a quotation that is interrupted, and one whose source has no name of its own
    stand inside their sentence, so that a reader sees who says what of whom. No sentence that is `shown` already is
    printed again.
    """
    used = set(shown)
    found: list[Heading] = []
    others: list[Utterance] = []
    for voice in said:
        utterances = (*voice.full, *voice.short)
        if voice.name is None or not any(_has_name(u) for u in utterances):
            others.extend(utterances)
        else:
            found.append(_named(voice, story, used))
    lines = (line for block in found for line in block.lines)
    marked = [spoken(line.sentence or _first(line.utterance)) for line in lines]
    told = "|".join(marked)
    nameless = [u for u in others if u.speaker or not _is_within(u, told, marked)]  # else a source says it by name
    return (*(block for block in found if block.lines), *_nameless(nameless, story, used))


def _is_within(utterance: Utterance, told: str, marked: Iterable[str]) -> bool:
    """Whether words stand in what is `told`, or hold one of those that are `marked`."""
    own = spoken(_first(utterance))
    return own in told or any(words in own for words in marked if len(words.split()) >= CLAUSE)


def told_in(blocks: Iterable[Heading], story: Story) -> set[tuple[str, int]]:
    """The sentences of which these headings print at least a part."""
    told: set[tuple[str, int]] = set()
    for line in (line for block in blocks for line in block.lines):
        quoted = [quote.excerpt for quote in line.utterance.group.quotes]
        for excerpt in [*quoted, *([line.sentence] if line.sentence else [])]:
            told |= sentences_of(excerpt, story).sentences
    return told


def _named(voice: Voice, story: Story, used: set[tuple[str, int]]) -> Heading:
    """One source's lines, in the order of their utterances; those of one sentence are one line.

    Words that lean on what stands nowhere on the page are printed with the sentences that tell it, or not at all.
    """
    utterances = _in_a_row((*voice.full, *voice.short), story)
    together = _together(utterances, story)
    mine = {quote.excerpt for utterance in utterances for quote in utterance.group.quotes}
    lines: list[Line] = []
    done: set[Excerpt] = set()
    printed: set[tuple[str, int]] = set()  # the sentences of the words in marks
    above: tuple[Around, str] | None = None  # the last line, and what it tells
    for utterance in utterances:
        first = _first(utterance)
        if first in done or _is_told(utterance, lines, story):
            continue
        same = together[first]
        own = merged([sentences_of(_first(u), story) for u in same])
        fragment = _is_fragment(utterance) and not utterance.edited
        if fragment and not used.isdisjoint(own.sentences):
            continue  # a fragment of a sentence that the page has tells nothing more
        before = above[1] if above and _goes_on(own, above[0]) else ""
        leaning = (
            Degree.STANDS if utterance.edited else leans(first.text, before=before, language=_language(own, story))
        )
        parts = (fragment or len(same) > 1) and fits(own, story) and not utterance.edited
        wide: Around | None = None
        if leaning is Degree.HANGS and not fragment:
            wide = explained(own, story, mine, voice.name, used | printed)
        elif parts or (_tells_another_time(utterance, own, leaning, story) and fits(own, story)):
            if used.isdisjoint(own.sentences) and opens_clear(own, story, voice.name):
                wide = own
            elif fragment:
                wide = explained(own, story, mine, voice.name, used | printed)
        inside = [u for u in utterances if wide and sentences_of(_first(u), story).sentences <= wide.sentences]
        if wide and all(_is_alone(u) for u in inside if u not in same or len(inside) > len(same)):
            lines.append(_in_sentence([u for u in inside if _first(u) not in done], wide, story))
            used |= wide.sentences
            done.update(_first(u) for u in inside)
            above = wide, text_around(wide, story)
        elif not (parts and fragment and tells_anything(own, story)) and (
            leaning < Degree.HANGS or not _is_alone(utterance)
        ):
            lines.append(Line(utterance=utterance, outlets=utterance.outlets))
            printed |= own.sentences
            above = own, f"{before} {first.text}"
    return Heading(name=voice.name, lines=tuple(lines))


def _is_told(utterance: Utterance, lines: Sequence[Line], story: Story) -> bool:
    """Whether another article's words that stand above say the same, so that hardly a word is left over."""
    first = _first(utterance)
    language = story.article(first.span.article_id).language
    others = (line.sentence or _first(line.utterance) for line in lines)
    return not utterance.edited and any(
        says_same(first.text, other.text, language=language)
        for other in others
        if other.span.article_id != first.span.article_id
    )


def _language(own: Around, story: Story) -> str:
    return story.article(own.article).language


def _tells_another_time(utterance: Utterance, own: Around, leaning: Degree, story: Story) -> bool:
    """Whether the sentence of whole words says what "this" is in them, or that they were said on another occasion."""
    if utterance.edited or not tells_more(own, story):
        return False
    return leaning is Degree.POINTS or is_of_another_time(_first(utterance), own, story)


def _goes_on(own: Around, above: Around) -> bool:
    """Whether some sentences begin in, or right behind, those that are printed above."""
    return own.article == above.article and own.first - 1 <= above.last <= own.first


def _in_a_row(utterances: Sequence[Utterance], story: Story) -> Sequence[Utterance]:
    """The utterances in their order, but right behind each one those that lean and go on in the next sentence."""
    places = [sentences_of(_first(u), story) for u in utterances]
    ends = {(place.article, place.last): at for at, place in reversed(list(enumerate(places)))}
    behind: dict[int, list[int]] = {}
    heads: list[int] = []
    for at, (utterance, place) in enumerate(zip(utterances, places, strict=True)):
        before = ends.get((place.article, place.first - 1))
        leaning = before is not None and leans(_first(utterance).text, language=_language(place, story))
        (behind.setdefault(before, []) if before is not None and leaning else heads).append(at)
    found: list[Utterance] = []
    while heads:
        at = heads.pop(0)
        found.append(utterances[at])
        heads = [*behind.pop(at, ()), *heads]
    return found


def _is_alone(utterance: Utterance) -> bool:
    """Whether one article alone has the words, and nobody has edited them."""
    more = utterance.elsewhere or utterance.stated or utterance.edited
    return len(utterance.excerpts) == 1 and not more


def _together(utterances: Sequence[Utterance], story: Story) -> Mapping[Excerpt, tuple[Utterance, ...]]:
    """To the words of each utterance all that stand in its sentences, itself among them."""
    by_sentence: dict[tuple[str, int], dict[Excerpt, Utterance]] = {}
    for utterance in utterances:
        for sentence in sentences_of(_first(utterance), story).sentences:
            by_sentence.setdefault(sentence, {})[_first(utterance)] = utterance
    found: dict[Excerpt, tuple[Utterance, ...]] = {}
    for utterance in utterances:
        same: dict[Excerpt, Utterance] = {}
        for sentence in sentences_of(_first(utterance), story).sentences:
            same |= by_sentence[sentence]
        found[_first(utterance)] = tuple(same[excerpt] for excerpt in sorted(same, key=lambda e: e.span.start))
    return found


def _nameless(utterances: Sequence[Utterance], story: Story, used: set[tuple[str, int]]) -> Iterable[Heading]:
    """Those whose source is only described, or not certain, in the sentences that quote them.

    Where even those say no more than "he said", the words stand in marks, if they are a clause.
    """
    groups: list[tuple[list[Utterance], Around]] = []
    described: list[Line] = []
    unknown: list[Line] = []
    for utterance in sorted(utterances, key=lambda u: _place(_first(u), story)):
        around = _back_to_source(utterance, story)
        if groups and not groups[-1][1].sentences.isdisjoint(around.sentences):
            joined = merged([groups[-1][1], around])
            if fits(joined, story):
                groups[-1] = ([*groups[-1][0], utterance], joined)
                continue
        if _says_who(around, story) and fits(around, story):
            groups.append(([utterance], around))
        elif not _is_fragment(utterance) and _is_clear(utterance, around, story):
            whole = described if utterance.speaker else unknown
            whole.append(Line(utterance=utterance, outlets=utterance.outlets))
    lines = []
    for same, around in groups:
        own = merged([sentences_of(_first(u), story) for u in same])
        if used.isdisjoint(own.sentences):  # else the page has it
            free = around if used.isdisjoint(around.sentences) else own
            lines.append(_in_sentence(same, free, story))
            used |= free.sentences
    if lines or described:
        everything = sorted((*lines, *described), key=lambda n: _place(n.sentence or _first(n.utterance), story))
        yield Heading(name=None, lines=tuple(everything))
    if unknown:
        yield Heading(name=None, lines=tuple(unknown), unknown=True)


def _is_clear(utterance: Utterance, around: Around, story: Story) -> bool:
    """Whether words stand alone in marks, and their source, if one is told, is more than "the statement"."""
    language, speaker = _language(around, story), utterance.group.speaker if utterance.speaker else None
    if speaker and not says_who(speaker, language):
        return False
    return leans(_first(utterance).text, language=language) < Degree.HANGS


def _says_who(around: Around, story: Story) -> bool:
    """Whether sentences that quote somebody say who that is: not "he said" alone."""
    return says_more(around, story) and opens_clear(around, story, None)


def _back_to_source(utterance: Utterance, story: Story) -> Around:
    """The sentences of a quotation, from the words on that stand for its source, if they are near."""
    article, first, last = around = sentences_of(_first(utterance), story)
    block = block_of(article, first, story)
    speaker = utterance.group.quotes[0].speaker
    if speaker and speaker.mention.span.article_id == article:
        mention = sentences_of(speaker.mention, story)[1]
        if first - BACK <= mention < first and block_of(article, mention, story) == block:
            return Around(article, mention, last)
    if not says_more(around, story) and first and block_of(article, first - 1, story) == block:
        return Around(article, first - 1, last)
    return around


def _has_name(utterance: Utterance) -> bool:
    speaker = utterance.group.speaker
    return utterance.edited or (speaker is not None and speaker.kind is not SpeakerKind.DESCRIPTION)


def _is_fragment(utterance: Utterance) -> bool:
    """Whether words say little by themselves: “far off in the future”, “Morning with Ito”."""
    return _is_cut(utterance) or count_words(utterance.group.quotes[0].excerpt.text) < CLAUSE


def _is_cut(utterance: Utterance) -> bool:
    return all(quote.kind is not QuoteKind.FULL for quote in utterance.group.quotes)


def _in_sentence(same: Sequence[Utterance], around: Around, story: Story) -> Line:
    """The line that prints the sentences around some utterances."""
    article_id, first, last = around
    article = story.article(article_id)
    sentence = article.excerpt(told_excerpt(article, article.sentences[first]).span.start, article.sentences[last].end)
    others = [e for u in same for e in u.excerpts[1:] if e.span.article_id != article_id]
    return Line(
        utterance=same[0], outlets=printed_by([sentence, *others], story), sentence=sentence, also=tuple(others)
    )


def _first(utterance: Utterance) -> Excerpt:
    return utterance.excerpts[0]


def _place(excerpt: Excerpt, story: Story) -> tuple[int, int]:
    return story.number(excerpt.span.article_id), excerpt.span.start
