"""Count how often articles use which terms, and where, many articles at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.cluster.calendar import KINDS, UNITS, is_month
from digest.cluster.settings import Settings
from digest.cluster.terms import Text
from digest.cluster.vocabulary import Numbers, Tokens, Vocabulary

MOST = 255  # times that a text names a month, weekday or year; more count as so many


class Counted(NamedTuple):
    """What some articles of one language say. The terms of article i stand from `starts[i]` to `starts[i + 1]`.

    `form` is how the article writes a term most often, by its number in the vocabulary, and `is_name` whether with a
    capital where none is needed. `whole` says how often the article has the term, the headline and the lead counted
    more; `opening` how often the headline and the first words alone have it, nothing counted more. Function words are
    in neither, but in `lengths`, the numbers of all words. `calendar` has a row for each article, and a column for each
    month, weekday and year.
    """

    starts: Numbers
    form: Numbers
    is_name: NDArray[np.bool_]
    whole: Numbers
    opening: Numbers
    lengths: Numbers
    calendar: NDArray[np.uint8]


def count(texts: Sequence[Text], vocabulary: Vocabulary, settings: Settings) -> Counted:
    """Count the terms of some texts."""
    found = vocabulary.tokens(texts)
    term_of = vocabulary.shapes["term"]
    lengths = np.diff(found.texts)
    text = np.repeat(np.arange(len(texts)), lengths)
    place = np.arange(len(text)) - np.repeat(found.texts[:-1] + found.heads, lengths)  # below 0 in the headline
    weights = np.where(place < 0, settings.headline, np.where(place < settings.lead, settings.lead_weight, 1))
    values = (weights, (place < settings.opening).astype(np.int64), _capitals(found, vocabulary))
    # First all tokens of one form in one text, then all forms of one term.
    term = term_of[found.form].astype(np.int64)
    kept = np.flatnonzero(term >= 0)
    key = text * len(term_of) + found.form
    order = kept[np.argsort(key[kept], kind="stable")]
    first = _first(key[order])
    times = np.diff(first, append=len(order))
    form, owner, term = found.form[order][first], text[order][first], term[order][first]
    again = np.lexsort((times, term, owner))
    begin = _first((owner * len(vocabulary.terms) + term)[again])
    whole, opening, capitals = (_add(_add(value[order], first)[again], begin) for value in values)
    return Counted(
        starts=np.searchsorted(owner[again][begin], np.arange(len(texts) + 1)),
        form=_most_used(form[again], times[again], begin, vocabulary.forms.every),
        is_name=capitals > 0,
        whole=whole,
        opening=opening,
        lengths=lengths,
        calendar=_calendar(found, vocabulary, place < settings.weekdays),
    )


def _first(sorted_keys: Numbers) -> Numbers:
    """Where each run of equal keys begins."""
    found: Numbers = np.flatnonzero(np.diff(sorted_keys, prepend=-1))
    return found


def _add(values: Numbers, starts: Numbers) -> Numbers:
    """The sums of the runs that begin at some places."""
    found: Numbers = np.add.reduceat(values, starts) if len(starts) else values[:0]
    return found


def _most_used(form: Numbers, times: Numbers, begin: Numbers, forms: Sequence[str]) -> Numbers:
    """The form in each run that is used most, of those used as often the last in the order of letters.

    In each run the times increase.
    """
    last = np.append(begin[1:], len(form))[: len(begin)] - 1
    found: Numbers = form[last]
    for run in np.flatnonzero((last > begin) & (times[last] == times[np.maximum(last - 1, 0)])).tolist():
        part = slice(begin[run], last[run] + 1)
        found[run] = max(form[part][times[part] == times[last[run]]].tolist(), key=forms.__getitem__)
    return found


def _capitals(tokens: Tokens, vocabulary: Vocabulary) -> Numbers:
    """1 at each place where a token has a capital that it needs not, -1 where it has none, and 0 where neither counts.

    A capital says nothing at the start of a sentence, nor in one where nearly every long word has one.
    """
    upper, long = (vocabulary.shapes[field][tokens.form] for field in ("is_upper", "is_long"))
    sizes = np.diff(tokens.sentences)
    sentence = np.repeat(np.arange(len(sizes)), sizes)
    longs = np.bincount(sentence[long], minlength=len(sizes))
    shouting = np.bincount(sentence[long & upper], minlength=len(sizes)) > 0.7 * longs
    silent = shouting[sentence]
    silent[tokens.sentences[:-1][sizes > 0]] = True
    found: Numbers = np.where(silent, 0, np.where(upper, 1, -1))
    return found


def _calendar(tokens: Tokens, vocabulary: Vocabulary, early: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Count the months, weekdays and years that texts name, the weekdays only where it is early in a text."""
    units = vocabulary.shapes["unit"][tokens.form]
    weekdays = KINDS["weekdays"]
    late_weekday = ~early & (units >= weekdays.start) & (units < weekdays.stop)
    places = np.flatnonzero((units >= 0) & ~late_weekday)
    rows = np.searchsorted(tokens.texts, places, side="right") - 1
    found = np.zeros((len(tokens.heads), UNITS), dtype=np.uint8)
    for place, row, unit in zip(places.tolist(), rows.tolist(), units[places].tolist(), strict=True):
        if found[row, unit] < MOST and _is_meant(tokens, place, vocabulary):
            found[row, unit] += 1
    return found


def _is_meant(tokens: Tokens, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a token that may name a month does so where it stands in its sentence."""
    if not vocabulary.shapes["may_be_other"][tokens.form[place]]:
        return True
    end = int(np.searchsorted(tokens.sentences, place, side="right"))
    forms = vocabulary.forms.every
    before = forms[tokens.form[place - 1]] if place > tokens.sentences[end - 1] else ""
    after = forms[tokens.form[place + 1]] if place + 1 < tokens.sentences[end] else ""
    return is_month(before, after, vocabulary.language)
