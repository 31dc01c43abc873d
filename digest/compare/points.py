"""Make key points of agreements: what rests on the same sentences is one point, told by its best sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from digest.compare.contradicting import Contradictions
from digest.compare.event_point import with_event
from digest.compare.first_said import same_first_said
from digest.compare.halves import without_halves, without_repeats
from digest.compare.headed import headed_event
from digest.compare.introducing import Introduced, told_by_several
from digest.compare.leads import alike_leads, may_be_one
from digest.compare.main_in_common import LEADS, main_in_common
from digest.compare.main_told import MainTold
from digest.compare.sentences import Line
from digest.compare.shared import all_have, shared_terms
from digest.compare.speaking import may_tell
from digest.compare.support import Support, texts_of
from digest.compare.tellers import of_known_days, only_then
from digest.compare.together import told_together
from digest.language.hanging import hangs, is_speech, opens_with_link
from digest.language.telling import Telling
from digest.language.terms import content_stems
from digest.model import Agreement, Article, Excerpt, FigureRow, KeyPoint, Report, Sources

LEAST = 2  # independent sources of a point
SHARES = 7  # in which it is counted how much of a sentence no report has: what is nearly as much is as much


class Points(NamedTuple):
    """The key points of a story, and all sentences that have much of one, of which it is not said that they report it.

    Of these a point has those that probably do; none of them tells what nobody else does.
    """

    points: tuple[KeyPoint, ...]
    near: frozenset[Excerpt]


class Known(NamedTuple):
    """What else is known of a story: which words tell something in it, and which of its figures differ."""

    telling: Telling
    figures: Sequence[FigureRow] = ()


class _Told(NamedTuple):
    """A point in the making: what its agreements share, their sentences, those that tell it, those that report it."""

    shared: tuple[str, ...]
    own: tuple[Line, ...]
    tellers: tuple[Line, ...]
    kept: tuple[Line, ...]


def key_points(
    agreements: Sequence[Agreement],
    articles: Sequence[Article],
    lines: Sequence[Line],
    sources: Sources,
    known: Known,
) -> Points:
    """List the points, the one with the most independent sources first, then what the articles tell first.

    What somebody said in so many words comes after what happened.

    A point of which no sentence can be understood by itself is none, and neither are words that several articles
    quote, where none says who spoke. A sentence whose number contradicts that of the one that tells the point does
    not report it; where too few are left, there is no point.
    """
    place = {article.id: number for number, article in enumerate(articles)}
    by_excerpt = {line.excerpt: line for line in lines}
    contradictions = Contradictions(known.figures, articles)
    texts = texts_of(articles, lines)
    found = []
    unsure: set[Excerpt] = set()
    introduced = Introduced(articles, lines)
    things = introduced.stems | told_by_several(lines, sources)
    able = []
    main = MainTold(articles, lines, known.telling)
    for group, chosen in told_together(agreements, by_excerpt, contradictions, (things, introduced.headed)):
        own = tuple({e: by_excerpt[e] for a in group for e in a.everywhere if e in by_excerpt}.values())
        tellers, kept = _reported(chosen, own, sources, contradictions, main)
        shared = tuple(term for a in group for term in a.shared)
        if not tellers:
            tellers, kept = _elsewhere(chosen, texts.values(), sources, contradictions, main)
            shared = _in_common(tellers, kept)
        if tellers:
            able.append(_Told(shared, own, tellers, kept))
    able += _of_leads(lines, able, sources, contradictions, main)
    for order, (shared, own, tellers, kept) in enumerate(_once(able, main)):
        support = Support(kept, tellers[0], contradictions, main)
        reported = {line.article for line in kept}
        silent = [texts[article.id] for number, article in enumerate(articles) if number not in reported]
        more = [line for lines in silent for line in support.report(lines)]
        apart = _told_otherwise(tellers[0], (*kept, *more), contradictions)
        reporting = [line for line in (*kept, *more) if line.article not in apart]
        reporting = sorted(reporting, key=lambda line: (line.article, line.excerpt.span.start))
        reported = {line.article for line in reporting}
        if sources.count_independent(reported) < LEAST:
            continue
        told = {sources.origins[number] for number in reported}  # nor is a copy of a text asked again
        silent = [
            texts[article.id] for article, home in zip(articles, sources.origins, strict=True) if home not in told
        ]
        near = [(some, support.near(some)) for some in silent]
        unsure |= {line.excerpt for line in (*(line for _, line in near if line), *own)}
        near_lines = tuple(line for some, best in near for line in support.may_report(some, best))
        known_ids = {line.excerpt.span.article_id for line in (*reporting, *near_lines)}
        early = sum(line.place for line in reporting) / len(reporting)
        point = KeyPoint(
            tellers=tuple(line.excerpt for line in tellers),
            reports=_reports([line.excerpt for line in reporting], place),
            shared=_plain(all_have(tuple(dict.fromkeys(shared)), reporting), known.telling.language),
            near=tuple(line.excerpt for line in near_lines),
            unheard=may_tell(tellers[0], reporting, {k: v for k, v in texts.items() if k not in known_ids}, main),
        )
        speech = any(is_speech(line.excerpt.text) for line in reporting)
        found.append((-sources.count_independent(reported), speech, round(early, 6), order, point))
    points = without_halves([point for *_, point in sorted(found, key=lambda f: f[:4])], by_excerpt)
    unsure |= {excerpt for point in points for excerpt in point.sentences}  # nobody alone tells what is left out
    points = without_repeats(points, by_excerpt, main)
    headed = headed_event(articles, texts, sources, known.telling)
    if headed:
        points = with_event(points, headed, articles, sources, known.telling)
    return Points(tuple(points), frozenset(unsure))


def _once(found: Sequence[_Told], main: MainTold) -> list[_Told]:
    """The points without those that tell again what an earlier one does: their sentences report that one, too."""
    kept: list[_Told] = []
    for point in found:
        again = ((n, p, _again(p, point, main)) for n, p in enumerate(kept))
        number, earlier, more = next((seen for seen in again if seen[2]), (0, point, ()))
        if more:
            kept[number] = earlier._replace(own=(*earlier.own, *point.own), kept=(*earlier.kept, *more))
        else:
            kept.append(point)
    return kept


def _again(earlier: _Told, point: _Told, main: MainTold) -> tuple[Line, ...]:
    """The sentences of a point that report an earlier one, if one of them has the main thing of that in common."""
    teller = earlier.tellers[0]
    others = [line for line in point.kept if line not in earlier.kept and line.article != teller.article]
    again = tuple(line for line in others if same_first_said(teller, line))
    if again and same_first_said(teller, point.tellers[0]):
        return again
    if not any(main_in_common(teller, line, main.telling) and main.reports(teller, [line]) for line in others):
        return ()
    return tuple(line for line in others if main.reports(teller, [line]))


def _reported(
    able: Sequence[Line],
    lines: Sequence[Line],
    sources: Sources,
    contradictions: Contradictions,
    main: MainTold,
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The sentences that may tell a point, the best first, and those that report what the best of them tells.

    That is one of those of which most sources report the main thing, and the first of those with the least that no
    report has; another may stand for it that tells the same main thing to all of them, and little more. One that alone
    says in which month or year it was stands back, and tells a point only where it is a lead. So does one that opens
    with "But" or "So", which only stands back.
    """
    kept = [_reporting(line, lines, contradictions, main) for line in able]
    agreed = [n for n, line in enumerate(able) if not _told_otherwise(line, kept[n], contradictions)]
    able, kept = [able[n] for n in agreed], [kept[n] for n in agreed]
    counts = [sources.count_independent({line.article for line in some}) for some in kept]
    most = max(counts, default=0)
    if most < LEAST:
        return (), ()
    alone = [_alone(line, some, main.telling) for line, some in zip(able, kept, strict=True)]
    linked = [opens_with_link(line.excerpt.text, language=line.language) for line in able]
    dated = [bool(only_then(line, some, main.years)) for line, some in zip(able, kept, strict=True)]
    best = min((n for n, count in enumerate(counts) if count == most), key=lambda n: (dated[n], linked[n], alone[n], n))
    if dated[best] and able[best].place >= LEADS:
        return (), ()
    same = [k for k in range(len(able)) if k != best and kept[k] == kept[best] and able[k] in kept[best]]
    same = [k for k in same if dated[k] <= dated[best]]
    return (able[best], *(able[k] for k in same if alone[k] <= alone[best] + 1)), kept[best]


def _told_otherwise(teller: Line, reports: Sequence[Line], contradictions: Contradictions) -> set[int]:
    """The other articles that report what a sentence tells and have a number of it otherwise."""
    articles = {line.article for line in reports} - {teller.article}
    return {n for n in articles if contradictions.almost(teller, [line for line in reports if line.article == n])}


def _elsewhere(
    able: Sequence[Line],
    texts: Iterable[Sequence[Line]],
    sources: Sources,
    contradictions: Contradictions,
    main: MainTold,
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """A sentence that others were likened to which report another thing, and those that do report what it tells."""
    for teller in able:
        support = Support([teller], teller, contradictions, main)
        others = (support.alike([k for k in lines if may_be_one(k, teller)]) for lines in texts)
        kept = (teller, *(line for line in others if line))
        enough = sources.count_independent({line.article for line in kept}) >= LEAST
        apart = _told_otherwise(teller, kept, contradictions) if enough else set()
        if enough and not apart and not only_then(teller, kept, main.years):
            return (teller,), kept
    return (), ()


def _of_leads(
    lines: Sequence[Line], known: Sequence[_Told], sources: Sources, contradictions: Contradictions, main: MainTold
) -> Iterator[_Told]:
    """What leads of several articles tell that are in no point that is known."""
    told = {line.excerpt for point in known for line in (*point.tellers, *point.kept)}
    for group in alike_leads(lines, sources, contradictions, main):
        if not told.isdisjoint(line.excerpt for line in group):
            continue
        able = of_known_days(line for line in group if line.alone and not hangs(line.excerpt.text))
        tellers, kept = _reported(able, group, sources, contradictions, main)
        if tellers:
            told |= {line.excerpt for line in kept}
            yield _Told(_in_common(tellers, kept), group, tellers, kept)


def _in_common(tellers: Sequence[Line], kept: Sequence[Line]) -> tuple[str, ...]:
    """What a teller shares with the others; a "Real" that opens it is not their "real", but "Melk" is their "Melk"."""
    others = [line for line in kept if line not in tellers[:1]]
    terms = shared_terms([*tellers[:1], *others], language=tellers[0].language) if tellers else ()
    texts = [line.excerpt.text for line in others]
    return tuple(term for term in terms if not term.istitle() or " " in term or all(term in text for text in texts))


def _alone(teller: Line, reports: Sequence[Line], telling: Telling) -> int:
    """How many sevenths of what a sentence tells, by weight, stand in no report of another article."""
    theirs = {term for line in reports if line.article != teller.article for term in line.stems}
    own = set(teller.stems)
    return int(SHARES * telling.weight(own - theirs) / telling.weight(own))


def _reporting(teller: Line, lines: Sequence[Line], contradictions: Contradictions, main: MainTold) -> tuple[Line, ...]:
    """Those of some sentences that report what one of them tells, one alone or an article's sentences together."""
    able = [line for line in lines if not contradictions.between(line, teller)]
    whole = set()
    for article in {line.article for line in able} - {teller.article}:
        if main.reports(teller, [line for line in able if line.article == article]):
            whole.add(article)
    return tuple(line for line in able if line == teller or line.article in whole or main.reports(teller, [line]))


def _reports(members: Sequence[Excerpt], place: Mapping[str, int]) -> tuple[Report, ...]:
    by_article: dict[str, list[Excerpt]] = {}
    for excerpt in members:
        by_article.setdefault(excerpt.span.article_id, []).append(excerpt)
    return tuple(
        Report(article_id=article, sentences=tuple(by_article[article]))
        for article in sorted(by_article, key=place.__getitem__)
    )


def _plain(shared: Sequence[str], language: str) -> tuple[str, ...]:
    """The words in common, without those that stand in longer ones, be it in another form, or in an earlier one."""
    held = [frozenset(content_stems(term, language=language)) for term in shared]
    return tuple(
        term
        for n, term in enumerate(shared)
        if not any(held[n] < other or (held[n] == other and k < n) for k, other in enumerate(held))
    )
