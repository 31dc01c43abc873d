"""What is said without quotation marks: the sentences that say so, each once, from all articles in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import NamedTuple

from digest.language import subject
from digest.language.datelines import told_excerpt
from digest.language.degrees import Degree
from digest.language.denying import denies
from digest.language.hanging import degree
from digest.language.introduced import not_introduced
from digest.language.listed import stands_alone
from digest.language.news import is_background, is_scene
from digest.language.senses import senses_of
from digest.language.spoken import says_same
from digest.language.terms import content_set, content_stems, low_words, words
from digest.model import Article, Excerpt, Findings, KnownBy, Speaker, SpeakerKind, Statement, Story
from digest.render.escape import visible_text
from digest.render.printed import Printed
from digest.render.recalled import is_another
from digest.render.summarized import summary_texts

STATEMENTS = 5
"""How many statements without quotation marks a page shows at most."""
SURE = frozenset({KnownBy.NAME, KnownBy.ROLE, KnownBy.NEAR, KnownBy.ONE})
"""How a pronoun or a description must be known to be somebody's for his name to stand behind it."""
NEAR = 2
"""How many sentences from a source's own words the page may find that the same is told in the reporter's."""
SHORT = 2
"""Of how many words a description with "the" is that takes somebody up: "the group"."""
LONG = 45
"""Of how many words a sentence is that stands behind the shorter ones."""
MAIN = 0.4
"""Of which part of its sentence a statement is, or it stands behind: the sentence tells something else."""
AGAIN = 0.6
"""Which part of the words of a statement that stand in one sentence above make it one that is told again."""
HALF = 0.5
"""Which part of the words without those that say whose they are must be among them."""
TELLING = 4
"""How many words of what is stated stand in a sentence at least that tells it again."""
ALIKE = 2
"""How many words must be in common where two articles, or two sentences in a row, tell the same of one source."""
LEAST = 1
"""Up to how many statements are filled up with those that stand behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """The sentence of a statement, and where copies of its article have it, too.

    `name` is whom a pronoun or a description in it means: "He said that …" needs it, "Ann Ito said that …" does not.
    """

    sentence: Excerpt
    name: str | None = None
    also: tuple[Excerpt, ...] = ()


class Stated(NamedTuple):
    """What is said, without the words that say by whom, and the stems of these."""

    text: str
    source: frozenset[str]


def statement_lines(
    story: Story, shown: AbstractSet[tuple[str, int]], above: Printed
) -> tuple[tuple[StatementLine, ...], bool]:
    """The statements of a page, and whether there are more: none of a sentence that the page has `shown`.

    Only those are shown whose sentences stand by themselves and name or describe their source, and of which what
    stands `above` has told nothing. The articles take turns, so that none is left out because another one tells much,
    and what tells most of the headlines comes first; what copies of one text state is told once.
    """
    beside = {statement.excerpt for group in story.comparison.quotes for statement in group.stated}
    taken = shown | {(f.article_id, quote.sentence) for f in story.findings for quote in f.quotes if quote.show}
    quoted = _quoted(story, shown)
    told = [story.article(article).sentence_excerpt(at) for article, at in sorted(shown)]
    known = {s for e in told for s in content_stems(e.text, language=story.article(e.span.article_id).language)}
    heads = {s for a in story.articles if a.headline for s in content_stems(a.headline.text, language=a.language)}
    clear: dict[
        StatementLine, tuple[bool, int]
    ] = {}  # whether it stands behind, and how much of the headlines it tells
    stated: dict[StatementLine, Stated] = {}
    found: dict[tuple[int, str], list[tuple[Article, Statement]]] = {}
    for article, findings, origin in zip(story.articles, story.findings, story.sources.origins, strict=True):
        for statement in findings.statements:
            place = article.id, statement.sentence
            if place not in taken and statement.excerpt not in beside:
                key = origin, visible_text(article.sentence_excerpt(statement.sentence).text)
                found.setdefault(key, []).append((article, statement))
    by_article: dict[str, list[StatementLine]] = {article.id: [] for article in story.articles}
    for (article, statement), *others in found.values():
        line = statement_line(
            article, statement, [told_excerpt(a, a.sentences[s.sentence]) for a, s in others if a is not article]
        )
        if line:
            by_article[article.id].append(line)
            source = content_stems(statement.speaker.mention.text, language=article.language)
            stated[line] = Stated(statement.excerpt.text, frozenset(source))
            plain = _is_plain(line, statement, article.language, known.union(source), above)
            own = story.findings[story.number(article.id) - 1]
            leads = _leads_to(statement, article, quoted) or _is_quoted(statement, article, own, shown)
            scene = is_scene(line.sentence.text, language=article.language)  # "were walking home"
            if plain and not (leads or scene or is_another(article, statement.sentence)):
                clear[line] = _rank(line, statement, article, heads)
    turns = [line for line in chain.from_iterable(zip_longest(*by_article.values())) if line]
    different = _different(turns, told, story, stated)
    able = {i: [line for line in different if line in clear and _is_of(line, i)] for i in by_article}
    ranked = {i: sorted(lines, key=lambda line: clear[line]) for i, lines in able.items()}
    best = [line for line in chain.from_iterable(zip_longest(*ranked.values())) if line]
    first = [line for line in best if not clear[line][0]][:STATEMENTS]
    chosen = {*first, *[line for line in best if clear[line][0]][: max(0, LEAST - len(first))]}
    shows = tuple(line for lines in by_article.values() for line in lines if line in chosen)
    return shows, len(different) > len(shows)


def _is_of(line: StatementLine, article: str) -> bool:
    return line.sentence.span.article_id == article


def _rank(line: StatementLine, statement: Statement, article: Article, heads: AbstractSet[str]) -> tuple[bool, int]:
    """Whether a statement stands behind others, as it is long, little of its sentence or no news; how much it tells."""
    text, year = line.sentence.text, article.published.value.year if article.published else None
    size, own = len(low_words(text)), len(low_words(statement.excerpt.text))
    behind = size > LONG or own < MAIN * size or is_background(text, year, language=article.language)
    return behind, -len(heads & content_set(text, language=article.language))


def _different(
    lines: Sequence[StatementLine], told: Sequence[Excerpt], story: Story, stated: Mapping[StatementLine, Stated]
) -> Sequence[StatementLine]:
    """The lines without those that say nearly the same as one before them, or as what the page has `told`.

    What a line only states must not stand in what the page tells first of all.
    """
    found: list[StatementLine] = []
    firsts = _firsts(story)
    for line in lines:
        language = story.article(line.sentence.span.article_id).language
        others = (*told, *(other.sentence for other in found))
        own = stated[line]
        again = any(_tells_again(line.sentence.text, other.text, own.text, language) for other in others) or any(
            says_as_well(own, stated[other], language) for other in found if not _is_of(other, _article(line))
        )
        if not again and not any(states_again(own.text, first, language) for first in firsts):
            found.append(line)
    return found


def says_as_well(one: Stated, other: Stated, language: str) -> bool:
    """Whether one source says the same in two articles: the vote was "free and fair", the poll was "rather fair"."""
    if one.source != other.source or denies(one.text, language=language) != denies(other.text, language=language):
        return False
    own, told = (senses_of(content_stems(said.text, language=language), language=language) for said in (one, other))
    if own and own[-1:] == told[-1:] and max(len(own), len(told)) <= TELLING:
        return True  # "was fair" and "was largely fair", of whatever it was
    return len({*own} & {*told}) >= max(ALIKE, HALF * min(len({*own}), len({*told})))


def _article(line: StatementLine) -> str:
    return line.sentence.span.article_id


def _firsts(story: Story) -> Sequence[str]:
    """The sentences of the summary and of the points."""
    return [*summary_texts(story), *(teller.text for point in story.comparison.points for teller in point.tellers)]


def _tells_again(text: str, told: str, stated: str, language: str) -> bool:
    """Whether what a sentence tells is told already, as far as most of its words go: not only those of its source."""
    own, other = content_set(text, language=language), content_set(told, language=language)
    most = len(own & other) >= AGAIN * len(own)
    said = content_set(stated, language=language)
    return (most and len(said & other) >= HALF * len(said)) or says_same(text, told, language=language)


def states_again(stated: str, told: str, language: str) -> bool:
    """Whether what is stated is told already: "A bear got away, the zoo said" behind "A bear got away in Melk"."""
    own, other = content_set(stated, language=language), content_set(told, language=language)
    enough = len(own & other) >= max(AGAIN * len(own), TELLING)
    return enough and denies(stated, language=language) == denies(told, language=language)


def _quoted(story: Story, shown: AbstractSet[tuple[str, int]]) -> Mapping[tuple[str, str], Sequence[int]]:
    """The sentences that the page has with words of a source in quotation marks, by their article and the source."""
    found: dict[tuple[str, str], list[int]] = {}
    for findings in story.findings:
        for quote in findings.quotes:
            if quote.show and quote.speaker and (findings.article_id, quote.sentence) in shown:
                found.setdefault((findings.article_id, quote.speaker.name), []).append(quote.sentence)
    return found


def _leads_to(statement: Statement, article: Article, quoted: Mapping[tuple[str, str], Sequence[int]]) -> bool:
    """Whether the source's own words stand beside it on the page: Ann Ito said it was safe. “It is,” she said."""
    beside = quoted.get((article.id, statement.speaker.name), ())
    return any(abs(sentence - statement.sentence) <= NEAR for sentence in beside)


def _is_quoted(statement: Statement, article: Article, findings: Findings, shown: AbstractSet[tuple[str, int]]) -> bool:
    """Whether the page has the same in marks right behind it, of one who is only named there.

    The head of the league said the pier would close if it rained. “If it rains, we close the pier,” Ann Ito said.
    """
    if statement.speaker.kind is not SpeakerKind.DESCRIPTION:
        return False
    own = content_set(statement.excerpt.text, language=article.language)
    next_ = (q for q in findings.quotes if q.sentence == statement.sentence + 1 and (article.id, q.sentence) in shown)
    return any(len(own & content_set(q.excerpt.text, language=article.language)) >= ALIKE for q in next_)


def _is_plain(
    line: StatementLine, statement: Statement, language: str, known: AbstractSet[str], above: Printed
) -> bool:
    """Whether a sentence alone says whose statement it is, and about what; the page has told what is `known`."""
    text = line.sentence.text
    opens = _opening_name(statement, line.sentence)
    if opens and statement.speaker.mention.text.lower() not in above.words:
        return False
    whole = _with_name(line.sentence, statement, opens)
    if line.name is not None or _is_thought(statement, language) or not stands_alone(whole, language=language):
        return False
    if above.leaves_open(text, language=language) or above.takes_up(text, language=language):
        return False
    return not _opens_among_others(text, language) and not not_introduced(text, known, language=language)


def _is_thought(statement: Statement, language: str) -> bool:
    """Whether a source is told to think something: that it said so, nobody tells."""
    return statement.cue.text.lower() in subject(language, "summarize")["leaning"].get("thought", ())


def _opens_among_others(text: str, language: str) -> bool:
    """Whether a sentence opens with some of those that were told of before: "Other drivers", "Half agreed"."""
    inside = subject(language, "summarize")["leaning"].get("inside", {})
    first, second = (*low_words(text)[:2], "", "")[:2]
    return (first in inside.get("some", ()) and not second.isdecimal()) or first in inside.get("ordinals", ())


def statement_line(article: Article, statement: Statement, also: Sequence[Excerpt] = ()) -> StatementLine | None:
    """A statement's line, or None where nobody would understand its sentence alone."""
    sentence = told_excerpt(article, article.sentences[statement.sentence])
    name = _source(statement, sentence, article.language)
    whole = name or _opening_name(statement, sentence)
    if degree(_with_name(sentence, statement, whole), language=article.language) >= Degree.POINTS:
        return None
    if _tells_nothing(statement, article.language) or (
        name is None and not says_who(statement.speaker, article.language)
    ):
        return None
    return StatementLine(sentence=sentence, name=name, also=tuple(also))


def _source(statement: Statement, sentence: Excerpt, language: str) -> str | None:
    """Whom a pronoun means that says something, where that is sure and the sentence does not say it."""
    speaker = statement.speaker
    if not _is_pronoun(speaker.mention, language) or speaker.known_by not in SURE:
        return None
    return None if speaker.name.rpartition(" ")[2] in sentence.text else speaker.name


def _opening_name(statement: Statement, sentence: Excerpt) -> str | None:
    """The whole name of a person whose family name opens a sentence: "Ito has maintained that she …"."""
    speaker = statement.speaker
    opens = speaker.mention.span.start == sentence.span.start and speaker.mention.text in speaker.name.split()
    return speaker.name if opens and speaker.kind is SpeakerKind.PERSON else None


def _tells_nothing(statement: Statement, language: str) -> bool:
    """Whether somebody said "nothing new"."""
    first = next(iter(low_words(statement.excerpt.text)), "")
    return first in subject(language, "summarize")["leaning"].get("nothing", ())


def _with_name(sentence: Excerpt, statement: Statement, name: str | None) -> str:
    """A sentence with its source by name, where the page has that beside it."""
    mention, start = statement.speaker.mention.span, sentence.span.start
    if not name or not sentence.span.covers(mention):
        return sentence.text
    return f"{sentence.text[: mention.start - start]}{name}{sentence.text[mention.end - start :]}"


def says_who(speaker: Speaker, language: str) -> bool:
    """Whether the source is named, or described by more than "the group" or "her office"."""
    if _is_pronoun(speaker.mention, language):
        return False
    parts = [word.text.lower() for word in words(speaker.mention.text)]
    data = subject(language, "summarize")
    definite = parts[:1] and (parts[0] in data["articles"] or parts[0] in data["leaning"]["pronouns"])
    return speaker.kind is not SpeakerKind.DESCRIPTION or not definite or len(parts) > SHORT


def _is_pronoun(mention: Excerpt, language: str) -> bool:
    return mention.text.lower() in subject(language, "summarize")["leaning"]["pronouns"]
