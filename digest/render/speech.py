"""Who said what: the quotations of a story, sorted by speaker, each utterance once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.model import Excerpt, Quote, QuoteGroup, QuoteKind, Story
from digest.render.citations import without_comma
from digest.render.escape import visible_text
from digest.render.origins import printed_by

CERTAIN = 0.75
"""From this measured precision of its rule on, a speaker is printed as fact; below it, as not certain."""


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
    names: list[str | None] = [name for name in found if name is not None]
    if None in found:
        names.append(None)
    return tuple(_voice(name, found[name]) for name in names)


def certain(quote: Quote) -> bool:
    """Whether a quotation's speaker may be printed as fact."""
    return quote.speaker is not None and quote.confidence >= CERTAIN


def _voice(name: str | None, said: Sequence[Utterance]) -> Voice:
    return Voice(
        name=name,
        full=tuple(u for u in said if not u.short),
        short=tuple(u for u in said if u.short),
    )


def _utterance(group: QuoteGroup, story: Story) -> Utterance | None:
    quotes = [quote for quote in group.quotes if quote.show]
    sure = [quote for quote in quotes if certain(quote)]
    short = all(quote.kind is QuoteKind.TERM for quote in quotes)
    if not quotes or (short and not sure):
        return None  # a word or two by nobody in particular tell a reader nothing
    speaker = group.speaker if sure and group.speaker else None
    best = sure[0] if sure else quotes[0]
    excerpts = _same_words(quotes)
    here = {excerpt.span.article_id for excerpt in excerpts}
    others = [e for p in group.printings if p.differences for e in p.everywhere if e.span.article_id not in here]
    return Utterance(
        group=group,
        excerpts=excerpts,
        words=len(visible_text(excerpts[0].text).split()),
        outlets=printed_by(excerpts, story),
        short=short,
        elsewhere=printed_by(others, story),
        stated=printed_by([statement.excerpt for statement in group.stated], story) if speaker else "",
        speaker=speaker.name if speaker else None,
        addressee=(best.addressee_name or (best.addressee.text if best.addressee else None)) if speaker else None,
        via=next((quote.via for quote in sure if quote.via), None) if speaker else None,
        edited=speaker.edited if speaker else False,
    )


def _same_words(quotes: Sequence[Quote]) -> tuple[Excerpt, ...]:
    """The first quotation, and all that have exactly its words; a comma at the end, the reporter's, does not count."""
    first, *rest = [quote.excerpt for quote in quotes]
    words = visible_text(without_comma(first).text)
    return (first, *(e for e in rest if visible_text(without_comma(e).text) == words))
