"""Choose what is printed of quoted words that lean: the sentences that say what they are about, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from digest.language import subject
from digest.language.clarity import opens_against, opens_beside
from digest.language.datelines import has_dateline, told_excerpt
from digest.language.degrees import Degree
from digest.language.hanging import degree, without_link
from digest.language.lead_in import is_lead_in
from digest.language.quoting import MARKS, QUOTED
from digest.language.spoken import leans, means_one, tells_about, tells_occasion
from digest.language.spoken_words import spoken_words
from digest.language.terms import content_set, count_words, low_words, words
from digest.model import BlockKind, Excerpt, Quote, SpeakerKind, Story
from digest.render.around import LONGEST, Around, Sentences, fits, says_more, text_around
from digest.render.speech import CLAUSE

LITTLE = 8
"""How many words beside a quotation may say no more than who said it."""
BROKEN = (":", ";", ",", ".", ")", "&")
"""With what no whole sentence begins: ": a novel of the sea"."""
BEFORE, LEADING = 2, 4
"""How many sentences before a quotation may be printed with it, each of at least so many words: no "Holm recalled."."""


def is_of_another_time(quoted: Excerpt, own: Around, story: Story) -> bool:
    """Whether the sentence of some quoted words may tell that they were said on another occasion."""
    outside = QUOTED.sub(" ", text_around(own, story).replace(quoted.text, " "))
    return tells_occasion(outside, language=story.article(own.article).language)


def explained(  # noqa: PLR0913 - a quotation, whose it is, and what the page has
    own: Around,
    story: Story,
    mine: AbstractSet[Excerpt],
    name: str | None,
    taken: Sentences,
    *,
    known: AbstractSet[str] = frozenset(),
    below: Degree = Degree.HANGS,
) -> Around | None:
    """The shortest stretch of sentences that ends with a quotation's own and says what it is about.

    It has no quotation but those that are `mine`, which are the words of the one with the `name`, and no sentence that
    is `taken`; its first one must lean `below` a degree itself.
    """
    for around in _stretches(own, story):
        short = count_words(text_around(around, story)) <= LONGEST and around.sentences.isdisjoint(taken)
        if (
            short
            and _leads_to(around, own, story, name, below=below)
            and _is_led_in(around, own, story, name, known, below=below)
            and says_more(around, story)
            and _all_mine(around, story, mine)
            and opens_clear(around, story, name, below=below)
            and says_what(around, story)
            and (around.first < own.first or tells_more(own, story))
        ):
            return around
    return None


def _leads_to(around: Around, own: Around, story: Story, name: str | None, *, below: Degree) -> bool:
    """Whether sentences are of one paragraph, or the first tells of the speaker, or of what words hang on.

    Where words only point, a sentence of another paragraph may tell of anything.
    """
    if around.first == own.first or fits(around, story):
        return True
    article = story.article(around.article)
    sentence = article.text[article.sentences[around.first].start : article.sentences[around.first].end]
    if name and name.rpartition(" ")[2].lower() in {word.partition("'")[0] for word in low_words(sentence)}:
        return True
    above = f"{name}." if name else ""
    hangs = leans(QUOTED.sub(" ", sentence), before=above, language=article.language) is Degree.HANGS
    return below is Degree.HANGS and not hangs and _is_of_one(around, own, story)


def _is_of_one(around: Around, own: Around, story: Story) -> bool:
    """Whether sentences of another paragraph tell of a thing of which a quotation's own does, or of one whom it means.

    "Ann Ito is a graduate of Bern." leads to no “I am sure that it is right,” Jan Roth said of his choice.
    """
    article = story.article(own.article)
    lead = text_around(around._replace(last=own.first - 1), story)
    if any(means_one(quote.excerpt.text, language=article.language) for quote in quotes_in(own, story)):
        return True
    plain = content_set(" ".join(map(str, subject(article.language, "compare")["plain"])), language=article.language)
    told = content_set(text_around(own, story), language=article.language)
    return bool((content_set(lead, language=article.language) & told) - plain)


def _is_led_in(  # noqa: PLR0913 - a quotation, whose it is, and what the page has
    around: Around, own: Around, story: Story, name: str | None, known: AbstractSet[str], *, below: Degree
) -> bool:
    """Whether each sentence before that of a quotation leads to it: it tells something, and no report of another one.

    Only where words hang on what another one says may his report stand before them: “That is wrong,” Ann Ito said.
    """
    article = story.article(own.article)
    statements = story.findings[story.number(own.article) - 1].statements
    for at in range(around.first, own.first):
        text, beside = article.sentence_excerpt(at).text, text_around(own._replace(first=at + 1), story)
        others = (s.speaker for s in statements if s.sentence == at and s.speaker.kind is not SpeakerKind.DESCRIPTION)
        if below is not Degree.HANGS and any(other.name != name for other in others):
            return False
        if not is_lead_in(text, name or "", beside=beside, known=known, language=article.language):
            return False
    return True


def tells_more(own: Around, story: Story) -> bool:
    """Whether the words outside the marks say more than who said it."""
    return count_words(QUOTED.sub(" ", text_around(own, story))) > LITTLE


def tells_anything(own: Around, story: Story) -> bool:
    """Whether there are words outside the marks at all."""
    return count_words(QUOTED.sub(" ", text_around(own, story))) > 0


def says_what(around: Around, story: Story, *, before: str = "") -> bool:
    """Whether all that is taken up in quoted words is told before them, in their sentences or in what is printed above.

    “It is old,” Ann Ito said of the bridge: what stands behind may tell it, too; that Ann Ito speaks tells nothing.
    """
    article = story.article(around.article)
    start = told_excerpt(article, article.sentences[around.first]).span.start
    end = article.sentences[around.last].end
    for quoted in (quote.excerpt for quote in quotes_in(around, story)):
        lead = _without_source(start, quoted.span.start, around, story)
        if leans(quoted.text, before=before, lead=lead, language=article.language) is Degree.HANGS:
            behind = _without_source(quoted.span.end, end, around, story).lstrip("".join(MARKS))
            behind = QUOTED.sub(" ", behind)
            one = means_one(quoted.text, before=f"{before} {lead}".strip(), language=article.language)
            if not tells_about(behind, somebody=one, language=article.language):
                return False
    return True


def _without_source(start: int, end: int, around: Around, story: Story) -> str:
    """The text from one place to another without the words for who speaks in it, and what they are: ", a sailor,"."""
    article = story.article(around.article)
    text, at = [], start
    spoken = (quote.speaker.mention.span for quote in quotes_in(around, story) if quote.speaker)
    for span in sorted({span for span in spoken if start <= span.start and span.end <= end}, key=lambda s: s.start):
        text.append(article.text[at : max(at, span.start)])
        at = max(at, span.end)
        if role := _role(article.language).match(article.text, at, end):
            at = role.end()
    return "".join((*text, article.text[at:end])).strip()


@cache
def _role(language: str) -> re.Pattern[str]:
    """What somebody is, behind his name: ", a political analyst and former sailor"."""
    data = subject(language, "summarize")
    articles = "|".join(map(str, (*data.get("introduced", {}).get("determiners", ()), *data["articles"])))
    return re.compile(rf", (?:{articles})\b[^,.;”]*,?")


def _stretches(own: Around, story: Story) -> Iterator[Around]:
    """The sentences of a quotation with those of the body before it, and at last alone.

    A headline is no sentence that leads to another one, and a dateline is nothing that a quotation is about.
    """
    article = story.article(own.article)
    for first in range(own.first - 1, max(own.first - BEFORE, 0) - 1, -1):
        sentence = article.sentences[first]
        if sentence.kind is not BlockKind.BODY:
            break
        if has_dateline(article, sentence):
            break
        if count_words(article.text[sentence.start : sentence.end]) >= LEADING:
            yield own._replace(first=first)
    yield own


def _all_mine(around: Around, story: Story, mine: AbstractSet[Excerpt]) -> bool:
    return all(quote.excerpt in mine for quote in quotes_in(around, story))


def quotes_in(around: Around, story: Story) -> Sequence[Quote]:
    """The quotations of some sentences, those that are not shown among them."""
    found = story.findings[story.number(around.article) - 1].quotes
    return [quote for quote in found if quote.show and around.first <= quote.sentence <= around.last]


def tells_whose(around: Around, story: Story) -> bool:
    """Whether the words that stand for who speaks are among some sentences, or a reader gives them to somebody else."""
    article = story.article(around.article)
    start, end = article.sentences[around.first].start, article.sentences[around.last].end
    for quote in quotes_in(around, story):
        mention = quote.speaker.mention.span if quote.speaker else None
        if mention is None and count_words(quote.excerpt.text) >= CLAUSE:
            return False
        if mention and not (start <= mention.start and mention.end <= end):
            return False
    return True


def opens_clear(around: Around, story: Story, name: str | None, *, below: Degree = Degree.HANGS) -> bool:
    """Whether the first of some sentences says what it is about; the `name` of who is quoted stands above it.

    The words in marks are not asked. Where no name stands above, "The bill would …" does not open clearly either; with
    one, "Another sailor, Jan Roth, …" does not.
    """
    article = story.article(around.article)
    first = article.sentences[around.first]
    text, end = article.text[first.start : first.end], first.end
    if text[:1] in BROKEN or (name and opens_beside(text, language=article.language)):
        return False
    if opens_against(text, language=article.language):
        return False
    for mention in _mentions(around, story, name) if name else ():
        start, stop = mention.span.start, mention.span.end
        if first.start <= start and stop <= end:
            text, end = f"{text[: start - first.start]}{name}{text[stop - first.start :]}", start
            text = _with_name(text, start - first.start, str(name), article.language)
        elif text.partition(" ")[0].lower() == mention.text.lower():  # "She … And then," she said
            text = _with_name(text, len(mention.text), str(name), article.language)
    if name:
        text = without_link(text, language=article.language)  # "In response, Ann Ito said" is clear under her name
    limit = below if name or text[:1] in MARKS else min(below, Degree.POINTS)
    return degree(QUOTED.sub("“words”", text), language=article.language) < limit


def _with_name(text: str, until: int, name: str, language: str) -> str:
    """A sentence with a name for the first pronoun, where that stands before who is quoted: "As he left, Ann Ito".

    "It was a shame, Ann Ito said": "it" is nobody, and stays.
    """
    spoken = spoken_words(language)
    persons = frozenset(subject(language, "summarize")["leaning"]["speaking"]) - (spoken.things if spoken else set())
    for word in words(text[:until]):
        if word.text.lower() in persons:
            return f"{text[: word.start]}{name}{text[word.end :]}"
    return text


def _mentions(around: Around, story: Story, name: str | None) -> Sequence[Excerpt]:
    """The words that stand for who is quoted or states something in some sentences, the last ones first."""
    findings = story.findings[story.number(around.article) - 1]
    quoted = (quote.speaker for quote in quotes_in(around, story))
    stated = (s.speaker for s in findings.statements if s.sentence == around.first and s.speaker.name == name)
    found = {s.mention.span.start: s.mention for s in (*quoted, *stated) if s}
    return [found[start] for start in sorted(found, reverse=True)]
