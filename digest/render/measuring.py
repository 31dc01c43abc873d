"""Say what a figure is about in words that can stand in a table; a figure that tells nothing there is not shown.

4%          a 4% rise in exports                            ->  rise in exports
17 boats    any other                                       ->  the clause in which it stands
40 people   no such clause, but 40 people were killed,      ->  were killed
            in a story's first sentences

Few words are enough only where nothing is wished, planned, denied or put under a condition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from digest.language import subject
from digest.language.introduced import not_introduced
from digest.language.listed import also_has, is_elsewhere
from digest.language.nobody import is_of_nobody
from digest.language.sampled import is_of_fewer, is_of_nobody_asked
from digest.language.terms import Word, content_stems, words
from digest.model import Article, BlockKind, Excerpt, Figure, FigureRow, Span, Story, Verdict
from digest.render.clauses import LEAD, clause_of
from digest.render.placing import is_advert, is_placed_nowhere
from digest.render.summarized import summary_texts

OPENS = 2  # sentences of it that need nothing before them to say what they mean
NOUN = 2  # words in which the noun of a change stands: "a 4% seasonal rise in exports"


def told_of(figure: Figure, story: Story, *, shared: bool = False) -> Excerpt | None:
    """What an article says of a figure: the few words that tell what rose or fell, else the clause that holds it."""
    article = story.article(figure.excerpt.span.article_id)
    if changed := changed_words(figure, story):
        return changed
    clause = clause_of(figure, article) or (clause_of(figure, article, shared=True) if shared else None)
    if clause is None or (not shared and also_has(clause.text, language=article.language)):
        return None
    if _is_of_nobody(clause, story) or _is_open(clause, figure, story) or _is_elsewhere(clause, story):
        return None
    if not shared and is_placed_nowhere(clause, figure, story):
        return None
    return None if is_advert(article, figure.sentence) or _lacks_sample(clause, figure, article) else clause


def _lacks_sample(clause: Excerpt, figure: Figure, article: Article) -> bool:
    """Whether a clause does not tell whose share a figure is: "50 percent were undecided"."""
    start = figure.excerpt.span.start - clause.span.start
    if start < 0 or not (figure.unit == "%" or " in " in figure.excerpt.text):
        return False
    end, language = start + len(figure.excerpt.text), article.language
    return is_of_nobody_asked(clause.text, start, end, language=language) or (
        is_of_fewer(clause.text, end, article.text, language=language)
    )


def _is_elsewhere(clause: Excerpt, story: Story) -> bool:
    """Whether a clause tells of "the city", and no summary or title above it names one."""
    if not is_elsewhere(clause.text, language=story.article(clause.span.article_id).language):
        return False
    text = " ".join((story.title.text, *summary_texts(story)))
    cities = {place.name for found in story.findings for place in found.places if place.name != place.country}
    return not any(re.search(rf"\b{re.escape(city)}\b", text) for city in cities)


def _is_open(clause: Excerpt, figure: Figure, story: Story) -> bool:
    """Whether a clause opens with a thing of which no headline, opening or summary tells: "The result could be 3%"."""
    article = story.article(clause.span.article_id)
    if not _opens_with(clause, not_introduced(clause.text, frozenset(), language=article.language)):
        return False
    told = [s for s in article.sentences if s.kind is not BlockKind.BODY]
    told += [s for s in article.sentences if s.kind is BlockKind.BODY][:LEAD]
    texts = [story.title.text, *summary_texts(story), *(article.text[s.start : s.end] for s in told)]
    known = frozenset(term for text in texts for term in content_stems(text, language=article.language))
    noun = not_introduced(clause.text, known, language=article.language)
    counted = figure.excerpt.span.start - clause.span.start <= len(noun)  # "The 30,000 other troops"
    return _opens_with(clause, noun) and not counted


def leans_on_headline(clause: Excerpt, story: Story) -> bool:
    """Whether a clause speaks of a thing that only headlines name, no opening or summary: "were hurt in the raid"."""
    article = story.article(clause.span.article_id)
    at, language = article.sentence_at(clause.span.start), article.language
    if not not_introduced(clause.text, frozenset(), language=language):
        return False
    texts = list(summary_texts(story))
    for other in story.articles:
        body = [s for s in other.sentences if s.kind is BlockKind.BODY][:LEAD]
        leads = [s for n, s in enumerate(body) if other is not article or n < OPENS or s.index != at]
        texts += [other.text[s.start : s.end] for s in leads]
    known = frozenset(term for text in texts for term in content_stems(text, language=language))
    return not_introduced(clause.text, known, language=language) != ""


def _opens_with(clause: Excerpt, noun: str) -> bool:
    return noun != "" and clause.text.lower().startswith(noun.lower())


def _is_of_nobody(clause: Excerpt, story: Story) -> bool:
    """Whether a clause tells of somebody whom it does not name: "In 2004, she lost by two votes"."""
    span = clause.span
    people = next((found.people for found in story.findings if found.article_id == span.article_id), ())
    named = any(span.covers(mention.excerpt.span) for person in people for mention in person.mentions)
    return is_of_nobody(clause.text, named=named, language=story.article(span.article_id).language)


def clause_or_words(figure: Figure, story: Story) -> Excerpt | None:
    """The clause that holds a figure, else the few words: where articles differ, one wants to see what each says."""
    return clause_of(figure, story.article(figure.excerpt.span.article_id)) or few_words(figure, story)


def tells(row: FigureRow, story: Story) -> bool:
    """Whether a quantity says something on a page."""
    return any(told_of(f, story, shared=is_shared(row)) or few_words(f, story) for f in row.figures)


def is_shared(row: FigureRow) -> bool:
    """Whether several independent articles have one number."""
    return row.verdict is Verdict.AGREE and len(row.figures) > 1


def changed_words(figure: Figure, story: Story) -> Excerpt | None:
    """What rose or fell, in the few words that tell it: "rise in exports"."""
    few = few_words(figure, story)
    return few if few and _is_change(words(few.text), story.article(few.span.article_id).language) else None


def few_words(figure: Figure, story: Story) -> Excerpt | None:
    """What happened to those who are counted, or what changed, without the words that the figure has already."""
    article = story.article(figure.excerpt.span.article_id)
    measure, language = figure.measure, article.language
    if measure is None or figure.sentence >= len(article.sentences):
        return None
    rest = _behind(words(measure.text), figure.excerpt.span, measure.span)
    if not (_is_fate(rest, language) and figure.sentence < LEAD) and not _is_change(rest, language):
        return None
    sentence = article.sentences[figure.sentence]
    if any(
        word.text.lower() in _group(language, "hedges") for word in words(article.text[sentence.start : sentence.end])
    ):
        return None
    start = measure.span.start
    span = Span(article_id=article.id, start=start + rest[0].start, end=start + rest[-1].end)
    return Excerpt(span=span, text=article.text[span.start : span.end])


def _is_fate(rest: Sequence[Word], language: str) -> bool:
    """Whether words tell what happened to those who are counted: "were killed", not "have killed"."""
    low = [word.text.lower() for word in rest]
    helped = (
        bool(low) and low[0] in _group(language, "passives") and not _group(language, "having").issuperset(low[:-1])
    )
    return helped and low[-1] in _group(language, "toll")


def _is_change(rest: Sequence[Word], language: str) -> bool:
    """Whether words tell what rose or fell: "rise in exports"."""
    nouns = _group(language, "rise_nouns") | _group(language, "fall_nouns")
    at = next((i for i, word in enumerate(rest[:NOUN]) if word.text.lower() in nouns), None)
    return at is not None and len(rest) > at + 2 and rest[at + 1].text.lower() in ("in", "of")


def _behind(found: Sequence[Word], figure: Span, measure: Span) -> Sequence[Word]:
    """The words of a measure that begin where the figure has ended, if it begins inside the figure; else all."""
    if not figure.start <= measure.start < figure.end:
        return found
    return [word for word in found if measure.start + word.start >= figure.end]


@cache
def _group(language: str, name: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "figures").get(name, ())))
