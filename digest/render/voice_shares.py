"""Whose voices each article quotes, in words and share, and whom it names without quoting them.

It counts what the page shows: the words in quotation marks that it gives to a speaker, with what an editor corrected;
words whose speaker is not certain are counted as not attributed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.language.terms import words
from digest.model import Excerpt, Quote, Speaker, SpeakerKind, Story
from digest.render.origins import printed_by
from digest.render.speech import certain
from digest.render.wording import count, percent

ARTICLES = 12
"""How many articles a page compares at most."""
VOICES, FEWER, FEW = 6, 3, 3
"""How many voices of one article are listed, and how many where more than a few articles are compared."""
EVIDENCE = 6
"""How many sentences are cited for one voice."""
OFTEN = 2
"""How often an article must name somebody, who is then talked about."""
NAMED = 8
"""How many people who are named without being quoted are listed for one article."""
KINDS = {
    SpeakerKind.PERSON: "person",
    SpeakerKind.ORGANIZATION: "organization",
    SpeakerKind.COUNTRY: "country",
    SpeakerKind.DESCRIPTION: "not named",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceShare:
    """A voice in one article: what kind of source it is, its quoted words, their share, and where they stand."""

    name: str
    kind: str
    words: str
    share: str
    where: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleVoices:
    """The voices of one article, the one with most words first, and the people whom it names and does not quote.

    `total` is how many words it quotes, `kinds` how they are shared out by kind of source, where there are several. Of
    those who are not quoted, `stated` are the ones whose words it tells in its own, `named` the others.
    """

    outlets: str
    total: str
    kinds: str
    voices: tuple[VoiceShare, ...]
    named: tuple[Excerpt, ...]
    stated: tuple[Excerpt, ...]


def article_voices(story: Story) -> tuple[ArticleVoices, ...]:
    """The voices of each origin's article; nothing where no two articles can be compared, or none quotes anybody."""
    shown = story.sources.originals[:ARTICLES]
    if len(story.sources.originals) < 2:
        return ()
    found = tuple(_of_article(number, story) for number in sorted(shown))
    return found if any(voice.name for one in found for voice in one.voices) else ()


def _of_article(number: int, story: Story) -> ArticleVoices:
    article = story.articles[number]
    speakers = _speakers(story)
    quotes = [q for q in story.findings[number].quotes if q.show]
    by_voice: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        speaker = speakers.get(quote.excerpt, quote.speaker) if certain(quote) else None
        key = (speaker.name, KINDS[speaker.kind]) if speaker else ("", "")
        by_voice.setdefault(key, []).append(quote)
    total = sum(_length(quote) for quote in quotes)
    ranked = sorted(by_voice.items(), key=lambda item: (not item[0][0], -_words(item[1]), item[0]))
    silent = _silent(number, {name for name, _ in by_voice}, story)
    stating = {statement.speaker.name for statement in story.findings[number].statements}
    carriers = [
        a
        for a, origin in zip(story.articles, story.sources.origins, strict=True)
        if origin == story.sources.origins[number] and a is not article
    ]
    return ArticleVoices(
        outlets=printed_by([a.excerpt(0, 0) for a in (article, *carriers)], story),
        total=count(total, "quoted word"),
        kinds=_kinds(by_voice, total),
        voices=tuple(_rows(ranked, total, VOICES if len(story.sources.originals) <= FEW else FEWER)),
        named=tuple(mention for names, mention in silent if not names & stating)[:NAMED],
        stated=tuple(mention for names, mention in silent if names & stating)[:NAMED],
    )


def _speakers(story: Story) -> Mapping[Excerpt, Speaker]:
    """Each quotation's speaker under the name that the page uses for them."""
    return {
        quote.excerpt: group.speaker
        for group in story.comparison.quotes
        if group.speaker
        for quote in group.quotes
        if certain(quote)
    }


def _rows(ranked: Sequence[tuple[tuple[str, str], Sequence[Quote]]], total: int, most: int) -> Iterable[VoiceShare]:
    known = [item for item in ranked if item[0][0]]
    rest = known[most:] if len(known) > most + 1 else []
    for (name, kind), quotes in known[: len(known) - len(rest)]:
        yield _share(name, kind, quotes, total)
    if rest:
        yield _share(count(len(rest), "other voice"), "", [q for _, quotes in rest for q in quotes], total)
    for (name, _), quotes in ranked:
        if not name:
            yield _share("", "", quotes, total)


def _share(name: str, kind: str, quotes: Sequence[Quote], total: int) -> VoiceShare:
    return VoiceShare(
        name=name,
        kind=kind,
        words=count(_words(quotes), "word"),
        share=percent(_words(quotes) / total) if total else "",
        where=tuple(quote.excerpt for quote in quotes[:EVIDENCE]),
    )


def _kinds(by_voice: Mapping[tuple[str, str], Sequence[Quote]], total: int) -> str:
    """How the words are shared out by kind of source: "person 80 %, organization 20 %"."""
    amounts: dict[str, int] = {}
    for (_, kind), quotes in by_voice.items():
        amounts[kind or "not attributed"] = amounts.get(kind or "not attributed", 0) + _words(quotes)
    if len(amounts) < 2 or not total:
        return ""
    ranked = sorted(amounts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{kind} {percent(amount / total)}" for kind, amount in ranked)


def _silent(number: int, quoted: set[str], story: Story) -> list[tuple[set[str], Excerpt]]:
    """The names and the first mention of those whom this article names often, and does not quote."""
    article_id = story.articles[number].id
    found = []
    for person in story.comparison.people:
        names = {person.name, *person.aliases}
        first = next((e for e in person.first if e.span.article_id == article_id), None)
        if first is not None and dict(person.mentions).get(article_id, 0) >= OFTEN and not names & quoted:
            found.append((names, first))
    return found


def _words(quotes: Iterable[Quote]) -> int:
    return sum(_length(quote) for quote in quotes)


def _length(quote: Quote) -> int:
    return sum(1 for _ in words(quote.excerpt.text))
