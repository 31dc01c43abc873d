"""Set the quotations of a page: whole ones in marks, fragments inside the sentence that quotes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from digest.language.clarity import OPEN, doubts, standing
from digest.language.degrees import Degree
from digest.language.fitness import is_garbled
from digest.language.named_again import named_again
from digest.language.quoting import QUOTED, has_lost_mark
from digest.language.spoken import says_same
from digest.language.terms import content_set, low_words, stem
from digest.model import Excerpt, SpeakerKind, Story
from digest.render.around import Around, Sentences, fits, goes_on, merged, sentences_of, text_around
from digest.render.meaning import (
    explained,
    is_of_another_time,
    opens_clear,
    quotes_in,
    says_what,
    tells_anything,
    tells_more,
    tells_whose,
)
from digest.render.nameless import LONG, Heading, nameless_headings
from digest.render.quoted_line import Line, first_of, in_sentence, is_cut, is_fragment, language_of
from digest.render.speech import CLAUSE, Utterance, Voice, spoken
from digest.render.taken_back import with_limit
from digest.render.told_before import without_told

MUCH = 12
"""How many words of a sentence say enough without the rest of it."""
ENDS = (".", "!", "?", "…", "”", '"', "’", "'", "»", ")", "]")
"""With what a sentence ends."""
TELLING, MOSTLY = 4, 0.75
"""How many words with a meaning around a fragment a line above must tell, and which part of them."""
LITTLE = 3
"""How many words that one article alone quotes, and that are no sentence, are left to its own page."""


def headings(said: Iterable[Voice], story: Story, shown: Sentences) -> tuple[Heading, ...]:
    """Arrange what was said: people and bodies by name, then the others in the sentences that quote them.

    A fragment ("far off in the future"), a quotation that is interrupted, and one whose source has no name of its own
    stand inside their sentence, so that a reader sees who says what of whom. No sentence that is `shown` already is
    printed again, and a word or two that only one article has are left to its own page.
    """
    used, often, known = set(shown), _often(story), _words_of(shown, story)
    found: list[Heading] = []
    others: list[Utterance] = []
    taken: set[Excerpt] = set()
    every = list(said)
    for voice in every:
        utterances = (*voice.full, *voice.short)
        if voice.name is None or not _is_named(voice):
            others.extend(u for u in utterances if not _is_little([u], often))
        else:
            same = [*_of_nobody(utterances, every)]
            taken.update(map(first_of, same))
            found.append(_named(voice.name, (*utterances, *same), story, used, often=often, known=known))
    lines = (line for block in found for line in block.lines)
    marked = [spoken(_printed(line)) for line in lines]
    told = "|".join(marked)
    others = [u for u in others if first_of(u) not in taken]
    nameless = [u for u in others if u.speaker or not _is_within(u, told, marked)]  # else a source says it by name
    return (*(block for block in found if block.lines), *nameless_headings(nameless, story, used))


def _is_named(voice: Voice) -> bool:
    return voice.name is not None and any(_has_name(u) for u in (*voice.full, *voice.short))


def _of_nobody(named: Sequence[Utterance], every: Iterable[Voice]) -> Iterable[Utterance]:
    """What a source without a name says in the words of a named one: "her doctor" and Ida Holm are one in them."""
    own = [spoken(quote.excerpt) for utterance in named for quote in utterance.group.quotes]
    for voice in every:
        if voice.name is not None and not _is_named(voice):
            for utterance in (*voice.full, *voice.short):
                if utterance.words >= LONG and any(spoken(first_of(utterance)) in text for text in own):
                    yield utterance


def _is_within(utterance: Utterance, told: str, marked: Iterable[str]) -> bool:
    """Whether words stand in what is `told`, or hold one of those that are `marked`."""
    own = spoken(first_of(utterance))
    return own in told or any(words in own for words in marked if len(words.split()) >= CLAUSE)


def told_in(blocks: Iterable[Heading], story: Story) -> set[tuple[str, int]]:
    """The sentences of which these headings print at least a part."""
    told: set[tuple[str, int]] = set()
    for line in (line for block in blocks for line in block.lines):
        quoted = [quote.excerpt for quote in line.utterance.group.quotes]
        for excerpt in [*quoted, *([line.sentence] if line.sentence else [])]:
            told |= sentences_of(excerpt, story).sentences
    return told


def _words_of(shown: Sentences, story: Story) -> AbstractSet[str]:
    """The words in small letters of a page's title and of the sentences that it has shown."""
    texts = (story.article(article).sentence_excerpt(at).text for article, at in shown)
    return {word for text in (story.title.text, *texts) for word in low_words(text)}


def _named(  # noqa: PLR0912, PLR0913, PLR0915 - a source, what it said, and what the page has
    name: str,
    said: Sequence[Utterance],
    story: Story,
    used: set[tuple[str, int]],
    *,
    often: AbstractSet[str],
    known: AbstractSet[str],
) -> Heading:
    """One source's lines, in the order of their utterances; those of one sentence are one line.

    Words that lean on what stands nowhere on the page are printed with the sentences that tell it, or not at all.
    """
    utterances = _in_a_row(said, story)
    together = _together(utterances, story)
    mine = {quote.excerpt for utterance in utterances for quote in utterance.group.quotes}
    told_stems = frozenset(stem(word) for word in known)
    lines: list[Line] = []
    done: set[Excerpt] = set()
    printed: set[tuple[str, int]] = set()  # the sentences of the words in marks
    above: tuple[Around, str] | None = None  # the last line, and what it tells
    for utterance in utterances:
        first = first_of(utterance)
        if first in done or _is_told(utterance, lines, story):
            continue
        same = together[first]
        if _is_little(same, often):
            continue
        own = merged([sentences_of(first_of(u), story) for u in same])
        fragment = is_fragment(utterance) and not utterance.edited
        if fragment and not used.isdisjoint(own.sentences):
            continue  # a fragment of a sentence that the page has tells nothing more
        before = above[1] if above and goes_on(own, above[0]) else ""
        language = language_of(own, story)
        leaning = Degree.STANDS if utterance.edited else _standing(first.text, before, known, language)
        whole = fits(own, story) and not utterance.edited
        parts = whole and (fragment or len(same) > 1)
        told = whole and _tells_another_time(utterance, own, leaning, story)
        wide: Around | None = None
        if (
            (parts or told)
            and used.isdisjoint(own.sentences)
            and opens_clear(own, story, name)
            and says_what(own, story, before=before)
        ):
            wide = own
        elif parts if fragment else leaning is Degree.HANGS:
            wide = explained(own, story, mine, name, used | printed, known=told_stems)
        elif leaning is Degree.POINTS:
            wide = explained(own, story, mine, name, used | printed, known=told_stems, below=Degree.LINKS)
        if limited := None if utterance.edited else with_limit(wide or own, story):
            if not used.isdisjoint(limited.sentences) or not fits(limited, story):
                continue
            wide = limited
        if wide and fragment and _is_told_around(wide, name, lines, story):
            continue
        if wide and (_is_broken(wide, story) or _repeats(wide, same, lines, story)):
            wide = None
        inside = [u for u in utterances if wide and sentences_of(first_of(u), story).sentences <= wide.sentences]
        if wide and all(_is_alone(u) for u in inside if u not in same or len(inside) > len(same)):
            lines.append(in_sentence([u for u in inside if first_of(u) not in done], wide, story))
            used |= wide.sentences
            done.update(first_of(u) for u in inside)
            above = wide, text_around(wide, story)
        elif (
            _stands_alone(utterance, leaning)
            if parts and fragment and tells_anything(own, story)
            else (
                leaning < Degree.HANGS
                or (not _is_alone(utterance) and doubts(first.text, before=before, language=language) < OPEN)
            )
        ):
            shown = without_told(utterance, map(_printed, lines), story) if _is_own(utterance) else utterance
            lines.append(Line(utterance=shown, outlets=utterance.outlets))
            printed |= own.sentences
            above = own, f"{before} {first.text}"
    return Heading(name=name, lines=tuple(lines))


def _standing(text: str, before: str, known: AbstractSet[str], language: str) -> Degree:
    """How far words lean on what the page does not tell; "this amendment" points, whatever stands before it in them."""
    again = named_again(text, known, above=before, language=language)
    return max(standing(text, before=before, language=language), Degree.POINTS if again else Degree.STANDS)


def _is_broken(wide: Around, story: Story) -> bool:
    """Whether sentences lack a mark, are garbled, end in the middle, or do not name who is quoted in them."""
    text = text_around(wide, story)
    lost = has_lost_mark(text) or is_garbled(text, language=language_of(wide, story))
    return lost or not text.rstrip().endswith(ENDS) or not tells_whose(wide, story)


def _is_told(utterance: Utterance, lines: Sequence[Line], story: Story) -> bool:
    """Whether another article's words that stand above say the same, so that hardly a word is left over."""
    first = first_of(utterance)
    language = story.article(first.span.article_id).language
    others = map(_printed, lines)
    return not utterance.edited and any(
        says_same(first.text, other.text, language=language)
        for other in others
        if other.span.article_id != first.span.article_id
    )


def _is_told_around(wide: Around, name: str, lines: Sequence[Line], story: Story) -> bool:
    """Whether a line above tells what stands around a fragment, which adds little to it.

    "Ida Holm said she hopes that sailors buy the boat." above "She hopes that sailors will buy the “nice old boat.”"
    """
    language, text = language_of(wide, story), text_around(wide, story)
    outside = content_set(QUOTED.sub(" ", text), language=language) - content_set(name, language=language)
    quoted = content_set(text, language=language) - outside
    if len(outside) < TELLING or len(quoted) >= len(outside):
        return False
    tells = (content_set(_printed(line).text, language=language) for line in lines)
    return any(len(outside & told) >= MOSTLY * len(outside) for told in tells)


def _repeats(wide: Around, same: Sequence[Utterance], lines: Sequence[Line], story: Story) -> bool:
    """Whether sentences quote, besides some utterances, words that a line above them has."""
    own = {quote.excerpt for utterance in same for quote in utterance.group.quotes}
    told = [spoken(_printed(line)) for line in lines]
    others = [spoken(quote.excerpt) for quote in quotes_in(wide, story) if quote.excerpt not in own]
    return any(words in text for words in others for text in told)


def _printed(line: Line) -> Excerpt:
    """The words of a line that stand on the page."""
    return line.sentence or first_of(line.utterance)


def _stands_alone(utterance: Utterance, leaning: Degree) -> bool:
    """Whether a part of a sentence says much by itself, where the rest of it leans on what is not on the page."""
    return leaning is Degree.STANDS and utterance.words >= MUCH


def _tells_another_time(utterance: Utterance, own: Around, leaning: Degree, story: Story) -> bool:
    """Whether the sentence of whole words says what "this" is in them, or that they were said on another occasion."""
    if utterance.edited or not tells_more(own, story):
        return False
    return leaning is Degree.POINTS or is_of_another_time(first_of(utterance), own, story)


def _in_a_row(utterances: Sequence[Utterance], story: Story) -> Sequence[Utterance]:
    """The utterances in their order, but right behind each one those that go on in the next sentence."""
    places = [sentences_of(first_of(u), story) for u in utterances]
    ends = {(place.article, place.last): at for at, place in reversed(list(enumerate(places)))}
    behind: dict[int, list[int]] = {}
    heads: list[int] = []
    for at, place in enumerate(places):
        before = ends.get((place.article, place.first - 1))
        (heads if before is None else behind.setdefault(before, [])).append(at)
    found: list[Utterance] = []
    while heads:
        at = heads.pop(0)
        found.append(utterances[at])
        heads = [*behind.pop(at, ()), *heads]
    return found


def _often(story: Story) -> AbstractSet[str]:
    """The words that stand in marks more than once in a story: more people than one speak of a “no-go area”."""
    said = Counter(spoken(q.excerpt) for group in story.comparison.quotes for q in group.quotes if q.show)
    return {words for words, times in said.items() if times > 1}


def _is_little(same: Sequence[Utterance], often: AbstractSet[str]) -> bool:
    """Whether one article alone quotes no more than a word or two in its sentence: it called the plan “far off”."""
    little = all(_is_alone(u) and is_cut(u) and spoken(first_of(u)) not in often for u in same)
    return little and sum(u.words for u in same) <= LITTLE


def _is_alone(utterance: Utterance) -> bool:
    """Whether one article alone has the words, and no editor has touched them."""
    return _is_own(utterance) and not utterance.elsewhere


def _is_own(utterance: Utterance) -> bool:
    """Whether the words as they stand are those of one article, and no editor has touched them."""
    return len(utterance.excerpts) == 1 and not (utterance.stated or utterance.edited or utterance.group.pinned)


def _together(utterances: Sequence[Utterance], story: Story) -> Mapping[Excerpt, tuple[Utterance, ...]]:
    """To the words of each utterance all that stand in its sentences, itself among them."""
    by_sentence: dict[tuple[str, int], dict[Excerpt, Utterance]] = {}
    for utterance in utterances:
        for sentence in sentences_of(first_of(utterance), story).sentences:
            by_sentence.setdefault(sentence, {})[first_of(utterance)] = utterance
    found: dict[Excerpt, tuple[Utterance, ...]] = {}
    for utterance in utterances:
        same: dict[Excerpt, Utterance] = {}
        for sentence in sentences_of(first_of(utterance), story).sentences:
            same |= by_sentence[sentence]
        found[first_of(utterance)] = tuple(same[excerpt] for excerpt in sorted(same, key=lambda e: e.span.start))
    return found


def _has_name(utterance: Utterance) -> bool:
    speaker = utterance.group.speaker
    return utterance.edited or (speaker is not None and speaker.kind is not SpeakerKind.DESCRIPTION)
