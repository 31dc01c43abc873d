"""Find who else reports a key point: a sentence that is too weak to found a point may still support it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digest.compare.one_fact import tell_the_opposite
from digest.compare.sentences import Line, plain_line
from digest.language.denying import denies
from digest.language.telling import Telling
from digest.model import Article, BlockKind

MOST_OF_IT = 0.78  # the part, by weight, of what the reports of a point have in common that a further one must have
WEIGHT = 9.0  # nats: what they must have in common for that part to be a fact
WORDS = 3  # and how many words of it the further one must have


def further_reports(reports: Sequence[Line], articles: Iterable[Sequence[Line]], telling: Telling) -> Iterable[Line]:
    """The sentence of each further article that reports a point, too, where there is one.

    `reports` are the sentences that report it, `articles` the sentences of those that have none of them.
    """
    own: dict[int, set[str]] = {}
    for line in reports:
        own.setdefault(line.article, set()).update(line.stems)
    common = set.intersection(*own.values())
    weights = {term: telling.weight([term]) for term in sorted(common)}
    whole = sum(weights.values())
    if whole < WEIGHT:
        return
    for lines in articles:
        language = reports[0].language
        best = max(
            (line for line in lines if line.language == language),
            key=lambda line: (_part(line, weights), -line.index),
            default=None,
        )
        if best is None or _part(best, weights) < MOST_OF_IT * whole or len(common.intersection(best.stems)) < WORDS:
            continue
        if not any(_against(best, line) for line in reports):
            yield best


def texts_of(articles: Sequence[Article], lines: Sequence[Line]) -> Mapping[str, Sequence[Line]]:
    """Every article's sentences, those of its standfirst among them: what a lead tells, need not stand in the body."""
    found: dict[str, list[Line]] = {article.id: [] for article in articles}
    for number, article in enumerate(articles):
        for sentence in article.sentences:
            if sentence.kind is BlockKind.STANDFIRST:
                found[article.id].append(plain_line(article, number, sentence))
    for line in lines:
        found[articles[line.article].id].append(line)
    return found


def _part(line: Line, weights: Mapping[str, float]) -> float:
    return sum(weights[term] for term in sorted(weights.keys() & set(line.stems))) if line.whole else 0.0


def _against(one: Line, other: Line) -> bool:
    texts = (one.excerpt.text, other.excerpt.text)
    first, second = (denies(text, language=one.language) for text in texts)
    return first != second or tell_the_opposite(one, other)
