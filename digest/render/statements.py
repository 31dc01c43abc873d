"""What is said without quotation marks: the sentences that say so, each once, from all articles in turn."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

from digest.language import subject
from digest.language.datelines import told_excerpt
from digest.language.hanging import is_counted_from_another
from digest.language.leaning import leaning
from digest.language.terms import words
from digest.model import Article, Excerpt, KnownBy, SpeakerKind, Statement, Story
from digest.render.escape import visible_text
from digest.render.speaker_names import printed_name

STATEMENTS = 10
"""How many statements without quotation marks a page shows at most."""
SURE = frozenset({KnownBy.NAME, KnownBy.ROLE, KnownBy.NEAR, KnownBy.ONE})
"""How a pronoun or a description must be known to be somebody's for his name to stand behind it."""
SHORT = 2
"""Of how many words a description with "the" is that takes somebody up: "the group"."""
FIRST = 5
"""Words in which a sentence says who it is about."""
KINDS = ("pronouns", "speaking", "demonstratives")  # ways of leaning that leave the person or thing open


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
    chosen = set(turns[:STATEMENTS])
    return tuple(line for lines in by_article.values() for line in lines if line in chosen), len(turns[STATEMENTS:])


def statement_line(article: Article, statement: Statement, also: Sequence[Excerpt] = ()) -> StatementLine | None:
    """A statement's line, or None where nobody would understand its sentence alone."""
    sentence = told_excerpt(article, article.sentences[statement.sentence])
    name = _source(statement, sentence, article.language)
    if hangs(sentence.text, article.language, named=name is not None):
        return None
    if is_counted_from_another(sentence.text, language=article.language):
        return None
    if name is None and not _says_who(statement, article.language):
        return None
    return StatementLine(sentence=sentence, name=name, also=tuple(also))


def _source(statement: Statement, sentence: Excerpt, language: str) -> str | None:
    """Whom a pronoun means that says something, where that is sure and the sentence does not say it."""
    speaker = statement.speaker
    if not _is_pronoun(speaker.mention, language) or speaker.known_by not in SURE:
        return None
    return None if speaker.name.rpartition(" ")[2] in sentence.text else speaker.name


def hangs(text: str, language: str, *, named: bool) -> bool:
    """Whether a sentence points at something that stands before it; its source may be `named` beside it."""
    data = subject(language, "summarize")["leaning"]
    *_, last = ("", *(word.text.lower() for word in words(text)))
    if last in data["pronouns"] or text.rstrip().endswith(":"):  # "it was much more than that"
        return True
    lean = leaning(text, language=language)
    if lean is not None and lean.word in data["voice"]:  # "Neighbours told me that …"
        return True
    spoken = named and (lean is None or lean.word in data["speaking"])
    if lean is not None and (lean.triggers or any(lean.word in data[kind] for kind in KINDS)) and not spoken:
        return True
    for word in islice(words(text), FIRST):
        if word.start and word.text[0].isupper():
            return False
        if word.text.lower() in data["speaking"] and not spoken:
            return True
    return False


def _says_who(statement: Statement, language: str) -> bool:
    """Whether the source is named, or described by more than "the group" or "her office"."""
    speaker = statement.speaker
    if _is_pronoun(speaker.mention, language):
        return False
    parts = [word.text.lower() for word in words(speaker.mention.text)]
    data = subject(language, "summarize")
    definite = parts[:1] and (parts[0] in data["articles"] or parts[0] in data["leaning"]["pronouns"])
    return speaker.kind is not SpeakerKind.DESCRIPTION or not definite or len(parts) > SHORT


def _is_pronoun(mention: Excerpt, language: str) -> bool:
    return mention.text.lower() in subject(language, "summarize")["leaning"]["pronouns"]
