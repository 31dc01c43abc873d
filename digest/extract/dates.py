"""Find dates and periods, and say which days they cover; what the text leaves open stays open."""

from __future__ import annotations

from digest.extract.dating.grammar import grammar
from digest.model import Article, DateMention


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Find every date and period, in the order of the text; where two overlap, the longer one that starts first.

    A date that names its year is resolved. One that depends on the day of writing ("on Monday", "February 24") is
    resolved only where the article states when it was published.
    """
    rules = grammar(article.language)
    published = article.published.value if article.published else None
    found: list[DateMention] = []
    for sentence in article.sentences:
        readings = rules.read(article.text, sentence.start, sentence.end, published)
        found += [
            DateMention(
                excerpt=article.excerpt(r.start, r.end),
                sentence=sentence.index,
                precision=r.precision,
                relative=r.relative,
                earliest=r.interval.earliest if r.interval else None,
                latest=r.interval.latest if r.interval else None,
                ahead=r.ahead,
            )
            for r in readings
        ]
    return tuple(found)
