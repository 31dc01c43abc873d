"""Set the quotations of a page: whole ones in marks, fragments inside the sentence that quotes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

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
    page = _Page(story, set(shown), _often(story), _words_of(shown, story))
    found: list[Heading] = []
    others: list[Utterance] = []
    taken: set[Excerpt] = set()
    every = list(said)
    for voice in every:
        utterances = (*voice.full, *voice.short)
        if voice.name is None or not _is_named(voice):
            others.extend(u for u in utterances if not _is_little([u], page.often))
        else:
            same = [*_of_nobody(utterances, every)]
            taken.update(map(first_of, same))
            found.append(_named(voice.name, (*utterances, *same), page))
    lines = (line for block in found for line in block.lines)
    marked = [spoken(_printed(line)) for line in lines]
    told = "|".join(marked)
    others = [u for u in others if first_of(u) not in taken]
    nameless = [u for u in others if u.speaker or not _is_within(u, told, marked)]  # else a source says it by name
    return (*(block for block in found if block.lines), *nameless_headings(nameless, story, page.used))


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


def _named(name: str, said: Sequence[Utterance], page: _Page) -> Heading:
    """One source's lines, in the order of their utterances; those of one sentence are one line.

    Words that lean on what stands nowhere on the page are printed with the sentences that tell it, or not at all.
    """
    setter = _Setter(name, said, page)
    for utterance in setter.utterances:
        setter.set(utterance)
    return Heading(name=name, lines=tuple(setter.lines))


class _Page(NamedTuple):
    """What a page has: the sentences `used` on it, words that stand in marks `often`, and those that it tells of."""

    story: Story
    used: set[tuple[str, int]]
    often: AbstractSet[str]
    known: AbstractSet[str]


class _Words(NamedTuple):
    """An utterance that is to be set, all that stand in the `same` sentences, its `own` ones, and what is `before` it.

    `leaning` says how far it leans on that; `whole` that its sentence may be printed, `fragment` that it is a part of
    one, and `parts` that the sentence is to be printed for that, or for several parts of it.
    """

    utterance: Utterance
    same: Sequence[Utterance]
    own: Around
    before: str
    leaning: Degree
    whole: bool
    fragment: bool
    parts: bool


class _Setter:
    """Sets one source's words line by line."""

    def __init__(self, name: str, said: Sequence[Utterance], page: _Page) -> None:
        self.utterances = _in_a_row(said, page.story)
        self.lines: list[Line] = []
        self._name = name
        self._page = page
        self._together = _together(self.utterances, page.story)
        self._mine = {quote.excerpt for utterance in self.utterances for quote in utterance.group.quotes}
        language = page.story.articles[0].language
        self._known = frozenset(stem(word, language=language) for word in page.known)
        self._done: set[Excerpt] = set()
        self._printed: set[tuple[str, int]] = set()  # the sentences of the words in marks
        self._above: tuple[Around, str] | None = None  # the last line, and what it tells

    def set(self, utterance: Utterance) -> None:
        """Add the line of an utterance, unless the page has it already or it says too little."""
        words = self._words(utterance)
        if words is None:
            return
        story, wide = self._page.story, self._explained(words)
        if limited := None if utterance.edited else with_limit(wide or words.own, story):
            if not self._page.used.isdisjoint(limited.sentences) or not fits(limited, story):
                return
            wide = limited
        if wide and words.fragment and _is_told_around(wide, self._name, self.lines, story):
            return
        if wide and (_is_broken(wide, story) or _repeats(wide, words.same, self.lines, story)):
            wide = None
        inside = self._inside(wide) if wide else ()
        if wide and all(_is_alone(u) for u in inside if u not in words.same or len(inside) > len(words.same)):
            self._set_inside(wide, inside)
        elif self._may_stand(words):
            self._set_in_marks(words)

    def _words(self, utterance: Utterance) -> _Words | None:
        """An utterance and how it leans on the page; None where the page has it already, or it says too little."""
        story, first = self._page.story, first_of(utterance)
        if first in self._done or _is_told(utterance, self.lines, story):
            return None
        same = self._together[first]
        if _is_little(same, self._page.often):
            return None
        own = merged([sentences_of(first_of(u), story) for u in same])
        fragment = is_fragment(utterance) and not utterance.edited
        if fragment and not self._page.used.isdisjoint(own.sentences):
            return None  # a fragment of a sentence that the page has tells nothing more
        before = self._above[1] if self._above and goes_on(own, self._above[0]) else ""
        language = language_of(own, story)
        leaning = Degree.STANDS if utterance.edited else _standing(first.text, before, self._page.known, language)
        whole = fits(own, story) and not utterance.edited
        parts = whole and (fragment or len(same) > 1)
        return _Words(utterance, same, own, before, leaning, whole, fragment, parts)

    def _explained(self, words: _Words) -> Around | None:
        """The sentences with which words are printed, so that a reader sees what they are about."""
        if self._is_clear_in_own(words):
            return words.own
        if words.parts if words.fragment else words.leaning is Degree.HANGS:
            return self._with_neighbours(words.own)
        if words.leaning is Degree.POINTS:
            return self._with_neighbours(words.own, below=Degree.LINKS)
        return None

    def _is_clear_in_own(self, words: _Words) -> bool:
        """Whether words are to be printed in their own sentences, and are clear in these."""
        own, story = words.own, self._page.story
        told = words.whole and _tells_another_time(words.utterance, own, words.leaning, story)
        return (
            (words.parts or told)
            and self._page.used.isdisjoint(own.sentences)
            and opens_clear(own, story, self._name)
            and says_what(own, story, before=words.before)
        )

    def _with_neighbours(self, own: Around, below: Degree = Degree.HANGS) -> Around | None:
        taken = self._page.used | self._printed
        return explained(own, self._page.story, self._mine, self._name, taken, known=self._known, below=below)

    def _inside(self, wide: Around) -> Sequence[Utterance]:
        """The utterances that stand in some sentences."""
        story = self._page.story
        return [u for u in self.utterances if sentences_of(first_of(u), story).sentences <= wide.sentences]

    def _may_stand(self, words: _Words) -> bool:
        """Whether words may be printed in marks, without their sentence."""
        if words.parts and words.fragment and tells_anything(words.own, self._page.story):
            return _stands_alone(words.utterance, words.leaning)
        if words.leaning < Degree.HANGS:
            return True
        language = language_of(words.own, self._page.story)
        text = first_of(words.utterance).text
        return not _is_alone(words.utterance) and doubts(text, before=words.before, language=language) < OPEN

    def _set_inside(self, wide: Around, inside: Sequence[Utterance]) -> None:
        story = self._page.story
        self.lines.append(in_sentence([u for u in inside if first_of(u) not in self._done], wide, story))
        self._page.used.update(wide.sentences)
        self._done.update(map(first_of, inside))
        self._above = wide, text_around(wide, story)

    def _set_in_marks(self, words: _Words) -> None:
        utterance = words.utterance
        shown = utterance
        if _is_own(utterance):
            shown = without_told(utterance, map(_printed, self.lines), self._page.story)
        self.lines.append(Line(utterance=shown, outlets=utterance.outlets))
        self._printed |= words.own.sentences
        self._above = words.own, f"{words.before} {first_of(utterance).text}"


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
