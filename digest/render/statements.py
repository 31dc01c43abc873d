"""What is said without quotation marks: the sentences that say so, each once, from all articles in turn."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from digest.language import subject
from digest.language.datelines import told_excerpt
from digest.language.hanging import Degree, degree
from digest.language.spoken import says_same
from digest.language.terms import low_words, words
from digest.model import Article, Excerpt, KnownBy, Speaker, SpeakerKind, Statement, Story
from digest.render.escape import visible_text
from digest.render.speaker_names import printed_name

STATEMENTS = 10
"""How many statements without quotation marks a page shows at most."""
SURE = frozenset({KnownBy.NAME, KnownBy.ROLE, KnownBy.NEAR, KnownBy.ONE})
"""How a pronoun or a description must be known to be somebody's for his name to stand behind it."""
SHORT = 2
"""Of how many words a description with "the" is that takes somebody up: "the group"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """The sentence of a statement, and where copies of its article have it, too.

    `name` is whom a pronoun or a description in it means: "He said that …" needs it, "Ann Ito said that …" does not.
    """

    sentence: Excerpt
    name: str | None = None
    also: tuple[Excerpt, ...] = ()


def statement_lines(story: Story, shown: AbstractSet[tuple[str, int]]) -> tuple[tuple[StatementLine, ...], int]:
    """The statements of a page, and how many more there are: none of a sentence that the page has `shown`.

    The articles take turns, so that none is left out because another one tells much; what copies of one text state is
    told once.
    """
    beside = {statement.excerpt for group in story.comparison.quotes for statement in group.stated}
    found: dict[tuple[int, str], list[tuple[Article, Statement]]] = {}
    for article, findings, origin in zip(story.articles, story.findings, story.sources.origins, strict=True):
        for statement in findings.statements:
            place = article.id, statement.sentence
            if place not in shown and statement.excerpt not in beside:
                key = origin, visible_text(article.sentence_excerpt(statement.sentence).text)
                found.setdefault(key, []).append((article, statement))
    by_article: dict[str, list[StatementLine]] = {article.id: [] for article in story.articles}
    for (article, statement), *others in found.values():
        line = statement_line(
            article, statement, [told_excerpt(a, a.sentences[s.sentence]) for a, s in others if a is not article]
        )
        if line and line.name:
            line = replace(line, name=printed_name(statement.speaker, story))
        if line:
            by_article[article.id].append(line)
    turns = [line for line in chain.from_iterable(zip_longest(*by_article.values())) if line]
    different = _different(turns, story)
    chosen = set(different[:STATEMENTS])
    return tuple(line for lines in by_article.values() for line in lines if line in chosen), len(different[STATEMENTS:])


def _different(lines: Sequence[StatementLine], story: Story) -> Sequence[StatementLine]:
    """The lines without those that say nearly the same as one before them."""
    found: list[StatementLine] = []
    for line in lines:
        language = story.article(line.sentence.span.article_id).language
        if not any(says_same(line.sentence.text, other.sentence.text, language=language) for other in found):
            found.append(line)
    return found


def statement_line(article: Article, statement: Statement, also: Sequence[Excerpt] = ()) -> StatementLine | None:
    """A statement's line, or None where nobody would understand its sentence alone."""
    sentence = told_excerpt(article, article.sentences[statement.sentence])
    name = _source(statement, sentence, article.language)
    if degree(_with_name(sentence, statement, name), language=article.language) >= Degree.POINTS:
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
