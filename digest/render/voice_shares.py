"""Whose voices each article quotes, in words and share, and whom it names without quoting them.

It counts the words in quotation marks, by the speaker to whom the page gives them, whichever article's sentence told
who that is. Words whose speaker is not certain are counted as not attributed, also those that are too few for a line of
their own on the page, but for a term or two, which may be nobody's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.language.terms import words
from digest.model import Excerpt, Quote, QuoteKind, Speaker, SpeakerKind, Story, StoryPerson
from digest.render.escape import visible_text
from digest.render.origins import printed_by
from digest.render.speaker_names import printed_name
from digest.render.speech import given_speakers
from digest.render.statements import SURE
from digest.render.the_dead import is_told_dead
from digest.render.wording import count, percent

ARTICLES = 12
"""How many articles a page compares at most."""
VOICES, FEWER, FEW = 6, 3, 3
"""How many voices of one article are listed, and how many where more than a few articles are compared."""
EVIDENCE = 6
"""How many sentences are cited for one voice."""
OFTEN = 3
"""How often an article must name somebody, by name, who is then talked about."""
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
class Silent:
    """Somebody whom an article names and does not quote: the first mention, or the statements that tell their words."""

    name: str
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
    named: tuple[Silent, ...]
    stated: tuple[Silent, ...]


def article_voices(story: Story) -> tuple[ArticleVoices, ...]:
    """The voices of each article, copies that quote the same together; nothing where nothing can be compared."""
    if len(story.sources.originals) < 2:
        return ()
    given = given_speakers(story)
    found = tuple(_of_article(numbers, given, story) for numbers in _alike(given, story)[:ARTICLES])
    return found if any(voice.name for one in found for voice in one.voices) else ()


def _alike(given: Mapping[Excerpt, Speaker | None], story: Story) -> list[list[int]]:
    """The articles by their places; those of one origin that quote the same words stand together."""
    found: dict[tuple[int, frozenset[str]], list[int]] = {}
    originals = set(story.sources.originals)
    for number in sorted(range(len(story.articles)), key=lambda n: (n not in originals, n)):
        said = frozenset(visible_text(q.excerpt.text) for q in _shown(number, given, story))
        found.setdefault((story.sources.origins[number], said), []).append(number)
    return sorted(found.values())


def _shown(number: int, given: Mapping[Excerpt, Speaker | None], story: Story) -> list[Quote]:
    quotes = (quote for quote in story.findings[number].quotes if quote.show)
    return [quote for quote in quotes if quote.excerpt in given or quote.kind is not QuoteKind.TERM]


def _of_article(numbers: Sequence[int], given: Mapping[Excerpt, Speaker | None], story: Story) -> ArticleVoices:
    number = numbers[0]
    quotes = _shown(number, given, story)
    by_voice: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        speaker = given.get(quote.excerpt)
        key = (printed_name(speaker, story), _kind(speaker, story)) if speaker else ("", "")
        by_voice.setdefault(key, []).append(quote)
    total = sum(_length(quote) for quote in quotes)
    ranked = sorted(by_voice.items(), key=lambda item: (not item[0][0], -_words(item[1]), item[0]))
    found = (_silent(person, number, story) for person in _not_quoted(number, given, story))
    silent = [one for one in found if one]
    return ArticleVoices(
        outlets=printed_by([story.articles[n].excerpt(0, 0) for n in numbers], story),
        total=count(total, "quoted word"),
        kinds=_kinds(by_voice, total),
        voices=tuple(_rows(ranked, total, VOICES if len(story.sources.originals) <= FEW else FEWER)),
        named=tuple(one for one, states in silent if not states)[:NAMED],
        stated=tuple(one for one, states in silent if states)[:NAMED],
    )


def _kind(speaker: Speaker, story: Story) -> str:
    """What kind of source a speaker is; of a lone word with a capital nobody knows: "Sugito" may be a name."""
    name = printed_name(speaker, story)
    if speaker.kind is SpeakerKind.DESCRIPTION and name[:1].isupper() and " " not in name:
        return ""
    return KINDS[speaker.kind]


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
    for (name, kind), quotes in by_voice.items():
        shown = kind or ("kind not known" if name else "not attributed")
        amounts[shown] = amounts.get(shown, 0) + _words(quotes)
    if len(amounts) < 2 or not total:
        return ""
    ranked = sorted(amounts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{kind} {percent(amount / total)}" for kind, amount in ranked)


def _not_quoted(number: int, given: Mapping[Excerpt, Speaker | None], story: Story) -> Iterable[StoryPerson]:
    """The people whom an article names often without quoting them, and without words of nobody's beside their name."""
    article, quotes = story.articles[number], story.findings[number].quotes
    speakers = [speaker for quote in quotes for speaker in (given.get(quote.excerpt), quote.speaker) if speaker]
    quoted = {name for speaker in speakers for name in (speaker.name, *speaker.name.split(" and "))}
    unsure = {quote.sentence for quote in quotes if quote.show and given.get(quote.excerpt) is None}
    beside = " ".join(article.text[s.start : s.end] for n, s in enumerate(article.sentences) if n in unsure)
    for person in story.comparison.people:
        names = {person.name, *person.aliases}
        often = dict(person.mentions).get(article.id, 0) >= OFTEN
        if often and not names & quoted and not any(name in beside for name in names):
            yield person


def _silent(person: StoryPerson, number: int, story: Story) -> tuple[Silent, bool] | None:
    """Where an article states a person's words, else where it first names them; and whether it states any.

    Nothing where it is not sure whose words it states, or where the person is dead and could say none.
    """
    names = {person.name, *person.aliases}
    stated = [s for s in story.findings[number].statements if s.speaker.name in names]
    sure = [s.excerpt for s in stated if s.speaker.known_by in SURE]
    if not sure and (stated or is_told_dead(names, story)):
        return None
    first = [e for e in person.first if e.span.article_id == story.articles[number].id]
    return Silent(name=person.name, where=tuple((sure or first)[:EVIDENCE])), bool(sure)


def _words(quotes: Iterable[Quote]) -> int:
    return sum(_length(quote) for quote in quotes)


def _length(quote: Quote) -> int:
    return sum(1 for _ in words(quote.excerpt.text))
