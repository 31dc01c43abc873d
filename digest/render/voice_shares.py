"""Whose voices each article quotes, in words and share, and whom it names without quoting them.

It counts the words in quotation marks, by the speaker to whom the page gives them, whichever article's sentence told
who that is; but no term of a word or two, which may be nobody's words. Words whose speaker is not certain are counted
as that, also those that are too few for a line of their own on the page. Where they are more than a few, or all are
few, no share is right, and none shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate

from digest.language import subject
from digest.language.nobody import opens_with_stranger
from digest.language.terms import count_words, low_words
from digest.model import Article, BlockKind, Excerpt, Quote, QuoteKind, Span, Speaker, SpeakerKind, Story
from digest.render.escape import visible_text
from digest.render.origins import printed_by
from digest.render.silent import EVIDENCE, Silent, silent_people
from digest.render.speaker_names import printed_name
from digest.render.speech import certain, given_speakers
from digest.render.statements import says_who
from digest.render.wording import count, percent

ARTICLES = 12
"""How many articles a page compares at most."""
VOICES, FEWER, FEW = 6, 3, 3
"""How many voices of one article are listed, and how many where more than a few articles are compared."""
UNCERTAIN = 0.05
"""Up to which share of words whose speaker is not certain an article's voices are compared."""
LEAST = 5
"""How many words an article must quote for shares of them to tell anything."""
MARK = re.compile(r"[“”„«»]|(?<!\d)\"|(?<!\w)['‘](?=\w)")  # but: 5'6"
OPENING = "“«"
BESIDE = 2
"""Within how many characters of a quotation its marks stand: typed ``so'', or behind a blank."""
NAMED = 8
"""How many people who are named without being quoted are listed for one article."""
KINDS = {
    SpeakerKind.PERSON: "",
    SpeakerKind.ORGANIZATION: "organization",
    SpeakerKind.COUNTRY: "country",
    SpeakerKind.DESCRIPTION: "not named",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceShare:
    """A voice in one article: the kind of a source that is no person, its quoted words, their share, and where."""

    name: str
    kind: str
    words: str
    share: str
    where: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleVoices:
    """The voices of one article, the one with most words first, and the people whom it names and does not quote.

    `total` is how many words it quotes. Of those who are not quoted, `stated` are the ones whose words it tells in its
    own, `named` the others. It is not `certain` where there are too few words, or too many that may be anybody's.
    """

    outlets: str
    total: str
    voices: tuple[VoiceShare, ...]
    named: tuple[Silent, ...]
    stated: tuple[Silent, ...]
    certain: bool


def article_voices(story: Story) -> tuple[ArticleVoices, ...]:
    """The voices of each article, copies that quote the same together; nothing where nothing can be compared."""
    if len(story.sources.originals) < 2:
        return ()
    given = given_speakers(story)
    found = tuple(_of_article(numbers, given, story) for numbers in _alike(story)[:ARTICLES])
    shared = [one for one in found if one.certain]
    return found if len(shared) > 1 and any(voice.name for one in shared for voice in one.voices) else ()


def _alike(story: Story) -> list[list[int]]:
    """The articles by their places; those of one origin that quote the same words stand together."""
    found: dict[tuple[int, frozenset[str]], list[int]] = {}
    originals = set(story.sources.originals)
    for number in sorted(range(len(story.articles)), key=lambda n: (n not in originals, n)):
        said = frozenset(visible_text(q.excerpt.text) for q in _shown(number, story))
        found.setdefault((story.sources.origins[number], said), []).append(number)
    return sorted(found.values())


def _shown(number: int, story: Story) -> list[Quote]:
    return [quote for quote in story.findings[number].quotes if quote.show and quote.kind is not QuoteKind.TERM]


def _of_article(numbers: Sequence[int], given: Mapping[Excerpt, Speaker | None], story: Story) -> ArticleVoices:
    number = numbers[0]
    quotes = _shown(number, story)
    by_voice: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        speaker = _speaker(quote, given, story)
        key = _voice(speaker, story) if speaker else ("", "")
        by_voice.setdefault(key, []).append(quote)
    total = sum(_length(quote) for quote in quotes)
    ranked = sorted(by_voice.items(), key=lambda item: (not item[0][0], -_words(item[1]), item[0]))
    whole = not _has_lone_mark(number, story)
    silent = list(silent_people(number, given, story)) if whole else []
    return ArticleVoices(
        outlets=printed_by([story.articles[n].excerpt(0, 0) for n in numbers], story),
        total=count(total, "word"),
        voices=tuple(_rows(ranked, total, VOICES if len(story.sources.originals) <= FEW else FEWER)),
        named=tuple(one for one in silent if not one.states)[:NAMED],
        stated=tuple(one for one in silent if one.states)[:NAMED],
        certain=whole and _is_certain(number, total, _words(by_voice.get(("", ""), ())), story),
    )


def _is_certain(number: int, total: int, uncertain: int, story: Story) -> bool:
    """Whether an article quotes enough, by speakers that are known, to be shared out; or has no quotation mark."""
    if total < LEAST:
        return not total and not MARK.search(story.articles[number].text)
    return uncertain <= UNCERTAIN * total


def _has_lone_mark(number: int, story: Story) -> bool:
    """Whether a quotation mark has no partner, so that words may be somebody's which are counted as nobody's."""
    article, spans = story.articles[number], [q.excerpt.span for q in story.findings[number].quotes]
    fronts = {block.start for block in article.blocks}
    if any(_opens_twice(article, span, fronts) for span in spans):
        return True
    marks = (
        match.start()
        for block in article.blocks
        if block.kind is BlockKind.BODY
        for match in MARK.finditer(article.text, block.start, block.end)
    )
    spans.sort(key=lambda span: span.start)
    starts, ends = [span.start for span in spans], list(accumulate((span.end for span in spans), max))

    def has_partner(mark: int) -> bool:
        """Whether some quotation that begins up to a mark also ends there or behind it."""
        begun = bisect_right(starts, mark + BESIDE)
        return begun > 0 and mark < ends[begun - 1] + BESIDE

    return not all(map(has_partner, marks))


def _opens_twice(article: Article, span: Span, fronts: AbstractSet[int]) -> bool:
    """Whether a mark of the kind that opens quoted words opens again in a later sentence of them.

    Where words go on in the next paragraph, a mark opens it: `fronts` are where the paragraphs begin.

    He calls it “our pride. But he says that the “old ship” is the largest one.
    """
    mark = next((m for m in article.text[max(0, span.start - 1) : span.start + 1] if m in OPENING), "")
    if not mark:
        return False
    inside = (at for at in range(span.start + 1, span.end) if article.text[at] == mark and at not in fronts)
    return any(article.sentence_at(at) > article.sentence_at(span.start) for at in inside)


def _speaker(quote: Quote, given: Mapping[Excerpt, Speaker | None], story: Story) -> Speaker | None:
    """Whose words these are.

    Nobody knows where another article tells it, and this one rather means somebody else; nor whom words mean that say
    something only beside others, "the letter" and "he".
    """
    speaker, own = given.get(quote.excerpt), quote.speaker
    if speaker is None or not _is_known(speaker, story) or (own and _may_be_stranger(own, story)):
        return None
    if own is None or own.kind is not SpeakerKind.PERSON or certain(quote):
        return speaker
    return speaker if printed_name(own, story) == printed_name(speaker, story) else None


def _may_be_stranger(speaker: Speaker, story: Story) -> bool:
    """Whether a pronoun may mean somebody without a name: "The driver told reporters that … “…,” he said"."""
    article = story.article(speaker.mention.span.article_id)
    if speaker.kind is not SpeakerKind.PERSON or speaker.edited or " " in speaker.mention.text:
        return False
    at = article.sentence_at(speaker.mention.span.start)
    if not at or speaker.mention.text.lower() not in subject(article.language, "summarize")["leaning"]["pronouns"]:
        return False
    before = article.sentence_excerpt(at - 1).text
    stranger = opens_with_stranger(before, language=article.language)
    roles = (role.text for person in story.comparison.people if person.name == speaker.name for role in person.roles)
    named = speaker.name.rpartition(" ")[2] in before
    return bool(stranger) and not named and not any(stranger in low_words(role) for role in roles)


def _is_known(speaker: Speaker, story: Story) -> bool:
    language = story.article(speaker.mention.span.article_id).language
    return speaker.kind is not SpeakerKind.DESCRIPTION or says_who(speaker, language)


def _voice(speaker: Speaker, story: Story) -> tuple[str, str]:
    """The name of a voice, and what kind of source it is; nobody knows that of a lone "Sugito", nor of "the board"."""
    name, kind = printed_name(speaker, story), KINDS[speaker.kind]
    lone = name[:1].isupper() and " " not in speaker.name  # and what it is a misprint of
    if speaker.kind is SpeakerKind.DESCRIPTION and (lone or _is_short_for_body(name, story)):
        return name, ""
    return name, kind


def _is_short_for_body(description: str, story: Story) -> bool:
    """Whether an article names a body by the words of a description and more: "the Harbour board"."""
    words = set(low_words(description.removeprefix("the ")))
    bodies = (body.name for findings in story.findings for body in findings.organizations)
    return any(words < set(low_words(name)) for name in bodies)


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


def _words(quotes: Iterable[Quote]) -> int:
    return sum(_length(quote) for quote in quotes)


def _length(quote: Quote) -> int:
    return count_words(quote.excerpt.text)
