"""Compare the articles of a story: what they share, where they differ, and what only one of them has."""

from __future__ import annotations

from collections.abc import Sequence

from digest.compare.agreements import compare_agreements
from digest.compare.figures import compare_figures
from digest.compare.only import compare_only
from digest.compare.people import compare_people
from digest.compare.people_elsewhere import add_elsewhere
from digest.compare.points import Known, key_points
from digest.compare.quotes import compare_quotes
from digest.compare.sentences import Likeness, body_lines, similarity
from digest.compare.timeline import compare_timeline
from digest.compare.wording import Aligned, compare_wording
from digest.language.telling import Telling
from digest.model import Article, Comparison, Findings, OriginalText, sources_of


def compare(
    articles: Sequence[Article], findings: Sequence[Findings], *, origins: Sequence[OriginalText] = ()
) -> Comparison:
    """Compare the articles of one story by what was found in each; one article alone lacks the rest.

    `origins` says which of them carry one text: those are one source, and agree with themselves only.
    """
    sources = sources_of(articles, origins)
    people = compare_people(findings, language=articles[0].language if articles else "en")
    people = add_elsewhere(people, articles, findings)
    lines = body_lines(articles, findings, people)
    figures = compare_figures(articles, findings, sources)
    quotes = compare_quotes(articles, findings, people, lines, sources)
    similar = similarity(lines)
    timeline = compare_timeline(articles, findings, lines, similar, sources)
    if len(articles) < 2:
        return Comparison(figures=figures, quotes=quotes, people=people, timeline=timeline)
    once = (line.excerpt.text for line in lines if line.article in sources.fullest)  # copies make no word more common
    likeness = Likeness(similar, Telling(once, language=lines[0].language if lines else "en"))
    agreements = compare_agreements(lines, likeness, sources)
    points = key_points(agreements, articles, lines, sources, Known(likeness.telling, figures))
    agreed = {e for agreement in agreements for e in agreement.everywhere}
    agreed |= {e for point in points for e in (*point.sentences, *point.near)}
    return Comparison(
        figures=figures,
        quotes=quotes,
        agreements=agreements,
        only=() if len(set(sources.origins)) < 2 else compare_only(articles, lines, likeness, agreed, sources),
        wording=compare_wording(articles, people, Aligned(lines, agreements, quotes), originals=sources.originals),
        people=people,
        points=points,
        timeline=timeline,
    )
