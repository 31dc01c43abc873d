"""Who said what: the quotations of a story, sorted by speaker, each utterance once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.language.remembered import of_sentences
from digest.language.terms import count_words, low_words
from digest.model import CERTAIN, Excerpt, Printing, Quote, QuoteGroup, QuoteKind, Speaker, SpeakerKind, Story
from digest.render.escape import visible_text
from digest.render.origins import printed_by
from digest.render.speaker_names import printed_name

NAMELESS = SpeakerKind.DESCRIPTION
CLAUSE = 5
"""From how many words on a quotation is shown whose speaker is not certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said: its fullest cut, where the same words stand, and the outlets that print them.

    `short` is True for a term of one or two words. `elsewhere` names the outlets that print other words, `stated` those
    that state it without quotation marks; `edited` means that an editor corrected the speaker.
    """

    group: QuoteGroup
    excerpts: tuple[Excerpt, ...]
    words: int
    outlets: str
    short: bool
    elsewhere: str
    stated: str
    speaker: str | None
    addressee: str | None
    via: Excerpt | None
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one speaker said; `name` is None for the words whose speaker is not certain."""

    name: str | None
    full: tuple[Utterance, ...]
    short: tuple[Utterance, ...]

    @property
    def count(self) -> int:
        """How many utterances there are."""
        return len(self.full) + len(self.short)


def voices(story: Story) -> tuple[Voice, ...]:
    """Group a story's quotations by speaker, in the order of the comparison; uncertain ones come last."""
    found: dict[str | None, list[Utterance]] = {}
    for group in story.comparison.quotes:
        utterance = _utterance(group, story)
        if utterance:
            found.setdefault(utterance.speaker, []).append(utterance)
    names: list[str | None] = [name for name in found if name is not None and _tells(found[name])]
    if None in found:
        names.append(None)
    return tuple(_voice(name, found[name]) for name in names)


def given_speakers(story: Story) -> Mapping[Excerpt, Speaker | None]:
    """The quotations that the page shows, in every article's cut, with the speaker to whom it gives them."""
    shown: list[tuple[QuoteGroup, Utterance]] = []
    by_name: dict[str | None, list[Utterance]] = {}
    for group in story.comparison.quotes:
        utterance = _utterance(group, story)
        if utterance:
            shown.append((group, utterance))
            by_name.setdefault(utterance.speaker, []).append(utterance)
    return {
        quote.excerpt: group.speaker if utterance.speaker is not None else None
        for group, utterance in shown
        if utterance.speaker is None or _tells(by_name[utterance.speaker])
        for quote in group.quotes
        if quote.show
    }


def _tells(said: Sequence[Utterance]) -> bool:
    """Whether a voice deserves a heading: one with a name, or more than a word or two of “a report”."""
    return any(not u.short or u.edited or (u.group.speaker and u.group.speaker.kind is not NAMELESS) for u in said)


def certain(quote: Quote) -> bool:
    """Whether a quotation's speaker may be printed as fact."""
    return quote.speaker is not None and quote.confidence >= CERTAIN


def _is_clause(quote: Quote) -> bool:
    """Whether a quotation says something by itself: a clause, not “on several occasions”."""
    return quote.kind is not QuoteKind.TERM and len(visible_text(quote.excerpt.text).split()) >= CLAUSE


def _voice(name: str | None, said: Sequence[Utterance]) -> Voice:
    """What one speaker said; a word or two that stand in a longer quotation of theirs are not told again."""
    full = tuple(u for u in said if not u.short)
    longer = [spoken(u.excerpts[0]) for u in full]
    return Voice(
        name=name,
        full=full,
        short=tuple(
            u for u in said if u.short and (u.edited or not any(spoken(u.excerpts[0]) in text for text in longer))
        ),
    )


def spoken(excerpt: Excerpt) -> str:
    """The words of an excerpt, without marks and capitals, between spaces."""
    return _spoken[excerpt.text]


_spoken = of_sentences(lambda text: f" {' '.join(low_words(visible_text(text)))} ")


def _utterance(group: QuoteGroup, story: Story) -> Utterance | None:
    quotes = [quote for quote in group.quotes if quote.show]
    sure = [quote for quote in quotes if certain(quote)]
    short = all(quote.kind is QuoteKind.TERM for quote in quotes)
    if not quotes or (not sure and not any(_is_clause(quote) for quote in quotes)):
        return None  # a phrase by nobody in particular tells a reader nothing
    speaker = group.speaker if sure and group.speaker else None
    best = sure[0] if sure else quotes[0]
    excerpts = _same_words(quotes)
    told = next((p for p in group.printings if excerpts[0] in p.everywhere), None)
    other = told is not None and bool(told.differences)  # the page shows a printing that is not the fullest
    alike = [p for p in group.printings if (p is told if other else not p.differences)]  # the words, in pieces or not
    same = [p for p in alike if p is told or _has_words(p, excerpts[0])]
    uncut = [e for p in same for e in p.everywhere]
    here = {excerpt.span.article_id for excerpt in (*excerpts, *uncut)}
    others = [e for p in group.printings if p not in same for e in p.everywhere if e.span.article_id not in here]
    return Utterance(
        group=group,
        excerpts=excerpts,
        words=count_words(visible_text(excerpts[0].text)),
        outlets=printed_by([*excerpts, *uncut], story),
        short=short,
        elsewhere=printed_by(others, story),
        stated=printed_by([statement.excerpt for statement in group.stated], story) if speaker else "",
        speaker=printed_name(speaker, story) if speaker else None,
        addressee=(best.addressee_name or (best.addressee.text if best.addressee else None)) if speaker else None,
        via=best.via if speaker and len(here) == 1 and best.via and _is_told(best.via) else None,
        edited=speaker.edited if speaker else False,
    )


def _has_words(printing: Printing, excerpt: Excerpt) -> bool:
    """Whether a printing has some words to the last one, be it a mere "and", in pieces or not."""
    joined = " ".join(spoken(piece).strip() for piece in printing.pieces)
    return spoken(excerpt) in f" {joined} "


def _is_told(via: Excerpt) -> bool:
    """Whether a channel says anything: "a letter to the mayor", "Twitter", but not "the interview"."""
    first, *rest = via.text.lower().split()
    return first != "the" or len(rest) > 1


def _same_words(quotes: Sequence[Quote]) -> tuple[Excerpt, ...]:
    """The first quotation, and all that have its words: their marks and capitals are an outlet's, not the speaker's."""
    first, *rest = [quote.excerpt for quote in quotes]
    text = spoken(first)
    return (first, *(e for e in rest if spoken(e) == text))
