"""Find the event of a story that the headline of one article tells, and others open with.

A headline tells an event with the least beside it: "Two drown as ferry sinks off Melk" is borne out by leads each of
which has days, names and numbers of its own, so that none of them reports another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.compare.copied import same_words
from digest.compare.one_fact import tell_the_opposite
from digest.compare.sentences import Line, plain_line
from digest.language.conditions import has_condition
from digest.language.denying import denies
from digest.language.headlines import has_quotation, without_site
from digest.language.named_days import on_other_weekdays
from digest.language.senses import senses_of
from digest.language.telling import Telling
from digest.language.terms import content_set, content_stems
from digest.model import Article, Excerpt, Sources

OPENING = 5  # sentences in which an article tells the story's event
FEWEST = 4  # words with content of a headline that tells one
AGAIN = 0.7  # part of it, by weight, that a sentence has which tells the event again
WHOLE = 0.85  # part of it that a sentence tells which is cited alone, where the own headline has the rest
MAIN = 0.75  # part of it that a sentence or the own headline tells where both are cited for it


class Headed(NamedTuple):
    """A headline, and the sentences of the articles that tell the same, its own among them."""

    teller: Line
    reports: tuple[Line, ...]


class _Opening(NamedTuple):
    """What an article opens with: its headline and first sentences, each with its senses, and the senses of all."""

    own: Line | None
    lines: tuple[tuple[Line, frozenset[str]], ...]
    whole: frozenset[str]


def headed_event(
    articles: Sequence[Article], texts: Mapping[str, Sequence[Line]], sources: Sources, telling: Telling
) -> Headed | None:
    """The headline that most sources bear out word for word where they open; of several the one that tells most.

    None where no second source bears one out.
    """
    headlines = {n: line for n, article in enumerate(articles) if (line := _headline(article, n))}
    openings = [_opening(texts[article.id], headlines.get(n)) for n, article in enumerate(articles)]
    best: tuple[int, float, int, Headed] | None = None
    for number, teller in headlines.items():
        if not _tells_event(teller):
            continue
        wanted = _senses(teller)
        reports = [teller]
        for other, opening in enumerate(openings):
            if other != number and wanted <= opening.whole and articles[other].language == teller.language:
                reports += _bearing_out(teller, wanted, opening, telling)
        told = sources.count_independent({line.article for line in reports})
        weight = round(telling.weight(wanted), 6)
        if told > 1 and (best is None or (told, weight, -number) > best[:3]):
            reports.sort(key=lambda line: (line.article, line.excerpt.span.start))
            best = told, weight, -number, Headed(teller, tuple(reports))
    return best[-1] if best else None


def tells_headline(headed: Headed, tellers: Iterable[Excerpt], telling: Telling) -> bool:
    """Whether one of the sentences that tell a point has nearly all that the headline tells, or is cited for it."""
    cited = {line.excerpt for line in headed.reports}
    wanted, language = _senses(headed.teller), headed.teller.language
    least = AGAIN * telling.weight(wanted)
    return any(
        teller in cited or telling.weight(wanted & senses_in(teller.text, language)) >= least for teller in tellers
    )


def _headline(article: Article, number: int) -> Line | None:
    """The headline of an article, without the site's name."""
    if article.headline is None:
        return None
    line = plain_line(article, number, article.sentences[article.sentence_at(article.headline.span.start)])
    headline = without_site(article, article.headline)
    return line._replace(excerpt=headline, stems=content_stems(headline.text, language=article.language))


def _opening(lines: Sequence[Line], own: Line | None) -> _Opening:
    read = tuple((line, _senses(line)) for line in lines[:OPENING])
    headed = _senses(own) if own else frozenset()
    return _Opening(own, read, headed.union(*(held for _, held in read)))


def _tells_event(headline: Line) -> bool:
    """Whether a headline tells something in its own words: no question, nobody's words, and no condition."""
    text = headline.excerpt.text
    plain = "?" not in text and not has_quotation(text) and not has_condition(text, language=headline.language)
    return plain and len(_senses(headline)) >= FEWEST


def _bearing_out(headline: Line, wanted: frozenset[str], opening: _Opening, telling: Telling) -> tuple[Line, ...]:
    """The sentence, or the own headline, that has all that a headline tells, or else both together.

    A sentence that has nearly all is cited alone.
    """
    able = [(line, wanted & held) for line, held in opening.lines if _may_bear_out(headline, line)]
    own = opening.own if opening.own and _may_bear_out(headline, opening.own) else None
    headed = wanted & _senses(own) if own else frozenset()
    for line, held in (*able, *([(own, headed)] if own else [])):
        if held == wanted:
            return (line,)
    if own is None or not able:
        return ()
    line, held = max(able, key=lambda one: telling.weight(one[1]))
    if held | headed == wanted and telling.weight(held) >= WHOLE * telling.weight(wanted):
        return (line,)  # the headline has no more than a given name
    enough = max(telling.weight(headed), telling.weight(held)) >= MAIN * telling.weight(wanted)
    return (own, line) if enough and headed | held == wanted else ()


def _may_bear_out(headline: Line, line: Line) -> bool:
    first, second = headline.excerpt.text, line.excerpt.text
    return (
        not same_words(first, second)  # one had it from the other
        and denies(first, language=headline.language) == denies(second, language=line.language)
        and not tell_the_opposite(headline, line)
        and not on_other_weekdays(first, second, language=line.language)
    )


def _senses(line: Line) -> frozenset[str]:
    return senses_in(line.excerpt.text, line.language)


def senses_in(text: str, language: str) -> frozenset[str]:
    """The senses of the words with content in a text."""
    return frozenset(senses_of(content_set(text, language=language), language=language))
