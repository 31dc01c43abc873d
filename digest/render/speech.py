"""Who said what: the quotations of a story, sorted by speaker, with their different cuts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.model import Excerpt, Quote, QuoteGroup, QuoteKind, Story
from digest.render.citations import without_comma
from digest.render.escape import visible_text
from digest.render.origins import printed_by

TYPED = str.maketrans("’‘“”", "''\"\"")
"""Curly marks and the straight ones of a typewriter: printing one for the other is no other cut."""
CERTAIN = 0.75
"""From this measured precision of its rule on, a speaker is printed as fact; below it, as not certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A cut of an utterance: the excerpts that print the same words, and the outlets that print it so."""

    excerpts: tuple[Excerpt, ...]
    words: int
    outlets: str

    @property
    def plain(self) -> str:
        """The words without what only types differently: curly marks, a capital, the full stop inside the marks."""
        return visible_text(self.excerpts[0].text).translate(TYPED).rstrip(" .,").lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said. `cuts[0]` is the fullest; `short` is True for a term of one or two words.

    `elsewhere` names the articles that print another cut; `edited` means that an editor corrected the speaker.
    """

    cuts: tuple[Cut, ...]
    short: bool
    elsewhere: str
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
    cuts = tuple(_cuts(quotes, story))
    return Utterance(
        cuts=cuts,
        short=short,
        elsewhere=printed_by(tuple(_elsewhere(cuts)), story),
        speaker=speaker.name if speaker else None,
        addressee=(best.addressee_name or (best.addressee.text if best.addressee else None)) if speaker else None,
        via=next((quote.via for quote in sure if quote.via), None) if speaker else None,
        edited=speaker.edited if speaker else False,
    )


def _elsewhere(cuts: Sequence[Cut]) -> Iterable[Excerpt]:
    """The other cuts, of other articles: one that quotes a part twice does not cut differently from itself."""
    here = {e.span.article_id for e in cuts[0].excerpts}
    for cut in cuts[1:]:
        if cut.plain != cuts[0].plain:
            yield from (e for e in cut.excerpts if e.span.article_id not in here)


def _cuts(quotes: Iterable[Quote], story: Story) -> Iterable[Cut]:
    """Join excerpts with exactly the same words; a comma at the end, the reporter's, does not count."""
    same: dict[str, list[Excerpt]] = {}
    for quote in quotes:
        same.setdefault(visible_text(without_comma(quote.excerpt).text), []).append(quote.excerpt)
    for words, excerpts in same.items():
        yield Cut(excerpts=tuple(excerpts), words=len(words.split()), outlets=printed_by(excerpts, story))
