"""Sum up what was dropped from each publisher's articles, so that an editor sees a wrong rule at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from digest.clean.words import bare, is_sentence
from digest.config.overrules import overrule_of
from digest.model import (
    Amount,
    Article,
    CleaningReport,
    DroppedLine,
    Habits,
    InForce,
    LineReason,
    OutletCleaning,
    Portion,
    Publisher,
    RawArticle,
    ReasonCount,
    Repeated,
)

SAID = (LineReason.EDITOR, LineReason.OUTLET)  # the reasons of lines that somebody named
SUSPECTS = 3  # lines for each reason
PROSE = 8  # words that make a sentence worth a look
LITTLE_WORDS, LITTLE_SHARE = 40, 0.1  # fewer words, or a smaller share of them, is little
LONG, NEARLY_ALL = 30, 0.98  # lines that an article must have, and the share kept, to stand out


def report_cleaning(
    articles: Sequence[Article], *, raws: Iterable[RawArticle], habits: Mapping[str, Habits]
) -> CleaningReport:
    """Sum up the cleaning of all articles, whose raw texts are `raws`; `habits` are by publisher's id."""
    groups: dict[str, list[Article]] = {}
    for article in sorted(articles, key=attrgetter("id")):
        groups.setdefault(article.publisher.value.id if article.publisher else "", []).append(article)
    raw_by_id = {raw.id: raw for raw in raws}
    outlets = [
        _outlet(group, raws=raw_by_id, habits=habits.get(key) or Habits(articles=len(group)))
        for key, group in groups.items()
    ]
    return CleaningReport(outlets=tuple(sorted(outlets, key=_by_name)), repeats=dict(_repeats(articles, habits)))


def _by_name(outlet: OutletCleaning) -> tuple[bool, str, str]:
    known = outlet.publisher
    return (known is None, known.name.casefold() if known else "", known.id if known else "")


def _outlet(articles: Sequence[Article], *, raws: Mapping[str, RawArticle], habits: Habits) -> OutletCleaning:
    publisher = articles[0].publisher.value if articles[0].publisher else None
    portions = [_portion(article) for article in articles]
    whole = _sum(portion.whole for portion in portions)
    kept = _sum(portion.kept for portion in portions)
    dropped = [DroppedLine(a.id, r.line, r.text, r.reason) for a in articles for r in a.removed]
    return OutletCleaning(
        publisher=publisher,
        articles=len(articles),
        whole=whole,
        dropped=Amount(whole.lines - kept.lines, whole.words - kept.words),
        reasons=_reasons(dropped),
        repeated=_repeated(dropped),
        habits=habits,
        suspects=_suspects(dropped, habits.known),
        little=tuple(sorted(filter(_is_little, portions), key=lambda p: (p.kept.words, p.article_id))),
        all_kept=tuple(sorted(filter(_is_nearly_all, portions), key=lambda p: (-p.whole.lines, p.article_id))),
        overrules=tuple(_in_force(publisher, articles, raws)),
    )


def _portion(article: Article) -> Portion:
    kept = Amount(len(article.blocks), _words(article.text))
    return Portion(
        article_id=article.id,
        kept=kept,
        whole=_sum((kept, Amount(len(article.removed), sum(_words(line.text) for line in article.removed)))),
    )


def _sum(amounts: Iterable[Amount]) -> Amount:
    lines = words = 0
    for amount in amounts:
        lines, words = lines + amount.lines, words + amount.words
    return Amount(lines, words)


def _words(text: str) -> int:
    return len(text.split())


def _is_little(portion: Portion) -> bool:
    return portion.kept.words < max(LITTLE_WORDS, LITTLE_SHARE * portion.whole.words)


def _is_nearly_all(portion: Portion) -> bool:
    return portion.whole.lines >= LONG and portion.kept.lines >= NEARLY_ALL * portion.whole.lines


def _reasons(dropped: Iterable[DroppedLine]) -> tuple[ReasonCount, ...]:
    groups: dict[LineReason, list[DroppedLine]] = {}
    for line in dropped:
        groups.setdefault(line.reason, []).append(line)
    counts = [
        ReasonCount(
            reason=reason,
            amount=Amount(len(lines), sum(_words(line.text) for line in lines)),
            articles=len({line.article_id for line in lines}),
            longest=min(lines, key=_longest_first),
        )
        for reason, lines in groups.items()
    ]
    return tuple(sorted(counts, key=lambda count: (-count.amount.lines, count.reason)))


def _longest_first(line: DroppedLine) -> tuple[int, str, int]:
    return (-_words(line.text), line.article_id, line.line)


def _repeated(dropped: Iterable[DroppedLine]) -> tuple[Repeated, ...]:
    """The texts that were dropped from two articles or more."""
    counts: Counter[str] = Counter()
    last: dict[str, str] = {}
    reasons: dict[str, LineReason] = {}
    for line in dropped:  # article by article
        if last.get(line.text) != line.article_id:
            counts[line.text] += 1
            last[line.text] = line.article_id
            reasons.setdefault(line.text, line.reason)
    found = [Repeated(text, reasons[text], number) for text, number in counts.items() if number > 1]
    return tuple(sorted(found, key=lambda line: (-line.articles, line.text)))


def _suspects(dropped: Iterable[DroppedLine], habits: frozenset[str]) -> tuple[DroppedLine, ...]:
    """The longest sentences of each reason, without those that every article has."""
    by_reason: dict[LineReason, list[DroppedLine]] = {}
    for line in sorted(dropped, key=_longest_first):
        chosen = by_reason.setdefault(line.reason, [])
        if len(chosen) < SUSPECTS and _is_suspect(line) and bare(line.text) not in habits:
            chosen.append(line)
    return tuple(sorted((line for lines in by_reason.values() for line in lines), key=_longest_first))


def _is_suspect(line: DroppedLine) -> bool:
    return line.reason not in SAID and _words(line.text) >= PROSE and is_sentence(line.text)


def _in_force(
    publisher: Publisher | None, articles: Iterable[Article], raws: Mapping[str, RawArticle]
) -> Iterator[InForce]:
    """The publisher's overrules, then those of its articles, each with the number of lines that it decided."""
    common = publisher.overrules if publisher else ()
    of_common: Counter[int] = Counter()
    own: list[InForce] = []
    for article in articles:
        raw = raws[article.id]
        overrules = (*raw.overrules, *common)
        decided = Counter(overrule_of(text, overrules) for text in _decided(article, raw)) if overrules else Counter()
        own += [InForce(rule, article.id, decided[index]) for index, rule in enumerate(raw.overrules)]
        of_common.update({index: decided[index + len(raw.overrules)] for index in range(len(common))})
    yield from (InForce(rule, None, of_common[index]) for index, rule in enumerate(common))
    yield from own


def _decided(article: Article, raw: RawArticle) -> Iterator[str]:
    """The lines that an editor kept or dropped."""
    yield from (line.text for line in article.removed if line.reason in SAID)
    if article.kept_by_editor:
        lines = raw.text.split("\n")
        yield from (lines[number - 1].strip() for number in article.kept_by_editor)


def _repeats(articles: Iterable[Article], habits: Mapping[str, Habits]) -> Iterator[tuple[str, Mapping[int, int]]]:
    """In how many articles each line stands that went as a habit, by article and line."""
    numbers = {key: {habit.bare: habit.articles for habit in known.lines} for key, known in habits.items()}
    for article in articles:
        known = numbers.get(article.publisher.value.id, {}) if article.publisher else {}
        found = {
            line.line: known.get(bare(line.text), 0) for line in article.removed if line.reason is LineReason.HABIT
        }
        if found:
            yield article.id, found
