"""Put the same quantity of several articles into one row: "almost 30%" and "almost 30 per cent"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from digest.language import packs, subject
from digest.language.terms import content_stems, stem, words
from digest.model import Article, Figure, FigureRow, Findings, Sources, Verdict

YEAR = re.compile(r"(?:19|20)\d\d")
SAME_SENTENCE = 0.6  # share of two sentences' content from which they count the same thing
FINE = Decimal("0.05")  # a bare number's last digit counts for so little of it that it may be rounded
NEAR_MEASURE = 0.75  # share of two measures' words from which they are one
FEW, FEW_ALIKE = 100, 0.35  # a count below FEW is the same only in sentences that have this share in common
ROUGH = frozenset({"almost", "about", "over", "under", "at least", "up to"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A figure of one article with the words around it: those of its measure, of its sentence, and all its numbers."""

    order: int
    figure: Figure
    measure: frozenset[str]
    context: frozenset[str]
    numbers: frozenset[str]


def compare_figures(
    articles: Sequence[Article], findings: Sequence[Findings], sources: Sources
) -> tuple[FigureRow, ...]:
    """List the key figures of a story, the one that most independent sources report first."""
    by_id = {found.article_id: found for found in findings}
    rows: list[list[_Seen]] = []
    for order, article in enumerate(articles):
        found = by_id.get(article.id)
        for seen in _within(article, order, found) if found else []:
            home = _home(seen, rows)
            if home is None:
                rows.append([seen])
            else:
                home.append(seen)
    return tuple(
        FigureRow(figures=tuple(s.figure for s in row), verdict=_verdict(row, sources))
        for row in sorted(rows, key=lambda row: _importance(row, sources))
    )


def _within(article: Article, order: int, found: Findings) -> list[_Seen]:
    """The key figures of one article, each once: of two that say the same the one with more to it."""
    kept: list[_Seen] = []
    numbers = frozenset(_numbers(article.text))
    for figure in found.figures:
        if not figure.key:
            continue
        measure = _stems(figure.measure.text if figure.measure else "", article)
        context = article.sentence_excerpt(figure.sentence).text if figure.sentence < len(article.sentences) else ""
        seen = _Seen(order, figure, measure, _stems(context, article), numbers)
        twin = next((i for i, k in enumerate(kept) if same_value(k.figure, figure) and _related(k, seen)), None)
        if twin is None:
            kept.append(seen)
        elif _fullness(figure) > _fullness(kept[twin].figure):
            kept[twin] = seen
    return kept


def _numbers(text: str) -> list[str]:
    return [word.text for word in words(text) if word.text[0].isdigit()]


def _stems(text: str, article: Article) -> frozenset[str]:
    return frozenset(content_stems(text, language=article.language))


@lru_cache(maxsize=4096)
def _unit_stems(unit: str) -> frozenset[str]:
    """The content words of a unit; a story has few units, and every two figures are compared by them."""
    return frozenset(content_stems(unit))


def _fullness(figure: Figure) -> int:
    return sum(part is not None for part in (figure.measure, figure.period, figure.source, figure.qualifier))


def _home(seen: _Seen, rows: Sequence[list[_Seen]]) -> list[_Seen] | None:
    """The row that a figure belongs to: same value and a related context, or another value of the same measure."""
    open_rows = [row for row in rows if all(other.order != seen.order for other in row)]
    for row in open_rows:
        if any(same_value(o.figure, seen.figure) and _related(o, seen) for o in row):
            return row
    for row in open_rows:
        if any(same_unit(o.figure, seen.figure) and _same_measure(o, seen) for o in row):
            return row
    return None


def same_unit(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same kind of thing: "%" and "%", "civilian deaths" and "deaths"."""
    if one.unit == other.unit:
        return True
    first, second = _unit_stems(one.unit), _unit_stems(other.unit)
    return bool(first and second) and (first <= second or second <= first)


def same_value(one: Figure, other: Figure) -> bool:
    """Whether two figures are one number, exactly or as far as the rougher of them goes ("almost 30" and 29.3)."""
    if not same_unit(one, other):
        return False
    if one.value == other.value and one.value_to == other.value_to:
        return True
    if one.value_to is not None or other.value_to is not None:
        return False
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(rough: Figure, exact: Figure) -> bool:
    """Whether a figure is another one cut to its leading digits: "over 2,000" of 2,140."""
    if not rough.value:
        return False
    step = Decimal(10) ** (rough.value.normalize().adjusted() - len(rough.value.normalize().as_tuple().digits) + 1)
    gap = exact.value - rough.value
    if rough.qualifier not in ROUGH:
        return step > 1 and step <= FINE * abs(rough.value) and abs(gap) < step
    if rough.qualifier in ("over", "at least"):
        return 0 <= gap < step
    if rough.qualifier in ("almost", "under", "up to"):
        return -step < gap <= 0
    return abs(gap) <= step / 2


def _related(one: _Seen, other: _Seen) -> bool:
    """Whether two figures of one value speak of one thing: their measures or sentences share a content word."""
    numbers = {w for w in one.context if w[:1].isdigit()}
    if _other_month(one, other):
        return False
    if one.figure.unit[:1].islower() and one.figure.value < FEW and _overlap(one, other) < FEW_ALIKE:
        return False  # eight people were killed at the market, and eight on the bridge
    return bool((one.measure & other.measure) or len((one.context & other.context) - numbers) >= 2)


def _same_measure(one: _Seen, other: _Seen) -> bool:
    """Whether two figures of different values measure the same thing, in nearly the same words."""
    if one.figure.change != other.figure.change or _other_month(one, other):
        return False
    if _has_number(one, other.figure) or _has_number(other, one.figure):
        return False  # an article that has both values speaks of two things
    years = [{w for w in seen.context if YEAR.fullmatch(w)} for seen in (one, other)]
    if all(years) and not years[0] & years[1]:
        return False
    context = _overlap(one, other)
    unit = _unit_stems(one.figure.unit) | _unit_stems(other.figure.unit)
    told = [seen.measure - unit for seen in (one, other)]
    if all(told) and not told[0] & told[1]:
        return False  # "people were hurt" and "people were killed"
    if one.figure.unit[:1].islower() and context >= SAME_SENTENCE:
        return True  # a counted noun ("villagers") in nearly the same sentence
    shared = len(one.measure & other.measure)
    return shared >= 2 and shared >= NEAR_MEASURE * min(len(one.measure), len(other.measure)) and context >= 0.3


def _overlap(one: _Seen, other: _Seen) -> float:
    """The share of the shorter sentence's content that the other one has too."""
    return len(one.context & other.context) / max(1, min(len(one.context), len(other.context)))


def _has_number(seen: _Seen, figure: Figure) -> bool:
    """Whether a figure's article has a number of another figure, or one that is cut to it: 35.72 to 35.7."""
    wanted = _numbers(figure.excerpt.text)
    return any(n == w or ("." in w and n.startswith(w)) for w in wanted for n in seen.numbers)


def _other_month(one: _Seen, other: _Seen) -> bool:
    """Whether the sentences around two figures name different months."""
    months = _months()
    first, second = one.context & months, other.context & months
    return bool(first and second) and not first & second


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    """The stems of the months in every language with a pack, but for those that are common words."""
    return frozenset(
        stem(str(name), language=language)
        for language in packs()
        for name in subject(language, "clean")["months"]
        if len(str(name)) > 3 and name not in ("march", "sept")
    )


def _verdict(row: Sequence[_Seen], sources: Sources) -> Verdict:
    """Whether sources agree; of one source a copy may still differ, where an outlet has changed the figure."""
    agreed = any(all(same_value(one.figure, other.figure) for other in row) for one in row)
    if not agreed:
        return Verdict.DIFFER
    return Verdict.AGREE if _count(row, sources) > 1 else Verdict.ONLY


def _count(row: Sequence[_Seen], sources: Sources) -> int:
    return sources.count_independent({seen.order for seen in row})


def _importance(row: Sequence[_Seen], sources: Sources) -> tuple[int, int, int, int]:
    return (
        -_count(row, sources),
        min(s.figure.sentence for s in row),
        min(s.order for s in row),
        min(s.figure.excerpt.span.start for s in row),
    )
