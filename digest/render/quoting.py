"""Set the quotations of a page: whole ones in marks, fragments inside the sentence that quotes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.language import subject
from digest.language.datelines import told_excerpt
from digest.language.terms import POSSESSIVE, words
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
from digest.render.origins import printed_by
from digest.render.speech import CLAUSE, Utterance, Voice, spoken
from digest.render.statements import hangs

LITTLE = 8
"""How many words beside a quotation may say no more than who said it."""
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
    told = "|".join(spoken(line.sentence or _first(line.utterance)) for line in lines)
    nameless = [u for u in others if u.speaker or spoken(_first(u)) not in told]  # else a source says it by name
    return (*(block for block in found if block.lines), *_nameless(nameless, story, used))


def told_in(blocks: Iterable[Heading], story: Story) -> set[tuple[str, int]]:
    """The sentences of which these headings print at least a part."""
    told: set[tuple[str, int]] = set()
    for line in (line for block in blocks for line in block.lines):
        quoted = [quote.excerpt for quote in line.utterance.group.quotes]
        for excerpt in [*quoted, *([line.sentence] if line.sentence else [])]:
            told |= sentences_of(excerpt, story).sentences
    return told


def _named(voice: Voice, story: Story, used: set[tuple[str, int]]) -> Heading:
    """One source's lines, in the order of their utterances; those of one sentence are one line."""
    utterances = (*voice.full, *voice.short)
    together = _together(utterances, story)
    lines: list[Line] = []
    done: set[Excerpt] = set()
    printed: set[tuple[str, int]] = set()  # the sentences of the words in marks
    for utterance in utterances:
        if _first(utterance) in done:
            continue
        same = together[_first(utterance)]
        around = merged([sentences_of(_first(u), story) for u in same])
        fragment = _is_fragment(utterance) and not utterance.edited
        wide = None if fragment else _what_it_means(utterance, around, story)
        inside = [u for u in utterances if wide and sentences_of(_first(u), story).sentences <= wide.sentences]
        if wide and wide.sentences.isdisjoint(used | printed) and all(_is_alone(u) for u in inside):
            lines.append(_in_sentence([u for u in inside if _first(u) not in done], wide, story))
            used |= wide.sentences
            done.update(_first(u) for u in inside)
            continue
        printed |= around.sentences
        if (not fragment and len(same) == 1) or not fits(around, story) or utterance.edited:
            lines.append(Line(utterance=utterance, outlets=utterance.outlets))
        elif used.isdisjoint(around.sentences):
            lines.append(_in_sentence(same, around, story))
            used |= around.sentences
            done.update(_first(u) for u in same)
        elif not fragment:  # a fragment of a sentence that the page has tells nothing more
            lines.append(Line(utterance=utterance, outlets=utterance.outlets))
    return Heading(name=voice.name, lines=tuple(lines))


def _what_it_means(utterance: Utterance, own: Around, story: Story) -> Around | None:
    """The sentences around whole words that point back, “This would cost us”, if those say more than the words do.

    Where other articles print the words too, or print others, the line says so, and the words stand alone.
    """
    first = _first(utterance)
    if not _is_alone(utterance) or not _points_back(first.text, story.article(own.article).language):
        return None
    before = own._replace(first=max(0, own.first - 1))
    if before != own and fits(before, story):
        return before if says_more(before, story) else None
    around = count_words(text_around(own, story)) - count_words(first.text)
    return own if around > LITTLE and fits(own, story) else None


def _points_back(text: str, language: str) -> bool:
    """Whether words begin or end with what stands for something told before: "This would …", "… rid of them"."""
    leaning = subject(language, "summarize")["leaning"]
    pointers = leaning.get("inside", {}).get("pointers", ())
    found = [POSSESSIVE.sub("", word.text.lower()) for word in words(text)]
    return bool(found) and (found[0] in leaning["pronouns"] or found[-1] in pointers)


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
        elif not _is_fragment(utterance):
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


def _says_who(around: Around, story: Story) -> bool:
    """Whether sentences that quote somebody say who that is: not "he said" alone."""
    text, language = text_around(around, story), story.article(around.article).language
    return says_more(around, story) and not hangs(text, language, named=False)


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
    best = utterance.group.quotes[0]
    return all(q.kind is not QuoteKind.FULL for q in utterance.group.quotes) or count_words(best.excerpt.text) < CLAUSE


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
